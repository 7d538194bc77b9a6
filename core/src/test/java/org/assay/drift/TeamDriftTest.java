package org.assay.drift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.assay.drift.AssessorDrift.Conclusion;
import org.assay.drift.TeamMove.MoveKind;
import org.junit.jupiter.api.Test;

class TeamDriftTest {
  private static final int PEOPLE = 8;
  private static final int WEEKS = 36;
  private static final DriftOptions OPTIONS =
      new DriftOptions(List.of(1.5, 2.0, 3.0, 6.0, .5), 10, .05, 2, 60, 3);

  /** Odds of an error of a kind, over the usual ones. */
  private interface Change {
    double times(int assessor, int week, int cell);
  }

  // Two strata, in each two kinds of errors of 2 % each among 30 checks.
  private static DriftChecks team(long seed, Change change) {
    var random = new SplittableRandom(seed);
    var b = DriftChecks.builder(PEOPLE, WEEKS, 2, 4);
    for (int a = 0; a < PEOPLE; a++) {
      for (int t = 0; t < WEEKS; t++) {
        for (int s = 0; s < 2; s++) {
          b.add(a, t, s, 0, 30);
          for (int c = 2 * s; c < 2 * s + 2; c++) {
            double odds = .02 / .98 * change.times(a, t, c);
            int errors = 0;
            for (int i = 0; i < 15; i++) {
              errors += random.nextDouble() < 2 * odds / (1 + odds) ? 1 : 0;
            }
            b.addErrors(a, t, s, c, errors);
          }
        }
      }
    }
    return b.build();
  }

  @Test
  void nobodyWhereNothingChanged() {
    TeamDrift drift = TeamDrift.of(team(1, (a, t, c) -> 1), OPTIONS);
    assertArrayEquals(new int[0], drift.drifting());
    assertEquals(List.of(), drift.moves());
    assertTrue(
        drift.assessors().stream().anyMatch(a -> a.conclusion() == Conclusion.STABLE),
        drift.toString());
  }

  @Test
  void namesTheCellTheDirectionAndTheTime() {
    TeamDrift drift =
        TeamDrift.of(team(2, (a, t, c) -> a == 5 && c == 1 && t >= 22 ? 6 : 1), OPTIONS);
    assertArrayEquals(new int[] {5}, drift.drifting());
    AssessorDrift five = drift.assessors().get(5);
    assertEquals(List.of(1), five.cells().stream().map(AssessorDrift.CellChange::cell).toList());
    assertTrue(five.cells().get(0).more());
    AssessorDrift.Change change = five.changes().get(0);
    assertTrue(change.more() && change.periods().contains(22), change.toString());
    assertTrue(change.size().lower() > 1.5 && change.size().upper() > 6, change.toString());
    assertEquals(1, five.changes().size());
  }

  @Test
  void seesAChangeBack() {
    TeamDrift drift =
        TeamDrift.of(team(4, (a, t, c) -> a == 2 && t >= 16 && t < 26 ? 4 : 1), OPTIONS);
    assertArrayEquals(new int[] {2}, drift.drifting());
    List<AssessorDrift.Change> changes = drift.assessors().get(2).changes();
    assertEquals(2, changes.size());
    assertTrue(changes.get(0).periods().contains(16), changes.toString());
    assertTrue(!changes.get(1).more() && changes.get(1).periods().contains(26), changes.toString());
  }

  @Test
  void seesImprovement() {
    TeamDrift drift = TeamDrift.of(team(5, (a, t, c) -> a == 1 ? t >= 18 ? .5 : 4 : 1), OPTIONS);
    assertArrayEquals(new int[] {1}, drift.drifting());
    assertTrue(!drift.assessors().get(1).changes().get(0).more());
  }

  @Test
  void whatEverybodyDoesIsNobodysDrift() {
    TeamDrift drift = TeamDrift.of(team(6, (a, t, c) -> c == 2 && t >= 20 ? 4 : 1), OPTIONS);
    assertArrayEquals(new int[0], drift.drifting());
    assertTrue(
        drift.moves().stream()
            .anyMatch(
                m ->
                    m.kind() == MoveKind.GUIDELINE
                        && m.cell() == 2
                        && m.more()
                        && m.periods().contains(20)),
        drift.toString());
  }

  @Test
  void anotherMixOfStrataIsNobodysDrift() {
    var random = new SplittableRandom(8);
    var b = DriftChecks.builder(PEOPLE, WEEKS, 2, 0);
    for (int a = 0; a < PEOPLE; a++) {
      for (int t = 0; t < WEEKS; t++) {
        for (int s = 0; s < 2; s++) {
          int n = (s == 1) == (t >= 20) ? 50 : 10;
          int errors = 0;
          for (int i = 0; i < n; i++) {
            errors += random.nextDouble() < (s == 1 ? .12 : .02) ? 1 : 0;
          }
          b.add(a, t, s, errors, n);
        }
      }
    }
    TeamDrift drift = TeamDrift.of(b.build(), OPTIONS);
    assertArrayEquals(new int[0], drift.drifting());
    assertEquals(List.of(MoveKind.CASE_MIX), drift.moves().stream().map(TeamMove::kind).toList());
  }

  @Test
  void sameResultEachTime() {
    DriftChecks checks = team(9, (a, t, c) -> a == 3 && t >= 25 ? 2 : 1);
    assertEquals(TeamDrift.of(checks, OPTIONS), TeamDrift.of(checks, OPTIONS));
  }

  @Test
  void tooShortASeriesWatchesNobody() {
    var b = DriftChecks.builder(2, 5, 1, 0);
    for (int t = 0; t < 5; t++) {
      b.add(0, t, 0, 1, 20).add(1, t, 0, 0, 20);
    }
    TeamDrift drift = TeamDrift.of(b.build(), OPTIONS);
    assertEquals(0, drift.promise().simulatedTeams());
    assertTrue(
        drift.assessors().stream()
            .allMatch(
                a ->
                    a.conclusion() == Conclusion.NOT_ENOUGH_CHECKS
                        && a.probability() == 0
                        && a.furtherChecks() > 0));
  }

  @Test
  void withoutErrorsOrColleaguesNothingIsShown() {
    var clean = DriftChecks.builder(2, 20, 1, 0);
    var alone = DriftChecks.builder(1, 20, 1, 0);
    for (int t = 0; t < 20; t++) {
      clean.add(0, t, 0, 0, 20).add(1, t, 0, 0, 20);
      alone.add(0, t, 0, t < 12 ? 0 : 9, 20);
    }
    assertArrayEquals(new int[0], TeamDrift.of(clean.build(), OPTIONS).drifting());
    assertArrayEquals(new int[0], TeamDrift.of(alone.build(), OPTIONS).drifting());
  }

  @Test
  void moreErrorsThanChecksAreRefused() {
    var b = DriftChecks.builder(1, 3, 1, 1).add(0, 1, 0, 0, 4).addErrors(0, 1, 0, 0, 5);
    assertThrows(IllegalArgumentException.class, b::build);
    assertThrows(
        IllegalArgumentException.class, () -> new DriftOptions(List.of(1.0), 10, .1, 2, 60, 3));
  }
}
