package org.assay.io.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.assay.compare.Multiplicity.EvidenceSelection;
import org.assay.io.schema.AsNamed;
import org.assay.io.schema.Form;
import org.assay.io.schema.Required;
import org.assay.plan.Boundary;
import org.assay.plan.Design;
import org.assay.plan.EProcess;
import org.assay.plan.Evaluation;
import org.assay.plan.Evaluation.Decision;
import org.assay.plan.Evaluation.Verdict;
import org.assay.plan.Lot;
import org.assay.plan.SequentialPlan;
import org.assay.result.Conclusion;

/** Op {@code evaluate}: what the verdicts so far say, and how many are still needed. */
final class EvaluateOperation {
  static final Operation<Input, Operation.NoParams, Result> OPERATION =
      new Operation<>(
          "evaluate",
          Input.class,
          Operation.NoParams.class,
          Result.class,
          (input, none) -> evaluate(input));

  private EvaluateOperation() {}

  /**
   * A plan and verdicts.
   *
   * @param plan parameters as for the plan operation, of any design but wald. A single,
   *     zeroAcceptance, double or multiple plan decides at the end of each sample, a curtailed one
   *     as soon as the outcome is certain
   * @param verdicts verdicts in the order of the draw; each is true or 1 (an error), false or 0,
   *     null (the item is missing and counts as an error), or an object
   * @param drawn ids that were drawn; a verdict for any other is refused
   * @param from the state to resume from; nothing checked yet when left out
   */
  record Input(
      @Required PlanParams plan,
      @Required List<@Form(Forms.VERDICT) Object> verdicts,
      List<String> drawn,
      State from) {}

  /**
   * A state to resume from.
   *
   * @param decision decision so far
   * @param checked verdicts so far
   * @param errors errors among them
   * @param decidedAt verdicts that the decision needed; null while there is none
   * @param decidedErrors errors among those; when left out after a decision, the most (fewest) that
   *     accept (reject)
   */
  record State(
      @Required @AsNamed Decision decision,
      int checked,
      int errors,
      Integer decidedAt,
      Integer decidedErrors) {}

  /**
   * Where the plan stands; the first five make a state to resume from.
   *
   * @param decision decision so far
   * @param checked verdicts so far
   * @param errors errors among them, missing items too
   * @param decidedAt verdicts that the decision needed; left out while there is none
   * @param decidedErrors errors among those
   * @param bound upper bound of the error rate at confidence 1 - consumerRisk: after ACCEPT, and of
   *     an always-valid plan at any time
   * @param lowerBound the same from below at 1 - producerRisk: after REJECT, and always-valid
   * @param eValue evidence against the unacceptable rate, at most 1e300
   * @param failEValue evidence against the acceptable rate, at most 1e300
   * @param remaining further checks for a chance of a decision
   * @param state what is shown over all looks of the plan; FAIL is worse than the unacceptable
   *     rate, where REJECT is worse than the acceptable one, also if every missing item is right
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Result(
      Decision decision,
      int checked,
      int errors,
      Integer decidedAt,
      Integer decidedErrors,
      Double bound,
      Double lowerBound,
      Double eValue,
      Double failEValue,
      List<Remaining> remaining,
      Conclusion.State state) {}

  /**
   * A chance of finishing.
   *
   * @param chance probability of a decision, in (0, 1)
   * @param n further checks that give it; left out when all that the plan has do not
   * @param rate of what is not checked yet, for which the chance holds
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Remaining(double chance, Integer n, double rate) {
    static List<Remaining> of(Evaluation state, SequentialPlan plan) {
      double rate = state.assumedRate(plan);
      return state.remaining(plan).stream()
          .map(r -> new Remaining(r.chance(), r.n(), rate))
          .toList();
    }
  }

  private static Result evaluate(Input input) {
    PlanParams params = input.plan();
    List<Object> verdicts = input.verdicts();
    SequentialPlan plan = plan(params);
    Evaluation state = from(input.from(), plan.boundary());
    Evaluation spared = state; // with what is missing taken for right
    Set<String> drawn = input.drawn() == null ? null : new HashSet<>(input.drawn());
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < verdicts.size(); i++) {
      String at = "input.verdicts[" + i + "]";
      try {
        Verdict verdict = verdict(at, verdicts.get(i), drawn, seen);
        state = state.add(plan, verdict);
        spared = spared.add(plan, verdict == Verdict.MISSING ? Verdict.RIGHT : verdict);
      } catch (FieldException e) {
        throw e;
      } catch (IllegalArgumentException e) {
        throw new FieldException(at, e.getMessage());
      }
    }
    return result(params, plan, state, shown(plan, state, spared));
  }

  // Nothing fails for what is missing alone.
  private static Conclusion.State shown(SequentialPlan plan, Evaluation state, Evaluation spared) {
    Conclusion.State shown = state.state(plan);
    return shown == Conclusion.State.FAIL && spared.state(plan) != Conclusion.State.FAIL
        ? Conclusion.State.NOT_DEMONSTRATED
        : shown;
  }

  private static SequentialPlan plan(PlanParams params) {
    try {
      return PlanOperation.plan(params);
    } catch (FieldException e) {
      throw new FieldException(e.field().replace("params.", "input.plan."), e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new FieldException("input.plan", e.getMessage());
    }
  }

  private static Evaluation from(State state, Boundary boundary) {
    if (state == null) {
      return Evaluation.START;
    }
    Decision decision = state.decision();
    Integer decidedErrors =
        state.decidedErrors() == null && state.decidedAt() != null
            ? (Integer) leastClear(decision, state, boundary)
            : state.decidedErrors();
    try {
      return new Evaluation(
          decision, state.checked(), state.errors(), state.decidedAt(), decidedErrors);
    } catch (IllegalArgumentException e) {
      String named = // as the protocol names them
          e.getMessage()
              .replace("decidedChecks", "decidedAt")
              .replace("errorsThen", "decidedErrors");
      throw new FieldException("input.from", named);
    }
  }

  // The errors at the decision, when only those after it are known.
  private static int leastClear(Decision decision, State state, Boundary boundary) {
    int n = state.decidedAt();
    if (n < 1 || n > boundary.maximum()) {
      throw new FieldException(
          "input.from.decidedAt", "decidedAt must be in [1, " + boundary.maximum() + "], got " + n);
    }
    if (n == state.checked()) {
      return state.errors();
    }
    return decision == Decision.ACCEPT
        ? Math.min(state.errors(), boundary.acceptAt(n))
        : boundary.rejectAt(n);
  }

  private static Result result(
      PlanParams params, SequentialPlan plan, Evaluation state, Conclusion.State shown) {
    Lot lot = plan.promise().lot();
    Integer decidedAt = state.decidedAt().isPresent() ? state.decidedAt().getAsInt() : null;
    Integer decidedErrors =
        state.decidedErrors().isPresent() ? state.decidedErrors().getAsInt() : null;
    OptionalDouble upper = state.upperBound(plan);
    OptionalDouble lower = state.lowerBound(plan);
    if (params.design() != Design.ALWAYS_VALID) {
      return new Result(
          state.decision(),
          state.checked(),
          state.errors(),
          decidedAt,
          decidedErrors,
          upper.isPresent() ? lot.rate(upper.getAsDouble()) : null,
          lower.isPresent() ? lot.rate(lower.getAsDouble()) : null,
          null,
          null,
          Remaining.of(state, plan),
          shown);
    }
    EProcess evidence = LookedAtDesigns.evidence(params);
    int n = state.checked();
    int d = state.errors();
    return new Result(
        state.decision(),
        n,
        d,
        decidedAt,
        decidedErrors,
        lot.rate(evidence.upperBound(n, d, plan.promise().consumerRisk())),
        lot.rate(evidence.lowerBound(n, d, plan.promise().producerRisk())),
        EvidenceSelection.eValue(evidence.logCertify(n, d)),
        EvidenceSelection.eValue(evidence.logFail(n, d)),
        Remaining.of(state, plan),
        shown);
  }

  private static Verdict verdict(String at, Object given, Set<String> drawn, Set<String> seen) {
    if (given == null) {
      return Verdict.MISSING;
    }
    if (given instanceof Boolean error) {
      return error ? Verdict.ERROR : Verdict.RIGHT;
    }
    return given instanceof Number number
        ? number.intValue() == 1 ? Verdict.ERROR : Verdict.RIGHT
        : ofObject(at, (Map<?, ?>) given, drawn, seen);
  }

  // {"item", "error"} or {"item", "reference", "grade"}; without any of them the item is missing.
  private static Verdict ofObject(
      String at, Map<?, ?> object, Set<String> drawn, Set<String> seen) {
    Object item = object.get("item");
    if (item != null) {
      if (drawn != null && !drawn.contains(item)) {
        throw new FieldException(at + ".item", "item must have been drawn, got \"" + item + "\"");
      }
      if (!seen.add(item.toString())) {
        throw new FieldException(
            at + ".item", "item must have one verdict, got a second one for \"" + item + "\"");
      }
    } else if (drawn != null) {
      throw new FieldException(at + ".item", "item must be given when drawn is");
    }
    if (object.get("reference") != null && object.get("grade") != null) {
      return object.get("reference").equals(object.get("grade")) ? Verdict.RIGHT : Verdict.ERROR;
    }
    Object error = object.get("error");
    return error == null
        ? Verdict.MISSING
        : Boolean.TRUE.equals(error) ? Verdict.ERROR : Verdict.RIGHT;
  }
}
