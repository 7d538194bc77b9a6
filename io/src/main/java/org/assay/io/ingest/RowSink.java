package org.assay.io.ingest;

/** Takes the rows of a table, in the order of the file. */
interface RowSink {
  /** Takes a row. Its text stays until the batch after its own has ended. */
  void accept(Row row);

  /**
   * Receives how many rows the file has, more or less, before each batch; 0 when it cannot be told.
   */
  default void expect(long rows) {}

  /** A batch ends: what is needed of the text of the batch before must have been taken. */
  void endBatch();
}
