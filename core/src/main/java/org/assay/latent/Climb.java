package org.assay.latent;

import org.assay.internal.Check;
import org.assay.latent.Expectation.Step;

/**
 * Expectation-maximisation from a start to where the log-likelihood grows no more, plain or in
 * larger steps.
 *
 * <p>An iteration is an M-step and an E-step. The larger steps are those of SQUAREM, scheme S3
 * (Varadhan and Roland 2008, Scand. J. Statist. 35, 335-353, doi:10.1111/j.1467-9469.2007.00585.x):
 * with r the first of two plain steps and v the difference between them, x + 2 a r + a^2 v, a = |r|
 * / |v|. It is taken only where the log-likelihood is at least that after one plain step, so that
 * it never falls.
 */
final class Climb {
  private static final double ROUNDING = 1e-9; // relative fall that no rounding explains
  private static final double FIRST = 4; // longest step at first, and what it grows by
  private static final double SHRINK = 0.1; // of a parameter that a larger step would make negative

  private final Expectation expectation;
  private final Maximisation maximisation;
  private final ModelShape shape;
  private final double tolerance;
  private final int maximumIterations;

  private double[] x;
  private Step step;
  private double objective;
  private Double lastChange; // null until there is one
  private double largestFall;
  private int iterations;
  private boolean converged;

  Climb(
      Expectation expectation,
      Maximisation maximisation,
      ModelShape shape,
      double tolerance,
      int maximumIterations) {
    this.expectation = expectation;
    this.maximisation = maximisation;
    this.shape = shape;
    this.tolerance = tolerance;
    this.maximumIterations = maximumIterations;
  }

  /** Where it ended. */
  static final class Top {
    private final double[] x;
    private final Step step;
    private final Convergence convergence;

    Top(double[] x, Step step, Convergence convergence) {
      this.x = x;
      this.step = step;
      this.convergence = convergence;
    }

    /** Parameters; not a copy. */
    double[] x() {
      return x;
    }

    /** The E-step of these parameters. */
    Step step() {
      return step;
    }

    Convergence convergence() {
      return convergence;
    }
  }

  Top from(double[] start, boolean accelerated) {
    x = start;
    step = expectation.of(x);
    objective = step.logLikelihood() + maximisation.logPrior(x);
    iterations = 1;
    if (accelerated) {
      squarem();
    } else {
      while (iterations < maximumIterations && !isDone()) {
        plain();
      }
    }
    return new Top(
        x,
        step,
        new Convergence(
            step.logLikelihood(), objective, iterations, converged, lastChange, largestFall));
  }

  private void plain() {
    Check.goingOn();
    double[] next = maximisation.of(step.counts());
    Step nextStep = expectation.of(next);
    double nextObjective = nextStep.logLikelihood() + maximisation.logPrior(next);
    double change = nextObjective - objective;
    double size = Math.abs(nextObjective);
    if (change < -ROUNDING * size) {
      throw new IllegalStateException(
          "an EM step must not lower the log-likelihood, which is a defect of Assay: from "
              + objective
              + " to "
              + nextObjective);
    }
    largestFall = Math.max(largestFall, -change);
    lastChange = change;
    converged = Math.abs(change) <= tolerance * size;
    x = next;
    step = nextStep;
    objective = nextObjective;
    iterations++;
  }

  private void squarem() {
    double longest = FIRST;
    while (iterations + 2 <= maximumIterations && !isDone()) {
      double[] x0 = x;
      plain();
      if (isDone() || iterations == maximumIterations) {
        return;
      }
      double[] x1 = x;
      double[] x2 = maximisation.of(step.counts());
      double length = Math.min(longest, length(x0, x1, x2));
      if (length > 1 && tryAt(extrapolated(x0, x1, x2, length))) {
        longest = length == longest ? FIRST * longest : longest;
      } else {
        longest = length > 1 ? Math.max(FIRST, longest / FIRST) : longest;
        if (iterations < maximumIterations) {
          plain();
        }
      }
    }
    while (iterations < maximumIterations && !isDone()) {
      plain();
    }
  }

  private boolean isDone() {
    return converged && tolerance > 0;
  }

  private boolean tryAt(double[] next) {
    Step nextStep = expectation.of(next);
    iterations++;
    double nextObjective = nextStep.logLikelihood() + maximisation.logPrior(next);
    if (!(nextObjective >= objective)) {
      return false;
    }
    x = next;
    step = nextStep;
    objective = nextObjective;
    return true;
  }

  private static double length(double[] x0, double[] x1, double[] x2) {
    double r = 0;
    double v = 0;
    for (int p = 0; p < x0.length; p++) {
      double first = x1[p] - x0[p];
      double second = x2[p] - x1[p] - first;
      r += first * first;
      v += second * second;
    }
    return v == 0 ? 1 : Math.sqrt(r / v);
  }

  private double[] extrapolated(double[] x0, double[] x1, double[] x2, double a) {
    double[] next = new double[x0.length];
    for (int p = 0; p < next.length; p++) {
      double r = x1[p] - x0[p];
      double v = x2[p] - x1[p] - r;
      double to = x0[p] + 2 * a * r + a * a * v;
      next[p] = to > 0 ? to : SHRINK * x2[p];
    }
    shape.normalise(next);
    return next;
  }
}
