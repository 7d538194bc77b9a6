package org.assay.io.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assay.data.Dictionary;
import org.assay.estimate.DoubleChecks;
import org.assay.estimate.OddsComparison;
import org.assay.estimate.OfficerComparisons;
import org.assay.estimate.OfficerComparisons.Row;
import org.assay.estimate.OrderEffects;
import org.assay.interval.ProportionInterval;
import org.assay.interval.ReferenceBand;
import org.assay.io.report.FindingPart.Finding;
import org.assay.io.report.FindingPart.FindingKind;
import org.assay.plan.LevelJudge;
import org.assay.result.Interval;
import org.assay.result.Outcome;

/** How well the reference agrees with itself: QA officers are measured by the rules for others. */
final class ReferenceSection {
  /** Chance that an officer is named where all find alike, over all looks. */
  static final double FALSE_NAMES = 0.01;

  static final String UNSEEN =
      "What agreement cannot show: an error that officers and assessors share, such as a guideline"
          + " that is out of date, looks like agreement everywhere on this page. Only items whose"
          + " grade was settled elsewhere can show it.";

  private final Facts facts;
  private final OfficerComparisons comparisons;
  private final DoubleChecks pairs;

  ReferenceSection(Facts facts) {
    this.facts = facts;
    this.comparisons =
        OfficerComparisons.of(facts.verdicts(), 1 - LevelJudge.share(FALSE_NAMES, facts.looks()));
    this.pairs = DoubleChecks.of(facts.verdicts(), facts.confidence());
  }

  ReferencePart.ReferenceQuality quality(RatePart.Rate rate) {
    List<ReferencePart.Officer> officers = officers();
    ReferencePart.SecondHalf halves = secondHalf();
    List<ReferencePart.Band> bands = bands(rate);
    return new ReferencePart.ReferenceQuality(
        pairs(pairs.blind()),
        pairs(pairs.others()),
        officers,
        FALSE_NAMES,
        halves,
        new ReferencePart.Calibration(
            pairs.calibration().shownErrors(),
            pairs.calibration().found(),
            pairs.calibration().shownRight(),
            pairs.calibration().confirmed(),
            pairs.calibration().unsettled()),
        bands,
        sentences(halves, bands));
  }

  private ReferencePart.Pairs pairs(DoubleChecks.Pairs p) {
    return new ReferencePart.Pairs(
        p.gradings(),
        p.agreed(),
        p.interval().lower(),
        p.interval().upper(),
        p.interval().confidenceLevel(),
        number(p.kappa().value()),
        number(p.ac1().value()));
  }

  private static Double number(Outcome outcome) {
    return outcome.defined() ? outcome.value() : null;
  }

  private List<ReferencePart.Officer> officers() {
    Map<Integer, Row> compared = new HashMap<>();
    comparisons.officers().forEach(row -> compared.put(row.officer(), row));
    Map<Integer, OfficerComparisons.Few> few = new HashMap<>();
    comparisons.few().forEach(row -> few.put(row.officer(), row));
    Map<Integer, DoubleChecks.Row> inPairs = new HashMap<>();
    pairs.officers().forEach(row -> inPairs.put(row.officer(), row));
    Dictionary ids = facts.verdicts().reviewer().ids();
    List<ReferencePart.Officer> rows = new ArrayList<>();
    for (int officer : Facts.sorted(ids)) {
      DoubleChecks.Row own =
          inPairs.getOrDefault(
              officer, new DoubleChecks.Row(officer, 0, 0, new Interval(0, 1, 0.95, ""), 0, 0));
      if (compared.containsKey(officer)) {
        rows.add(row(ids.id(officer), compared.get(officer), own));
      } else if (few.containsKey(officer)) {
        rows.add(row(ids.id(officer), few.get(officer), own));
      }
    }
    return rows;
  }

  private ReferencePart.Officer row(String id, Row row, DoubleChecks.Row own) {
    OddsComparison c = row.all();
    return new ReferencePart.Officer(
        id,
        c.checked(),
        c.found(),
        c.expected(),
        c.lowerOdds(),
        number(c.upperOdds()),
        comparisons.confidence(),
        row.finding(),
        own.pairs(),
        own.agreed(),
        own.settled(),
        own.overturned(),
        number(row.inSight().ratio()),
        sentence(row));
  }

  private ReferencePart.Officer row(String id, OfficerComparisons.Few few, DoubleChecks.Row own) {
    return new ReferencePart.Officer(
        id,
        few.comparable(),
        0,
        null,
        null,
        null,
        comparisons.confidence(),
        null,
        own.pairs(),
        own.agreed(),
        own.settled(),
        own.overturned(),
        null,
        "Not compared: "
            + Words.count(few.comparable(), "random check", "random checks")
            + " beside those of others, and "
            + OfficerComparisons.LEAST_CHECKS
            + " are needed.");
  }

  private static String sentence(Row row) {
    String counts =
        Words.count(row.all().found())
            + " in "
            + Words.count(row.all().checked(), "random check", "random checks")
            + "; others would have found "
            + NeedsSection.one(row.all().expected())
            + " in the same work.";
    return switch (row.finding()) {
      case NOT_DISTINGUISHABLE -> "Not distinguishable from the other officers: " + counts;
      case FINDS_FEWER ->
          "Finds fewer errors than the other officers: "
              + counts
              + " Double checks that a third person settles tell who is right.";
      case FINDS_MORE ->
          "Finds more errors than the other officers: "
              + counts
              + " Double checks that a third person settles tell who is right.";
    };
  }

  private ReferencePart.SecondHalf secondHalf() {
    OrderEffects effects =
        OrderEffects.of(facts.verdicts(), facts.policy().zone(), facts.confidence());
    if (effects.days() == 0) {
      return null;
    }
    return new ReferencePart.SecondHalf(
        effects.days(),
        effects.all().checked(),
        effects.all().found(),
        effects.all().expected(),
        effects.all().lowerOdds(),
        number(effects.all().upperOdds()),
        effects.confidence());
  }

  private List<ReferencePart.Band> bands(RatePart.Rate rate) {
    List<ReferencePart.Band> bands = new ArrayList<>();
    if (rate.rate() == null) {
      return bands;
    }
    var found = new Interval(rate.lower(), rate.upper(), rate.confidence(), rate.method());
    DoubleChecks.Calibration c = pairs.calibration();
    if (c.reGrader().isPresent()) {
      Interval se = limits(c.found(), c.shownErrors());
      Interval sp = limits(c.confirmed(), c.shownRight());
      if (se.lower() + sp.lower() > 1) {
        bands.add(
            band(
                ReferencePart.Band.Source.DOUBLE_CHECKS,
                new ReferenceBand(se.lower(), se.upper(), sp.lower(), sp.upper()),
                found));
      }
    }
    for (double least : new double[] {0.9, 0.8}) {
      bands.add(
          band(ReferencePart.Band.Source.ASSUMED, new ReferenceBand(least, 1, 0.995, 1), found));
    }
    return bands;
  }

  private Interval limits(long of, long all) {
    return ProportionInterval.CLOPPER_PEARSON.of(of, all, facts.confidence());
  }

  private static ReferencePart.Band band(
      ReferencePart.Band.Source source, ReferenceBand shares, Interval found) {
    Interval limits = shares.of(found);
    return new ReferencePart.Band(
        source,
        shares.leastSensitivity(),
        shares.mostSensitivity(),
        shares.leastSpecificity(),
        shares.mostSpecificity(),
        limits.lower(),
        limits.upper());
  }

  private List<String> sentences(ReferencePart.SecondHalf halves, List<ReferencePart.Band> bands) {
    List<String> sentences = new ArrayList<>();
    DoubleChecks.Pairs blind = pairs.blind();
    sentences.add(
        blind.gradings() == 0
            ? "No grading was checked blind by two officers, both chosen by chance: it is not known"
                + " how well the reference agrees with itself. Have some random gradings checked"
                + " blind by a second officer."
            : Words.count(blind.gradings(), "grading was", "gradings were")
                + " checked blind by two officers, who agree on "
                + Words.percent((double) blind.agreed() / blind.gradings())
                + " (between "
                + Words.percentDown(blind.interval().lower())
                + " and "
                + Words.percentUp(blind.interval().upper())
                + ").");
    if (halves != null && (halves.oddsLower() > 1 || isBelowOne(halves.oddsUpper()))) {
      sentences.add(
          "In the second halves of "
              + Words.count(halves.days(), "working day", "working days")
              + " officers found "
              + Words.count(halves.found(), "error", "errors")
              + " where first halves would have found "
              + NeedsSection.one(halves.expected())
              + ".");
    }
    for (ReferencePart.Band band : bands) {
      sentences.add(
          (band.source() == ReferencePart.Band.Source.DOUBLE_CHECKS ? "By the double checks" : "If")
              + " checks find between "
              + Words.percentDown(band.leastSensitivity())
              + " and "
              + Words.percentUp(band.mostSensitivity())
              + " of the errors and confirm between "
              + Words.percentDown(band.leastSpecificity())
              + " and "
              + Words.percentUp(band.mostSpecificity())
              + " of the right gradings"
              + (band.source() == ReferencePart.Band.Source.DOUBLE_CHECKS ? ": then" : ",")
              + " the rate of errors is between "
              + Words.percentDown(band.lower())
              + " and "
              + Words.percentUp(band.upper())
              + ".");
    }
    sentences.add(UNSEEN);
    return sentences;
  }

  private static boolean isBelowOne(Double upper) {
    return upper != null && upper < 1;
  }

  /** Whoever is named, in the order of the ids. */
  List<Finding> findings() {
    Dictionary ids = facts.verdicts().reviewer().ids();
    Map<String, Row> named = new TreeMap<>();
    comparisons.officers().stream()
        .filter(row -> row.finding() != OfficerComparisons.Finding.NOT_DISTINGUISHABLE)
        .forEach(row -> named.put(ids.id(row.officer()), row));
    List<Finding> findings = new ArrayList<>();
    named.forEach((id, row) -> findings.add(finding(id, row)));
    return findings;
  }

  private Finding finding(String id, Row row) {
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("finding", row.finding().name());
    evidence.put("checked", row.all().checked());
    evidence.put("found", row.all().found());
    evidence.put("expected", row.all().expected());
    evidence.put("adjustedP", row.adjusted());
    return new Finding(
        FindingKind.OFFICER,
        Map.of("officer", id),
        id + ": " + sentence(row),
        evidence,
        "Where all officers find alike, the comparisons of "
            + (facts.looks() == 1 ? "a report" : "all reports stated")
            + " name somebody with a chance of at most "
            + Words.given(FALSE_NAMES)
            + ", if chance decided, within assessor, stream, month and grade, who checks what.");
  }
}
