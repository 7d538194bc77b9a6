package org.assay.agreement;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import org.assay.agreement.PercentAgreement.SpecificAgreement;
import org.assay.count.DistinctVectors;
import org.assay.count.RatingPatterns;

/** A coefficient that does not ask who gave a rating: raters may differ from item to item. */
public abstract sealed class PatternCoefficient extends Coefficient
    permits ItemMeanCoefficient, KrippendorffAlpha, SpecificAgreement {
  PatternCoefficient(String name, Weights weights) {
    super(name, weights);
  }

  /**
   * The coefficient with the defaults of {@link Inference#standard()}.
   *
   * @param patterns same number of grades as the weights
   * @return value, standard error, interval and diagnostics
   */
  public final AgreementEstimate estimate(RatingPatterns patterns) {
    return estimate(patterns, Inference.standard());
  }

  /**
   * The coefficient.
   *
   * @param patterns same number of grades as the weights
   * @param inference how to compute standard error and interval
   * @return value, standard error, interval and diagnostics
   */
  public final AgreementEstimate estimate(RatingPatterns patterns, Inference inference) {
    return estimate(items(patterns), inference);
  }

  /**
   * Several coefficients, each as {@link #estimate(RatingPatterns, Inference)} gives it; a
   * bootstrap draws its samples once for all of them.
   *
   * @param coefficients any number
   * @param patterns same number of grades as the weights of each
   * @param inference how to compute standard errors and intervals
   * @return the estimates in the order of the coefficients
   */
  public static List<AgreementEstimate> estimateAll(
      List<? extends PatternCoefficient> coefficients,
      RatingPatterns patterns,
      Inference inference) {
    for (PatternCoefficient coefficient : coefficients) {
      coefficient.requireShape(patterns);
    }
    return Coefficient.estimateAll(coefficients, patterns.snapshot(), inference);
  }

  /**
   * The coefficient of items that were drawn in clusters, such as documents or batches: the
   * standard error follows the variation between clusters. A population size then counts clusters.
   *
   * @param clusters the items of each cluster; same number of grades as the weights
   * @param inference linearised standard error, interval without bootstrap
   * @return value, standard error, interval and diagnostics
   */
  public final AgreementEstimate estimateClustered(
      Collection<RatingPatterns> clusters, Inference inference) {
    return estimateClustered(clusters, this::items, inference);
  }

  /**
   * The coefficient of items that were drawn with unequal chances.
   *
   * @param byWeight items by sampling weight, the inverse of the chance to be drawn
   * @param inference how to compute standard error and interval; neither GWET nor DELTA
   * @return value, standard error, interval and diagnostics
   */
  public final AgreementEstimate estimateWeighted(
      SortedMap<Double, RatingPatterns> byWeight, Inference inference) {
    return estimateWeighted(byWeight, this::items, inference);
  }

  private DistinctVectors items(RatingPatterns patterns) {
    requireShape(patterns);
    return patterns.snapshot();
  }

  private void requireShape(RatingPatterns patterns) {
    requireGrades(patterns.grades());
  }

  @Override
  final int ratings(int[] counts) {
    int ratings = 0;
    for (int c : counts) {
      ratings = Math.addExact(ratings, c);
    }
    return ratings;
  }

  @Override
  final int[] like(int[] seen, PriorItem item) {
    int[] counts = new int[seen.length];
    item.addGrades(ratings(seen), counts, 0);
    return counts;
  }

  @Override
  final int[] pair(int first, int second) {
    int[] counts = new int[grades()];
    counts[first]++;
    counts[second]++;
    return counts;
  }

  @Override
  final void addGrades(int[] counts, long items, long[] grades) {
    for (int k = 0; k < counts.length; k++) {
      grades[k] += items * counts[k];
    }
  }
}
