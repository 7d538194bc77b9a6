package org.assay.io.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assay.data.IdColumn;
import org.assay.data.Periods;
import org.assay.drift.AssessorDrift;
import org.assay.drift.AssessorDrift.Change;
import org.assay.drift.AssessorDrift.Conclusion;
import org.assay.drift.AssessorDrift.Size;
import org.assay.drift.DriftOptions;
import org.assay.drift.DriftTable;
import org.assay.drift.TeamDrift;
import org.assay.drift.TeamMove;
import org.assay.drift.TeamMove.MoveKind;

/** Who changed, what moved for everybody, and which officer checks otherwise than before. */
final class DriftSection {
  /** Promised where the policy says nothing. */
  static final double USUAL_RATE = 0.05;

  private static final double MOST_RATE = 0.5;
  private static final double OTHERS = 0.2; // for moves, and for officers, of that for assessors
  private static final int SIMULATIONS = 300;

  private final Facts facts;
  private final Periods weeks;
  private final double rate;

  DriftSection(Facts facts, Periods weeks) {
    this.facts = facts;
    this.weeks = weeks;
    this.rate = Math.min(MOST_RATE, facts.policy().driftBudget().orElse(USUAL_RATE));
  }

  /** The promised share of false flags. */
  double rate() {
    return rate;
  }

  DriftOptions options() {
    DriftOptions usual = DriftOptions.usual();
    return new DriftOptions(
        usual.oddsRatios(),
        usual.baselinePeriods(),
        rate / (1 + 2 * OTHERS),
        usual.margin(),
        SIMULATIONS,
        usual.seed());
  }

  /** What is said about a team. */
  record Said(Map<Integer, TrendPart.Drift> byAssessor, List<TrendPart.Move> moves) {}

  Said said() {
    DriftOptions options = options();
    TeamDrift team =
        TeamDrift.of(DriftTable.byAssessor(facts.checks(), weeks, facts.basis()), options);
    List<TrendPart.Move> moves = officers(options);
    boolean isOfficer = !moves.isEmpty();
    for (TeamMove m : team.moves()) {
      if (!(isOfficer && m.kind() == MoveKind.GUIDELINE)) { // then the officer's, not everybody's
        moves.add(move(m));
      }
    }
    return new Said(
        team.assessors().stream().collect(Collectors.toMap(AssessorDrift::assessor, this::drift)),
        moves);
  }

  private List<TrendPart.Move> officers(DriftOptions options) {
    IdColumn officers = facts.verdicts().reviewer();
    List<TrendPart.Move> moves = new ArrayList<>();
    if (officers.ids().size() < 2) {
      return moves;
    }
    TeamDrift team =
        TeamDrift.of(
            DriftTable.byOfficer(facts.checks(), weeks, facts.basis()),
            options.withFalseDiscoveryRate(OTHERS * options.falseDiscoveryRate()));
    Function<AssessorDrift, String> id = a -> officers.ids().id(a.assessor());
    team.assessors().stream()
        .filter(a -> a.conclusion() == Conclusion.DRIFTING)
        .sorted((a, b) -> id.apply(a).compareTo(id.apply(b)))
        .forEach(a -> moves.add(officer(id.apply(a), a.changes().get(0))));
    return moves;
  }

  private TrendPart.Move officer(String id, Change c) {
    return new TrendPart.Move(
        MoveKind.OFFICER.name(),
        id,
        null,
        direction(c.more()),
        finite(c.size().oddsRatio()),
        weeks.label(c.since()),
        labels(c.periods()),
        "Officer "
            + id
            + " finds "
            + (c.more() ? "more" : "fewer")
            + " errors than before, whoever graded, since "
            + DriftWords.begin(weeks, c.periods())
            + ": odds "
            + DriftWords.times(c.size())
            + ". This is the way of checking, and nobody's drift.");
  }

  private TrendPart.Move move(TeamMove m) {
    String mixUp = m.cell() < 0 ? null : mixUp(m.cell());
    return new TrendPart.Move(
        m.kind().name(),
        null,
        mixUp,
        direction(m.more()),
        finite(m.size().oddsRatio()),
        weeks.label(m.since()),
        labels(m.periods()),
        "Everybody: "
            + (m.more() ? "more" : "fewer")
            + (mixUp == null ? " errors" : " errors of the kind " + mixUp)
            + " since "
            + DriftWords.begin(weeks, m.periods())
            + ": odds "
            + DriftWords.times(m.size())
            + ". "
            + (m.kind() == MoveKind.CASE_MIX
                ? "Within streams and grades nothing moved: the mix of what is checked did."
                : "It is the same for all: a guideline, or what arrives.")
            + " Nobody's drift.");
  }

  private TrendPart.Drift drift(AssessorDrift a) {
    boolean drifting = a.conclusion() == Conclusion.DRIFTING;
    Change change = drifting ? a.changes().get(0) : null;
    Size size = drifting ? change.size() : a.recent();
    return new TrendPart.Drift(
        a.conclusion().name(),
        a.probability(),
        drifting ? direction(change.more()) : null,
        finite(size.oddsRatio()),
        size.lower(),
        finite(size.upper()),
        size.confidence(),
        drifting ? weeks.label(change.since()) : null,
        drifting ? labels(change.periods()) : List.of(),
        a.changes().size() > 1 ? weeks.label(a.changes().get(1).since()) : null,
        a.cells().stream()
            .map(
                c ->
                    new TrendPart.MixUpChange(
                        mixUp(c.cell()), direction(c.more()), c.probability()))
            .toList(),
        a.conclusion() == Conclusion.NOT_ENOUGH_CHECKS ? a.furtherChecks() : null);
  }

  private static String direction(boolean more) {
    return more ? "MORE" : "FEWER";
  }

  private List<String> labels(List<Integer> periods) {
    return periods.stream().map(weeks::label).toList();
  }

  private String mixUp(int cell) {
    int grades = facts.scheme().size();
    return facts.grade(cell / grades) + " graded " + facts.grade(cell % grades);
  }

  private static Double finite(double x) {
    return Double.isInfinite(x) ? null : x;
  }
}
