package org.assay.needs;

import org.assay.needs.PeerComparison.Tested;

/**
 * A mix-up that somebody makes more often than the others.
 *
 * @param reference code of the reference grade
 * @param grade code of the grade given
 * @param excess how often, beside the others; the checks are those with this reference grade, or,
 *     where the sample was chosen by the grade given, those with this grade
 * @param tested the test that found it
 * @param severityExcess severity of the mix-up times those found beyond the expected, per check of
 *     the assessor
 * @param shrunkenSeverityExcess the same of the shrunken number
 */
public record CellNeed(
    int reference,
    int grade,
    Excess excess,
    Tested tested,
    double severityExcess,
    double shrunkenSeverityExcess) {}
