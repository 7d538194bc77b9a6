package org.assay.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;
import org.junit.jupiter.api.Test;

class CheckWeightsTest {
  private static CheckCell cell(int assessor, int stratum, int grade, Blindness blind, long n) {
    return new CheckCell(
        assessor,
        0,
        0,
        0,
        stratum,
        blind,
        SelectionMethod.STRATIFIED,
        CheckCell.ALONE,
        .1,
        0,
        grade,
        n);
  }

  private static void stratum(
      List<CheckCell> cells, int assessor, int stratum, long blind, long all) {
    if (blind > 0) {
      cells.add(cell(assessor, stratum, 0, Blindness.BLIND, blind));
    }
    if (all > blind) {
      cells.add(cell(assessor, stratum, 0, Blindness.NON_BLIND, all - blind));
    }
  }

  /** A stratum with twenty checks stands for itself: 30 of 90. */
  @Test
  void largeStrataStandForThemselves() {
    List<CheckCell> cells = new ArrayList<>();
    stratum(cells, 0, 0, 30, 90);
    stratum(cells, 0, 1, 60, 90);
    CheckWeights weights = CheckWeights.of(cells, Blindness.BLIND);
    assertEquals(3, weights.factor(cells.get(0)), 1e-15);
    assertEquals(1.5, weights.factor(cells.get(2)), 1e-15);
    assertEquals(0, weights.pooledStrata());
  }

  /** Weeks of one assessor are pooled before assessors are: 24 of 80 and 12 of 20. */
  @Test
  void smallStrataArePooledWithLikeOnes() {
    List<CheckCell> cells = new ArrayList<>();
    for (int week = 0; week < 4; week++) {
      stratum(cells, 0, week, 6, 20);
      stratum(cells, 1, 10 + week, 12, 20);
    }
    CheckWeights weights = CheckWeights.of(cells, Blindness.BLIND);
    assertEquals(8, weights.pooledStrata());
    assertEquals(80 / 24.0, weights.factor(cells.get(0)), 1e-12);
    assertEquals(80 / 48.0, weights.factor(cells.get(2)), 1e-12);
    assertFalse(weights.readSharesDiffer());
  }

  /** 26 weeks of two strata, read in 3 and in 18 of 30: pooled they would count 1.4 for 5 %. */
  @Test
  void differentSharesAreNotPooled() {
    List<CheckCell> cells = new ArrayList<>();
    for (int week = 0; week < 26; week++) {
      stratum(cells, 0, 2 * week, 3, 30);
      stratum(cells, 0, 2 * week + 1, 18, 30);
    }
    CheckWeights weights = CheckWeights.of(cells, Blindness.BLIND);
    assertTrue(weights.readSharesDiffer());
    assertEquals(10, weights.factor(cells.get(0)), 1e-12);
    assertEquals(30 / 18.0, weights.factor(cells.get(2)), 1e-12);
  }

  /** Within a stratum one assessor is read less: each part of it stands for itself. */
  @Test
  void sharesThatDifferWithinAStratumPartIt() {
    List<CheckCell> cells = new ArrayList<>();
    stratum(cells, 0, 0, 20, 200);
    stratum(cells, 1, 0, 120, 200);
    CheckWeights weights = CheckWeights.of(cells, Blindness.BLIND);
    assertEquals(10, weights.factor(cells.get(0)), 1e-12);
    assertEquals(200 / 120.0, weights.factor(cells.get(2)), 1e-12);
  }

  /**
   * Blindness by chance: the test says "differ" in at most one of a hundred tables (two tests at .5
   * %). With probability .01 each, more than 13 of 400 have probability 1e-4.
   */
  @Test
  void chanceIsNotTakenForADifference() {
    var random = new SplittableRandom(3);
    int differ = 0;
    for (int table = 0; table < 400; table++) {
      List<CheckCell> cells = new ArrayList<>();
      for (int week = 0; week < 20; week++) {
        int blind = 0;
        for (int i = 0; i < 12; i++) {
          blind += random.nextInt(3) == 0 ? 1 : 0;
        }
        stratum(cells, 0, week, blind, 12);
      }
      differ += CheckWeights.of(cells, Blindness.BLIND).readSharesDiffer() ? 1 : 0;
    }
    assertTrue(differ <= 13, "differ " + differ);
  }

  @Test
  void namesACellOfAnotherTable() {
    CheckWeights weights =
        CheckWeights.of(List.of(cell(0, 0, 0, Blindness.BLIND, 1)), Blindness.BLIND);
    CheckCell other = cell(0, 9, 0, Blindness.BLIND, 1);
    var e = assertThrows(IllegalArgumentException.class, () -> weights.factor(other));
    assertEquals("cell must be of the table that was weighed, got " + other, e.getMessage());
  }
}
