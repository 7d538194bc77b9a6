package org.assay.io.plan;

import org.assay.plan.EffectiveSample;

/**
 * Checks of a lot with their weights, and the simple random sample that they are worth: that of the
 * upper bound of {@link org.assay.interval.WeightedClopperPearson}.
 */
final class WeightedCounts {
  private long checked;
  private long errors;
  private double weight;
  private double errorWeight;
  private double errorVariance;
  private double largest;
  private double smallest = Double.POSITIVE_INFINITY;

  WeightedCounts() {}

  void add(double probability, boolean error) {
    double w = 1 / probability;
    checked++;
    weight += w;
    largest = Math.max(largest, w);
    smallest = Math.min(smallest, w);
    if (error) {
      errors++;
      errorWeight += w;
      errorVariance += w * (w - 1);
    }
  }

  /** Whether all had the same chance to be drawn. */
  boolean isSimple() {
    return checked == 0 || largest == smallest;
  }

  long checked() {
    return checked;
  }

  long errors() {
    return errors;
  }

  double rate() {
    return errorWeight / weight;
  }

  /** What they are worth in a lot of a size. */
  EffectiveSample sample(double size) {
    double y = (errorWeight + largest) / weight;
    double v = (errorVariance + largest * (largest - 1)) / (weight * weight);
    double effective = v > 0 ? y / v : (double) checked;
    double found = Math.max(0, Math.min(effective, effective * y - 1));
    return new EffectiveSample(found, effective, checked, Math.max(size, (double) checked));
  }
}
