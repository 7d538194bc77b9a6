package org.assay.io.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.assay.data.Selections.Blindness;
import org.assay.data.Verdicts;
import org.assay.draw.Viewings;
import org.assay.estimate.DesignRate;
import org.assay.estimate.DesignScope;
import org.assay.estimate.LevelConclusion;
import org.assay.io.ingest.Intake;
import org.assay.io.policy.FamilyWise;
import org.assay.io.policy.Policy;
import org.assay.plan.FurtherChecks.FurtherAnswer;
import org.assay.plan.LimitPValues;
import org.assay.plan.QaLevel;
import org.assay.plan.QaLevel.Judging;
import org.assay.result.Conclusion;
import org.assay.result.Conclusion.State;

/**
 * What the random checks made so far show for the lots of a plan, and how many more settle it: the
 * states and numbers of a report on the same files, where the lots are the report's own (undivided
 * and without exclusions).
 *
 * <p>Each grading counts once, by the policy's {@code reference} rule; the checks are those of the
 * report's basis, weighted as there; a level is judged by {@link LevelConclusion}, with what it is
 * about, its least number of checks and its looks.
 *
 * @param levels one per lot and level, in the order of the plan
 * @param basis the checks that count: blind ones where there are any
 * @param notRandom verdicts on gradings of the lots that no random selection chose; not counted
 * @param viewings expected further viewings over all lots: a grading that several lots draw counts
 *     once, and one sample serves all levels of a lot
 */
public record Progress(List<Level> levels, Blindness basis, long notRandom, double viewings) {
  public Progress {
    levels = List.copyOf(levels);
  }

  /**
   * Where a level of a lot stands.
   *
   * @param lot the lot
   * @param level name of the level
   * @param checked random checks of the basis
   * @param errors errors among them
   * @param pending selected at random, without a usable verdict
   * @param state by the judge of all levels, pending ones speaking for neither side
   * @param further random checks that settle it, beside the pending ones
   * @param remaining what of them is to be done
   */
  public record Level(
      PlannedLot lot,
      String level,
      long checked,
      long errors,
      long pending,
      State state,
      FurtherAnswer further,
      Remaining remaining) {}

  /**
   * Counts the checks and asks how many more.
   *
   * @param plan the lots and levels
   * @param policy which errors count
   * @param intake the gradings the plan was made for, and the verdicts so far
   * @param excluded what the plan leaves out
   * @param looks among which the risks of every level are shared; empty for those of the policy
   * @return the progress
   */
  public static Progress of(
      Plan plan, Policy policy, Intake intake, ExclusionList excluded, OptionalInt looks) {
    List<Lot> lots = plan.lotsIn(intake.gradings(), policy, excluded);
    var checks = new LotChecks(new PlannedChecks.Read(intake, PlannedChecks.NONE), policy);
    Map<String, Map<LimitPValues, LimitPValues>> families = new HashMap<>();
    var levels = new ArrayList<Level>();
    boolean[] inLot = new boolean[intake.gradings().size()];
    Viewings viewings = Viewings.of(intake.gradings().size());
    for (int i = 0; i < lots.size(); i++) {
      Lot lot = lots.get(i);
      PlannedLot planned = plan.lots().get(i);
      DesignScope scope = checks.of(lot);
      int[] open = checks.open(lot).toArray();
      long most = 0;
      for (PlannedLevel of : planned.levels()) {
        QaLevel level = judged(of.in(policy), looks);
        DesignRate rate = LevelConclusion.judged(level, scope.rate(level.counts()));
        LimitPValues own = rate.pValues(level.unacceptable());
        LimitPValues found =
            policy.familyWise() == FamilyWise.NONE
                ? own
                : families
                    .computeIfAbsent(
                        level.name(),
                        name -> together(plan, policy, intake, excluded, checks, level))
                    .get(own);
        Level row = row(planned, level, rate, found, checks.isLost(lot, policy), open.length);
        most = Math.max(most, row.remaining().checks());
        levels.add(row);
      }
      viewings.draw(IntStream.of(open), open.length == 0 ? 0 : (double) most / open.length);
      lot.rows().forEach(row -> inLot[row] = true);
    }
    return new Progress(
        levels, checks.basis(), notRandom(intake.verdicts(), inLot), viewings.total());
  }

  private static QaLevel judged(QaLevel level, OptionalInt looks) {
    return looks.isEmpty()
        ? level
        : level.withJudging(
            new Judging(level.judging().about(), level.judging().leastChecks(), looks.getAsInt()));
  }

  private static Level row(
      PlannedLot planned,
      QaLevel level,
      DesignRate rate,
      LimitPValues found,
      boolean isLost,
      long open) {
    Conclusion conclusion = LevelConclusion.of(level, rate, found);
    boolean provisional =
        conclusion.state() == State.NOT_DEMONSTRATED
            && LevelConclusion.of(level, rate.withoutUnresolved()).state()
                != State.NOT_DEMONSTRATED;
    boolean withheld = isLost && conclusion.state() == State.PASS;
    State state = withheld ? State.NOT_DEMONSTRATED : conclusion.state();
    FurtherAnswer further = LevelConclusion.further(level, rate);
    return new Level(
        planned,
        level.name(),
        rate.checked(),
        rate.errors(),
        rate.unresolved(),
        state,
        conclusion.state() == State.NOT_DEMONSTRATED ? further : settled(further),
        Remaining.of(
            state,
            provisional,
            conclusion.furtherChecks(),
            level.judging().about(),
            open,
            withheld,
            LevelConclusion.of(level, rate).state() != State.NOT_DEMONSTRATED));
  }

  // The state is that of the exact evidence; the answer of a weighted sample is by what it is
  // worth.
  private static FurtherAnswer settled(FurtherAnswer further) {
    return new FurtherAnswer(
        FurtherAnswer.Kind.SETTLED,
        0L,
        1,
        further.assumedRate(),
        further.unchecked(),
        further.looks());
  }

  // Of every period, as a report judges them; equal p-values are adjusted alike.
  private static Map<LimitPValues, LimitPValues> together(
      Plan plan,
      Policy policy,
      Intake intake,
      ExclusionList excluded,
      LotChecks checks,
      QaLevel level) {
    List<LimitPValues> own =
        plan.everyLotOf(level, intake.gradings(), policy, excluded).stream()
            .map(lot -> LevelConclusion.judged(level, checks.of(lot).rate(level.counts())))
            .map(rate -> rate.pValues(level.unacceptable()))
            .toList();
    List<LimitPValues> adjusted = policy.familyWise().adjust(own);
    Map<LimitPValues, LimitPValues> byOwn = new HashMap<>();
    for (int i = 0; i < own.size(); i++) {
      byOwn.put(own.get(i), adjusted.get(i));
    }
    return byOwn;
  }

  private static long notRandom(Verdicts verdicts, boolean[] inLot) {
    long count = 0;
    for (int v = 0; v < verdicts.size(); v++) {
      boolean counts = verdicts.selections().isRandom(v);
      count += counts || !inLot[verdicts.selections().grading(v)] ? 0 : 1;
    }
    return count;
  }

  /** Further checks, lot by lot the most that any level needs; more than {@link #viewings}. */
  long checks() {
    var byLot = new HashMap<String, Long>();
    levels.forEach(level -> byLot.merge(level.lot().id(), level.remaining().checks(), Math::max));
    return byLot.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Levels of lots that are not demonstrated, by what settles them. */
  long count(Remaining.Kind kind) {
    return levels.stream()
        .filter(l -> l.state() == State.NOT_DEMONSTRATED && l.remaining().kind() == kind)
        .count();
  }
}
