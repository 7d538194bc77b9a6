package org.assay.agreement;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import org.assay.count.DistinctVectors;
import org.assay.count.RatingRows;

/** A coefficient that asks who gave a rating: each rater has marginal frequencies of their own. */
public abstract sealed class RaterCoefficient extends Coefficient
    permits PairCoefficient, CongerKappa, LightKappa {
  RaterCoefficient(String name, Weights weights) {
    super(name, weights);
  }

  /**
   * The coefficient with the defaults of {@link Inference#standard()}.
   *
   * @param rows same number of grades as the weights
   * @return value, standard error, interval and diagnostics
   */
  public final AgreementEstimate estimate(RatingRows rows) {
    return estimate(rows, Inference.standard());
  }

  /**
   * The coefficient.
   *
   * @param rows same number of grades as the weights
   * @param inference how to compute standard error and interval
   * @return value, standard error, interval and diagnostics
   */
  public final AgreementEstimate estimate(RatingRows rows, Inference inference) {
    return estimate(items(rows), inference);
  }

  void requireRaters(int raters) {}

  /**
   * Several coefficients, each as {@link #estimate(RatingRows, Inference)} gives it; a bootstrap
   * draws its samples once for all of them.
   *
   * @param coefficients any number
   * @param rows same number of grades as the weights of each
   * @param inference how to compute standard errors and intervals
   * @return the estimates in the order of the coefficients
   */
  public static List<AgreementEstimate> estimateAll(
      List<? extends RaterCoefficient> coefficients, RatingRows rows, Inference inference) {
    for (RaterCoefficient coefficient : coefficients) {
      coefficient.requireShape(rows);
    }
    return Coefficient.estimateAll(coefficients, rows.snapshot(), inference);
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
      Collection<RatingRows> clusters, Inference inference) {
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
      SortedMap<Double, RatingRows> byWeight, Inference inference) {
    return estimateWeighted(byWeight, this::items, inference);
  }

  private DistinctVectors items(RatingRows rows) {
    requireShape(rows);
    return rows.snapshot();
  }

  private void requireShape(RatingRows rows) {
    requireGrades(rows.grades());
    requireRaters(rows.raters());
  }

  @Override
  final int ratings(int[] row) {
    int ratings = 0;
    for (int code : row) {
      ratings += code == RatingRows.MISSING ? 0 : 1;
    }
    return ratings;
  }

  @Override
  final int[] like(int[] seen, PriorItem item) {
    int[] row = seen.clone();
    for (int g = 0; g < row.length; g++) {
      row[g] = row[g] == RatingRows.MISSING ? RatingRows.MISSING : item.grade();
    }
    return row;
  }

  @Override
  final int[] pair(int first, int second) {
    return new int[] {first, second};
  }

  @Override
  final void addGrades(int[] row, long items, long[] grades) {
    for (int code : row) {
      if (code != RatingRows.MISSING) {
        grades[code] += items;
      }
    }
  }
}
