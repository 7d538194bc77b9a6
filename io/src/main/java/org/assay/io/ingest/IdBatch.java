package org.assay.io.ingest;

import java.util.Arrays;
import org.assay.data.IdColumn;

/** A column of ids that takes those of a batch together, which is faster than one by one. */
final class IdBatch {
  private final IdColumn.Builder column = new IdColumn.Builder();
  private int[] from = new int[1024];
  private int[] count = new int[1024];
  private int size;

  void add(Row row, int field) {
    if (size == from.length) {
      from = Arrays.copyOf(from, size * 2);
      count = Arrays.copyOf(count, size * 2);
    }
    from[size] = row.start(field);
    count[size++] = row.length(field);
  }

  /** Takes the ids out of the text of their rows. */
  void end(char[] text) {
    column.addAll(text, from, count, size);
    size = 0;
  }

  IdColumn build() {
    return column.build();
  }
}
