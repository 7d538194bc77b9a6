package org.assay.drift;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.assay.internal.Normal;
import org.assay.internal.Root;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Run lengths of a chart of unit normal observations as an integral equation, solved at the nodes
 * of a Gauss-Legendre rule (Nystroem):
 *
 * <pre>{@code
 * L(z) = 1 + L(floor) P(floor | z) + integral of L(x) density(x | z) dx over (floor, limit)
 * }</pre>
 *
 * <p>A chart moves by z' = keep z + gain x + shift, x normal with mean {@code mean}, and is held at
 * the floor if it has one.
 */
final class IntegralEquation {
  private static final int NODES = 160;
  private static final double LEAST_LIMIT = 1e-3;
  private static final double GROWTH = 1.5;
  private static final double MOST_RUN_LENGTH = 1e9;
  private static final GaussIntegratorFactory RULES = new GaussIntegratorFactory();
  private static final int STEPS_TO_STEADY = 100_000;
  private static final double STEADY = 1e-13;

  /**
   * How a chart moves.
   *
   * @param keep share of the value that is kept, in [0, 1]
   * @param gain of the observation, above 0
   * @param shift added each time
   */
  record Moves(double keep, double gain, double shift) {
    double density(double from, double to, double mean) {
      return Normal.STANDARD.mass((to - shift - keep * from) / gain - mean) / gain;
    }

    double below(double from, double to, double mean) {
      return Normal.STANDARD.tails((to - shift - keep * from) / gain - mean).lower();
    }
  }

  /**
   * The limit with a wanted run length. Far above it the equations cannot be solved, so that it is
   * come up to from below.
   */
  static double limit(double wanted, DoubleUnaryOperator runLength) {
    if (!(wanted >= 2 && wanted <= MOST_RUN_LENGTH)) {
      throw new IllegalArgumentException("runLength must be in [2, 1e9], got " + wanted);
    }
    double above = LEAST_LIMIT;
    while (runLength.applyAsDouble(above) < wanted) {
      above *= GROWTH;
    }
    return Root.between(l -> Math.log(runLength.applyAsDouble(l) / wanted), above / GROWTH, above);
  }

  private final Moves moves;
  private final boolean hasFloor;
  private final double[] nodes; // the first is the floor, if there is one
  private final double[] weights; // 0 for the floor

  IntegralEquation(Moves moves, double lower, double upper, boolean hasFloor) {
    this.moves = moves;
    this.hasFloor = hasFloor;
    GaussIntegrator rule = RULES.legendre(NODES, lower, upper);
    int first = hasFloor ? 1 : 0;
    nodes = new double[NODES + first];
    weights = new double[NODES + first];
    if (hasFloor) {
      nodes[0] = lower;
    }
    for (int i = 0; i < NODES; i++) {
      nodes[i + first] = rule.getPoint(i);
      weights[i + first] = rule.getWeight(i);
    }
  }

  /** Probability of going from a value to a node, times the weight of the node. */
  private double mass(double from, int to, double mean) {
    return hasFloor && to == 0
        ? moves.below(from, nodes[0], mean)
        : weights[to] * moves.density(from, nodes[to], mean);
  }

  /** Mean number of observations until the chart leaves, from each node. */
  double[] runLengths(double mean) {
    int n = nodes.length;
    DMatrixRMaj matrix = new DMatrixRMaj(n, n);
    DMatrixRMaj ones = new DMatrixRMaj(n, 1);
    for (int i = 0; i < n; i++) {
      ones.set(i, 0, 1);
      for (int j = 0; j < n; j++) {
        matrix.set(i, j, (i == j ? 1 : 0) - mass(nodes[i], j, mean));
      }
    }
    DMatrixRMaj lengths = new DMatrixRMaj(n, 1);
    CommonOps_DDRM.solve(matrix, ones, lengths);
    return lengths.getData();
  }

  /** Mean number of observations until the chart leaves, from a value. */
  double runLength(double from, double mean) {
    return oneMore(from, mean, runLengths(mean));
  }

  private double oneMore(double from, double mean, double[] lengths) {
    double length = 1;
    for (int j = 0; j < nodes.length; j++) {
      length += mass(from, j, mean) * lengths[j];
    }
    return length;
  }

  /**
   * Mean number of observations after a change of the mean until the chart leaves, when it has run
   * for long at mean 0 without leaving.
   */
  double steadyStateRunLength(double mean) {
    double[] at = new double[nodes.length];
    at[nodes.length / 2] = 1;
    for (int step = 0; step < STEPS_TO_STEADY; step++) {
      double[] next = after(this, at, 0);
      double stay = 0;
      double moved = 0;
      for (double p : next) {
        stay += p;
      }
      for (int i = 0; i < next.length; i++) {
        next[i] /= stay;
        moved += Math.abs(next[i] - at[i]);
      }
      at = next;
      if (moved < STEADY) {
        break;
      }
    }
    return runLength(at, mean);
  }

  /** Probabilities of the nodes of this chart, one observation after a value. */
  double[] after(double from, double mean) {
    double[] at = new double[nodes.length];
    for (int j = 0; j < at.length; j++) {
      at[j] = mass(from, j, mean);
    }
    return at;
  }

  /** Probabilities of the nodes of this chart, one observation after those of another. */
  double[] after(IntegralEquation before, double[] at, double mean) {
    double[] next = new double[nodes.length];
    for (int i = 0; i < at.length; i++) {
      for (int j = 0; j < next.length; j++) {
        next[j] += at[i] * mass(before.nodes[i], j, mean);
      }
    }
    return next;
  }

  /** Mean of the run lengths over probabilities of the nodes. */
  double runLength(double[] at, double mean) {
    double[] lengths = runLengths(mean);
    double length = 0;
    for (int i = 0; i < at.length; i++) {
      length += at[i] * lengths[i];
    }
    return length;
  }
}
