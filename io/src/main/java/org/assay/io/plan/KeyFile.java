package org.assay.io.plan;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.assay.io.BadInputException;
import org.assay.io.Shown;
import org.assay.io.files.TextFile;
import org.assay.io.policy.Policy;
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
  private static final int SEALS_AT = 9; // before the commitment

  // What a key has to be told from a changed one; keys of earlier versions lack it.
  private static final List<String> SEALS =
      List.of("grading_digest", "plan_digest", "counts_digest", "key_digest");

  private KeyFile() {}

  /**
   * A key that was read.
   *
   * @param file where it is
   * @param rows what was drawn
   * @param plan digest of the plan it was drawn for; empty in keys of earlier versions
   * @param counts digest of what its levels count as errors; empty likewise
   * @param digest of all of it; empty likewise
   */
  record Key(Path file, List<KeyRow> rows, String plan, String counts, String digest) {
    /** The marks of its items on pick-lists. */
    DrawMarks marks() {
      return DrawMarks.of(digest, rows.stream().map(KeyRow::item).toList());
    }

    /** Refuses another plan than the one that was drawn for, and other errors that count. */
    List<KeyRow> requireOf(Path planFile, Plan made, Policy policy) {
      if (!plan.isEmpty() && !plan.equals(PlanDigests.plan(made))) {
        throw new BadInputException(
            Shown.path(planFile)
                + " is not the plan that "
                + Shown.path(file)
                + " was drawn for: it was changed or made again since; give the plan as it was"
                + " drawn, or draw again");
      }
      if (!counts.isEmpty() && !counts.equals(PlanDigests.counts(made, policy))) {
        throw new BadInputException(
            "the policy counts other errors than when "
                + Shown.path(file)
                + " was drawn; give the policy as it was drawn, or plan and draw again");
      }
      return rows;
    }
  }

  /**
   * A key that is written.
   *
   * @param csv all of it
   * @param digest as it has it
   */
  record Written(String csv, String digest) {}

  /** Writes a key with the digests of the plan and of what its levels count. */
  static Written write(
      List<KeyRow> drawn, String commitment, String promised, String plan, String counts) {
    var rows = new ArrayList<List<String>>();
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
              promised,
              row.digest(),
              plan,
              counts));
    }
    String whole = PlanDigests.table(rows);
    var sealed = new ArrayList<List<String>>();
    sealed.add(inserted(HEADER, SEALS));
    for (List<String> row : rows) {
      List<String> seal = new ArrayList<>(row.subList(HEADER.size(), row.size()));
      seal.add(whole);
      sealed.add(inserted(row.subList(0, HEADER.size()), seal));
    }
    return new Written(Texts.csv(sealed), whole);
  }

  private static List<String> inserted(List<String> row, List<String> seal) {
    var whole = new ArrayList<>(row);
    whole.addAll(SEALS_AT, seal);
    return whole;
  }

  /** A key in the folder of a file, or in the present one, that was drawn for a plan. */
  static Optional<Path> of(String planDigest, Path beside) throws IOException {
    Path folder = beside.toAbsolutePath().getParent();
    for (Path where : List.of(folder, Path.of("").toAbsolutePath())) {
      try (DirectoryStream<Path> tables = Files.newDirectoryStream(where, "*.{csv,CSV}")) {
        for (Path table : tables) {
          if (isOf(planDigest, table)) {
            return Optional.of(
                where.equals(folder) ? beside.resolveSibling(table.getFileName()) : table);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isOf(String planDigest, Path table) {
    if (!Files.isRegularFile(table) || !Files.isReadable(table)) {
      return false;
    }
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(table)) {
      var rows = csv.iterator();
      return rows.hasNext()
          && rows.next().findField("plan_digest").filter(planDigest::equals).isPresent();
    } catch (CsvParseException | UncheckedIOException | IllegalStateException | IOException e) {
      return false; // some other table
    }
  }

  static List<KeyRow> read(Path file) throws IOException {
    return key(file).rows;
  }

  /** Reads a key, which must be as assay draw wrote it. */
  static Key key(Path file) throws IOException {
    return parse(file, TextFile.read(file));
  }

  /** The key that a text is. */
  static Key parse(Path file, String text) {
    var rows = new ArrayList<KeyRow>();
    var texts = new ArrayList<List<String>>();
    String plan = "";
    String counts = "";
    String whole = "";
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : csv) {
        rows.add(row(file, row));
        plan = row.findField("plan_digest").orElse("");
        counts = row.findField("counts_digest").orElse("");
        whole = row.findField("key_digest").orElse("");
        texts.add(
            Stream.concat(HEADER.stream(), SEALS.stream().limit(SEALS.size() - 1))
                .map(column -> row.findField(column).orElse(""))
                .toList());
      }
    } catch (CsvParseException | UncheckedIOException | IOException e) {
      throw new BadInputException(file + " must be a key written by assay draw (CSV)", e);
    }
    if (rows.isEmpty()) {
      throw new BadInputException(file + " must be a key written by assay draw, but has no rows");
    }
    if (!whole.isEmpty() && !whole.equals(PlanDigests.table(texts))) {
      throw new BadInputException(
          Shown.path(file)
              + " was changed since assay draw wrote it; give it as it was, or draw again with the"
              + " same seed into another file");
    }
    return new Key(file, List.copyOf(rows), plan, counts, whole);
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
          row.getField("excluded").equals("yes"),
          row.findField("grading_digest").orElse(""));
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
