package org.assay.size;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NoFeasibleSolutionException;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * The tables of two raters that have given marginals and a given Cohen's kappa.
 *
 * <p>Marginals and kappa fix chance agreement and with it the sum of the diagonal; what they leave
 * open is linear, and so is the large-sample variance of kappa in the cells (Flack et al. 1988,
 * Psychometrika 53, 321-325).
 */
final class KappaTables {
  private static final double FEASIBLE = 1e-8; // marginals add up to 1 within 1e-9

  private KappaTables() {}

  /** Q, n times the large-sample variance of kappa, in the table where it is largest. */
  static double largestVariance(
      String name, double kappa, List<Double> first, List<Double> second) {
    int grades = first.size();
    if (second.size() != grades) {
      throw new IllegalArgumentException(
          "marginals must have as many grades for both raters, got "
              + grades
              + " and "
              + second.size());
    }
    double pe = 0;
    for (int i = 0; i < grades; i++) {
      pe += first.get(i) * second.get(i);
    }
    double po = kappa * (1 - pe) + pe;
    double[] influence = new double[grades * grades];
    double[] diagonal = new double[grades * grades];
    for (int i = 0; i < grades; i++) {
      for (int j = 0; j < grades; j++) {
        double root =
            i == j
                ? 1 - pe - (first.get(i) + second.get(i)) * (1 - po)
                : (1 - po) * (second.get(i) + first.get(j));
        influence[i * grades + j] = root * root;
        diagonal[i * grades + j] = i == j ? 1 : 0;
      }
    }
    List<LinearConstraint> constraints = margins(first, second);
    constraints.add(new LinearConstraint(diagonal, Relationship.EQ, po));
    double largest = maximum(name, kappa, influence, constraints);
    double mean = po * pe - 2 * pe + po;
    return Math.max(0, largest - mean * mean) / Math.pow(1 - pe, 4);
  }

  private static List<LinearConstraint> margins(List<Double> first, List<Double> second) {
    int grades = first.size();
    var constraints = new ArrayList<LinearConstraint>();
    for (int i = 0; i < grades; i++) {
      double[] row = new double[grades * grades];
      double[] column = new double[grades * grades];
      for (int j = 0; j < grades; j++) {
        row[i * grades + j] = 1;
        column[j * grades + i] = 1;
      }
      constraints.add(new LinearConstraint(row, Relationship.EQ, first.get(i)));
      constraints.add(new LinearConstraint(column, Relationship.EQ, second.get(i)));
    }
    return constraints;
  }

  private static double maximum(
      String name, double kappa, double[] objective, List<LinearConstraint> constraints) {
    try {
      return new SimplexSolver(FEASIBLE)
          .optimize(
              new LinearObjectiveFunction(objective, 0),
              new LinearConstraintSet(constraints),
              GoalType.MAXIMIZE,
              new NonNegativeConstraint(true))
          .getValue();
    } catch (NoFeasibleSolutionException e) {
      throw new IllegalArgumentException(
          name + " must be possible with these marginals, got " + kappa, e);
    }
  }
}
