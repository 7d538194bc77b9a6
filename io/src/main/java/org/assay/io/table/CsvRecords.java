package org.assay.io.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Puts the rows of a CSV file into the batch that is to be filled, blank ones not.
 *
 * <p>The number of a row is the one a spreadsheet shows: the header is row 1, blank lines count,
 * line breaks inside quotes do not.
 *
 * <p>The input has one character for each byte of the file, as {@link CsvText#reader} has it. The
 * characters of a batch become bytes again together, which the JDK does many at a time.
 */
final class CsvRecords extends AbstractBaseCsvCallbackHandler<CsvRecords> {
  private final CharsetEncoder bytes = StandardCharsets.ISO_8859_1.newEncoder();
  private char[] text = new char[1 << 16]; // of the batch
  private int length;
  private RowBatch batch;
  private boolean blank;
  private long number;

  /** The next rows go into a batch. */
  void begin(RowBatch empty) {
    batch = empty;
    length = 0;
  }

  /** Whether the batch has enough rows or text. */
  boolean isFull() {
    return batch.isFull() || length >= RowBatch.BYTES;
  }

  /** Gives the batch the text of its rows. */
  void end() {
    bytes.reset().encode(CharBuffer.wrap(text, 0, length), batch.text().extend(length), true);
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
    if (text.length - length < count) {
      text = Arrays.copyOf(text, Math.max(length + count, text.length * 2));
    }
    System.arraycopy(buffer, offset, text, length, count);
    batch.addField(length, length + count);
    length += count;
  }

  @Override
  protected void handleEmpty() {
    blank = true;
  }

  @Override
  protected CsvRecords buildRecord() {
    if (blank) {
      batch.dropRow();
    } else {
      batch.endRow(number);
    }
    return this;
  }
}
