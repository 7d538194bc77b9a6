package org.assay.io.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.count.ConfusionMatrix;
import org.assay.estimate.CaseMixRates;
import org.assay.estimate.CheckCell;
import org.assay.estimate.DesignRate;
import org.assay.estimate.DesignScope;
import org.assay.estimate.DesignScope.RateParts;
import org.assay.needs.CellNeed;
import org.assay.needs.PeerComparison;

/** Most frequent mix-ups, and the rates of each assessor with what the comparison found. */
final class ConfusionSection {
  private static final int TOP = 5;

  private final Facts facts;
  private final NeedsSection needs;
  private final CaseMixRates others;

  ConfusionSection(Facts facts, NeedsSection needs) {
    this.facts = facts;
    this.needs = needs;
    this.others =
        CaseMixRates.of(
            facts.byAssessor().cells(), stream -> facts.byStream().of(stream), facts.weights());
  }

  private record Pair(int reference, int grade) {
    RateParts gradeGivenReference() {
      return RateParts.gradeGivenReference(reference, grade);
    }
  }

  private record Found(Pair pair, long count) {}

  /** The most frequent mix-ups of everybody. */
  List<PeoplePart.Confusion> confusions() {
    return confusions(facts.cells(), facts.everybody());
  }

  private List<PeoplePart.Confusion> confusions(List<CheckCell> cells, DesignScope scope) {
    return found(cells).stream().limit(TOP).map(f -> confusion(scope, f)).toList();
  }

  // Mix-ups among the checks of the basis, most frequent first, then in the scheme's order.
  private List<Found> found(List<CheckCell> cells) {
    ConfusionMatrix counts = ConfusionMatrix.create(facts.scheme().size());
    for (CheckCell c : cells) {
      if (!c.pending() && c.blindness() == facts.basis()) {
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

  private PeoplePart.Confusion confusion(DesignScope scope, Found f) {
    Pair p = f.pair();
    DesignRate forward = scope.rate(p.gradeGivenReference());
    DesignRate backward = scope.rate(RateParts.referenceGivenGrade(p.reference(), p.grade()));
    return new PeoplePart.Confusion(
        facts.grade(p.reference()),
        facts.grade(p.grade()),
        f.count(),
        RateSection.row(forward, facts.basis(), facts.confidence()),
        RateSection.row(backward, facts.basis(), facts.confidence()));
  }

  /** One entry per assessor, in the order of their ids. */
  List<PeoplePart.Support> support() {
    RateParts anyError = RateParts.errors(facts.anyError());
    Map<Integer, Double> expected = others.expected(anyError, facts.assessors());
    return facts.assessors().parallelStream().map(a -> support(a, expected.get(a))).toList();
  }

  private PeoplePart.Support support(int assessor, Double expected) {
    DesignScope own = facts.byAssessor().of(assessor);
    DesignRate rate = own.rate(facts.anyError());
    Optional<PeerComparison> comparison = needs.of(assessor);
    return new PeoplePart.Support(
        facts.assessor(assessor),
        RateSection.row(rate, facts.basis(), facts.confidence()),
        expected,
        confusions(facts.byAssessor().cells(assessor), own),
        comparison.map(c -> boundaries(c, own)).orElse(List.of()),
        rate.rate().defined() ? needs.sentences(assessor) : List.of("Not checked yet."),
        comparison.map(ConfusionSection::row).orElse(null));
  }

  private static PeoplePart.Comparison row(PeerComparison c) {
    return new PeoplePart.Comparison(
        c.all().checked(),
        c.all().found(),
        c.all().expected(),
        c.all().oddsRatioAtLeast(),
        c.all().confidence(),
        c.varianceFactor());
  }

  private List<PeoplePart.Boundary> boundaries(PeerComparison comparison, DesignScope own) {
    List<PeoplePart.Boundary> rows = new ArrayList<>();
    for (CellNeed b : comparison.boundaries()) {
      RateParts parts = RateParts.gradeGivenReference(b.reference(), b.grade());
      int assessor = comparison.code();
      rows.add(
          new PeoplePart.Boundary(
              facts.grade(b.reference()),
              facts.grade(b.grade()),
              RateSection.row(own.rate(parts), facts.basis(), facts.confidence()),
              others.expected(parts, List.of(assessor)).get(assessor)));
    }
    return rows;
  }
}
