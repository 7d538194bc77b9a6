package org.assay.io.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.assay.count.ConfusionMatrix;
import org.assay.estimate.CheckCell;
import org.assay.estimate.DesignRate;
import org.assay.estimate.DesignRates;

/** Most frequent mix-ups, and where one assessor has clearly more of one than the others. */
final class ConfusionSection {
  private static final int TOP = 5;

  /** Fewer finds of a mix-up than this say nothing about a boundary. */
  private static final long FEWEST_FINDS = 3;

  private final Facts facts;
  private final Map<Integer, List<CheckCell>> byAssessor;

  ConfusionSection(Facts facts) {
    this.facts = facts;
    this.byAssessor = DesignRates.groups(facts.cells(), CheckCell::assessor);
  }

  /** What the others would have, and its standard error. */
  private record Expected(double rate, double error) {
    /** Whether a rate is above this beyond chance, both being uncertain. */
    boolean isBelow(DesignRate own, double confidence) {
      return own.interval(confidence).lower() > rate + half(confidence);
    }

    boolean isAbove(DesignRate own, double confidence) {
      return own.interval(confidence).upper() < rate - half(confidence);
    }

    private double half(double confidence) {
      return error * NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - confidence) / 2);
    }
  }

  private record Pair(int reference, int grade, long found) {}

  /** The most frequent mix-ups of everybody. */
  List<ReportModel.Confusion> confusions() {
    return confusions(facts.cells());
  }

  private List<ReportModel.Confusion> confusions(List<CheckCell> cells) {
    return pairs(cells).stream().limit(TOP).map(p -> confusion(cells, p)).toList();
  }

  // Pairs found among the checks of the basis, most frequent first, then in the scheme's order.
  private List<Pair> pairs(List<CheckCell> cells) {
    ConfusionMatrix found = ConfusionMatrix.create(facts.scheme().size());
    for (CheckCell c : cells) {
      if (!c.isPending() && c.blindness() == facts.basis()) {
        found.add(c.reference(), c.grade(), c.count());
      }
    }
    List<Pair> pairs = new ArrayList<>();
    for (int reference = 0; reference < found.grades(); reference++) {
      for (int grade = 0; grade < found.grades(); grade++) {
        if (reference != grade && found.count(reference, grade) > 0) {
          pairs.add(new Pair(reference, grade, found.count(reference, grade)));
        }
      }
    }
    pairs.sort(Comparator.comparingLong(Pair::found).reversed());
    return pairs;
  }

  private ReportModel.Confusion confusion(List<CheckCell> cells, Pair p) {
    DesignRate forward = gradeGivenReference(cells, p);
    DesignRate backward =
        DesignRates.within(
            cells, facts.basis(), c -> c.grade() == p.grade(), c -> c.reference() == p.reference());
    return new ReportModel.Confusion(
        facts.grade(p.reference()),
        facts.grade(p.grade()),
        p.found(),
        RateSection.row(forward, facts.basis()),
        RateSection.row(backward, facts.basis()));
  }

  private DesignRate gradeGivenReference(List<CheckCell> cells, Pair p) {
    return DesignRates.within(
        cells, facts.basis(), c -> c.reference() == p.reference(), c -> c.grade() == p.grade());
  }

  /** One entry an assessor, in the order of their ids. */
  List<ReportModel.Support> support() {
    List<ReportModel.Support> support = new ArrayList<>();
    int comparisons = 0;
    for (List<CheckCell> cells : byAssessor.values()) {
      comparisons += (int) pairs(cells).stream().filter(p -> p.found() >= FEWEST_FINDS).count();
    }
    for (int assessor : facts.assessors()) {
      support.add(support(assessor, Math.max(1, comparisons)));
    }
    return support;
  }

  private ReportModel.Support support(int assessor, int comparisons) {
    List<CheckCell> own = byAssessor.getOrDefault(assessor, List.of());
    DesignRate rate = DesignRates.of(own, facts.anyError(), facts.basis());
    Expected expected = expectedRate(assessor, own);
    List<ReportModel.Boundary> boundaries = boundaries(assessor, own, comparisons);
    return new ReportModel.Support(
        facts.assessor(assessor),
        RateSection.row(rate, facts.basis()),
        expected == null ? null : expected.rate(),
        confusions(own),
        boundaries,
        sentences(rate, expected, boundaries));
  }

  // What is compared is allowed for: with m comparisons each is made at 1 - 0.05 / m.
  private List<ReportModel.Boundary> boundaries(
      int assessor, List<CheckCell> own, int comparisons) {
    double confidence = 1 - (1 - RateSection.CONFIDENCE) / comparisons;
    List<ReportModel.Boundary> boundaries = new ArrayList<>();
    for (Pair p : pairs(own)) {
      if (p.found() < FEWEST_FINDS) {
        continue;
      }
      DesignRate share = gradeGivenReference(own, p);
      Expected expected = expectedShare(assessor, own, p);
      if (expected != null && expected.isBelow(share, confidence)) {
        boundaries.add(
            new ReportModel.Boundary(
                facts.grade(p.reference()),
                facts.grade(p.grade()),
                RateSection.row(share, facts.basis(), confidence),
                expected.rate()));
      }
    }
    return boundaries;
  }

  private Expected expectedRate(int assessor, List<CheckCell> own) {
    return expected(assessor, own, cells -> DesignRates.of(cells, facts.anyError(), facts.basis()));
  }

  private Expected expectedShare(int assessor, List<CheckCell> own, Pair p) {
    return expected(assessor, own, cells -> gradeGivenReference(cells, p));
  }

  /**
   * Rate of the others, each stream counted as much as this assessor has of it (indirect
   * standardisation); null when the others have no checks in one of the streams.
   */
  private Expected expected(
      int assessor,
      List<CheckCell> own,
      java.util.function.Function<List<CheckCell>, DesignRate> estimator) {
    Map<Integer, DesignRate> others = new HashMap<>();
    double population = 0;
    double errors = 0;
    double variance = 0;
    for (Map.Entry<Integer, List<CheckCell>> stream :
        DesignRates.groups(own, CheckCell::stream).entrySet()) {
      double share = estimator.apply(stream.getValue()).population();
      if (share == 0) {
        continue;
      }
      DesignRate rate =
          others.computeIfAbsent(
              stream.getKey(),
              s ->
                  estimator.apply(
                      facts.cells().stream()
                          .filter(c -> c.stream() == s && c.assessor() != assessor)
                          .toList()));
      if (!rate.standardError().isDefined()) {
        return null;
      }
      population += share;
      errors += share * rate.rate().value();
      variance += Math.pow(share * rate.standardError().value(), 2);
    }
    return population == 0
        ? null
        : new Expected(errors / population, Math.sqrt(variance) / population);
  }

  private List<String> sentences(
      DesignRate rate, Expected expected, List<ReportModel.Boundary> boundaries) {
    List<String> sentences = new ArrayList<>();
    if (!rate.rate().isDefined()) {
      return List.of("Not checked yet.");
    }
    for (ReportModel.Boundary b : boundaries) {
      sentences.add(
          String.format(
              "Needs support on the %s/%s boundary: where the reference grade is %s, %s was given in"
                  + " %s (between %s and %s); the others in the same streams: %s. Beyond what chance"
                  + " explains, all comparisons of this report allowed for.",
              b.reference(),
              b.grade(),
              b.reference(),
              b.grade(),
              Words.percent(b.share().rate()),
              Words.percentDown(b.share().lower()),
              Words.percentUp(b.share().upper()),
              Words.percent(b.expected())));
    }
    if (expected != null && boundaries.isEmpty()) {
      sentences.add(comparison(rate, expected));
    }
    return sentences;
  }

  private String comparison(DesignRate rate, Expected expected) {
    double confidence = 1 - (1 - RateSection.CONFIDENCE) / Math.max(1, byAssessor.size());
    boolean above = expected.isBelow(rate, confidence);
    boolean below = expected.isAbove(rate, confidence);
    String others =
        "the others would have " + Words.percent(expected.rate()) + " in the same streams";
    if (above) {
      return "More errors than the others in the same streams, spread over several boundaries: "
          + others
          + ". Look again before concluding anything.";
    }
    if (below) {
      return "Fewer errors than the others in the same streams: " + others + ".";
    }
    return "Not distinguishable from the team: " + others + ".";
  }
}
