package org.assay.io.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The rows excluded for one reason.
 *
 * @param reason why they are excluded
 * @param sentence the reason in words
 * @param rows how many, exactly
 * @param examples the first of them in the file or files, at most 100
 */
public record Exclusion(Reason reason, String sentence, long rows, List<Example> examples) {
  public Exclusion {
    examples = List.copyOf(examples);
  }

  /**
   * One excluded row.
   *
   * @param row its number as a spreadsheet shows it: the header is row 1, a blank line counts, a
   *     line break inside quotes does not
   * @param column column at fault, as the file calls it
   * @param value what stood there, shortened, invisible characters escaped
   * @param otherRow the row it repeats or contradicts; null when no other row is involved
   * @param file name of the file, where the table is in several; else left out
   * @param otherFile name of the file of the other row, where the table is in several; else left
   *     out
   */
  public record Example(
      long row,
      String column,
      String value,
      Long otherRow,
      @JsonInclude(JsonInclude.Include.NON_NULL) String file,
      @JsonInclude(JsonInclude.Include.NON_NULL) String otherFile) {
    /**
     * A row of a table in one file.
     *
     * @param row its number
     * @param column column at fault
     * @param value what stood there
     * @param otherRow the row it repeats or contradicts, or null
     */
    public Example(long row, String column, String value, Long otherRow) {
      this(row, column, value, otherRow, null, null);
    }

    /**
     * Where the row is, in words.
     *
     * @return its number; behind the name of the file where there are several
     */
    public String place() {
      return file == null ? Long.toString(row) : file + " row " + row;
    }
  }
}
