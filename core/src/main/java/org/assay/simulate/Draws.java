package org.assay.simulate;

/**
 * Randomness for one piece of the simulation, addressed by what it is for. Each piece has its own
 * stream, so the order in which pieces are made does not matter.
 *
 * <p>SplitMix64 (Steele, Lea and Flood 2014, OOPSLA, doi:10.1145/2660193.2660195) written out, and
 * {@link StrictMath} where a function is needed: the bits are the same on every Java version.
 */
final class Draws {
  /** What a stream of randomness is for. */
  enum Purpose {
    WORK,
    RANDOM_CHECKS,
    TARGETED_CHECKS,
    PLANTED_ERRORS,
    SEEDED,
    OVERLAP,
    CLUTTER
  }

  private static final long GAMMA = 0x9E3779B97F4A7C15L;
  private long state;

  private Draws(long state) {
    this.state = state;
  }

  static Draws of(long seed, Purpose purpose, long first, long second) {
    long h = mix(seed + GAMMA);
    h = mix(h ^ (purpose.ordinal() + 1L) * GAMMA);
    h = mix(h + first * GAMMA);
    h = mix(h ^ (second + 1) * GAMMA);
    return new Draws(h);
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  private long next() {
    state += GAMMA;
    return mix(state);
  }

  /** Uniform in [0, 1). */
  double uniform() {
    return (next() >>> 11) * 0x1p-53;
  }

  /** Uniform in [0, n). */
  int index(int n) {
    return (int) Math.multiplyHigh(next() >>> 1, 2L * n);
  }

  boolean chance(double p) {
    return uniform() < p;
  }

  /** The first index whose cumulative probability exceeds a uniform number; the last is a 1. */
  int pick(double[] cumulative) {
    double u = uniform();
    int i = 0;
    while (i < cumulative.length - 1 && u >= cumulative[i]) {
      i++;
    }
    return i;
  }

  /** Poisson number, by products of uniforms for at most 500 of the mean at a time. */
  int poisson(double mean) {
    int count = 0;
    for (double left = mean; left > 0; left -= 500) {
      double limit = StrictMath.exp(-Math.min(left, 500));
      for (double product = uniform(); product > limit; product *= uniform()) {
        count++;
      }
    }
    return count;
  }

  /** Standard normal number, by the polar method. */
  double normal() {
    while (true) {
      double x = 2 * uniform() - 1;
      double y = 2 * uniform() - 1;
      double s = x * x + y * y;
      if (s > 0 && s < 1) {
        return x * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
      }
    }
  }

  /** Moves a simple random sample of n to the front, in random order. */
  void sampleToFront(int[] values, int size, int n) {
    for (int i = 0; i < n; i++) {
      int j = i + index(size - i);
      int swap = values[i];
      values[i] = values[j];
      values[j] = swap;
    }
  }
}
