package org.assay.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.assay.data.Blindness;
import org.assay.data.SelectionMethod;
import org.assay.result.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckedTableTest {
  private static CheckCell cell(int stratum, double probability, int reference, int grade, long n) {
    return new CheckCell(
        0,
        0,
        0,
        0,
        stratum,
        Blindness.BLIND,
        SelectionMethod.SRS,
        CheckCell.ALONE,
        probability,
        reference,
        grade,
        n);
  }

  /**
   * Weights that do not add up evenly: agreement of 1.0000000000000002 must not break the limits.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void perfectAgreementStaysInside(int seed) {
    var random = new SplittableRandom(seed);
    List<CheckCell> cells = new ArrayList<>();
    for (int s = 0; s < 40; s++) {
      cells.add(cell(s, .01 + random.nextDouble(), s % 3, s % 3, 1 + random.nextInt(9)));
    }
    cells.replaceAll(
        c -> c.probability() > 1 ? cell(c.stratum(), 1, c.reference(), c.grade(), 2) : c);
    DesignAgreement a = DesignAgreement.of(cells, 3, Blindness.BLIND);
    for (Interval limits :
        List.of(
            a.kappaInterval(.95),
            a.ac1Interval(.95),
            DesignAgreement.interval(a.kappa(), a.kappaError(), .95),
            DesignAgreement.interval(a.ac1(), a.ac1Error(), .95))) {
      assertTrue(limits.lower() >= -1 && limits.upper() == 1, limits.toString());
    }
    assertTrue(a.kappaInterval(.95).lower() < .99);
  }

  @Test
  void allCheckedLeavesNoDoubt() {
    DesignAgreement a =
        DesignAgreement.of(
            List.of(cell(0, 1, 0, 0, 40), cell(0, 1, 0, 1, 5), cell(0, 1, 1, 1, 30)),
            2,
            Blindness.BLIND);
    assertTrue(a.kappaInterval(.95).width() < .03, a.kappaInterval(.95).toString());
    assertEquals(1, a.table().seen());
    assertEquals(75, a.table().effectiveChecks(), 1e-9);
  }

  @Test
  void withoutAGradeTwiceEverythingIsPossible() {
    DesignAgreement a = DesignAgreement.of(List.of(cell(0, .1, 1, 1, 20)), 3, Blindness.BLIND);
    assertEquals(new Interval(-1, 1, .95, "posterior"), a.kappaInterval(.95));
    assertEquals(
        new Interval(-1, 1, .95, "posterior"),
        DesignAgreement.of(List.of(), 3, Blindness.BLIND).ac1Interval(.95));
  }

  /** Oversampling weighs: the effective number of checks is Kish's, and never above the checks. */
  @Test
  void effectiveChecksAreKish() {
    DesignAgreement a =
        DesignAgreement.of(
            List.of(cell(0, .1, 0, 0, 90), cell(1, 1, 1, 1, 60)), 2, Blindness.BLIND);
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
            cells.add(cell(0, 1e-3, i, j, n[i][j]));
          }
        }
      }
      DesignAgreement a = DesignAgreement.of(cells, 2, Blindness.BLIND);
      if (a.kappa().defined()) {
        samples++;
        held += a.kappaInterval(.95).contains(truth) ? 1 : 0;
        normal += DesignAgreement.interval(a.kappa(), a.kappaError(), .95).contains(truth) ? 1 : 0;
      }
    }
    assertTrue(held >= 180, "held: " + held);
    assertTrue(normal < held, "normal: " + normal + ", held: " + held);
  }
}
