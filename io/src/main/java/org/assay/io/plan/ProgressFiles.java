package org.assay.io.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.assay.data.Selections.Blindness;
import org.assay.io.Shown;
import org.assay.io.table.FormulaGuard;
import org.assay.plan.FurtherChecks.FurtherAnswer;
import org.assay.result.Conclusion.State;

/** The progress of a plan as a table and as text. */
public final class ProgressFiles {
  private ProgressFiles() {}

  /**
   * The progress as a table: one row per lot and level.
   *
   * @param progress the progress
   * @return CSV, safe to open in a spreadsheet
   */
  public static String csv(Progress progress) {
    var rows = new ArrayList<List<String>>();
    var head = new ArrayList<>(LotColumns.NAMES);
    Collections.addAll(
        head,
        "gradings",
        "level",
        "checked",
        "errors",
        "pending",
        "state",
        "further",
        "further_checks",
        "chance",
        "assumed_rate",
        "looks");
    rows.add(head);
    for (Progress.Level level : progress.levels()) {
      FurtherAnswer further = level.further();
      var row = new ArrayList<>(LotColumns.of(level.lot()));
      Collections.addAll(
          row,
          Long.toString(level.lot().gradings()),
          FormulaGuard.neutralise(level.level()),
          Long.toString(level.checked()),
          Long.toString(level.errors()),
          Long.toString(level.pending()),
          level.state().name(),
          further.kind().name(),
          further.number().isPresent() ? Long.toString(further.number().getAsLong()) : "",
          Texts.digits(further.chance()),
          Texts.digits(further.assumedRate()),
          Integer.toString(further.looks()));
      rows.add(row);
    }
    return Texts.csv(rows);
  }

  /**
   * The progress for a screen.
   *
   * @param progress the progress
   * @param checksPerHour what an officer does in an hour
   * @return lines of text
   */
  public static String summary(Progress progress, double checksPerHour) {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("lot", "for", "level", "state", "checked", "errors", "pending", ""));
    for (Progress.Level level : progress.levels()) {
      rows.add(
          List.of(
              level.lot().id(),
              Shown.plain(level.lot().name()),
              Shown.plain(level.level()),
              level.state().name().replace('_', ' '),
              String.format(Locale.ROOT, "%,d", level.checked()),
              String.format(Locale.ROOT, "%,d", level.errors()),
              String.format(Locale.ROOT, "%,d", level.pending()),
              words(level)));
    }
    return "\nBy the "
        + basis(progress.basis())
        + " made so far, as a report on the same files judges them:\n\n"
        + Texts.columns(rows, 4)
        + String.format(
            Locale.ROOT,
            "\nStill to do, one sample for all levels of a lot: %,d checks, about %,.0f viewings"
                + " (a grading drawn for several lots is viewed once), %,.1f officer-hours.\n",
            progress.checks(),
            progress.viewings(),
            progress.viewings() / checksPerHour)
        + notAddedUp(progress)
        + looks(progress)
        + (progress.notRandom() == 0
            ? ""
            : String.format(
                Locale.ROOT,
                "Verdicts that no random selection with a recorded probability chose, not counted:"
                    + " %,d.\n",
                progress.notRandom()));
  }

  private static String basis(Blindness basis) {
    return switch (basis) {
      case BLIND -> "blind random checks";
      case NON_BLIND -> "random checks in sight of the grade";
      case UNKNOWN -> "random checks";
    };
  }

  private static String words(Progress.Level level) {
    return level.state() == State.NOT_DEMONSTRATED
        ? FurtherWords.sentence(level.further(), level.remaining())
        : "";
  }

  private static String notAddedUp(Progress progress) {
    long everything = progress.count(Remaining.Kind.EVERYTHING);
    long nothing = progress.count(Remaining.Kind.NOTHING);
    return everything + nothing == 0
        ? ""
        : String.format(
            Locale.ROOT,
            "Not in these numbers: %,d that only everything left would settle, %,d that nothing"
                + " within the lot settles.\n",
            everything,
            nothing);
  }

  private static String looks(Progress progress) {
    return progress.levels().stream()
        .map(level -> level.further().looks())
        .distinct()
        .sorted()
        .map(looks -> FurtherWords.looks(looks) + "\n")
        .collect(Collectors.joining());
  }
}
