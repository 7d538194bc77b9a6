package org.assay.io.protocol;

import java.util.List;
import org.assay.io.schema.MayBeNull;
import org.assay.io.schema.Required;
import org.assay.io.schema.Within;
import org.assay.plan.Boundary;
import org.assay.plan.BoundaryRun;
import org.assay.plan.ErrorModel;
import org.assay.plan.Lot;
import org.assay.plan.StagedPlan;

/** Op {@code operatingCharacteristic}: how a plan given by its numbers behaves. */
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
   * @param sampleSizes checks of each stage
   * @param acceptanceNumbers most errors that accept, of each stage, counted from the start; null
   *     where it cannot accept
   * @param rejectionNumbers fewest errors that reject, of each stage, counted from the start; one
   *     more than the acceptance numbers when left out
   * @param boundary numbers of a sequential plan, at every number of checks at which it can decide;
   *     instead of the stages
   * @param distribution how errors are distributed; hypergeometric when left out with lotSize,
   *     binomial without
   * @param lotSize items in the lot
   * @param rates error rates at which to give the curve, in [0, 1]
   */
  record Params(
      List<Long> sampleSizes,
      List<@MayBeNull Long> acceptanceNumbers,
      List<Long> rejectionNumbers,
      List<Step> boundary,
      ErrorModel.Kind distribution,
      Long lotSize,
      @Required List<@Within("[0, 1]") Double> rates) {}

  /**
   * A point of a boundary.
   *
   * @param n checks made
   * @param acceptAt accept at that many errors or fewer; null when that is not possible yet
   * @param rejectAt reject at that many errors or more; null when that is not possible yet
   */
  record Step(@Required Integer n, Integer acceptAt, Integer rejectAt) {
    private Boundary.Row row() {
      return new Boundary.Row(n, acceptAt, rejectAt);
    }
  }

  /**
   * The curve.
   *
   * @param curve how the plan behaves at the rates asked for
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
            params.rates()));
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
    Boundary boundary = Boundary.of(params.boundary().stream().map(Step::row).toList());
    if (lot.finite() && boundary.maximum() > lot.size()) {
      throw new FieldException(
          "params.boundary", "boundary n must be at most lotSize, got " + boundary.maximum());
    }
    return new Result(
        params.rates().stream()
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
