package org.assay.io.protocol;

import java.util.ArrayList;
import java.util.List;
import org.assay.io.schema.Words;
import org.assay.plan.AlwaysValid;
import org.assay.plan.EProcess;
import org.assay.plan.ErrorModel;
import org.assay.plan.OptimalPlans;
import org.assay.plan.Promise;
import org.assay.plan.SequentialDesigns;
import org.assay.plan.SequentialDesigns.Looks;
import org.assay.plan.SequentialPlan;

/** The designs of the {@code plan} operation that are looked at while inspection goes on. */
final class LookedAtDesigns {
  private static final List<Double> SHAPES = List.of(0.5, 50.0);

  private LookedAtDesigns() {}

  /** The plan, of a design that is looked at while inspection goes on. */
  static SequentialPlan plan(PlanParams params) {
    requireNotPoisson(params);
    return switch (params.design()) {
      case SEQUENTIAL -> sequential(params);
      case TRUNCATED_SEQUENTIAL -> truncated(params);
      case OPTIMAL -> optimal(params);
      case ALWAYS_VALID -> alwaysValid(params);
      default -> throw new AssertionError(params.design());
    };
  }

  /** Boundaries are exact for these two models only. */
  static void requireNotPoisson(PlanParams params) {
    if (params.model().kind() == ErrorModel.Kind.POISSON) {
      throw new FieldException(
          "params.distribution",
          "distribution must be hypergeometric or binomial for design "
              + Words.of(params.design()));
    }
  }

  private static SequentialPlan sequential(PlanParams params) {
    return params.test() == PlanParams.Test.TWO_SPRT
        ? SequentialDesigns.twoSprt(params.promise(), looks(params))
        : SequentialDesigns.calibrated(params.promise(), looks(params));
  }

  private static SequentialPlan truncated(PlanParams params) {
    return params.maximum() == null
        ? SequentialDesigns.truncated(params.promise(), looks(params))
        : SequentialDesigns.truncated(params.promise(), looks(params), params.maximum());
  }

  private static SequentialPlan optimal(PlanParams params) {
    Promise promise = params.promise();
    if (params.objective() == PlanParams.Objective.MINIMAX) {
      return OptimalPlans.minimax(promise, looks(params));
    }
    return OptimalPlans.least(
        promise,
        new OptimalPlans.Objective(
            weights(promise, params.weights()),
            params.errorCost() == null ? 1 : params.errorCost(),
            looks(params),
            params.maximum() == null ? 0 : params.maximum()));
  }

  private static List<OptimalPlans.Weight> weights(Promise promise, List<PlanParams.Weight> given) {
    if (given == null) {
      return OptimalPlans.Objective.around(promise);
    }
    var weights = new ArrayList<OptimalPlans.Weight>();
    for (PlanParams.Weight w : given) {
      weights.add(
          new OptimalPlans.Weight(
              promise.lot().quality(w.rate()), w.weight() == null ? 1 : w.weight()));
    }
    return weights;
  }

  private static SequentialPlan alwaysValid(PlanParams params) {
    return AlwaysValid.plan(params.promise(), evidence(params), looks(params));
  }

  /** The evidence behind an always-valid design. */
  static EProcess evidence(PlanParams params) {
    if (params.evidence() == PlanParams.Evidence.LIKELIHOOD_RATIO) {
      return EProcess.likelihoodRatio(params.promise());
    }
    List<Double> shapes = params.shapes() == null ? SHAPES : params.shapes();
    return EProcess.betaMixture(params.promise(), shapes.get(0), shapes.get(1));
  }

  private static Looks looks(PlanParams params) {
    if (params.looks() != null && params.every() != null) {
      throw new FieldException("params.looks", "looks must not be given together with every");
    }
    return params.looks() != null
        ? Looks.at(params.looks())
        : Looks.every(params.every() == null ? 1 : params.every());
  }
}
