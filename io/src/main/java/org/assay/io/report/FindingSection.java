package org.assay.io.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.io.report.FindingPart.Finding;
import org.assay.io.report.FindingPart.FindingKind;
import org.assay.plan.QaLevel.Scope;
import org.assay.result.Conclusion.State;

/** Everything that needs a person to act, in the order of the report's sections. */
final class FindingSection {
  private FindingSection() {}

  static List<Finding> of(
      List<LevelPart.Level> levels,
      List<Finding> needs,
      TrendPart.Trend trend,
      RatePart.BlindRatio ratio,
      CheckPart.Checks checks,
      List<String> lost) {
    List<Finding> findings = new ArrayList<>();
    lost.stream().map(FindingSection::lost).forEach(findings::add);
    levels.stream()
        .filter(l -> l.state() == State.FAIL)
        .map(FindingSection::of)
        .forEach(findings::add);
    findings.addAll(needs);
    for (TrendPart.Series s : trend.series()) {
      if (s.isDrifting()) {
        findings.add(of(s, trend));
      }
    }
    trend.moves().forEach(m -> findings.add(of(m, trend)));
    if (ratio.upper() != null && ratio.upper() < 1) {
      findings.add(of(ratio));
    }
    if (checks.provisional()) {
      findings.add(of(checks));
    }
    return findings;
  }

  private static Finding of(LevelPart.Level l) {
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("level", l.level());
    evidence.put("period", l.period());
    evidence.put("checked", l.plan() == null ? l.rate().checked() : l.plan().checked());
    evidence.put("found", l.plan() == null ? l.rate().errors() : l.plan().errors());
    evidence.put("limit", l.limit());
    evidence.put("rateAtLeast", l.lowerBound());
    evidence.put("confidence", l.lowerConfidence());
    return new Finding(
        FindingKind.LEVEL,
        Map.of(l.scope() == Scope.UNIT ? "unit" : "assessor", l.member()),
        l.member() + ", " + l.level() + ", " + l.period() + ": " + l.sentence(),
        evidence,
        "A level that is just met FAILs with a chance of at most "
            + Words.percent(1 - l.lowerConfidence())
            + ", each level and period by itself.");
  }

  private static Finding of(TrendPart.Series s, TrendPart.Trend trend) {
    TrendPart.Drift d = s.drift();
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("direction", d.direction());
    evidence.put("probability", d.probability());
    evidence.put("oddsRatio", d.oddsRatio());
    evidence.put("lower", d.lower());
    evidence.put("upper", d.upper());
    evidence.put("confidence", d.confidence());
    evidence.put("since", d.since());
    evidence.put("changeSet", d.changeSet());
    evidence.put("backSince", d.backSince());
    evidence.put("mixUps", d.mixUps());
    return new Finding(
        FindingKind.DRIFT,
        Map.of("assessor", s.assessor()),
        s.assessor() + ": " + s.sentence(),
        evidence,
        trend.sentences().get(1));
  }

  private static Finding of(TrendPart.Move m, TrendPart.Trend trend) {
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("direction", m.direction());
    evidence.put("mixUp", m.mixUp());
    evidence.put("oddsRatio", m.oddsRatio());
    evidence.put("since", m.since());
    evidence.put("changeSet", m.changeSet());
    return new Finding(
        FindingKind.valueOf(m.kind()),
        m.officer() == null ? Map.of("team", Facts.WITHOUT_NAME) : Map.of("officer", m.officer()),
        m.sentence(),
        evidence,
        trend.sentences().get(1));
  }

  private static Finding of(RatePart.BlindRatio r) {
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("ratio", r.ratio());
    evidence.put("lower", r.lower());
    evidence.put("upper", r.upper());
    evidence.put("confidence", r.confidence());
    return new Finding(
        FindingKind.INDEPENDENCE,
        Map.of("team", Facts.WITHOUT_NAME),
        r.sentence(),
        evidence,
        "Where seeing the grade makes no difference, this is said with a chance of at most "
            + Words.percent((1 - r.confidence()) / 2)
            + ", if checks err independently.");
  }

  private static Finding of(CheckPart.Checks c) {
    return new Finding(
        FindingKind.DATA,
        Map.of("team", Facts.WITHOUT_NAME),
        "Provisional: "
            + Words.count(c.pending(), "random selection has", "random selections have")
            + " no usable verdict ("
            + Words.percent(c.pendingShare())
            + ").",
        Map.of("pending", c.pending(), "pendingShare", c.pendingShare()),
        "Counted, not estimated.");
  }

  private static Finding lost(String sentence) {
    return new Finding(
        FindingKind.DATA,
        Map.of("team", Facts.WITHOUT_NAME),
        sentence,
        Map.of(),
        "Counted, not estimated. No level passes where more is lost than the policy allows.");
  }
}
