package org.assay.io.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assay.data.Periods;
import org.assay.data.Selections.Blindness;
import org.assay.estimate.CheckCell;
import org.assay.estimate.CheckColumns;
import org.assay.estimate.CheckCounts;
import org.assay.estimate.CheckWeights;
import org.assay.estimate.DesignRates;
import org.assay.estimate.DesignScope;
import org.assay.estimate.LevelConclusion;
import org.assay.estimate.ReferenceChecks;
import org.assay.estimate.SamplingFrame;
import org.assay.estimate.SamplingFrame.ScopeFrame;
import org.assay.io.ingest.Intake;
import org.assay.io.ingest.ScopeLoss;
import org.assay.io.policy.Policy;
import org.assay.plan.LimitPValues;
import org.assay.plan.QaLevel;

/**
 * The checks made so far, by lot: the same references, basis, weights and frame as in a report on
 * the same files.
 */
final class LotChecks {
  private static final int NONE = -1;

  private final Intake intake;
  private final PlannedChecks planned;
  private final ReferenceChecks checks;
  private final CheckColumns columns;
  private final SamplingFrame frame;
  private final CheckWeights weights;
  private final int[] checkOf; // by row of the gradings

  LotChecks(PlannedChecks.Read read, Policy policy) {
    this.intake = read.intake();
    this.planned = read.checks();
    this.checks = ReferenceChecks.of(intake.verdicts(), policy.reference());
    this.frame = SamplingFrame.of(checks, policy.notSampled().in(intake.gradings()));
    this.columns = new CheckColumns(checks, Periods.all());
    List<CheckCell> cells = CheckCounts.of(checks, Periods.all()).snapshot();
    this.weights = CheckWeights.of(cells, DesignRates.basis(cells));
    this.checkOf = new int[intake.gradings().size()];
    Arrays.fill(checkOf, NONE);
    for (int check = 0; check < checks.size(); check++) {
      checkOf[checks.grading(check)] = check;
    }
  }

  /** The checks that count. */
  Blindness basis() {
    return weights.basis();
  }

  /** The checks of a lot, with what they stand for. */
  DesignScope of(Lot lot) {
    CheckCounts counts = CheckCounts.create(columns.shape());
    for (int row : lot.rows()) {
      if (checkOf[row] != NONE) {
        columns.count(checkOf[row], checkOf[row] + 1, counts);
      }
    }
    return DesignScope.of(counts.snapshot(), weights, frame(lot));
  }

  private ScopeFrame frame(Lot lot) {
    long outside = 0;
    long notSampled = 0;
    for (int row : lot.rows()) {
      outside += frame.isOutside(row) ? 1 : 0;
      notSampled += !frame.isOutside(row) && frame.isNotSampled(row) ? 1 : 0;
    }
    return new ScopeFrame(lot.rows().size() - outside - notSampled, outside)
        .withLost(
            intake.losses().gradings().times().atMost(kind(lot), lot.who(), lot.from(), lot.to()));
  }

  /**
   * What the checks of lots that no plan judges say against each side of a level's limit: as in a
   * report, they may have been made for plans of other lots, until those decided.
   *
   * @param level what must be met
   * @param lots of its scope, one grading in one lot
   * @return p-values, lot by lot
   */
  List<LimitPValues> limitPValues(QaLevel level, List<Lot> lots) {
    int[] lotOf = new int[checkOf.length];
    Arrays.fill(lotOf, NONE);
    for (int i = 0; i < lots.size(); i++) {
      for (int row : lots.get(i).rows()) {
        lotOf[row] = i;
      }
    }
    StoppedScopes stopped =
        new StoppedScopes(planned, checks, frame, basis -> weights, row -> lotOf[row]);
    List<LimitPValues> found = new ArrayList<>();
    for (int i = 0; i < lots.size(); i++) {
      Lot lot = lots.get(i);
      found.add(
          stopped
              .of(i, frame(lot), level.counts(), basis())
              .map(evidence -> evidence.pValues(level.unacceptable()))
              .orElseGet(
                  () ->
                      LevelConclusion.judged(level, of(lot).rate(level.counts()))
                          .pValues(level.unacceptable())));
    }
    return found;
  }

  /** Whether too much of a lot is lost for a PASS. */
  boolean isLost(Lot lot, Policy policy) {
    return intake.losses().above(policy.unusableAtMost(), kind(lot), lot.who());
  }

  private static ScopeLoss.Kind kind(Lot lot) {
    return kind(lot.scope());
  }

  /** The kind of scope in which rows are lost. */
  static ScopeLoss.Kind kind(QaLevel.Scope scope) {
    return scope == QaLevel.Scope.UNIT ? ScopeLoss.Kind.UNIT : ScopeLoss.Kind.ASSESSOR;
  }

  /** The gradings of a lot that were never selected and may be. */
  IntStream open(Lot lot) {
    return lot.rows().stream()
        .mapToInt(row -> row)
        .filter(row -> checkOf[row] == NONE && !frame.isNotSampled(row));
  }
}
