package org.assay.io.doctor;

import java.util.List;
import java.util.Locale;
import org.assay.io.Shown;
import org.assay.io.doctor.Diagnosis.Answer;
import org.assay.io.doctor.Diagnosis.Table;
import org.assay.io.ingest.TableLedger;

/** A {@link Diagnosis} on a page of plain text. */
public final class DiagnosisText {
  private static final int WIDTH = 96;

  private final StringBuilder out = new StringBuilder();

  private DiagnosisText() {}

  /**
   * The page.
   *
   * @param diagnosis what to say
   * @return text with line ends
   */
  public static String of(Diagnosis diagnosis) {
    var text = new DiagnosisText();
    text.write(diagnosis);
    return text.out.toString();
  }

  private void write(Diagnosis d) {
    title("What can be concluded");
    for (Answer answer : d.answers()) {
      wrap(word(answer), "          ", answer.question().words() + " " + answer.found());
      answer.toDo().forEach(toDo -> wrap("          - ", "            ", toDo));
    }
    if (d.policy() == null) {
      line("");
      wrap("", "", "No policy was given: the grades are those that occur in the tables.");
    }
    for (Table table : d.tables()) {
      if (table.ledger().isPresent()) {
        line("");
        rows(table);
      }
    }
    list("What to look at", d.warnings());
    list("What more columns would add", d.improvements());
  }

  private static String word(Answer answer) {
    return String.format(Locale.ROOT, "%-10s", answer.can().name().toLowerCase(Locale.ROOT));
  }

  private void rows(Table table) {
    TableLedger ledger = table.ledger();
    title("Rows of " + ledger.table());
    wrap("", "", balance(ledger));
    table.causes().forEach(cause -> wrap("- ", "  ", cause));
    if (ledger.rowsUnresolved() > 0) {
      wrap(
          "- ",
          "  ",
          Doctor.rows(
                  ledger.rowsUnresolved(),
                  "of the excluded rows is a random selection",
                  "of the excluded rows are random selections")
              + " that stay in the denominators as unresolved: errors in every upper limit, none in"
              + " every lower one.");
    }
  }

  private static String balance(TableLedger ledger) {
    return String.format(
        Locale.ROOT,
        "%s: %s in = %,d used%s + %,d excluded.",
        ledger.file(),
        Doctor.rows(ledger.rowsIn(), "row", "rows"),
        ledger.rowsUsed(),
        ledger.rowsPending() == 0
            ? ""
            : String.format(Locale.ROOT, " + %,d pending", ledger.rowsPending()),
        ledger.rowsExcluded());
  }

  private void list(String title, List<String> lines) {
    if (!lines.isEmpty()) {
      line("");
      title(title);
      lines.forEach(text -> wrap("- ", "  ", text));
    }
  }

  private void title(String title) {
    line(title);
    line("-".repeat(title.length()));
  }

  private void wrap(String first, String others, String text) {
    var row = new StringBuilder(first);
    boolean isEmpty = true;
    for (String word : Shown.visible(text).split(" ")) {
      if (!isEmpty && row.length() + word.length() > WIDTH) {
        line(row.toString().stripTrailing());
        row = new StringBuilder(others);
      }
      row.append(word).append(' ');
      isEmpty = false;
    }
    line(row.toString().stripTrailing());
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
