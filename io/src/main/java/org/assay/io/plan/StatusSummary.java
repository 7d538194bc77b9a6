package org.assay.io.plan;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assay.plan.Evaluation.Decision;
import org.assay.result.Conclusion.State;

/**
 * Where the lots of a plan stand, for programs.
 *
 * @param decisions how many levels of lots there are by decision of the plan
 * @param states the same by state against the limit
 * @param lots each of them
 * @param nextItems how many items to check next
 * @param verdictsExcluded rows of verdicts that cannot be used
 */
public record StatusSummary(
    Map<Decision, Long> decisions,
    Map<State, Long> states,
    List<Lot> lots,
    int nextItems,
    long verdictsExcluded) {
  /**
   * A level of a lot.
   *
   * @param lot id in the plan
   * @param name unit or assessor
   * @param period label
   * @param level name in the policy
   * @param decision of the plan
   * @param state PASS, FAIL or NOT_DEMONSTRATED
   * @param checked verdicts that count
   * @param errors among them
   */
  public record Lot(
      String lot,
      String name,
      String period,
      String level,
      Decision decision,
      State state,
      int checked,
      int errors) {
    static Lot of(PlanRuling ruling) {
      LevelState at = ruling.at();
      return new Lot(
          at.lot().id(),
          at.lot().name(),
          at.lot().period(),
          at.level().level(),
          at.state().decision(),
          ruling.state(),
          at.state().checked(),
          at.state().errors());
    }
  }

  /**
   * The summary of an evaluation.
   *
   * @param status the result of the evaluation
   * @return the summary
   */
  public static StatusSummary of(PlanStatus status) {
    Map<Decision, Long> decisions = new TreeMap<>();
    for (Decision decision : Decision.values()) {
      decisions.put(decision, status.count(decision));
    }
    Map<State, Long> states = new TreeMap<>();
    for (State state : State.values()) {
      states.put(state, status.rulings().stream().filter(r -> r.state() == state).count());
    }
    return new StatusSummary(
        decisions,
        states,
        status.rulings().stream().map(Lot::of).toList(),
        status.nextItems().size(),
        status.excluded());
  }

  /**
   * Whether a lot is rejected, or shown to be worse than its limit.
   *
   * @return true when one is
   */
  public boolean fails() {
    return decisions.getOrDefault(Decision.REJECT, 0L) > 0 || states.get(State.FAIL) > 0;
  }

  /**
   * Whether a lot is undecided, or no side of its limit is shown.
   *
   * @return true when one is
   */
  public boolean isAnyNotDemonstrated() {
    return decisions.getOrDefault(Decision.CONTINUE, 0L) > 0
        || states.get(State.NOT_DEMONSTRATED) > 0;
  }

  /**
   * The summary as text.
   *
   * @return JSON, a line feed at its end
   */
  public String json() {
    return PlanFiles.json(this);
  }
}
