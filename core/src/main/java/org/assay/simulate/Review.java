package org.assay.simulate;

import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;

/** One check: the row it looks at, how it was selected, and its result. */
record Review(
    Row row,
    SelectionMethod method,
    double inclusionProbability,
    Blindness blind,
    String reviewer,
    int verdict,
    long checkedAt) {}
