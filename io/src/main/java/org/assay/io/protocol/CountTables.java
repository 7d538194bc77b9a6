package org.assay.io.protocol;

import java.util.List;
import org.assay.count.ConfusionMatrix;

/** Reads tables of counts. */
final class CountTables {
  private static final long MOST = 1L << 60; // so that ratings and pairs of it fit a long too

  private CountTables() {}

  /**
   * A square table.
   *
   * @param field path from the request
   * @param rows K rows of K counts
   * @throws FieldException if a row has another length, or the counts add up to too many
   */
  static ConfusionMatrix square(String field, List<List<Long>> rows) {
    if (rows.isEmpty()) {
      throw new FieldException(field, "table must have a row");
    }
    ConfusionMatrix table = ConfusionMatrix.create(rows.size());
    long total = 0;
    for (int i = 0; i < rows.size(); i++) {
      List<Long> row = rows.get(i);
      if (row.size() != rows.size()) {
        throw new FieldException(
            field + "[" + i + "]",
            "table must be square: row "
                + i
                + " has length "
                + row.size()
                + ", there are "
                + rows.size()
                + " rows");
      }
      for (int j = 0; j < row.size(); j++) {
        long count = row.get(j);
        if (count > MOST - total) {
          throw new FieldException(field, "counts must add up to at most 2^60, which they exceed");
        }
        total += count;
        table.add(i, j, count);
      }
    }
    return table;
  }
}
