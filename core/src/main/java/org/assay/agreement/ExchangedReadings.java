package org.assay.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.assay.agreement.JointEstimates.Reading;
import org.assay.count.DistinctVectors;
import org.assay.count.RatingRows;
import org.assay.internal.Check;
import org.assay.result.Outcome;
import org.assay.result.TestResult;

/**
 * Test that kappas of pairs of raters on the same items are equal, by exchange of the pairs within
 * items.
 *
 * <pre>{@code
 * T²  Hotelling's statistic of JointEstimates
 * p   = (1 + exchanges with a T² as large) / (1 + exchanges)
 * }</pre>
 *
 * <p>An exchange hands each item's pairs of grades to the readings in a random order. When the
 * pairs are alike in distribution p is exact at any number of items; when the kappas are equal and
 * the grade shares differ it holds in large samples only, because T² is divided by its own error:
 * measured sizes are in {@code bench/results/dependent-kappas.md}. {@link SmoothedReadings} does
 * not ask for equal shares and is the one to use. An exchange in which T² does not exist counts as
 * one as large.
 *
 * <p><b>Edges.</b> Complete items only. Undefined as {@link JointEstimates#equal()} is. With more
 * than 5,000 items whose pairs differ it gives Hotelling's p, which then holds. <br>
 * <b>Cost.</b> O(exchanges x (items whose pairs differ + grades^2) x readings^2). The random
 * numbers are pinned. <br>
 * <b>Source.</b> Janssen (1997), Statistics and Probability Letters 36, 9-21; Chung and Romano
 * (2013), Annals of Statistics 41, 484-507.
 */
public final class ExchangedReadings {
  private static final int EXCHANGES = 1_999;
  private static final int MANY = 5_000;
  private static final long SEED = 0x2545F4914F6CDD1DL;
  private static final double ROUNDING = 1e-9; // of T²: exchanges that differ by rounding are equal

  private final PairCoefficient coefficient;
  private final int readings;
  private final long[] alike; // items whose pairs are all in this cell
  private final List<int[]> different = new ArrayList<>(); // cells, one per reading

  private ExchangedReadings(PairCoefficient coefficient, int readings) {
    this.coefficient = coefficient;
    this.readings = readings;
    this.alike = new long[coefficient.grades() * coefficient.grades()];
  }

  /**
   * The test.
   *
   * @param coefficient kappa with its weights
   * @param rows the items; only those that everybody rated are used
   * @param pairs two columns each, at least two pairs
   * @return T² with as many degrees of freedom as there are differences, and p
   */
  public static TestResult of(PairCoefficient coefficient, RatingRows rows, List<int[]> pairs) {
    Check.atLeast("pairs", 2, pairs.size());
    RatingRows complete = rows.complete();
    TestResult hotelling =
        JointEstimates.of(
                complete, pairs.stream().map(pair -> Reading.of(coefficient, pair)).toList())
            .equal();
    if (!hotelling.statistic().defined()) {
      return hotelling;
    }
    var items = new ExchangedReadings(coefficient, pairs.size());
    return items.add(complete.snapshot(), pairs)
        ? new TestResult(
            hotelling.statistic(),
            hotelling.degreesOfFreedom(),
            Outcome.of(items.share(hotelling.statistic().value())),
            "equal coefficients of the same items, exchange")
        : hotelling;
  }

  /** Whether there are few enough items to exchange. */
  private boolean add(DistinctVectors distinct, List<int[]> pairs) {
    int grades = coefficient.grades();
    for (int v = 0; v < distinct.size(); v++) {
      int[] row = distinct.vector(v);
      int[] cells = pairs.stream().mapToInt(p -> row[p[0]] * grades + row[p[1]]).toArray();
      if (Arrays.stream(cells).allMatch(cell -> cell == cells[0])) {
        alike[cells[0]] += distinct.count(v);
      } else if (different.size() + distinct.count(v) > MANY) {
        return false;
      } else {
        for (long i = 0; i < distinct.count(v); i++) {
          different.add(cells.clone());
        }
      }
    }
    return true;
  }

  private double share(double statistic) {
    var random = new SplittableRandom(SEED);
    int asLarge = 1;
    for (int e = 0; e < EXCHANGES; e++) {
      for (int[] cells : different) {
        shuffle(cells, random);
      }
      OptionalDouble exchanged = statistic();
      asLarge +=
          exchanged.isEmpty() || exchanged.getAsDouble() >= statistic * (1 - ROUNDING) ? 1 : 0;
    }
    return asLarge / (1.0 + EXCHANGES);
  }

  private static void shuffle(int[] cells, SplittableRandom random) {
    for (int i = cells.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int cell = cells[i];
      cells[i] = cells[j];
      cells[j] = cell;
    }
  }

  private OptionalDouble statistic() {
    double[] values = new double[readings];
    double[][] influence = new double[readings][];
    for (int g = 0; g < readings; g++) {
      double[] totals = new double[alike.length];
      for (int cell = 0; cell < totals.length; cell++) {
        totals[cell] = alike[cell];
      }
      for (int[] cells : different) {
        totals[cells[g]]++;
      }
      Disagreement d = coefficient.evaluate(totals);
      if (!d.isDefined()) {
        return OptionalDouble.empty();
      }
      values[g] = d.coefficient();
      influence[g] = coefficient.gradient(totals);
    }
    double[] differences = new double[readings - 1];
    for (int g = 1; g < readings; g++) {
      differences[g - 1] = values[g] - values[0];
    }
    if (Arrays.stream(differences).allMatch(x -> x == 0)) {
      return OptionalDouble.of(0);
    }
    return JointEstimates.statistic(differences, variance(influence));
  }

  private double[][] variance(double[][] influence) {
    double[][] variance = new double[readings - 1][readings - 1];
    int[] cells = new int[readings];
    for (int cell = 0; cell < alike.length; cell++) {
      if (alike[cell] > 0) {
        Arrays.fill(cells, cell);
        addSquares(influence, cells, (double) alike[cell], variance);
      }
    }
    for (int[] item : different) {
      addSquares(influence, item, 1, variance);
    }
    return variance;
  }

  private static void addSquares(
      double[][] influence, int[] cells, double times, double[][] variance) {
    double first = influence[0][cells[0]];
    for (int g = 1; g < cells.length; g++) {
      double u = influence[g][cells[g]] - first;
      for (int h = 1; h <= g; h++) {
        double product = times * u * (influence[h][cells[h]] - first);
        variance[g - 1][h - 1] += product;
        variance[h - 1][g - 1] += h == g ? 0 : product;
      }
    }
  }
}
