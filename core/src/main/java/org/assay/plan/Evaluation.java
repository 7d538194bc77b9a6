package org.assay.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Where a plan stands after some verdicts; the next verdicts may be added at any time.
 *
 * <p>Immutable. The whole state is four numbers, so an evaluation can be written down and resumed.
 * The first decision stands: verdicts after it are counted, and change nothing.
 *
 * @param decision what the verdicts say
 * @param checked verdicts so far, missing items too
 * @param errors errors among them, missing items too
 * @param decidedAt verdicts that the decision needed; empty while there is none
 */
public record Evaluation(Decision decision, int checked, int errors, OptionalInt decidedAt) {
  /** Nothing checked yet. */
  public static final Evaluation START =
      new Evaluation(Decision.CONTINUE, 0, 0, OptionalInt.empty());

  private static final double[] CHANCES = {0.7, 0.8, 0.9};

  public Evaluation {
    Objects.requireNonNull(decision, "decision");
    if (checked < 0 || errors < 0 || errors > checked) {
      throw new IllegalArgumentException(
          "errors must be in [0, checked], got " + errors + " of " + checked);
    }
    if (decidedAt.isPresent() != (decision != Decision.CONTINUE)) {
      throw new IllegalArgumentException(
          "decidedAt must be given exactly when there is a decision, got " + decidedAt);
    }
  }

  /**
   * A chance of finishing.
   *
   * @param chance stated chance
   * @param n further checks that give it
   */
  public record Remaining(double chance, int n) {}

  /**
   * Adds the next verdict.
   *
   * @param plan the plan, the same one every time
   * @param verdict in the order of the draw
   * @return the new state
   * @throws IllegalArgumentException if the whole lot has been checked already
   */
  public Evaluation add(SequentialPlan plan, Verdict verdict) {
    Lot lot = plan.promise().lot();
    if (lot.isFinite() && checked >= lot.size()) {
      throw new IllegalArgumentException(
          "verdicts must be at most the lot's " + lot.size() + ", got one more");
    }
    int n = checked + 1;
    int d = errors + (verdict == Verdict.RIGHT ? 0 : 1);
    if (decision != Decision.CONTINUE) {
      return new Evaluation(decision, n, d, decidedAt);
    }
    Decision now = plan.boundary().decide(n, d);
    return new Evaluation(
        now, n, d, now == Decision.CONTINUE ? OptionalInt.empty() : OptionalInt.of(n));
  }

  /**
   * Adds verdicts in order.
   *
   * @param plan the plan
   * @param verdicts in the order of the draw
   * @return the new state
   */
  public Evaluation addAll(SequentialPlan plan, List<Verdict> verdicts) {
    Evaluation state = this;
    for (Verdict verdict : verdicts) {
      state = state.add(plan, verdict);
    }
    return state;
  }

  /**
   * Upper bound of the quality after an ACCEPT: the worst quality at which so early an acceptance
   * still has a probability above the consumer's risk (stagewise ordering). Exact in a lot.
   *
   * @param plan the plan
   * @return quality; empty without an acceptance, because looking at an undecided plan proves
   *     nothing (always-valid plans: see {@link EProcess#upperBound})
   */
  public OptionalDouble upperBound(SequentialPlan plan) {
    if (decision != Decision.ACCEPT) {
      return OptionalDouble.empty();
    }
    Promise promise = plan.promise();
    Lot lot = promise.lot();
    int n = decidedAt.getAsInt();
    return OptionalDouble.of(
        BoundSearch.last(
            0,
            lot.worst(),
            lot.isFinite(),
            q -> BoundaryRun.of(plan.boundary(), lot, q).acceptWithin(n) > promise.consumerRisk()));
  }

  /**
   * Lower bound of the quality after a REJECT, by the same ordering.
   *
   * @param plan the plan
   * @return quality; empty without a rejection
   */
  public OptionalDouble lowerBound(SequentialPlan plan) {
    if (decision != Decision.REJECT) {
      return OptionalDouble.empty();
    }
    Promise promise = plan.promise();
    Lot lot = promise.lot();
    int n = decidedAt.getAsInt();
    return OptionalDouble.of(
        -BoundSearch.last(
            -lot.worst(),
            0,
            lot.isFinite(),
            q ->
                BoundaryRun.of(plan.boundary(), lot, -q).rejectWithin(n) > promise.producerRisk()));
  }

  /**
   * Further checks that give a 70, 80 and 90 % chance of a decision.
   *
   * <p>The rate is taken to follow what was seen, starting from a weak beta distribution (first
   * shape 0.5) around the middle of the two promised qualities; each next check is an error with
   * probability (0.5 + errors) / (0.5 / middle + checked).
   *
   * @param plan the plan
   * @return zeros after a decision
   */
  public List<Remaining> remaining(SequentialPlan plan) {
    var list = new ArrayList<Remaining>();
    if (decision != Decision.CONTINUE || checked >= plan.boundary().maximum()) {
      for (double chance : CHANCES) {
        list.add(new Remaining(chance, 0));
      }
      return list;
    }
    Promise promise = plan.promise();
    double middle = promise.lot().rate((promise.acceptable() + promise.unacceptable()) / 2);
    double weight = 0.5 / middle;
    BoundaryRun run =
        BoundaryRun.from(plan.boundary(), checked, errors, (n, d) -> (0.5 + d) / (weight + n));
    for (double chance : CHANCES) {
      list.add(new Remaining(chance, run.quantile(chance) - checked));
    }
    return list;
  }
}
