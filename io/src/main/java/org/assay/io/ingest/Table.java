package org.assay.io.ingest;

import java.util.List;
import java.util.Locale;

/**
 * The columns a table may have.
 *
 * @param name as messages call the table
 * @param columns in the order of their enum
 */
record Table(String name, List<? extends Table.Column> columns) {
  static final Table GRADINGS = new Table("gradings", List.of(GradingColumn.values()));
  static final Table VERDICTS = new Table("verdicts", List.of(VerdictColumn.values()));

  /** A column of a table. */
  interface Column {
    /** Place among the columns of its table. */
    int ordinal();

    /** Name of the constant; the column's name is the same in small letters. */
    String name();

    /** What could not be concluded without the column; null for a required one. */
    String without();
  }

  static String title(Column column) {
    return column.name().toLowerCase(Locale.ROOT);
  }

  List<String> titles() {
    return columns.stream().map(Table::title).toList();
  }

  List<String> required() {
    return columns.stream().filter(c -> c.without() == null).map(Table::title).toList();
  }
}
