package org.assay.internal;

import java.util.Arrays;

/**
 * Law of the sum of independent hypergeometric counts, and of the same counts when the odds differ
 * by a common factor: the exact conditional law of one group's errors over strata, all margins
 * given.
 *
 * <pre>{@code
 * P_r(X = k) = f(k) r^k / sum over j of f(j) r^j
 * }</pre>
 *
 * with f the law at equal odds, a convolution over strata, and r the odds ratio: each stratum has
 * Fisher's noncentral hypergeometric law, which is the central one tilted by r^k, and tilting goes
 * through a convolution. With one stratum and r = 1 the upper tail is Fisher's exact test.
 *
 * <p><b>Accuracy.</b> Masses below 1e-250 of the largest are left out; a tail is a sum of masses,
 * good to about 1e-13 of its value.
 *
 * <p><b>Cost.</b> O(support of the sum x support of the stratum) per stratum; a support is at most
 * some 70 standard deviations wide. Not thread-safe while strata are added.
 *
 * <p><b>Source.</b> Cornfield (1956), Proc. Third Berkeley Symposium 4, 135-148; Mehta, Patel and
 * Gray (1985), JASA 80, 969-973, for the sum over strata.
 */
public final class HypergeometricSum {
  private static final double NEGLIGIBLE = 1e-250;
  private static final double LARGEST_LOG_ODDS = 40;
  private static final double ENOUGH = 1e-20;

  private long lowest; // of the support
  private long highest;
  private long from; // smallest sum with a mass here
  private double[] mass = {1}; // largest is about 1
  private double mean;
  private double[] steps = {}; // from mass to mass, once asked for

  /**
   * Adds a stratum.
   *
   * @param all checks in the stratum, at least 1
   * @param errors among them
   * @param own checks of the group whose errors are counted
   */
  public void add(long all, long errors, long own) {
    Check.atLeast("all", 1, all);
    Check.range("errors", 0, all, errors);
    Check.range("own", 0, all, own);
    long low = Math.max(0, own + errors - all);
    long high = Math.min(own, errors);
    lowest += low;
    highest += high;
    mean += (double) own * errors / all;
    if (low == high) {
      from += low;
      return;
    }
    long mode = (long) Math.floor((own + 1.0) * (errors + 1.0) / (all + 2.0));
    mode = Math.min(high, Math.max(low, mode));
    // The ratio of the mass at k to that at k - 1.
    double[] up = run(high - mode, mode, 1, all, errors, own);
    double[] down = run(mode - low, mode, -1, all, errors, own);
    double[] law = new double[down.length + up.length + 1];
    for (int i = 0; i < down.length; i++) {
      law[i] = down[down.length - 1 - i];
    }
    law[down.length] = 1;
    System.arraycopy(up, 0, law, down.length + 1, up.length);
    from += mode - down.length;
    convolve(law);
  }

  // Masses beside the mode, relative to it, until they no longer count.
  private static double[] run(long most, long mode, int step, long all, long errors, long own) {
    double[] masses = new double[16];
    int size = 0;
    double term = 1;
    for (long i = 1; i <= most; i++) {
      long k = step > 0 ? mode + i : mode - i + 1; // the upper of the two
      double ratio =
          (double) (errors - k + 1) / k * ((double) (own - k + 1) / (all - errors - own + k));
      term = step > 0 ? term * ratio : term / ratio;
      if (term < NEGLIGIBLE) {
        break;
      }
      if (size == masses.length) {
        masses = Arrays.copyOf(masses, 2 * size);
      }
      masses[size++] = term;
    }
    return Arrays.copyOf(masses, size);
  }

  private void convolve(double[] law) {
    double[] sums = new double[mass.length + law.length - 1];
    for (int i = 0; i < mass.length; i++) {
      double m = mass[i];
      for (int j = 0; j < law.length; j++) {
        sums[i + j] += m * law[j];
      }
    }
    double largest = 0;
    for (double m : sums) {
      largest = Math.max(largest, m);
    }
    int first = 0;
    int last = sums.length - 1;
    while (sums[first] < NEGLIGIBLE * largest) {
      first++;
    }
    while (sums[last] < NEGLIGIBLE * largest) {
      last--;
    }
    mass = new double[last - first + 1];
    for (int i = 0; i < mass.length; i++) {
      mass[i] = sums[first + i] / largest;
    }
    from += first;
    steps = new double[0];
  }

  /**
   * Fewest errors that the margins allow.
   *
   * @return the smallest sum
   */
  public long minimum() {
    return lowest;
  }

  /**
   * Most errors that the margins allow.
   *
   * @return the largest sum
   */
  public long maximum() {
    return highest;
  }

  /**
   * Mean at equal odds.
   *
   * @return sum over strata of own errors / all
   */
  public double mean() {
    return mean;
  }

  /**
   * Mean and variance at other odds.
   *
   * @param oddsRatio odds of an error in the group over those of the others, above 0
   * @return the two, in this order
   */
  public double[] moments(double oddsRatio) {
    double[] tilted = tilted(Math.log(oddsRatio));
    double all = 0;
    double first = 0;
    for (int i = 0; i < tilted.length; i++) {
      all += tilted[i];
      first += i * tilted[i];
    }
    double centre = first / all;
    double squares = 0;
    for (int i = 0; i < tilted.length; i++) {
      squares += tilted[i] * (i - centre) * (i - centre);
    }
    return new double[] {from + centre, squares / all};
  }

  /**
   * Chance of at least that many errors.
   *
   * @param errors k
   * @param oddsRatio odds of an error in the group over those of the others, above 0
   * @return P(X &gt;= k)
   */
  public double atLeast(long errors, double oddsRatio) {
    if (errors <= lowest) {
      return 1;
    }
    return errors > highest ? 0 : upper(errors, Math.log(oddsRatio));
  }

  // P(X >= k) at an odds ratio. Masses follow from each other, outward from the likeliest, until
  // they no longer count: the law is log-concave, tilted too.
  private double upper(long errors, double logOdds) {
    double[] steps = steps();
    double odds = Math.exp(logOdds);
    int mode = mode(steps, odds);
    long at = errors - from; // the first mass of the tail
    double above = mode >= at ? 1 : 0;
    double below = 1 - above;
    double term = 1;
    for (int i = mode + 1; i < mass.length && (i <= at || term > above * ENOUGH); i++) {
      term *= steps[i] * odds;
      if (i >= at) {
        above += term;
      } else {
        below += term;
      }
    }
    term = 1;
    for (int i = mode - 1; i >= 0 && (i >= at || term > below * ENOUGH); i--) {
      term /= steps[i + 1] * odds;
      if (i >= at) {
        above += term;
      } else {
        below += term;
      }
    }
    return above / (above + below);
  }

  // Each mass over the one before it.
  private double[] steps() {
    if (steps.length != mass.length) {
      double[] ratios = new double[mass.length];
      for (int i = 1; i < mass.length; i++) {
        ratios[i] = mass[i] / mass[i - 1];
      }
      steps = ratios;
    }
    return steps;
  }

  // The likeliest place at an odds ratio: ratios fall.
  private static int mode(double[] steps, double odds) {
    int low = 0;
    int high = steps.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (steps[middle] * odds >= 1) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  // Masses at other odds, the largest being 1.
  private double[] tilted(double logOdds) {
    double top = Double.NEGATIVE_INFINITY;
    double[] masses = new double[mass.length];
    for (int i = 0; i < mass.length; i++) {
      masses[i] = Math.log(mass[i]) + i * logOdds;
      top = Math.max(top, masses[i]);
    }
    for (int i = 0; i < mass.length; i++) {
      masses[i] = Math.exp(masses[i] - top);
    }
    return masses;
  }

  /**
   * Lower limit of the odds ratio: the ratio at which at least that many errors have a given
   * chance.
   *
   * @param errors found, in [minimum, maximum]
   * @param chance 1 - confidence, in (0, 1)
   * @return 0 when the fewest possible were found
   */
  public double lowerOddsRatio(long errors, double chance) {
    Check.range("errors", lowest, highest, errors);
    Check.openUnit("chance", chance);
    if (errors == lowest) {
      return 0;
    }
    double log = Root.between(x -> upper(errors, x) - chance, -LARGEST_LOG_ODDS, LARGEST_LOG_ODDS);
    return Math.exp(log);
  }

  /**
   * Upper limit of the odds ratio: the ratio at which at most that many errors have a given chance.
   *
   * @param errors found, in [minimum, maximum]
   * @param chance 1 - confidence, in (0, 1)
   * @return positive infinity when the most possible were found
   */
  public double upperOddsRatio(long errors, double chance) {
    Check.range("errors", lowest, highest, errors);
    Check.openUnit("chance", chance);
    if (errors == highest) {
      return Double.POSITIVE_INFINITY;
    }
    double log =
        Root.between(x -> chance - (1 - upper(errors + 1, x)), LARGEST_LOG_ODDS, -LARGEST_LOG_ODDS);
    return Math.exp(log);
  }
}
