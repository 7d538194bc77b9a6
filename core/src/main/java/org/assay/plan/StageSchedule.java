package org.assay.plan;

import java.util.Arrays;
import java.util.List;
import org.assay.internal.Binomial;
import org.assay.internal.DiscreteDistribution;
import org.assay.internal.Hypergeometric;

/**
 * The sizes of a multiple plan, with all probabilities that its numbers need.
 *
 * <p>Given e errors at the end of a stage, how many of them came in earlier stages does not depend
 * on the quality. So a plan is judged at every quality at once by the share of the ways to d errors
 * that are still undecided:
 *
 * <pre>{@code
 * mass(i, d)          = P(X_n(i) = d | quality)
 * back(i, e, d)       = P(X_n(i) = d | X_n(i+1) = e)       hypergeometric; binomial for counts
 * ways(i+1, e)        = sum over undecided d of back(i, e, d) ways(i, d)
 * P(stop at (i, d))   = ways(i, d) mass(i, d)
 * }</pre>
 *
 * <p>Memory and cost: stages times width squared.
 */
final class StageSchedule {
  // Part of the producer's risk that lies beyond the largest number of errors looked at.
  private static final double BEYOND = 1e-14;

  final long[] sizes;
  final int stages;
  final int width; // errors 0 .. width - 1 are looked at; more always reject
  final double first; // checks of the first stage
  final double[][] good; // mass at the acceptable quality
  final double[][] bad; // mass at the unacceptable one
  final double[][] next; // checks of the next stage times the weighted mass
  private final double[][][] back;

  StageSchedule(
      ErrorModel model, Promise promise, List<OptimalPlans.Weight> weights, long[] sizes) {
    this.sizes = sizes;
    stages = sizes.length;
    first = sizes[0];
    long[] done = sizes.clone();
    Arrays.parallelPrefix(done, Long::sum);
    double rare = BEYOND * promise.producerRisk();
    width = 1 + (int) model.errors(done[stages - 1], promise.acceptable()).upperQuantile(rare);
    good = new double[stages][];
    bad = new double[stages][];
    next = new double[stages - 1][width];
    back = new double[stages - 1][width][];
    double total = weights.stream().mapToDouble(OptimalPlans.Weight::weight).sum();
    for (int i = 0; i < stages; i++) {
      good[i] = masses(model.errors(done[i], promise.acceptable()));
      bad[i] = masses(model.errors(done[i], promise.unacceptable()));
    }
    for (int i = 0; i + 1 < stages; i++) {
      for (OptimalPlans.Weight w : weights) {
        double[] mass = masses(model.errors(done[i], w.quality()));
        for (int d = 0; d < width; d++) {
          next[i][d] += sizes[i + 1] * w.weight() / total * mass[d];
        }
      }
      for (int e = 0; e < width; e++) {
        back[i][e] = back(model, done[i], done[i + 1], e);
      }
    }
  }

  private double[] masses(DiscreteDistribution errors) {
    double[] mass = new double[width];
    for (int d = 0; d < width; d++) {
      mass[d] = Math.exp(errors.logMass((long) d));
    }
    return mass;
  }

  // From about the likeliest number outward, the terms following from each other by a ratio.
  private static double[] back(ErrorModel model, long n, long then, int errors) {
    double[] mass = new double[errors + 1];
    boolean counts = model.kind() == ErrorModel.Kind.POISSON;
    if (!counts && errors > then) {
      return mass;
    }
    long rest = then - n;
    int mode = (int) Math.min(errors, (errors + 1) * (n + 1) / (then + 2));
    DiscreteDistribution before =
        counts ? new Binomial(errors, (double) n / then) : new Hypergeometric(then, errors, n);
    mass[mode] = Math.exp(before.logMass((long) mode));
    for (int d = mode; d < errors; d++) {
      double odds = counts ? (double) n / rest : (double) (n - d) / (rest - errors + d + 1);
      mass[d + 1] = Math.max(0, mass[d] * odds * (errors - d) / (d + 1));
    }
    for (int d = mode; d > 0; d--) {
      double odds = counts ? (double) rest / n : (double) (rest - errors + d) / (n - d + 1);
      mass[d - 1] = Math.max(0, mass[d] * odds * d / (errors - d + 1));
    }
    return mass;
  }

  /** What a plan of these sizes does: weighted checks, and both risks. */
  record Behaviour(double checks, double reject, double accept) {}

  /**
   * Runs the numbers of a plan.
   *
   * @param accept acceptance numbers by stage
   * @param reject rejection numbers by stage
   */
  Behaviour run(int[] accept, int[] reject) {
    double checks = first;
    double rejected = 0;
    double accepted = 0;
    double[] ways = new double[width];
    Arrays.fill(ways, 1);
    for (int i = 0; i < stages; i++) {
      for (int d = 0; d < width; d++) {
        if (d <= accept[i]) {
          accepted += ways[d] * bad[i][d];
        } else if (d >= reject[i]) {
          rejected += ways[d] * good[i][d];
        } else {
          checks += ways[d] * next[i][d];
        }
      }
      if (i + 1 < stages) {
        ways = onward(i, ways, accept[i], reject[i]);
      }
    }
    return new Behaviour(checks, rejected, accepted);
  }

  /** The undecided share of the ways to each number of errors at the end of the next stage. */
  double[] onward(int stage, double[] ways, int accept, int reject) {
    double[] then = new double[width];
    for (int e = accept + 1; e < width; e++) {
      double[] row = back[stage][e];
      double sum = 0;
      for (int d = accept + 1; d < Math.min(reject, e + 1); d++) {
        sum += row[d] * ways[d];
      }
      then[e] = sum;
    }
    return then;
  }

  /** The other way: for each number of errors now, the sum over what may follow. */
  void backward(int stage, double[] valueThen, double[] sums) {
    for (int e = 0; e < width; e++) {
      double[] row = back[stage][e];
      for (int d = 0; d <= e; d++) {
        sums[d] += row[d] * valueThen[e];
      }
    }
  }
}
