package org.assay.io.plan;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.assay.plan.Decision;
import org.assay.plan.Evaluation;
import org.assay.plan.SequentialPlan;

/**
 * Where one level of one lot stands.
 *
 * @param lot the lot
 * @param level the level
 * @param plan its plan
 * @param state after the verdicts so far
 * @param missing how many of them are items that cannot be checked, which count as errors
 */
record LevelState(
    PlannedLot lot, PlannedLevel level, SequentialPlan plan, Evaluation state, int missing) {

  boolean isOpen() {
    return state.decision() == Decision.CONTINUE;
  }

  /** Checks in all at which the lot can be accepted if no further error comes. */
  int nextLook() {
    if (!isOpen()) {
      return state.checked();
    }
    int n = state.checked() + 1;
    while (n < level.maximumChecks() && plan.boundary().acceptAt(n) < state.errors()) {
      n++;
    }
    return n;
  }

  /** The bound behind the decision, as a rate: from above after ACCEPT, from below after REJECT. */
  OptionalDouble bound() {
    OptionalDouble quality =
        state.decision() == Decision.ACCEPT ? state.upperBound(plan) : state.lowerBound(plan);
    return quality.isPresent()
        ? OptionalDouble.of(plan.promise().lot().rate(quality.getAsDouble()))
        : quality;
  }

  List<Evaluation.Remaining> remaining() {
    return state.remaining(plan);
  }

  String sentence() {
    return switch (state.decision()) {
      case ACCEPT ->
          String.format(
              Locale.ROOT,
              "at most %.3f %% at %s %% confidence",
              100 * bound().orElseThrow(),
              Texts.plain(100 * (1 - level.consumerRisk())));
      case REJECT ->
          String.format(
              Locale.ROOT,
              "at least %.3f %% at %s %% confidence",
              100 * bound().orElseThrow(),
              Texts.plain(100 * (1 - level.producerRisk())));
      case CONTINUE ->
          String.format(
              Locale.ROOT,
              "%,d more accept it if they find no error; %,d, %,d, %,d more decide with 70, 80, 90 %%"
                  + " chance",
              nextLook() - state.checked(),
              remaining().get(0).n(),
              remaining().get(1).n(),
              remaining().get(2).n());
    };
  }
}
