package org.assay.io.ingest;

import org.assay.data.IdColumn;

/**
 * A column of ids that takes those of a batch together, which is faster than one by one, and while
 * the places of the next are noted.
 */
final class IdBatch {
  private final IdColumn.Builder column = new IdColumn.Builder();
  private Places noted = new Places();
  private Places ended = new Places();
  private final EntryMemo codes = new EntryMemo();

  /** Notes where the id of the next row stands. */
  void add(Row row, int field) {
    noted.add(row, field);
  }

  /** The next row has no id. */
  void addEmpty() {
    noted.addEmpty();
  }

  /** The places noted so far are those of a batch; those of the batch before have been taken. */
  void end() {
    Places taken = ended;
    ended = noted;
    noted = taken;
    noted.clear();
  }

  /** Takes the ids of the batch that ended out of its text. */
  void take(byte[] text) {
    ended.appendTo(column, codes, text);
  }

  /** See {@link IdColumn.Builder#expect}. */
  void expect(long rows) {
    column.expect(rows);
  }

  IdColumn build() {
    return column.build();
  }
}
