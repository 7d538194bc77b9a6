package org.assay.io.ingest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assay.io.BadInputException;
import org.assay.io.annotation.AnnotationTool;
import org.assay.io.policy.Policy;
import org.assay.io.policy.PolicyReader;
import org.assay.io.report.Report;
import org.assay.io.table.ReadOptions;
import org.assay.io.table.TableSource;
import org.assay.io.table.TimeFormat;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table that was converted says what its source says: the same columns, ledger and report. */
class CanonicalTablesTest {
  private static final Policy POLICY =
      PolicyReader.parse(
          """
          {"scheme": {"grades": ["A", "B"]}, "zone": "Europe/London", "levels": [
            {"name": "any", "counts": "any", "acceptable": 0.02, "unacceptable": 0.1,
             "producerRisk": 0.05, "consumerRisk": 0.05, "scope": "unit", "period": "all"}]}
          """);

  @TempDir Path temp;
  private Path from;
  private Path to;

  @BeforeEach
  void folders() throws IOException {
    from = Files.createDirectory(temp.resolve("from"));
    to = Files.createDirectory(temp.resolve("to"));
  }

  private static TableSource source(Path file, ReadOptions options) {
    return TableSource.of(file, options);
  }

  private Path text(String name, String text, Charset charset) throws IOException {
    return Files.write(from.resolve(name), text.getBytes(charset));
  }

  /** Converts the tables, and compares what is read from both. */
  private String assertSame(InputTables tables) throws IOException {
    Path gradings = to.resolve("gradings.csv");
    String csv = CanonicalTables.gradings(tables).csv();
    Files.writeString(gradings, csv);
    InputTables converted = InputTables.of(List.of(gradings), List.of());
    Optional<CanonicalTables.Written> verdicts = CanonicalTables.verdicts(tables);
    if (verdicts.isPresent()) {
      Path file = Files.writeString(to.resolve("verdicts.csv"), verdicts.get().csv());
      converted = InputTables.of(List.of(gradings), List.of(file));
    }
    Intake before = Ingest.read(IngestOptions.of(tables, POLICY));
    Intake after = Ingest.read(IngestOptions.of(converted, POLICY));
    assertEquals(before.ledger(), after.ledger());
    assertEquals(before.losses(), after.losses());
    assertEquals(
        Report.of(before.gradings(), before.verdicts(), POLICY).toJson(),
        Report.of(after.gradings(), after.verdicts(), POLICY).toJson());
    return csv;
  }

  @Test
  void otherNamesEncodingSeparatorDatesAndCommas() throws IOException {
    Path gradings =
        text(
            "gradings.csv",
            """
            Grade;Wer;wann;St\u00fcck
            A;M\u00fcller;3.3.2025 09:00;"a;1"
            B;M\u00fcller;3.3.2025 10:00;"say ""b\"""
            Z;Ann;3.3.2025 10:00;=1
            A;Ann;gestern;2
            A;Ann;2025-03-03T10:00:00Z;3
            A;Ann;3.3.2025 11:00
            """,
            Charset.forName("windows-1252"));
    Path verdicts =
        text(
            "verdicts.csv",
            """
            item_id;reviewer_id;grade;selection_method;inclusion_probability;blind
            a;1;q;A;random;0,5;ja
            "a;1";q;A;random;0,5;ja
            3;q;B;random;50 %;ja
            """,
            StandardCharsets.UTF_8);
    var how =
        new ReadOptions(
            Optional.of(Charset.forName("windows-1252")),
            Optional.empty(),
            Optional.of(TimeFormat.of("d.M.yyyy HH:mm")));
    var tables =
        new InputTables(
            List.of(source(gradings, how)),
            Map.of("item_id", "St\u00fcck", "assessor_id", "Wer", "graded_at", "wann"),
            List.of(source(verdicts, ReadOptions.NONE)),
            Map.of());
    Files.writeString(
        to.resolve("gradings.csv"), CanonicalTables.gradings(tables).csv(), StandardCharsets.UTF_8);
    String csv = CanonicalTables.gradings(tables).csv();
    assertTrue(csv.startsWith("item_id,assessor_id,grade,graded_at\n"), csv);
    assertTrue(csv.contains("a;1,M\u00fcller,A,2025-03-03T09:00\n"), csv);
    assertTrue(csv.contains("\"say \"\"b\"\"\",M\u00fcller,B,2025-03-03T10:00\n"), csv);
    Intake before = Ingest.read(IngestOptions.of(tables, POLICY));
    Path file = to.resolve("gradings.csv");
    Path checks =
        Files.writeString(
            to.resolve("verdicts.csv"), CanonicalTables.verdicts(tables).orElseThrow().csv());
    Intake after =
        Ingest.read(IngestOptions.of(InputTables.of(List.of(file), List.of(checks)), POLICY));
    // Columns have their own names now, and a short row has another number of fields too few.
    assertEquals(reasons(before.ledger().gradings()), reasons(after.ledger().gradings()));
    assertEquals(reasons(before.ledger().verdicts()), reasons(after.ledger().verdicts()));
    assertEquals(
        Report.of(before.gradings(), before.verdicts(), POLICY).toJson(),
        Report.of(after.gradings(), after.verdicts(), POLICY).toJson());
  }

  private static Map<Reason, Long> reasons(TableLedger ledger) {
    return ledger.exclusions().stream()
        .collect(Collectors.toMap(Exclusion::reason, Exclusion::rows));
  }

  @Test
  void aWorkbook() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "test", "1.0")) {
      var sheet = book.newWorksheet("Grades");
      String[] titles = {"item_id", "assessor_id", "grade", "graded_at"};
      for (int c = 0; c < titles.length; c++) {
        sheet.value(0, c, titles[c]);
      }
      for (int row = 1; row < 9; row++) {
        sheet.value(row, 0, 1000 + row);
        sheet.value(row, 1, row % 2 == 0 ? "ann" : "bob");
        sheet.value(row, 2, row == 5 ? "X" : "A");
        sheet.value(row, 3, 45_719.5 + row);
        sheet.style(row, 3).format("yyyy-mm-dd hh:mm").set();
      }
    }
    Path file = Files.write(from.resolve("gradings.csv"), bytes.toByteArray());
    String csv = assertSame(InputTables.of(List.of(file), List.of()));
    assertTrue(csv.contains("1001,bob,A,2025-03-04T12:00\n"), csv);
  }

  @Test
  void aWideTableAndJsonLines() throws IOException {
    Path wide = text("gradings.csv", "item,ann,bob\n1,A,B\n2,,A\n3,B,\n", StandardCharsets.UTF_8);
    var long1 =
        TableSource.ofWide(TableSource.of(wide), GradingTables.wide(Optional.empty(), List.of()));
    String csv =
        CanonicalTables.gradings(new InputTables(List.of(long1), Map.of(), List.of(), Map.of()))
            .csv();
    assertEquals("item_id,assessor_id,grade\n1,ann,A\n1,bob,B\n2,bob,A\n3,ann,B\n", csv);
    Path lines =
        text(
            "gradings.csv",
            """
            {"item_id":"1","assessor_id":"a,b","grade":"A"}
            {"item_id":"2","assessor_id":"a b","grade":"A"}
            {"item_id":"3","assessor_id":"c","grade":"B"}
            """,
            StandardCharsets.UTF_8);
    assertSame(InputTables.of(List.of(lines), List.of()));
  }

  @Test
  void anExport() throws IOException {
    Path xml = from.resolve("gradings.csv");
    Files.writeString(
        xml,
        "<annotations><meta><task><id>1</id><assignee><username>ann</username></assignee></task>"
            + "</meta><image name='1'><tag label='A'/></image><image name='2'><tag label='B'/>"
            + "</image></annotations>");
    assertSame(
        new InputTables(
            List.of(AnnotationTool.of("cvat").table(xml)), Map.of(), List.of(), Map.of()));
  }

  /** Converting what was converted changes nothing. */
  @Test
  void twiceIsOnce() throws IOException {
    Path table =
        text(
            "gradings.csv",
            "grade,item_id,x,assessor_id\nA,\"1\n2\",y,ann\n\nB,\"\"\"\",y,bob\nA,2,y\n",
            StandardCharsets.UTF_8);
    String once = CanonicalTables.gradings(InputTables.of(List.of(table), List.of())).csv();
    Path converted = Files.writeString(to.resolve("gradings.csv"), once);
    String twice = CanonicalTables.gradings(InputTables.of(List.of(converted), List.of())).csv();
    assertArrayEquals(
        once.getBytes(StandardCharsets.UTF_8), twice.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aTableThatCannotBeReadIsRefused() throws IOException {
    Path table = text("gradings.csv", "item_id,grade\n1,A\n", StandardCharsets.UTF_8);
    var tables = InputTables.of(List.of(table), List.of());
    assertThrows(BadInputException.class, () -> CanonicalTables.gradings(tables));
  }
}
