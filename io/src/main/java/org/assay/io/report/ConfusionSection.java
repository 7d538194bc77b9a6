package org.assay.io.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assay.count.ConfusionMatrix;
import org.assay.estimate.CheckCell;
import org.assay.estimate.DesignRate;
import org.assay.estimate.DesignScope;
import org.assay.estimate.RateParts;
import org.assay.io.report.Others.Expected;

/** Most frequent mix-ups, and where one assessor has clearly more of one than the others. */
final class ConfusionSection {
  private static final int TOP = 5;

  /** Fewer finds of a mix-up than this say nothing about a boundary. */
  private static final long FEWEST_FINDS = 3;

  private final Facts facts;
  private final Others others;

  ConfusionSection(Facts facts) {
    this.facts = facts;
    this.others = new Others(facts);
  }

  private record Pair(int reference, int grade) {
    RateParts gradeGivenReference() {
      return RateParts.gradeGivenReference(reference, grade);
    }
  }

  private record Found(Pair pair, long count) {}

  /** The most frequent mix-ups of everybody. */
  List<ReportModel.Confusion> confusions() {
    return confusions(facts.cells(), facts.everybody());
  }

  private List<ReportModel.Confusion> confusions(List<CheckCell> cells, DesignScope scope) {
    return found(cells).stream().limit(TOP).map(f -> confusion(scope, f)).toList();
  }

  // Mix-ups among the checks of the basis, most frequent first, then in the scheme's order.
  private List<Found> found(List<CheckCell> cells) {
    ConfusionMatrix counts = ConfusionMatrix.create(facts.scheme().size());
    for (CheckCell c : cells) {
      if (!c.isPending() && c.blindness() == facts.basis()) {
        counts.add(c.reference(), c.grade(), c.count());
      }
    }
    List<Found> found = new ArrayList<>();
    for (int reference = 0; reference < counts.grades(); reference++) {
      for (int grade = 0; grade < counts.grades(); grade++) {
        if (reference != grade && counts.count(reference, grade) > 0) {
          found.add(new Found(new Pair(reference, grade), counts.count(reference, grade)));
        }
      }
    }
    found.sort(Comparator.comparingLong(Found::count).reversed());
    return found;
  }

  private ReportModel.Confusion confusion(DesignScope scope, Found f) {
    Pair p = f.pair();
    DesignRate forward = scope.rate(p.gradeGivenReference());
    DesignRate backward = scope.rate(RateParts.referenceGivenGrade(p.reference(), p.grade()));
    return new ReportModel.Confusion(
        facts.grade(p.reference()),
        facts.grade(p.grade()),
        f.count(),
        RateSection.row(forward, facts.basis()),
        RateSection.row(backward, facts.basis()));
  }

  /** One entry an assessor, in the order of their ids. */
  List<ReportModel.Support> support() {
    RateParts anyError = RateParts.errors(facts.anyError());
    Map<Integer, Expected> expected = others.expected(anyError, facts.assessors());
    Map<Integer, List<ReportModel.Boundary>> boundaries = boundaries();
    return facts.assessors().parallelStream()
        .map(a -> support(a, expected.get(a), boundaries.getOrDefault(a, List.of())))
        .toList();
  }

  private ReportModel.Support support(
      int assessor, Expected team, List<ReportModel.Boundary> beyond) {
    DesignScope own = facts.byAssessor().of(assessor);
    DesignRate rate = own.rate(facts.anyError());
    return new ReportModel.Support(
        facts.assessor(assessor),
        RateSection.row(rate, facts.basis()),
        team == null ? null : team.rate(),
        confusions(facts.byAssessor().cells(assessor), own),
        beyond,
        sentences(rate, team, beyond));
  }

  // By assessor, the most frequent first. What is compared is allowed for: with m comparisons each
  // is made at 1 - 0.05 / m.
  private Map<Integer, List<ReportModel.Boundary>> boundaries() {
    Map<Integer, List<Found>> compared = new TreeMap<>();
    facts
        .byAssessor()
        .cells()
        .forEach(
            (assessor, own) ->
                compared.put(
                    assessor, found(own).stream().filter(f -> f.count() >= FEWEST_FINDS).toList()));
    Map<Pair, List<Integer>> assessors = new LinkedHashMap<>();
    compared.forEach(
        (assessor, found) ->
            found.forEach(
                f -> assessors.computeIfAbsent(f.pair(), p -> new ArrayList<>()).add(assessor)));
    int comparisons = Math.max(1, compared.values().stream().mapToInt(List::size).sum());
    double confidence = 1 - (1 - RateSection.CONFIDENCE) / comparisons;
    Map<Pair, Map<Integer, ReportModel.Boundary>> beyond =
        assessors.entrySet().parallelStream()
            .collect(
                Collectors.toConcurrentMap(
                    Map.Entry::getKey, e -> beyond(e.getKey(), e.getValue(), confidence)));
    Map<Integer, List<ReportModel.Boundary>> boundaries = new HashMap<>();
    compared.forEach(
        (assessor, found) ->
            boundaries.put(
                assessor,
                found.stream()
                    .map(f -> beyond.get(f.pair()).get(assessor))
                    .filter(Objects::nonNull)
                    .toList()));
    return boundaries;
  }

  // Who of the assessors has more of a mix-up than the others, beyond what chance explains.
  private Map<Integer, ReportModel.Boundary> beyond(
      Pair pair, List<Integer> assessors, double confidence) {
    RateParts parts = pair.gradeGivenReference();
    Map<Integer, ReportModel.Boundary> beyond = new HashMap<>();
    others
        .expected(parts, assessors)
        .forEach(
            (assessor, expected) -> {
              DesignRate share = facts.byAssessor().of(assessor).rate(parts);
              if (expected.isBelow(share, confidence)) {
                beyond.put(
                    assessor,
                    new ReportModel.Boundary(
                        facts.grade(pair.reference()),
                        facts.grade(pair.grade()),
                        RateSection.row(share, facts.basis(), confidence),
                        expected.rate()));
              }
            });
    return beyond;
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
    double confidence =
        1 - (1 - RateSection.CONFIDENCE) / Math.max(1, facts.byAssessor().cells().size());
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
