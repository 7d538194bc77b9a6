package org.assay.plan;

import org.assay.internal.Check;
import org.assay.internal.DiscreteDistribution;
import org.assay.internal.Hypergeometric;
import org.assay.plan.OperatingCharacteristic.OperatingPoint;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/**
 * How a plan behaves at one quality, exactly.
 *
 * <p>Built by one forward recursion over (checks, errors): the probability of each undecided state
 * after n checks gives those after n + 1. Before the first look the number of errors is binomial or
 * hypergeometric, and nothing is walked. Cost O(maximum x width of the undecided band).
 */
public final class BoundaryRun {
  // Shorter waits for the first look are walked like the rest: no cost, and the same last digits.
  private static final int SHORTEST_LEAP = 64;

  private final double[] acceptedAt;
  private final double[] rejectedAt;
  private double accept;
  private double reject;
  private double acceptedErrors;

  private BoundaryRun(int maximum) {
    acceptedAt = new double[maximum + 1];
    rejectedAt = new double[maximum + 1];
  }

  /** The chance that the next check finds an error, whatever is known of the lot. */
  interface NextError {
    double chance(int checked, int errors);
  }

  /**
   * Runs a boundary at a quality.
   *
   * @param boundary the plan
   * @param lot what is checked
   * @param quality defective items of a lot, rate of a stream
   * @return exact probabilities
   */
  public static BoundaryRun of(Boundary boundary, Lot lot, double quality) {
    NextError next = (n, d) -> lot.nextError(quality, n, d);
    int leap = boundary.firstLook() - 1; // until then the number of errors is all there is to know
    if (leap < SHORTEST_LEAP || lot.size() > Hypergeometric.LARGEST) {
      return from(boundary, 0, 0, next);
    }
    DiscreteDistribution errors = ErrorModel.of(lot).errors(leap, quality);
    double[] p = new double[boundary.maximum() + 2];
    int low = (int) errors.minimum();
    int high = (int) errors.maximum();
    for (int d = low; d <= high; d++) {
      p[d] = Math.exp(errors.logMass(d));
    }
    return run(boundary, leap, 0, p, low, high, next);
  }

  /** Runs the rest of a boundary from a state that is still undecided. */
  static BoundaryRun from(Boundary boundary, int checked, int errors, NextError next) {
    double[] p = new double[boundary.maximum() - checked + 2];
    p[0] = 1;
    return run(boundary, checked, errors, p, 0, 0, next);
  }

  // p[i] is the probability of errors + i of them after that many checks, for i from low to high
  private static BoundaryRun run(
      Boundary boundary, int checked, int errors, double[] p, int from, int to, NextError next) {
    var run = new BoundaryRun(boundary.maximum());
    int low = from;
    int high = to;
    for (int n = checked; n < boundary.maximum() && low <= high; n++) {
      Check.goingOn();
      for (int i = high; i >= low; i--) {
        double error = p[i] * next.chance(n, errors + i);
        p[i + 1] += error;
        p[i] -= error;
      }
      high++;
      int accept = boundary.acceptAt(n + 1) - errors;
      for (; low <= high && low <= accept; low++) {
        run.acceptedAt[n + 1] += p[low];
        run.acceptedErrors += p[low] * (errors + low);
        p[low] = 0;
      }
      int reject = Math.max(low, boundary.rejectAt(n + 1) - errors);
      for (; high >= reject; high--) {
        run.rejectedAt[n + 1] += p[high];
        p[high] = 0;
      }
    }
    for (int n = 0; n <= boundary.maximum(); n++) {
      run.accept += run.acceptedAt[n];
      run.reject += run.rejectedAt[n];
    }
    return run;
  }

  /**
   * Probability of accepting.
   *
   * @return in [0, 1]
   */
  public double accept() {
    return accept;
  }

  /**
   * Probability of rejecting.
   *
   * @return in [0, 1]
   */
  public double reject() {
    return reject;
  }

  /**
   * Probability that the boundary ends without a decision; above 0 only for always-valid plans.
   *
   * @return in [0, 1]
   */
  public double undecided() {
    return Math.max(0, 1 - accept - reject);
  }

  /**
   * Probability of accepting within n checks.
   *
   * @param n checks
   * @return in [0, 1]
   */
  public double acceptWithin(int n) {
    return sum(acceptedAt, n);
  }

  /**
   * Probability of rejecting within n checks.
   *
   * @param n checks
   * @return in [0, 1]
   */
  public double rejectWithin(int n) {
    return sum(rejectedAt, n);
  }

  /**
   * Expected number of checks; an undecided end counts as the maximum.
   *
   * @return average sample number
   */
  public double averageSampleNumber() {
    double mean = undecided() * (acceptedAt.length - 1);
    for (int n = 1; n < acceptedAt.length; n++) {
      mean += n * (acceptedAt[n] + rejectedAt[n]);
    }
    return mean;
  }

  /**
   * The number of checks that is enough with a stated chance.
   *
   * @param chance in (0, 1)
   * @return smallest n with P(decided within n) at least the chance; the maximum when there is none
   */
  public int quantile(double chance) {
    double sum = 0;
    for (int n = 0; n < acceptedAt.length; n++) {
      sum += acceptedAt[n] + rejectedAt[n];
      if (sum >= chance) {
        return n;
      }
    }
    return acceptedAt.length - 1;
  }

  /**
   * The same as other plans state it. An undecided end counts as checked throughout.
   *
   * @param lot what was checked
   * @param quality as in {@link #of}
   * @return outgoing quality is E[(D - errors found); accepted] / N in a lot
   */
  public OperatingPoint point(Lot lot, double quality) {
    double total = (reject + undecided()) * lot.size();
    for (int n = 1; n < acceptedAt.length; n++) {
      total += n * acceptedAt[n];
    }
    return new OperatingPoint(
        lot.rate(quality),
        accept,
        reject,
        averageSampleNumber(),
        quantile(0.95),
        lot.finite() ? (quality * accept - acceptedErrors) / lot.size() : quality * accept,
        lot.finite() ? Outcome.of(total) : Outcome.undefined(Undefined.NOT_APPLICABLE));
  }

  private static double sum(double[] at, int n) {
    double sum = 0;
    for (int i = 0; i <= Math.min(n, at.length - 1); i++) {
      sum += at[i];
    }
    return sum;
  }
}
