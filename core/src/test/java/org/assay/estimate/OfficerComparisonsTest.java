package org.assay.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;
import org.assay.estimate.OfficerComparisons.Finding;
import org.assay.estimate.OfficerComparisons.Row;
import org.assay.result.Undefined;
import org.junit.jupiter.api.Test;

class OfficerComparisonsTest {
  private static List<Finding> findings(OfficerComparisons comparisons) {
    return comparisons.officers().stream().map(Row::finding).toList();
  }

  /** 5 of 60 beside 15 of 60: twice the hypergeometric P(X <= 5), from exact fractions. */
  @Test
  void oneStratum() {
    OfficerComparisons all =
        OfficerComparisons.of(
            new OfficerTeam().checks("q1", "s", 5, 60).checks("q2", "s", 15, 60).build(), 0.95);
    OddsComparison first = all.officers().get(0).all();
    assertEquals(60, first.checked());
    assertEquals(5, first.found());
    assertEquals(15, first.expected(), 1e-12);
    assertEquals(0.025693192929818656, first.pValue(), 1e-14);
    assertEquals(first.pValue(), all.officers().get(1).all().pValue(), 1e-14);
    assertEquals(2 * first.pValue(), all.officers().get(0).adjusted(), 1e-14);
    assertTrue(first.lowerOdds() < 1 && first.upperOdds().value() < 1, first::toString);
    assertEquals(List.of(Finding.NOT_DISTINGUISHABLE, Finding.NOT_DISTINGUISHABLE), findings(all));
  }

  /**
   * 20 % of a hard stream and 2 % of an easy one: alike, although one found 13 and the other 31.
   */
  @Test
  void aHarderShareOfTheWorkIsNotAnOfficer() {
    OfficerComparisons all =
        OfficerComparisons.of(
            new OfficerTeam()
                .checks("q1", "hard", 10, 50)
                .checks("q1", "easy", 3, 150)
                .checks("q2", "hard", 30, 150)
                .checks("q2", "easy", 1, 50)
                .build(),
            0.95);
    Row first = all.officers().get(0);
    assertEquals(13, first.all().found());
    assertEquals(50 * 0.2 + 150 * 0.02, first.all().expected(), 1e-12);
    assertEquals(1, first.adjusted(), 1e-12);
    assertEquals(Finding.NOT_DISTINGUISHABLE, first.finding());
  }

  @Test
  void whoFindsHalfIsNamedAndNobodyElse() {
    var team = new OfficerTeam();
    for (String officer : List.of("q1", "q2", "q3", "q5")) {
      team.checks(officer, "s", 60, 1000);
    }
    OfficerComparisons all = OfficerComparisons.of(team.checks("q4", "s", 25, 1000).build(), 0.95);
    assertEquals(4, all.officers().get(4).officer());
    assertEquals(
        List.of(
            Finding.NOT_DISTINGUISHABLE,
            Finding.NOT_DISTINGUISHABLE,
            Finding.NOT_DISTINGUISHABLE,
            Finding.NOT_DISTINGUISHABLE,
            Finding.FINDS_FEWER),
        findings(all));
  }

  /** Blind and other checks, and assessors, are compared with their like only. */
  @Test
  void whatNobodyElseCheckedIsNotCompared() {
    var team = new OfficerTeam().checks("q1", "s", 6, 60);
    for (int i = 0; i < 60; i++) {
      team.verdict(team.grading("a", "s"), "q2", 0, i, Blindness.NON_BLIND);
      team.verdict(team.grading("a", "s"), "q3", 1, i, SelectionMethod.TARGETED, Blindness.BLIND);
    }
    OfficerComparisons all = OfficerComparisons.of(team.build(), 0.95);
    assertEquals(List.of(), all.officers());
    assertEquals(
        List.of(new OfficerComparisons.Few(0, 60, 0), new OfficerComparisons.Few(1, 60, 0)),
        all.few());
  }

  /** Of the same officer: 1 of 100 in sight of the grade beside 10 of 100 blind ones. */
  @Test
  void anchoringIsShownPerOfficer() {
    var team = new OfficerTeam().checks("q1", "s", 10, 100).checks("q2", "s", 10, 100);
    for (int i = 0; i < 100; i++) {
      team.verdict(team.grading("a", "s"), "q1", i == 0 ? 1 : 0, i, Blindness.NON_BLIND);
    }
    List<Row> rows = OfficerComparisons.of(team.build(), 0.95).officers();
    assertEquals(0.1, rows.get(0).inSight().ratio().value(), 1e-12);
    assertEquals(Undefined.TOO_FEW_ITEMS, rows.get(1).inSight().ratio().undefined());
  }

  /**
   * 200 teams of four officers who find alike, 3 streams: at most 5 % of teams with a name; more
   * than 22 has a probability below 1e-4.
   */
  @Test
  void aTeamWithoutDifferencesIsLeftAlone() {
    int named = 0;
    for (int seed = 0; seed < 200; seed++) {
      var random = new SplittableRandom(seed);
      var team = new OfficerTeam();
      for (int i = 0; i < 600; i++) {
        int stream = random.nextInt(3);
        boolean isError = random.nextDouble() < 0.02 + 0.06 * stream;
        team.verdict(
            team.grading("a", "s" + stream),
            "q" + random.nextInt(4),
            isError ? 1 : 0,
            i,
            Blindness.BLIND);
      }
      boolean isNamed =
          findings(OfficerComparisons.of(team.build(), 0.95)).stream()
              .anyMatch(f -> f != Finding.NOT_DISTINGUISHABLE);
      named += isNamed ? 1 : 0;
    }
    assertTrue(named <= 22, named + " of 200 teams");
  }

  @Test
  void confidenceIsAShare() {
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> OfficerComparisons.of(new OfficerTeam().build(), 95));
    assertEquals("confidence must be in (0, 1), got 95.0", e.getMessage());
  }
}
