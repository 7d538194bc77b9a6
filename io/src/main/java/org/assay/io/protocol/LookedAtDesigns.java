package org.assay.io.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assay.plan.AlwaysValid;
import org.assay.plan.EProcess;
import org.assay.plan.ErrorModel;
import org.assay.plan.Looks;
import org.assay.plan.OptimalPlans;
import org.assay.plan.Promise;
import org.assay.plan.SequentialDesigns;
import org.assay.plan.SequentialPlan;

/** The designs of the {@code plan} operation that are looked at while inspection goes on. */
final class LookedAtDesigns {
  static final Map<String, Function<PlanParams, SequentialPlan>> PLANS =
      Map.of(
          "sequential", LookedAtDesigns::sequential,
          "truncatedSequential", LookedAtDesigns::truncated,
          "optimal", LookedAtDesigns::optimal,
          "alwaysValid", LookedAtDesigns::alwaysValid);

  static final Map<String, Function<PlanParams, PlanResult>> ALL =
      Map.of(
          "sequential", LookedAtDesigns::result,
          "truncatedSequential", LookedAtDesigns::result,
          "optimal", LookedAtDesigns::result,
          "alwaysValid", LookedAtDesigns::result);

  private static final List<Double> SHAPES = List.of(0.5, 50.0);

  private LookedAtDesigns() {}

  private static PlanResult result(PlanParams params) {
    return PlanResult.of(plan(params), params.rates());
  }

  private static SequentialPlan plan(PlanParams params) {
    if (params.model().kind() == ErrorModel.Kind.POISSON) {
      throw new FieldException(
          "params.distribution",
          "distribution must be hypergeometric or binomial for design " + params.design());
    }
    return Choice.of("params.design", params.design(), PLANS).apply(params);
  }

  private static SequentialPlan sequential(PlanParams params) {
    boolean twoSprt =
        params.test() != null
            && Choice.of(
                "params.test", params.test(), Map.of("likelihoodRatio", false, "twoSprt", true));
    return twoSprt
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
    boolean minimax =
        params.objective() != null
            && Choice.of(
                "params.objective", params.objective(), Map.of("mean", false, "minimax", true));
    if (minimax) {
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
    for (int i = 0; i < given.size(); i++) {
      String at = "params.weights[" + i + "]";
      PlanParams.Weight w = Given.required(at, given.get(i));
      weights.add(
          new OptimalPlans.Weight(
              promise.lot().quality(Given.required(at + ".rate", w.rate())),
              w.weight() == null ? 1 : w.weight()));
    }
    return weights;
  }

  private static SequentialPlan alwaysValid(PlanParams params) {
    return AlwaysValid.plan(params.promise(), evidence(params), looks(params));
  }

  /** The evidence behind an always-valid design. */
  static EProcess evidence(PlanParams params) {
    boolean mixture =
        params.evidence() != null
            && Choice.of(
                "params.evidence",
                params.evidence(),
                Map.of("likelihoodRatio", false, "betaMixture", true));
    if (!mixture) {
      return EProcess.likelihoodRatio(params.promise());
    }
    List<Double> shapes = params.shapes() == null ? SHAPES : params.shapes();
    if (shapes.size() != 2) {
      throw new FieldException("params.shapes", "shapes must be two numbers, got " + shapes.size());
    }
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
