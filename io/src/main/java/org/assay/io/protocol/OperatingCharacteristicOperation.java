package org.assay.io.protocol;

import java.util.List;
import org.assay.plan.Boundary;
import org.assay.plan.BoundaryRun;
import org.assay.plan.ErrorModel;
import org.assay.plan.Lot;
import org.assay.plan.StagedPlan;

/** The {@code operatingCharacteristic} operation: how a plan given by its numbers behaves. */
final class OperatingCharacteristicOperation {
  static final Operation<Operation.NoInput, Params, Result> OPERATION =
      new Operation<>(
          "operatingCharacteristic",
          Operation.NoInput.class,
          Params.class,
          Result.class,
          (none, params) -> curve(params));

  private OperatingCharacteristicOperation() {}

  /**
   * The plan and where to look.
   *
   * @param sampleSizes items of each stage
   * @param acceptanceNumbers of each stage, from the start; null where it cannot accept
   * @param rejectionNumbers of each stage, from the start; one more than the acceptance numbers
   *     when left out
   * @param boundary instead of these, of a sequential plan: every number of checks at which it can
   *     decide
   * @param distribution hypergeometric (default with lotSize), binomial (default without) or
   *     poisson
   * @param lotSize items in the lot
   * @param rates where to give the curve
   */
  record Params(
      List<Long> sampleSizes,
      List<Long> acceptanceNumbers,
      List<Long> rejectionNumbers,
      List<PlanResult.Step> boundary,
      String distribution,
      Long lotSize,
      List<Double> rates) {}

  /**
   * The curve.
   *
   * @param curve at the rates asked for
   */
  record Result(List<PlanResult.Point> curve) {}

  private static Result curve(Params params) {
    if (params.boundary() != null) {
      return sequentialCurve(params);
    }
    return new Result(
        PlanResult.curve(
            plan(params),
            PlanParams.model(params.distribution(), params.lotSize()),
            Given.required("params.rates", params.rates())));
  }

  private static Result sequentialCurve(Params params) {
    if (params.sampleSizes() != null) {
      throw new FieldException(
          "params.boundary", "boundary must not be given together with sampleSizes");
    }
    ErrorModel model = PlanParams.model(params.distribution(), params.lotSize());
    if (model.kind() == ErrorModel.Kind.POISSON) {
      throw new FieldException(
          "params.distribution", "distribution must be hypergeometric or binomial for a boundary");
    }
    Lot lot =
        model.kind() == ErrorModel.Kind.HYPERGEOMETRIC ? Lot.of(params.lotSize()) : Lot.UNLIMITED;
    Boundary boundary = Boundary.of(params.boundary().stream().map(PlanResult.Step::row).toList());
    if (lot.finite() && boundary.maximum() > lot.size()) {
      throw new FieldException(
          "params.boundary", "boundary n must be at most lotSize, got " + boundary.maximum());
    }
    return new Result(
        Given.required("params.rates", params.rates()).stream()
            .map(
                rate ->
                    PlanResult.Point.of(
                        rate,
                        BoundaryRun.of(boundary, lot, lot.quality(rate))
                            .point(lot, lot.quality(rate))))
            .toList());
  }

  private static StagedPlan plan(Params params) {
    List<Long> accept =
        Given.required("params.acceptanceNumbers", params.acceptanceNumbers()).stream()
            .map(c -> c == null ? -1 : c)
            .toList();
    return new StagedPlan(
        Given.required("params.sampleSizes", params.sampleSizes()),
        accept,
        params.rejectionNumbers() == null
            ? accept.stream().map(c -> c + 1).toList()
            : params.rejectionNumbers());
  }
}
