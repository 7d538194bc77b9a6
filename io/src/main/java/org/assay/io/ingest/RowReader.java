package org.assay.io.ingest;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;

/**
 * Puts the rows of a CSV file into the batch that is to be filled, blank ones not.
 *
 * <p>The number of a row is the one a spreadsheet shows: the header is row 1, blank lines count,
 * line breaks inside quotes do not.
 */
final class RowReader extends AbstractBaseCsvCallbackHandler<RowReader> {
  private RowBatch batch;
  private boolean blank;
  private long number;

  void fill(RowBatch empty) {
    batch = empty;
  }

  RowBatch batch() {
    return batch;
  }

  /** Number of the row that was begun last. */
  long number() {
    return number;
  }

  @Override
  protected void handleBegin(long startingLineNumber) {
    number++;
    blank = false;
  }

  @Override
  protected void handleField(int field, char[] buffer, int offset, int count, boolean quoted) {
    batch.addField(buffer, offset, count);
  }

  @Override
  protected void handleEmpty() {
    blank = true;
  }

  @Override
  protected RowReader buildRecord() {
    if (blank) {
      batch.dropRow();
    } else {
      batch.endRow(number);
    }
    return this;
  }
}
