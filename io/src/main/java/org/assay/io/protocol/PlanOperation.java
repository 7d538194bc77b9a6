package org.assay.io.protocol;

import org.assay.plan.Design;
import org.assay.plan.SequentialPlan;

/** Op {@code plan}: a plan of a design, with what it promises. */
final class PlanOperation {
  static final Operation<Operation.NoInput, PlanParams, PlanResult> OPERATION =
      new Operation<>(
          "plan",
          Operation.NoInput.class,
          PlanParams.class,
          PlanResult.class,
          (none, params) ->
              isLookedAt(params.design())
                  ? PlanResult.of(LookedAtDesigns.plan(params), params.rates())
                  : StagedDesigns.result(params));

  private PlanOperation() {}

  /** The plan of any design that has an end, to evaluate verdicts with. */
  static SequentialPlan plan(PlanParams params) {
    if (!params.design().hasEnd()) {
      throw new FieldException("params.design", "design must have an end, which wald does not");
    }
    return isLookedAt(params.design()) ? LookedAtDesigns.plan(params) : StagedDesigns.plan(params);
  }

  private static boolean isLookedAt(Design design) {
    return switch (design) {
      case SEQUENTIAL, TRUNCATED_SEQUENTIAL, OPTIMAL, ALWAYS_VALID -> true;
      case SINGLE, CURTAILED, ZERO_ACCEPTANCE, DOUBLE, MULTIPLE, WALD -> false;
    };
  }
}
