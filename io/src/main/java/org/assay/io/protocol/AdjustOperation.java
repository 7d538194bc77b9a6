package org.assay.io.protocol;

import java.util.ArrayList;
import java.util.List;
import org.assay.compare.Multiplicity;
import org.assay.io.schema.MayBeNull;
import org.assay.io.schema.Required;
import org.assay.io.schema.Within;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/** Op {@code adjust}: p-values adjusted for their number. */
final class AdjustOperation {
  private static final Outcome NONE = Outcome.undefined(Undefined.NOT_IDENTIFIED);

  static final Operation<Input, Params, Result> OPERATION =
      new Operation<>("adjust", Input.class, Params.class, Result.class, AdjustOperation::adjust);

  private AdjustOperation() {}

  /** Adjustments. */
  private enum Method {
    /** Bonferroni: controls the chance of any false finding, under any dependence. */
    BONFERRONI(Multiplicity.BONFERRONI),
    /** Holm: the same with more power. */
    HOLM(Multiplicity.HOLM),
    /** Hochberg: the same with more power still, for independent tests. */
    HOCHBERG(Multiplicity.HOCHBERG),
    /** Benjamini and Hochberg: controls the false-discovery rate of independent tests. */
    BH(Multiplicity.BENJAMINI_HOCHBERG),
    /** Benjamini and Yekutieli: controls the false-discovery rate under any dependence. */
    BY(Multiplicity.BENJAMINI_YEKUTIELI);

    private final Multiplicity rule;

    Method(Multiplicity rule) {
      this.rule = rule;
    }
  }

  /**
   * What is adjusted.
   *
   * @param pValues one per test, each in [0, 1]; null for a test without one, which does not count
   */
  record Input(@Required List<@MayBeNull @Within("[0, 1]") Double> pValues) {}

  /**
   * How they are adjusted.
   *
   * @param method the adjustment
   */
  record Params(@Required Method method) {}

  /**
   * The adjusted p-values.
   *
   * @param adjusted one per p-value, in the same order; an entry without one stays without
   */
  record Result(List<@MayBeNull Double> adjusted) {}

  private static Result adjust(Input input, Params params) {
    var given = new ArrayList<Outcome>();
    for (Double p : input.pValues()) {
      given.add(p == null ? NONE : Outcome.of(p));
    }
    return new Result(
        params.method().rule.adjust(given).stream()
            .map(p -> p.defined() ? p.value() : null)
            .toList());
  }
}
