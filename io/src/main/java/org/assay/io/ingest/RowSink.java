package org.assay.io.ingest;

/** Takes the rows of a table, in the order of the file. */
interface RowSink {
  /** Takes a row, which is only valid until the batch ends. */
  void accept(Row row);

  /** The rows since the last batch are about to go: what is still needed of their text is kept. */
  void endBatch();
}
