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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assay.internal.Check;

/**
 * The calendar of a report: consecutive periods in a time zone, in chronological order, coded 0, 1,
 * 2 ...
 *
 * <p>A period runs from one local midnight to another, so that a day of 23 or 25 hours is still one
 * day. Periods in which nothing happened have a code too: a gap stays visible.
 *
 * <p>{@link #code} is a search over at most {@value #MAX_PERIODS} boundaries, O(1) for times in the
 * same period as the one before. Immutable and thread-safe.
 */
public final class Periods {
  /** More periods than this mean that a date is wrong. */
  public static final int MAX_PERIODS = 10_000;

  private final PeriodKind kind;
  private final LocalDate[] starts; // empty for ALL
  private final long[] bounds; // bounds[c] = first instant of period c; one more for the end

  private Periods(PeriodKind kind, LocalDate[] starts, long[] bounds) {
    this.kind = kind;
    this.starts = starts;
    this.bounds = bounds;
  }

  /**
   * One period that holds everything.
   *
   * @return a calendar of kind ALL
   */
  public static Periods all() {
    return new Periods(
        PeriodKind.ALL, new LocalDate[0], new long[] {Long.MIN_VALUE, Long.MAX_VALUE});
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
    LocalDate[] starts = from.datesUntil(to.plusDays(1), step(kind)).toArray(LocalDate[]::new);
    long[] bounds = new long[starts.length + 1];
    for (int c = 0; c < starts.length; c++) {
      bounds[c] = midnight(starts[c], zone);
    }
    bounds[starts.length] = midnight(next(kind, to, 1), zone);
    return new Periods(kind, starts, bounds);
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
    return bounds.length - 1;
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
    if (millis < bounds[0] || millis >= bounds[size()]) {
      throw new IllegalArgumentException(
          "millis must be in [" + bounds[0] + ", " + bounds[size()] + "), got " + millis);
    }
    int at = Arrays.binarySearch(bounds, millis);
    return at >= 0 ? at : -at - 2;
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
    return millis >= bounds[likely] && millis < bounds[likely + 1] ? likely : code(millis);
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
    return bounds[code + 1];
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
      if (coarser.code(bounds[c + 1] - 1) != codes[c]) {
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
}
