package org.assay.io.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.assay.data.Periods;
import org.assay.data.Periods.PeriodKind;
import org.assay.drift.AssessorDrift.Size;
import org.junit.jupiter.api.Test;

class DriftWordsTest {
  @Test
  void daysWithoutWhatTheyHaveInCommon() {
    LocalDate third = LocalDate.of(2025, 5, 3);
    assertEquals("between 3 and 24 May 2025", DriftWords.between(third, LocalDate.of(2025, 5, 24)));
    assertEquals(
        "between 3 May and 1 June 2025", DriftWords.between(third, LocalDate.of(2025, 6, 1)));
    assertEquals(
        "between 3 May 2025 and 3 May 2026", DriftWords.between(third, third.plusYears(1)));
  }

  /** Midnight in London is still the day before in UTC in summer: the local day is said. */
  @Test
  void daysAreThoseOfTheCalendar() {
    var weeks =
        Periods.between(
            PeriodKind.WEEK,
            ZoneId.of("Europe/London"),
            Instant.parse("2025-06-30T12:00:00Z").toEpochMilli(),
            Instant.parse("2025-08-01T12:00:00Z").toEpochMilli());
    assertEquals("between 7 and 20 July 2025", DriftWords.begin(weeks, List.of(1, 2)));
  }

  @Test
  void sizes() {
    assertEquals(
        "2.9 times (at 90 % 1.7 to 5.1)", DriftWords.times(new Size(2.94, 1.71, 5.14, .9)));
    assertEquals(
        "many times (at 90 % at least 3.2)",
        DriftWords.times(new Size(Double.POSITIVE_INFINITY, 3.2, Double.POSITIVE_INFINITY, .9)));
  }

  @Test
  void sentences() {
    var change =
        new TrendPart.Drift(
            "DRIFTING",
            .99,
            "MORE",
            3.0,
            1.5,
            6.0,
            .99,
            "2025-W20",
            List.of("2025-W19", "2025-W20"),
            "2025-W30",
            List.of(new TrendPart.MixUpChange("B graded C", "MORE", .98)),
            null);
    assertEquals(
        "More errors of the kind B graded C (probability 98.0 %), a change that began between 5 and 18 May 2025: odds"
            + " 3.0 times (at 99 % 1.5 to 6.0) those before. Changed back about 2025-W30. Look"
            + " again.",
        DriftWords.sentence(change, "between 5 and 18 May 2025"));
    var open =
        new TrendPart.Drift(
            "NOT_ENOUGH_CHECKS", 0, null, 1.0, 0, null, .9, null, List.of(), null, List.of(), 229L);
    assertEquals(
        "Not watched yet: no full baseline. About 229 more checks would show a level that stays the"
            + " same.",
        DriftWords.sentence(open, ""));
  }
}
