package org.assay.io.protocol;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;
import org.assay.estimate.CheckCell;
import org.assay.io.protocol.TrainingNeedsOperation.Grading;
import org.assay.io.protocol.TrainingNeedsOperation.Input;
import org.assay.io.protocol.TrainingNeedsOperation.Trained;
import org.assay.needs.NeedOptions;
import org.assay.needs.Training;

/**
 * The gradings of op {@code trainingNeeds} as cells, with what their codes stand for.
 *
 * @param grades labels in order
 * @param assessors ids in the order of their first grading
 * @param cohorts names in the order of their first assessor
 * @param cells one per grading, in their order
 * @param trainings by code
 */
record TrainingNeedGradings(
    List<Object> grades,
    List<String> assessors,
    List<String> cohorts,
    Map<Integer, Integer> cohortOf,
    List<CheckCell> cells,
    List<Training> trainings) {
  private static final Pattern ROW = Pattern.compile("input\\.ratings\\[(\\d+)](?:\\[([01])])?");

  static TrainingNeedGradings of(Input input) {
    List<Grading> rows = input.gradings();
    List<Trained> trained = input.trainings() == null ? List.of() : input.trainings();
    LabelledRatings labelled = labelled(rows, trained, input.grades());
    Map<String, Integer> assessors = new LinkedHashMap<>();
    Map<String, Integer> streams = new LinkedHashMap<>();
    List<CheckCell> cells = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      Grading row = rows.get(i);
      int[] codes = labelled.codes().get(i);
      cells.add(
          new CheckCell(
              code(assessors, text(row.assessor())),
              row.period() == null ? 0 : row.period(),
              0,
              code(streams, row.stream() == null ? "" : row.stream()),
              0,
              Blindness.UNKNOWN,
              SelectionMethod.SRS,
              CheckCell.ALONE,
              row.weight() == null ? 1 : 1 / row.weight(),
              codes[0],
              codes[1],
              row.times() == null ? 1 : row.times()));
    }
    Map<String, Integer> cohorts = new LinkedHashMap<>();
    Map<Integer, Integer> cohortOf = new LinkedHashMap<>();
    if (input.cohorts() != null) {
      input
          .cohorts()
          .forEach(
              (id, cohort) ->
                  cohortOf.put(known(assessors, "input.cohorts", id), code(cohorts, cohort)));
    }
    return new TrainingNeedGradings(
        labelled.grades(),
        List.copyOf(assessors.keySet()),
        List.copyOf(cohorts.keySet()),
        cohortOf,
        cells,
        trainings(trained, assessors, labelled, rows.size()));
  }

  private static List<Training> trainings(
      List<Trained> trained, Map<String, Integer> assessors, LabelledRatings labelled, int next) {
    List<Training> trainings = new ArrayList<>();
    int at = next; // the grades of trainings come after those of gradings
    for (int i = 0; i < trained.size(); i++) {
      Trained t = trained.get(i);
      String field = "input.trainings[" + i + "]";
      int assessor = known(assessors, field + ".assessor", text(t.assessor()));
      int since = t.since() == null ? 0 : t.since();
      if (since >= t.from() && since > 0) {
        throw new FieldException(field + ".since", "since must be below from, got " + since);
      }
      int[] codes =
          t.reference() == null
              ? new int[] {Training.ALL, Training.ALL}
              : labelled.codes().get(at++);
      if (t.reference() != null && codes[0] == codes[1]) {
        throw new FieldException(field, "reference and grade must be two different grades");
      }
      trainings.add(new Training(assessor, since, t.from(), codes[0], codes[1]));
    }
    return trainings;
  }

  /** What is asked, with severities that fit. */
  NeedOptions options(Input input, TrainingNeedsOperation.Params params) {
    List<List<Double>> severity = input.severity() == null ? List.of() : input.severity();
    if (!severity.isEmpty()
        && (severity.size() != grades.size()
            || severity.stream().anyMatch(row -> row.size() != grades.size()))) {
      throw new FieldException(
          "input.severity",
          "severity must have a row and a column per grade: " + grades.size() + " grades");
    }
    return new NeedOptions(
        params.falseDiscoveryRate(), params.effect(), params.guidelineShare(), severity, cohortOf);
  }

  private static int known(Map<String, Integer> assessors, String field, String id) {
    Integer code = assessors.get(id);
    if (code == null) {
      throw new FieldException(field, "an assessor must have a grading, got " + id);
    }
    return code;
  }

  private static int code(Map<String, Integer> codes, String id) {
    return codes.computeIfAbsent(id, each -> codes.size());
  }

  private static String text(Object id) {
    return Labels.key(id) instanceof BigDecimal number ? number.toPlainString() : id.toString();
  }

  // Pairs of reference and grade are read like ratings by two raters.
  private static LabelledRatings labelled(
      List<Grading> rows, List<Trained> trained, List<Object> grades) {
    List<List<Object>> pairs = new ArrayList<>();
    rows.forEach(row -> pairs.add(List.of(row.reference(), row.grade())));
    for (int i = 0; i < trained.size(); i++) {
      Trained t = trained.get(i);
      if ((t.reference() == null) != (t.grade() == null)) {
        throw new FieldException(
            "input.trainings[" + i + "]", "reference and grade must be given together");
      }
      if (t.reference() != null) {
        pairs.add(List.of(t.reference(), t.grade()));
      }
    }
    try {
      return LabelledRatings.of(pairs, null, grades);
    } catch (FieldException e) {
      Matcher row = ROW.matcher(e.field());
      if (!row.matches()) {
        throw new FieldException(
            e.field().replace("input.ratings", "input.gradings"), e.getMessage());
      }
      int at = Integer.parseInt(row.group(1));
      String column = row.group(2) == null ? "" : "[" + (1 + Integer.parseInt(row.group(2))) + "]";
      throw new FieldException(
          at < rows.size() ? "input.gradings[" + at + "]" + column : "input.trainings",
          e.getMessage());
    }
  }
}
