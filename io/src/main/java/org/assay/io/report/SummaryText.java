package org.assay.io.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assay.io.Shown;
import org.assay.io.ingest.TableLedger;
import org.assay.io.report.FindingPart.FindingKind;
import org.assay.plan.QaLevel.Scope;
import org.assay.result.Conclusion.State;

/** The report on one page of plain text. */
final class SummaryText {
  private static final int WIDTH = 96;

  private final StringBuilder out = new StringBuilder();

  private SummaryText() {}

  static String of(ReportModel r) {
    SummaryText text = new SummaryText();
    text.write(r);
    return text.out.toString();
  }

  private void write(ReportModel r) {
    line("QA report" + (r.from() == null ? "" : ", " + r.from() + " to " + r.to()));
    line(r.asOf() == null ? "Everything that was recorded." : "As known at " + r.asOf() + ".");
    r.first().forEach(this::item);
    section("What arrived");
    r.arrived().sentences().forEach(this::item);
    excluded(r.arrived().ledger().gradings()).forEach(this::item);
    excluded(r.arrived().ledger().verdicts()).forEach(this::item);
    section("What was checked and how it was chosen");
    r.checks().sentences().forEach(this::item);
    item(r.basis().sentence());
    section("Are we at our QA levels?");
    levels(r);
    section("The number you would have published, and the one you can");
    item("Errors: " + r.rates().all().sentence() + ".");
    for (RatePart.Naive n : r.naive()) {
      if (n.rate() != null) {
        item("Not usable: " + n.name() + ", " + Words.percent(n.rate()) + ". " + n.whyNot());
      }
    }
    section("Who needs what support?");
    support(r);
    section("What changed and when?");
    findings(r, FindingKind.DRIFT);
    item(r.trend().sentences().get(r.trend().sentences().size() - 1));
    section("Can we trust the checks?");
    item(r.blindRatio().sentence());
    findings(r, FindingKind.OFFICER);
    r.agreement().forEach(a -> item(a.sentence()));
    section("Do assessors agree with one another?");
    item(r.among().parts().isEmpty() ? r.among().sentence() : r.among().parts().get(0).sentence());
  }

  /** The rows of a table that were left out, one line per reason. */
  static List<String> excluded(TableLedger ledger) {
    return ledger.exclusions().stream()
        .map(e -> rows(e.rows(), ledger.table()) + " excluded: " + e.sentence())
        .toList();
  }

  private static String rows(long rows, String table) {
    return Words.count(rows, table.substring(0, table.length() - 1), table);
  }

  // Levels of the units in full; those of the assessors as counts of states, and in full where the
  // fewest checks stand behind one.
  private void levels(ReportModel r) {
    Map<String, List<LevelPart.Level>> people = new TreeMap<>();
    for (LevelPart.Level level : r.levels()) {
      if (level.scope() == Scope.UNIT) {
        item(full(level));
      } else {
        people.computeIfAbsent(level.level(), name -> new ArrayList<>()).add(level);
      }
    }
    people.forEach(
        (name, rows) -> {
          item(name + ", by assessor and period: " + states(rows) + " " + together(r, name));
          rows.stream()
              .min(Comparator.comparingLong(level -> level.rate().checked()))
              .filter(fewest -> fewest.state() != State.FAIL)
              .ifPresent(fewest -> item("Fewest checks: " + full(fewest)));
        });
    r.findings().stream()
        .filter(f -> f.kind() == FindingKind.LEVEL && f.about().containsKey("assessor"))
        .forEach(f -> item(f.sentence()));
    FurtherText.summary(r.further()).forEach(this::item);
  }

  private static String together(ReportModel r, String level) {
    return r.levelTables().stream()
        .filter(t -> t.level().equals(level))
        .map(LevelPart.LevelTable::sentence)
        .findFirst()
        .orElse("");
  }

  private static String full(LevelPart.Level level) {
    return LevelWords.state(level.state())
        + ": "
        + level.level()
        + ", "
        + level.member()
        + ", "
        + level.period()
        + (level.provisional() ? " (provisional)" : "")
        + ". "
        + level.sentence();
  }

  private static String states(List<LevelPart.Level> rows) {
    List<String> parts = new ArrayList<>();
    for (State state : State.values()) {
      long n = rows.stream().filter(row -> row.state() == state).count();
      parts.add(Words.count(n) + " " + LevelWords.state(state));
    }
    return String.join(", ", parts) + ".";
  }

  private void support(ReportModel r) {
    findings(r, FindingKind.GUIDELINE);
    if (!findings(r, FindingKind.TRAINING_NEED)) {
      item("Nobody is shown to err more than the others in the same streams.");
    }
    findings(r, FindingKind.TOO_FEW_CHECKS);
    r.needs()
        .trainings()
        .forEach(t -> item(t.assessor() + ", training " + t.date() + ": " + t.sentence()));
  }

  private boolean findings(ReportModel r, FindingKind kind) {
    List<FindingPart.Finding> found = r.findings().stream().filter(f -> f.kind() == kind).toList();
    found.forEach(f -> item(f.sentence()));
    if (kind != FindingKind.TOO_FEW_CHECKS) { // its sentence says it all
      found.stream().map(FindingPart.Finding::promise).distinct().forEach(this::item);
    }
    return !found.isEmpty();
  }

  private void section(String title) {
    line("");
    line(title);
    line("-".repeat(title.length()));
  }

  private void item(String text) {
    wrap("- ", Shown.visible(text));
  }

  private void wrap(String indent, String text) {
    StringBuilder row = new StringBuilder(indent);
    for (String word : text.split(" ")) {
      if (row.length() + word.length() > WIDTH && row.length() > indent.length()) {
        line(row.toString().stripTrailing());
        row = new StringBuilder(" ".repeat(indent.length()));
      }
      row.append(word).append(' ');
    }
    line(row.toString().stripTrailing());
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
