package org.assay.io.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is done to the rows of a table while they are read, before anybody looks at them. */
public interface TableEdit {
  /**
   * Begins with a table that is opened.
   *
   * @param name as messages name it
   * @param titles of its columns, from left to right
   * @return what is done to its rows; empty when nothing is, and the table stays as it is
   * @throws org.assay.io.BadInputException if the table cannot be edited
   */
  Optional<Rows> begin(String name, List<String> titles);

  /**
   * What a manifest says of it.
   *
   * @return text by name; empty when there is nothing to say
   */
  default Map<String, String> readAs() {
    return Map.of();
  }

  /**
   * Where a column stands, if its title is spelt like its name or folds to it.
   *
   * @param titles of a table
   * @param name of a column
   * @return from 0; -1 when the table does not have it
   */
  static int place(List<String> titles, String name) {
    int exact = titles.indexOf(name);
    for (int t = 0; exact < 0 && t < titles.size(); t++) {
      exact = Names.folded(titles.get(t)).equals(Names.folded(name)) ? t : -1;
    }
    return exact;
  }

  /** Edits the rows of one table, from the first to the last. */
  interface Rows {
    /**
     * Columns that the table gets at its right end.
     *
     * @return their titles
     */
    default List<String> added() {
      return List.of();
    }

    /**
     * Edits a row.
     *
     * @param number of the row, as messages show it
     * @param cells as they were read, which may be more or fewer than the titles in a broken table;
     *     then one for each added column, empty
     */
    void edit(long number, List<String> cells);

    /**
     * Rows so far whose id was put back as it was before a spreadsheet changed it.
     *
     * @return at least 0
     */
    default long restored() {
      return 0;
    }
  }
}
