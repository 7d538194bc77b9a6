package org.assay.io.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.assay.data.Periods.PeriodKind;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;
import org.assay.estimate.CheckCell;
import org.assay.estimate.DesignRates;

/** What was checked, and how it was chosen. */
final class CheckSection {
  /** Above this share of verdicts to come, figures are marked provisional. */
  static final double PROVISIONAL_FROM = 0.05;

  private final Facts facts;

  CheckSection(Facts facts) {
    this.facts = facts;
  }

  CheckPart.Checks checks() {
    List<CheckCell> cells = facts.cells();
    long pending = count(cells, CheckCell::pending);
    long random = count(cells, c -> !c.pending());
    var methods = methods();
    List<CheckPart.Coverage> assessors =
        coverage(
            cells,
            CheckCell::assessor,
            facts.assessors(),
            facts::assessor,
            a -> facts.calendar(PeriodKind.ALL).assessors().gradings(0, a));
    Calendar months = facts.calendar(PeriodKind.MONTH);
    List<CheckPart.Coverage> periods =
        coverage(
            months.cells(),
            CheckCell::period,
            IntStream.range(0, months.periods().size()).boxed().toList(),
            months.periods()::label,
            months.assessors()::gradings);
    double share = share(pending, random);
    return new CheckPart.Checks(
        facts.gradings().size(),
        random,
        count(cells, Blindness.BLIND),
        count(cells, Blindness.NON_BLIND),
        count(cells, Blindness.UNKNOWN),
        pending,
        share,
        share >= PROVISIONAL_FROM,
        methods,
        assessors,
        periods,
        sentences(cells, methods, random, pending));
  }

  /** What the report stands on, in words. */
  CheckPart.Basis basis() {
    String sentence =
        switch (facts.basis()) {
          case BLIND ->
              "Every rate and every level stands on blind random checks alone: the QA officer did"
                  + " not see the grade, and chance chose the item with a recorded probability.";
          case UNKNOWN ->
              "It is not recorded which checks were blind. The rates stand on random checks of"
                  + " unknown blindness and may be too low: a reader who sees the grade finds fewer"
                  + " errors.";
          case NON_BLIND ->
              "No random check was blind. The rates stand on checks in sight of the grade and are"
                  + " likely to be too low.";
        };
    long others = count(facts.cells(), c -> !c.pending() && c.blindness() != facts.basis());
    return new CheckPart.Basis(
        facts.basis(),
        others == 0
            ? sentence
            : sentence
                + " Another "
                + Words.count(others, "random check is", "random checks are")
                + " of another kind and in no rate and no level.");
  }

  static double share(long pending, long checked) {
    return pending == 0 ? 0 : (double) pending / (pending + checked);
  }

  private static long count(List<CheckCell> cells, java.util.function.Predicate<CheckCell> which) {
    return cells.stream().filter(which).mapToLong(CheckCell::count).sum();
  }

  private static long count(List<CheckCell> cells, Blindness blindness) {
    return count(cells, c -> !c.pending() && c.blindness() == blindness);
  }

  private static List<CheckPart.Coverage> coverage(
      List<CheckCell> cells,
      ToIntFunction<CheckCell> by,
      List<Integer> codes,
      java.util.function.IntFunction<String> name,
      ToLongFunction<Integer> gradings) {
    Map<Integer, List<CheckCell>> groups = DesignRates.groups(cells, by);
    List<CheckPart.Coverage> rows = new ArrayList<>();
    for (int code : codes) {
      List<CheckCell> group = groups.getOrDefault(code, List.of());
      long pending = count(group, CheckCell::pending);
      long random = count(group, c -> !c.pending());
      rows.add(
          new CheckPart.Coverage(
              name.apply(code),
              gradings.applyAsLong(code),
              random,
              count(group, Blindness.BLIND),
              pending,
              share(pending, random),
              share(pending, random) >= PROVISIONAL_FROM,
              group.stream().mapToDouble(c -> c.count() / c.probability()).sum()));
    }
    return rows;
  }

  private List<CheckPart.Method> methods() {
    List<CheckPart.Method> rows = new ArrayList<>();
    for (SelectionMethod method : SelectionMethod.values()) {
      VerdictCounts.Count all = facts.counts().count(k -> k.method() == method);
      if (all.checked() > 0) {
        long without =
            facts
                .counts()
                .count(k -> k.method() == method && method.isRandom() && !k.isRandom())
                .checked();
        rows.add(
            new CheckPart.Method(
                method.name(), all.checked(), all.errors(), method.isRandom(), without));
      }
    }
    return rows;
  }

  private static List<String> sentences(
      List<CheckCell> cells, List<CheckPart.Method> methods, long random, long pending) {
    List<String> sentences = new ArrayList<>();
    long blind = count(cells, Blindness.BLIND);
    if (random > 0) {
      boolean isRecorded = count(cells, Blindness.UNKNOWN) < random;
      sentences.add(
          Words.count(random, "random check has", "random checks have")
              + " a verdict and a recorded probability"
              + (isRecorded
                  ? "; " + Words.percent((double) blind / random) + " of them were blind."
                  : "."));
    } else {
      sentences.add(
          "There is no random check with a recorded probability: no rate can be stated, and no"
              + " level can be shown to be met or not.");
    }
    long others =
        methods.stream().filter(m -> !m.usable()).mapToLong(CheckPart.Method::checked).sum();
    if (others > 0) {
      sentences.add(
          Words.count(others, "check was", "checks were")
              + " not chosen by chance, or it is not recorded how (targeted, referred, appealed,"
              + " seeded, at hand). They find errors, which are in the error list; they enter no"
              + " rate.");
    }
    long without = methods.stream().mapToLong(CheckPart.Method::withoutProbability).sum();
    if (without > 0) {
      sentences.add(
          Words.count(without, "random check has", "random checks have")
              + " no recorded probability and cannot enter a rate.");
    }
    if (pending > 0) {
      sentences.add(
          Words.count(pending, "random selection has", "random selections have")
              + " no usable verdict yet ("
              + Words.percent(share(pending, random))
              + "); every upper limit counts them as errors where they can be, every lower limit as"
              + " none.");
    }
    return sentences;
  }
}
