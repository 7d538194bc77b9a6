package org.assay.io.table;

import org.assay.data.IdColumn;

/**
 * A column of ids that takes those of a batch together, which is faster than one by one, and while
 * the places of the next are noted.
 */
public final class IdBatch {
  private final IdColumn.Builder column = new IdColumn.Builder();
  private Places noted = new Places();
  private Places ended = new Places();
  private final EntryMemo codes = new EntryMemo();

  /** No ids yet. */
  public IdBatch() {
    this(0);
  }

  /**
   * No ids yet, in a column that the first rows do not have.
   *
   * @param rows number of these rows, whose ids are empty
   */
  public IdBatch(int rows) {
    int empty = rows == 0 ? 0 : column.add("");
    for (int row = 1; row < rows; row++) {
      column.add(empty);
    }
  }

  /** The next rows are of another source; those before have been taken. */
  public void begin() {
    codes.clear();
  }

  /**
   * Notes where the id of the next row stands.
   *
   * @param row the row
   * @param field its field; one below 0 is not in the table and counts as empty
   */
  public void add(Row row, int field) {
    noted.add(row, field);
  }

  /** The next row has no id. */
  public void addEmpty() {
    noted.addEmpty();
  }

  /** The places noted so far are those of a batch; those of the batch before have been taken. */
  public void end() {
    Places taken = ended;
    ended = noted;
    noted = taken;
    noted.clear();
  }

  /**
   * Takes the ids of the batch that ended out of its text.
   *
   * @param text of the batch, as {@link Row#text} gave it
   */
  public void take(byte[] text) {
    ended.appendTo(column, codes, text);
  }

  /**
   * See {@link IdColumn.Builder#expect}.
   *
   * @param rows how many are expected
   */
  public void expect(long rows) {
    column.expect(rows);
  }

  /**
   * The column of all ids taken.
   *
   * @return the column; this must not be used afterwards
   */
  public IdColumn build() {
    return column.build();
  }
}
