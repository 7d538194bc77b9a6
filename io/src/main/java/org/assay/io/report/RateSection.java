package org.assay.io.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.assay.data.Blindness;
import org.assay.data.Gradings.Attribute;
import org.assay.data.PeriodKind;
import org.assay.estimate.CheckCell;
import org.assay.estimate.DesignRate;
import org.assay.result.Interval;
import org.assay.result.Undefined;

/** Error rates of the whole time, the honest ones and those that must not be published. */
final class RateSection {
  /** Confidence of every two-sided interval of the report. */
  static final double CONFIDENCE = 0.95;

  private final Facts facts;
  private final Map<Blindness, DesignRate> rates = new EnumMap<>(Blindness.class); // of everybody

  RateSection(Facts facts) {
    this.facts = facts;
  }

  ReportModel.Rates rates() {
    boolean other = facts.basis() != Blindness.NON_BLIND && rate(Blindness.NON_BLIND).checked() > 0;
    List<String> units = facts.ids(Attribute.UNIT);
    List<String> streams = facts.ids(Attribute.STREAM);
    GradingCounts inUnits = facts.calendar(PeriodKind.ALL).units();
    Scopes byUnit =
        new Scopes(facts.cells(), CheckCell::unit, facts.weights(), unit -> inUnits.frame(0, unit));
    return new ReportModel.Rates(
        row(rate(facts.basis()), facts.basis()),
        other ? row(rate(Blindness.NON_BLIND), Blindness.NON_BLIND) : null,
        members(byUnit, Facts.sorted(units), units::get, false),
        members(facts.byAssessor(), facts.assessors(), facts::assessor, true),
        members(facts.byStream(), Facts.sorted(streams), streams::get, false));
  }

  private DesignRate rate(Blindness basis) {
    return rates.computeIfAbsent(
        basis,
        b -> (b == facts.basis() ? facts.everybody() : facts.everybody(b)).rate(facts.anyError()));
  }

  private List<ReportModel.Member> members(
      Scopes scopes, List<Integer> codes, IntFunction<String> name, boolean ofProcess) {
    return codes.parallelStream()
        .map(
            code -> {
              DesignRate rate = scopes.of(code).rate(facts.anyError());
              return new ReportModel.Member(
                  name.apply(code), row(ofProcess ? rate.ofProcess() : rate, facts.basis()));
            })
        .toList();
  }

  /** A rate as the report holds it, with the usual interval. */
  static ReportModel.Rate row(DesignRate rate, Blindness basis) {
    return row(rate, basis, CONFIDENCE);
  }

  static ReportModel.Rate row(DesignRate rate, Blindness basis, double confidence) {
    Interval interval = rate.interval(confidence);
    return new ReportModel.Rate(
        rate.checked(),
        rate.errors(),
        rate.rate().isDefined() ? rate.rate().value() : null,
        rate.standardError().isDefined() ? rate.standardError().value() : null,
        interval.lower(),
        interval.upper(),
        confidence,
        interval.method(),
        basis.name(),
        rate.population(),
        rate.covered(),
        rate.unresolved(),
        rate.rate().reason().map(Undefined::name).orElse(null),
        sentence(rate, interval, basis));
  }

  private static String sentence(DesignRate rate, Interval interval, Blindness basis) {
    if (!rate.rate().isDefined()) {
      return "Nothing was checked that could say.";
    }
    return Words.percent(rate.rate().value())
        + " (between "
        + Words.percentDown(interval.lower())
        + " and "
        + Words.percentUp(interval.upper())
        + " with "
        + Words.given(interval.confidenceLevel())
        + " confidence), "
        + Words.checks(basis.name(), rate.checked());
  }

  /** Figures that are easily computed from the same checks, and what is wrong with each. */
  List<ReportModel.Naive> naive() {
    VerdictCounts.Count all = facts.counts().count(k -> true);
    VerdictCounts.Count random = facts.counts().count(VerdictCounts.Kind::isRandom);
    VerdictCounts.Count basis = facts.counts().count(facts::isOfBasis);
    List<ReportModel.Naive> rows = new ArrayList<>();
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
          new ReportModel.Naive(
              "Non-blind random checks, weighted",
              nonBlind.errors(),
              nonBlind.checked(),
              nonBlind.rate().value(),
              "A reader who sees the grade tends to accept it, so errors stay unseen."));
    }
    return rows;
  }

  private static ReportModel.Naive naive(String name, VerdictCounts.Count c, String whyNot) {
    return new ReportModel.Naive(
        name,
        c.errors(),
        c.checked(),
        c.checked() == 0 ? null : (double) c.errors() / c.checked(),
        whyNot);
  }

  /** What checks in sight of the grade report, relative to blind ones. */
  ReportModel.BlindRatio blindRatio() {
    DesignRate blind = rate(Blindness.BLIND);
    DesignRate seen = rate(Blindness.NON_BLIND);
    if (blind.errors() == 0
        || seen.errors() == 0
        || !blind.standardError().isDefined()
        || !seen.standardError().isDefined()) {
      Undefined reason =
          blind.checked() == 0 || seen.checked() == 0
              ? Undefined.TOO_FEW_ITEMS
              : Undefined.NO_VARIATION;
      return new ReportModel.BlindRatio(
          null,
          null,
          null,
          CONFIDENCE,
          "logRatio",
          reason.name(),
          "Blind and non-blind checks cannot be compared: one of the two is missing or found no"
              + " error.");
    }
    double ratio = seen.rate().value() / blind.rate().value();
    double error =
        Math.hypot(
            seen.standardError().value() / seen.rate().value(),
            blind.standardError().value() / blind.rate().value());
    double half =
        NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - CONFIDENCE) / 2) * error;
    double lower = ratio * Math.exp(-half);
    double upper = ratio * Math.exp(half);
    String finding =
        "Non-blind checks report "
            + Words.percent(ratio)
            + " of the rate that blind checks report (between "
            + Words.percentDown(lower)
            + " and "
            + Words.percentUp(upper)
            + "). ";
    String advice =
        upper < 1
            ? "Seeing the grade hides errors: raise the share of blind checks."
            : lower > 1
                ? "Non-blind checks find more; look at how the two kinds were chosen."
                : "The difference is within what chance explains.";
    return new ReportModel.BlindRatio(
        ratio, lower, upper, CONFIDENCE, "logRatio", null, finding + advice);
  }
}
