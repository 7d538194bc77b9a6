package org.assay.io.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
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
      String member, String period, DesignScope checks, long gradings, long pending, long read) {}

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
                    labels,
                    members.getOrDefault(member, List.of()),
                    period ->
                        byUnit
                            ? calendar.gradingsOfUnit(period, member)
                            : calendar.gradingsOfAssessor(period, member)))
        .toList();
  }

  private Stream<Place> places(
      String member, List<String> labels, List<CheckCell> own, IntToLongFunction gradings) {
    Map<Integer, List<CheckCell>> periods = DesignRates.groups(own, CheckCell::period);
    return IntStream.range(0, labels.size())
        .filter(period -> gradings.applyAsLong(period) > 0)
        .mapToObj(
            period -> {
              List<CheckCell> cells = periods.getOrDefault(period, List.of());
              return new Place(
                  member,
                  labels.get(period),
                  DesignScope.of(cells, facts.basis()),
                  gradings.applyAsLong(period),
                  cells.stream().filter(CheckCell::isPending).mapToLong(CheckCell::count).sum(),
                  cells.stream().filter(c -> !c.isPending()).mapToLong(CheckCell::count).sum());
            });
  }

  private ReportModel.Level row(QaLevel level, Place place) {
    DesignRate rate = place.checks().rate(level.counts());
    Conclusion conclusion = LevelConclusion.of(level, rate);
    return new ReportModel.Level(
        level.name(),
        level.scope().name(),
        place.member(),
        place.period(),
        conclusion.state().name(),
        conclusion.limit(),
        conclusion.passBound(),
        1 - level.consumerRisk(),
        conclusion.failBound(),
        1 - level.producerRisk(),
        RateSection.row(rate, facts.basis()),
        place.gradings(),
        place.pending(),
        CheckSection.share(place.pending(), place.read()) >= CheckSection.PROVISIONAL_FROM,
        conclusion.furtherChecks().isPresent() ? conclusion.furtherChecks().getAsLong() : null,
        conclusion.chance(),
        sentence(conclusion, rate));
  }

  private String sentence(Conclusion c, DesignRate rate) {
    String checks = Words.checks(facts.basis().name(), rate.checked());
    String found =
        checks
            + " found "
            + (rate.errors() == 0 ? "no error" : Words.count(rate.errors(), "error", "errors"));
    String allowed = "the level allows at most " + Words.given(c.limit());
    if (c.state() == State.PASS) {
      return found
          + "; the rate is at most "
          + Words.percentUp(c.passBound())
          + ", and "
          + allowed
          + ".";
    }
    if (c.state() == State.FAIL) {
      return found
          + "; the rate is at least "
          + Words.percentDown(c.failBound())
          + ", and "
          + allowed
          + ".";
    }
    String open =
        rate.checked() == 0
            ? "Nothing was checked; " + allowed
            : found
                + "; the rate may be as high as "
                + Words.percentUp(c.passBound())
                + ", and "
                + allowed;
    return open + ". " + further(c);
  }

  private static String further(Conclusion c) {
    if (c.furtherChecks().isEmpty()) {
      return "The rate seen is so close to the limit that no number of checks is likely to settle it.";
    }
    return "About "
        + Words.count(c.furtherChecks().getAsLong(), "further check", "further checks")
        + " would settle it with a chance of "
        + Words.given(c.chance())
        + ", if the rate seen is the true one.";
  }
}
