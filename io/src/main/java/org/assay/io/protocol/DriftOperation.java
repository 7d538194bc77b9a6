package org.assay.io.protocol;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;
import org.assay.drift.AssessorDrift;
import org.assay.drift.AssessorDrift.Conclusion;
import org.assay.drift.DriftOptions;
import org.assay.drift.TeamDrift;
import org.assay.drift.TeamMove;
import org.assay.drift.TeamMove.MoveKind;
import org.assay.io.schema.Form;
import org.assay.io.schema.MayBeNull;
import org.assay.io.schema.Required;
import org.assay.io.schema.Within;

/** Op {@code drift}: who in a team has changed, since when and in what. */
final class DriftOperation {
  static final Operation<Input, Params, Result> OPERATION =
      new Operation<>("drift", Input.class, Params.class, Result.class, DriftOperation::apply);

  private DriftOperation() {}

  /** In which direction errors changed. */
  private enum Direction {
    /** Errors became more frequent. */
    MORE,
    /** Errors became rarer. */
    FEWER;

    private static Direction of(boolean more) {
      return more ? MORE : FEWER;
    }
  }

  /**
   * Random checks, counted.
   *
   * @param checks one row per assessor, period and stratum, and kind of errors; rows of the same
   *     are added up. Within a stratum and period every grading must have had the same chance of a
   *     check
   */
  record Input(@Required List<Row> checks) {}

  /**
   * Checks that are alike.
   *
   * @param assessor whose gradings
   * @param period when they were graded: whole numbers, in which gaps count as periods, or texts
   *     whose order is that of time
   * @param stratum group of gradings with the same chance of a check, such as stream and grade
   * @param errors errors found; with a cell, of this kind
   * @param checked checks made; in the rows of further cells of the same stratum 0
   * @param cell kind of the errors, for example B&gt;C; may be left out
   */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  record Row(
      @Required @Form(Form.LABEL) Object assessor,
      @Required @Form(Form.LABEL) Object period,
      @Required @Form(Form.LABEL) Object stratum,
      @Required @Within("[0, 1000000000]") Long errors,
      @Required @Within("[0, 1000000000]") Long checked,
      @Form(Form.LABEL) Object cell) {}

  /**
   * How changes are looked for.
   *
   * @param oddsRatios sizes of changes looked for, odds of an error after over before; 1.5, 2, 3,
   *     6, 12 and 1/1.5, 1/2, 1/3 when left out
   * @param baselinePeriods periods with checks before an assessor is watched; 12 when left out
   * @param falseDiscoveryRate promised share of false flags, and chance of any where nothing
   *     changed; 0.05 when left out
   * @param seed of the simulations; 1 when left out
   * @param simulations simulated teams that calibrate the promise, of large teams fewer; 1000 when
   *     left out
   * @param margin odds ratio within which a level is the same for practical purposes; 2 when left
   *     out
   */
  record Params(
      @Within("[1, 20]") List<@Within("[0.05, 20]") Double> oddsRatios,
      @Within("[2, 1000]") Integer baselinePeriods,
      @Within("(0, 0.5]") Double falseDiscoveryRate,
      Long seed,
      @Within("[20, 100000]") Integer simulations,
      @Within("(1, 1000]") Double margin) {
    private DriftOptions options() {
      DriftOptions usual = DriftOptions.usual();
      return new DriftOptions(
          oddsRatios == null ? usual.oddsRatios() : oddsRatios,
          baselinePeriods == null ? usual.baselinePeriods() : baselinePeriods,
          falseDiscoveryRate == null ? usual.falseDiscoveryRate() : falseDiscoveryRate,
          margin == null ? usual.margin() : margin,
          simulations == null ? usual.simulations() : simulations,
          seed == null ? usual.seed() : seed);
    }
  }

  /**
   * Who changed.
   *
   * @param team what moved for everybody, and is nobody's drift
   * @param assessors everybody, in the order of their ids
   * @param promise what the flags together keep
   */
  record Result(List<Move> team, List<Assessor> assessors, Promise promise) {}

  /**
   * Something that moved for everybody.
   *
   * @param since the likeliest first period
   * @param changeSet periods in which it may have begun
   * @param oddsRatio odds of an error after over before
   * @param kind what it looks like
   * @param cell kind of errors that moved; null for all errors
   * @param pValue chance of as clear a change where nothing moved
   */
  record Move(
      String since,
      List<String> changeSet,
      @MayBeNull Double oddsRatio,
      MoveKind kind,
      @MayBeNull String cell,
      double pValue) {}

  /**
   * One assessor.
   *
   * @param id as given
   * @param conclusion in one word
   * @param direction of the change; null unless DRIFTING
   * @param probability that the assessor changed: 1 less the local false-discovery rate
   * @param oddsRatio odds of an error after the change over those before; unless DRIFTING of the
   *     last 13 periods over those before. Null where it has no bound
   * @param lower exact lower limit
   * @param upper exact upper limit; null where it has none
   * @param since the likeliest first period of the change; null unless DRIFTING
   * @param changeSet periods in which it may have begun, with 90 % confidence
   * @param backSince the likeliest first period of a change back; null without one
   * @param cells kinds of errors the change is in; none where it is in all, or in no one
   *     particularly
   * @param furtherChecks checks it would take to show that the level is the same; null unless
   *     NOT_ENOUGH_CHECKS
   */
  record Assessor(
      String id,
      Conclusion conclusion,
      @MayBeNull Direction direction,
      double probability,
      @MayBeNull Double oddsRatio,
      double lower,
      @MayBeNull Double upper,
      @MayBeNull String since,
      List<String> changeSet,
      @MayBeNull String backSince,
      List<Cell> cells,
      @MayBeNull Long furtherChecks) {}

  /**
   * A kind of errors that changed.
   *
   * @param cell as given
   * @param direction of its change
   * @param probability that the change is in this kind, given that the assessor changed
   */
  record Cell(String cell, Direction direction, double probability) {}

  /**
   * What the flags keep.
   *
   * @param falseDiscoveryRate the mean share of false flags is at most this, and so is the chance
   *     of any flag in a team in which nothing changed
   * @param simulatedTeams simulated teams that the cut was calibrated on
   * @param cut mean local false-discovery rate of those flagged, at most
   * @param changedShare share of the team that is estimated to have changed
   */
  record Promise(double falseDiscoveryRate, int simulatedTeams, double cut, double changedShare) {}

  private static Result apply(Input input, Params params) {
    var rows = new DriftRows(input.checks());
    DriftOptions options = params.options();
    TeamDrift drift = TeamDrift.of(rows.checks(), options);
    return new Result(
        drift.moves().stream().map(m -> move(m, rows)).toList(),
        rows.inOrder().stream().map(a -> assessor(drift.assessors().get(a), rows)).toList(),
        new Promise(
            drift.promise().falseDiscoveryRate(),
            drift.promise().simulatedTeams(),
            drift.promise().cut(),
            drift.promise().changedShare()));
  }

  private static Move move(TeamMove m, DriftRows rows) {
    return new Move(
        rows.period(m.since()),
        m.periods().stream().map(rows::period).toList(),
        finite(m.size().oddsRatio()),
        m.kind(),
        m.cell() < 0 ? null : rows.cell(m.cell()),
        m.pValue());
  }

  private static Assessor assessor(AssessorDrift a, DriftRows rows) {
    boolean drifting = a.conclusion() == Conclusion.DRIFTING;
    AssessorDrift.Change change = drifting ? a.changes().get(0) : null;
    AssessorDrift.Size size = drifting ? change.size() : a.recent();
    return new Assessor(
        rows.assessor(a.assessor()),
        a.conclusion(),
        drifting ? Direction.of(change.more()) : null,
        a.probability(),
        finite(size.oddsRatio()),
        size.lower(),
        finite(size.upper()),
        drifting ? rows.period(change.since()) : null,
        drifting ? change.periods().stream().map(rows::period).toList() : List.of(),
        a.changes().size() > 1 ? rows.period(a.changes().get(1).since()) : null,
        a.cells().stream()
            .map(c -> new Cell(rows.cell(c.cell()), Direction.of(c.more()), c.probability()))
            .toList(),
        a.conclusion() == Conclusion.NOT_ENOUGH_CHECKS ? a.furtherChecks() : null);
  }

  private static Double finite(double x) {
    return Double.isInfinite(x) ? null : x;
  }
}
