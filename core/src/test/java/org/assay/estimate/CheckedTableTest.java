package org.assay.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.assay.data.Selections.Blindness;
import org.assay.result.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckedTableTest {
  /**
   * Weights that do not add up evenly: agreement of 1.0000000000000002 must not break the limits.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void perfectAgreementStaysInside(int seed) {
    var random = new SplittableRandom(seed);
    List<CheckCell> cells = new ArrayList<>();
    for (int s = 0; s < 40; s++) {
      cells.add(
          CheckedAgreement.cell(s, .01 + random.nextDouble(), s % 3, s % 3, 1 + random.nextInt(9)));
    }
    cells.replaceAll(
        c ->
            c.probability() > 1
                ? CheckedAgreement.cell(c.stratum(), 1, c.reference(), c.grade(), 2)
                : c);
    DesignAgreement a = CheckedAgreement.of(cells, 3, Blindness.BLIND);
    for (Interval limits :
        List.of(
            CheckedAgreement.kappa(a).interval(),
            CheckedAgreement.ac1(a).interval(),
            CheckedAgreement.normal(CheckedAgreement.kappa(a)),
            CheckedAgreement.normal(CheckedAgreement.ac1(a)))) {
      assertTrue(limits.lower() >= -1 && limits.upper() == 1, limits.toString());
    }
    assertTrue(CheckedAgreement.kappa(a).interval().lower() < .99);
  }

  @Test
  void allCheckedLeavesNoDoubt() {
    DesignAgreement a =
        CheckedAgreement.of(
            List.of(
                CheckedAgreement.cell(0, 1, 0, 0, 40),
                CheckedAgreement.cell(0, 1, 0, 1, 5),
                CheckedAgreement.cell(0, 1, 1, 1, 30)),
            2,
            Blindness.BLIND);
    assertTrue(
        CheckedAgreement.kappa(a).interval().width() < .03,
        CheckedAgreement.kappa(a).interval().toString());
    assertEquals(1, a.table().seen());
    assertEquals(75, a.table().effectiveChecks(), 1e-9);
  }

  @Test
  void withoutAGradeTwiceEverythingIsPossible() {
    DesignAgreement a =
        CheckedAgreement.of(List.of(CheckedAgreement.cell(0, .1, 1, 1, 20)), 3, Blindness.BLIND);
    assertEquals(new Interval(-1, 1, .95, "posterior"), CheckedAgreement.kappa(a).interval());
    assertEquals(
        new Interval(-1, 1, .95, "posterior"),
        CheckedAgreement.of(List.of(), 3, Blindness.BLIND).estimates().get(1).interval());
  }

  /** Oversampling weighs: the effective number of checks is Kish's, and never above the checks. */
  @Test
  void effectiveChecksAreKish() {
    DesignAgreement a =
        CheckedAgreement.of(
            List.of(CheckedAgreement.cell(0, .1, 0, 0, 90), CheckedAgreement.cell(1, 1, 1, 1, 60)),
            2,
            Blindness.BLIND);
    assertEquals(960.0 * 960 / (90 * 100 + 60), a.table().effectiveChecks(), 1e-9);
  }

  /**
   * 60 checks of a stream, 3 % wrong, grades 85 to 15: at least .95 of the limits of kappa hold, so
   * fewer than 180 of 200 once in 300 runs at most; of normal ones about .86.
   */
  @Test
  void holdsNearPerfectAgreement() {
    var random = new SplittableRandom(3);
    double observed = .97;
    double chance = .85 * .85 + .15 * .15; // margins are equal
    double truth = (observed - chance) / (1 - chance);
    int held = 0;
    int samples = 0;
    int normal = 0;
    while (samples < 200) {
      long[][] n = new long[2][2];
      for (int i = 0; i < 60; i++) {
        double u = random.nextDouble();
        n[u < .85 ? 0 : 1][u < .835 || (u >= .85 && u < .865) ? 0 : 1]++;
      }
      List<CheckCell> cells = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 2; j++) {
          if (n[i][j] > 0) {
            cells.add(CheckedAgreement.cell(0, 1e-3, i, j, n[i][j]));
          }
        }
      }
      DesignAgreement a = CheckedAgreement.of(cells, 2, Blindness.BLIND);
      if (CheckedAgreement.kappa(a).value().defined()) {
        samples++;
        held += CheckedAgreement.kappa(a).interval().contains(truth) ? 1 : 0;
        normal += CheckedAgreement.normal(CheckedAgreement.kappa(a)).contains(truth) ? 1 : 0;
      }
    }
    assertTrue(held >= 180, "held: " + held);
    assertTrue(normal < held, "normal: " + normal + ", held: " + held);
  }
}
