package org.assay.needs;

import org.assay.result.Outcome;

/**
 * Errors of one kind beside those that the others' shares give in the same checks.
 *
 * @param found errors
 * @param checked checks they could have been found in
 * @param expected errors that the others' shares give in the same checks
 * @param shrunken errors drawn towards those expected, as much as the team's differences are chance
 * @param oddsRatio odds of the error over the others' odds (Mantel and Haenszel); undefined where
 *     nobody else errs
 * @param oddsRatioAtLeast lower limit of it, exact
 * @param confidence of the limit, one-sided: allows for everybody compared
 */
public record Excess(
    long found,
    long checked,
    double expected,
    double shrunken,
    Outcome oddsRatio,
    double oddsRatioAtLeast,
    double confidence) {}
