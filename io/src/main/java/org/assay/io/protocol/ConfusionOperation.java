package org.assay.io.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assay.agreement.Correctness;
import org.assay.count.WeightedConfusion;
import org.assay.data.GradingScheme;
import org.assay.io.protocol.Operation.NoParams;
import org.assay.result.Interval;
import org.assay.result.Undefined;

/** Op {@code confusion}: each assessor's grades against the reference grades. */
final class ConfusionOperation {
  private static final double CONFIDENCE = 0.95;

  static final Operation<Input, NoParams, Result> OPERATION =
      new Operation<>(
          "confusion", Input.class, NoParams.class, Result.class, ConfusionOperation::apply);

  private ConfusionOperation() {}

  /**
   * The gradings that were checked.
   *
   * @param gradings rows of assessor, reference grade, grade and, if it is not 1, weight
   * @param grades the grades in order; those seen when left out
   */
  record Input(List<List<Object>> gradings, List<Object> grades) {}

  /**
   * Every assessor's confusion matrix and what follows from it.
   *
   * @param grades the grades in order
   * @param interval name of the interval of the error rates
   * @param confidence of the interval
   * @param assessors in the order of their first grading
   */
  record Result(
      List<Object> grades, String interval, double confidence, List<Assessor> assessors) {}

  /**
   * An assessor.
   *
   * @param id as given
   * @param counts sums of weights; rows are reference grades
   * @param errorRate share of gradings that differ from the reference
   * @param lower limit of the error rate
   * @param upper limit of the error rate
   * @param severity mean severity, 1 for every mix-up
   * @param kappa null when undefined
   * @param undefined why kappa is
   */
  record Assessor(
      Object id,
      List<List<Number>> counts,
      Double errorRate,
      Double lower,
      Double upper,
      Double severity,
      Double kappa,
      @JsonInclude(JsonInclude.Include.NON_NULL) Undefined undefined) {}

  private static Result apply(Input input, NoParams params) {
    List<List<Object>> rows = Given.required("input.gradings", input.gradings());
    var pairs = new ArrayList<List<Object>>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      requireRow(i, rows.get(i));
      pairs.add(rows.get(i).subList(1, 3));
    }
    LabelledRatings labelled = labelled(pairs, input.grades());
    int grades = Math.max(1, labelled.grades().size());
    var tables = new LinkedHashMap<Object, WeightedConfusion>();
    boolean weighted = false;
    double sum = 0;
    for (int i = 0; i < rows.size(); i++) {
      List<Object> row = rows.get(i);
      int[] codes = labelled.codes().get(i);
      weighted |= row.size() == 4;
      tables
          .computeIfAbsent(row.get(0), id -> WeightedConfusion.create(grades))
          .add(codes[0], codes[1], weight(row));
      sum += weight(row) * weight(row);
      if (!Double.isFinite(sum)) { // what limits are computed from
        throw new FieldException(
            "input.gradings[" + i + "][3]", "weights must have squares with a finite sum");
      }
    }
    String[] labels = labelled.grades().stream().map(String::valueOf).toArray(String[]::new);
    GradingScheme scheme = GradingScheme.unordered(labels.length == 0 ? new String[] {""} : labels);
    var assessors = new ArrayList<Assessor>();
    for (Map.Entry<Object, WeightedConfusion> each : tables.entrySet()) {
      assessors.add(assessor(each.getKey(), each.getValue(), scheme, weighted));
    }
    return new Result(labelled.grades(), Correctness.INTERVAL, CONFIDENCE, assessors);
  }

  private static double weight(List<Object> row) {
    return row.size() == 4 ? ((Number) row.get(3)).doubleValue() : 1;
  }

  private static Assessor assessor(
      Object id, WeightedConfusion table, GradingScheme scheme, boolean weighted) {
    Correctness result = Correctness.of(table, scheme, CONFIDENCE);
    return new Assessor(
        id,
        counts(table, weighted),
        TestOperation.number(result.errorRate()),
        result.interval().map(Interval::lower).orElse(null),
        result.interval().map(Interval::upper).orElse(null),
        TestOperation.number(result.severity()),
        TestOperation.number(result.kappa()),
        result.kappa().reason().orElse(null));
  }

  private static List<List<Number>> counts(WeightedConfusion table, boolean weighted) {
    return IntStream.range(0, table.grades())
        .mapToObj(
            reference ->
                IntStream.range(0, table.grades())
                    .mapToObj(grade -> number(table.sum(reference, grade), weighted))
                    .toList())
        .toList();
  }

  private static Number number(double sum, boolean weighted) {
    if (weighted) {
      return sum;
    }
    return (long) sum;
  }

  private static void requireRow(int i, List<Object> row) {
    String field = "input.gradings[" + i + "]";
    if (row == null || row.size() < 3 || row.size() > 4) {
      throw new FieldException(
          field,
          "a grading must be [assessor, reference, grade] or [assessor, reference, grade, weight],"
              + " got "
              + row);
    }
    for (int c = 0; c < row.size(); c++) {
      boolean allowed =
          c == 3
              ? row.get(c) instanceof Number weight && weight.doubleValue() > 0
              : row.get(c) instanceof String || row.get(c) instanceof Number;
      if (!allowed) {
        throw new FieldException(
            field + "[" + c + "]",
            (c == 3 ? "weight must be a number above 0" : "must be a string or a number")
                + ", got "
                + row.get(c));
      }
    }
  }

  // Pairs of reference and grade are read like ratings by two raters; the column has moved by one.
  private static LabelledRatings labelled(List<List<Object>> pairs, List<Object> grades) {
    try {
      return LabelledRatings.of(pairs, null, grades);
    } catch (FieldException e) {
      String field =
          e.field()
              .replace("input.ratings", "input.gradings")
              .replaceFirst("\\[1]$", "[2]")
              .replaceFirst("\\]\\[0]$", "][1]");
      throw new FieldException(field, e.getMessage());
    }
  }
}
