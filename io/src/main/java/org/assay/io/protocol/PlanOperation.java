package org.assay.io.protocol;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The {@code plan} operation: a design is a function from its parameters to its plan. */
final class PlanOperation {
  private static final Map<String, Function<PlanParams, PlanResult>> DESIGNS = designs();

  static final Operation<Operation.NoInput, PlanParams, PlanResult> OPERATION =
      new Operation<>(
          "plan",
          Operation.NoInput.class,
          PlanParams.class,
          PlanResult.class,
          (none, params) -> Choice.of("params.design", params.design(), DESIGNS).apply(params));

  private PlanOperation() {}

  private static Map<String, Function<PlanParams, PlanResult>> designs() {
    var all = new TreeMap<String, Function<PlanParams, PlanResult>>(StagedDesigns.ALL);
    all.putAll(LookedAtDesigns.ALL);
    return all;
  }
}
