package org.assay.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.assay.data.Selections.Blindness;
import org.assay.result.Outcome;
import org.assay.result.Undefined;
import org.junit.jupiter.api.Test;

class DesignAgreementTest {
  private static final double TINY = 1e-9; // a sample of a lot so large that nothing is taken off

  private static List<CheckCell> table(long[][] counts) {
    List<CheckCell> cells = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < counts.length; j++) {
        if (counts[i][j] > 0) {
          cells.add(CheckedAgreement.cell(0, TINY, i, j, counts[i][j]));
        }
      }
    }
    return cells;
  }

  /**
   * Cohen (1960), p. 45: kappa .492 (29/59 exactly); standard error by the delta method
   * 0.0510018156, here with divisor n - 1.
   */
  @Test
  void equalWeightsGiveCohen1960() {
    DesignAgreement a =
        CheckedAgreement.of(
            table(new long[][] {{88, 14, 18}, {10, 40, 10}, {2, 6, 12}}), 3, Blindness.BLIND);
    assertEquals(29.0 / 59, CheckedAgreement.kappa(a).value().value(), 1e-12);
    assertEquals(
        0.0510018156 * Math.sqrt(200 / 199.0),
        CheckedAgreement.kappa(a).standardError().value(),
        1e-9);
    assertEquals(200, a.checked());
  }

  /** AC1 of the same table: q = .55, .3, .15; p_g = (.2475 + .21 + .1275) / 2; p_o = .7. */
  @Test
  void ac1ByHand() {
    DesignAgreement a =
        CheckedAgreement.of(
            table(new long[][] {{88, 14, 18}, {10, 40, 10}, {2, 6, 12}}), 3, Blindness.BLIND);
    double chance = (.55 * .45 + .3 * .7 + .15 * .85) / 2;
    assertEquals((.7 - chance) / (1 - chance), CheckedAgreement.ac1(a).value().value(), 1e-12);
  }

  /** Derivatives against differences: moving a little weight to a cell moves AC1 by its score. */
  @Test
  void standardErrorOfAc1AgreesWithTheJackknife() {
    long[][] counts = {{88, 14, 18}, {10, 40, 10}, {2, 6, 12}};
    double whole =
        CheckedAgreement.of(table(counts), 3, Blindness.BLIND).estimates().get(1).value().value();
    double sum = 0;
    double mean = 0;
    double[][] left = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        long n = counts[i][j];
        counts[i][j] = n - 1;
        left[i][j] =
            CheckedAgreement.of(table(counts), 3, Blindness.BLIND)
                .estimates()
                .get(1)
                .value()
                .value();
        counts[i][j] = n;
        mean += n * left[i][j] / 200;
      }
    }
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        sum += counts[i][j] * Math.pow(left[i][j] - mean, 2);
      }
    }
    double jackknife = Math.sqrt(sum * 199 / 200);
    DesignAgreement a = CheckedAgreement.of(table(counts), 3, Blindness.BLIND);
    assertEquals(whole, CheckedAgreement.ac1(a).value().value(), 0);
    assertEquals(
        jackknife,
        CheckedAgreement.ac1(a).standardError().value(),
        jackknife * .01); // both are first order in 1/n
  }

  /** Sampled by grade: the weighted table is the population's, whatever the design took. */
  @Test
  void weightsUndoTheDesign() {
    // Population: 1000 graded A (950 agree), 100 graded B (60 agree). All B checked, one A in ten.
    List<CheckCell> cells =
        List.of(
            CheckedAgreement.cell(0, .1, 0, 0, 95),
            CheckedAgreement.cell(0, .1, 1, 0, 5),
            CheckedAgreement.cell(1, 1, 0, 1, 40),
            CheckedAgreement.cell(1, 1, 1, 1, 60));
    DesignAgreement a = CheckedAgreement.of(cells, 2, Blindness.BLIND);
    double pe = (990.0 * 1000 + 110.0 * 100) / (1100.0 * 1100);
    assertEquals(1010 / 1100.0, a.observed().value(), 1e-12);
    assertEquals((1010 / 1100.0 - pe) / (1 - pe), CheckedAgreement.kappa(a).value().value(), 1e-12);
    assertEquals(0, a.commonest());
    assertEquals(.9, a.commonestShare(), 1e-12);
  }

  @Test
  void oneGradeThroughoutHasNoKappa() {
    DesignAgreement a =
        CheckedAgreement.of(List.of(CheckedAgreement.cell(0, .1, 1, 1, 20)), 3, Blindness.BLIND);
    assertEquals(Outcome.undefined(Undefined.NO_VARIATION), CheckedAgreement.kappa(a).value());
    assertEquals(1, CheckedAgreement.ac1(a).value().value(), 1e-12);
    assertTrue(CheckedAgreement.kappa(a).interval().contains(-1));
  }

  @Test
  void othersAndPendingDoNotCount() {
    DesignAgreement a =
        CheckedAgreement.of(
            List.of(CheckedAgreement.cell(0, .1, 1, 1, 20)), 3, Blindness.NON_BLIND);
    assertEquals(0, a.checked());
    assertEquals(Outcome.undefined(Undefined.TOO_FEW_ITEMS), CheckedAgreement.kappa(a).value());
  }
}
