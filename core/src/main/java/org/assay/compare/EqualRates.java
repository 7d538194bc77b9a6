package org.assay.compare;

import org.assay.internal.Check;
import org.assay.internal.Hypergeometric;
import org.assay.result.Outcome;
import org.assay.result.TestResult;
import org.assay.result.Undefined;

/**
 * Tests that independent groups have the same error rate.
 *
 * <p>With x_i errors among n_i checked and p the rate of all groups together:
 *
 * <pre>{@code
 * chi-squared = sum of (x_i - n_i p)² / (n_i p (1 - p)) on groups - 1 degrees of freedom
 * corrected   : |x_i - n_i p| is lessened by min(1/2, |x_i - n_i p|); two groups only
 * exact       : sum of the chances of all splits of the errors that are no likelier than the
 *               one seen, the margins fixed (hypergeometric); two groups only
 * }</pre>
 *
 * <p><b>Agrees with</b> R {@code prop.test} and {@code fisher.test}; as there, splits count as
 * equally likely within a relative 1e-7. <b>Source.</b> Pearson (1900); Yates (1934), JRSS
 * Supplement 1, 217-235; Fisher (1934), Statistical Methods for Research Workers, section 21.02.
 * Immutable and thread-safe.
 */
public final class EqualRates {
  private static final double SAME_CHANCE = 1 + 1e-7;

  private final long[] errors;
  private final long[] checked;

  private EqualRates(long[] errors, long[] checked) {
    this.errors = errors.clone();
    this.checked = checked.clone();
  }

  /**
   * The tests of some groups.
   *
   * @param errors one per group
   * @param checked one per group, at least 1 and the group's errors
   * @return the tests
   */
  public static EqualRates of(long[] errors, long[] checked) {
    if (errors.length != checked.length) {
      throw new IllegalArgumentException(
          "errors and checked must have the same length, got "
              + errors.length
              + " and "
              + checked.length);
    }
    Check.atLeast("groups", 2, errors.length);
    for (int g = 0; g < errors.length; g++) {
      Check.atLeast("checked of group " + g, 1, checked[g]);
      Check.range("errors of group " + g, 0, checked[g], errors[g]);
    }
    return new EqualRates(errors, checked);
  }

  /**
   * Pearson's chi-squared test.
   *
   * @return undefined (NO_VARIATION) when there are no errors, or nothing but errors
   */
  public TestResult asymptotic() {
    return chiSquared(0, "equal rates, chi-squared");
  }

  /**
   * Pearson's test with Yates's correction.
   *
   * @return undefined (NO_VARIATION) when there are no errors, or nothing but errors
   * @throws IllegalArgumentException unless there are two groups
   */
  public TestResult continuityCorrected() {
    requireTwoGroups("the continuity correction");
    return chiSquared(0.5, "equal rates, chi-squared, continuity-corrected");
  }

  /**
   * Fisher's exact test, two-sided.
   *
   * <p><b>Cost.</b> O(1 + standard deviation of the split): the sums stop where terms no longer
   * count.
   *
   * @return the errors of the first group as statistic, no degrees of freedom; p is 1 when only one
   *     split is possible
   * @throws IllegalArgumentException unless there are two groups with at most 2^31 - 1 checked
   *     together
   */
  public TestResult exact() {
    requireTwoGroups("Fisher's exact test");
    int all =
        (int) Check.range("checked of both groups", 2, Integer.MAX_VALUE, checked[0] + checked[1]);
    int bad = (int) (errors[0] + errors[1]);
    int sample = (int) checked[0];
    var splits = new Hypergeometric(all, bad, sample);
    double p = noLikelierThan(splits, (int) errors[0]);
    return new TestResult(
        Outcome.of((double) errors[0]), 0, Outcome.of(Math.min(1, p)), "equal rates, Fisher exact");
  }

  /**
   * Rate of the first group less that of the second.
   *
   * @return in [-1, 1]
   * @throws IllegalArgumentException unless there are two groups
   */
  public double difference() {
    requireTwoGroups("a difference");
    return (double) errors[0] / checked[0] - (double) errors[1] / checked[1];
  }

  private TestResult chiSquared(double correction, String method) {
    long x = 0;
    long n = 0;
    for (int g = 0; g < errors.length; g++) {
      x = Math.addExact(x, errors[g]);
      n = Math.addExact(n, checked[g]);
    }
    if (x == 0 || x == n) {
      return TestResult.undefined(Undefined.NO_VARIATION, errors.length - 1, method);
    }
    double p = (double) x / n;
    double statistic = 0;
    for (int g = 0; g < errors.length; g++) {
      // Of the four-fold table's cross product, so that equal rates give exactly 0.
      double gap =
          Math.abs((double) errors[g] * (n - checked[g]) - (double) (x - errors[g]) * checked[g])
              / n;
      double excess = Math.max(0, gap - correction);
      statistic += excess * excess / (checked[g] * p * (1 - p));
    }
    return TestResult.chiSquared(statistic, errors.length - 1, method);
  }

  private static double noLikelierThan(Hypergeometric splits, int seen) {
    int lowest = (int) splits.minimum();
    int highest = (int) splits.maximum();
    double limit = splits.mass(seen) * SAME_CHANCE;
    int mode = (int) splits.mode();
    if (splits.mass(mode) <= limit) {
      return 1;
    }
    // The chances rise up to the mode and fall after it: bisect for the ends of the likelier part.
    int below = lowest - 1; // last split below the mode that is no likelier
    for (int top = mode; top - below > 1; ) {
      int middle = below + (top - below) / 2;
      if (splits.mass(middle) <= limit) {
        below = middle;
      } else {
        top = middle;
      }
    }
    int above = highest + 1; // first split above the mode that is no likelier
    for (int bottom = mode; above - bottom > 1; ) {
      int middle = bottom + (above - bottom) / 2;
      if (splits.mass(middle) <= limit) {
        above = middle;
      } else {
        bottom = middle;
      }
    }
    return sum(splits, below, -1, lowest) + sum(splits, above, 1, highest);
  }

  // Terms from an end of the likelier part outwards; they fall faster than geometrically.
  private static double sum(Hypergeometric splits, int from, int step, int last) {
    double sum = 0;
    for (int k = from; step > 0 ? k <= last : k >= last; k += step) {
      double term = splits.mass(k);
      sum += term;
      if (term <= 1e-18 * sum) {
        break;
      }
    }
    return sum;
  }

  private void requireTwoGroups(String what) {
    if (errors.length != 2) {
      throw new IllegalArgumentException(
          "groups must be two for " + what + ", got " + errors.length);
    }
  }
}
