package org.assay.io.protocol;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.agreement.Weights;
import org.assay.agreement.Weights.WeightScheme;
import org.assay.io.protocol.Operation.NoParams;
import org.assay.io.schema.Form;
import org.assay.io.schema.Required;
import org.assay.io.schema.Words;

/** Op {@code weights}: the named weight matrices of grades. */
final class WeightsOperation {
  static final Operation<Input, NoParams, Result> OPERATION =
      new Operation<>(
          "weights", Input.class, NoParams.class, Result.class, WeightsOperation::apply);

  private WeightsOperation() {}

  /**
   * The grades.
   *
   * @param grades the grades in order; numbers are scores, texts are scored 1 to K
   */
  record Input(@Required List<@Form(Form.LABEL) Object> grades) {}

  /**
   * The matrices.
   *
   * @param weights matrices by the name of their scheme; without "ratio" when a score is negative
   */
  record Result(Map<String, double[][]> weights) {}

  private static Result apply(Input input, NoParams params) {
    LabelledRatings.requireGrades("input.grades", input.grades());
    double[] scores = LabelledRatings.scores(input.grades());
    var named = new LinkedHashMap<String, double[][]>();
    for (WeightScheme scheme : WeightScheme.values()) {
      boolean negative = Arrays.stream(scores).anyMatch(score -> score < 0);
      if (scheme != WeightScheme.RATIO || !negative) {
        named.put(Words.of(scheme), scheme.of(scores).toArray());
      }
    }
    return new Result(named);
  }

  /** The weights that {@code params.weights} asks for: a name or a matrix; absent: identity. */
  static Weights weights(Object asked, double[] scores) {
    String field = "params.weights";
    if (asked instanceof List<?> rows) {
      return matrix(field, rows, scores.length);
    }
    WeightScheme scheme =
        Arrays.stream(WeightScheme.values())
            .filter(each -> Words.of(each).equals(asked))
            .findFirst()
            .orElse(WeightScheme.IDENTITY);
    if (scheme == WeightScheme.IDENTITY) { // grades may be closer than scores can tell
      return Weights.identity(scores.length);
    }
    try {
      return scheme.of(scores);
    } catch (IllegalArgumentException e) {
      throw new FieldException(field, e.getMessage());
    }
  }

  private static Weights matrix(String field, List<?> rows, int grades) {
    if (rows.size() != grades) {
      throw new FieldException(
          field, "weights must have " + grades + " rows (grades), got " + rows.size());
    }
    double[][] weights = new double[grades][grades];
    for (int k = 0; k < grades; k++) {
      String where = field + "[" + k + "]";
      if (!(rows.get(k) instanceof List<?> row) || row.size() != grades) {
        throw new FieldException(where, "a row of weights must be a list of length " + grades);
      }
      for (int l = 0; l < grades; l++) {
        weights[k][l] = ((Number) row.get(l)).doubleValue();
      }
    }
    try {
      return Weights.of(weights);
    } catch (IllegalArgumentException e) {
      throw new FieldException(field, e.getMessage());
    }
  }
}
