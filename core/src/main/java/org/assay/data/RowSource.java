package org.assay.data;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.assay.data.Columns.Field;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;

/** Rows of any origin, field by field; what does not fit is named with what was expected. */
abstract class RowSource<E extends Exception> {
  private long row;

  /** Goes to the next row. */
  final boolean next() throws E {
    row++;
    return advance();
  }

  abstract boolean advance() throws E;

  /** What stands in the row, or null. */
  abstract Object value(Field field) throws E;

  abstract boolean has(Field field);

  /** What messages call the field. */
  abstract String name(Field field);

  abstract ZoneId zone();

  /** Objects and their accessors. */
  static final class Objects<T> extends RowSource<RuntimeException> {
    private final Iterator<? extends T> rows;
    private final Columns<? extends Function<? super T, ?>> columns;
    private T current;

    Objects(Iterable<? extends T> rows, Columns<? extends Function<? super T, ?>> columns) {
      this.rows = rows.iterator();
      this.columns = columns;
    }

    @Override
    boolean advance() {
      boolean more = rows.hasNext();
      current = more ? rows.next() : null;
      return more;
    }

    @Override
    Object value(Field field) {
      return columns.fields().get(field).apply(current);
    }

    @Override
    boolean has(Field field) {
      return columns.fields().containsKey(field);
    }

    @Override
    String name(Field field) {
      return field.word;
    }

    @Override
    ZoneId zone() {
      return columns.zone();
    }
  }

  private IllegalArgumentException unfit(Field field, String expected, Object found) {
    String what =
        found == null
            ? "null"
            : found instanceof String || found instanceof Number
                ? found.toString()
                : found.getClass().getSimpleName() + " " + found;
    return new IllegalArgumentException(
        "row " + row + ": " + name(field) + " must be " + expected + ", got " + what);
  }

  /** An id or a label; null where there is none. */
  final String textOrNull(Field field) throws E {
    Object found = has(field) ? value(field) : null;
    if (found == null) {
      return null;
    }
    if (found instanceof Float
        || found instanceof Double
        || !(found instanceof CharSequence
            || found instanceof Number
            || found instanceof Character
            || found instanceof Enum<?>
            || found instanceof UUID)) {
      throw unfit(field, "a text or a whole number", found);
    }
    return found.toString();
  }

  /** An id or a label that every row has. */
  final String text(Field field) throws E {
    String found = textOrNull(field);
    if (found == null) {
      throw unfit(field, "a text or a whole number", null);
    }
    return found;
  }

  /** An id, "" where there is none. */
  final String textOrEmpty(Field field) throws E {
    String found = textOrNull(field);
    return found == null ? "" : found;
  }

  /** Milliseconds since 1970. */
  final long millis(Field field) throws E {
    Object found = value(field);
    if (found instanceof OffsetDateTime time) {
      return time.toInstant().toEpochMilli();
    } else if (found instanceof ZonedDateTime time) {
      return time.toInstant().toEpochMilli();
    } else if (found instanceof Instant time) {
      return time.toEpochMilli();
    } else if (found instanceof Long || found instanceof Integer) {
      return ((Number) found).longValue();
    } else if (found instanceof LocalDateTime time && zone() != null) {
      return time.atZone(zone()).toInstant().toEpochMilli();
    }
    throw unfit(field, "a time with a zone or milliseconds since 1970", found);
  }

  /** How the grading of a verdict was selected. */
  final Selection selection(Selection usual) throws E {
    Selection selection =
        new Selection(
            has(Field.METHOD)
                ? word(Field.METHOD, SelectionMethod.class, SelectionMethod.CONVENIENCE)
                : usual.method(),
            has(Field.PROBABILITY) ? probability() : usual.inclusionProbability(),
            has(Field.STRATUM) ? textOrEmpty(Field.STRATUM) : usual.stratum(),
            has(Field.BLIND) ? blindness() : usual.blindness(),
            usual.ofItem());
    return selection;
  }

  private double probability() throws E {
    Object found = value(Field.PROBABILITY);
    if (found == null) {
      return 0;
    }
    if (found instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() <= 1) {
      return number.doubleValue();
    }
    throw unfit(Field.PROBABILITY, "a number in [0, 1]", found);
  }

  private Blindness blindness() throws E {
    return value(Field.BLIND) instanceof Boolean blind
        ? blind ? Blindness.BLIND : Blindness.NON_BLIND
        : word(Field.BLIND, Blindness.class, Blindness.UNKNOWN);
  }

  private <W extends Enum<W>> W word(Field field, Class<W> words, W none) throws E {
    String found = textOrEmpty(field).trim().toUpperCase(Locale.ROOT);
    if (found.isEmpty()) {
      return none;
    }
    for (W word : words.getEnumConstants()) {
      if (word.name().equals(found)) {
        return word;
      }
    }
    throw unfit(field, "one of " + Arrays.toString(words.getEnumConstants()), value(field));
  }

  /** The code of a grade's label. */
  final int grade(Map<String, Integer> codes, String label) {
    Integer code = codes.get(label);
    if (code == null) {
      throw unfit(Field.GRADE, "one of " + codes.keySet(), label);
    }
    return code;
  }
}
