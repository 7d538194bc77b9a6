package org.assay.io.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Arrays;
import org.assay.data.Gradings;
import org.assay.data.Verdicts;
import org.assay.io.Shown;
import org.assay.io.ingest.Intake;
import org.assay.io.table.FormulaGuard;

/**
 * Every error that was found, however its check was chosen, for correction: a CSV table. It is for
 * people: a character that acts on a screen is shown as backslash, u and its number.
 */
final class ErrorList {
  private ErrorList() {}

  static String csv(Intake intake) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(
          "item_id",
          "assessor_id",
          "grade",
          "reference_grade",
          "graded_at",
          "reviewer_id",
          "checked_at",
          "selection_method",
          "blind");
      Verdicts verdicts = intake.verdicts();
      for (int row = 0; row < verdicts.size(); row++) {
        if (verdicts.isError(row)) {
          csv.writeRecord(record(verdicts, row));
        }
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return text.toString();
  }

  private static String[] record(Verdicts verdicts, int row) {
    Gradings gradings = verdicts.gradings();
    int grading = verdicts.selections().grading(row);
    String[] cells = {
      gradings.item().id(grading),
      gradings.assessor().id(grading),
      gradings.scheme().grade(verdicts.grade(row)),
      gradings.scheme().grade(verdicts.reference().get(row)),
      gradings.gradedAt().map(at -> Instant.ofEpochMilli(at[grading]).toString()).orElse(""),
      verdicts.reviewer().id(row),
      checkedAt(verdicts, row),
      verdicts.selections().method(row).name(),
      verdicts.selections().blindness(row).name()
    };
    return Arrays.stream(cells)
        .map(cell -> Shown.isolated(FormulaGuard.neutralise(cell)))
        .toArray(String[]::new);
  }

  private static String checkedAt(Verdicts verdicts, int row) {
    long at = verdicts.checkedAt(row);
    return at == Intake.UNTIMED ? "" : Instant.ofEpochMilli(at).toString();
  }
}
