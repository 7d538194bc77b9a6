package org.assay.io.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assay.data.Gradings;
import org.assay.data.Verdicts;
import org.assay.io.ingest.Intake;
import org.assay.io.policy.Policy;
import org.assay.plan.EffectiveSample;
import org.assay.plan.FurtherAnswer;
import org.assay.plan.FurtherAnswer.Kind;
import org.assay.plan.FurtherChecks;
import org.assay.plan.LimitPValues;
import org.assay.plan.QaLevel;
import org.assay.result.Conclusion.State;

/**
 * What the random checks made so far show for the lots of a plan, and how many more settle it: the
 * answer of {@link FurtherChecks} for the same checks.
 *
 * <p>Checks count that were selected at random with a recorded probability, each grading by its
 * earliest verdict. With one probability in a lot they are a simple random sample of it; with
 * several the weighted sample counts by its effective checks.
 *
 * @param levels one per lot and level, in the order of the plan
 * @param notRandom verdicts on gradings of the lots that no random selection chose; not counted
 * @param viewings expected further viewings over all lots: a grading that several lots draw counts
 *     once, and one sample serves all levels of a lot
 */
public record Progress(List<Level> levels, long notRandom, double viewings) {
  public Progress {
    levels = List.copyOf(levels);
  }

  /**
   * Where a level of a lot stands.
   *
   * @param lot the lot
   * @param level name of the level
   * @param checked random checks made
   * @param errors errors among them
   * @param pending selected at random, without a verdict
   * @param state by the judge of all levels, pending ones speaking for neither side
   * @param further random checks that settle it, the pending ones among them
   */
  public record Level(
      PlannedLot lot,
      String level,
      long checked,
      long errors,
      long pending,
      State state,
      FurtherAnswer further) {
    /** Checks to make, as far as that is known: 0 where nothing settles it. */
    long toDo() {
      return further.isPossible() ? Math.max(pending, further.number().orElse(0)) : 0;
    }
  }

  /**
   * Counts the checks and asks how many more.
   *
   * @param plan the lots and levels
   * @param policy which errors count
   * @param intake the gradings the plan was made for, and the verdicts so far
   * @param excluded what the plan leaves out
   * @param looks among which the risks are shared
   * @return the progress
   */
  public static Progress of(
      Plan plan, Policy policy, Intake intake, ExclusionList excluded, int looks) {
    Gradings gradings = intake.gradings();
    List<Lot> lots = plan.lotsIn(gradings, policy, excluded);
    int[] lotOf = new int[gradings.size()];
    Map<Integer, Integer> first = firstVerdicts(intake.verdicts());
    boolean[] pending = pending(intake.verdicts(), gradings.size(), first);
    var levels = new ArrayList<Level>();
    double[] chance = new double[gradings.size()];
    for (int i = 0; i < lots.size(); i++) {
      PlannedLot planned = plan.lots().get(i);
      long most = 0;
      for (PlannedLevel level : planned.levels()) {
        QaLevel counts = level.in(policy);
        Level found = level(planned, lots.get(i), counts, intake.verdicts(), first, pending, looks);
        most = Math.max(most, found.toDo());
        levels.add(found);
      }
      List<Integer> open =
          lots.get(i).rows().stream().filter(row -> !first.containsKey(row)).toList();
      double share = open.isEmpty() ? 0 : Math.min(1, (double) most / open.size());
      open.forEach(row -> chance[row] = Math.max(chance[row], share));
      lots.get(i).rows().forEach(row -> lotOf[row] = 1);
    }
    double viewings = 0;
    for (double c : chance) {
      viewings += c;
    }
    return new Progress(levels, notRandom(intake.verdicts(), lotOf), viewings);
  }

  // The earliest random check of each grading.
  private static Map<Integer, Integer> firstVerdicts(Verdicts verdicts) {
    var first = new HashMap<Integer, Integer>();
    for (int v = 0; v < verdicts.size(); v++) {
      if (verdicts.selections().isRandom(v)) {
        first.merge(
            verdicts.selections().grading(v),
            v,
            (a, b) -> verdicts.checkedAt(b) < verdicts.checkedAt(a) ? b : a);
      }
    }
    return first;
  }

  private static boolean[] pending(Verdicts verdicts, int size, Map<Integer, Integer> first) {
    boolean[] pending = new boolean[size];
    for (int p = 0; p < verdicts.pending().size(); p++) {
      int grading = verdicts.pending().grading(p);
      pending[grading] |= verdicts.pending().isRandom(p) && !first.containsKey(grading);
    }
    return pending;
  }

  private static long notRandom(Verdicts verdicts, int[] inLot) {
    long count = 0;
    for (int v = 0; v < verdicts.size(); v++) {
      boolean counts = verdicts.selections().isRandom(v);
      count += counts || inLot[verdicts.selections().grading(v)] == 0 ? 0 : 1;
    }
    return count;
  }

  private static Level level(
      PlannedLot planned,
      Lot lot,
      QaLevel level,
      Verdicts verdicts,
      Map<Integer, Integer> first,
      boolean[] pending,
      int looks) {
    var sums = new WeightedCounts();
    long waiting = 0;
    for (int row : lot.rows()) {
      Integer v = first.get(row);
      if (v != null) {
        boolean error = level.counts().counts(verdicts.reference().get(v), verdicts.grade(v));
        sums.add(verdicts.selections().inclusionProbability(v), error);
      }
      waiting += pending[row] ? 1 : 0;
    }
    long size = lot.rows().size();
    double limit = level.unacceptable();
    FurtherChecks question = FurtherChecks.of(level).over(looks);
    FurtherAnswer further;
    State state;
    if (sums.isSimple()) {
      further = question.inLot(sums.errors(), 0, sums.checked(), size);
      state =
          question
              .judge()
              .judge(
                  LimitPValues.unresolved(
                      LimitPValues.ofLot(
                          sums.errors() + waiting, sums.checked() + waiting, size, limit),
                      LimitPValues.ofLot(sums.errors(), sums.checked() + waiting, size, limit)));
    } else {
      EffectiveSample sample = sums.sample((double) size);
      further = question.inDesign(sample);
      state =
          waiting == 0 && further.kind() == Kind.SETTLED
              ? sums.rate() <= limit ? State.PASS : State.FAIL
              : State.NOT_DEMONSTRATED;
    }
    return new Level(planned, level.name(), sums.checked(), sums.errors(), waiting, state, further);
  }

  /** Further checks, lot by lot the most that any level needs; more than {@link #viewings}. */
  long checks() {
    var byLot = new HashMap<String, Long>();
    levels.forEach(level -> byLot.merge(level.lot().id(), level.toDo(), Math::max));
    return byLot.values().stream().mapToLong(Long::longValue).sum();
  }
}
