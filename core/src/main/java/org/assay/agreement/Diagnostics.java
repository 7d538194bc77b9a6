package org.assay.agreement;

import java.util.List;
import org.assay.result.Outcome;

/**
 * The data that an estimate rests on. Counts are of the items at hand, without sampling weights.
 *
 * @param items items with at least one rating
 * @param pairableItems items with a say in the observed agreement: those with at least two ratings
 * @param pairs pairs of ratings on the pairable items
 * @param ratings ratings on the items
 * @param prevalence share of each grade among the ratings, by code; empty without a rating
 * @param maximum largest value that the raters' grade shares allow, of unweighted Cohen's kappa;
 *     NOT_APPLICABLE to coefficients that can always be 1
 */
public record Diagnostics(
    long items,
    long pairableItems,
    long pairs,
    long ratings,
    List<Double> prevalence,
    Outcome maximum) {

  public Diagnostics {
    prevalence = List.copyOf(prevalence);
  }
}
