package org.assay.drift;

import org.assay.internal.Binomial;
import org.assay.internal.Check;
import org.assay.internal.DiscreteDistribution;
import org.assay.internal.Poisson;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Run lengths of one-sided cumulative sums of counts: errors of batches of checks (binomial), of
 * single checks (Bernoulli), or per period (Poisson).
 *
 * <pre>{@code
 * S = max(0, S + x - reference),  signal when S >= limit
 * }</pre>
 *
 * The chart is a Markov chain on a lattice of which reference and limit are multiples; where there
 * is none with at most {@value #MOST_STATES} states, the nearest. Exact in the first case.
 *
 * <p>Cost: O(states^3). <b>Source.</b> Brook and Evans (1972), Biometrika 59, 539-549; Lucas
 * (1985), Technometrics 27, 129-144.
 *
 * @param reference errors per batch that are no evidence, above 0
 * @param limit in errors, above 0
 */
public record CountCusum(double reference, double limit) {
  /** States of the chain at most. */
  public static final int MOST_STATES = 1_200;

  private static final int MOST_PER_ERROR = 1_000;
  private static final double STEPS = 4; // in the order of how often a rising chart steps
  private static final double SAME = 1e-9;
  private static final double NO_MASS = 1e-18;

  public CountCusum {
    Check.positive("reference", reference);
    Check.positive("limit", limit);
  }

  /**
   * The chart of the likelihood ratio of two rates, in errors.
   *
   * <pre>{@code
   * reference = n r1 / r2,  limit = evidence / r2
   * r1 = ln((1 - p0) / (1 - p1)),  r2 = ln(p1 (1 - p0) / (p0 (1 - p1)))
   * }</pre>
   *
   * @param checks n, checks of a batch, at least 1
   * @param inControlRate p0, in (0, 1)
   * @param shiftedRate p1, in (p0, 1)
   * @param evidence logarithm of the likelihood ratio at which to signal, above 0
   * @return the chart
   */
  public static CountCusum ofRates(
      int checks, double inControlRate, double shiftedRate, double evidence) {
    Check.atLeast("checks", 1, checks);
    Check.openUnit("inControlRate", inControlRate);
    Check.openUnit("shiftedRate", shiftedRate);
    if (shiftedRate <= inControlRate) {
      throw new IllegalArgumentException(
          "shiftedRate must be above inControlRate, got " + shiftedRate);
    }
    double r1 = Math.log1p(-inControlRate) - Math.log1p(-shiftedRate);
    double r2 = Math.log(shiftedRate / inControlRate) + r1;
    return new CountCusum(checks * r1 / r2, evidence / r2);
  }

  /**
   * Mean number of batches until a signal.
   *
   * @param checks of a batch, at least 1
   * @param rate of errors among them, in (0, 1)
   * @param start where the chart begins, in [0, limit)
   * @return at least 1; infinite where a signal cannot come
   */
  public double binomialRunLength(int checks, double rate, double start) {
    Check.openUnit("rate", rate);
    return runLength(new Binomial(Check.atLeast("checks", 1, checks), rate), start);
  }

  /**
   * Mean number of periods until a signal.
   *
   * @param mean errors per period, above 0
   * @param start where the chart begins, in [0, limit)
   * @return at least 1
   */
  public double poissonRunLength(double mean, double start) {
    return runLength(new Poisson(Check.positive("mean", mean)), start);
  }

  private double runLength(DiscreteDistribution errors, double start) {
    if (!(start >= 0 && start < limit)) {
      throw new IllegalArgumentException("start must be in [0, limit), got " + start);
    }
    if (errors.maximum() <= reference) {
      return Double.POSITIVE_INFINITY;
    }
    int perError = perError();
    int down = (int) Math.round(reference * perError);
    int states = (int) Math.max(1, Math.round(limit * perError));
    DMatrixRMaj matrix = CommonOps_DDRM.identity(states);
    for (long x = 0; x <= errors.maximum(); x++) {
      long rise = x * perError - down;
      if (rise >= states || (x > errors.mean() && errors.tails(x - 1).upper() < NO_MASS)) {
        break;
      }
      double p = Math.exp(errors.logMass(x));
      for (int s = 0; s < states; s++) {
        long to = Math.max(0, s + rise);
        if (to < states) {
          matrix.add(s, (int) to, -p);
        }
      }
    }
    DMatrixRMaj lengths = new DMatrixRMaj(states, 1);
    DMatrixRMaj ones = new DMatrixRMaj(states, 1);
    CommonOps_DDRM.fill(ones, 1);
    CommonOps_DDRM.solve(matrix, ones, lengths);
    return lengths.get((int) Math.min(states - 1, Math.round(start * perError)), 0);
  }

  /**
   * Lattice points per error: the fewest that fit, or those that change the run length least. A
   * reference that is off counts at every step, a limit that is off once.
   */
  private int perError() {
    int most = (int) Math.max(1, Math.min(MOST_PER_ERROR, Math.floor(MOST_STATES / limit)));
    int best = 1;
    double least = Double.POSITIVE_INFINITY;
    for (int b = 1; b <= most; b++) {
      double cost = off(limit * b) / b + STEPS * limit / reference * off(reference * b) / b;
      if (cost < SAME) {
        return b;
      }
      if (cost < least) {
        least = cost;
        best = b;
      }
    }
    return best;
  }

  private static double off(double x) {
    return Math.abs(x - Math.rint(x));
  }
}
