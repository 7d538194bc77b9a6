package org.assay.estimate;

import java.util.Arrays;
import java.util.List;
import org.assay.internal.DirichletMoments;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/**
 * Rows, or columns, of the matrices of a team as draws from one Dirichlet distribution each, found
 * by moments ({@link DirichletMoments}) from the effective checks of each assessor.
 *
 * <pre>{@code
 * shrunken = (n x + A m) / (n + A)
 * }</pre>
 *
 * with x and n the share and the effective checks of the assessor's row, m the team's share and A
 * the checks that the likeness of people is worth. Empirical Bayes: A and m are estimated from the
 * same matrices. O(cells that occur).
 */
final class TeamRows {
  private final MatrixSums team;
  private final boolean byReference;
  private final double[] mean; // by place of the team's cell
  private final double[] concentration; // by grade of the row; 0 without a check

  TeamRows(MatrixSums team, List<MatrixSums> people, boolean byReference) {
    this.team = team;
    this.byReference = byReference;
    int k = team.grades;
    mean = new double[team.keys.length];
    double[] total = new double[k];
    for (MatrixSums own : people) {
      for (int row : own.used) {
        total[row] += own.effective(row, byReference);
      }
      for (int i = 0; i < own.keys.length; i++) {
        mean[place(own.keys[i])] += size(own, i) * own.weights[i];
      }
    }
    int[] cells = new int[k];
    for (int c = 0; c < mean.length; c++) {
      int row = row(team.keys[c]);
      mean[c] /= total[row];
      cells[row]++;
    }
    DirichletMoments[] moments = new DirichletMoments[k];
    for (MatrixSums own : people) {
      double[] distance = new double[own.used.length];
      for (int i = 0; i < own.keys.length; i++) {
        int row = row(own.keys[i]);
        double x = own.weights[i] / own.margin(row, byReference);
        distance[Arrays.binarySearch(own.used, row)] += x * x / mean[place(own.keys[i])];
      }
      for (int u = 0; u < own.used.length; u++) {
        int row = own.used[u];
        double size = own.effective(row, byReference);
        if (size > 0) {
          moments[row] = moments[row] == null ? new DirichletMoments(total[row]) : moments[row];
          moments[row].add(size, Math.max(0, distance[u] - 1));
        }
      }
    }
    concentration = new double[k];
    for (int row = 0; row < k; row++) {
      concentration[row] = moments[row] == null ? 0 : moments[row].concentration(cells[row]);
    }
  }

  private int row(int key) {
    return byReference ? key / team.grades : key % team.grades;
  }

  private int place(int key) {
    return Arrays.binarySearch(team.keys, key);
  }

  // Effective checks of the cell's row for each unit of its weight.
  private double size(MatrixSums own, int cell) {
    int row = row(own.keys[cell]);
    return own.effective(row, byReference) / own.margin(row, byReference);
  }

  /** A: how many checks the team's row is worth; undefined where nobody has one. */
  Outcome concentration(int row) {
    return concentration[row] > 0
        ? Outcome.of(concentration[row])
        : Outcome.undefined(Undefined.UNUSED_GRADE);
  }

  Outcome shrunken(MatrixSums own, int reference, int grade) {
    int row = byReference ? reference : grade;
    double a = concentration[row];
    if (!(a > 0)) {
      return Outcome.undefined(Undefined.UNUSED_GRADE);
    }
    int at = place(reference * team.grades + grade);
    double m = at < 0 ? 0 : mean[at];
    double n = own.effective(row, byReference);
    int cell = own.find(reference, grade);
    double x = cell < 0 ? 0 : own.weights[cell] / own.margin(row, byReference);
    return Outcome.of(Math.min(1, (n * x + a * m) / (n + a)));
  }
}
