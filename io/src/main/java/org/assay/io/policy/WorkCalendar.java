package org.assay.io.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * The days on which the operation works.
 *
 * @param workingDays days of the week, at least one
 * @param holidays dates on which nobody works
 */
public record WorkCalendar(Set<DayOfWeek> workingDays, Set<LocalDate> holidays) {
  /** Monday to Friday, no holidays. */
  public static final WorkCalendar WEEKDAYS =
      new WorkCalendar(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Set.of());

  public WorkCalendar {
    workingDays = Set.copyOf(workingDays);
    holidays = Set.copyOf(holidays);
    if (workingDays.isEmpty()) {
      throw new IllegalArgumentException("workingDays must name at least one day, got []");
    }
  }

  /**
   * Whether the operation works on a date.
   *
   * @param date a local date
   * @return true for a working day that is no holiday
   */
  public boolean isWorkingDay(LocalDate date) {
    return workingDays.contains(date.getDayOfWeek()) && !holidays.contains(date);
  }
}
