package org.assay.io.table;

import java.util.List;
import java.util.Locale;

/**
 * The columns a table may have.
 *
 * @param name as messages call the table
 * @param columns in the order of their {@link Column#ordinal}
 */
public record Table(String name, List<? extends Table.Column> columns) {
  /** A column of a table; an enum of the columns implements it. */
  public interface Column {
    /** How the fields of a column are read. */
    public enum Kind {
      /** An id, byte by byte. */
      ID,
      /** A word, without regard to white space at its ends. */
      WORD,
      /** A point in time. */
      TIME,
      /** A number. */
      NUMBER,
      /** One of a few words, for which truth values may stand. */
      YES_OR_NO
    }

    /**
     * Its place among the columns of its table.
     *
     * @return from 0
     */
    int ordinal();

    /**
     * Name of the constant; the column's name is the same in small letters.
     *
     * @return letters and underscores
     */
    String name();

    /**
     * What could not be concluded without the column.
     *
     * @return a sentence; null for a required column
     */
    String without();

    /**
     * What stands in the column.
     *
     * @return how its fields are read
     */
    Kind kind();

    /**
     * Other words that tables have for the column. None is taken for it unasked; a message suggests
     * it where the column is missing.
     *
     * @return the most usual first
     */
    default List<String> alsoCalled() {
      return List.of();
    }

    /**
     * The word for a truth value, where a format has these.
     *
     * @param value the truth value
     * @return one of two words of a column of {@link Kind#YES_OR_NO}
     */
    default String word(boolean value) {
      return Boolean.toString(value);
    }
  }

  /**
   * The name of a column.
   *
   * @param column any column
   * @return its name in files that call it as the documentation does
   */
  public static String title(Column column) {
    return column.name().toLowerCase(Locale.ROOT);
  }

  /**
   * The names of all columns.
   *
   * @return in order
   */
  public List<String> titles() {
    return columns.stream().map(Table::title).toList();
  }

  /**
   * The names of the columns that a table must have.
   *
   * @return in order
   */
  public List<String> required() {
    return columns.stream().filter(c -> c.without() == null).map(Table::title).toList();
  }
}
