package org.assay.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;
import org.assay.estimate.CaseMixRates.OthersRate;
import org.assay.estimate.CaseMixRates.TeamPart;
import org.assay.estimate.DesignScope.RateParts;
import org.assay.estimate.SamplingFrame.ScopeFrame;
import org.assay.result.Undefined;
import org.junit.jupiter.api.Test;

class OthersRateTest {
  private static final RateParts SHARE = RateParts.gradeGivenReference(1, 2);

  private static CheckCell cell(
      int assessor, int stratum, Blindness blindness, double pi, int reference, int grade, long n) {
    return new CheckCell(
        assessor,
        0,
        0,
        0,
        stratum,
        blindness,
        SelectionMethod.SRS,
        CheckCell.ALONE,
        pi,
        reference,
        grade,
        n);
  }

  private static DesignScope scope(List<CheckCell> cells) {
    return DesignScope.of(cells, Blindness.BLIND);
  }

  private static List<CheckCell> team(SplittableRandom random, int assessors, int strata) {
    List<CheckCell> cells = new ArrayList<>();
    for (int a = 0; a < assessors; a++) {
      for (int i = random.nextInt(1, 20); i > 0; i--) {
        cells.add(
            cell(
                a,
                random.nextInt(strata),
                random.nextInt(4) == 0 ? Blindness.NON_BLIND : Blindness.BLIND,
                random.nextBoolean() ? 1 : random.nextDouble(.01, 1),
                random.nextInt(-1, 3),
                random.nextInt(3),
                random.nextLong(1, 12)));
      }
    }
    return cells;
  }

  /**
   * Tolerance: sums of up to 100 terms are taken apart again, a few digits of 16 each way, of which
   * the square root leaves half.
   */
  @Test
  void isTheRateOfTheCellsThatAreLeft() {
    var random = new SplittableRandom(11);
    int pooled = 0;
    for (int i = 0; i < 200; i++) {
      List<CheckCell> cells = team(random, 4, random.nextInt(1, 9));
      DesignScope team = scope(cells);
      OthersRate rate = OthersRate.of(team, SHARE);
      for (Map.Entry<Integer, List<CheckCell>> own :
          DesignRates.groups(cells, CheckCell::assessor).entrySet()) {
        List<CheckCell> others = cells.stream().filter(c -> c.assessor() != own.getKey()).toList();
        CheckWeights weights = CheckWeights.of(cells, Blindness.BLIND);
        var frame = new ScopeFrame(0, 0);
        DesignRate direct = DesignScope.of(others, weights, frame).rate(SHARE);
        DesignScope part = DesignScope.of(own.getValue(), weights, frame);
        OthersRate.Estimate left = rate.without(TeamPart.of(team, part));
        assertEquals(direct.checked() >= 2, left.rate().defined());
        if (direct.checked() >= 2) {
          assertEquals(direct.rate().value(), left.rate().value(), 1e-12);
          assertEquals(direct.standardError().value(), left.standardError().value(), 1e-6);
          pooled += direct.unread() > 0 ? 1 : 0;
        }
      }
    }
    assertEquals(true, pooled > 100, "gradings without a check must occur: " + pooled);
  }

  @Test
  void nobodyElse() {
    List<CheckCell> cells = List.of(cell(0, 0, Blindness.BLIND, .5, 1, 1, 10));
    DesignScope team = scope(cells);
    OthersRate.Estimate left = OthersRate.of(team, SHARE).without(TeamPart.of(team, team));
    assertEquals(Undefined.TOO_FEW_ITEMS, left.rate().reason().orElseThrow());
    assertEquals(Undefined.TOO_FEW_ITEMS, left.standardError().reason().orElseThrow());
  }

  /** Errors that were all the assessor's leave no trace of rounding. */
  @Test
  void noErrorIsLeft() {
    List<CheckCell> own = List.of(cell(0, 0, Blindness.BLIND, .3, 1, 2, 7));
    List<CheckCell> cells = new ArrayList<>(own);
    cells.add(cell(1, 0, Blindness.BLIND, .1, 1, 1, 50));
    DesignScope team = scope(cells);
    OthersRate.Estimate left = OthersRate.of(team, SHARE).without(TeamPart.of(team, scope(own)));
    assertEquals(0, left.rate().value());
    assertEquals(0, left.standardError().value());
  }

  @Test
  void namesAStratumThatTheTeamDoesNotHave() {
    DesignScope team = scope(List.of(cell(0, 7, Blindness.BLIND, .5, 1, 1, 10)));
    DesignScope other = scope(List.of(cell(0, 8, Blindness.BLIND, .5, 1, 1, 10)));
    var e = assertThrows(IllegalArgumentException.class, () -> TeamPart.of(team, other));
    assertEquals("stratum must be one of the team, got 8", e.getMessage());
  }
}
