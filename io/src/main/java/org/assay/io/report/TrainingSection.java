package org.assay.io.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assay.data.Periods;
import org.assay.data.Periods.PeriodKind;
import org.assay.estimate.CheckCounts;
import org.assay.io.policy.TrainingDate;
import org.assay.io.report.NeedPart.Trained;
import org.assay.needs.Training;
import org.assay.needs.TrainingEffect;
import org.assay.needs.TrainingEffect.TrainingConclusion;
import org.assay.needs.TrainingEffects;

/** What the trainings of the policy did, in words. */
final class TrainingSection {
  private final Facts facts;
  private final Map<String, Integer> codes = new HashMap<>();

  TrainingSection(Facts facts) {
    this.facts = facts;
    facts.assessors().forEach(a -> codes.put(facts.assessor(a), a));
  }

  /** One per training. */
  List<Trained> trained() {
    List<TrainingDate> dates = facts.policy().trainings();
    if (dates.isEmpty()) {
      return List.of();
    }
    Periods weeks = facts.periods(PeriodKind.WEEK);
    List<Training> known = new ArrayList<>();
    List<TrainingDate> theirs = new ArrayList<>();
    for (TrainingDate d : dates) {
      if (codes.containsKey(d.assessor()) && !facts.span().isEmpty()) {
        known.add(training(d, weeks));
        theirs.add(d);
      }
    }
    List<TrainingEffect> effects =
        TrainingEffects.of(
            CheckCounts.of(facts.checks(), weeks).snapshot(),
            facts.scheme().size(),
            known,
            facts.confidence());
    List<Trained> rows = new ArrayList<>();
    for (TrainingDate d : dates) {
      int i = theirs.indexOf(d);
      rows.add(i < 0 ? unknown(d) : row(d, effects.get(i)));
    }
    return rows;
  }

  // From the first week that begins on the day or later.
  private Training training(TrainingDate d, Periods weeks) {
    int all = Training.ALL;
    return new Training(
        codes.get(d.assessor()),
        d.since() == null ? 0 : week(d.since(), weeks),
        week(d.date(), weeks),
        d.reference() == null ? all : facts.scheme().code(d.reference()).orElseThrow(),
        d.grade() == null ? all : facts.scheme().code(d.grade()).orElseThrow());
  }

  private int week(LocalDate date, Periods weeks) {
    long day = date.atStartOfDay(facts.policy().zone()).toInstant().toEpochMilli();
    int week = 0;
    while (week < weeks.size() && weeks.start(week) < day) {
      week++;
    }
    return week;
  }

  private Trained unknown(TrainingDate d) {
    return new Trained(
        d.assessor(),
        d.date().toString(),
        d.reference(),
        d.grade(),
        0,
        0,
        0,
        0,
        null,
        null,
        null,
        null,
        null,
        TrainingConclusion.TOO_FEW_CHECKS,
        facts.span().isEmpty()
            ? "Times of grading are not recorded: before and after cannot be told apart."
            : "No grading of this assessor came: nothing can be said.");
  }

  private static Trained row(TrainingDate d, TrainingEffect e) {
    boolean isCompared =
        e.conclusion() != TrainingConclusion.TOO_FEW_CHECKS && e.change().ratio().defined();
    return new Trained(
        d.assessor(),
        d.date().toString(),
        d.reference(),
        d.grade(),
        e.before().found(),
        e.before().checked(),
        e.after().found(),
        e.after().checked(),
        isCompared ? e.predicted() : null,
        isCompared ? e.change().ratio().value() : null,
        isCompared ? e.change().lower() : null,
        isCompared ? e.change().upper().value() : null,
        isCompared ? e.unadjusted().number() : null,
        e.conclusion(),
        sentence(e, isCompared));
  }

  private static String sentence(TrainingEffect e, boolean isCompared) {
    if (!isCompared) {
      return e.conclusion() == TrainingConclusion.TOO_FEW_CHECKS
          ? "Too few checks to say anything: "
              + TrainingEffects.LEAST_CHECKS
              + " are needed before and after, beside those of two people without a training."
          : "Nothing can be said: nobody else makes these errors.";
    }
    String counts =
        Words.count(e.after().found(), "error", "errors")
            + " in "
            + Words.count(e.after().checked(), "check", "checks")
            + " after it, where "
            + NeedsSection.one(e.predicted())
            + " would be expected without an effect (what the checks before showed, less what of it"
            + " was chance): "
            + Words.mean(e.change().ratio().value())
            + " times as many ("
            + Words.mean(e.change().lower())
            + " to "
            + Words.mean(e.change().upper().value())
            + "). ";
    return e.conclusion() == TrainingConclusion.FEWER
        ? "Fewer errors than before, beyond chance and regression to the mean: " + counts.strip()
        : "Not shown to have changed anything: " + counts.strip();
  }
}
