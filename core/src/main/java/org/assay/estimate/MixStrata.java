package org.assay.estimate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.data.ErrorClass;

/**
 * Weighted checks of each assessor by what they were of: stream and reference grade. Sums over
 * checks of the basis, each check on its own.
 */
final class MixStrata {
  /** Sums of one assessor, or of all, by number of the stratum. */
  static final class Sums {
    private long[] checks = new long[0];
    private double[] weight = new double[0];
    private double[] errors = new double[0];
    private double[] errorSquares = new double[0];
    private double[] squares = new double[0];
    private double[] heaviest = new double[0];

    private void add(int stratum, double w, long count, boolean isError) {
      if (stratum >= checks.length) {
        int size = Math.max(8, 2 * stratum + 2);
        checks = Arrays.copyOf(checks, size);
        weight = Arrays.copyOf(weight, size);
        errors = Arrays.copyOf(errors, size);
        errorSquares = Arrays.copyOf(errorSquares, size);
        squares = Arrays.copyOf(squares, size);
        heaviest = Arrays.copyOf(heaviest, size);
      }
      checks[stratum] += count;
      weight[stratum] += count * w;
      squares[stratum] += count * w * w;
      heaviest[stratum] = Math.max(heaviest[stratum], w);
      if (isError) {
        errors[stratum] += count * w;
        errorSquares[stratum] += count * w * w;
      }
    }

    long checks(int stratum) {
      return stratum < checks.length ? checks[stratum] : 0;
    }

    double weight(int stratum) {
      return stratum < weight.length ? weight[stratum] : 0;
    }

    double errors(int stratum) {
      return stratum < errors.length ? errors[stratum] : 0;
    }

    double errorSquares(int stratum) {
      return stratum < errorSquares.length ? errorSquares[stratum] : 0;
    }

    double squares(int stratum) {
      return stratum < squares.length ? squares[stratum] : 0;
    }

    double heaviest(int stratum) {
      return stratum < heaviest.length ? heaviest[stratum] : 0;
    }

    double rate(int stratum) {
      return weight(stratum) > 0 ? Math.min(1, errors(stratum) / weight(stratum)) : 0;
    }
  }

  /** Those of the team without one assessor. */
  record Others(Sums team, Sums own) {
    long checks(int stratum) {
      return team.checks(stratum) - own.checks(stratum);
    }

    double rate(int stratum) {
      double w = team.weight(stratum) - own.weight(stratum);
      return checks(stratum) > 0 && w > 0
          ? Math.max(0, Math.min(1, (team.errors(stratum) - own.errors(stratum)) / w))
          : 0;
    }

    /** Squared standard error of the rate. */
    double variance(int stratum) {
      double w = team.weight(stratum) - own.weight(stratum);
      if (checks(stratum) <= 0 || !(w > 0)) {
        return 0;
      }
      double r = rate(stratum);
      double wrong = Math.max(0, team.errorSquares(stratum) - own.errorSquares(stratum));
      double all = Math.max(wrong, team.squares(stratum) - own.squares(stratum));
      return ((1 - r) * (1 - r) * wrong + r * r * (all - wrong)) / (w * w);
    }
  }

  private final Map<Long, Integer> numbers = new HashMap<>();
  private final SortedMap<Integer, Sums> people = new TreeMap<>();
  private final Sums team = new Sums();

  MixStrata(List<CheckCell> cells, CheckWeights weights, ErrorClass errors) {
    for (CheckCell c : cells) {
      double w = weights.factor(c) / c.probability();
      if (c.pending() || !c.isOf(weights.basis()) || !(w > 0)) {
        continue;
      }
      int stratum =
          numbers.computeIfAbsent(
              (long) c.stream() << Integer.SIZE | c.reference(), key -> numbers.size());
      boolean isError = errors.counts(c.reference(), c.grade());
      people.computeIfAbsent(c.assessor(), a -> new Sums()).add(stratum, w, c.count(), isError);
      team.add(stratum, w, c.count(), isError);
    }
  }

  int size() {
    return numbers.size();
  }

  Sums team() {
    return team;
  }

  SortedMap<Integer, Sums> people() {
    return people;
  }
}
