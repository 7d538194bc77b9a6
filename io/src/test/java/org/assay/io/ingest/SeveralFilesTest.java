package org.assay.io.ingest;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.assay.data.Gradings.Attribute;
import org.assay.io.BadInputException;
import org.assay.io.ingest.Exclusion.Example;
import org.junit.jupiter.api.Test;

/** A table in several files is one table: what is said across their ends is found. */
class SeveralFilesTest extends IngestFixture {
  private static final String GRADINGS =
      "grading_id,item_id,assessor_id,grade,graded_at,supersedes";

  private static Intake read(List<Path> gradings, List<Path> verdicts) {
    return Ingest.read(IngestOptions.of(InputTables.of(gradings, verdicts), POLICY));
  }

  private List<Path> weeks() throws IOException {
    return List.of(
        file(
            "w1.csv",
            GRADINGS,
            "g1,i1,a01,A,2025-03-03T10:00Z,",
            "g2,i2,a01,B,2025-03-03T10:01Z,",
            "g3,i3,a02,C,2025-03-03T10:02Z,"),
        file(
            "w2.csv",
            "graded_at,assessor_id,item_id,grading_id,grade,unit_id,extra",
            "2025-03-10T10:00Z,a01,i4,g4,b,u1,x",
            "",
            "2025-03-10T10:01Z,a02,i5,g5,Z,u1,x",
            "2025-03-03T10:00Z,a01,i1,g1,A,,x"),
        file("w3.csv", GRADINGS),
        file(
            "w4.csv",
            GRADINGS,
            "g6,i2,a01,C,2025-03-17T10:00Z,g2",
            "g3,i3,a02,B,2025-03-03T10:02Z,",
            "g7,i6,a02,A,2025-03-17T10:01Z"));
  }

  @Test
  void areOneTable() throws IOException {
    Path late =
        file("v2.csv", VERDICTS + ",grading_id", "i4,q1,B,2025-03-18T10:00Z,g4", "i9,q1,A,never,");
    Path early = file("v1.csv", VERDICTS, "i1,q1,A,2025-03-04T10:00Z");
    Intake in = read(weeks(), List.of(late, early));
    assertAll(
        () -> assertEquals(List.of("i1", "i4", "i2"), items(in)),
        () -> assertEquals(2, in.verdicts().size()),
        () -> assertEquals("", in.gradings().attribute(Attribute.UNIT).orElseThrow().id(0)),
        () -> assertEquals("u1", in.gradings().attribute(Attribute.UNIT).orElseThrow().id(1)));
  }

  private static List<String> items(Intake in) {
    var items = new ArrayList<String>();
    for (int row = 0; row < in.gradings().size(); row++) {
      items.add(in.gradings().item().id(row));
    }
    return items;
  }

  @Test
  void tellRowsByFileAndNumber() throws IOException {
    TableLedger ledger = read(weeks(), List.of()).ledger().gradings();
    assertAll(
        () -> assertEquals("w1.csv to w4.csv (4 files)", ledger.file()),
        () ->
            assertEquals(
                List.of(
                    new FileRows("w1.csv", 3, 2),
                    new FileRows("w2.csv", 3, 2),
                    new FileRows("w3.csv", 0, 0),
                    new FileRows("w4.csv", 3, 2)),
                ledger.files()),
        () ->
            assertEquals(
                new Example(4, "grade", "Z", null, "w2.csv", null),
                only(ledger, Reason.UNKNOWN_GRADE)),
        () ->
            assertEquals(
                new Example(5, "grading_id", "g1", 2L, "w2.csv", "w1.csv"),
                only(ledger, Reason.EXACT_DUPLICATE)),
        () ->
            assertEquals(
                List.of(
                    new Example(4, "grading_id", "g3", 3L, "w1.csv", "w4.csv"),
                    new Example(3, "grading_id", "g3", 4L, "w4.csv", "w1.csv")),
                ledger.exclusion(Reason.CONFLICTING_DUPLICATE).orElseThrow().examples()),
        () ->
            assertEquals(
                new Example(3, "grading_id", "g2", 2L, "w1.csv", "w4.csv"),
                only(ledger, Reason.SUPERSEDED)),
        () ->
            assertEquals(
                new Example(4, "", "5 fields, the header has 6", null, "w4.csv", null),
                only(ledger, Reason.FIELD_COUNT)),
        () -> assertEquals("w4.csv row 4", only(ledger, Reason.FIELD_COUNT).place()));
  }

  @Test
  void mayDifferInOptionalColumns() throws IOException {
    TableLedger ledger = read(weeks(), List.of()).ledger().gradings();
    List<MissingColumn> missing = ledger.missingColumns();
    assertAll(
        () -> assertEquals(List.of("extra"), ledger.ignoredColumns()),
        () ->
            assertEquals(
                List.of("w1.csv", "w3.csv", "w4.csv"),
                missing.stream()
                    .filter(m -> m.column().equals("unit_id"))
                    .findFirst()
                    .orElseThrow()
                    .files()),
        () ->
            assertEquals(
                List.of(),
                missing.stream()
                    .filter(m -> m.column().equals("stream_id"))
                    .findFirst()
                    .orElseThrow()
                    .files()));
  }

  @Test
  void areReadInTheOrderOfTheirNames() throws IOException {
    List<Path> weeks = weeks();
    var turned = new ArrayList<>(weeks);
    Collections.reverse(turned);
    assertEquals(told(read(weeks, List.of())), told(read(turned, List.of())));
  }

  @Test
  void haveNumbersOfTheirOwnDecimalsAndColumnsOfTheirOwnFirst() throws IOException {
    Path gradings = file("g.csv", GRADINGS, "g1,i1,a01,A,2025-03-03T10:00Z,");
    String titles = VERDICTS + ",selection_method,inclusion_probability,blind,stratum_id";
    Path comma =
        file(
            "a.csv",
            titles.replace(',', ';'),
            "i1;q1;A;2025-03-04T10:00Z;srs;1,0;blind;s1",
            "i1;q2;A;2025-03-04T10:00Z;srs;0.25;blind;s1");
    Path point =
        file(
            "b.csv",
            titles,
            "i1,q3,A,2025-03-04T10:00Z,srs,\"1,0\",blind,s1",
            "i1,q4,A,2025-03-04T10:00Z,srs,0.125,blind,s1");
    Intake in = read(List.of(gradings), List.of(comma, point));
    assertAll(
        () ->
            assertEquals(
                new Example(2, "inclusion_probability", "1,0", null, "b.csv", null),
                only(in.ledger().verdicts(), Reason.BAD_PROBABILITY)),
        () -> assertEquals(3, in.verdicts().size()),
        () -> assertEquals(0.125, in.verdicts().selections().inclusionProbability(2)));
  }

  @Test
  void aFileThatCannotBeUsedIsNamed() throws IOException {
    Path whole = file("w1.csv", GRADINGS, "g1,i1,a01,A,2025-03-03T10:00Z,");
    Path short1 = file("w2.csv", "item_id,assessor_id,grade", "i1,a01,A");
    assertMessage(
        short1
            + ": has no column graded_at, unlike the files before; give all files of a table their"
            + " times, or none",
        () -> read(List.of(whole, short1), List.of()));
    Path bare = file("w4.csv", "item_id,assessor_id,graded_at", "i1,a01,2025-03-03T10:00Z");
    assertMessage(
        bare + ": column \"grade\" is missing, the header has [assessor_id, graded_at, item_id]",
        () -> read(List.of(whole, bare), List.of()));
    Path foreign = dir.resolve("w3.csv");
    Files.write(
        foreign,
        (GRADINGS + "\n" + "g\u00e9,i1,a01,A,2025-03-03T10:00Z,\n".repeat(3))
            .getBytes(StandardCharsets.ISO_8859_1));
    String message =
        assertThrows(BadInputException.class, () -> read(List.of(whole, foreign), List.of()))
            .getMessage();
    assertTrue(
        message.startsWith(
            foreign
                + ": 3 of 3 rows hold bytes that are not UTF-8, expected UTF-8: the file is"
                + " probably in Windows-1252 or Latin-1 (row 2, column grading_id would be"),
        message);
  }

  @Test
  void noUsableRowInAnyIsRefused() throws IOException {
    Path none = file("w1.csv", GRADINGS);
    Path bad = file("w2.csv", GRADINGS, "g1,i1,a01,Z,2025-03-03T10:00Z,");
    assertMessage(
        "w1.csv to w2.csv (2 files): the only row cannot be used (unknown grade 1); w2.csv row"
            + " 2, column grade has \"Z\", expected one of A, B, C, N",
        () -> read(List.of(none, bad), List.of()));
    Path empty = file("w3.csv", GRADINGS);
    assertMessage(
        "w1.csv to w3.csv (2 files): no rows after the header",
        () -> read(List.of(none, empty), List.of()));
  }

  @Test
  void eachHasANameOfItsOwn() throws IOException {
    Path file = file("w1.csv", GRADINGS, "g1,i1,a01,A,2025-03-03T10:00Z,");
    assertMessage(
        "gradings: " + file + " is given twice, expected each file once",
        () -> read(List.of(file, file), List.of()));
    Path other = Files.createDirectory(dir.resolve("2024")).resolve("w1.csv");
    Files.copy(file, other);
    assertMessage(
        "gradings: "
            + other
            + " and "
            + file
            + " have one name, expected each file once and under a name of its own, which its rows"
            + " are told by",
        () -> read(List.of(other, file), List.of()));
  }

  private static void assertMessage(String expected, Supplier<Intake> reading) {
    assertEquals(expected, assertThrows(BadInputException.class, reading::get).getMessage());
  }
}
