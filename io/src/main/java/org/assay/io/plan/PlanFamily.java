package org.assay.io.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.assay.io.ingest.Intake;
import org.assay.io.policy.FamilyWise;
import org.assay.io.policy.Policy;
import org.assay.plan.LimitPValues;
import org.assay.plan.QaLevel;

/**
 * The levels of a plan with all others of their table, as the policy's {@code familyWise} rule
 * judges them together: those under the plan by its boundary, the others by their random checks, as
 * in a report on the same files.
 */
final class PlanFamily {
  private final Plan plan;
  private final Policy policy;
  private final List<LevelState> states;

  PlanFamily(Plan plan, Policy policy, List<LevelState> states) {
    this.plan = plan;
    this.policy = policy;
    this.states = states;
  }

  /**
   * Rules on every state.
   *
   * @param intake what was read
   * @param selected the same with the selections of the plan; asked for only where there are lots
   *     outside of it
   * @return one ruling per state
   */
  List<PlanRuling> rulings(Intake intake, Supplier<PlannedChecks.Read> selected) {
    LimitPValues[] found =
        states.stream().map(LevelState::limitPValues).toArray(LimitPValues[]::new);
    if (policy.familyWise() != FamilyWise.NONE) {
      adjust(found, intake, selected);
    }
    var rulings = new ArrayList<PlanRuling>();
    for (int i = 0; i < states.size(); i++) {
      LevelState s = states.get(i);
      rulings.add(
          PlanRuling.of(
              s.level().in(policy),
              s,
              found[i],
              intake
                  .losses()
                  .above(policy.unusableAtMost(), LotChecks.kind(s.lot().scope()), s.lot().who())));
    }
    return rulings;
  }

  private void adjust(LimitPValues[] found, Intake intake, Supplier<PlannedChecks.Read> selected) {
    Map<String, List<Integer>> byLevel = new LinkedHashMap<>();
    for (int i = 0; i < found.length; i++) {
      byLevel.computeIfAbsent(states.get(i).level().level(), l -> new ArrayList<>()).add(i);
    }
    Optional<LotChecks> checks = Optional.empty();
    for (List<Integer> family : byLevel.values()) {
      QaLevel level = states.get(family.get(0)).level().in(policy);
      var all = new ArrayList<LimitPValues>();
      family.forEach(i -> all.add(found[i]));
      List<Lot> others = others(level, intake);
      if (!others.isEmpty()) {
        LotChecks of = checks.orElseGet(() -> new LotChecks(selected.get(), policy));
        checks = Optional.of(of);
        all.addAll(of.limitPValues(level, others));
      }
      List<LimitPValues> adjusted = policy.familyWise().adjust(all);
      for (int i = 0; i < family.size(); i++) {
        found[family.get(i)] = adjusted.get(i);
      }
    }
  }

  private List<Lot> others(QaLevel level, Intake intake) {
    List<Lot> all =
        Lot.find(
            intake.gradings(),
            policy.zone(),
            Optional.empty(),
            Optional.ofNullable(plan.by()),
            List.of(Lot.Reach.of(level)),
            new BitSet());
    return all.stream()
        .filter(lot -> plan.lots().stream().noneMatch(planned -> planned.isSame(lot)))
        .toList();
  }
}
