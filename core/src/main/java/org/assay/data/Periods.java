package org.assay.data;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assay.internal.Check;

/**
 * The calendar of a report: consecutive periods in a time zone, in chronological order, coded 0, 1,
 * 2 ...
 *
 * <p>A period runs from one local midnight to another, so that a day of 23 or 25 hours is still one
 * day. Periods in which nothing happened have a code too, so that a gap stays visible, unless it
 * would be decades long ({@link #holding}).
 *
 * <p>{@link #code} is a search over at most {@value #MAX_PERIODS} boundaries, O(1) for times in the
 * same period as the one before. Immutable and thread-safe.
 */
public final class Periods {
  /** More periods than this mean that a date is wrong: the weeks of 300 years are fewer. */
  public static final int MAX_PERIODS = 16_000;

  /** Calendars of more periods than this leave those without an instant out, see holding. */
  public static final int MAX_GAPLESS = 1_040;

  private final PeriodKind kind;
  private final LocalDate[] starts; // empty for ALL
  private final long[] bounds; // bounds[c] = first instant of period c
  private final long[] ends; // ends[c] = first instant after period c

  private Periods(PeriodKind kind, LocalDate[] starts, long[] bounds, long[] ends) {
    this.kind = kind;
    this.starts = starts;
    this.bounds = bounds;
    this.ends = ends;
  }

  /**
   * One period that holds everything.
   *
   * @return a calendar of kind ALL
   */
  public static Periods all() {
    return new Periods(
        PeriodKind.ALL, new LocalDate[0], new long[] {Long.MIN_VALUE}, new long[] {Long.MAX_VALUE});
  }

  /**
   * The periods from the one that holds a first instant to the one that holds a last.
   *
   * @param kind length of a period
   * @param zone whose midnights bound the periods
   * @param first milliseconds since 1970-01-01T00:00Z
   * @param last milliseconds since 1970-01-01T00:00Z, at least {@code first}
   * @return the calendar
   * @throws IllegalArgumentException if {@code last} is before {@code first} or there would be more
   *     than {@value #MAX_PERIODS} periods
   */
  public static Periods between(PeriodKind kind, ZoneId zone, long first, long last) {
    if (last < first) {
      throw new IllegalArgumentException(
          "last must not be before first (" + first + "), got " + last);
    }
    if (kind == PeriodKind.ALL) {
      return all();
    }
    LocalDate from = start(kind, Instant.ofEpochMilli(first).atZone(zone).toLocalDate());
    LocalDate to = start(kind, Instant.ofEpochMilli(last).atZone(zone).toLocalDate());
    LocalDate tooLate = next(kind, from, MAX_PERIODS);
    if (!to.isBefore(tooLate)) {
      throw new IllegalArgumentException(
          "times must span at most " + MAX_PERIODS + " periods, got " + from + " to " + to);
    }
    return of(kind, zone, from.datesUntil(to.plusDays(1), step(kind)).toArray(LocalDate[]::new));
  }

  /**
   * The periods of some instants: all from the first to the last, or, where that would be more than
   * {@value #MAX_GAPLESS}, only those that hold an instant, so that a year mistyped by a century
   * does not make thousands of empty periods. A coarser kind has gaps only where a finer one has.
   *
   * @param kind length of a period
   * @param zone whose midnights bound the periods
   * @param millis milliseconds since 1970-01-01T00:00Z, at least one, in any order
   * @return the periods
   * @throws IllegalArgumentException if there are no instants, or more than {@value #MAX_PERIODS}
   *     periods hold one
   */
  public static Periods holding(PeriodKind kind, ZoneId zone, long[] millis) {
    if (millis.length == 0) {
      throw new IllegalArgumentException("millis must have at least one instant, got none");
    }
    if (kind == PeriodKind.ALL) {
      return all();
    }
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (long at : millis) {
      first = Math.min(first, at);
      last = Math.max(last, at);
    }
    LocalDate from = start(kind, Instant.ofEpochMilli(first).atZone(zone).toLocalDate());
    LocalDate to = start(kind, Instant.ofEpochMilli(last).atZone(zone).toLocalDate());
    if (to.isBefore(next(kind, from, MAX_GAPLESS))) {
      return between(kind, zone, first, last);
    }
    Set<LocalDate> held = new TreeSet<>();
    LocalDate start = from;
    long begins = midnight(from, zone);
    long ends = midnight(next(kind, from, 1), zone);
    for (long at : millis) {
      if (at < begins || at >= ends) { // rows of the same period mostly stand together
        start = start(kind, Instant.ofEpochMilli(at).atZone(zone).toLocalDate());
        begins = midnight(start, zone);
        ends = midnight(next(kind, start, 1), zone);
      }
      held.add(start);
    }
    if (held.size() > MAX_PERIODS) {
      throw new IllegalArgumentException(
          "times must be in at most " + MAX_PERIODS + " periods, got " + held.size());
    }
    return of(kind, zone, held.toArray(LocalDate[]::new));
  }

  private static Periods of(PeriodKind kind, ZoneId zone, LocalDate[] starts) {
    long[] bounds = new long[starts.length];
    long[] ends = new long[starts.length];
    for (int c = 0; c < starts.length; c++) {
      bounds[c] = midnight(starts[c], zone);
      ends[c] = midnight(next(kind, starts[c], 1), zone);
    }
    return new Periods(kind, starts, bounds, ends);
  }

  private static long midnight(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant().toEpochMilli();
  }

  private static LocalDate start(PeriodKind kind, LocalDate day) {
    return switch (kind) {
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
      case YEAR -> day.withDayOfYear(1);
      case ALL -> throw new IllegalStateException("ALL has no start");
    };
  }

  private static Period step(PeriodKind kind) {
    return switch (kind) {
      case WEEK -> Period.ofWeeks(1);
      case MONTH -> Period.ofMonths(1);
      case QUARTER -> Period.ofMonths(3);
      case YEAR -> Period.ofYears(1);
      case ALL -> throw new IllegalStateException("ALL has no step");
    };
  }

  /**
   * The days of the period that holds a day.
   *
   * @param kind length of the period, not ALL, which has no end
   * @param day a local date
   * @return its days, rising
   */
  public static Stream<LocalDate> days(PeriodKind kind, LocalDate day) {
    if (kind == PeriodKind.ALL) {
      throw new IllegalArgumentException("kind must have an end, got ALL");
    }
    LocalDate first = start(kind, day);
    return first.datesUntil(next(kind, first, 1));
  }

  private static LocalDate next(PeriodKind kind, LocalDate start, int periods) {
    return start.plus(step(kind).multipliedBy(periods));
  }

  /**
   * Length of a period.
   *
   * @return the kind
   */
  public PeriodKind kind() {
    return kind;
  }

  /**
   * Number of periods.
   *
   * @return at least 1
   */
  public int size() {
    return bounds.length;
  }

  /**
   * The period of an instant.
   *
   * @param millis milliseconds since 1970-01-01T00:00Z
   * @return its code, in chronological order
   * @throws IllegalArgumentException if the instant is outside all periods
   */
  public int code(long millis) {
    if (kind == PeriodKind.ALL) {
      return 0;
    }
    int found = Arrays.binarySearch(bounds, millis);
    int at = found >= 0 ? found : -found - 2;
    if (at < 0 || millis >= ends[at]) {
      throw new IllegalArgumentException(
          "millis must be in ["
              + bounds[0]
              + ", "
              + ends[size() - 1]
              + ")"
              + (at < 0 || at == size() - 1 ? "" : " and in a period that is kept")
              + ", got "
              + millis);
    }
    return at;
  }

  /**
   * The periods of a column of instants.
   *
   * @param millis milliseconds since 1970-01-01T00:00Z
   * @return one code per row
   */
  public Codes codes(long[] millis) {
    if (size() <= 256) {
      byte[] codes = new byte[millis.length];
      int last = 0;
      for (int i = 0; i < millis.length; i++) {
        last = code(millis[i], last);
        codes[i] = (byte) last;
      }
      return Codes.of(codes);
    }
    char[] codes = new char[millis.length];
    int last = 0;
    for (int i = 0; i < millis.length; i++) {
      last = code(millis[i], last);
      codes[i] = (char) last;
    }
    return Codes.of(codes);
  }

  /**
   * The period of an instant, quickly when it is likely to be a given one: tables in order of time
   * need no search.
   *
   * @param millis milliseconds since 1970-01-01T00:00Z
   * @param likely in [0, size)
   * @return the code
   */
  public int code(long millis, int likely) {
    return millis >= bounds[likely] && millis < ends[likely] ? likely : code(millis);
  }

  /**
   * When a period begins.
   *
   * @param code in [0, size)
   * @return its first millisecond since 1970-01-01T00:00Z; the smallest long for one that holds
   *     everything
   */
  public long start(int code) {
    return bounds[code];
  }

  /**
   * When a period has ended.
   *
   * @param code in [0, size)
   * @return the first millisecond after it; the largest long for one that holds everything
   */
  public long end(int code) {
    return ends[code];
  }

  /**
   * The first day of a period, in the calendar's zone.
   *
   * @param code in [0, size)
   * @return a local date
   * @throws IllegalStateException for one that holds everything
   */
  public LocalDate firstDay(int code) {
    Check.index("code", code, size(), "periods");
    if (kind == PeriodKind.ALL) {
      throw new IllegalStateException("a period that holds everything has no first day");
    }
    return starts[code];
  }

  /**
   * The last day of a period, in the calendar's zone.
   *
   * @param code in [0, size)
   * @return a local date
   * @throws IllegalStateException for one that holds everything
   */
  public LocalDate lastDay(int code) {
    return next(kind, firstDay(code), 1).minusDays(1);
  }

  /**
   * The periods of a coarser calendar that hold these.
   *
   * @param coarser calendar that covers this one; each of its periods is made of whole periods of
   *     this one
   * @return for each period of this calendar the code of the one that holds it, not falling
   * @throws IllegalArgumentException if some period is not within one of the other calendar
   */
  public int[] within(Periods coarser) {
    int[] codes = new int[size()];
    for (int c = 0; c < codes.length; c++) {
      codes[c] = coarser.code(bounds[c]);
      if (coarser.code(ends[c] - 1) != codes[c]) {
        throw new IllegalArgumentException(
            "coarser must not divide a period of this calendar, got " + coarser.kind);
      }
    }
    return codes;
  }

  /**
   * Name of a period: {@code 2025-W07} (ISO week and its year), {@code 2025-03}, {@code 2025-Q2},
   * {@code 2025} or {@code all}. Labels of one kind sort as text in chronological order (for years
   * 0 to 9999).
   *
   * @param code in [0, size)
   * @return the label
   */
  public String label(int code) {
    Check.index("code", code, size(), "periods");
    if (kind == PeriodKind.ALL) {
      return "all";
    }
    LocalDate day = starts[code];
    return switch (kind) {
      case WEEK ->
          String.format(
              Locale.ROOT,
              "%04d-W%02d",
              day.get(IsoFields.WEEK_BASED_YEAR),
              day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case MONTH -> String.format(Locale.ROOT, "%04d-%02d", day.getYear(), day.getMonthValue());
      case QUARTER ->
          String.format(Locale.ROOT, "%04d-Q%d", day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
      default -> String.format(Locale.ROOT, "%04d", day.getYear());
    };
  }

  /**
   * All labels.
   *
   * @return one per period, in chronological order
   */
  public List<String> labels() {
    return IntStream.range(0, size()).mapToObj(this::label).toList();
  }

  /** The length of a reporting period. Weeks are ISO weeks; all are bounded by local midnights. */
  public enum PeriodKind {
    /** ISO week, Monday to Sunday. */
    WEEK,
    /** Calendar month. */
    MONTH,
    /** Calendar quarter. */
    QUARTER,
    /** Calendar year. */
    YEAR,
    /** Everything that arrived. */
    ALL
  }
}
