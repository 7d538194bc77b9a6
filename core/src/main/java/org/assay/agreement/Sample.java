package org.assay.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.assay.count.DistinctVectors;
import org.assay.internal.Check;

/**
 * The rated items and how they came to be rated.
 *
 * @param slices the items
 * @param isClustered whether each slice is a cluster, the unit that was drawn, instead of its items
 * @param raterVariance variance from the choice of raters, 0 when they are fixed
 * @param degreesOfFreedom for t limits; empty for units - 1
 */
record Sample(
    List<Slice> slices,
    boolean isClustered,
    double raterVariance,
    OptionalDouble degreesOfFreedom) {

  /**
   * Items with a common weight.
   *
   * @param items distinct vectors
   * @param weight how many items of the population each stands for
   */
  record Slice(DistinctVectors items, double weight) {
    Slice {
      Check.positive("weight", weight);
    }
  }

  static Sample of(DistinctVectors items) {
    return new Sample(List.of(new Slice(items, 1)), false, 0, OptionalDouble.empty());
  }

  static Sample weighted(List<Slice> slices) {
    return new Sample(slices, false, 0, OptionalDouble.empty());
  }

  static Sample clustered(List<DistinctVectors> clusters) {
    return new Sample(
        clusters.stream().map(items -> new Slice(items, 1)).toList(),
        true,
        0,
        OptionalDouble.empty());
  }

  Sample withRaterVariance(double variance, double degrees) {
    return new Sample(slices, isClustered, variance, OptionalDouble.of(degrees));
  }

  boolean isWeighted() {
    return slices.stream().anyMatch(slice -> slice.weight != 1);
  }

  /** Whether the items are all alike, or have no influence on a coefficient by algebra. */
  boolean hasNoInfluence(Coefficient coefficient) {
    var vectors = new ArrayList<int[]>();
    var counts = new ArrayList<Long>();
    for (Slice slice : slices) {
      for (int v = 0; v < slice.items.size(); v++) {
        if (coefficient.ratings(slice.items.vector(v)) > 0) {
          vectors.add(slice.items.vector(v));
          counts.add(slice.items.count(v));
        }
      }
    }
    return vectors.size() == 1
        || (isSimple()
            && ExactInfluence.isZero(
                coefficient, vectors, counts.stream().mapToLong(Long::longValue).toArray()));
  }

  boolean isSimple() {
    return !isClustered && !isWeighted() && raterVariance == 0;
  }
}
