package org.assay.simulate;

import java.util.List;
import org.assay.simulate.Team.AssessorProfile;
import org.assay.simulate.Team.BoundaryChange;
import org.assay.simulate.Team.GradingModel;

/** How one assessor grades in one week: cumulative probabilities of the grades. */
final class Behaviour {
  private final double[][] easy; // [reference][grade], cumulative
  private final double[][] hard;

  private Behaviour(double[][] easy, double[][] hard) {
    this.easy = easy;
    this.hard = hard;
  }

  static Behaviour of(Team team, AssessorProfile assessor, int week) {
    GradingModel model = team.grading();
    double[][] easy = scaled(model.easy(), assessor.errorFactor());
    double[][] hard = scaled(model.hard(), assessor.errorFactor());
    for (BoundaryChange c : team.boundaryChanges()) {
      if (c.assessor().equals(assessor.id()) && (c.weeks() == null || c.weeks().contains(week))) {
        int reference = model.grades().indexOf(c.reference());
        int grade = model.grades().indexOf(c.grade());
        easy[reference][grade] = c.easy();
        hard[reference][grade] = c.hard();
      }
    }
    return new Behaviour(cumulative(easy, assessor), cumulative(hard, assessor));
  }

  int grade(Draws draws, boolean isHard, int reference) {
    return draws.pick((isHard ? hard : easy)[reference]);
  }

  private static double[][] scaled(List<List<Double>> matrix, double factor) {
    int k = matrix.size();
    double[][] p = new double[k][k];
    for (int r = 0; r < k; r++) {
      for (int g = 0; g < k; g++) {
        p[r][g] = r == g ? 0 : matrix.get(r).get(g) * factor;
      }
    }
    return p;
  }

  // Fills in the diagonal and sums up.
  private static double[][] cumulative(double[][] p, AssessorProfile assessor) {
    for (int r = 0; r < p.length; r++) {
      double errors = 0;
      for (double x : p[r]) {
        errors += x;
      }
      if (errors > 1) {
        throw new IllegalArgumentException(
            "error probabilities of " + assessor.id() + " must sum to at most 1, got " + errors);
      }
      p[r][r] = 1 - errors;
      for (int g = 1; g < p.length; g++) {
        p[r][g] += p[r][g - 1];
      }
    }
    return p;
  }
}
