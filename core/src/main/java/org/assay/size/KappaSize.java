package org.assay.size;

import java.util.List;
import org.assay.internal.Binomial;
import org.assay.internal.Check;
import org.assay.internal.ChiSquared;
import org.assay.internal.Normal;
import org.assay.internal.Root;
import org.assay.plan.SampleSize;

/**
 * How many items two or more raters must grade for a kappa to be tested or known well enough.
 *
 * <p>Two methods. <em>Goodness of fit</em> (Donner and Eliasziw 1992; Rotondi and Donner 2012 for
 * more grades) takes raters with the same marginals under the common correlation model; its cells
 * are how many raters chose the grade (two grades), or whether all chose the same one:
 *
 * <pre>{@code
 * two grades:  P(j of m) = C(m, j) p^j (1-p)^(m-j) (1 - k), plus k p at j = m and k (1-p) at j = 0
 * more:        P(all i) = prod_{t<m} (p_i (1-k) + t k) / ((1-k) + t k), and the rest
 * }</pre>
 *
 * <em>Delta</em> (Cantor 1996; Flack et al. 1988) takes two raters with any marginals, and the
 * large-sample variance of Cohen's kappa. With more than two grades marginals and kappa leave the
 * table open, and the one with the largest variance counts.
 */
public final class KappaSize {
  private KappaSize() {}

  /**
   * Items for a chi-squared test of kappa0 that has the power at kappa1.
   *
   * <pre>{@code
   * n = ncp / sum (P1 - P0)^2 / P0,  ncp: noncentral chi-squared(1) exceeds its quantile with the power
   * }</pre>
   *
   * @param kappa0 in [0, 1)
   * @param kappa1 in (0, 1], other than kappa0
   * @param marginals share of each grade, at least two, adding up to 1
   * @param raters m, at least 2
   * @param power in (significance, 1)
   * @param significance in (0, 1)
   * @return the size and its power
   */
  public static SampleSize goodnessOfFit(
      double kappa0,
      double kappa1,
      List<Double> marginals,
      int raters,
      double power,
      double significance) {
    requireKappas(kappa0, kappa1);
    requirePower(power, significance);
    double distance = distance(cells(kappa0, marginals, raters), cells(kappa1, marginals, raters));
    double z = Normal.upper(significance / 2);
    double root =
        Root.between(shift -> power(shift, z) - power, 0, z + Normal.upper(1 - power) + 10);
    long n = Math.max(1, (long) Math.ceil(root * root / distance - 1e-9));
    return new SampleSize(n, power(Math.sqrt(n * distance), z));
  }

  // P(|Z + shift| > z)
  private static double power(double shift, double z) {
    var normal = new Normal(0, 1);
    return normal.tails(z - shift).upper() + normal.tails(-z - shift).lower();
  }

  /**
   * Items whose one-sided lower confidence limit for kappa is at least some value when kappa is as
   * expected, by the same cells.
   *
   * <pre>{@code
   * n = chi-squared(1) quantile at 1 - 2 significance / sum (P - PL)^2 / PL
   * }</pre>
   *
   * @param kappa expected, in (lower, 1]
   * @param lower limit, in [0, kappa)
   * @param marginals share of each grade, at least two, adding up to 1
   * @param raters m, at least 2
   * @param significance in (0, 0.5)
   * @return the size and the limit it gives
   */
  public static SampleSize precision(
      double kappa, double lower, List<Double> marginals, int raters, double significance) {
    if (!(lower >= 0 && lower < kappa)) {
      throw new IllegalArgumentException("lower must be in [0, " + kappa + "), got " + lower);
    }
    requireKappas(lower, kappa);
    if (!(significance > 0 && significance < 0.5)) {
      throw new IllegalArgumentException("significance must be in (0, 0.5), got " + significance);
    }
    double quantile = new ChiSquared(1).upperQuantile(2 * significance);
    double[] expected = cells(kappa, marginals, raters);
    double distance = distance(cells(lower, marginals, raters), expected);
    long n = Math.max(1, (long) Math.ceil(quantile / distance - 1e-9));
    double limit =
        Root.between(
            k -> n * distance(cells(k, marginals, raters), expected) - quantile, lower, kappa);
    return new SampleSize(n, limit);
  }

  /**
   * Items for a normal test of Cohen's kappa against kappa0 that has the power at kappa1.
   *
   * <pre>{@code
   * n = ((z_a sqrt(Q0) + z_b sqrt(Q1)) / (kappa1 - kappa0))^2,  SE^2 = Q / n
   * Q = (1-pe)^-4 { sum p_ii ((1-pe) - (p_i. + p_.i)(1-po))^2
   *                 + (1-po)^2 sum_{i!=j} p_ij (p_.i + p_j.)^2 - (po pe - 2 pe + po)^2 }
   * }</pre>
   *
   * at its largest over the tables that have the marginals and the kappa, of which there is one
   * with two grades. Agrees with R's irr: {@code N.cohen.kappa} for two grades, {@code
   * N2.cohen.kappa} for more and raters who have the same marginals. <b>Cost.</b> Two linear
   * programmes in the cells.
   *
   * @param kappa0 tested
   * @param kappa1 true, other than kappa0
   * @param first share of each grade with the first rater, at least two, adding up to 1
   * @param second share of each grade with the second rater, as many
   * @param power in (significance, 1)
   * @param significance in (0, 1)
   * @param sided 1 or 2
   * @return the size and its power in the worst table
   * @throws IllegalArgumentException if an argument is outside its range, or no table has such
   *     marginals and such a kappa
   */
  public static SampleSize delta(
      double kappa0,
      double kappa1,
      List<Double> first,
      List<Double> second,
      double power,
      double significance,
      int sided) {
    requireKappas(kappa0, kappa1);
    requirePower(power, significance);
    Check.range("sided", 1, 2, sided);
    requireMarginals("marginals[0]", first);
    requireMarginals("marginals[1]", second);
    double z = Normal.upper(significance / sided);
    double gap = Math.abs(kappa1 - kappa0);
    double root0 = Math.sqrt(KappaTables.largestVariance("kappa0", kappa0, first, second));
    double root1 = Math.sqrt(KappaTables.largestVariance("kappa1", kappa1, first, second));
    double root = (z * root0 + Normal.upper(1 - power) * root1) / gap;
    long n = (long) Math.ceil(root * root - 1e-9);
    double reached =
        new Normal(0, 1).tails((Math.sqrt((double) n) * gap - z * root0) / root1).lower();
    return new SampleSize(n, reached);
  }

  private static double[] cells(double kappa, List<Double> marginals, int raters) {
    requireMarginals("marginals", marginals);
    Check.atLeast("raters", 2, raters);
    return marginals.size() == 2
        ? howMany(kappa, marginals.get(0), raters)
        : allAlike(kappa, marginals, raters);
  }

  private static double[] howMany(double kappa, double p, int raters) {
    double[] cell = new double[raters + 1];
    var independent = new Binomial(raters, p);
    for (int j = 0; j <= raters; j++) {
      cell[j] = Math.exp(independent.logMass((long) j)) * (1 - kappa);
    }
    cell[raters] += kappa * p;
    cell[0] += kappa * (1 - p);
    return cell;
  }

  private static double[] allAlike(double kappa, List<Double> marginals, int raters) {
    double[] cell = new double[marginals.size() + 1];
    double rest = 1;
    for (int i = 0; i < marginals.size(); i++) {
      cell[i] = marginals.get(i); // the factor of t = 0, also at kappa 1
      for (int t = 1; t < raters; t++) {
        cell[i] *= (marginals.get(i) * (1 - kappa) + t * kappa) / (1 - kappa + t * kappa);
      }
      rest -= cell[i];
    }
    cell[marginals.size()] = rest;
    return cell;
  }

  private static double distance(double[] assumed, double[] other) {
    double sum = 0;
    for (int i = 0; i < assumed.length; i++) {
      if (assumed[i] == 0) {
        continue; // too rare for a number under both
      }
      sum += (other[i] - assumed[i]) * (other[i] - assumed[i]) / assumed[i];
    }
    return sum;
  }

  private static void requireMarginals(String name, List<Double> shares) {
    Check.atLeast("number of " + name, 2L, shares.size());
    double total = 0;
    for (int i = 0; i < shares.size(); i++) {
      total += Check.openUnit(name + "[" + i + "]", shares.get(i));
    }
    if (Math.abs(total - 1) > 1e-9) {
      throw new IllegalArgumentException(name + " must add up to 1, got " + total);
    }
  }

  private static void requireKappas(double kappa0, double kappa1) {
    if (!(kappa0 >= 0 && kappa0 < 1)) {
      throw new IllegalArgumentException("kappa0 must be in [0, 1), got " + kappa0);
    }
    if (!(kappa1 >= 0 && kappa1 <= 1 && kappa1 != kappa0)) {
      throw new IllegalArgumentException(
          "kappa1 must be in [0, 1] and other than kappa0, got " + kappa1);
    }
  }

  private static void requirePower(double power, double significance) {
    Check.openUnit("significance", significance);
    if (!(power > significance && power < 1)) {
      throw new IllegalArgumentException(
          "power must be in (" + significance + ", 1), got " + power);
    }
  }
}
