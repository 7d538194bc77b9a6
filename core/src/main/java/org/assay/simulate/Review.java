package org.assay.simulate;

import org.assay.data.Blindness;
import org.assay.data.SelectionMethod;

/** One check: the row it looks at, how it was selected, and what came of it. */
record Review(
    Row row,
    SelectionMethod method,
    double inclusionProbability,
    Blindness blind,
    String reviewer,
    int verdict,
    long checkedAt) {}
