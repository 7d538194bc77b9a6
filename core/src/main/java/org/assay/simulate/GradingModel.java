package org.assay.simulate;

import java.util.List;
import org.assay.data.ErrorClass;
import org.assay.data.GradingScheme;
import org.assay.internal.Check;

/**
 * How the typical assessor grades: the probability of each grade given the reference grade, for
 * easy and for hard items. Whether an item is hard shows in no file.
 *
 * @param grades labels in order
 * @param critical the critical mix-ups, at least one, each [reference grade, assigned grade]
 * @param easy K x K, easy[reference][grade]; each row sums to 1
 * @param hard the same for hard items
 */
public record GradingModel(
    List<String> grades,
    List<List<String>> critical,
    List<List<Double>> easy,
    List<List<Double>> hard) {

  public GradingModel {
    grades = List.copyOf(Valid.required("grades", grades));
    Check.atLeast("number of grades", 2, grades.size());
    grades.forEach(g -> Valid.id("grade", g));
    critical = Valid.orEmpty(critical);
    Check.atLeast("number of critical mix-ups", 1, critical.size());
    easy = matrix("easy", easy, grades.size());
    hard = matrix("hard", hard, grades.size());
  }

  private static List<List<Double>> matrix(String name, List<List<Double>> rows, int k) {
    Valid.size(name, Valid.required(name, rows), k, "grades");
    for (List<Double> row : rows) {
      Valid.distribution("a row of " + name, row);
      Valid.size("a row of " + name, row, k, "grades");
    }
    return rows.stream().map(List::copyOf).toList();
  }

  /**
   * The scheme of the grades.
   *
   * @return ordered grades with scores 1..K
   */
  public GradingScheme scheme() {
    return GradingScheme.ordered(grades.toArray(String[]::new));
  }

  /**
   * The critical mix-ups.
   *
   * @return the class of the listed pairs
   */
  public ErrorClass criticalErrors() {
    return ErrorClass.pairs(scheme(), critical);
  }
}
