package org.assay.io.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assay.data.Gradings.Attribute;
import org.assay.data.PeriodKind;
import org.assay.data.Periods;
import org.assay.estimate.CheckCell;
import org.assay.estimate.DesignRate;
import org.assay.estimate.DesignRates;
import org.assay.estimate.DesignScope;
import org.assay.estimate.LevelConclusion;
import org.assay.io.ingest.ScopeLoss;
import org.assay.io.plan.LevelState;
import org.assay.io.plan.PlanRuling;
import org.assay.io.report.EarlierReport.Said;
import org.assay.plan.LevelJudge;
import org.assay.plan.LimitPValues;
import org.assay.plan.QaLevel;
import org.assay.result.Conclusion;
import org.assay.result.Conclusion.State;

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
  record Place(String member, String id, String period, DesignScope checks, long gradings) {}

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
                    member))
        .toList();
  }

  private Stream<Place> places(
      String name,
      String id,
      ScopeLoss.Kind kind,
      Periods calendar,
      List<CheckCell> own,
      GradingCounts counts,
      int member) {
    Map<Integer, List<CheckCell>> periods = DesignRates.groups(own, CheckCell::period);
    return IntStream.range(0, calendar.size())
        .filter(period -> counts.gradings(period, member) > 0)
        .mapToObj(
            period ->
                new Place(
                    name,
                    id,
                    calendar.label(period),
                    DesignScope.of(
                        periods.getOrDefault(period, List.of()),
                        facts.weights(),
                        facts.withLost(counts.frame(period, member), kind, id, calendar, period)),
                    counts.gradings(period, member)));
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
    List<LimitPValues> found =
        facts
            .policy()
            .familyWise()
            .adjust(
                IntStream.range(0, places.size())
                    .mapToObj(i -> found(level, rates.get(i), plans.get(i)))
                    .toList());
    IntStream.range(0, places.size())
        .parallel()
        .mapToObj(i -> row(level, places.get(i), rates.get(i), found.get(i), plans.get(i)))
        .forEachOrdered(rows::add);
    if (!places.isEmpty()) {
      tables.add(LevelSentence.table(level, places.size(), facts.policy().rules().familyWise()));
    }
  }

  private static LimitPValues found(QaLevel level, DesignRate rate, Optional<LevelState> plan) {
    return plan.map(LevelState::limitPValues).orElseGet(() -> rate.pValues(level.unacceptable()));
  }

  private LevelPart.Level row(
      QaLevel level, Place place, DesignRate rate, LimitPValues found, Optional<LevelState> plan) {
    if (plan.isPresent()) {
      RatePart.Rate ofLot =
          RateSection.row(place.checks().rate(level.counts()), facts.basis(), facts.confidence());
      PlanRuling ruling = PlanRuling.of(level, plan.get(), found, isLost(level, place));
      return new PlanRow(level, ruling).row(place, ofLot);
    }
    Conclusion conclusion = LevelConclusion.of(level, rate, found);
    DesignRate known = rate.withoutUnresolved();
    boolean provisional =
        conclusion.state() == State.NOT_DEMONSTRATED
            && LevelConclusion.of(level, known).state() != State.NOT_DEMONSTRATED;
    Ruling ruling = rule(level, place, rate, conclusion.state());
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

  /** What is said in the end, and why it is not what the checks alone would say. */
  record Ruling(State state, int look, Reason reason) {
    enum Reason {
      CHECKS,
      LOST,
      LOOKS_SPENT
    }
  }

  private Ruling rule(QaLevel level, Place place, DesignRate rate, State own) {
    Optional<Said> said =
        earlier.said(new EarlierReport.Key(level.name(), place.member(), place.period()));
    String evidence =
        EarlierReport.evidence(
            level.unacceptable(), rate.checked(), rate.errors(), rate.unresolved());
    int look = said.map(s -> s.evidence().equals(evidence) ? s.look() : s.look() + 1).orElse(1);
    if (look > level.judging().looks()) {
      return new Ruling(State.valueOf(said.orElseThrow().state()), look, Ruling.Reason.LOOKS_SPENT);
    }
    return own == State.PASS && isLost(level, place)
        ? new Ruling(State.NOT_DEMONSTRATED, look, Ruling.Reason.LOST)
        : new Ruling(own, look, Ruling.Reason.CHECKS);
  }

  private boolean isLost(QaLevel level, Place place) {
    ScopeLoss.Kind kind =
        level.scope() == QaLevel.Scope.UNIT ? ScopeLoss.Kind.UNIT : ScopeLoss.Kind.ASSESSOR;
    return facts.intake().losses().above(facts.policy().unusableAtMost(), kind, place.id());
  }
}
