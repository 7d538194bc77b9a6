package org.assay.io.ingest;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.assay.io.BadInputException;
import org.assay.io.Shown;
import org.assay.io.table.Header;
import org.assay.io.table.Row;
import org.assay.io.table.Table;

/**
 * Ids of a column that a spreadsheet has shortened to numbers such as 1.23E+15, so that many ids
 * have become one.
 *
 * <p>A file is refused when more than {@value #FEW} rows of a column have such an id and one of
 * these ids stands in several rows; else they are only counted.
 */
final class ShortenedIds {
  static final int FEW = 2;

  private static final int MOST = 10_000; // different ids that are counted
  static final Pattern NUMBER =
      Pattern.compile("[+-]?\\d([.,]\\d+)?[eE]\\+\\d\\d|[+-]?\\d[.,]\\d+[eE]\\d\\d");

  private final int field; // -1 when not in the file
  private final String column;
  private final Map<String, Long> rows = new HashMap<>();
  private long all;

  ShortenedIds(Header header, Table.Column column) {
    this.field = header.place(column);
    this.column = header.name(column);
  }

  /** Looks at the id of a row, mostly at a single byte of it. */
  void look(Row row) {
    if (field < 0) {
      return;
    }
    int length = row.length(field);
    if (length < 5) {
      return;
    }
    byte sign = row.text()[row.start(field) + length - 3];
    if (sign == '+' || sign == 'E' || sign == 'e') {
      look(row.field(field));
    }
  }

  private void look(String id) {
    if (NUMBER.matcher(id).matches()) {
      all++;
      if (rows.size() < MOST || rows.containsKey(id)) {
        rows.merge(id, 1L, Long::sum);
      }
    }
  }

  /** Number of rows with such an id. */
  long rows() {
    return all;
  }

  /**
   * Looks back at the whole file.
   *
   * @throws BadInputException if ids have become one
   */
  void requireFew(Header header) {
    Map.Entry<String, Long> most =
        rows.entrySet().stream()
            .max(
                Map.Entry.<String, Long>comparingByValue()
                    .thenComparing(Map.Entry.<String, Long>comparingByKey().reversed()))
            .orElse(null);
    if (most != null && all > FEW && most.getValue() > 1) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "%s: column %s holds %s in %,d rows: a spreadsheet has shortened the ids (%,d rows),"
                  + " so that different ones are the same; expected the ids as they were: export"
                  + " the column as text",
              header.source().name(),
              column,
              Shown.plain(most.getKey()),
              most.getValue(),
              all));
    }
  }
}
