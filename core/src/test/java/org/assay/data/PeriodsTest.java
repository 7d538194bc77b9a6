package org.assay.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.assay.data.Periods.PeriodKind;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PeriodsTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private static long at(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }

  private static Periods between(PeriodKind kind, String first, String last) {
    return Periods.between(kind, LONDON, at(first), at(last));
  }

  @Test
  void daysOfAPeriod() {
    LocalDate day = LocalDate.of(2024, 2, 29);
    assertEquals(29, Periods.days(PeriodKind.MONTH, day).count());
    assertEquals(91, Periods.days(PeriodKind.QUARTER, day).count());
    assertEquals(366, Periods.days(PeriodKind.YEAR, day).count());
    assertEquals(
        List.of(LocalDate.of(2024, 2, 26), LocalDate.of(2024, 2, 27)),
        Periods.days(PeriodKind.WEEK, day).limit(2).toList());
    var e = assertThrows(IllegalArgumentException.class, () -> Periods.days(PeriodKind.ALL, day));
    assertEquals("kind must have an end, got ALL", e.getMessage());
  }

  @Nested
  class Labels {
    @Test
    void weeksBelongToTheirIsoYear() {
      assertEquals(
          List.of("2024-W52", "2025-W01", "2025-W02"),
          between(PeriodKind.WEEK, "2024-12-29T12:00:00Z", "2025-01-06T00:00:00Z").labels());
    }

    @Test
    void monthsWithNothingInThemStay() {
      assertEquals(
          List.of("2025-01", "2025-02", "2025-03"),
          between(PeriodKind.MONTH, "2025-01-31T10:00:00Z", "2025-03-01T10:00:00Z").labels());
    }

    @Test
    void quartersYearsAndAll() {
      assertEquals(
          List.of("2024-Q4", "2025-Q1"),
          between(PeriodKind.QUARTER, "2024-12-31T10:00:00Z", "2025-01-01T10:00:00Z").labels());
      assertEquals(
          List.of("2024", "2025"),
          between(PeriodKind.YEAR, "2024-02-29T10:00:00Z", "2025-01-01T10:00:00Z").labels());
      assertEquals(
          List.of("all"),
          between(PeriodKind.ALL, "2024-02-29T10:00:00Z", "2025-01-01T10:00:00Z").labels());
    }
  }

  @Nested
  class LocalMidnights {
    /**
     * Clocks go back on 26 October 2025: that local Sunday has 25 hours and both 01:30 are in it.
     */
    @Test
    void longDayIsOneDay() {
      Periods weeks = between(PeriodKind.WEEK, "2025-10-20T00:00:00Z", "2025-11-01T00:00:00Z");
      assertEquals(0, weeks.code(at("2025-10-26T00:30:00Z")));
      assertEquals(0, weeks.code(at("2025-10-26T01:30:00Z")));
      assertEquals(0, weeks.code(at("2025-10-26T23:59:59.999Z")));
      assertEquals(1, weeks.code(at("2025-10-27T00:00:00Z")));
    }

    @Test
    void summerMidnightIsAnHourBeforeUtc() {
      Periods months = between(PeriodKind.MONTH, "2025-06-01T00:00:00Z", "2025-07-15T00:00:00Z");
      assertEquals(0, months.code(at("2025-06-30T22:59:59.999Z")));
      assertEquals(1, months.code(at("2025-06-30T23:00:00Z")));
    }
  }

  @Test
  void columnAgreesWithSingleInstants() {
    Periods weeks = between(PeriodKind.WEEK, "2015-01-01T00:00:00Z", "2025-01-01T00:00:00Z");
    long[] millis = new long[5000];
    for (int i = 0; i < millis.length; i++) {
      millis[i] = at("2015-01-01T00:00:00Z") + (i * 7919L % 5000) * 63_072_000L;
    }
    Codes codes = weeks.codes(millis);
    for (int i = 0; i < millis.length; i++) {
      assertEquals(weeks.code(millis[i]), codes.get(i));
    }
  }

  @Test
  void coarserPeriodsHoldWholeOnes() {
    Periods months = between(PeriodKind.MONTH, "2024-11-05T00:00:00Z", "2025-04-30T00:00:00Z");
    Periods quarters = between(PeriodKind.QUARTER, "2024-11-05T00:00:00Z", "2025-04-30T00:00:00Z");
    assertArrayEquals(new int[] {0, 0, 1, 1, 1, 2}, months.within(quarters));
    assertArrayEquals(new int[6], months.within(Periods.all()));
    assertArrayEquals(new int[1], Periods.all().within(Periods.all()));
  }

  @Nested
  class Messages {
    @Test
    void dividedPeriod() {
      Periods weeks = between(PeriodKind.WEEK, "2025-01-01T00:00:00Z", "2025-02-05T00:00:00Z");
      Periods months = between(PeriodKind.MONTH, "2024-12-01T00:00:00Z", "2025-02-05T00:00:00Z");
      var e = assertThrows(IllegalArgumentException.class, () -> weeks.within(months));
      assertEquals("coarser must not divide a period of this calendar, got MONTH", e.getMessage());
    }

    @Test
    void everyDateOfThreeCenturiesIsWorkable() {
      long[] times = {
        at("1900-01-01T12:00:00Z"), at("2199-12-31T12:00:00Z"), at("2025-02-12T12:00:00Z")
      };
      Periods weeks = Periods.holding(PeriodKind.WEEK, LONDON, times);
      assertEquals(List.of("1900-W01", "2025-W07", "2200-W01"), weeks.labels());
      assertEquals(1, weeks.code(times[2]));
      assertEquals(2, weeks.code(times[1]));
      Periods months = Periods.holding(PeriodKind.MONTH, LONDON, times);
      assertEquals(List.of("1900-01", "2025-02", "2199-12"), months.labels());
      Periods years = Periods.holding(PeriodKind.YEAR, LONDON, times);
      assertEquals(300, years.size());
      assertArrayEquals(new int[] {0, 125, 299}, months.within(years));
      assertEquals(15_654, Periods.between(PeriodKind.WEEK, LONDON, times[0], times[1]).size());
      var e =
          assertThrows(
              IllegalArgumentException.class, () -> weeks.code(at("1950-01-01T00:00:00Z")));
      assertEquals(
          "millis must be in ["
              + weeks.start(0)
              + ", "
              + weeks.end(2)
              + ") and in a period that is kept, got "
              + at("1950-01-01T00:00:00Z"),
          e.getMessage());
    }

    @Test
    void backwards() {
      var e =
          assertThrows(
              IllegalArgumentException.class, () -> Periods.between(PeriodKind.WEEK, LONDON, 5, 4));
      assertEquals("last must not be before first (5), got 4", e.getMessage());
    }

    @Test
    void wrongDate() {
      var e =
          assertThrows(
              IllegalArgumentException.class,
              () -> between(PeriodKind.WEEK, "1970-01-05T00:00:00Z", "2970-01-01T00:00:00Z"));
      assertEquals(
          "times must span at most 16000 periods, got 1970-01-05 to 2970-01-01", e.getMessage());
    }

    @Test
    void outside() {
      Periods year = Periods.between(PeriodKind.YEAR, ZoneId.of("UTC"), 0, 0);
      var e = assertThrows(IllegalArgumentException.class, () -> year.code(-1));
      assertEquals("millis must be in [0, 31536000000), got -1", e.getMessage());
    }
  }
}
