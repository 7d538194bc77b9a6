package org.assay.io.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assay.io.BadInputException;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.ingest.Intake;
import org.assay.io.policy.Policy;
import org.assay.plan.QaLevel;

/**
 * The checks a plan asked for, for a report on the same tables: how they were selected, and where
 * each level of the plan stands.
 *
 * <p>States are those of {@link PlanStatus}, so that report and evaluation have one judge.
 */
public final class PlannedChecks {
  /** There is no plan. */
  public static final PlannedChecks NONE = new PlannedChecks(List.of(), new int[0]);

  private final List<LevelState> states;
  private final int[] stopped; // stratum by grading

  private PlannedChecks(List<LevelState> states, int[] stopped) {
    this.states = states;
    this.stopped = stopped;
  }

  /**
   * The files of a plan.
   *
   * @param plan file of {@link PlanFiles#json}
   * @param key key of its draw
   * @param missing items that cannot be checked any more; they count as errors
   * @param excluded lists of items the plan was made without
   */
  public record Files(Path plan, Path key, Optional<Path> missing, List<Path> excluded) {
    public Files {
      excluded = List.copyOf(excluded);
    }
  }

  /**
   * What was read, with the plan's selections, and the plan's judgement.
   *
   * @param intake the same rows; verdicts on drawn gradings have the selection the key tells
   * @param checks where the levels stand
   */
  public record Read(Intake intake, PlannedChecks checks) {}

  /**
   * The tables with the ids of filled pick-lists as they were drawn.
   *
   * @param files plan and key
   * @param input gradings and verdicts
   * @return what to read in their place
   * @throws IOException if the key cannot be read
   * @throws BadInputException if it is no key
   */
  public static IngestOptions tables(Files files, IngestOptions input) throws IOException {
    return DrawnVerdicts.in(input, KeyFile.key(files.key()).marks());
  }

  /**
   * Reads a plan and applies it.
   *
   * @param files plan and key
   * @param policy which errors count for its levels
   * @param intake the gradings the plan was made for, and all verdicts
   * @return the verdicts with their selections, and the levels
   * @throws IOException if a file cannot be read
   * @throws BadInputException if plan, key, policy and gradings do not belong together
   */
  public static Read read(Files files, Policy policy, Intake intake) throws IOException {
    Plan plan = PlanFiles.read(files.plan());
    List<KeyRow> key = KeyFile.key(files.key()).requireOf(files.plan(), plan, policy);
    Set<String> missing =
        files.missing().isPresent() ? IdFile.ids(files.missing().get()) : Set.of();
    requireLots(files, plan, policy, intake);
    PlanDigests.requireUnchanged(key, intake.gradings(), missing);
    ExclusionList excluded = ExclusionList.read(files.excluded());
    List<LevelState> states =
        PlanStatus.of(
                plan, policy, key, intake, missing, excluded, Optional.empty(), Optional.empty())
            .states();
    return selected(plan, policy, key, intake, excluded, states);
  }

  /** The same rows with the selections of the plan, and where its levels stand. */
  static Read selected(
      Plan plan,
      Policy policy,
      List<KeyRow> key,
      Intake intake,
      ExclusionList excluded,
      List<LevelState> states) {
    return read(intake, lookedAt(plan, policy, key, intake, excluded, states), states);
  }

  private static LookedAt lookedAt(
      Plan plan,
      Policy policy,
      List<KeyRow> key,
      Intake intake,
      ExclusionList excluded,
      List<LevelState> states) {
    List<Lot> lots = plan.lotsIn(intake.gradings(), policy, excluded);
    var drawn = new DrawnRows(key, plan, lots, intake.gradings());
    return LookedAt.of(intake.gradings(), lots, plan, drawn, states);
  }

  private static Read read(Intake intake, LookedAt looked, List<LevelState> states) {
    return new Read(
        new Intake(
            intake.gradings(),
            looked.select(intake.verdicts()),
            KeyLedger.of(intake.ledger()),
            intake.losses()),
        new PlannedChecks(states, looked.stopped()));
  }

  private static void requireLots(Files files, Plan plan, Policy policy, Intake intake)
      throws IOException {
    ExclusionList excluded = ExclusionList.read(files.excluded());
    try {
      plan.lotsIn(intake.gradings(), policy, excluded);
    } catch (BadInputException e) {
      throw new BadInputException(
          files.plan()
              + " must be a plan of the gradings in the table; give the table it was made for, or"
              + " leave out --plan and --key ("
              + e.getMessage()
              + ")",
          e);
    }
  }

  /**
   * Whether there is no plan.
   *
   * @return true for {@link #NONE}
   */
  public boolean isEmpty() {
    return states.isEmpty();
  }

  /**
   * Whether some checks were made until the plan decided, so that their number depends on what they
   * found.
   *
   * @return false without a plan, and where every plan is of one sample
   */
  public boolean stops() {
    return Arrays.stream(stopped).anyMatch(stratum -> stratum > 0);
  }

  /**
   * The stratum a grading is in, if the number of its checks depends on what they found.
   *
   * @param grading its row
   * @return 0 for none; the gradings of the same number are those of the same lots
   */
  public int stopped(int grading) {
    return stopped.length == 0 ? 0 : stopped[grading];
  }

  /**
   * Where a level stands.
   *
   * @param level of the policy
   * @param who unit or assessor, empty when gradings have no units
   * @param period label
   * @return empty when the plan has no such lot, or only lots by stratum
   */
  public Optional<LevelState> state(QaLevel level, String who, String period) {
    return states.stream()
        .filter(
            s ->
                s.level().level().equals(level.name())
                    && s.lot().scope() == level.scope()
                    && s.lot().kind() == level.period()
                    && s.lot().who().equals(who)
                    && s.lot().period().equals(period)
                    && s.lot().stratum().isEmpty())
        .findFirst();
  }
}
