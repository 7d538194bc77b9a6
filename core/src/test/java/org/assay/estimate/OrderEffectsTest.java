package org.assay.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.assay.data.Selections.Blindness;
import org.junit.jupiter.api.Test;

class OrderEffectsTest {
  private static final long HOUR = 3_600_000;
  private static final long DAY = 24 * HOUR;

  /** Ten checks a day, one a quarter of an hour from ten o'clock; errors by place in the day. */
  private static OfficerTeam days(String officer, int days, List<Integer> errors) {
    return days(new OfficerTeam(), officer, days, errors);
  }

  private static OfficerTeam days(
      OfficerTeam team, String officer, int days, List<Integer> errors) {
    for (int day = 0; day < days; day++) {
      for (int i = 9; i >= 0; i--) { // the order of the rows does not matter
        team.verdict(
            team.grading("a", "s"),
            officer,
            errors.contains(i) ? 1 : 0,
            day * DAY + 10 * HOUR + i * HOUR / 4,
            Blindness.BLIND);
      }
    }
    return team;
  }

  /** 20 errors of 100 in first halves, none of 100 in second ones. */
  @Test
  void secondHalvesFindLess() {
    OrderEffects effects = OrderEffects.of(days("q", 20, List.of(3)).build(), ZoneOffset.UTC, 0.95);
    assertEquals(20, effects.days());
    assertEquals(100, effects.all().checked());
    assertEquals(100, effects.all().others());
    assertEquals(0, effects.all().found());
    assertEquals(20, effects.all().expected(), 1e-12);
    assertTrue(effects.all().pValue() < 1e-5, effects::toString);
    assertEquals(effects.all().pValue(), effects.officers().get(0).adjusted(), 1e-15);
  }

  /** One officer tires and another warms up: together nothing, each of them clearly. */
  @Test
  void officersAreCutByThemselves() {
    OfficerTeam team = days(days("q1", 30, List.of(0, 1)), "q2", 30, List.of(8, 9));
    OrderEffects effects = OrderEffects.of(team.build(), ZoneOffset.UTC, 0.95);
    assertEquals(1, effects.all().pValue(), 1e-12);
    assertEquals(2, effects.officers().size());
    effects.officers().forEach(row -> assertTrue(row.adjusted() < 1e-6, row::toString));
  }

  /** The middle one of nine is in the first half, and seven are too few. */
  @Test
  void theMiddleBelongsToTheFirstHalf() {
    var team = new OfficerTeam();
    for (int i = 0; i < 9; i++) {
      team.verdict(team.grading("a", "s"), "q", i == 4 ? 1 : 0, 10 * HOUR + i, Blindness.BLIND);
    }
    for (int i = 0; i < 7; i++) {
      team.verdict(team.grading("a", "s"), "q", 1, DAY + 10 * HOUR + i, Blindness.BLIND);
    }
    OrderEffects effects = OrderEffects.of(team.build(), ZoneOffset.UTC, 0.95);
    assertEquals(1, effects.days());
    assertEquals(4, effects.all().checked());
    assertEquals(5, effects.all().others());
    assertEquals(0, effects.all().found());
    assertEquals(4 / 5.0, effects.all().expected(), 1e-12);
  }

  @Test
  void datesAloneHaveNoOrder() {
    OrderEffects effects =
        OrderEffects.of(new OfficerTeam().checks("q", "s", 3, 1).build(), ZoneOffset.UTC, 0.95);
    assertEquals(0, effects.days());
    var team = new OfficerTeam();
    for (int i = 0; i < 20; i++) {
      team.verdict(team.grading("a", "s"), "q", i % 2, 10 * HOUR, Blindness.BLIND);
    }
    effects = OrderEffects.of(team.build(), ZoneOffset.UTC, 0.95);
    assertEquals(0, effects.days());
    assertEquals(1, effects.all().pValue());
    assertEquals(List.of(), effects.officers());
  }

  /** Ten checks around midnight UTC are one day in Auckland. */
  @Test
  void daysAreLocal() {
    var team = new OfficerTeam();
    for (int i = 0; i < 10; i++) {
      team.verdict(team.grading("a", "s"), "q", 0, DAY - 5 * HOUR + i * HOUR, Blindness.BLIND);
    }
    assertEquals(0, OrderEffects.of(team.build(), ZoneOffset.UTC, 0.95).days());
    assertEquals(1, OrderEffects.of(team.build(), ZoneId.of("Pacific/Auckland"), 0.95).days());
  }
}
