package org.assay.io.table;

import java.util.List;
import java.util.Optional;

/**
 * Which columns of a wide table, with a row per item and a column per person, are what. Names are
 * compared as those of every header.
 *
 * @param id column with the id of the row; when empty the one called like the long table's, else
 *     the first
 * @param values columns of persons; when empty all but the id and those kept
 * @param kept columns, where they are there, whose value each row of the long table gets
 * @param titles of the long table
 */
public record WideShape(
    Optional<String> id, List<String> values, List<String> kept, Titles titles) {
  public WideShape {
    values = List.copyOf(values);
    kept = List.copyOf(kept);
  }

  /**
   * The titles of the long table.
   *
   * @param id of the id of a row
   * @param who of what was the title of a column
   * @param value of what stood in a cell
   */
  public record Titles(String id, String who, String value) {}
}
