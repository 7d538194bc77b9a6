package org.assay.io.plan;

import java.util.Map;
import java.util.Optional;
import org.assay.io.ingest.Ledger;
import org.assay.io.ingest.MissingColumn;
import org.assay.io.ingest.Note;
import org.assay.io.ingest.TableLedger;

/** The account of a table of verdicts whose selections a key tells: what it lacks, it has there. */
final class KeyLedger {
  private static final String TOLD =
      "checks of what the plan has looked at have it from the key; others find errors and enter no"
          + " rate.";
  private static final Map<String, String> COLUMNS =
      Map.of(
          "selection_method", "How gradings were selected is not in the table: " + TOLD,
          "inclusion_probability", "Inclusion probabilities are not in the table: " + TOLD,
          "stratum_id",
              "The strata of the selection are not in the table: checks of what the plan has looked"
                  + " at have them from the key, others are taken to be of one stratum.");

  private KeyLedger() {}

  static Ledger of(Ledger ledger) {
    TableLedger v = ledger.verdicts();
    return new Ledger(
        ledger.gradings(),
        new TableLedger(
            v.table(),
            v.file(),
            v.rowsIn(),
            v.rowsUsed(),
            v.rowsPending(),
            v.rowsExcluded(),
            v.rowsUnresolved(),
            v.exclusions(),
            v.notes().stream().map(KeyLedger::told).toList(),
            v.ignoredColumns(),
            v.missingColumns().stream().map(KeyLedger::told).toList(),
            v.files()));
  }

  private static Note told(Note note) {
    return switch (note.kind()) {
      case NO_SELECTION_METHOD ->
          new Note(note.kind(), "No selection method is recorded; " + TOLD, note.rows());
      case NO_PROBABILITY ->
          new Note(
              note.kind(),
              "The selection was random but its probability is not recorded; " + TOLD,
              note.rows());
      default -> note;
    };
  }

  private static MissingColumn told(MissingColumn missing) {
    return Optional.ofNullable(COLUMNS.get(missing.column()))
        .map(sentence -> new MissingColumn(missing.column(), sentence, missing.files()))
        .orElse(missing);
  }
}
