package org.assay.io.ingest;

import java.io.Closeable;
import java.util.Map;

/** The rows of one file, whatever its format: the header, then batch after batch. */
interface TableRows extends Closeable {
  /**
   * Finds the columns; to be asked once, before the rows.
   *
   * @param table columns the file may have
   * @param names name in the file by name of the column
   */
  Header header(Table table, Map<String, String> names);

  /**
   * Puts the next rows into an empty batch, none when there are no more. A row has as many fields
   * as the header says, unless the file breaks that promise.
   *
   * @throws org.assay.io.BadInputException if the file cannot be read on; the rows before it are in
   *     the batch
   */
  void fill(RowBatch batch);
}
