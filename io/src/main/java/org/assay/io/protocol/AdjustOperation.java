package org.assay.io.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assay.compare.Multiplicity;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/** The {@code adjust} operation: p-values adjusted for their number. */
final class AdjustOperation {
  private static final Map<String, Multiplicity> METHODS =
      Map.of(
          "bonferroni", Multiplicity.BONFERRONI,
          "holm", Multiplicity.HOLM,
          "hochberg", Multiplicity.HOCHBERG,
          "bh", Multiplicity.BENJAMINI_HOCHBERG,
          "by", Multiplicity.BENJAMINI_YEKUTIELI);

  private static final Outcome NONE = Outcome.undefined(Undefined.NOT_IDENTIFIED);

  static final Operation<Input, Params, Result> OPERATION =
      new Operation<>("adjust", Input.class, Params.class, Result.class, AdjustOperation::adjust);

  private AdjustOperation() {}

  /**
   * What is adjusted.
   *
   * @param pValues each in [0, 1], or null for a test without a p-value
   */
  record Input(List<Double> pValues) {}

  /**
   * How.
   *
   * @param method bonferroni, holm, hochberg, bh or by
   */
  record Params(String method) {}

  /**
   * The adjusted p-values.
   *
   * @param adjusted one per p-value, null where there was none
   */
  record Result(List<Double> adjusted) {}

  private static Result adjust(Input input, Params params) {
    Multiplicity method = Choice.of("params.method", params.method(), METHODS);
    if (input.pValues() == null) {
      throw new FieldException("input.pValues", "pValues must be given");
    }
    var given = new ArrayList<Outcome>();
    for (int i = 0; i < input.pValues().size(); i++) {
      Double p = input.pValues().get(i);
      if (p != null && !(p >= 0 && p <= 1)) {
        throw new FieldException(
            "input.pValues[" + i + "]", "a p-value must be in [0, 1], got " + p);
      }
      given.add(p == null ? NONE : Outcome.of(p));
    }
    return new Result(
        method.adjust(given).stream().map(p -> p.defined() ? p.value() : null).toList());
  }
}
