package org.assay.io.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assay.data.Gradings.Attribute;
import org.assay.data.PeriodKind;
import org.assay.estimate.CheckCell;
import org.assay.estimate.DesignRate;
import org.assay.estimate.DesignRates;
import org.assay.estimate.DesignScope;
import org.assay.estimate.LevelConclusion;
import org.assay.plan.QaLevel;
import org.assay.plan.QaLevel.About;
import org.assay.result.Conclusion;
import org.assay.result.Conclusion.State;

/** Are we at our QA levels? Each level for each scope member and each period with gradings. */
final class LevelSection {
  private final Facts facts;

  LevelSection(Facts facts) {
    this.facts = facts;
  }

  /** Somebody, or something, in a period with gradings. */
  private record Place(
      String member, String period, DesignScope checks, long gradings, long notSampled) {}

  private record Split(QaLevel.Scope scope, PeriodKind period) {}

  List<ReportModel.Level> levels() {
    Map<Split, List<Place>> places = new HashMap<>(); // several levels ask for the same ones
    List<ReportModel.Level> rows = new ArrayList<>();
    for (QaLevel level : facts.policy().levels()) {
      Split split = new Split(level.scope(), level.period());
      places.computeIfAbsent(split, this::places).parallelStream()
          .map(place -> row(level, place))
          .forEachOrdered(rows::add);
    }
    return rows;
  }

  private List<Place> places(Split split) {
    boolean byUnit = split.scope() == QaLevel.Scope.UNIT;
    Calendar calendar = facts.calendar(split.period());
    GradingCounts counts = byUnit ? calendar.units() : calendar.assessors();
    List<String> units = facts.ids(Attribute.UNIT);
    Map<Integer, List<CheckCell>> members =
        DesignRates.groups(calendar.cells(), byUnit ? CheckCell::unit : CheckCell::assessor);
    List<String> labels = calendar.periods().labels();
    List<Integer> codes = byUnit ? Facts.sorted(units) : facts.assessors();
    return codes.parallelStream()
        .flatMap(
            member ->
                places(
                    byUnit ? units.get(member) : facts.assessor(member),
                    member,
                    labels,
                    members.getOrDefault(member, List.of()),
                    counts))
        .toList();
  }

  private Stream<Place> places(
      String name, int member, List<String> labels, List<CheckCell> own, GradingCounts counts) {
    Map<Integer, List<CheckCell>> periods = DesignRates.groups(own, CheckCell::period);
    return IntStream.range(0, labels.size())
        .filter(period -> counts.gradings(period, member) > 0)
        .mapToObj(
            period ->
                new Place(
                    name,
                    labels.get(period),
                    DesignScope.of(
                        periods.getOrDefault(period, List.of()),
                        facts.weights(),
                        counts.frame(period, member)),
                    counts.gradings(period, member),
                    counts.notSampled(period, member)));
  }

  private ReportModel.Level row(QaLevel level, Place place) {
    DesignRate found = place.checks().rate(level.counts());
    DesignRate rate = level.judging().about() == About.PROCESS ? found.ofProcess() : found;
    Conclusion conclusion = LevelConclusion.of(level, rate);
    boolean provisional =
        conclusion.state() == State.NOT_DEMONSTRATED
            && LevelConclusion.of(level, rate.withoutUnresolved()).state()
                != State.NOT_DEMONSTRATED;
    LevelSentence sentence =
        new LevelSentence(level, facts.basis(), conclusion, rate, place.checks().fit());
    return new ReportModel.Level(
        level.name(),
        level.scope().name(),
        place.member(),
        place.period(),
        conclusion.state().name(),
        conclusion.limit(),
        conclusion.passBound(),
        sentence.passConfidence(),
        conclusion.failBound(),
        sentence.failConfidence(),
        level.judging().about().name(),
        level.judging().looks(),
        LevelConclusion.leastChecks(level),
        RateSection.row(rate, facts.basis()),
        place.gradings(),
        rate.unresolved(),
        provisional,
        conclusion.furtherChecks().isPresent() ? conclusion.furtherChecks().getAsLong() : null,
        conclusion.chance(),
        sentence.text(provisional));
  }
}
