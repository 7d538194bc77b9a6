package org.assay.io.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.assay.agreement.KrippendorffAlpha;
import org.assay.agreement.KrippendorffMetric;
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
   * @param level nominal (when left out), ordinal, interval or ratio
   */
  record Params(String level) {}

  /** Alpha and its parts, in units of the squared metric. */
  record Result(
      Double alpha,
      long pairableValues,
      Double observedDisagreement,
      Double expectedDisagreement,
      @JsonInclude(JsonInclude.Include.NON_NULL) Undefined undefined) {}

  private static Result apply(RatingsInput input, Params params) {
    Ratings ratings = RatingsReader.read(input);
    KrippendorffMetric metric =
        Choice.of(
            "params.level", params.level(), KrippendorffMetric.class, KrippendorffMetric.NOMINAL);
    KrippendorffAlpha alpha;
    try {
      alpha = KrippendorffAlpha.with(metric, ratings.scores());
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
