package org.assay.io.ingest;

import java.util.List;

/**
 * The rows excluded for one reason.
 *
 * @param reason why they are excluded
 * @param sentence the reason in words
 * @param rows how many, exactly
 * @param examples the first of them in the file, at most 100
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
   */
  public record Example(long row, String column, String value, Long otherRow) {}
}
