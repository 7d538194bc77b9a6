package org.assay.io.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assay.data.Gradings.Attribute;
import org.assay.data.Periods.PeriodKind;
import org.assay.estimate.CheckCounts;
import org.assay.io.report.FindingPart.Finding;
import org.assay.io.report.FindingPart.FindingKind;
import org.assay.needs.CellNeed;
import org.assay.needs.Evidence;
import org.assay.needs.GuidelineNeed;
import org.assay.needs.NeedOptions;
import org.assay.needs.PeerComparison;
import org.assay.needs.TrainingNeeds;
import org.assay.plan.LevelJudge;

/** Who errs more than the others, in words: the comparisons of {@link TrainingNeeds}. */
final class NeedsSection {
  /** Chance of a name where nobody differs, and share of names that are wrong, over all looks. */
  static final double FALSE_NAMES = NeedOptions.FALSE_DISCOVERY_RATE;

  private static final int SHOWN = 20;

  private final Facts facts;
  private final TrainingNeeds needs;
  private final Map<Integer, PeerComparison> byAssessor;
  private final Map<Integer, TrainingNeeds.Few> few;

  NeedsSection(Facts facts) {
    this.facts = facts;
    this.needs =
        TrainingNeeds.of(
            CheckCounts.of(facts.checks(), facts.periods(PeriodKind.WEEK)).snapshot(),
            facts.scheme().size(),
            NeedOptions.usual()
                .withFalseDiscoveryRate(LevelJudge.share(FALSE_NAMES, facts.looks()))
                .withSeverity(facts.scheme())
                .withCohorts(units(facts)));
    this.byAssessor =
        needs.comparisons().stream()
            .collect(Collectors.toMap(PeerComparison::code, Function.identity()));
    this.few =
        needs.few().stream()
            .collect(Collectors.toMap(TrainingNeeds.Few::assessor, Function.identity()));
  }

  // The unit of everybody who works in one only, where there are several.
  private static Map<Integer, Integer> units(Facts facts) {
    Map<Integer, Integer> units = new HashMap<>();
    if (facts.ids(Attribute.UNIT).size() > 1) {
      facts
          .cells()
          .forEach(c -> units.merge(c.assessor(), c.unit(), (a, b) -> a.equals(b) ? a : -1));
      units.values().removeIf(unit -> unit < 0);
    }
    return units;
  }

  /** The comparisons. */
  TrainingNeeds needs() {
    return needs;
  }

  /** Checks of an assessor beside those of others. */
  long comparable(int assessor) {
    return byAssessor.containsKey(assessor)
        ? byAssessor.get(assessor).all().checked()
        : few.containsKey(assessor) ? few.get(assessor).checked() : 0;
  }

  /** The comparison of one assessor, if there are checks enough. */
  Optional<PeerComparison> of(int assessor) {
    return Optional.ofNullable(byAssessor.get(assessor));
  }

  /** What is said of one assessor. */
  List<String> sentences(int assessor) {
    PeerComparison c = byAssessor.get(assessor);
    if (c == null) {
      long checked = few.containsKey(assessor) ? few.get(assessor).checked() : 0;
      return List.of(
          checked == 0
              ? "Not compared: nobody else was checked in the same streams."
              : "Not compared: "
                  + Words.count(checked, "check", "checks")
                  + " beside those of others, and "
                  + TrainingNeeds.LEAST_CHECKS
                  + " are needed.");
    }
    if (c.tested().evidence() == Evidence.SMALL) {
      return List.of(
          "More errors than chance explains beside the others in the same streams, but too little"
              + " to name: "
              + counts(c)
              + ".");
    }
    if (!c.named()) {
      return List.of(
          "No more errors than chance explains beside the others in the same streams: "
              + counts(c)
              + ".");
    }
    List<String> sentences = new ArrayList<>();
    c.boundaries().forEach(b -> sentences.add(sentence(b)));
    if (c.boundaries().isEmpty()) {
      sentences.add(sentence(c));
    }
    return sentences;
  }

  String sentence(CellNeed b) {
    String reference = facts.grade(b.reference());
    String grade = facts.grade(b.grade());
    String where =
        needs.isByGrade()
            ? "where " + grade + " was given, the reference grade was " + reference
            : "where the reference grade is " + reference + ", " + grade + " was given";
    return "Needs support on the "
        + reference
        + "/"
        + grade
        + " boundary: "
        + where
        + " in "
        + Words.count(b.excess().found())
        + " of "
        + Words.count(b.excess().checked(), "check", "checks")
        + "; with the others' shares in the same streams it would be "
        + one(b.excess().expected())
        + ". "
        + odds("of this mix-up", b.excess().oddsRatioAtLeast())
        + evidence(b.tested().evidence());
  }

  /** A mix-up of everybody. */
  String sentence(GuidelineNeed g) {
    return "Everybody's "
        + facts.grade(g.reference())
        + "/"
        + facts.grade(g.grade())
        + " boundary: where the reference grade is "
        + facts.grade(g.reference())
        + ", "
        + facts.grade(g.grade())
        + " is given in "
        + Words.percent(g.share().estimate())
        + " (at least "
        + Words.percentDown(g.share().atLeast())
        + "), by "
        + Words.count(g.breadth().above())
        + " of "
        + Words.count(g.breadth().people(), "person", "people")
        + " alike. That is a matter of the guideline, not of a person.";
  }

  String sentence(PeerComparison c) {
    return "More errors than the others in the same streams: "
        + counts(c)
        + ". "
        + odds("of an error", c.all().oddsRatioAtLeast())
        + " The checks do not tie this to one boundary. Look again before concluding anything."
        + evidence(c.tested().evidence());
  }

  private static String evidence(Evidence evidence) {
    return evidence == Evidence.STRONG ? " Evidence: strong." : " Evidence: moderate.";
  }

  private static String counts(PeerComparison c) {
    return Words.count(c.all().found())
        + " in "
        + Words.count(c.all().checked(), "check", "checks")
        + ", with the others' shares it would be "
        + one(c.all().expected());
  }

  private static String odds(String ofWhat, double atLeast) {
    return "The odds "
        + ofWhat
        + " are at least "
        + times(atLeast)
        + " times those of the others, all comparisons of this report allowed for.";
  }

  /** A lower limit of an odds ratio, rounded down. */
  static String times(double atLeast) {
    return BigDecimal.valueOf(atLeast).setScale(2, RoundingMode.FLOOR).toPlainString();
  }

  /** An expected number. */
  static String one(double x) {
    return BigDecimal.valueOf(x).setScale(1, RoundingMode.HALF_EVEN).toPlainString();
  }

  /**
   * Whoever is named, in the order of the ids, and one finding for all who could not be compared.
   */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    needs.guideline().forEach(g -> findings.add(finding(g)));
    for (int code : Facts.sorted(facts.ids(Attribute.UNIT))) {
      needs.cohorts().stream()
          .filter(c -> c.code() == code && c.named())
          .forEach(c -> findings.addAll(findings(c, "unit", facts.ids(Attribute.UNIT).get(code))));
    }
    for (int code : facts.assessors()) {
      PeerComparison c = byAssessor.get(code);
      if (c != null && c.named()) {
        findings.addAll(findings(c, "assessor", facts.assessor(code)));
      }
    }
    tooFew().ifPresent(findings::add);
    return findings;
  }

  private Finding finding(GuidelineNeed g) {
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("reference", facts.grade(g.reference()));
    evidence.put("grade", facts.grade(g.grade()));
    evidence.put("checked", g.checked());
    evidence.put("found", g.found());
    evidence.put("share", g.share().estimate());
    evidence.put("shareAtLeast", g.share().atLeast());
    evidence.put("confidence", g.share().confidence());
    evidence.put("people", g.breadth().people());
    evidence.put("peopleAbove", g.breadth().above());
    return new Finding(
        FindingKind.GUIDELINE,
        Map.of("team", Facts.WITHOUT_NAME),
        sentence(g),
        evidence,
        "Of the mix-ups named so, "
            + Words.given(needs.options().falseDiscoveryRate())
            + " at most are on average rarer than "
            + Words.given(needs.options().guidelineShare())
            + " of the items.");
  }

  private List<Finding> findings(PeerComparison c, String kind, String id) {
    List<Finding> findings = new ArrayList<>();
    c.boundaries().forEach(b -> findings.add(finding(c, b, kind, id)));
    if (c.boundaries().isEmpty()) {
      findings.add(finding(c, kind, id));
    }
    return findings;
  }

  private Finding finding(PeerComparison c, CellNeed b, String kind, String id) {
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("reference", facts.grade(b.reference()));
    evidence.put("grade", facts.grade(b.grade()));
    evidence.put("of", needs.isByGrade() ? "GRADE_GIVEN" : "REFERENCE_GRADE");
    evidence.put("checked", b.excess().checked());
    evidence.put("found", b.excess().found());
    evidence.put("expected", b.excess().expected());
    evidence.put("oddsRatioAtLeast", b.excess().oddsRatioAtLeast());
    evidence.put("confidence", b.excess().confidence());
    evidence.put("evidence", b.tested().evidence());
    evidence.put("severityExcess", b.severityExcess());
    evidence.put("varianceFactor", c.varianceFactor());
    return finding(kind, id, sentence(b), evidence);
  }

  private Finding finding(PeerComparison c, String kind, String id) {
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("checked", c.all().checked());
    evidence.put("found", c.all().found());
    evidence.put("expected", c.all().expected());
    evidence.put("oddsRatioAtLeast", c.all().oddsRatioAtLeast());
    evidence.put("confidence", c.all().confidence());
    evidence.put("evidence", c.tested().evidence());
    evidence.put("severityExcess", c.severityExcess());
    evidence.put("varianceFactor", c.varianceFactor());
    return finding(kind, id, sentence(c), evidence);
  }

  private Finding finding(String kind, String id, String sentence, Map<String, Object> evidence) {
    return new Finding(
        FindingKind.TRAINING_NEED, Map.of(kind, id), id + ": " + sentence, evidence, promise());
  }

  /** What is promised about names. */
  String promise() {
    String clusters =
        needs.overdispersion().isEstimated()
            ? "That errors of one person and week may go together is allowed for, as far as it is"
                + " seen."
            : "This takes checks to err independently: with one week of checks nothing else can be"
                + " seen.";
    int looks = facts.looks();
    return "Where nobody differs, the comparisons of "
        + (looks == 1 ? "a report" : "the reports of all " + Words.count(looks) + " looks together")
        + " name somebody with a chance of at most "
        + Words.given(FALSE_NAMES)
        + ". Where some differ, so large at most is the chance of any wrong name with strong"
        + " evidence, and the average share of wrong names among all. "
        + clusters;
  }

  private Optional<Finding> tooFew() {
    SortedMap<String, Object> people = new TreeMap<>();
    for (int code : facts.assessors()) {
      if (!byAssessor.containsKey(code)) {
        people.put(facts.assessor(code), few.containsKey(code) ? few.get(code).checked() : 0L);
      }
    }
    if (people.isEmpty()) {
      return Optional.empty();
    }
    String names =
        people.entrySet().stream()
            .limit(SHOWN)
            .map(e -> e.getKey() + " (" + Words.count((Long) e.getValue()) + ")")
            .collect(Collectors.joining(", "));
    String more =
        people.size() > SHOWN ? " and " + Words.count(people.size() - SHOWN) + " more" : "";
    return Optional.of(
        new Finding(
            FindingKind.TOO_FEW_CHECKS,
            Map.of("team", Facts.WITHOUT_NAME),
            "Not compared with the others, for fewer than "
                + TrainingNeeds.LEAST_CHECKS
                + " checks in streams and grades in which others were checked, too: "
                + names
                + more
                + ".",
            Map.of("checked", people, "leastChecks", TrainingNeeds.LEAST_CHECKS),
            "Nobody is compared on fewer checks."));
  }
}
