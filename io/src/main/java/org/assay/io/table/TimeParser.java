package org.assay.io.table;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assay.io.Typed;

/**
 * Reads ISO 8601 times without making an object.
 *
 * <p>Grammar: {@code YYYY-MM-DD}, then T or a blank, {@code hh:mm}, optionally {@code :ss} and a
 * fraction after a point or comma of 1 to 9 digits (cut to milliseconds), then Z, an offset {@code
 * +hh}, {@code +hhmm} or {@code +hh:mm}, or nothing for a local time of the policy's zone. Years
 * 1900 to 2199: anything else is a slip that would stretch every chart.
 *
 * <p>A date alone is a whole day: {@link #read} gives its first moment, {@link #readLast} its last,
 * in the zone or, without one, in UTC. What is not ISO 8601 is read in the table's own format, if
 * it has one.
 *
 * <p>A local time that the end of summer time repeats is taken as the earlier of the two; one that
 * its beginning skips does not exist and is not read. Not thread-safe.
 */
public final class TimeParser {
  /** Returned for what is not a time. */
  public static final long NOT_A_TIME = Long.MIN_VALUE;

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2199;
  private static final int CHANGES = Integer.MIN_VALUE; // a day on which the offset changes

  private final ZoneRules rules; // null when there is no zone for local times
  private final int[] monthStart = new int[(LAST_YEAR - FIRST_YEAR + 1) * 12 + 1]; // epoch days
  private final int[] offset; // seconds by day since monthStart[0]
  private final ZoneId zone; // of dates alone
  private final TimeFormat format; // of what is not ISO 8601; null when nothing else is read
  private boolean ambiguous;
  private boolean trimmed;
  private boolean date; // the field read last is a date alone
  private LocalDate day; // that date

  /**
   * A parser.
   *
   * @param zone of times without an offset; without one such times cannot be read
   */
  public TimeParser(Optional<ZoneId> zone) {
    this(zone, Optional.empty());
  }

  /**
   * A parser of a table that writes times in its own way, too.
   *
   * @param zone of times without an offset; without one such times cannot be read
   * @param format of what is not ISO 8601
   */
  public TimeParser(Optional<ZoneId> zone, Optional<TimeFormat> format) {
    this.rules = zone.map(ZoneId::getRules).orElse(null);
    this.zone = zone.orElse(ZoneOffset.UTC);
    this.format = format.orElse(null);
    for (int m = 0; m < monthStart.length; m++) {
      monthStart[m] = (int) LocalDate.of(FIRST_YEAR + m / 12, m % 12 + 1, 1).toEpochDay();
    }
    this.offset = rules == null ? new int[0] : offsets();
  }

  /**
   * Whether the time read last was one of two.
   *
   * @return true when the end of summer time repeats it
   */
  public boolean wasAmbiguous() {
    return ambiguous;
  }

  /**
   * The time in a field of a row.
   *
   * @param row the row
   * @param field its field
   * @return milliseconds since 1970-01-01T00:00Z, or {@link #NOT_A_TIME}
   */
  public long read(Row row, int field) {
    trimmed = false;
    date = false;
    if (row.isTime(field)) {
      return instant(row.millis(), row.isUtc());
    }
    long time = parse(row.text(), row.start(field), row.length(field));
    return time == NOT_A_TIME ? other(row.field(field)) : time;
  }

  /**
   * The same with the last moment of a date alone.
   *
   * @param row the row
   * @param field its field
   * @return milliseconds since 1970-01-01T00:00Z, or {@link #NOT_A_TIME}
   */
  public long readLast(Row row, int field) {
    long time = read(row, field);
    return date && time != NOT_A_TIME ? startOf(day.plusDays(1)) - 1 : time;
  }

  /**
   * Whether the field read last is a date alone.
   *
   * @return true when it has no time of day
   */
  public boolean wasDate() {
    return date;
  }

  // People and spreadsheets leave white space at the ends, or have a date alone.
  private long other(String text) {
    String read = Typed.read(text);
    long time = read.length() == text.length() ? NOT_A_TIME : parse(read);
    if (time == NOT_A_TIME) {
      time = date(read);
    }
    if (time == NOT_A_TIME && format != null) {
      time = format.iso(read).map(this::ofFormat).orElse(NOT_A_TIME);
    } else {
      trimmed = time != NOT_A_TIME && read.length() < text.length();
    }
    return time;
  }

  private long ofFormat(String iso) {
    long time = parse(iso);
    return time == NOT_A_TIME ? date(iso) : time;
  }

  private long parse(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return parse(bytes, 0, bytes.length);
  }

  private long date(String text) {
    if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return NOT_A_TIME;
    }
    try {
      day = LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return NOT_A_TIME;
    }
    date = day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    return date ? startOf(day) : NOT_A_TIME;
  }

  private long startOf(LocalDate local) {
    return local.atStartOfDay(zone).toInstant().toEpochMilli();
  }

  /**
   * Whether white space was left out of the time read last.
   *
   * @return true when there was some
   */
  public boolean wasTrimmed() {
    return trimmed;
  }

  /** The instant of milliseconds since 1970-01-01T00:00, in UTC or on the local clock. */
  private long instant(long millis, boolean utc) {
    ambiguous = false;
    long day = Math.floorDiv(millis, 86_400_000L);
    if (day < monthStart[0] || day >= monthStart[monthStart.length - 1]) {
      return NOT_A_TIME;
    }
    if (utc) {
      return millis;
    }
    long seconds = rules == null ? NOT_A_TIME : fromLocal(Math.floorDiv(millis, 1000), (int) day);
    return seconds == NOT_A_TIME ? NOT_A_TIME : seconds * 1000 + Math.floorMod(millis, 1000);
  }

  /** Milliseconds since 1970-01-01T00:00Z, or {@link #NOT_A_TIME}. */
  long parse(byte[] text, int from, int count) {
    ambiguous = false;
    if (count < 16
        || text[from + 4] != '-'
        || text[from + 7] != '-'
        || text[from + 10] != 'T' && text[from + 10] != ' '
        || text[from + 13] != ':') {
      return NOT_A_TIME;
    }
    int century = two(text, from);
    int year = century * 100 + two(text, from + 2);
    int month = two(text, from + 5);
    int day = two(text, from + 8);
    int hour = two(text, from + 11);
    int minute = two(text, from + 14);
    if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || hour > 23) {
      return NOT_A_TIME;
    }
    int m = (year - FIRST_YEAR) * 12 + month - 1;
    int epochDay = monthStart[m] + day - 1;
    if (day < 1 || epochDay >= monthStart[m + 1] || minute > 59) {
      return NOT_A_TIME;
    }
    long local = epochDay * 86_400L + hour * 3_600L + minute * 60L;
    int at = from + 16;
    int end = from + count;
    if (at < end && text[at] == ':') {
      int second = at + 3 <= end ? two(text, at + 1) : 60;
      if (second > 59) {
        return NOT_A_TIME;
      }
      local += second;
      at += 3;
    }
    int millis = 0;
    if (at < end && (text[at] == '.' || text[at] == ',') && text[at - 3] == ':' && at > from + 16) {
      int digits = 0;
      while (++at < end && isDigit(text[at])) {
        millis = digits < 3 ? millis * 10 + text[at] - '0' : millis;
        digits++;
      }
      if (digits < 1 || digits > 9) {
        return NOT_A_TIME;
      }
      millis *= digits == 1 ? 100 : digits == 2 ? 10 : 1;
    }
    return instant(local, epochDay, millis, text, at, end);
  }

  private long instant(long local, int epochDay, int millis, byte[] text, int at, int end) {
    if (at == end) {
      long utc = rules == null ? NOT_A_TIME : fromLocal(local, epochDay);
      return utc == NOT_A_TIME ? NOT_A_TIME : utc * 1000 + millis;
    }
    if (text[at] == 'Z' && at + 1 == end) {
      return local * 1000 + millis;
    }
    int rest = end - at;
    if (text[at] != '+' && text[at] != '-'
        || rest != 3 && rest != 5 && rest != 6
        || rest == 6 && text[at + 3] != ':') {
      return NOT_A_TIME;
    }
    int hours = two(text, at + 1);
    int minutes = rest == 3 ? 0 : two(text, end - 2);
    if (hours > 18 || minutes > 59 || hours == 18 && minutes > 0) {
      return NOT_A_TIME;
    }
    int seconds = hours * 3_600 + minutes * 60;
    return (text[at] == '+' ? local - seconds : local + seconds) * 1000 + millis;
  }

  private long fromLocal(long local, int epochDay) {
    int seconds = offset[epochDay - monthStart[0]];
    if (seconds != CHANGES) {
      return local - seconds;
    }
    List<ZoneOffset> valid =
        rules.getValidOffsets(LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC));
    ambiguous = valid.size() > 1;
    return valid.isEmpty() ? NOT_A_TIME : local - valid.get(0).getTotalSeconds();
  }

  // The offset of each day on which it holds from midnight to midnight.
  private int[] offsets() {
    int first = monthStart[0];
    int[] seconds = new int[monthStart[monthStart.length - 1] - first];
    Arrays.fill(seconds, CHANGES);
    int day = 0;
    while (day < seconds.length) {
      LocalDateTime midnight = LocalDate.ofEpochDay(first + (long) day).atStartOfDay();
      List<ZoneOffset> valid = rules.getValidOffsets(midnight);
      int until = valid.size() == 1 ? dayOfChange(midnight.toInstant(valid.get(0)), first) : day;
      if (until > day) {
        Arrays.fill(seconds, day, Math.min(until, seconds.length), valid.get(0).getTotalSeconds());
      }
      day = Math.max(until, day + 1);
    }
    return seconds;
  }

  // The first day, on either clock, that the next change of the offset touches.
  private int dayOfChange(Instant after, int first) {
    ZoneOffsetTransition next = rules.nextTransition(after);
    if (next == null) {
      return Integer.MAX_VALUE;
    }
    LocalDateTime change = next.isGap() ? next.getDateTimeBefore() : next.getDateTimeAfter();
    return (int) (change.toLocalDate().toEpochDay() - first);
  }

  // A number of two digits; above every limit when they are not digits.
  private static int two(byte[] text, int at) {
    byte tens = text[at];
    byte units = text[at + 1];
    return isDigit(tens) && isDigit(units) ? (tens - '0') * 10 + units - '0' : 10_000;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
