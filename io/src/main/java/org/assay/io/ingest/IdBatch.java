package org.assay.io.ingest;

import java.util.Arrays;
import org.assay.data.IdColumn;

/**
 * A column of ids that takes those of a batch together, which is faster than one by one, and while
 * the places of the next are noted.
 */
final class IdBatch {
  private final IdColumn.Builder column = new IdColumn.Builder();
  private Places noted = new Places();
  private Places ended = new Places();

  private static final class Places {
    private int[] from = new int[1024];
    private int[] count = new int[1024];
    private int size;
  }

  /** Notes where the id of the next row stands. */
  void add(Row row, int field) {
    Places p = noted;
    if (p.size == p.from.length) {
      p.from = Arrays.copyOf(p.from, p.size * 2);
      p.count = Arrays.copyOf(p.count, p.size * 2);
    }
    p.from[p.size] = row.start(field);
    p.count[p.size++] = row.length(field);
  }

  /** The places noted so far are those of a batch; those of the batch before have been taken. */
  void end() {
    Places taken = ended;
    ended = noted;
    noted = taken;
    noted.size = 0;
  }

  /** Takes the ids of the batch that ended out of its text. */
  void take(byte[] text) {
    column.addAll(text, ended.from, ended.count, ended.size);
  }

  /** See {@link IdColumn.Builder#expect}. */
  void expect(long rows) {
    column.expect(rows);
  }

  IdColumn build() {
    return column.build();
  }
}
