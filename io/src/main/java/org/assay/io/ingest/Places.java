package org.assay.io.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.assay.data.Dictionary;
import org.assay.data.IdColumn;
import org.assay.io.Shown;

/** Where the fields of one column stand in the text of a batch, row after row. */
final class Places {
  private int[] from = new int[1024];
  private int[] count = new int[1024];
  private int size;

  /** Notes a field of a row; one below 0 is not in the file and counts as empty. */
  void add(Row row, int field) {
    if (size == from.length) {
      from = Arrays.copyOf(from, size * 2);
      count = Arrays.copyOf(count, size * 2);
    }
    from[size] = field < 0 ? 0 : row.start(field);
    count[size++] = field < 0 ? 0 : row.length(field);
  }

  void clear() {
    size = 0;
  }

  boolean isEmpty(int i) {
    return count[i] == 0;
  }

  /** The field as messages show it. */
  String shown(byte[] text, int i) {
    return Shown.plain(new String(text, from[i], count[i], StandardCharsets.UTF_8));
  }

  /** Appends the fields to a column. */
  void appendTo(IdColumn.Builder column, byte[] text) {
    column.addAll(text, from, count, size);
  }

  /** The codes that the fields have in a dictionary, -1 where it does not know one. */
  int[] codes(byte[] text, Dictionary ids) {
    int[] codes = new int[size];
    ids.codes(text, from, count, codes);
    return codes;
  }
}
