package org.assay.latent;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assay.internal.DirichletMoments;
import org.assay.latent.Climb.Top;

/**
 * The prior of a team, estimated from its own matrices (empirical Bayes).
 *
 * <p>Rows of the assessors for right grade k are taken as draws from one Dirichlet distribution
 * with mean m and total A. From the most likely rows x_j without a prior and the effective numbers
 * of gradings n_j behind them, N in all, J rows that have any, L cells with m_l above 0:
 *
 * <pre>{@code
 * m_l = sum_j n_j x_jl / N
 * Q   = sum_j n_j sum_l (x_jl - m_l)^2 / m_l
 * 1 / (A + 1) = (Q - (J - 1)(L - 1)) / ((L - 1) sum_j (1 - n_j / N)(n_j - 1))
 * }</pre>
 *
 * <p>the moment estimate of what rows vary beyond multinomial chance, held between A = 1 and A =
 * 9,999 (a team without differences). The effective number is the expected number of gradings less
 * the information that is missing because the right grade is not seen: with u = the score of a
 * grading in its row, of variance V over what the right grade may be, each takes off sum_l V_l /
 * x_l / (L - 1). An item that was graded once so counts for little. Pseudo-counts A m_l then make
 * each row the posterior mean.
 */
final class TeamPrior {
  private static final double NONE = 1e-9; // a cell that is taken as 0

  private TeamPrior() {}

  static LatentFit fit(Search search) {
    Top plain = search.climb(search.start(null), null);
    LatentFit free = search.finished(plain, Optional.empty());
    double[] pseudo = pseudoCounts(free);
    double[] start = new Maximisation(search.shape(), pseudo).of(plain.step().counts());
    Top top = search.climb(start, pseudo);
    Convergence c = top.convergence();
    var convergence =
        new Convergence(
            c.logLikelihood(),
            c.objective(),
            c.iterations() + plain.convergence().iterations(),
            c.converged() && plain.convergence().converged(),
            c.lastChange(),
            c.largestFall());
    return search.finished(
        new Top(top.x(), top.step(), convergence), Optional.of(prior(search.shape(), pseudo)));
  }

  private static double[] pseudoCounts(LatentFit fit) {
    ModelShape shape = fit.shape();
    double[] x = fit.parameters();
    double[][] size = effective(fit);
    double[] pseudo = new double[shape.parameters()];
    for (int kind = 0; kind < shape.kinds(); kind++) {
      double[][] rows = new double[shape.assessors()][shape.cells()];
      for (int j = 0; j < rows.length; j++) {
        for (int l = 0; l < rows[j].length; l++) {
          rows[j][l] = size[j][kind] * x[shape.parameter(j, kind, l)];
        }
      }
      double[] alpha = dirichlet(rows);
      for (int j = 0; j < rows.length; j++) {
        for (int l = 0; l < alpha.length; l++) {
          pseudo[shape.parameter(j, kind, l)] = alpha[l];
        }
      }
    }
    return pseudo;
  }

  /** Effective gradings by assessor and kind of row. */
  static double[][] effective(LatentFit fit) {
    ModelShape shape = fit.shape();
    double[] x = fit.parameters();
    ItemGradings data = fit.gradings();
    double[][] size = new double[shape.assessors()][shape.kinds()];
    double[] p = new double[shape.classes];
    double[] mass = new double[shape.cells()];
    for (int i = 0; i < data.items(); i++) {
      if (data.from(i) == data.to(i)) {
        continue;
      }
      fit.classes(i, p);
      for (int at = data.from(i); at < data.to(i); at++) {
        int j = data.assessor(at);
        for (int kind = 0; kind < shape.kinds(); kind++) {
          Arrays.fill(mass, 0);
          if (shape.model == LatentModel.ONE_COIN) {
            mass[0] = p[data.grade(at)];
            mass[1] = 1 - mass[0];
          } else {
            mass[data.grade(at)] = p[kind]; // classes 0 to K - 1 have the rows
          }
          size[j][kind] += information(shape, x, j, kind, mass);
        }
      }
    }
    for (double[] row : size) {
      Arrays.setAll(row, kind -> Math.max(0, row[kind]));
    }
    return size;
  }

  // What a grading adds: its probability of being in the row, less the variance of its score.
  private static double information(
      ModelShape shape, double[] x, int assessor, int kind, double[] mass) {
    double all = Arrays.stream(mass).sum();
    if (all == 0) {
      return 0;
    }
    double missing = 0;
    int free = -1;
    for (int l = 0; l < mass.length; l++) {
      double cell = x[shape.parameter(assessor, kind, l)];
      if (cell > NONE) {
        free++;
        double mean = mass[l] - cell * all;
        double square = mass[l] * (1 - cell) * (1 - cell) + (all - mass[l]) * cell * cell;
        missing += (square - mean * mean) / cell;
      }
    }
    return free > 0 ? all - missing / free : all;
  }

  /** A m_l from rows of counts; 0 throughout when there are none. */
  static double[] dirichlet(double[][] rows) {
    int cells = rows[0].length;
    double[] mean = new double[cells];
    double[] size = new double[rows.length];
    for (int j = 0; j < rows.length; j++) {
      for (int l = 0; l < cells; l++) {
        mean[l] += rows[j][l];
        size[j] += rows[j][l];
      }
    }
    double total = Arrays.stream(size).sum();
    if (!(total > 0)) {
      return mean;
    }
    int used = 0;
    for (int l = 0; l < cells; l++) {
      mean[l] /= total;
      used += mean[l] > 0 ? 1 : 0;
    }
    var moments = new DirichletMoments(total);
    for (int j = 0; j < rows.length; j++) {
      if (size[j] > 0) {
        double distance = 0;
        for (int l = 0; l < cells; l++) {
          double off = rows[j][l] / size[j] - mean[l];
          distance += mean[l] > 0 ? off * off / mean[l] : 0;
        }
        moments.add(size[j], distance);
      }
    }
    double concentration = moments.concentration(used);
    double[] alpha = new double[cells];
    Arrays.setAll(alpha, l -> concentration * mean[l]);
    return alpha;
  }

  private static DirichletPrior prior(ModelShape shape, double[] pseudo) {
    int grades = shape.grades;
    List<List<Double>> rows =
        IntStream.range(0, grades)
            .mapToObj(
                k -> IntStream.range(0, grades).mapToObj(l -> cell(shape, pseudo, k, l)).toList())
            .toList();
    return new DirichletPrior(rows, IntStream.range(0, grades).mapToObj(k -> 0.0).toList());
  }

  // The two cells of one-coin are shared out over the matrix, which adds them up again.
  private static double cell(ModelShape shape, double[] pseudo, int right, int given) {
    if (shape.model == LatentModel.ONE_COIN) {
      int grades = shape.grades;
      return right == given
          ? pseudo[shape.parameter(0, 0, 0)] / grades
          : pseudo[shape.parameter(0, 0, 1)] / (grades * (grades - 1));
    }
    return pseudo[shape.parameter(0, right, given)];
  }
}
