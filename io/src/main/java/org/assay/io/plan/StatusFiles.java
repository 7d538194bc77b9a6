package org.assay.io.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.assay.io.Shown;
import org.assay.io.ingest.Exclusion;
import org.assay.io.table.FormulaGuard;
import org.assay.plan.Evaluation;
import org.assay.plan.Evaluation.Decision;

/** A plan's status as a table and as text. */
public final class StatusFiles {
  private static final String GLOSSARY =
      "ACCEPT and PASS: at most the limit (unacceptable rate), at confidence 1 - consumer's risk."
          + " REJECT: worse than the acceptable rate,\nFAIL: worse than the limit, both at"
          + " confidence 1 - producer's risk. NOT DEMONSTRATED: neither side of the limit is shown."
          + "\nEach holds for its own lot, over all looks of its plan.\n";

  private StatusFiles() {}

  /**
   * The status as a table: one row per lot and level.
   *
   * @param status the status
   * @return CSV, safe to open in a spreadsheet
   */
  public static String csv(PlanStatus status) {
    var rows = new ArrayList<List<String>>();
    var head = new ArrayList<>(LotColumns.NAMES);
    Collections.addAll(
        head,
        "level",
        "decision",
        "checked",
        "errors",
        "missing",
        "decided_after",
        "upper_bound",
        "lower_bound",
        "next_checks",
        "checks_for_70_percent",
        "checks_for_80_percent",
        "checks_for_90_percent",
        "explanation",
        "adjusted_for",
        "accept_evidence",
        "reject_evidence",
        "decision_together",
        "state");
    rows.add(head);
    List<Together.Judged> judged = status.together();
    for (int i = 0; i < status.states().size(); i++) {
      List<String> row = row(status.states().get(i));
      row.addAll(together(judged.isEmpty() ? null : judged.get(i)));
      row.add(status.rulings().get(i).state().name());
      rows.add(row);
    }
    return Texts.csv(rows);
  }

  private static List<String> together(Together.Judged judged) {
    return judged == null
        ? List.of("", "", "", "")
        : List.of(
            judged.method().measure(),
            Texts.digits(judged.accept()),
            Texts.digits(judged.reject()),
            judged.decision().name());
  }

  private static List<String> row(LevelState s) {
    Decision decision = s.state().decision();
    List<Evaluation.Remaining> remaining = s.remaining();
    var row = new ArrayList<>(LotColumns.of(s.lot()));
    Collections.addAll(
        row,
        FormulaGuard.neutralise(s.level().level()),
        decision.name(),
        Integer.toString(s.state().checked()),
        Integer.toString(s.state().errors()),
        Integer.toString(s.missing()),
        s.isOpen() ? "" : Integer.toString(s.state().decidedAt().getAsInt()),
        rate(s.upperBound()),
        rate(s.lowerBound()),
        Integer.toString(s.nextLook() - s.state().checked()),
        number(remaining.get(0)),
        number(remaining.get(1)),
        number(remaining.get(2)),
        s.sentence());
    return row;
  }

  private static String number(Evaluation.Remaining remaining) {
    return remaining.number().isPresent() ? Integer.toString(remaining.n()) : "";
  }

  private static String rate(OptionalDouble bound) {
    return bound.isPresent() ? Texts.plain(bound.getAsDouble()) : "";
  }

  /**
   * The status for a screen.
   *
   * @param status the status
   * @return lines of text
   */
  public static String summary(PlanStatus status) {
    var rows = new ArrayList<List<String>>();
    rows.add(
        List.of("lot", "for", "period", "level", "decision", "state", "checked", "errors", ""));
    for (PlanRuling ruling : status.rulings()) {
      LevelState s = ruling.at();
      rows.add(
          List.of(
              s.lot().id(),
              Shown.plain(s.lot().name()),
              s.lot().period(),
              Shown.plain(s.level().level()),
              s.state().decision().name(),
              ruling.stateText(),
              String.format(Locale.ROOT, "%,d", s.state().checked()),
              String.format(Locale.ROOT, "%,d", s.state().errors()),
              s.sentence() + ruling.text()));
    }
    VerdictsByGrading verdicts = status.verdicts();
    var text = new StringBuilder(Texts.columns(rows, 6)).append('\n');
    text.append(
        String.format(
            Locale.ROOT,
            "ACCEPT: %,d, REJECT: %,d, CONTINUE: %,d. Items to check next: %,d.\n",
            status.count(Decision.ACCEPT),
            status.count(Decision.REJECT),
            status.count(Decision.CONTINUE),
            status.nextItems().size()));
    text.append(GLOSSARY).append(together(status));
    text.append(status.list().summary());
    status.togetherSentences().forEach(line -> text.append(line).append('\n'));
    text.append(
        String.format(Locale.ROOT, "Drawn gradings with a verdict: %,d.\n", verdicts.used()));
    note(text, verdicts.notDrawn(), "Verdicts on items that were not drawn, not used");
    note(
        text,
        verdicts.second(),
        "Further verdicts on a drawn grading; which counts is the policy's reference rule");
    note(
        text,
        verdicts.waiting(),
        "Drawn gradings whose verdicts leave the reference open, to be checked once more");
    note(text, status.earlier(), "Verdict rows of an earlier evaluation among all that were read");
    note(text, status.excluded(), "Verdict rows that cannot be used (assay report lists them)");
    status.exclusions().forEach(exclusion -> text.append(why(exclusion)));
    return text.toString();
  }

  private static String why(Exclusion exclusion) {
    Exclusion.Example first = exclusion.examples().get(0);
    return String.format(
        Locale.ROOT,
        "  %,d %s: %s First in row %s, where column %s has %s.\n",
        exclusion.rows(),
        exclusion.reason(),
        exclusion.sentence(),
        first.place(),
        Shown.plain(first.column()),
        Shown.quoted(first.value()));
  }

  private static String together(PlanStatus status) {
    return switch (status.familyWise()) {
      case NONE -> "";
      case HOLM ->
          "The states of a level are judged together with all others in the gradings (Holm, by the"
              + " policy):\nthe risks hold for all of them.\n";
      case FDR ->
          "The states of a level are judged together with all others in the gradings (Benjamini and"
              + " Hochberg,\nby the policy): the risks are the expected shares of wrong ones.\n";
    };
  }

  private static void note(StringBuilder text, long count, String what) {
    if (count > 0) {
      text.append(String.format(Locale.ROOT, "%s: %,d.\n", what, count));
    }
  }
}
