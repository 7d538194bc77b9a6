package org.assay.io.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.data.ErrorClass;
import org.assay.data.Gradings.Attribute;
import org.assay.estimate.DesignScope;
import org.assay.interval.EffectiveClopperPearson;
import org.assay.io.report.NeedPart.Beside;
import org.assay.io.report.NeedPart.Direction;
import org.assay.io.report.NeedPart.Fall;
import org.assay.io.report.NeedPart.Guideline;
import org.assay.io.report.NeedPart.Need;
import org.assay.io.report.NeedPart.Needs;
import org.assay.io.report.NeedPart.Person;
import org.assay.needs.CellNeed;
import org.assay.needs.Evidence;
import org.assay.needs.Excess;
import org.assay.needs.GuidelineNeed;
import org.assay.needs.PeerComparison;
import org.assay.needs.TeamEffect;
import org.assay.needs.TrainingNeeds;

/** The training-needs table: what the comparisons found, with shares, effects and examples. */
final class NeedTable {
  private static final double PER = 1000; // checks

  private final Facts facts;
  private final NeedsSection section;
  private final TrainingNeeds needs;
  private final NeedExamples examples;

  NeedTable(Facts facts, NeedsSection section) {
    this.facts = facts;
    this.section = section;
    this.needs = section.needs();
    this.examples = NeedExamples.of(facts, needs);
  }

  Needs table() {
    List<Integer> units = Facts.sorted(facts.ids(Attribute.UNIT));
    return new Needs(
        needs.isByGrade() ? "GRADE_GIVEN" : "REFERENCE_GRADE",
        needs.options().falseDiscoveryRate(),
        needs.options().leastEffect(),
        needs.options().guidelineShare(),
        needs.possible(),
        needs.guideline().stream().map(this::guideline).toList(),
        units.stream().flatMap(u -> unit(u).stream()).toList(),
        facts.assessors().stream().map(this::person).toList(),
        new TrainingSection(facts).trained(),
        section.promise());
  }

  private Guideline guideline(GuidelineNeed g) {
    return new Guideline(
        facts.grade(g.reference()),
        facts.grade(g.grade()),
        g.found(),
        g.checked(),
        g.share().estimate(),
        g.share().atLeast(),
        g.share().confidence(),
        g.breadth().people(),
        g.breadth().above(),
        section.sentence(g));
  }

  private Person person(int assessor) {
    Optional<PeerComparison> c = section.of(assessor);
    return new Person(
        facts.assessor(assessor),
        section.comparable(assessor),
        c.map(x -> x.tested().evidence()).orElse(Evidence.TOO_FEW_CHECKS),
        c.map(x -> PER * x.severityExcess()).orElse(null),
        c.map(x -> needs(x, Optional.of(facts.byAssessor().of(assessor)))).orElse(List.of()));
  }

  private Optional<Person> unit(int code) {
    return needs.cohorts().stream()
        .filter(c -> c.code() == code)
        .findFirst()
        .map(
            c ->
                new Person(
                    facts.ids(Attribute.UNIT).get(code),
                    c.all().checked(),
                    c.tested().evidence(),
                    PER * c.severityExcess(),
                    needs(c, Optional.empty())));
  }

  private List<Need> needs(PeerComparison c, Optional<DesignScope> own) {
    List<Need> all = new ArrayList<>();
    c.boundaries().forEach(b -> all.add(need(c, b, own)));
    if (c.named() && c.boundaries().isEmpty()) {
      all.add(need(c, own));
    }
    return all;
  }

  private Need need(PeerComparison c, CellNeed b, Optional<DesignScope> own) {
    String reference = facts.grade(b.reference());
    String grade = facts.grade(b.grade());
    ErrorClass mixUp = ErrorClass.pairs(facts.scheme(), List.of(List.of(reference, grade)));
    return new Need(
        reference,
        grade,
        direction(b),
        b.tested().evidence(),
        beside(b.excess(), c.varianceFactor()),
        PER * b.severityExcess(),
        PER * b.shrunkenSeverityExcess(),
        fall(c, own, mixUp, b.excess()),
        isOfEverybody(b),
        own.isEmpty() ? List.of() : examples.of(c.code(), b.reference(), b.grade()),
        section.sentence(b));
  }

  private Need need(PeerComparison c, Optional<DesignScope> own) {
    Excess e = c.all();
    double shrunken =
        e.found() > e.expected() ? (e.shrunken() - e.expected()) / (e.found() - e.expected()) : 0;
    return new Need(
        null,
        null,
        null,
        c.tested().evidence(),
        beside(e, c.varianceFactor()),
        PER * c.severityExcess(),
        PER * c.severityExcess() * shrunken,
        fall(c, own, facts.anyError(), e),
        false,
        own.isEmpty() ? List.of() : examples.of(c.code()),
        section.sentence(c));
  }

  private Beside beside(Excess e, double factor) {
    double side = (1 + facts.confidence()) / 2;
    double errors = e.found() / factor;
    double checks = e.checked() / factor;
    return new Beside(
        e.found(),
        e.checked(),
        (double) e.found() / e.checked(),
        EffectiveClopperPearson.lower(errors, checks, side),
        EffectiveClopperPearson.upper(errors, checks, side),
        e.expected() / e.checked(),
        e.oddsRatio().number(),
        e.oddsRatioAtLeast(),
        e.confidence());
  }

  private Direction direction(CellNeed b) {
    if (!facts.scheme().isOrdered()) {
      return null;
    }
    return b.grade() > b.reference() ? Direction.UNDER : Direction.OVER;
  }

  private boolean isOfEverybody(CellNeed b) {
    return needs.guideline().stream()
        .anyMatch(g -> g.reference() == b.reference() && g.grade() == b.grade());
  }

  private Fall fall(PeerComparison c, Optional<DesignScope> own, ErrorClass errors, Excess e) {
    return own.flatMap(
            scope ->
                TeamEffect.of(
                    facts.everybody(), scope, errors, e, c.varianceFactor(), facts.confidence()))
        .map(t -> new Fall(t.fall(), t.lower(), t.upper(), t.shrunken()))
        .orElse(null);
  }
}
