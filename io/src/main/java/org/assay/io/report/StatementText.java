package org.assay.io.report;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assay.io.Shown;
import org.assay.io.report.MatrixPart.Cell;

/** A statement as plain text. */
final class StatementText {
  private static final int WIDTH = 96;

  private final StringBuilder out = new StringBuilder();

  private StatementText() {}

  static String of(StatementModel s) {
    StatementText text = new StatementText();
    text.write(s);
    return text.out.toString();
  }

  private void write(StatementModel s) {
    line(
        "Statement for "
            + s.assessor()
            + (s.from() == null ? "" : ", " + s.from() + " to " + s.to()));
    section("What was checked and how it was chosen");
    s.chosen().forEach(this::item);
    section("What the checks say");
    s.rates().forEach(this::item);
    section("What you mix up");
    mixUps(s);
    if (!s.said().isEmpty()) {
      section("What the report says about you");
      s.said().forEach(this::item);
    }
    section("Appeals");
    s.appeals().forEach(this::item);
    section("Rules for these figures");
    s.rights().forEach(this::item);
  }

  private void mixUps(StatementModel s) {
    Map<String, Cell> team =
        s.team().stream().collect(Collectors.toMap(MatrixTable::key, Function.identity()));
    boolean none = true;
    if (s.matrix() != null) {
      for (Cell c : s.matrix().cells()) {
        if (!c.reference().equals(c.grade())) {
          none = false;
          Cell all = team.get(MatrixTable.key(c));
          item(
              c.reference()
                  + " graded "
                  + c.grade()
                  + " in "
                  + Words.count(c.count(), "check", "checks")
                  + ": "
                  + MatrixTable.text(c.gradeGivenReference())
                  + (all == null || all.gradeGivenReference().value() == null
                      ? ""
                      : "; drawn towards the team's "
                          + MatrixTable.percent(c.gradeGivenReference().shrunken())
                          + "; of the team "
                          + MatrixTable.percent(all.gradeGivenReference().value())));
        }
      }
    }
    if (none) {
      item("No mix-up was found.");
    } else {
      item("Shares are of the gradings with that reference grade.");
    }
  }

  private void section(String title) {
    out.append('\n');
    line(title);
  }

  private void item(String sentence) {
    StringBuilder line = new StringBuilder("- ");
    for (String word : Shown.visible(sentence).split(" ")) {
      if (line.length() + word.length() > WIDTH && line.length() > 2) {
        out.append(line.toString().stripTrailing()).append('\n');
        line.setLength(0);
        line.append("  ");
      }
      line.append(word).append(' ');
    }
    out.append(line.toString().stripTrailing()).append('\n');
  }

  private void line(String text) {
    out.append(Shown.visible(text)).append('\n');
  }
}
