package org.assay.io.plan;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.assay.io.BadInputException;
import org.assay.io.table.FormulaGuard;

/** The key to a draw, kept from those who check: which grading each item stands for, and why. */
final class KeyFile {
  private static final List<String> HEADER =
      List.of(
          "lot",
          "check_order",
          "item_id",
          "assessor_id",
          "grading_number",
          "stratum_id",
          "selection_method",
          "inclusion_probability",
          "excluded",
          "seed_commitment",
          "seed_promised");

  private KeyFile() {}

  static String csv(List<KeyRow> drawn, String commitment, String promised) {
    var rows = new ArrayList<List<String>>();
    rows.add(HEADER);
    for (KeyRow row : drawn) {
      rows.add(
          List.of(
              row.lot(),
              Integer.toString(row.order()),
              FormulaGuard.neutralise(row.item()),
              FormulaGuard.neutralise(row.assessor()),
              Integer.toString(row.number()),
              FormulaGuard.neutralise(row.stratum()),
              "SRS",
              Texts.plain(row.inclusionProbability()),
              row.excluded() ? "yes" : "no",
              commitment,
              promised));
    }
    return Texts.csv(rows);
  }

  static List<KeyRow> read(Path file) throws IOException {
    var rows = new ArrayList<KeyRow>();
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : csv) {
        rows.add(row(file, row));
      }
    } catch (CsvParseException | UncheckedIOException e) {
      throw new BadInputException(file + " must be a key written by assay draw (CSV)", e);
    }
    if (rows.isEmpty()) {
      throw new BadInputException(file + " must be a key written by assay draw, but has no rows");
    }
    return rows;
  }

  private static KeyRow row(Path file, NamedCsvRecord row) {
    try {
      return new KeyRow(
          row.getField("lot"),
          Integer.parseInt(row.getField("check_order")),
          FormulaGuard.original(row.getField("item_id")),
          FormulaGuard.original(row.getField("assessor_id")),
          Integer.parseInt(row.getField("grading_number")),
          FormulaGuard.original(row.getField("stratum_id")),
          Double.parseDouble(row.getField("inclusion_probability")),
          row.getField("excluded").equals("yes"));
    } catch (NoSuchElementException | NumberFormatException e) {
      throw new BadInputException(
          file
              + ": line "
              + row.getStartingLineNumber()
              + " is not of a key written by assay draw, expected the columns "
              + HEADER,
          e);
    }
  }
}
