package org.assay.compare;

import org.assay.count.ConfusionMatrix;
import org.assay.internal.Binomial;
import org.assay.internal.Check;
import org.assay.result.Outcome;
import org.assay.result.TestResult;
import org.assay.result.Undefined;

/**
 * McNemar's tests that two raters give one of two grades equally often.
 *
 * <p>Only the discordant items count: b that the first rater alone put in the first grade, c that
 * the second alone did. Under the hypothesis b is binomial with b + c trials and chance 1/2.
 *
 * <p><b>Input.</b> Counts; O(1) for any counts up to 2^63 - 1.
 *
 * <p><b>Source.</b> McNemar (1947), Psychometrika 12, 153-157; mid-p: Fagerland, Lydersen and Laake
 * (2013), BMC Medical Research Methodology 13:91. Immutable and thread-safe.
 */
public final class McNemar {
  /** Discordant items whose binomial sums, below 2^50, are whole numbers of a double. */
  private static final long FEW = 50;

  private final long first; // b
  private final long second; // c

  private McNemar(long first, long second) {
    this.first = first;
    this.second = second;
  }

  /**
   * The tests of a 2 x 2 table.
   *
   * @param table rows are the first rater's grades, columns the second's
   * @return the tests
   * @throws IllegalArgumentException unless the table is 2 x 2; see {@link MarginalHomogeneity} for
   *     more grades
   */
  public static McNemar of(ConfusionMatrix table) {
    if (table.grades() != 2) {
      throw new IllegalArgumentException(
          "table must be 2 x 2 for McNemar's test, got " + table.grades() + " grades");
    }
    return ofDiscordant(table.count(0, 1), table.count(1, 0));
  }

  /**
   * The tests of two discordant counts.
   *
   * @param first b, at least 0
   * @param second c, at least 0
   * @return the tests
   */
  public static McNemar ofDiscordant(long first, long second) {
    Check.atLeast("first", 0, first);
    Check.atLeast("second", 0, second);
    Math.addExact(first, second);
    return new McNemar(first, second);
  }

  /**
   * Large-sample test: (b - c)² / (b + c) on 1 degree of freedom.
   *
   * @return undefined (ZERO_VARIANCE) when no item is discordant
   */
  public TestResult asymptotic() {
    return chiSquared(0, "McNemar, asymptotic");
  }

  /**
   * Large-sample test with Edwards's correction: max(0, |b - c| - 1)² / (b + c).
   *
   * <p>The statistic is 0 when b = c, as in R; statsmodels gives 1 / (b + c) there.
   *
   * @return undefined (ZERO_VARIANCE) when no item is discordant
   */
  public TestResult continuityCorrected() {
    return chiSquared(1, "McNemar, continuity-corrected");
  }

  /**
   * Exact test: min(1, 2 P(X &lt;= min(b, c))), X binomial(b + c, 1/2).
   *
   * @return statistic b, no degrees of freedom; p is 1 when no item is discordant
   */
  public TestResult exact() {
    return exact(2 * atMost(Math.min(first, second)), "McNemar, exact");
  }

  /**
   * Mid-p test: the exact p with only half the chance of the observed split, 2 P(X &lt; m) + P(X =
   * m) with m = min(b, c). Its size is closer to nominal than the exact test's, and rarely above.
   *
   * @return statistic b, no degrees of freedom; p is 1 when no item is discordant
   */
  public TestResult midP() {
    long m = Math.min(first, second);
    return exact(atMost(m - 1) + atMost(m), "McNemar, mid-p");
  }

  private TestResult chiSquared(int correction, String method) {
    if (first + second == 0) {
      return TestResult.undefined(Undefined.ZERO_VARIANCE, 1, method);
    }
    double excess = Math.max(0, Math.abs(first - second) - correction);
    return TestResult.chiSquared(excess * excess / (first + second), 1, method);
  }

  private TestResult exact(double p, String method) {
    return new TestResult(Outcome.of((double) first), 0, Outcome.of(Math.min(1, p)), method);
  }

  // P(X <= k) for X binomial(b + c, 1/2).
  private double atMost(long k) {
    long n = first + second;
    if (k < 0) {
      return 0;
    }
    return n <= FEW ? exactly(n, k) : Binomial.realTails((double) n, 0.5, (double) k).lower();
  }

  // The sum of the first binomial coefficients over 2^n, without any rounding.
  private static double exactly(long n, long k) {
    long coefficient = 1;
    long sum = 1;
    for (long i = 1; i <= Math.min(k, n); i++) {
      coefficient = coefficient * (n - i + 1) / i;
      sum += coefficient;
    }
    return (double) sum / (1L << n);
  }
}
