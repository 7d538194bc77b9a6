package org.assay.needs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assay.estimate.CheckCell;

/**
 * Whether gradings were chosen for a check by the grade they were given.
 *
 * <p>Where they were, shares of the grades given to one reference grade need weights, while shares
 * of the reference grades behind one grade given do not. Weights of a grade are compared with the
 * mean weight of the same assessor's checks in the same stream: by grade when they differ by more
 * than {@value #LEAST} and by more than four standard errors. What escapes this is smaller than the
 * chance error of any share of errors among the same checks.
 */
final class SelectionByGrade {
  private static final double LEAST = 0.02;
  private static final double STANDARD_ERRORS = 4;

  private SelectionByGrade() {}

  private static final class Sums {
    private long checks;
    private double weight;
    private double gap; // from the mean of assessor and stream
    private double square;

    double mean() {
      return weight / checks;
    }
  }

  private record Place(int stream, int code) {}

  static boolean isSeen(List<CheckCell> cells) {
    Map<Place, Sums> byAssessor = new HashMap<>();
    for (CheckCell c : cells) {
      Sums sums = byAssessor.computeIfAbsent(new Place(c.stream(), c.assessor()), p -> new Sums());
      sums.checks += c.count();
      sums.weight += c.count() / c.probability();
    }
    Map<Place, Sums> byGrade = new HashMap<>();
    for (CheckCell c : cells) {
      Sums sums = byGrade.computeIfAbsent(new Place(c.stream(), c.grade()), p -> new Sums());
      double mean = byAssessor.get(new Place(c.stream(), c.assessor())).mean();
      double gap = 1 / c.probability() / mean - 1;
      sums.gap += c.count() * gap;
      sums.square += c.count() * gap * gap;
      sums.checks += c.count();
    }
    return byGrade.values().stream()
        .anyMatch(
            s ->
                Math.abs(s.gap)
                    > Math.max(LEAST * s.checks, STANDARD_ERRORS * Math.sqrt(s.square)));
  }
}
