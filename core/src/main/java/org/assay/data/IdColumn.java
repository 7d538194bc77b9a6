package org.assay.data;

import org.assay.internal.Check;

/**
 * A column of ids: the codes of its rows, and the dictionary that gives the id of a code.
 *
 * @param ids dictionary of the codes
 * @param codes one code per row, each below {@code ids.size()}
 */
public record IdColumn(Dictionary ids, Codes codes) {
  /**
   * The id in a row.
   *
   * @param row in [0, size)
   * @return the id
   */
  public String id(int row) {
    return ids.id(codes.get(row));
  }

  /**
   * Number of rows.
   *
   * @return at least 0
   */
  public int size() {
    return codes.size();
  }

  /**
   * Some of the rows, without the ids that none of them has. Codes are again in the order of first
   * appearance.
   *
   * @param rows in ascending order, each in [0, size); one may be there several times
   * @return a new column, or this one when the rows are all rows; its dictionary is the same when
   *     all ids stay where they are
   */
  public IdColumn select(int[] rows) {
    if (rows.length == size() && (rows.length == 0 || Codes.endOfRun(rows, 0) == rows.length)) {
      return this;
    }
    int[] renumbered = new int[ids.size()]; // new code + 1, 0 is unused
    var selected = Codes.builder(rows.length, ids.size());
    var selection = new Dictionary.Selection(ids);
    int used = 0;
    for (int row : rows) {
      int code = codes.get(row);
      if (renumbered[code] == 0) {
        selection.add(code);
        renumbered[code] = ++used;
      }
      selected.add(renumbered[code] - 1);
    }
    return new IdColumn(selection.build(), selected.build());
  }

  /** Collects ids row by row. Not thread-safe. */
  public static final class Builder {
    private final Dictionary ids = new Dictionary();
    private final Codes.Builder codes = Codes.builder();

    /** A new empty builder. */
    public Builder() {}

    /**
     * Says how many rows there will be, more or less, and that new ids will appear as often as so
     * far. Room is made once then, see {@link Codes.Builder#expect}.
     *
     * @param rows at least 0
     */
    public void expect(long rows) {
      codes.expect(rows);
      ids.expect(codes.size() == 0 ? 0 : rows * ids.size() / codes.size());
    }

    /**
     * Appends a row.
     *
     * @param id any text
     * @return the code of the id
     */
    public int add(String id) {
      int code = ids.add(id);
      codes.add(code);
      return code;
    }

    /**
     * Appends a row whose id stands in an array.
     *
     * @param utf8 holds the id
     * @param from where it begins
     * @param count number of bytes
     * @return the code of the id
     */
    public int add(byte[] utf8, int from, int count) {
      int code = ids.add(utf8, from, count);
      codes.add(code);
      return code;
    }

    /**
     * Appends a row whose id has appeared before.
     *
     * @param code of the id
     */
    public void add(int code) {
      codes.add(Check.index("code", code, ids.size(), "ids"));
    }

    /**
     * Appends many rows whose ids stand in an array; several times as fast as one after the other
     * where ids are many.
     *
     * @param utf8 holds the ids
     * @param from where each begins
     * @param count number of bytes of each
     * @param rows how many there are
     */
    public void addAll(byte[] utf8, int[] from, int[] count, int rows) {
      ids.addAll(utf8, from, count, rows, codes);
    }

    /**
     * The column. The builder must not be used afterwards.
     *
     * @return the column
     */
    public IdColumn build() {
      return new IdColumn(ids, codes.build());
    }
  }
}
