package org.assay.estimate;

/**
 * A mix-up that one assessor makes more often than the others.
 *
 * @param reference code of the reference grade
 * @param grade code of the grade given
 * @param found how often it was found
 * @param checked checks it could have been found in: those with this reference grade, or, where the
 *     sample was chosen by the grade given, those with this grade
 * @param expected how often it would have been found with the others' shares in the same streams
 * @param oddsRatioAtLeast lower limit of the odds of it over the others' odds, above 1; the limit
 *     of the test that found it
 * @param confidence of the limit, one-sided
 */
public record BoundaryExcess(
    int reference,
    int grade,
    long found,
    long checked,
    double expected,
    double oddsRatioAtLeast,
    double confidence) {}
