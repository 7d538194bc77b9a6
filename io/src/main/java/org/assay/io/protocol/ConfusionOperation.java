package org.assay.io.protocol;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assay.agreement.Correctness;
import org.assay.count.ConfusionMatrix;
import org.assay.count.SmallCells;
import org.assay.count.WeightedConfusion;
import org.assay.data.GradingScheme;
import org.assay.estimate.AssessorMatrices;
import org.assay.estimate.AssessorMatrix;
import org.assay.estimate.AssessorMatrix.Claims;
import org.assay.estimate.MatrixRates;
import org.assay.estimate.MatrixShare;
import org.assay.estimate.ReferenceMatrix.ReferenceKind;
import org.assay.io.schema.Form;
import org.assay.io.schema.MayBeNull;
import org.assay.io.schema.Required;
import org.assay.io.schema.Within;
import org.assay.result.Interval;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/** Op {@code confusion}: each assessor's grades against the reference grades. */
final class ConfusionOperation {
  static final Operation<Input, Params, Result> OPERATION =
      new Operation<>(
          "confusion", Input.class, Params.class, Result.class, ConfusionOperation::apply);

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

  /** What may be said from how the gradings were chosen. */
  enum Claim {
    /** Chosen at random with known probabilities, whose inverses are the weights: everything. */
    BOTH,
    /** Chosen at random with unknown probabilities: shares of what was given as one grade. */
    REFERENCE_GIVEN_GRADE,
    /** Chosen in another way: counts and nothing else. */
    COUNTS
  }

  /** Which cells of a matrix have shares. */
  enum Shown {
    /** None. */
    NONE,
    /** Those that occur. */
    OCCURRING,
    /** All, also those without a count. */
    ALL
  }

  /**
   * What is asked for.
   *
   * @param confidence confidence of the two-sided limits; 0.95 when left out
   * @param ordered whether the grades have an order, the first the highest: over- and under-grading
   *     are given then; false when left out
   * @param severity how severe each mix-up is: a row per reference grade, 0 on the diagonal; 1 for
   *     every mix-up when left out
   * @param cells which cells have shares with limits, and drawn towards the team's; none when left
   *     out
   * @param claims what may be said from how the gradings were chosen; both when left out
   * @param suppressBelow counts below it are left out, and further ones so that totals do not tell
   *     them, for a table that is published; none when left out
   */
  record Params(
      @Within("(0, 1)") Double confidence,
      Boolean ordered,
      List<List<Double>> severity,
      Shown cells,
      Claim claims,
      @Within("[2, 1000]") Integer suppressBelow) {
    Params {
      confidence = confidence == null ? 0.95 : confidence;
      ordered = ordered != null && ordered;
      cells = cells == null ? Shown.NONE : cells;
      claims = claims == null ? Claim.BOTH : claims;
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
   * @param counts sums of weights; rows are reference grades, columns grades given; null where a
   *     count was suppressed
   * @param errorRate share of gradings that differ from the reference, in [0, 1]; null when
   *     undefined
   * @param lower lower limit of the error rate; null when undefined
   * @param upper upper limit of the error rate; null when undefined
   * @param severity mean severity of a grading; null when undefined
   * @param kappa Cohen's kappa of grades and reference grades; null when undefined
   * @param undefined why kappa is undefined; left out when it is not
   * @param kappaError standard error of kappa, linearised; left out unless cells are asked for
   * @param overGrading grades above the reference; left out of unordered grades
   * @param underGrading grades below the reference; left out of unordered grades
   * @param cells shares of cells; left out unless asked for
   */
  record Assessor(
      @Form(Form.LABEL) Object id,
      List<List<@MayBeNull Number>> counts,
      Double errorRate,
      Double lower,
      Double upper,
      Double severity,
      Double kappa,
      @JsonInclude(JsonInclude.Include.NON_NULL) Undefined undefined,
      @JsonInclude(JsonInclude.Include.NON_NULL) Double kappaError,
      @JsonInclude(JsonInclude.Include.NON_NULL) Share overGrading,
      @JsonInclude(JsonInclude.Include.NON_NULL) Share underGrading,
      @JsonInclude(JsonInclude.Include.NON_NULL) List<Cell> cells) {}

  /**
   * A share with its limits.
   *
   * @param value share, in [0, 1]; null when undefined
   * @param lower lower limit; null when undefined
   * @param upper upper limit; null when undefined
   * @param shrunken share drawn towards the team's; left out of rates
   * @param undefined why there is no value; left out when there is one
   */
  record Share(
      Double value,
      Double lower,
      Double upper,
      @JsonInclude(JsonInclude.Include.NON_NULL) Double shrunken,
      @JsonInclude(JsonInclude.Include.NON_NULL) Undefined undefined) {
    private static Share of(MatrixShare share) {
      Interval limits = share.interval();
      return new Share(
          TestOperation.number(share.value()),
          limits == null ? null : limits.lower(),
          limits == null ? null : limits.upper(),
          TestOperation.number(share.shrunken()),
          share.value().undefined());
    }
  }

  /**
   * A cell of a matrix.
   *
   * @param reference reference grade
   * @param grade grade given
   * @param count gradings, not weighted
   * @param gradeGivenReference share of this grade where that is the reference
   * @param referenceGivenGrade share of that reference where this grade was given
   */
  record Cell(
      @Form(Form.LABEL) Object reference,
      @Form(Form.LABEL) Object grade,
      long count,
      Share gradeGivenReference,
      Share referenceGivenGrade) {}

  private static Result apply(Input input, Params params) {
    if (params.suppressBelow() != null && params.cells() != Shown.NONE) {
      throw new FieldException(
          "params.cells", "cells must be none where counts are suppressed: shares would tell them");
    }
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
    if (weighted && params.suppressBelow() != null) {
      throw new FieldException(
          "params.suppressBelow", "suppressBelow must be left out where gradings have weights");
    }
    GradingScheme scheme = scheme(labelled.grades(), params);
    var assessors = new ArrayList<Assessor>();
    AssessorMatrices team = tables.isEmpty() ? null : team(tables.values(), params);
    for (Map.Entry<Object, WeightedConfusion> each : tables.entrySet()) {
      assessors.add(
          assessor(each, team.of(assessors.size()), scheme, labelled.grades(), weighted, params));
    }
    return new Result(labelled.grades(), Correctness.INTERVAL, params.confidence(), assessors);
  }

  private static AssessorMatrices team(Collection<WeightedConfusion> tables, Params params) {
    return AssessorMatrices.ofWeighted(
        List.copyOf(tables),
        ReferenceKind.QA_VERDICTS,
        Claims.valueOf(params.claims().name()),
        params.confidence());
  }

  private static GradingScheme scheme(List<Object> grades, Params params) {
    String[] labels = grades.stream().map(String::valueOf).toArray(String[]::new);
    labels = labels.length == 0 ? new String[] {""} : labels;
    GradingScheme scheme =
        params.ordered() ? GradingScheme.ordered(labels) : GradingScheme.unordered(labels);
    if (params.severity() == null) {
      return scheme;
    }
    try {
      return scheme.withSeverity(
          params.severity().stream()
              .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
              .toArray(double[][]::new));
    } catch (IllegalArgumentException e) {
      throw new FieldException("params.severity", e.getMessage());
    }
  }

  private static Assessor assessor(
      Map.Entry<Object, WeightedConfusion> table,
      AssessorMatrix matrix,
      GradingScheme scheme,
      List<Object> grades,
      boolean weighted,
      Params params) {
    Correctness result = Correctness.of(table.getValue(), scheme, params.confidence());
    MatrixRates rates = matrix.rates(scheme);
    boolean isClaimed = params.claims() == Claim.BOTH;
    boolean isCells = params.cells() != Shown.NONE;
    Outcome kappa = isClaimed ? result.kappa() : rates.kappa();
    return new Assessor(
        table.getKey(),
        params.suppressBelow() == null
            ? counts(table.getValue(), weighted)
            : suppressed(matrix, scheme.grades(), params.suppressBelow()),
        isClaimed ? TestOperation.number(result.errorRate()) : null,
        isClaimed ? result.interval().map(Interval::lower).orElse(null) : null,
        isClaimed ? result.interval().map(Interval::upper).orElse(null) : null,
        isClaimed ? TestOperation.number(result.severity()) : null,
        TestOperation.number(kappa),
        kappa.undefined(),
        isCells ? TestOperation.number(rates.kappaError()) : null,
        params.ordered() ? Share.of(rates.overGrading()) : null,
        params.ordered() ? Share.of(rates.underGrading()) : null,
        isCells ? cells(matrix, grades, params.cells() == Shown.ALL) : null);
  }

  private static List<List<Number>> suppressed(
      AssessorMatrix matrix, List<String> grades, int threshold) {
    ConfusionMatrix counts = ConfusionMatrix.create(grades.size());
    matrix.forEach((reference, grade, count) -> counts.add(reference, grade, count));
    var rows = new ArrayList<List<Number>>();
    for (List<Long> row : SmallCells.of(counts.table(grades), threshold).counts()) {
      rows.add(new ArrayList<>(row));
    }
    return rows;
  }

  private static List<Cell> cells(AssessorMatrix matrix, List<Object> grades, boolean all) {
    var cells = new ArrayList<Cell>();
    if (all) {
      for (int r = 0; r < grades.size(); r++) {
        for (int g = 0; g < grades.size(); g++) {
          cells.add(cell(matrix, grades, r, g));
        }
      }
    } else {
      matrix.forEach((r, g, count) -> cells.add(cell(matrix, grades, r, g)));
    }
    return cells;
  }

  private static Cell cell(AssessorMatrix matrix, List<Object> grades, int r, int g) {
    return new Cell(
        grades.get(r),
        grades.get(g),
        (long) matrix.count(r, g),
        Share.of(matrix.gradeGivenReference(r, g)),
        Share.of(matrix.referenceGivenGrade(r, g)));
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
