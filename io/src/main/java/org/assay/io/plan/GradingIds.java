package org.assay.io.plan;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.assay.data.Gradings;

/**
 * The name of each grading in a draw: item, assessor, and a number that is 1 unless the assessor
 * graded the item again. Tabs between them, which no id holds.
 */
final class GradingIds {
  private final Gradings gradings;
  private final Map<Integer, Integer> again = new HashMap<>(); // row -> 2, 3 ...

  GradingIds(Gradings gradings) {
    this.gradings = gradings;
    long[] sorted = new long[gradings.size()];
    Arrays.setAll(sorted, this::pair);
    Arrays.sort(sorted);
    var repeated = new HashMap<Long, Integer>(); // pair -> gradings so far
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] == sorted[i - 1]) {
        repeated.put(sorted[i], 0);
      }
    }
    for (int row = 0; row < gradings.size() && !repeated.isEmpty(); row++) {
      Integer number = repeated.computeIfPresent(pair(row), (pair, before) -> before + 1);
      if (number != null && number > 1) {
        again.put(row, number);
      }
    }
  }

  private long pair(int row) {
    return (long) gradings.item().codes().get(row) << 32 | gradings.assessor().codes().get(row);
  }

  String item(int row) {
    return gradings.item().id(row);
  }

  String assessor(int row) {
    return gradings.assessor().id(row);
  }

  /** 1 for the first grading of its item by its assessor, in the order of the file. */
  int number(int row) {
    return again.getOrDefault(row, 1);
  }

  /** The text that the ticket is drawn for. */
  String id(int row) {
    return id(item(row), assessor(row), number(row));
  }

  static String id(String item, String assessor, int number) {
    return item + '\t' + assessor + '\t' + number;
  }
}
