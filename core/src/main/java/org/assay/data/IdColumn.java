package org.assay.data;

/**
 * A column of ids: the codes of its rows, and the dictionary that gives the id of a code.
 *
 * @param ids dictionary of the codes
 * @param codes one code a row, each below {@code ids.size()}
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

  /** Collects ids row by row. Not thread-safe. */
  public static final class Builder {
    private final Dictionary ids = new Dictionary();
    private final Codes.Builder codes = Codes.builder();

    /** A new empty builder. */
    public Builder() {}

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
     * The column. The builder must not be used afterwards.
     *
     * @return the column
     */
    public IdColumn build() {
      return new IdColumn(ids, codes.build());
    }
  }
}
