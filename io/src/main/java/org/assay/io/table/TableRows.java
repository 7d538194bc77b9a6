package org.assay.io.table;

import java.io.Closeable;
import java.util.List;

/**
 * The rows of one table, whatever its format: the titles of its columns, then batch after batch.
 */
public interface TableRows extends Closeable {
  /**
   * Reads the titles of the columns; called once, before all else.
   *
   * @return from left to right; none when there is no header
   * @throws org.assay.io.BadInputException if the table cannot be read
   */
  List<String> titles();

  /**
   * Receives which columns are asked for; called once, before the rows. Fields of other columns may
   * be left empty.
   *
   * @param header where the columns stand
   * @throws org.assay.io.BadInputException if a column cannot be what is asked for
   */
  default void choose(Header header) {}

  /**
   * Whether numbers may have a comma in place of the decimal point.
   *
   * @return false unless the table was written that way
   */
  default boolean hasDecimalCommas() {
    return false;
  }

  /**
   * Entries of the source that say nothing and are no rows: of what an annotation tool exports, the
   * items that were skipped. Known when all rows were read.
   *
   * @return how many; 0 for a source in which everything is a row
   */
  default long leftOut() {
    return 0;
  }

  /**
   * Rows whose id was put back as it was before a spreadsheet changed it. Known when all rows were
   * read.
   *
   * @return how many; 0 unless somebody knows the ids
   */
  default long restored() {
    return 0;
  }

  /**
   * Puts the next rows into an empty batch, until it {@linkplain RowBatch#isFull is full}; none
   * when there are no more. A row has as many fields as there are titles, unless the table breaks
   * that promise.
   *
   * @param batch takes the rows
   * @throws org.assay.io.BadInputException if the table cannot be read on; the rows before it are
   *     in the batch
   */
  void fill(RowBatch batch);
}
