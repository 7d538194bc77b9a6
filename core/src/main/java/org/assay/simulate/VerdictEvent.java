package org.assay.simulate;

import org.assay.data.Blindness;
import org.assay.data.SelectionMethod;

/**
 * A verdict as it arrives.
 *
 * @param grading what was checked
 * @param reviewerId pseudonym of the QA officer
 * @param grade reference grade after adjudication
 * @param checkedAt milliseconds since 1970-01-01T00:00Z
 * @param method how the grading was selected
 * @param inclusionProbability in (0, 1], or 0 when there is none
 * @param stratumId stratum of the design, "" when not random
 * @param blind whether the grade was hidden
 */
public record VerdictEvent(
    GradingEvent grading,
    String reviewerId,
    String grade,
    long checkedAt,
    SelectionMethod method,
    double inclusionProbability,
    String stratumId,
    Blindness blind) {}
