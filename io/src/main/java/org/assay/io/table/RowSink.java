package org.assay.io.table;

/**
 * Takes the rows of a table, in the order of the table, which may be in several sources, one after
 * the other.
 */
public interface RowSink {
  /**
   * A source of the table begins; called before the rows of each.
   *
   * @param header where the columns stand in its rows
   */
  void begin(Header header);

  /**
   * Takes a row. Its text stays until the batch after its own has ended.
   *
   * @param row the row, which is another one after the call
   */
  void accept(Row row);

  /**
   * Receives how many rows the table has, those of all its sources, before each batch.
   *
   * @param rows more or less; 0 when it cannot be told
   */
  default void expect(long rows) {}

  /**
   * Receives, after the last row, how many entries of the source were no rows.
   *
   * @param entries see {@link TableRows#leftOut}
   */
  default void leaveOut(long entries) {}

  /**
   * Receives, after the last row, how many ids were put back.
   *
   * @param rows see {@link TableRows#restored}
   */
  default void restore(long rows) {}

  /** A batch ends: what is needed of the text of the batch before must have been taken. */
  void endBatch();

  /** The source that began last has no more rows; its last batch has ended. */
  default void end() {}
}
