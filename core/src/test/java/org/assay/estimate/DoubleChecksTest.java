package org.assay.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;
import org.assay.interval.ReGraderCalibration;
import org.junit.jupiter.api.Test;

class DoubleChecksTest {
  private static final Blindness BLIND = Blindness.BLIND;

  private static void pair(OfficerTeam team, int first, int second) {
    int g = team.grading("a", "s");
    team.verdict(g, "q1", first, 1, BLIND).verdict(g, "q2", second, 2, BLIND);
  }

  /**
   * 14 of 15 agree: 68.05 to 99.83 % (Clopper-Pearson, as in the attribute agreement example of
   * Minitab). Scott's pi by hand: one pair AB, ten AA, four BB, so pi_A = 21/30.
   */
  @Test
  void agreementOfBlindPairs() {
    var team = new OfficerTeam();
    pair(team, 0, 1);
    for (int i = 0; i < 14; i++) {
      pair(team, i < 10 ? 0 : 1, i < 10 ? 0 : 1);
    }
    DoubleChecks.Pairs pairs = DoubleChecks.of(team.build(), 0.95).blind();
    assertEquals(15, pairs.gradings());
    assertEquals(14, pairs.agreed());
    assertEquals(0.6805, pairs.interval().lower(), 5e-5);
    assertEquals(0.9983, pairs.interval().upper(), 5e-5);
    double chance = (21 * 21 + 9 * 9) / 900.0;
    assertEquals((14 / 15.0 - chance) / (1 - chance), pairs.kappa().value().value(), 1e-12);
    assertTrue(pairs.ac1().value().value() > pairs.kappa().value().value());
  }

  /** Whoever saw the grade is counted apart; targeted checks and one officer twice not at all. */
  @Test
  void onlyTwoIndependentReadingsAreAPair() {
    var team = new OfficerTeam();
    int seen = team.grading("a", "s");
    team.verdict(seen, "q1", 0, 1, BLIND).verdict(seen, "q2", 0, 2, Blindness.NON_BLIND);
    int twice = team.grading("a", "s");
    team.verdict(twice, "q1", 0, 1, BLIND).verdict(twice, "q1", 1, 2, BLIND);
    int targeted = team.grading("a", "s");
    team.verdict(targeted, "q1", 0, 1, BLIND)
        .verdict(targeted, "q2", 1, 2, SelectionMethod.TARGETED, BLIND);
    DoubleChecks checks = DoubleChecks.of(team.build(), 0.95);
    assertEquals(0, checks.blind().gradings());
    assertEquals(0, checks.blind().interval().lower());
    assertEquals(1, checks.blind().interval().upper());
    assertEquals(1, checks.others().gradings());
    assertEquals(1, checks.others().agreed());
    assertEquals(List.of(), checks.officers());
    assertEquals(Optional.empty(), checks.calibration().reGrader());
  }

  /**
   * The grade given is A. Two differ, and the third verdict settles for one, the other, neither.
   */
  @Test
  void whoIsOverturned() {
    var team = new OfficerTeam();
    for (int settled = 0; settled < 3; settled++) {
      int g = team.grading("a", "s");
      team.verdict(g, "q3", settled, 3, SelectionMethod.REFERRED, BLIND)
          .verdict(g, "q2", 1, 2, BLIND)
          .verdict(g, "q1", 0, 1, BLIND);
    }
    pair(team, 0, 2); // settled by nobody
    pair(team, 1, 1);
    pair(team, 0, 0);
    DoubleChecks checks = DoubleChecks.of(team.build(), 0.95);
    assertEquals(
        List.of("6 2 3 2", "6 2 3 2"),
        checks.officers().stream()
            .map(r -> r.pairs() + " " + r.agreed() + " " + r.settled() + " " + r.overturned())
            .toList());
    // Errors by reference: settled for B and for C (q1 found neither), and the pair that says B.
    assertEquals(new DoubleChecks.Calibration(3, 1, 2, 2, 1), checks.calibration());
    assertEquals(Optional.of(new ReGraderCalibration(3, 1, 2, 2)), checks.calibration().reGrader());
  }
}
