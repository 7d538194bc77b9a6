package org.assay.io.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assay.estimate.CheckCell;
import org.assay.interval.EffectiveClopperPearson;
import org.assay.io.protocol.TrainingNeedsOperation.Assessor;
import org.assay.io.protocol.TrainingNeedsOperation.Effect;
import org.assay.io.protocol.TrainingNeedsOperation.Guideline;
import org.assay.io.protocol.TrainingNeedsOperation.Input;
import org.assay.io.protocol.TrainingNeedsOperation.Need;
import org.assay.io.protocol.TrainingNeedsOperation.Of;
import org.assay.io.protocol.TrainingNeedsOperation.Params;
import org.assay.io.protocol.TrainingNeedsOperation.Result;
import org.assay.needs.CellNeed;
import org.assay.needs.Evidence;
import org.assay.needs.Excess;
import org.assay.needs.GuidelineNeed;
import org.assay.needs.PeerComparison;
import org.assay.needs.PeerComparison.Tested;
import org.assay.needs.TrainingEffect;
import org.assay.needs.TrainingEffects;
import org.assay.needs.TrainingNeeds;

/** Answers op {@code trainingNeeds}. */
final class TrainingNeedAnswers {
  private static final int EXAMPLES = 5;

  private final Input input;
  private final TrainingNeedGradings gradings;
  private final double side; // confidence of each limit

  private TrainingNeedAnswers(Input input, TrainingNeedGradings gradings, double confidence) {
    this.input = input;
    this.gradings = gradings;
    this.side = (1 + confidence) / 2;
  }

  static Result of(Input input, Params params) {
    TrainingNeedGradings gradings = TrainingNeedGradings.of(input);
    int grades = Math.max(1, gradings.grades().size());
    TrainingNeeds needs =
        TrainingNeeds.of(gradings.cells(), grades, gradings.options(input, params));
    var answers = new TrainingNeedAnswers(input, gradings, params.confidence());
    List<TrainingEffect> effects =
        gradings.trainings().isEmpty()
            ? List.of()
            : TrainingEffects.of(
                gradings.cells(), grades, gradings.trainings(), params.confidence());
    return new Result(
        gradings.grades(),
        needs.isByGrade() ? Of.GRADE_GIVEN : Of.REFERENCE_GRADE,
        answers.assessors(needs),
        answers.needs(needs.comparisons(), gradings.assessors(), true),
        answers.needs(needs.cohorts(), gradings.cohorts(), false),
        needs.guideline().stream().map(answers::guideline).toList(),
        effects.stream().map(answers::effect).toList(),
        needs.possible(),
        needs.overdispersion().isEstimated() ? needs.overdispersion().excess() : null);
  }

  private List<Assessor> assessors(TrainingNeeds needs) {
    Map<Integer, Assessor> byCode = new TreeMap<>();
    for (PeerComparison c : needs.comparisons()) {
      byCode.put(
          c.code(),
          new Assessor(
              gradings.assessors().get(c.code()),
              c.all().checked(),
              c.tested().evidence(),
              c.all().found(),
              c.all().expected(),
              c.severityExcess()));
    }
    for (TrainingNeeds.Few f : needs.few()) {
      byCode.put(
          f.assessor(),
          new Assessor(
              gradings.assessors().get(f.assessor()),
              f.checked(),
              Evidence.TOO_FEW_CHECKS,
              null,
              null,
              null));
    }
    return List.copyOf(byCode.values());
  }

  private List<Need> needs(List<PeerComparison> all, List<String> names, boolean isPerson) {
    List<Need> needs = new ArrayList<>();
    for (PeerComparison c : all) {
      for (CellNeed b : c.boundaries()) {
        needs.add(need(c, b, names, isPerson));
      }
      if (c.named() && c.boundaries().isEmpty()) {
        needs.add(need(c, names, isPerson));
      }
    }
    return needs;
  }

  private Need need(PeerComparison c, CellNeed b, List<String> names, boolean isPerson) {
    return need(
        names.get(c.code()),
        new Kind(b.reference(), b.grade(), b.severityExcess(), b.shrunkenSeverityExcess()),
        b.excess(),
        b.tested(),
        c.varianceFactor(),
        isPerson ? examples(c.code(), b.reference(), b.grade()) : List.of());
  }

  private Need need(PeerComparison c, List<String> names, boolean isPerson) {
    double beyond = c.all().found() - c.all().expected();
    double shrunken = beyond > 0 ? (c.all().shrunken() - c.all().expected()) / beyond : 0;
    return need(
        names.get(c.code()),
        new Kind(-1, -1, c.severityExcess(), c.severityExcess() * shrunken),
        c.all(),
        c.tested(),
        c.varianceFactor(),
        isPerson ? examples(c.code(), -1, -1) : List.of());
  }

  /** A mix-up, or every error (-1), and its severity. */
  private record Kind(int reference, int grade, double severity, double shrunken) {}

  private Need need(
      String id, Kind kind, Excess e, Tested t, double factor, List<String> examples) {
    double errors = e.found() / factor;
    double checks = e.checked() / factor;
    return new Need(
        id,
        kind.reference() < 0 ? null : gradings.grades().get(kind.reference()),
        kind.grade() < 0 ? null : gradings.grades().get(kind.grade()),
        t.evidence(),
        e.found(),
        e.checked(),
        (double) e.found() / e.checked(),
        EffectiveClopperPearson.lower(errors, checks, side),
        EffectiveClopperPearson.upper(errors, checks, side),
        e.expected() / e.checked(),
        e.oddsRatio().number(),
        e.oddsRatioAtLeast(),
        t.pValue(),
        t.adjusted(),
        kind.severity(),
        kind.shrunken(),
        examples);
  }

  // The first in the order of ids.
  private List<String> examples(int assessor, int reference, int grade) {
    TreeSet<String> some = new TreeSet<>();
    for (int i = 0; i < gradings.cells().size(); i++) {
      CheckCell c = gradings.cells().get(i);
      String item = input.gradings().get(i).item();
      boolean isKind =
          reference < 0
              ? c.reference() != c.grade()
              : c.reference() == reference && c.grade() == grade;
      if (item != null && c.assessor() == assessor && isKind) {
        some.add(item);
        if (some.size() > EXAMPLES) {
          some.pollLast();
        }
      }
    }
    return List.copyOf(some);
  }

  private Guideline guideline(GuidelineNeed g) {
    return new Guideline(
        gradings.grades().get(g.reference()),
        gradings.grades().get(g.grade()),
        g.found(),
        g.checked(),
        g.share().estimate(),
        g.share().atLeast(),
        g.adjusted(),
        g.breadth().people(),
        g.breadth().above());
  }

  private Effect effect(TrainingEffect e) {
    return new Effect(
        gradings.assessors().get(e.training().assessor()),
        e.before().found(),
        e.before().checked(),
        e.after().found(),
        e.after().checked(),
        e.predicted(),
        e.change().ratio().number(),
        e.change().lower(),
        e.change().upper().number(),
        e.unadjusted().number(),
        e.change().pValue(),
        e.change().adjusted(),
        e.conclusion());
  }
}
