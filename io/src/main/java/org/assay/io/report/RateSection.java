package org.assay.io.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.assay.data.Gradings.Attribute;
import org.assay.data.Periods.PeriodKind;
import org.assay.data.Selections.Blindness;
import org.assay.estimate.CheckCell;
import org.assay.estimate.DesignRate;
import org.assay.estimate.DetectionRatio;
import org.assay.estimate.StoppedRate;
import org.assay.io.ingest.ScopeLoss;
import org.assay.io.plan.StoppedScopes;
import org.assay.plan.Evaluation;
import org.assay.result.Interval;
import org.assay.result.Undefined;

/** Error rates of the whole time, the honest ones and those that must not be published. */
final class RateSection {
  private final Facts facts;
  private final Map<Blindness, DesignRate> rates = new EnumMap<>(Blindness.class); // of everybody

  RateSection(Facts facts) {
    this.facts = facts;
  }

  RatePart.Rates rates() {
    boolean other = facts.basis() != Blindness.NON_BLIND && rate(Blindness.NON_BLIND).checked() > 0;
    List<String> units = facts.ids(Attribute.UNIT);
    List<String> streams = facts.ids(Attribute.STREAM);
    Calendar all = facts.calendar(PeriodKind.ALL);
    Scopes byUnit =
        new Scopes(
            facts.cells(),
            CheckCell::unit,
            facts.weights(),
            unit ->
                facts.withLost(
                    all.units().frame(0, unit),
                    ScopeLoss.Kind.UNIT,
                    facts.id(Attribute.UNIT, unit),
                    all.periods(),
                    0));
    return new RatePart.Rates(
        everybody(facts.basis()),
        other ? everybody(Blindness.NON_BLIND) : null,
        members(byUnit, stopped(Attribute.UNIT), Facts.sorted(units), units::get, false),
        members(
            facts.byAssessor(),
            facts.stopped(facts.gradings().assessor().codes()::get),
            facts.assessors(),
            facts::assessor,
            true),
        members(
            facts.byStream(),
            stopped(Attribute.STREAM),
            Facts.sorted(streams),
            streams::get,
            false));
  }

  private StoppedScopes stopped(Attribute attribute) {
    return facts.stopped(
        facts
            .gradings()
            .attribute(attribute)
            .<IntUnaryOperator>map(column -> column.codes()::get)
            .orElse(row -> 0));
  }

  private RatePart.Rate everybody(Blindness basis) {
    return row(
        rate(basis),
        basis,
        facts.confidence(),
        facts
            .stopped(row -> 0)
            .of(
                0,
                facts.withLost(facts.calendar(PeriodKind.ALL).assessors().frame(0)),
                facts.anyError(),
                basis));
  }

  private DesignRate rate(Blindness basis) {
    return rates.computeIfAbsent(
        basis,
        b -> (b == facts.basis() ? facts.everybody() : facts.everybody(b)).rate(facts.anyError()));
  }

  private List<RatePart.Member> members(
      Scopes scopes,
      StoppedScopes stopped,
      List<Integer> codes,
      IntFunction<String> name,
      boolean ofProcess) {
    return codes.parallelStream()
        .map(
            code -> {
              DesignRate rate = scopes.of(code).rate(facts.anyError());
              return new RatePart.Member(
                  name.apply(code),
                  row(
                      ofProcess ? rate.ofProcess() : rate,
                      facts.basis(),
                      facts.confidence(),
                      stopped.of(code, scopes.frame(code), facts.anyError(), facts.basis())));
            })
        .toList();
  }

  private static RatePart.Rate row(
      DesignRate rate, Blindness basis, double confidence, Optional<StoppedRate> stopped) {
    return stopped
        .map(evidence -> stoppedRow(rate, basis, evidence.interval(confidence, rate)))
        .orElseGet(() -> row(rate, basis, confidence));
  }

  /** Whether the limits of a rate allow for a plan that stopped by what it found. */
  static boolean isStopped(RatePart.Rate rate) {
    return rate.method().startsWith(StoppedRate.METHOD)
        || rate.method().equals(Evaluation.STAGEWISE);
  }

  /** A rate as the report holds it, with its interval. */
  static RatePart.Rate row(DesignRate rate, Blindness basis, double confidence) {
    return row(rate, basis, rate.interval(confidence), false);
  }

  /** The same with limits that allow for a plan that stopped by what it found. */
  static RatePart.Rate stoppedRow(DesignRate rate, Blindness basis, Interval interval) {
    return row(rate, basis, interval, true);
  }

  private static RatePart.Rate row(
      DesignRate rate, Blindness basis, Interval interval, boolean isStopped) {
    return new RatePart.Rate(
        rate.checked(),
        rate.errors(),
        rate.rate().defined() ? rate.rate().value() : null,
        isStopped || !rate.standardError().defined() ? null : rate.standardError().value(),
        interval.lower(),
        interval.upper(),
        interval.confidenceLevel(),
        interval.method(),
        basis,
        rate.population(),
        rate.covered(),
        rate.unresolved(),
        rate.rate().reason().map(Undefined::name).orElse(null),
        sentence(rate, interval, basis, isStopped));
  }

  private static String sentence(
      DesignRate rate, Interval interval, Blindness basis, boolean isStopped) {
    if (!rate.rate().defined()) {
      return "no check can say how many gradings are wrong";
    }
    String value = Words.percent(rate.rate().value());
    String limits =
        "between "
            + Words.percentDown(interval.lower())
            + " and "
            + Words.percentUp(interval.upper())
            + " with "
            + Words.confidence(interval.confidenceLevel())
            + " confidence";
    String checks = ", " + Words.checks(basis, rate.checked());
    // A plan that stops at errors finds more of them among its checks than there are in the lot.
    return isStopped
        ? value + " of the checks, weighted; " + limits + ", whenever the plan stopped" + checks
        : value + " (" + limits + ")" + checks;
  }

  /** Figures that are easily computed from the same checks, and what is wrong with each. */
  List<RatePart.Naive> naive() {
    VerdictCounts.Count all = facts.counts().count(k -> true);
    VerdictCounts.Count random = facts.counts().count(VerdictCounts.Kind::isRandom);
    VerdictCounts.Count basis = facts.counts().count(facts::isOfBasis);
    List<RatePart.Naive> rows = new ArrayList<>();
    rows.add(
        naive(
            "All checks together",
            all,
            "Targeted, referred and appealed checks were chosen because an error was likely; the"
                + " figure describes the choice, not the work."));
    rows.add(
        naive(
            "All random checks, not weighted",
            random,
            "Checks from small strata count as much as checks from large ones, and checks in sight"
                + " of the grade are mixed in."));
    if (basis.checked() < random.checked()) {
      rows.add(
          naive(
              "Random checks of the report's basis, not weighted",
              basis,
              "Checks from small strata count as much as checks from large ones."));
    }
    DesignRate nonBlind = rate(Blindness.NON_BLIND);
    if (facts.basis() != Blindness.NON_BLIND && nonBlind.checked() > 0) {
      rows.add(
          new RatePart.Naive(
              "Non-blind random checks, weighted",
              nonBlind.errors(),
              nonBlind.checked(),
              nonBlind.rate().value(),
              "A reader who sees the grade tends to accept it, so errors stay unseen."));
    }
    return rows;
  }

  private static RatePart.Naive naive(String name, VerdictCounts.Count c, String whyNot) {
    return new RatePart.Naive(
        name,
        c.errors(),
        c.checked(),
        c.checked() == 0 ? null : (double) c.errors() / c.checked(),
        whyNot);
  }

  /** What checks in sight of the grade report, relative to blind ones of the same strata. */
  RatePart.BlindRatio blindRatio() {
    DetectionRatio r = DetectionRatio.of(facts.cells());
    if (!r.ratio().defined()) {
      return new RatePart.BlindRatio(
          null,
          null,
          null,
          facts.confidence(),
          DetectionRatio.METHOD,
          r.ratio().reason().map(Undefined::name).orElse(null),
          "Blind and non-blind checks cannot be compared: no stratum has both, or one of the two"
              + " found no error.");
    }
    Interval limits = r.interval(facts.confidence());
    String found =
        "Within the same strata, non-blind checks find "
            + Words.percent(r.ratio().value())
            + " of the errors that blind checks find (between "
            + Words.percentDown(limits.lower())
            + " and "
            + Words.percentUp(limits.upper())
            + "). ";
    String advice =
        limits.upper() < 1
            ? "That is consistent with the grade in sight hiding errors: raise the share of blind"
                + " checks."
            : limits.lower() > 1
                ? "Non-blind checks find more; look at how the two kinds were chosen."
                : "The difference is within what chance explains.";
    return new RatePart.BlindRatio(
        r.ratio().value(),
        limits.lower(),
        limits.upper(),
        facts.confidence(),
        DetectionRatio.METHOD,
        null,
        found + advice);
  }
}
