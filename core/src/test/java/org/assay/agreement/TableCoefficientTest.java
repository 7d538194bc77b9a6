package org.assay.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.assay.agreement.Weights.WeightScheme;
import org.assay.count.ConfusionMatrix;
import org.assay.count.DistinctVectors;
import org.assay.result.Outcome;
import org.assay.result.Undefined;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A table of shares is a table of counts divided by their sum. */
class TableCoefficientTest {
  private static final long[][] COUNTS = {{88, 14, 18}, {10, 40, 10}, {2, 6, 12}};

  static List<Coefficient> coefficients() {
    Weights quadratic = WeightScheme.QUADRATIC.ofGrades(3);
    Weights identity = Weights.identity(3);
    return List.of(
        CohenKappa.with(identity),
        CohenKappa.with(quadratic),
        ScottPi.with(quadratic),
        CongerKappa.with(identity),
        LightKappa.with(identity),
        FleissKappa.with(quadratic),
        GwetAc.with(identity),
        GwetAc.with(quadratic),
        BrennanPrediger.with(quadratic),
        PercentAgreement.with(quadratic),
        new PeerKappa(identity));
  }

  private static double[][] shares() {
    return Arrays.stream(COUNTS)
        .map(row -> Arrays.stream(row).mapToDouble(n -> n / 200.0).toArray())
        .toArray(double[][]::new);
  }

  @ParameterizedTest
  @MethodSource("coefficients")
  void valueIsThatOfTheCounts(Coefficient coefficient) {
    ConfusionMatrix pairs = ConfusionMatrix.create(3);
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        pairs.add(i, j, COUNTS[i][j]);
      }
    }
    DistinctVectors rows = pairs.snapshot();
    double[] totals = new double[coefficient.totals(coefficient.pair(0, 0).length)];
    for (int v = 0; v < rows.size(); v++) {
      long n = rows.count(v);
      int[] pair = rows.vector(v);
      coefficient.contribute(coefficient.pair(pair[0], pair[1]), (t, x) -> totals[t] += n * x);
    }
    Disagreement counted = coefficient.evaluate(totals);
    TableCoefficient table = TableCoefficient.of(coefficient);
    assertEquals(counted.coefficient(), table.value(shares()).value(), 1e-14);
    assertEquals(1 - counted.expected(), table.chance(shares()).value(), 1e-14);
  }

  /** Moving a little of the population to a pair moves the coefficient by its score. */
  @ParameterizedTest
  @MethodSource("coefficients")
  void scoresAreDerivatives(Coefficient coefficient) {
    TableCoefficient table = TableCoefficient.of(coefficient);
    double[][] shares = shares();
    double[][] scores = table.scores(shares);
    double at = table.value(shares).value();
    double mean = 0;
    double step = 1e-6;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        mean += shares[i][j] * scores[i][j];
        double[][] moved = shares();
        for (double[] row : moved) {
          Arrays.setAll(row, k -> row[k] * (1 - step));
        }
        moved[i][j] += step;
        assertEquals((table.value(moved).value() - at) / step, scores[i][j], 1e-4);
      }
    }
    assertEquals(0, mean, 1e-12);
  }

  @Test
  void saysWhyThereIsNone() {
    TableCoefficient kappa = TableCoefficient.of(CohenKappa.with(Weights.identity(2)));
    assertEquals(
        Outcome.undefined(Undefined.NO_VARIATION), kappa.value(new double[][] {{1, 0}, {0, 0}}));
    assertEquals(
        Outcome.undefined(Undefined.NO_PAIRS), kappa.value(new double[][] {{0, 0}, {0, 0}}));
    assertThrows(IllegalArgumentException.class, () -> kappa.value(new double[3][3]));
  }
}
