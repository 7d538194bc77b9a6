package org.assay.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.assay.count.DistinctVectors;
import org.assay.count.RatingRows;
import org.assay.internal.Check;
import org.assay.internal.FisherF;
import org.assay.result.Outcome;
import org.assay.result.TestResult;
import org.assay.result.Undefined;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/**
 * Several agreement coefficients of the same items, with their joint covariance: two assessors
 * against one reference, kappa beside AC1, the same items graded in two periods.
 *
 * <p>Each {@link Reading} is a coefficient of some columns of the same rows. With u_gi the
 * influence of item i on coefficient g (the derivative of the coefficient by the weight of the
 * item):
 *
 * <pre>{@code
 * cov(g, h) = sum over items of u_gi u_hi                 delta method, divisor n
 * T²        = (C x)' (C V C')⁻¹ (C x)                     C x: differences from the first
 * F         = T² (n - G + 1) / ((n - 1)(G - 1)) on G - 1 and n - G + 1 degrees of freedom
 * }</pre>
 *
 * An item that a reading does not use has no influence on it, so readings may rest on partly
 * different items; n is then the smallest number of items that one of them uses. Influences and
 * differences of influences that are 0 by algebra are 0, not what rounding leaves.
 *
 * <p><b>Cost.</b> O(distinct rows x G²) from mergeable counts. <b>Agrees with</b> multiagree {@code
 * delta.pair} and {@code hot.test} without clusters. <b>Source.</b> Hotelling (1931); Vanbelle
 * (2017), Psychometrika 82, 399-419; McKenzie et al. (1996), Journal of Psychiatric Research 30,
 * 483-492, for the question. Immutable and thread-safe.
 */
public final class JointEstimates {
  /** Share of a difference's variance that the others leave, below which it is but rounding. */
  private static final double SINGULAR = 1e-12;

  private static final String METHOD = "equal coefficients of the same items, Hotelling";

  private final List<Outcome> values;
  private final double[][] covariance; // rows of undefined coefficients are 0
  private final double[][] ofDifference; // variances
  private final long items;

  private JointEstimates(
      List<Outcome> values, double[][] covariance, double[][] ofDifference, long items) {
    this.values = List.copyOf(values);
    this.covariance = covariance;
    this.ofDifference = ofDifference;
    this.items = items;
  }

  /**
   * A coefficient of some columns.
   *
   * @param coefficient which, with its weights
   * @param columns the raters it is read from
   */
  public record Reading(Coefficient coefficient, List<Integer> columns) {
    public Reading {
      columns = List.copyOf(columns);
    }

    /**
     * A coefficient of some columns.
     *
     * @param coefficient which, with its weights
     * @param columns the raters it is read from
     * @return the reading
     */
    public static Reading of(Coefficient coefficient, int... columns) {
      return new Reading(coefficient, Arrays.stream(columns).boxed().toList());
    }
  }

  /**
   * Reads coefficients off the same rows.
   *
   * @param rows the items; a rating may be missing
   * @param readings at least two
   * @return the estimates with their covariance
   * @throws IllegalArgumentException if a column does not exist, weights and grades differ in
   *     number, or two readings have no item in common: those are independent, see {@link
   *     IndependentEstimates}
   */
  public static JointEstimates of(RatingRows rows, List<Reading> readings) {
    Check.atLeast("readings", 2, readings.size());
    DistinctVectors distinct = rows.snapshot();
    var influences = new ArrayList<Influence>();
    for (Reading reading : readings) {
      influences.add(Influence.of(reading, rows, distinct));
    }
    double[][] covariance = new double[readings.size()][readings.size()];
    double[][] ofDifference = new double[readings.size()][readings.size()];
    long items = Long.MAX_VALUE;
    for (int g = 0; g < covariance.length; g++) {
      items = Math.min(items, influences.get(g).items());
      for (int h = 0; h <= g; h++) {
        requireCommonItem(influences, g, h);
        covariance[g][h] = influences.get(g).covariance(influences.get(h), distinct);
        covariance[h][g] = covariance[g][h];
        ofDifference[g][h] = influences.get(g).differenceVariance(influences.get(h), distinct);
        ofDifference[h][g] = ofDifference[g][h];
      }
    }
    return new JointEstimates(
        influences.stream().map(Influence::value).toList(), covariance, ofDifference, items);
  }

  private static void requireCommonItem(List<Influence> influences, int g, int h) {
    Influence one = influences.get(g);
    Influence other = influences.get(h);
    if (one.items() > 0 && other.items() > 0 && !one.overlaps(other)) {
      throw new IllegalArgumentException(
          "readings "
              + h
              + " and "
              + g
              + " must have an item in common, got none; compare them as independent estimates");
    }
  }

  /**
   * The coefficients.
   *
   * @return one per reading
   */
  public List<Outcome> values() {
    return values;
  }

  /**
   * Standard errors by the delta method.
   *
   * @return one per reading, undefined where the coefficient is
   */
  public List<Outcome> standardErrors() {
    var errors = new ArrayList<Outcome>();
    for (int g = 0; g < covariance.length; g++) {
      errors.add(values.get(g).defined() ? Outcome.of(Math.sqrt(covariance[g][g])) : values.get(g));
    }
    return errors;
  }

  /**
   * Covariance of two coefficients.
   *
   * @param g place of a reading
   * @param h place of a reading
   * @return 0 where a coefficient is undefined
   */
  public double covariance(int g, int h) {
    return covariance[Check.index("g", g, covariance.length, "readings")][
        Check.index("h", h, covariance.length, "readings")];
  }

  /**
   * Correlation of two coefficients.
   *
   * @param g place of a reading
   * @param h place of a reading
   * @return in [-1, 1]; undefined (ZERO_VARIANCE) when a standard error is 0
   */
  public Outcome correlation(int g, int h) {
    double scale = Math.sqrt(covariance(g, g)) * Math.sqrt(covariance(h, h));
    if (scale == 0) {
      return Outcome.undefined(
          values.get(g).reason().or(values.get(h)::reason).orElse(Undefined.ZERO_VARIANCE));
    }
    return Outcome.of(g == h ? 1 : Math.max(-1, Math.min(1, covariance(g, h) / scale)));
  }

  /**
   * Difference of two coefficients.
   *
   * @param g place of a reading
   * @param h place of another
   * @return x_g - x_h
   */
  public Outcome difference(int g, int h) {
    return undefined().defined()
        ? Outcome.of(values.get(g).value() - values.get(h).value())
        : undefined();
  }

  /**
   * Standard error of a difference.
   *
   * @param g place of a reading
   * @param h place of another
   * @return sqrt(var g + var h - 2 cov); 0 when both are the same coefficient by algebra
   */
  public Outcome differenceError(int g, int h) {
    double variance =
        ofDifference[Check.index("g", g, covariance.length, "readings")][
            Check.index("h", h, covariance.length, "readings")];
    return undefined().defined() ? Outcome.of(Math.sqrt(variance)) : undefined();
  }

  /**
   * Hotelling's test that all coefficients are equal. For kappas of pairs prefer {@link
   * SmoothedReadings}: with few items, or few of them with a rare grade, this p is at most .05 in
   * up to .24 of the samples in which they are equal.
   *
   * @return T² with G - 1 degrees of freedom and p from F; undefined when a coefficient is, when
   *     there are no more items than coefficients (TOO_FEW_ITEMS), or when some difference has no
   *     variance (ZERO_VARIANCE)
   */
  public TestResult equal() {
    int contrasts = covariance.length - 1;
    if (!undefined().defined()) {
      return none(undefined(), contrasts);
    }
    double[] differences = new double[contrasts];
    double[][] variance = new double[contrasts][contrasts];
    for (int g = 0; g < contrasts; g++) {
      differences[g] = values.get(g + 1).value() - values.get(0).value();
      for (int h = 0; h < contrasts; h++) {
        variance[g][h] =
            (ofDifference[g + 1][0] + ofDifference[h + 1][0] - ofDifference[g + 1][h + 1]) / 2;
      }
    }
    return hotelling(differences, variance, (double) items, METHOD);
  }

  /**
   * Hotelling's test of stated coefficients.
   *
   * @param hypothesised one per reading, finite
   * @return T² with G degrees of freedom and p from F on G and n - G; undefined like {@link #equal}
   */
  public TestResult against(double... hypothesised) {
    int g = covariance.length;
    if (hypothesised.length != g) {
      throw new IllegalArgumentException(
          "hypothesised must have one value for each of "
              + g
              + " readings, got "
              + hypothesised.length);
    }
    if (!undefined().defined()) {
      return none(undefined(), g);
    }
    double[] differences = new double[g];
    for (int i = 0; i < g; i++) {
      differences[i] =
          values.get(i).value() - Check.finite("hypothesised[" + i + "]", hypothesised[i]);
    }
    return hotelling(differences, covariance, (double) items, "stated coefficients, Hotelling");
  }

  // The first undefined coefficient, or any defined one.
  private Outcome undefined() {
    return values.stream().filter(x -> !x.defined()).findFirst().orElse(values.get(0));
  }

  static TestResult hotelling(double[] x, double[][] variance, double items, String method) {
    int p = x.length;
    if (items <= p) {
      return none(Outcome.undefined(Undefined.TOO_FEW_ITEMS), p);
    }
    OptionalDouble square = statistic(x, variance);
    if (square.isEmpty()) {
      return none(Outcome.undefined(Undefined.ZERO_VARIANCE), p);
    }
    double statistic = square.getAsDouble();
    double degrees = items - p;
    double f = statistic * degrees / ((items - 1.0) * p);
    return new TestResult(
        Outcome.of(statistic), p, Outcome.of(new FisherF(p, degrees).tails(f).upper()), method);
  }

  /** x' V^-1 x; empty when some combination of the components has no variance. */
  static OptionalDouble statistic(double[] x, double[][] variance) {
    int p = x.length;
    // Scaled to unit diagonal, so that "singular" does not depend on how small the errors are.
    DMatrixRMaj scaled = new DMatrixRMaj(p, p);
    double[] z = new double[p];
    for (int i = 0; i < p; i++) {
      if (!(variance[i][i] > 0)) {
        return OptionalDouble.empty();
      }
      z[i] = x[i] / Math.sqrt(variance[i][i]);
      for (int j = 0; j < p; j++) {
        scaled.set(i, j, variance[i][j] / Math.sqrt(variance[i][i]) / Math.sqrt(variance[j][j]));
      }
    }
    CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(p, true);
    if (!cholesky.decompose(scaled)) {
      return OptionalDouble.empty();
    }
    DMatrixRMaj factor = cholesky.getT(null);
    double square = 0;
    double[] solution = new double[p];
    for (int i = 0; i < p; i++) {
      if (factor.get(i, i) * factor.get(i, i) < SINGULAR) {
        return OptionalDouble.empty();
      }
      solution[i] = z[i];
      for (int j = 0; j < i; j++) {
        solution[i] -= factor.get(i, j) * solution[j];
      }
      solution[i] /= factor.get(i, i);
      square += solution[i] * solution[i];
    }
    return OptionalDouble.of(square);
  }

  private static TestResult none(Outcome reason, int degreesOfFreedom) {
    return new TestResult(reason, degreesOfFreedom, reason, METHOD);
  }
}
