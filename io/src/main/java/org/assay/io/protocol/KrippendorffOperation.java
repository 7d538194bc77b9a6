package org.assay.io.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.assay.agreement.KrippendorffAlpha;
import org.assay.agreement.KrippendorffAlpha.KrippendorffMetric;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/** Op {@code krippendorff}: alpha with one of Krippendorff's metrics. */
final class KrippendorffOperation {
  static final Operation<RatingsInput, Params, Result> OPERATION =
      new Operation<>(
          "krippendorff",
          RatingsInput.class,
          Params.class,
          Result.class,
          KrippendorffOperation::apply);

  private KrippendorffOperation() {}

  /**
   * The metric.
   *
   * @param level level of measurement; nominal when left out
   */
  record Params(KrippendorffMetric level) {
    Params {
      level = level == null ? KrippendorffMetric.NOMINAL : level;
    }
  }

  /**
   * Alpha and its parts.
   *
   * @param alpha Krippendorff's alpha, at most 1; null when undefined
   * @param pairableValues ratings of items with two or more
   * @param observedDisagreement disagreement within items, in units of the squared metric; null
   *     when undefined
   * @param expectedDisagreement disagreement by chance, in the same units; null when undefined
   * @param undefined why a number is missing; left out when none is
   */
  record Result(
      Double alpha,
      long pairableValues,
      Double observedDisagreement,
      Double expectedDisagreement,
      @JsonInclude(JsonInclude.Include.NON_NULL) Undefined undefined) {}

  private static Result apply(RatingsInput input, Params params) {
    Ratings ratings = RatingsReader.read(input);
    KrippendorffAlpha alpha;
    try {
      alpha = KrippendorffAlpha.with(params.level(), ratings.scores());
    } catch (IllegalArgumentException e) {
      throw new FieldException("params.level", e.getMessage());
    }
    Outcome value = alpha.estimate(ratings.patterns()).value();
    KrippendorffAlpha.Disagreements parts = alpha.disagreements(ratings.patterns());
    return new Result(
        AgreementOperation.number(value),
        parts.pairableValues(),
        AgreementOperation.number(parts.observed()),
        AgreementOperation.number(parts.expected()),
        value.reason().orElse(null));
  }
}
