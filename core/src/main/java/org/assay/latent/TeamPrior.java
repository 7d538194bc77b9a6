package org.assay.latent;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assay.latent.Climb.Top;

/**
 * The prior of a team, estimated from its own matrices (empirical Bayes).
 *
 * <p>Rows of the assessors for right grade k are taken as draws from one Dirichlet distribution
 * with mean m and total A. From expected gradings n_jl with sums n_j, N and J rows that have any:
 *
 * <pre>{@code
 * m_l = sum_j n_jl / N
 * Q   = sum_j n_j sum_l (n_jl / n_j - m_l)^2 / m_l
 * 1 / (A + 1) = (Q - (J - 1)(L - 1)) / ((L - 1) sum_j (1 - n_j / N)(n_j - 1))
 * }</pre>
 *
 * <p>L being the cells with m_l above 0: the moment estimate of overdispersion beside multinomial
 * variation, held between A = 1 and A = 9,999 (a team without differences). Pseudo-counts A m_l
 * then make each row the posterior mean. Counts and fit take turns until A m changes by less than
 * one part in 1,000; fractions of expected counts vary less than whole gradings, so that A is
 * somewhat too large where items are graded once or twice.
 */
final class TeamPrior {
  private static final int MOST_ROUNDS = 50;
  private static final double SETTLED = 1e-3;
  private static final double LEAST = 1e-4; // 1 / (A + 1)
  private static final double MOST = 0.5;

  private TeamPrior() {}

  static LatentFit fit(Search search) {
    ModelShape shape = search.shape();
    double[] pseudo = null;
    double[] x = search.start(null);
    int iterations = 0;
    for (int round = 1; ; round++) {
      Top top = search.climb(x, pseudo);
      double[] next = pseudoCounts(shape, top.step().counts());
      boolean settled = pseudo != null && change(pseudo, next) < SETTLED;
      Convergence c = top.convergence();
      iterations += c.iterations();
      if (settled || round == MOST_ROUNDS) {
        var convergence =
            new Convergence(
                c.logLikelihood(),
                c.objective(),
                iterations,
                c.converged() && settled,
                c.lastChange(),
                c.largestFall());
        return search.finished(
            new Top(top.x(), top.step(), convergence), Optional.of(prior(shape, pseudo)));
      }
      pseudo = next;
      x = new Maximisation(shape, pseudo).of(top.step().counts());
    }
  }

  private static double change(double[] before, double[] after) {
    double most = 0;
    for (int p = 0; p < before.length; p++) {
      double size = Math.max(before[p], after[p]);
      most = size > 0 ? Math.max(most, Math.abs(after[p] - before[p]) / Math.max(1, size)) : most;
    }
    return most;
  }

  static double[] pseudoCounts(ModelShape shape, double[] counts) {
    double[] pseudo = new double[shape.parameters()];
    for (int kind = 0; kind < shape.kinds(); kind++) {
      double[][] rows = new double[shape.assessors()][shape.cells()];
      for (int j = 0; j < rows.length; j++) {
        for (int l = 0; l < rows[j].length; l++) {
          rows[j][l] = counts[shape.parameter(j, kind, l)];
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

  /** A m_l from rows of counts; 0 throughout when there are none. */
  static double[] dirichlet(double[][] rows) {
    int cells = rows[0].length;
    double[] mean = new double[cells];
    double[] size = new double[rows.length];
    int used = 0;
    for (int j = 0; j < rows.length; j++) {
      for (int l = 0; l < cells; l++) {
        mean[l] += rows[j][l];
        size[j] += rows[j][l];
      }
      used += size[j] > 0 ? 1 : 0;
    }
    double total = Arrays.stream(size).sum();
    if (!(total > 0)) {
      return mean;
    }
    int free = -1;
    for (int l = 0; l < cells; l++) {
      mean[l] /= total;
      free += mean[l] > 0 ? 1 : 0;
    }
    double spread = 0;
    double room = 0;
    for (int j = 0; j < rows.length; j++) {
      if (size[j] > 0) {
        for (int l = 0; l < cells; l++) {
          double off = rows[j][l] / size[j] - mean[l];
          spread += mean[l] > 0 ? size[j] * off * off / mean[l] : 0;
        }
        room += (1 - size[j] / total) * Math.max(0, size[j] - 1);
      }
    }
    double excess = spread - (used - 1.0) * free;
    double share = free > 0 && room > 0 ? excess / (free * room) : LEAST;
    double concentration = 1 / Math.max(LEAST, Math.min(MOST, share)) - 1;
    double[] alpha = new double[cells];
    Arrays.setAll(alpha, l -> concentration * mean[l]);
    return alpha;
  }

  private static DirichletPrior prior(ModelShape shape, double[] pseudo) {
    int grades = shape.grades;
    List<List<Double>> rows =
        IntStream.range(0, grades)
            .mapToObj(
                k ->
                    IntStream.range(0, grades)
                        .mapToObj(
                            l ->
                                shape.model == LatentModel.ONE_COIN
                                    ? pseudo[shape.parameter(0, 0, k == l ? 0 : 1)]
                                        / (k == l ? grades : (grades - 1) * grades)
                                    : pseudo[shape.parameter(0, k, l)])
                        .toList())
            .toList();
    return new DirichletPrior(rows, IntStream.range(0, grades).mapToObj(k -> 0.0).toList());
  }
}
