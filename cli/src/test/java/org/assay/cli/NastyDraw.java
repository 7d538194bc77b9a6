package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A draw of 60 items, most of them with ids that a spreadsheet takes for something else, and what
 * the evaluation of a filled list has read.
 */
final class NastyDraw {
  /** Ids that spreadsheets, CSV and XML have their own ideas about. */
  static final List<String> IDS =
      List.of(
          "00123",
          "1E5",
          "-x",
          "=1",
          "'=1",
          "''=1",
          "2025-03-01",
          "1-2",
          "3/4",
          "TRUE",
          " lead",
          "_x0041_",
          "a,b;c\"d",
          "\u65E5\u672C",
          "1234567890123456789",
          "a & <b>",
          "+49 170",
          "@home",
          "'plain",
          "MARCH1",
          "1.50",
          "0,5",
          "1:30",
          "#N/A",
          "-5",
          "\u00E9",
          "12e3",
          "0x1F",
          "5 %",
          "\u20AC 3",
          "=SUM(A1)",
          "TRUE ",
          "x\u00A0y",
          "\uFF1D1",
          "1.2.3",
          "-",
          "--1",
          "'",
          "a|b",
          "__x000D_x");

  final StringWriter out = new StringWriter();
  final StringWriter err = new StringWriter();
  private final Path folder;

  /**
   * Plans and draws in a folder: {@code list.csv}, {@code list-semicolon.csv}, {@code list.xlsx}.
   */
  NastyDraw(Path folder) throws IOException {
    this.folder = folder;
    var rows = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(rows)) {
      csv.writeRecord("item_id", "assessor_id", "grade", "graded_at");
      for (int i = 0; i < 60; i++) {
        String id = i < IDS.size() ? IDS.get(i) : "i" + i;
        csv.writeRecord(id, "a0" + (1 + i % 2), "B", "2025-03-02T10:00:00Z");
      }
    }
    Files.writeString(folder.resolve("g.csv"), rows.toString());
    Files.writeString(folder.resolve("p.json"), TwoAssessors.POLICY);
    assertEquals(0, run("plan --gradings @g.csv --policy @p.json --out @plan.json"), err::toString);
    for (String list : List.of("@list.csv", "@list-semicolon.csv --delimiter ;", "@list.xlsx")) {
      String draw =
          "draw --plan @plan.json --gradings @g.csv --policy @p.json --seed h-long-seed-of-draws"
              + " --reserve --key @key.csv --pick-list ";
      assertEquals(0, run(draw + list), err::toString);
    }
  }

  int run(String line) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    String[] args = line.split(" ");
    for (int i = 0; i < args.length; i++) {
      args[i] = args[i].startsWith("@") ? folder.resolve(args[i].substring(1)).toString() : args[i];
    }
    return Assay.run(new PrintWriter(out), new PrintWriter(err, true), args);
  }

  /** The grade of every item, in the order of the list: A for each seventh, else B. */
  Map<String, String> grades() throws IOException {
    Map<String, String> grades = new HashMap<>();
    for (String item : items()) {
      grades.put(item, grade(grades.size() + 1));
    }
    return grades;
  }

  /** The grade that is filled into a row, the header being row 0. */
  static String grade(int row) {
    return row % 7 == 0 ? "A" : "B";
  }

  /** The drawn items in the order of the list. */
  List<String> items() throws IOException {
    var items = new ArrayList<String>();
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(folder.resolve("list.csv"))) {
      csv.forEach(row -> items.add(original(row.getField("item_id"))));
    }
    return items;
  }

  private static String original(String shown) {
    return shown.matches("'+[=+@\uFF1D-].*") ? shown.substring(1) : shown;
  }

  /** The grade of every item that an evaluation has read, its dates all of a day. */
  Map<String, String> evaluated(String verdicts, String options, String day) throws IOException {
    int status =
        run(
            "evaluate --plan @plan.json --key @key.csv --gradings @g.csv --policy @p.json --force"
                + " --state @state.json --verdicts @"
                + verdicts
                + options);
    assertEquals(0, status, err::toString);
    JsonNode read =
        JsonMapper.shared()
            .readTree(Files.readString(folder.resolve("state.json")))
            .path("verdicts");
    List<String> columns = new ArrayList<>();
    read.path("columns").forEach(column -> columns.add(column.asString()));
    Map<String, String> grades = new HashMap<>();
    for (JsonNode row : read.path("rows")) {
      assertEquals(day, row.path(columns.indexOf("checked_at")).asString(), row::toString);
      grades.put(
          row.path(columns.indexOf("item_id")).asString(),
          row.path(columns.indexOf("grade")).asString());
    }
    return grades;
  }
}
