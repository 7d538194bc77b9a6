package org.assay.io.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assay.data.Gradings.Attribute;
import org.assay.data.Periods;
import org.assay.data.Periods.PeriodKind;
import org.assay.estimate.CheckCell;
import org.assay.estimate.DesignRate;
import org.assay.estimate.DesignRates;
import org.assay.estimate.DesignScope;
import org.assay.estimate.LevelConclusion;
import org.assay.estimate.SamplingFrame.ScopeFrame;
import org.assay.estimate.StoppedRate;
import org.assay.io.ingest.ScopeLoss;
import org.assay.io.plan.LevelState;
import org.assay.io.plan.PlanRuling;
import org.assay.io.plan.StoppedScopes;
import org.assay.io.report.EarlierReport.Said;
import org.assay.plan.LevelJudge;
import org.assay.plan.LimitPValues;
import org.assay.plan.QaLevel;
import org.assay.result.Conclusion;
import org.assay.result.Conclusion.State;
import org.assay.result.Interval;

/** Are we at our QA levels? Each level for each scope member and each period with gradings. */
final class LevelSection {
  private final Facts facts;
  private final EarlierReport earlier;
  private final List<LevelPart.Level> rows = new ArrayList<>();
  private final List<LevelPart.LevelTable> tables = new ArrayList<>();

  LevelSection(Facts facts, EarlierReport earlier) {
    this.facts = facts;
    this.earlier =
        earlier.sample().filter(facts::hasChecked).isPresent() ? earlier : EarlierReport.NONE;
    Map<Split, List<Place>> places = new HashMap<>(); // several levels ask for the same ones
    for (QaLevel level : facts.policy().levels()) {
      Split split = new Split(level.scope(), level.period());
      judge(level, places.computeIfAbsent(split, this::places));
    }
  }

  /** Somebody, or something, in a period with gradings. */
  record Place(
      String member,
      String id,
      String period,
      DesignScope checks,
      long gradings,
      Function<QaLevel, Optional<StoppedRate>> stopped) {}

  private record Split(QaLevel.Scope scope, PeriodKind period) {}

  /** One row for each level, member and period. */
  List<LevelPart.Level> levels() {
    return rows;
  }

  /** One for each level: how many states there are, and how many may be wrong. */
  List<LevelPart.LevelTable> tables() {
    return tables;
  }

  private List<Place> places(Split split) {
    boolean byUnit = split.scope() == QaLevel.Scope.UNIT;
    Calendar calendar = facts.calendar(split.period());
    GradingCounts counts = byUnit ? calendar.units() : calendar.assessors();
    List<String> names =
        byUnit
            ? facts.ids(Attribute.UNIT)
            : IntStream.range(0, facts.assessors().size()).mapToObj(facts::assessor).toList();
    Map<Integer, List<CheckCell>> members =
        DesignRates.groups(calendar.cells(), byUnit ? CheckCell::unit : CheckCell::assessor);
    Periods periods = calendar.periods();
    StoppedScopes stopped = stopped(byUnit, periods, names.size());
    return Facts.sorted(names).parallelStream()
        .flatMap(
            member ->
                places(
                    names.get(member),
                    byUnit ? facts.id(Attribute.UNIT, member) : names.get(member),
                    byUnit ? ScopeLoss.Kind.UNIT : ScopeLoss.Kind.ASSESSOR,
                    periods,
                    members.getOrDefault(member, List.of()),
                    counts,
                    member,
                    stopped))
        .toList();
  }

  private StoppedScopes stopped(boolean byUnit, Periods periods, int members) {
    IntUnaryOperator member =
        byUnit
            ? facts
                .gradings()
                .attribute(Attribute.UNIT)
                .<IntUnaryOperator>map(column -> column.codes()::get)
                .orElse(row -> 0)
            : facts.gradings().assessor().codes()::get;
    long[] at = facts.gradings().gradedAt().orElse(null);
    return facts.stopped(
        row -> (at == null ? 0 : periods.code(at[row])) * members + member.applyAsInt(row));
  }

  private Stream<Place> places(
      String name,
      String id,
      ScopeLoss.Kind kind,
      Periods calendar,
      List<CheckCell> own,
      GradingCounts counts,
      int member,
      StoppedScopes stopped) {
    int members = counts.codes();
    Map<Integer, List<CheckCell>> periods = DesignRates.groups(own, CheckCell::period);
    return IntStream.range(0, calendar.size())
        .filter(period -> counts.gradings(period, member) > 0)
        .mapToObj(
            period -> {
              ScopeFrame frame =
                  facts.withLost(counts.frame(period, member), kind, id, calendar, period);
              return new Place(
                  name,
                  id,
                  calendar.label(period),
                  DesignScope.of(periods.getOrDefault(period, List.of()), facts.weights(), frame),
                  counts.gradings(period, member),
                  level ->
                      stopped.of(period * members + member, frame, level.counts(), facts.basis()));
            });
  }

  private void judge(QaLevel level, List<Place> places) {
    List<DesignRate> rates =
        places.parallelStream()
            .map(place -> LevelConclusion.judged(level, place.checks().rate(level.counts())))
            .toList();
    List<Optional<LevelState>> plans =
        places.stream()
            .map(place -> facts.planned().state(level, place.id(), place.period()))
            .toList();
    List<Optional<StoppedRate>> stopped =
        IntStream.range(0, places.size())
            .parallel()
            .mapToObj(i -> stopped(level, places.get(i), plans.get(i)))
            .toList();
    List<LimitPValues> found =
        facts
            .policy()
            .familyWise()
            .adjust(
                IntStream.range(0, places.size())
                    .mapToObj(i -> found(level, rates.get(i), plans.get(i), stopped.get(i)))
                    .toList());
    IntStream.range(0, places.size())
        .parallel()
        .mapToObj(
            i ->
                stopped.get(i).isPresent()
                    ? stopped(level, places.get(i), found.get(i), stopped.get(i).get())
                    : row(level, places.get(i), rates.get(i), found.get(i), plans.get(i)))
        .forEachOrdered(rows::add);
    if (!places.isEmpty()) {
      tables.add(LevelSentence.table(level, places.size(), facts.policy().rules().familyWise()));
    }
  }

  // What checks for plans of other levels say; a level under a plan is judged by that alone.
  private static Optional<StoppedRate> stopped(
      QaLevel level, Place place, Optional<LevelState> plan) {
    return plan.isPresent() ? Optional.empty() : place.stopped().apply(level);
  }

  private static LimitPValues found(
      QaLevel level, DesignRate rate, Optional<LevelState> plan, Optional<StoppedRate> stopped) {
    return plan.map(LevelState::limitPValues)
        .or(() -> stopped.map(e -> e.pValues(level.unacceptable())))
        .orElseGet(() -> rate.pValues(level.unacceptable()));
  }

  private LevelPart.Level row(
      QaLevel level, Place place, DesignRate rate, LimitPValues found, Optional<LevelState> plan) {
    if (plan.isPresent()) {
      DesignRate ofLot = place.checks().rate(level.counts());
      Interval limits = PlanRow.limits(plan.get(), ofLot, facts.confidence());
      PlanRuling ruling = PlanRuling.of(level, plan.get(), found, isLost(level, place));
      return new PlanRow(level, ruling)
          .row(place, RateSection.stoppedRow(ofLot, facts.basis(), limits));
    }
    Conclusion conclusion = LevelConclusion.of(level, rate, found);
    DesignRate known = rate.withoutUnresolved();
    boolean isShownAlone = LevelConclusion.of(level, rate).state() != State.NOT_DEMONSTRATED;
    boolean provisional =
        conclusion.state() == State.NOT_DEMONSTRATED
            && !isShownAlone
            && LevelConclusion.of(level, known).state() != State.NOT_DEMONSTRATED;
    Ruling ruling = rule(level, place, rate, conclusion.state(), isShownAlone);
    LevelSentence sentence =
        new LevelSentence(level, facts.basis(), conclusion, rate, place.checks().fit());
    LevelJudge judge = LevelConclusion.judge(level);
    return new LevelPart.Level(
        level.name(),
        level.scope(),
        place.member(),
        place.period(),
        ruling.state(),
        conclusion.limit(),
        conclusion.passBound(),
        judge.passConfidence(),
        conclusion.failBound(),
        judge.failConfidence(),
        level.judging().about(),
        ruling.look(),
        level.judging().looks(),
        LevelConclusion.leastChecks(level),
        RateSection.row(rate, facts.basis(), facts.confidence()),
        place.gradings(),
        rate.unresolved(),
        provisional,
        conclusion.furtherChecks().isPresent() ? conclusion.furtherChecks().getAsLong() : null,
        conclusion.chance(),
        sentence.text(ruling, provisional),
        null);
  }

  // Of checks that were made for plans of other levels, until those decided.
  private LevelPart.Level stopped(
      QaLevel level, Place place, LimitPValues found, StoppedRate evidence) {
    DesignRate rate = place.checks().rate(level.counts());
    LevelJudge judge = LevelConclusion.judge(level);
    Conclusion conclusion = LevelConclusion.of(level, rate, evidence, found);
    State alone =
        LevelConclusion.of(level, rate, evidence, evidence.pValues(level.unacceptable())).state();
    Ruling ruling = ruling(level, place, 1, conclusion.state(), alone != State.NOT_DEMONSTRATED);
    LevelSentence sentence =
        new LevelSentence(level, facts.basis(), conclusion, rate, place.checks().fit());
    return new LevelPart.Level(
        level.name(),
        level.scope(),
        place.member(),
        place.period(),
        ruling.state(),
        conclusion.limit(),
        conclusion.passBound(),
        judge.passConfidence(),
        conclusion.failBound(),
        judge.failConfidence(),
        QaLevel.About.LOT,
        1,
        level.judging().looks(),
        LevelConclusion.leastChecks(level),
        RateSection.stoppedRow(rate, facts.basis(), evidence.interval(facts.confidence(), rate)),
        place.gradings(),
        rate.unresolved(),
        false,
        null,
        conclusion.chance(),
        sentence.ofStopped(ruling),
        null);
  }

  /** What is said in the end, and why it is not what the checks alone would say. */
  record Ruling(State state, int look, Reason reason) {
    enum Reason {
      CHECKS,
      LOST,
      LOOKS_SPENT,
      /** By itself the state is shown; not among all states of the level. */
      TOGETHER
    }
  }

  private Ruling rule(
      QaLevel level, Place place, DesignRate rate, State own, boolean isShownAlone) {
    Optional<Said> said =
        earlier.said(new EarlierReport.Key(level.name(), place.member(), place.period()));
    String evidence =
        EarlierReport.evidence(
            level.unacceptable(), rate.checked(), rate.errors(), rate.unresolved());
    int look = said.map(s -> s.evidence().equals(evidence) ? s.look() : s.look() + 1).orElse(1);
    if (look > level.judging().looks()) {
      return new Ruling(State.valueOf(said.orElseThrow().state()), look, Ruling.Reason.LOOKS_SPENT);
    }
    return ruling(level, place, look, own, isShownAlone);
  }

  private Ruling ruling(QaLevel level, Place place, int look, State own, boolean isShownAlone) {
    if (own == State.PASS && isLost(level, place)) {
      return new Ruling(State.NOT_DEMONSTRATED, look, Ruling.Reason.LOST);
    }
    boolean isTogether = own == State.NOT_DEMONSTRATED && isShownAlone;
    return new Ruling(own, look, isTogether ? Ruling.Reason.TOGETHER : Ruling.Reason.CHECKS);
  }

  private boolean isLost(QaLevel level, Place place) {
    ScopeLoss.Kind kind =
        level.scope() == QaLevel.Scope.UNIT ? ScopeLoss.Kind.UNIT : ScopeLoss.Kind.ASSESSOR;
    return facts.intake().losses().above(facts.policy().unusableAtMost(), kind, place.id());
  }
}
