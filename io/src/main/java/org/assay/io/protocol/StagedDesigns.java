package org.assay.io.protocol;

import java.util.List;
import org.assay.plan.Boundary;
import org.assay.plan.Design;
import org.assay.plan.DoubleSampling;
import org.assay.plan.ErrorModel;
import org.assay.plan.Lot;
import org.assay.plan.MultipleSampling;
import org.assay.plan.OperatingCharacteristic;
import org.assay.plan.Promise;
import org.assay.plan.SequentialPlan;
import org.assay.plan.SingleSampling;
import org.assay.plan.StagedPlan;
import org.assay.plan.StagedPlan.Curtailment;
import org.assay.plan.WaldPlan;

/** The designs of the {@code plan} operation that are fixed before inspection, and Wald's test. */
final class StagedDesigns {
  private StagedDesigns() {}

  /** The answer, of a design that is fixed before inspection or is Wald's. */
  static PlanResult result(PlanParams params) {
    return switch (params.design()) {
      case SINGLE -> single(params);
      case ZERO_ACCEPTANCE -> zeroAcceptance(params);
      case CURTAILED -> curtailed(params);
      case DOUBLE -> staged(params, doubled(params));
      case MULTIPLE -> staged(params, multiple(params));
      case WALD -> wald(params);
      default -> throw new AssertionError(params.design());
    };
  }

  /** The same as a boundary, to evaluate verdicts with. */
  static SequentialPlan plan(PlanParams params) {
    LookedAtDesigns.requireNotPoisson(params);
    return switch (params.design()) {
      case SINGLE -> SequentialPlan.given(params.promise(), Boundary.of(smallestSingle(params)));
      case ZERO_ACCEPTANCE ->
          SequentialPlan.given(consumerPromise(params), Boundary.of(noError(params)));
      case CURTAILED ->
          SequentialPlan.given(
              params.promise(), params.curtailment().boundary(smallestSingle(params)));
      case DOUBLE -> SequentialPlan.given(params.promise(), Boundary.of(doubled(params)));
      case MULTIPLE -> SequentialPlan.given(params.promise(), Boundary.of(multiple(params)));
      default -> throw new AssertionError(params.design());
    };
  }

  private static PlanResult single(PlanParams params) {
    StagedPlan plan = smallestSingle(params);
    return kept(params, plan, PlanResult.curve(plan, params.model(), params.rates()));
  }

  private static StagedPlan smallestSingle(PlanParams params) {
    return SingleSampling.smallest(params.model(), params.promise())
        .orElseThrow(
            () ->
                new FieldException(
                    "params.unacceptable",
                    "unacceptable must be far enough above acceptable, no plan up to 10^9 checks"
                        + " keeps both risks"));
  }

  private static PlanResult kept(PlanParams params, StagedPlan plan, List<PlanResult.Point> curve) {
    ErrorModel model = params.model();
    Promise promise = params.promise();
    return PlanResult.of(
        plan,
        OperatingCharacteristic.atQuality(plan, model, promise.acceptable()).reject(),
        OperatingCharacteristic.atQuality(plan, model, promise.unacceptable()).accept(),
        curve);
  }

  private static PlanResult zeroAcceptance(PlanParams params) {
    ErrorModel model = params.model();
    double quality = params.unacceptableQuality();
    StagedPlan plan = noError(params);
    Double producerRisk =
        params.acceptable() == null
            ? null
            : OperatingCharacteristic.at(plan, model, params.acceptable()).reject();
    return PlanResult.of(
        plan,
        producerRisk,
        OperatingCharacteristic.atQuality(plan, model, quality).accept(),
        PlanResult.curve(plan, model, params.rates()));
  }

  private static StagedPlan noError(PlanParams params) {
    return SingleSampling.zeroAcceptance(
        params.model(),
        params.unacceptableQuality(),
        Given.required("params.consumerRisk", params.consumerRisk()));
  }

  // A plan that only has a consumer's risk: no error at all is acceptable.
  private static Promise consumerPromise(PlanParams params) {
    double risk = Given.required("params.consumerRisk", params.consumerRisk());
    ErrorModel model = params.model();
    return new Promise(
        model.lotSize() > 0 ? Lot.of(model.lotSize()) : Lot.UNLIMITED,
        params.acceptable() == null ? 0 : model.quality(params.acceptable()),
        params.unacceptableQuality(),
        params.producerRisk() == null ? risk : params.producerRisk(),
        risk);
  }

  private static PlanResult curtailed(PlanParams params) {
    StagedPlan plan = smallestSingle(params);
    Curtailment how = params.curtailment();
    return kept(
        params,
        plan,
        params.rates().stream()
            .map(rate -> PlanResult.Point.of(rate, how.at(plan, params.model(), rate)))
            .toList());
  }

  private static StagedPlan doubled(PlanParams params) {
    return DoubleSampling.leastAverage(params.model(), params.promise());
  }

  private static StagedPlan multiple(PlanParams params) {
    return MultipleSampling.leastAverage(
        params.model(), params.promise(), Design.STAGES, MultipleSampling.Sizes.EQUAL);
  }

  private static PlanResult staged(PlanParams params, StagedPlan plan) {
    return kept(params, plan, PlanResult.curve(plan, params.model(), params.rates()));
  }

  private static PlanResult wald(PlanParams params) {
    if (params.model().kind() != ErrorModel.Kind.BINOMIAL) {
      throw new FieldException(
          "params.distribution", "distribution must be binomial for design wald");
    }
    var plan =
        new WaldPlan(
            Given.required("params.acceptable", params.acceptable()),
            Given.required("params.unacceptable", params.unacceptable()),
            Given.required("params.producerRisk", params.producerRisk()),
            Given.required("params.consumerRisk", params.consumerRisk()));
    return new PlanResult(
        null,
        null,
        null,
        null,
        null,
        null,
        plan.slope(),
        plan.acceptIntercept(),
        plan.rejectIntercept(),
        params.checks().stream()
            .map(n -> PlanResult.Step.of(n, plan.acceptAt(n), plan.rejectAt(n)))
            .toList(),
        null,
        null,
        params.rates().stream()
            .map(
                rate ->
                    new PlanResult.Point(
                        rate, plan.accept(rate), plan.averageSampleNumber(rate), null, null, null))
            .toList());
  }
}
