package org.assay.io.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assay.io.BadInputException;
import org.assay.io.Shown;
import org.assay.io.ingest.Intake;
import org.assay.io.policy.FamilyWise;
import org.assay.io.policy.Policy;
import org.assay.plan.Evaluation;
import org.assay.plan.Evaluation.Decision;
import org.assay.plan.Evaluation.Verdict;
import org.assay.plan.QaLevel;
import org.assay.plan.SequentialPlan;

/**
 * Where a plan stands after the verdicts so far: a decision, or the next items, for every lot.
 *
 * <p>Verdicts count in the order of the draw, up to the first drawn grading that has none. The
 * decision is that of the plan, whatever order or batches the verdicts came in.
 */
public final class PlanStatus {
  private final List<PlanRuling> rulings;
  private final List<String> nextItems;
  private final PickList list;
  private final VerdictsByGrading verdicts;
  private final long excluded;
  private final Policy policy;
  private final Optional<Together> together;
  private final long earlier;

  private PlanStatus(
      List<PlanRuling> rulings,
      List<String> nextItems,
      PickList list,
      VerdictsByGrading verdicts,
      long excluded,
      Policy policy,
      Optional<Together> together,
      long earlier) {
    this.rulings = rulings;
    this.nextItems = nextItems;
    this.list = list;
    this.verdicts = verdicts;
    this.excluded = excluded;
    this.policy = policy;
    this.together = together;
    this.earlier = earlier;
  }

  /**
   * Evaluates verdicts.
   *
   * @param plan the plan
   * @param policy which errors count for its levels
   * @param key what was drawn for the plan
   * @param intake gradings and all verdicts since then
   * @param missingItems drawn items that cannot be checked any more; they count as errors
   * @param excluded what the plan was made without, where states of other lots count, too
   * @param together how all lots are judged together beside the policy's own rule
   * @param officers among whom the next items are split
   * @return decisions and next items
   * @throws BadInputException if plan, policy, key and missing items do not belong together
   */
  static PlanStatus of(
      Plan plan,
      Policy policy,
      List<KeyRow> key,
      Intake intake,
      Set<String> missingItems,
      ExclusionList excluded,
      Optional<Together> together,
      Optional<Officers> officers) {
    Map<String, List<KeyRow>> drawn = byLot(plan, key);
    requireDrawn(key, missingItems);
    var verdicts = new VerdictsByGrading(intake.verdicts(), key, policy.reference(), missingItems);
    var states = new ArrayList<LevelState>();
    for (PlannedLot lot : plan.lots()) {
      for (PlannedLevel level : lot.levels()) {
        states.add(state(lot, level, level.in(policy), drawn.get(lot.id()), verdicts));
      }
    }
    List<String> next = nextItems(plan, states, drawn, verdicts);
    List<PlanRuling> rulings =
        new PlanFamily(plan, policy, states)
            .rulings(
                intake, () -> PlannedChecks.selected(plan, policy, key, intake, excluded, states));
    return new PlanStatus(
        rulings,
        next,
        PickList.of(next, intake.gradings(), policy.exposureCeiling(), officers),
        verdicts,
        intake.ledger().verdicts().rowsExcluded(),
        policy,
        together,
        0);
  }

  /**
   * Refuses gradings without some that were drawn: a table cut short would reject lots in which
   * nobody has found an error.
   */
  PlanStatus requireAll(List<KeyRow> key) {
    List<String> lost = verdicts.lost(key);
    if (!lost.isEmpty()) {
      throw new BadInputException(
          lost.size()
              + (lost.size() == 1 ? " drawn item is" : " drawn items are")
              + " not in the gradings any more, such as "
              + Shown.quoted(lost.get(0))
              + "; give all gradings, or name with --missing what cannot be checked any more");
    }
    return this;
  }

  /** The same, where that many rows of verdicts are of an earlier evaluation. */
  PlanStatus after(long rows) {
    return new PlanStatus(rulings, nextItems, list, verdicts, excluded, policy, together, rows);
  }

  /** The same with the marks of the draw on its pick-list. */
  PlanStatus marked(DrawMarks marks) {
    return new PlanStatus(
        rulings, nextItems, list.marked(marks), verdicts, excluded, policy, together, earlier);
  }

  /** Rows of verdicts that an earlier evaluation had read. */
  long earlier() {
    return earlier;
  }

  private static List<String> nextItems(
      Plan plan,
      List<LevelState> states,
      Map<String, List<KeyRow>> drawn,
      VerdictsByGrading verdicts) {
    record Next(double place, String item) {}
    var next = new ArrayList<Next>();
    for (PlannedLot lot : plan.lots()) {
      int until =
          states.stream()
              .filter(s -> s.lot().id().equals(lot.id()) && s.isOpen())
              .mapToInt(LevelState::nextLook)
              .max()
              .orElse(0);
      for (KeyRow row : drawn.get(lot.id()).subList(0, until)) {
        if (!verdicts.isSettled(row)) {
          next.add(new Next((double) row.order() / lot.gradings(), row.item()));
        }
      }
    }
    next.sort(Comparator.comparingDouble(Next::place).thenComparing(Next::item));
    var items = new LinkedHashSet<String>();
    next.forEach(n -> items.add(n.item));
    return List.copyOf(items);
  }

  private static LevelState state(
      PlannedLot lot,
      PlannedLevel level,
      QaLevel counts,
      List<KeyRow> rows,
      VerdictsByGrading verdicts) {
    SequentialPlan plan = plan(lot, level);
    Evaluation state = Evaluation.START;
    Evaluation spared = Evaluation.START;
    int missing = 0;
    for (KeyRow row : rows) {
      Optional<Verdict> verdict = verdicts.of(row, counts.counts());
      if (verdict.isEmpty()) {
        break;
      }
      boolean isMissing = verdict.get() == Verdict.MISSING;
      missing += isMissing ? 1 : 0;
      state = state.add(plan, verdict.get());
      spared = spared.add(plan, isMissing ? Verdict.RIGHT : verdict.get());
    }
    return new LevelState(lot, level, plan, state, missing, spared);
  }

  private static SequentialPlan plan(PlannedLot lot, PlannedLevel level) {
    try {
      return level.plan(lot.gradings());
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          "the plan of lot " + lot.id() + " must be as assay plan wrote it: " + e.getMessage(), e);
    }
  }

  private static Map<String, List<KeyRow>> byLot(Plan plan, List<KeyRow> key) {
    var lots = new HashMap<String, List<KeyRow>>();
    key.forEach(row -> lots.computeIfAbsent(row.lot(), lot -> new ArrayList<>()).add(row));
    Set<String> planned = plan.lots().stream().map(PlannedLot::id).collect(Collectors.toSet());
    if (!planned.containsAll(lots.keySet())) {
      throw new BadInputException("the key must be of the same plan, got another lot");
    }
    for (PlannedLot lot : plan.lots()) {
      List<KeyRow> rows = lots.computeIfAbsent(lot.id(), id -> new ArrayList<>());
      rows.sort(Comparator.comparingInt(KeyRow::order));
      for (int i = 0; i < Math.max(rows.size(), lot.maximumChecks()); i++) {
        if (rows.size() != lot.maximumChecks() || rows.get(i).order() != i + 1) {
          throw new BadInputException(
              "the key must have the "
                  + lot.maximumChecks()
                  + " checks of lot "
                  + lot.id()
                  + ", numbered from 1, got "
                  + rows.size());
        }
      }
    }
    return lots;
  }

  private static void requireDrawn(List<KeyRow> key, Set<String> missingItems) {
    Set<String> items = key.stream().map(KeyRow::item).collect(Collectors.toSet());
    for (String item : missingItems) {
      if (!items.contains(item)) {
        throw new BadInputException(
            "a missing item must have been drawn, got " + Shown.quoted(item));
      }
    }
  }

  /**
   * Whether every level of every lot is decided.
   *
   * @return true when nothing is left to check
   */
  public boolean isDecided() {
    return states().stream().noneMatch(LevelState::isOpen);
  }

  /**
   * Items to check next.
   *
   * @return in the order of checking; empty when everything is decided
   */
  public List<String> nextItems() {
    return nextItems;
  }

  /**
   * The next items as a pick-list for QA officers.
   *
   * @return the list, split like that of the draw
   */
  public PickList list() {
    return list;
  }

  /** One a state when all lots are judged together, else none. */
  List<Together.Judged> together() {
    return together.map(t -> t.judge(states())).orElse(List.of());
  }

  List<String> togetherSentences() {
    return together.map(t -> t.sentences(states(), t.judge(states()))).orElse(List.of());
  }

  /** One a lot and level, in the order of the plan. */
  List<LevelState> states() {
    return rulings.stream().map(PlanRuling::at).toList();
  }

  /** The same with what the policy makes of them. */
  List<PlanRuling> rulings() {
    return rulings;
  }

  /** How the policy judges the states of a level together. */
  FamilyWise familyWise() {
    return policy.familyWise();
  }

  long count(Decision decision) {
    return states().stream().filter(s -> s.state().decision() == decision).count();
  }

  VerdictsByGrading verdicts() {
    return verdicts;
  }

  /** Verdict rows that could not be used. */
  long excluded() {
    return excluded;
  }
}
