package org.assay.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.assay.internal.Check;
import org.assay.internal.Risk;
import org.assay.result.Conclusion.State;
import org.assay.result.Interval;

/**
 * Where a plan stands after some verdicts; the next verdicts may be added at any time.
 *
 * <p>Immutable. The whole state is five numbers, so an evaluation can be written down and resumed.
 * The first decision stands: verdicts after it are counted, and change nothing.
 *
 * @param decision what the verdicts say
 * @param checked verdicts so far, missing items too
 * @param errors errors among them, missing items too
 * @param decidedChecks verdicts that the decision needed; null while there is none
 * @param errorsThen errors among those; null while there is no decision
 */
public record Evaluation(
    Decision decision, int checked, int errors, Integer decidedChecks, Integer errorsThen) {
  /** Nothing checked yet. */
  public static final Evaluation START = open(0, 0);

  /** Method of the limits of {@link #interval}. */
  public static final String STAGEWISE = "stagewise";

  private static final double[] CHANCES = {0.7, 0.8, 0.9};

  public Evaluation {
    Objects.requireNonNull(decision, "decision");
    if (checked < 0 || errors < 0 || errors > checked) {
      throw new IllegalArgumentException(
          "errors must be in [0, checked], got " + errors + " of " + checked);
    }
    if ((decidedChecks != null) != (decision != Decision.CONTINUE)) {
      throw new IllegalArgumentException(
          "decidedChecks must be given exactly when there is a decision, got " + decidedChecks);
    }
    boolean among =
        decidedChecks == null
            ? errorsThen == null
            : errorsThen != null
                && decidedChecks <= checked
                && errorsThen <= Math.min(errors, decidedChecks);
    if (!among) {
      throw new IllegalArgumentException(
          "decidedChecks and errorsThen must be among the "
              + checked
              + " checked and their errors, got "
              + decidedChecks
              + " and "
              + errorsThen);
    }
  }

  /**
   * Verdicts that the decision needed, for code that handles absence itself.
   *
   * @return their number, or empty while there is no decision
   */
  public OptionalInt decidedAt() {
    return optional(decidedChecks);
  }

  /**
   * Errors among those, for code that handles absence itself.
   *
   * @return their number, or empty while there is no decision
   */
  public OptionalInt decidedErrors() {
    return optional(errorsThen);
  }

  private static OptionalInt optional(Integer number) {
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /**
   * A state without a decision.
   *
   * @param checked verdicts so far
   * @param errors errors among them
   * @return the state
   */
  public static Evaluation open(int checked, int errors) {
    return new Evaluation(Decision.CONTINUE, checked, errors, null, null);
  }

  /**
   * A chance of finishing.
   *
   * @param chance stated chance
   * @param n fewest further checks that give it; null when all that the plan has do not
   */
  public record Remaining(double chance, Integer n) {
    /**
     * Further checks, for code that handles absence itself.
     *
     * @return their number, or empty when the plan has not as many
     */
    public OptionalInt number() {
      return optional(n);
    }
  }

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
    if (lot.finite() && checked >= lot.size()) {
      throw new IllegalArgumentException(
          "verdicts must be at most the lot's " + lot.size() + ", got one more");
    }
    int n = checked + 1;
    int d = errors + (verdict == Verdict.RIGHT ? 0 : 1);
    if (decision != Decision.CONTINUE) {
      return new Evaluation(decision, n, d, decidedChecks, errorsThen);
    }
    Decision now = plan.boundary().decide(n, d);
    return now == Decision.CONTINUE ? open(n, d) : new Evaluation(now, n, d, n, d);
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
   * Upper bound of the quality after an ACCEPT: the worst quality at which an acceptance as clear
   * as this one (earlier, or as early with no more errors) still has a probability above the
   * consumer's risk (stagewise ordering). Exact in a lot; of a single plan it is the one-sided
   * limit of its errors.
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
    return OptionalDouble.of(
        BoundSearch.last(
            0,
            lot.worst(),
            lot.finite(),
            q -> !Risk.isAtMost(asClear(plan, q), promise.consumerRisk())));
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
    return OptionalDouble.of(
        -BoundSearch.last(
            -lot.worst(),
            0,
            lot.finite(),
            q -> !Risk.isAtMost(asClear(plan, -q), promise.producerRisk())));
  }

  /**
   * P-value of "the quality is unacceptable": the probability, at that quality, of an acceptance as
   * clear as this one.
   *
   * <p>While there is no acceptance it is 1, so it never rises before the end of the plan: p-values
   * of many lots may be adjusted together ({@link org.assay.compare.Multiplicity}) at any time.
   *
   * @param plan the plan
   * @return in [0, 1]
   */
  public double acceptancePValue(SequentialPlan plan) {
    return decision == Decision.ACCEPT
        ? Math.min(1, asClear(plan, plan.promise().unacceptable()))
        : 1;
  }

  /**
   * P-value of "the quality is acceptable", by the same ordering of rejections.
   *
   * @param plan the plan
   * @return in [0, 1]; 1 while there is no rejection
   */
  public double rejectionPValue(SequentialPlan plan) {
    return decision == Decision.REJECT
        ? Math.min(1, asClear(plan, plan.promise().acceptable()))
        : 1;
  }

  /**
   * What the decision says against each side of the limit, by the same ordering: {@code soFew} at
   * the unacceptable quality after an ACCEPT, {@code soMany} at the worst quality that keeps the
   * limit after a REJECT (in a lot one item below the unacceptable count), else 1.
   *
   * @param plan the plan
   * @return p-values that hold over all looks of the plan
   */
  public LimitPValues limitPValues(SequentialPlan plan) {
    Promise promise = plan.promise();
    double limit = promise.unacceptable() - (promise.lot().finite() ? 1 : 0);
    return new LimitPValues(
        acceptancePValue(plan),
        decision == Decision.REJECT ? Math.min(1, asClear(plan, limit)) : 1);
  }

  /**
   * The state of the level, told by the judge of all levels at the two risks of the plan.
   *
   * <p>ACCEPT and PASS both say that the rate is at most the limit. REJECT says that it is worse
   * than the <em>acceptable</em> one, FAIL that it is worse than the <em>limit</em>: a rejection is
   * a FAIL only if that many errors are improbable at the limit, too.
   *
   * @param plan the plan
   * @return NOT_DEMONSTRATED while there is no decision
   */
  public State state(SequentialPlan plan) {
    Promise promise = plan.promise();
    return new LevelJudge(promise.producerRisk(), promise.consumerRisk(), 1)
        .judge(limitPValues(plan));
  }

  /**
   * Limits of the quality that hold although the plan stops because of what it finds.
   *
   * <pre>{@code
   * accepted earlier < accepted later < undecided, by errors < rejected later < rejected earlier
   * upper   worst quality at which an end no higher than this one has a probability above the risk
   * lower   best quality at which an end no lower has
   * }</pre>
   *
   * The limits of a fixed sample of as many checks do not: they miss an acceptable lot more often
   * than they say. In this order of ends (stagewise) the probabilities rise with the quality, so
   * that each limit misses with probability at most its half of 1 - confidenceLevel, exactly
   * without replacement. Before a decision they are of a look that was not chosen by the errors.
   *
   * <p><b>Source.</b> Jennison and Turnbull (2000), Group Sequential Methods, section 8.5.
   *
   * @param plan the plan
   * @param confidenceLevel in (0, 1)
   * @return in units of quality, as {@link Lot#rate} takes them; all of it before the first check
   * @throws IllegalArgumentException if more was checked, without a decision, than the boundary has
   */
  public Interval interval(SequentialPlan plan, double confidenceLevel) {
    double risk = (1 - Check.openUnit("confidenceLevel", confidenceLevel)) / 2;
    Lot lot = plan.promise().lot();
    int n = decidedChecks == null ? checked : decidedChecks;
    int d = errorsThen == null ? errors : errorsThen;
    if (n == 0) {
      return new Interval(0, lot.worst(), confidenceLevel, STAGEWISE);
    }
    Check.range("checked without a decision", 0, plan.boundary().maximum(), n);
    Boundary noHigher = plan.boundary().endingAt(n, d);
    Boundary noLower = plan.boundary().endingAt(n, d - 1);
    double upper =
        BoundSearch.last(
            0,
            lot.worst() + (lot.finite() ? 1 : 0),
            lot.finite(),
            q -> !Risk.isAtMost(BoundaryRun.of(noHigher, lot, q).accept(), risk));
    double lower =
        -BoundSearch.last(
            -lot.worst(),
            lot.finite() ? 1 : 0,
            lot.finite(),
            q -> !Risk.isAtMost(BoundaryRun.of(noLower, lot, -q).reject(), risk));
    return new Interval(
        Math.max(0, lower), Math.min(upper, lot.worst()), confidenceLevel, STAGEWISE);
  }

  // Probability of the same decision earlier, or as early with errors as far on its side or farther
  private double asClear(SequentialPlan plan, double quality) {
    int n = decidedChecks;
    int d = errorsThen;
    Lot lot = plan.promise().lot();
    return decision == Decision.ACCEPT
        ? BoundaryRun.of(plan.boundary().endingAt(n, d), lot, quality).accept()
        : BoundaryRun.of(plan.boundary().endingAt(n, d - 1), lot, quality).reject();
  }

  /**
   * Further checks that give a 70, 80 and 90 % chance of a decision.
   *
   * <p>What is not checked yet is taken to have the rate {@link #assumedRate}; for that rate the
   * chances are exact, in a lot without replacement. Only a plan that may end undecided has chances
   * that no number gives.
   *
   * @param plan the plan
   * @return three; zeros after a decision
   */
  public List<Remaining> remaining(SequentialPlan plan) {
    var list = new ArrayList<Remaining>();
    for (double chance : CHANCES) {
      list.add(new Remaining(chance, decision == Decision.CONTINUE ? null : (Integer) 0));
    }
    Boundary boundary = plan.boundary();
    int end = boundary.maximum();
    if (decision != Decision.CONTINUE || checked >= end) {
      return list;
    }
    boolean isSingle = checked >= boundary.lastWait() && boundary.decides(end);
    BoundaryRun run = isSingle ? null : BoundaryRun.from(boundary, checked, errors, ahead(plan));
    for (int i = 0; i < CHANCES.length; i++) {
      if (isSingle || 1 - run.undecided() >= CHANCES[i]) {
        int n = isSingle ? end : run.quantile(CHANCES[i]);
        list.set(i, new Remaining(CHANCES[i], n - checked));
      }
    }
    return list;
  }

  /**
   * The rate that {@link #remaining} takes for what is not checked yet, by the rule of {@link
   * FurtherChecks}: the rate seen, and while there is no error half an error among the checks made,
   * or among 1 / limit checks if fewer were made.
   *
   * @param plan the plan
   * @return in [0, 1]; in a lot the nearest that whole items give
   */
  public double assumedRate(SequentialPlan plan) {
    Lot lot = plan.promise().lot();
    double limit = lot.rate(plan.promise().unacceptable());
    double rate = FurtherChecks.assumedRate(errors, checked, limit);
    double left = (double) (lot.size() - checked);
    return lot.finite() && left > 0 ? Math.rint(rate * left) / left : rate;
  }

  private BoundaryRun.NextError ahead(SequentialPlan plan) {
    Lot lot = plan.promise().lot();
    double rate = assumedRate(plan);
    double quality = lot.finite() ? errors + rate * (lot.size() - checked) : rate;
    return (n, d) -> lot.nextError(quality, n, d);
  }

  /** What the checks so far say. */
  public enum Decision {
    /** Stop: the lot passes. */
    ACCEPT,
    /** Stop: the lot fails. */
    REJECT,
    /** Neither is shown yet. */
    CONTINUE
  }

  /** What a check found. */
  public enum Verdict {
    /** No error that counts. */
    RIGHT,
    /** An error that counts. */
    ERROR,
    /** The drawn item cannot be checked any more; it counts as an error, the worst case. */
    MISSING
  }
}
