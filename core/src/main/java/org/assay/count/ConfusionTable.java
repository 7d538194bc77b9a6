package org.assay.count;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.assay.internal.Check;

/**
 * The counts of a {@link ConfusionMatrix} under their labels: what a result holds and a JSON
 * library writes.
 *
 * @param grades labels, all different; the place of a label is its code
 * @param counts rows are reference grades (or the first rater's), columns grades (or the second's)
 */
public record ConfusionTable(List<String> grades, List<List<Long>> counts) {

  public ConfusionTable {
    grades = List.copyOf(grades);
    counts = counts.stream().map(List::copyOf).toList();
    if (new HashSet<>(grades).size() < grades.size()) {
      throw new IllegalArgumentException("grades must differ, got " + grades);
    }
    Check.rows("grade", "counts", grades.size(), counts.size());
    for (List<Long> row : counts) {
      Check.rows("grade", "row of counts", grades.size(), row.size());
      row.forEach(count -> Check.atLeast("count", 0, count));
    }
  }

  static ConfusionTable of(ConfusionMatrix matrix, List<String> grades) {
    if (grades.size() != matrix.grades()) {
      throw new IllegalArgumentException(
          "grades must be " + matrix.grades() + " labels, got " + grades);
    }
    var rows = new ArrayList<List<Long>>();
    for (int r = 0; r < grades.size(); r++) {
      var row = new ArrayList<Long>();
      for (int g = 0; g < grades.size(); g++) {
        row.add(matrix.count(r, g));
      }
      rows.add(row);
    }
    return new ConfusionTable(grades, rows);
  }

  /**
   * A count by labels.
   *
   * @param reference label of the row
   * @param grade label of the column
   * @return at least 0
   * @throws IllegalArgumentException if there is no such grade
   */
  public long count(String reference, String grade) {
    return counts.get(place("reference", reference)).get(place("grade", grade));
  }

  private int place(String name, String label) {
    int place = grades.indexOf(label);
    if (place < 0) {
      throw new IllegalArgumentException(name + " must be one of " + grades + ", got " + label);
    }
    return place;
  }

  /**
   * The counts as an accumulator, for every coefficient and test.
   *
   * @return a new matrix; codes are places of the labels
   */
  public ConfusionMatrix matrix() {
    return ConfusionMatrix.of(
        counts.stream()
            .map(row -> row.stream().mapToLong(Long::longValue).toArray())
            .toArray(long[][]::new));
  }
}
