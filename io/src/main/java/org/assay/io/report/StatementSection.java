package org.assay.io.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assay.data.Dictionary;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections;
import org.assay.data.Selections.Blindness;
import org.assay.data.Verdicts;
import org.assay.estimate.AssessorMatrices;
import org.assay.estimate.AssessorMatrix;
import org.assay.estimate.CheckCell;
import org.assay.estimate.DesignRate;
import org.assay.io.BadInputException;
import org.assay.io.Shown;
import org.assay.io.report.FairPart.Standing;
import org.assay.io.report.MatrixPart.Cell;
import org.assay.io.report.MatrixPart.Matrix;

/** What an assessor may see of their own, in words. */
final class StatementSection {
  /** Others with checks without whom the team's figures would tell of single persons. */
  static final int LEAST_OTHERS = 3;

  static final List<String> RIGHTS =
      List.of(
          "These are figures about checks, not about you: a few checks say little, and the limits"
              + " beside every rate say how little.",
          "There is no ranking, and nobody else is named. What is called the team's is of all"
              + " together.",
          "No decision is made by a machine. A figure outside what chance explains is a reason to"
              + " look again together, and to help.",
          "You can see every check behind these figures and dispute it; a verdict that is put right"
              + " is put right here too.",
          "Estimates of whether a single grade is wrong plan what is checked. None is used about"
              + " you.");

  private final Facts facts;
  private final int assessor;
  private final String id;

  private StatementSection(Facts facts, String id) {
    this.facts = facts;
    this.id = id;
    this.assessor =
        code(facts.gradings().assessor().ids(), id)
            .orElseThrow(
                () ->
                    new BadInputException(
                        "--assessor must be an id of the gradings, got " + Shown.quoted(id)));
  }

  private static OptionalInt code(Dictionary ids, String id) {
    return IntStream.range(0, ids.size()).filter(c -> ids.id(c).equals(id)).findFirst();
  }

  static StatementModel of(Facts facts, String id) {
    return new StatementSection(facts, id).statement();
  }

  private StatementModel statement() {
    AssessorMatrices matrices = new MatrixSection(facts).verdicts();
    AssessorMatrix own = matrices.of(assessor);
    long others =
        matrices.all().stream().filter(m -> m.gradings() > 0).count()
            - (own.gradings() > 0 ? 1 : 0);
    boolean isTeamShown = others >= LEAST_OTHERS;
    Matrix matrix = own.gradings() > 0 ? MatrixSection.matrix(facts, id, own) : null;
    Standing standing =
        FairSection.of(facts).people().stream()
            .filter(p -> p.assessor().equals(id))
            .findFirst()
            .orElse(null);
    List<LocalDate> span = facts.span();
    return new StatementModel(
        id,
        span.isEmpty() ? null : span.get(0).toString(),
        span.isEmpty() ? null : span.get(1).toString(),
        facts.scheme().grades(),
        chosen(),
        rates(own, standing, isTeamShown),
        matrix,
        isTeamShown ? team(matrices.team(), own) : List.of(),
        standing,
        isTeamShown ? said() : List.of(),
        appeals(),
        RIGHTS);
  }

  private List<String> chosen() {
    long graded = 0;
    for (int row = 0; row < facts.gradings().size(); row++) {
      graded += facts.gradings().assessor().codes().get(row) == assessor ? 1 : 0;
    }
    Map<SelectionMethod, Long> methods = new EnumMap<>(SelectionMethod.class);
    long blind = 0;
    long all = 0;
    Selections selections = facts.verdicts().selections();
    for (int row = 0; row < facts.verdicts().size(); row++) {
      if (isOwn(selections, row)) {
        methods.merge(selections.method(row), 1L, Long::sum);
        blind += selections.blindness(row) == Blindness.BLIND ? 1 : 0;
        all++;
      }
    }
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "You made "
            + Words.count(graded, "grading", "gradings")
            + "; there "
            + (all == 1 ? "is " : "are ")
            + Words.count(all, "verdict", "verdicts")
            + " on them.");
    if (all > 0) {
      sentences.add(
          "How they were chosen: "
              + methods.entrySet().stream()
                  .map(e -> Words.count(e.getValue()) + " " + method(e.getKey()))
                  .collect(Collectors.joining(", "))
              + ". Of all of them "
              + Words.count(blind)
              + (blind == 1 ? " was" : " were")
              + " made without sight of your grade.");
      sentences.add(
          "Only checks chosen at random with a recorded chance enter a rate. The others find and"
              + " mend errors.");
    }
    List<CheckCell> cells = facts.byAssessor().cells(assessor);
    if (!cells.isEmpty()) {
      double least = cells.stream().mapToDouble(CheckCell::probability).min().orElseThrow();
      double most = cells.stream().mapToDouble(CheckCell::probability).max().orElseThrow();
      sentences.add(
          "The chance of a grading to be chosen at random was "
              + (least == most
                  ? Words.percent(least)
                  : "between " + Words.percentDown(least) + " and " + Words.percentUp(most))
              + ".");
      long pending = cells.stream().filter(CheckCell::pending).mapToLong(CheckCell::count).sum();
      if (pending > 0) {
        sentences.add(
            Words.count(pending, "chosen grading has", "chosen gradings have")
                + " no verdict yet, or one that cannot be used; the limits allow for that.");
      }
    }
    return sentences;
  }

  private boolean isOwn(Selections selections, int row) {
    return facts.gradings().assessor().codes().get(selections.grading(row)) == assessor;
  }

  private static String method(SelectionMethod method) {
    return switch (method) {
      case SRS -> "by simple random sampling";
      case STRATIFIED -> "at random within strata";
      case SYSTEMATIC -> "systematically from a random start";
      case PPS -> "at random with unequal chances";
      case CENSUS -> "because everything was checked";
      case SEEDED -> "as items whose grade was known before";
      case TARGETED -> "because an error was likely";
      case REFERRED -> "because somebody referred them";
      case APPEAL -> "by appeal";
      case CONVENIENCE -> "as they were at hand";
    };
  }

  private List<String> rates(AssessorMatrix own, Standing standing, boolean isTeamShown) {
    List<String> sentences = new ArrayList<>();
    DesignRate rate = facts.byAssessor().of(assessor).rate(facts.anyError()).ofProcess();
    if (!rate.rate().defined()) {
      sentences.add(
          own.gradings() == 0
              ? "None of your gradings was checked: nothing can be said about errors."
              : "No check was chosen at random with a recorded chance: what was found is counted"
                  + " below, and no rate can be stated.");
      return sentences;
    }
    sentences.add(
        "Gradings that differ from the reference: "
            + RateSection.row(rate, facts.basis(), facts.confidence()).sentence()
            + ".");
    if (standing == null || standing.limits() == null || !isTeamShown) {
      sentences.add(
          isTeamShown
              ? "You have too few checks to be compared with the team."
              : "There is no comparison: the team's figures would tell of single persons.");
      return sentences;
    }
    double fair = standing.indirect().value();
    boolean inside = fair >= standing.limits().lowerAll() && fair <= standing.limits().upperAll();
    sentences.add(
        "With your mix of streams and grades the others would have "
            + Words.percent(standing.expected())
            + ". With the mix of the team your rate is "
            + MatrixTable.text(standing.indirect())
            + "; for somebody like the team, chance moves it between "
            + Words.percentDown(standing.limits().lowerAll())
            + " and "
            + Words.percentUp(standing.limits().upperAll())
            + (inside
                ? ". You are not distinguishable from the team by this."
                : ". It lies outside: a reason to look again together."));
    return sentences;
  }

  // Of the cells that the person has, so that no other cell is told.
  private List<Cell> team(AssessorMatrix team, AssessorMatrix own) {
    List<Cell> cells = new ArrayList<>();
    Matrix all = MatrixSection.matrix(facts, null, team);
    for (Cell c : all.cells()) {
      int reference = facts.scheme().codeOf(c.reference());
      int grade = facts.scheme().codeOf(c.grade());
      if (own.count(reference, grade) > 0) {
        cells.add(c);
      }
    }
    return cells;
  }

  private List<String> said() {
    List<String> sentences =
        new NeedsSection(facts)
            .findings().stream()
                .filter(f -> id.equals(f.about().get("assessor")))
                .map(FindingPart.Finding::sentence)
                .toList();
    return sentences.isEmpty()
        ? List.of("No comparison of the checks says that you need support.")
        : sentences;
  }

  private List<String> appeals() {
    Verdicts verdicts = facts.verdicts();
    long all = 0;
    long agreed = 0;
    for (int row = 0; row < verdicts.size(); row++) {
      if (verdicts.selections().method(row) == SelectionMethod.APPEAL
          && isOwn(verdicts.selections(), row)) {
        all++;
        agreed += verdicts.isError(row) ? 0 : 1;
      }
    }
    return List.of(
        all == 0
            ? "No appeal on a grading of yours is recorded."
            : Words.count(all, "check was made", "checks were made")
                + " by appeal; "
                + Words.count(agreed)
                + " of them arrived at your grade. They enter no rate.");
  }
}
