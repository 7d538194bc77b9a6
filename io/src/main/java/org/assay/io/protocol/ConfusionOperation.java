package org.assay.io.protocol;

import com.fasterxml.jackson.annotation.JsonFormat;
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
import org.assay.io.schema.Form;
import org.assay.io.schema.Required;
import org.assay.io.schema.Within;
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
   * @param gradings one row per grading: assessor, reference grade, grade and, if it is not 1,
   *     weight
   * @param grades the grades in order; those seen when left out
   */
  record Input(@Required List<Grading> gradings, List<@Form(Form.LABEL) Object> grades) {}

  /**
   * A grading that was checked.
   *
   * @param assessor who graded
   * @param reference reference grade
   * @param grade grade given
   * @param weight above 0; 1 when left out
   */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  record Grading(
      @Required @Form(Form.LABEL) Object assessor,
      @Required @Form(Form.LABEL) Object reference,
      @Required @Form(Form.LABEL) Object grade,
      @Within("(0, )") Double weight) {
    private double weightOrOne() {
      return weight == null ? 1 : weight;
    }
  }

  /**
   * Every assessor's confusion matrix and what follows from it.
   *
   * @param grades the grades in order
   * @param interval name of the interval of the error rates
   * @param confidence confidence of the intervals, two-sided
   * @param assessors one per assessor, in the order of their first grading
   */
  record Result(
      List<@Form(Form.LABEL) Object> grades,
      String interval,
      double confidence,
      List<Assessor> assessors) {}

  /**
   * An assessor.
   *
   * @param id assessor, as given
   * @param counts sums of weights; rows are reference grades, columns grades given
   * @param errorRate share of gradings that differ from the reference, in [0, 1]; null when
   *     undefined
   * @param lower lower limit of the error rate; null when undefined
   * @param upper upper limit of the error rate; null when undefined
   * @param severity mean severity, 1 for every mix-up; null when undefined
   * @param kappa Cohen's kappa of grades and reference grades; null when undefined
   * @param undefined why kappa is undefined; left out when it is not
   */
  record Assessor(
      @Form(Form.LABEL) Object id,
      List<List<Number>> counts,
      Double errorRate,
      Double lower,
      Double upper,
      Double severity,
      Double kappa,
      @JsonInclude(JsonInclude.Include.NON_NULL) Undefined undefined) {}

  private static Result apply(Input input, NoParams params) {
    List<Grading> rows = input.gradings();
    List<List<Object>> pairs =
        rows.stream().map(row -> List.of(row.reference(), row.grade())).toList();
    LabelledRatings labelled = labelled(pairs, input.grades());
    int grades = Math.max(1, labelled.grades().size());
    var tables = new LinkedHashMap<Object, WeightedConfusion>();
    boolean weighted = false;
    double sum = 0;
    for (int i = 0; i < rows.size(); i++) {
      Grading row = rows.get(i);
      int[] codes = labelled.codes().get(i);
      weighted |= row.weight() != null;
      tables
          .computeIfAbsent(row.assessor(), id -> WeightedConfusion.create(grades))
          .add(codes[0], codes[1], row.weightOrOne());
      sum += row.weightOrOne() * row.weightOrOne();
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
