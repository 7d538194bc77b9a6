package org.assay.agreement;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The data that an estimate rests on. Counts are of the items at hand, without sampling weights.
 *
 * @param items items with at least one rating
 * @param pairableItems items with a say in the observed agreement: those with at least two ratings
 * @param pairs pairs of ratings on the pairable items
 * @param ratings ratings on the items
 * @param prevalence share of each grade among the ratings, by code; empty without a rating
 * @param maximum largest value that the raters' grade shares allow; given for unweighted Cohen's
 *     kappa, where it can be less than 1
 */
public record Diagnostics(
    long items,
    long pairableItems,
    long pairs,
    long ratings,
    List<Double> prevalence,
    OptionalDouble maximum) {

  public Diagnostics {
    prevalence = List.copyOf(prevalence);
  }
}
