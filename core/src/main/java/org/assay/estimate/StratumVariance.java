package org.assay.estimate;

/**
 * What a stratum adds to the squared standard error of a rate, for any rate: with e = (1 - R) / W,
 * c = R / W, W the sum of the weights, and f the factor of the stratum's weights,
 *
 * <pre>{@code
 * n / (n - 1) * sum of (1 - 1/w) (z - mean z)^2 = f^2 q2(e, c) + f q1(e, c)
 * q(e, c) = ee e^2 + ec e c + cc c^2
 * }</pre>
 *
 * so that the sums of many strata are six numbers, from which single strata can be taken out again.
 * A stratum with one check has z^2 (1 - 1/w): its z is taken around 0.
 */
final class StratumVariance {
  private double ee2;
  private double ec2;
  private double cc2;
  private double ee1;
  private double ec1;
  private double cc1;

  /** Adds what a stratum has, or takes it out with the sign -1; f is its factor. */
  void add(DesignSample.Stratum s, double f, int sign) {
    if (s.errors + s.clean == 0) {
      return; // its sums are 0
    }
    double n = s.checked();
    double one = sign * f;
    double two = sign * f * f;
    if (n == 1) {
      ee2 += two * s.errorSquares;
      cc2 += two * s.cleanSquares;
      ee1 -= one * s.errorWeight;
      cc1 -= one * s.cleanWeight;
      return;
    }
    double small = n / (n - 1);
    double x = s.errorWeight;
    double y = s.cleanWeight;
    double p = s.selected.probabilities / n;
    ee2 += two * small * (s.errorSquares - x * x / n);
    ec2 += two * small * (2 * x * y / n);
    cc2 += two * small * (s.cleanSquares - y * y / n);
    ee1 += one * small * (2 * x * s.errors / n - x - p * x * x / n);
    ec1 += one * small * (2 * p * x * y - 2 * (x * s.clean + y * s.errors)) / n;
    cc1 += one * small * (2 * y * s.clean / n - y - p * y * y / n);
  }

  /** Adds the sums of another, whose strata have the factor f. */
  void add(StratumVariance other, double f) {
    ee2 += f * f * other.ee2;
    ec2 += f * f * other.ec2;
    cc2 += f * f * other.cc2;
    ee1 += f * other.ee1;
    ec1 += f * other.ec1;
    cc1 += f * other.cc1;
  }

  /** The squared standard error at a rate over a sum of weights, not below 0. */
  double at(double rate, double weight) {
    double e = (1 - rate) / weight;
    double c = rate / weight;
    double sum = (ee2 + ee1) * e * e + (ec2 + ec1) * e * c + (cc2 + cc1) * c * c;
    return Math.max(0, sum);
  }
}
