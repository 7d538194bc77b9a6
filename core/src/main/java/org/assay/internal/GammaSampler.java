package org.assay.internal;

import java.util.SplittableRandom;

/**
 * Draws from gamma distributions of unit scale: the same numbers from the same seed on every
 * machine, since only strict arithmetic is used.
 *
 * <p><b>Source.</b> Marsaglia and Tsang (2000), ACM Transactions on Mathematical Software 26,
 * 363-372; normal variables by Marsaglia's polar method. Not thread-safe.
 */
public final class GammaSampler {
  private final SplittableRandom random;
  private double spare = Double.NaN; // the second normal variable of a pair

  /**
   * A sampler.
   *
   * @param seed of the random numbers
   */
  public GammaSampler(long seed) {
    random = new SplittableRandom(seed);
  }

  /**
   * Draws from Gamma(shape, 1).
   *
   * @param shape above 0
   * @return at least 0
   */
  public double sample(double shape) {
    if (shape == 1) {
      return -StrictMath.log(1 - random.nextDouble());
    }
    if (shape < 1) {
      return sample(shape + 1) * StrictMath.exp(StrictMath.log(1 - random.nextDouble()) / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / (3 * Math.sqrt(d));
    while (true) {
      double x = normal();
      double root = 1 + c * x;
      if (root <= 0) {
        continue;
      }
      double v = root * root * root;
      double u = 1 - random.nextDouble();
      double square = x * x;
      if (u < 1 - 0.0331 * square * square
          || StrictMath.log(u) < 0.5 * square + d * (1 - v + StrictMath.log(v))) {
        return d * v;
      }
    }
  }

  /**
   * Draws a uniform variable.
   *
   * @return in [0, 1)
   */
  public double uniform() {
    return random.nextDouble();
  }

  /**
   * Draws one of several.
   *
   * @param bound how many, at least 1
   * @return in [0, bound)
   */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  private double normal() {
    if (!Double.isNaN(spare)) {
      double x = spare;
      spare = Double.NaN;
      return x;
    }
    while (true) {
      double u = 2 * random.nextDouble() - 1;
      double v = 2 * random.nextDouble() - 1;
      double square = u * u + v * v;
      if (square > 0 && square < 1) {
        double factor = Math.sqrt(-2 * StrictMath.log(square) / square);
        spare = v * factor;
        return u * factor;
      }
    }
  }
}
