package org.assay.io.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.assay.io.BadInputException;
import org.assay.io.Shown;
import org.assay.io.Typed;

/**
 * How a table writes its times where it does not write them as ISO 8601: a pattern, or numbers that
 * count days or seconds. Immutable.
 */
public final class TimeFormat {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}([.,]\\d{1,15})?");
  private static final long MILLIS_A_DAY = 86_400_000L;

  /** Numbers that are times. */
  private enum Count {
    SERIAL("serial", LocalDate.of(1899, 12, 30), MILLIS_A_DAY),
    SERIAL_1904("serial-1904", LocalDate.of(1904, 1, 1), MILLIS_A_DAY),
    EPOCH("epoch", LocalDate.EPOCH, 1_000),
    EPOCH_MILLIS("epoch-millis", LocalDate.EPOCH, 1);

    final String word;
    final LocalDate from;
    final long millis; // per unit

    Count(String word, LocalDate from, long millis) {
      this.word = word;
      this.from = from;
      this.millis = millis;
    }

    boolean isUtc() {
      return this == EPOCH || this == EPOCH_MILLIS;
    }
  }

  private final String text;
  private final Count count; // null for a pattern
  private final DateTimeFormatter pattern; // null for a count

  private TimeFormat(String text, Count count, DateTimeFormatter pattern) {
    this.text = text;
    this.count = count;
    this.pattern = pattern;
  }

  /**
   * A format as people name it.
   *
   * @param text a pattern such as {@code dd/MM/yyyy HH:mm} (letters as {@link DateTimeFormatter}
   *     has them; a year of two digits is from 2000 on); {@code serial} for days since 1899-12-30
   *     as spreadsheets count them and {@code serial-1904} for the other count they have; {@code
   *     epoch} and {@code epoch-millis} for seconds and milliseconds since 1970 in UTC
   * @return the format
   * @throws BadInputException if it is none of these
   */
  public static TimeFormat of(String text) {
    for (Count count : Count.values()) {
      if (count.word.equals(text.toLowerCase(Locale.ROOT))) {
        return new TimeFormat(text, count, null);
      }
    }
    try {
      DateTimeFormatter pattern =
          new DateTimeFormatterBuilder()
              .parseCaseInsensitive()
              .appendPattern(withYears(text))
              .toFormatter(Locale.ENGLISH)
              .withResolverStyle(ResolverStyle.STRICT);
      LocalDateTime some = LocalDateTime.of(2025, 3, 4, 5, 6);
      if (pattern.parse(pattern.format(some.atOffset(ZoneOffset.UTC)), LocalDate::from) != null) {
        return new TimeFormat(text, null, pattern);
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw notAFormat(text, e);
    }
    throw notAFormat(text, null);
  }

  private static BadInputException notAFormat(String text, RuntimeException e) {
    return new BadInputException(
        "a date format must be a pattern of day, month and year such as dd/MM/yyyy or"
            + " \"dd.MM.yyyy HH:mm\", or serial, serial-1904, epoch or epoch-millis, got "
            + Shown.quoted(text),
        e);
  }

  // Years of an era would want the era; quoted parts stay.
  private static String withYears(String pattern) {
    var changed = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      quoted ^= c == '\'';
      changed.append(c == 'y' && !quoted ? 'u' : c);
    }
    return changed.toString();
  }

  /**
   * What a field says, in ISO 8601: a date, a local time, or a time with its offset.
   *
   * @param field as it stands in the table
   * @return empty when it is not in this format
   */
  public Optional<String> iso(String field) {
    String read = Typed.read(field);
    return count == null ? byPattern(read) : byCount(read);
  }

  private Optional<String> byPattern(String read) {
    try {
      TemporalAccessor time =
          pattern.parseBest(read, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
      return Optional.of(time.toString());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Optional<String> byCount(String read) {
    if (!NUMBER.matcher(read).matches()) {
      return Optional.empty();
    }
    long millis =
        new BigDecimal(read.replace(',', '.'))
            .multiply(BigDecimal.valueOf(count.millis))
            .setScale(0, RoundingMode.HALF_UP)
            .longValue();
    return Optional.of(text(count.from, millis) + (count.isUtc() ? "Z" : ""));
  }

  /** The local time that a spreadsheet counts as days, to the millisecond. */
  static String serial(double days, boolean from1904) {
    return text(
        (from1904 ? Count.SERIAL_1904 : Count.SERIAL).from, Math.round(days * MILLIS_A_DAY));
  }

  private static String text(LocalDate from, long millis) {
    return from.atStartOfDay()
        .plusSeconds(Math.floorDiv(millis, 1_000))
        .plusNanos(Math.floorMod(millis, 1_000) * 1_000_000L)
        .toString();
  }

  /**
   * The format as it was named.
   *
   * @return pattern or word
   */
  @Override
  public String toString() {
    return text;
  }
}
