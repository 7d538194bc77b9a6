package org.assay.io.ingest;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.nio.CharBuffer;
import java.util.Arrays;
import org.assay.io.Shown;

/**
 * The row that was read last, in one buffer that the next row overwrites.
 *
 * <p>Its {@link #number} is the one a spreadsheet shows: the header is row 1, blank lines count,
 * line breaks inside quotes do not.
 */
final class Row extends AbstractBaseCsvCallbackHandler<Row> {
  private char[] text = new char[1024];
  private int[] end = new int[32]; // end[f]: end of field f in text
  private int fields;
  private boolean blank;
  private long number;

  long number() {
    return number;
  }

  boolean isBlank() {
    return blank;
  }

  int fields() {
    return fields;
  }

  char[] text() {
    return text;
  }

  int start(int field) {
    return field == 0 ? 0 : end[field - 1];
  }

  int length(int field) {
    return end[field] - start(field);
  }

  String field(int field) {
    return new String(text, start(field), length(field));
  }

  /** The field as messages show it. */
  String shown(int field) {
    return Shown.plain(CharBuffer.wrap(text, start(field), length(field)));
  }

  /** Whether a field holds a control character or one that stands for bytes that are not UTF-8. */
  boolean isUnreadable(int field) {
    for (int i = start(field); i < end[field]; i++) {
      char c = text[i];
      if (c < 0x20 || c == 0x7F || c == 0xFFFD) {
        return true;
      }
    }
    return false;
  }

  @Override
  protected void handleBegin(long startingLineNumber) {
    number++;
    fields = 0;
    blank = false;
  }

  @Override
  protected void handleField(int field, char[] buffer, int offset, int count, boolean quoted) {
    int from = field == 0 ? 0 : end[field - 1];
    if (field == end.length) {
      end = Arrays.copyOf(end, field * 2);
    }
    if (text.length - from < count) {
      text = Arrays.copyOf(text, Math.max(from + count, text.length * 2));
    }
    System.arraycopy(buffer, offset, text, from, count);
    end[field] = from + count;
    fields = field + 1;
  }

  @Override
  protected void handleEmpty() {
    blank = true;
  }

  @Override
  protected Row buildRecord() {
    return this;
  }
}
