package org.assay.simulate;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.assay.internal.Check;

/**
 * When the team works: Monday to Friday, one shift a day.
 *
 * @param zone time zone of the shift
 * @param firstDay the Monday of the first week
 * @param weeks number of weeks, at least 1
 * @param shiftStart local time at which the shift begins
 * @param shiftHours its length, 1 to 24; it ends before midnight
 */
public record ShiftCalendar(
    ZoneId zone, LocalDate firstDay, int weeks, LocalTime shiftStart, int shiftHours) {

  /** Working days a week. */
  static final int DAYS = 5;

  public ShiftCalendar {
    Valid.required("zone", zone);
    Valid.required("shiftStart", shiftStart);
    if (Valid.required("firstDay", firstDay).getDayOfWeek() != DayOfWeek.MONDAY) {
      throw new IllegalArgumentException("firstDay must be a Monday, got " + firstDay);
    }
    Check.atLeast("weeks", 1, weeks);
    Check.range("shiftHours", 1, 24, shiftHours);
    if (shiftStart.toSecondOfDay() + 3600L * shiftHours > 86_400) {
      throw new IllegalArgumentException(
          "shiftHours must end the shift before midnight, got " + shiftHours);
    }
  }

  /**
   * The start of a shift.
   *
   * @param week counted from 1
   * @param day working day, 0 for Monday
   * @return milliseconds since 1970-01-01T00:00Z
   */
  long shiftStart(int week, int day) {
    return monday(week).plusDays(day).atTime(shiftStart).atZone(zone).toInstant().toEpochMilli();
  }

  /** The week of an instant, counted from 1; below 1 before the first. */
  int week(long millis) {
    LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(millis), zone);
    return 1 + Math.toIntExact(Math.floorDiv(ChronoUnit.DAYS.between(firstDay, day), 7L));
  }

  /**
   * The Monday of a week.
   *
   * @param week counted from 1
   * @return the local date
   */
  public LocalDate monday(int week) {
    return firstDay.plusWeeks(week - 1L);
  }

  /**
   * A run of weeks of the simulated year.
   *
   * @param first first week, counted from 1
   * @param last last week, included
   */
  public record Weeks(int first, int last) {
    public Weeks {
      Check.atLeast("first", 1, first);
      Check.atLeast("last", first, last);
    }

    /**
     * Whether a week belongs to the run.
     *
     * @param week counted from 1
     * @return true from the first to the last week
     */
    public boolean contains(int week) {
      return first <= week && week <= last;
    }
  }
}
