package org.assay.io.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.assay.io.BadInputException;
import org.assay.io.policy.Policy;
import org.assay.io.table.ReadOptions;
import org.assay.io.table.TableSource;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** Workbooks as spreadsheets save them. */
class WorkbookTest extends IngestFixture {
  private static final Policy LONDON = POLICY.withZone(ZoneId.of("Europe/London"));

  interface Filled {
    void in(Workbook book) throws IOException;
  }

  private Path book(Filled filled) throws IOException {
    Path file = dir.resolve("g.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        var book = new Workbook(out, "Test", "1.0")) {
      filled.in(book);
    }
    return file;
  }

  private static void texts(Worksheet sheet, int row, String... cells) {
    for (int c = 0; c < cells.length; c++) {
      if (!cells[c].isEmpty()) {
        sheet.value(row, c, cells[c]);
      }
    }
  }

  private static Intake read(Path file, Policy policy, String sheet) {
    var options = new ReadOptions(Optional.empty(), Optional.ofNullable(sheet), Optional.empty());
    return Ingest.read(IngestOptions.of(TableSource.of(file, options), policy));
  }

  private static long at(Intake in, int row) {
    return in.gradings().gradedAt().orElseThrow()[row];
  }

  private static void assertMessage(String expected, Path file, String sheet) {
    assertEquals(
        file + ": " + expected,
        assertThrows(BadInputException.class, () -> read(file, LONDON, sheet)).getMessage());
  }

  @Test
  void textsNumbersDatesAndTruthValues() throws IOException {
    Path file =
        book(
            book -> {
              Worksheet sheet = book.newWorksheet("Grades");
              texts(sheet, 1, "Item Id", "Assessor Id", "Grade", "Graded at", "", "notes");
              texts(sheet, 2, "i1", "Jos\u00e9", " a ", "2025-03-03 10:00");
              sheet.value(3, 0, 4711);
              sheet.value(3, 1, true);
              sheet.value(3, 2, "B");
              sheet.value(3, 3, LocalDateTime.of(2025, 7, 1, 12, 30));
              sheet.style(3, 3).format("yyyy-mm-dd hh:mm").set();
              sheet.value(5, 0, 7); // a row without anything before it
              sheet.style(5, 0).format("00000").set();
              texts(sheet, 5, "", "a02", "C");
              sheet.value(5, 3, LocalDate.of(2025, 3, 4));
              sheet.style(5, 3).format("dd.mm.yyyy").set();
              texts(sheet, 6, "i4", "a02", "C");
              sheet.value(6, 3, 45720.5); // a date that shows as a number
            });
    Intake in = read(file, LONDON, null);
    var gradings = in.gradings();
    assertAll(
        () -> assertEquals(4, gradings.size()),
        () -> assertEquals("Jos\u00e9", gradings.assessor().id(0)),
        () -> assertEquals(0, gradings.grade().get(0)),
        () -> assertEquals("4711", gradings.item().id(1)),
        () -> assertEquals("true", gradings.assessor().id(1)),
        () -> assertEquals("00007", gradings.item().id(2)),
        () -> assertEquals(Instant.parse("2025-03-03T10:00:00Z").toEpochMilli(), at(in, 0)),
        () -> assertEquals(Instant.parse("2025-07-01T11:30:00Z").toEpochMilli(), at(in, 1)),
        () -> assertEquals(Instant.parse("2025-03-04T00:00:00Z").toEpochMilli(), at(in, 2)),
        () -> assertEquals(Instant.parse("2025-03-04T12:00:00Z").toEpochMilli(), at(in, 3)),
        () -> assertEquals(1, in.ledger().gradings().noted(Note.Kind.DATE_ALONE)),
        () -> assertEquals(List.of("notes"), in.ledger().gradings().ignoredColumns()));
  }

  @Test
  void rowsHaveTheNumbersOfTheSpreadsheet() throws IOException {
    Path file =
        book(
            book -> {
              Worksheet sheet = book.newWorksheet("s");
              texts(sheet, 2, "item_id", "assessor_id", "grade");
              texts(sheet, 3, "i1", "a1", "A");
              texts(sheet, 6, "i2", "a1", "Z");
              texts(sheet, 7, "i3", "a1", "A", "", "more");
              texts(sheet, 8, "i4");
            });
    assertEquals(
        Map.of(
            Reason.UNKNOWN_GRADE, List.of(7L),
            Reason.FIELD_COUNT, List.of(8L),
            Reason.MISSING_FIELD, List.of(9L)),
        rows(read(file, LONDON, null).ledger().gradings()));
  }

  @Test
  void aSheetIsChosenByNameOrNumber() throws IOException {
    Path file =
        book(
            book -> {
              Worksheet read = book.newWorksheet("Read me");
              texts(read, 0, "how to fill in");
              Worksheet sheet = book.newWorksheet("Grades 2025");
              texts(sheet, 0, "item_id", "assessor_id", "grade");
              texts(sheet, 1, "i1", "a1", "A");
            });
    assertAll(
        () -> assertEquals(1, read(file, LONDON, "Grades 2025").gradings().size()),
        () -> assertEquals(1, read(file, LONDON, "2").gradings().size()));
    assertMessage(
        "has no sheet \"Grades\", expected one of [Read me, Grades 2025] or its number from 1",
        file,
        "Grades");
    assertMessage("column \"item_id\" is missing, the header has [how to fill in]", file, null);
  }

  /** A number of 16 digits and more has lost its last ones: it is seen as what it is. */
  @Test
  void longNumbersAreNotMadeUp() throws IOException {
    Path file =
        book(
            book -> {
              Worksheet sheet = book.newWorksheet("s");
              texts(sheet, 0, "item_id", "assessor_id", "grade");
              for (int row = 1; row <= 4; row++) {
                sheet.value(row, 0, Double.parseDouble("1.2345678E17"));
                texts(sheet, row, "", "a" + row, "A");
              }
            });
    String message =
        assertThrows(BadInputException.class, () -> read(file, LONDON, null)).getMessage();
    assertTrue(message.contains("1.2345678E17 in 4 rows: a spreadsheet has shortened"), message);
  }

  /** The same workbook with other texts in its parts. */
  private Path edited(Path book, UnaryOperator<String> edit) throws IOException {
    Path edited = dir.resolve("edited.xlsx");
    try (var in = new ZipFile(book.toFile());
        var out = new ZipOutputStream(Files.newOutputStream(edited))) {
      for (var entry : Collections.list(in.entries())) {
        String text = new String(in.getInputStream(entry).readAllBytes(), UTF_8);
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(edit.apply(text).getBytes(UTF_8));
      }
    }
    return edited;
  }

  /** Where days are counted from 1904, the same number is another day. */
  @Test
  void theOtherCountOfDays() throws IOException {
    Path file =
        book(
            book -> {
              Worksheet sheet = book.newWorksheet("s");
              texts(sheet, 0, "item_id", "assessor_id", "grade", "graded_at");
              texts(sheet, 1, "i1", "a1", "A");
              sheet.value(1, 3, 44257.5);
            });
    Path other =
        edited(
            file,
            text ->
                text.contains("<workbook ")
                    ? text.replaceFirst("<workbookPr[^>]*/>", "")
                        .replaceFirst("(<workbook [^>]*>)", "$1<workbookPr date1904=\"1\"/>")
                    : text);
    assertAll(
        () ->
            assertEquals(
                Instant.parse("2021-03-02T12:00:00Z").toEpochMilli(),
                at(read(file, LONDON, null), 0)),
        () ->
            assertEquals(
                Instant.parse("2025-03-03T12:00:00Z").toEpochMilli(),
                at(read(other, LONDON, null), 0)));
  }

  /** A formula without a value is no grade and no id, with a policy and without. */
  @Test
  void errorCellsAreExcluded() throws IOException {
    Path file =
        book(
            book -> {
              Worksheet sheet = book.newWorksheet("s");
              texts(sheet, 0, "item_id", "assessor_id", "grade");
              for (int row = 1; row <= 4; row++) {
                texts(sheet, row, "i" + row, "a1", row == 1 ? "B" : "A");
              }
              sheet.value(1, 2, 7771);
              sheet.value(2, 0, 7772);
            });
    Path other =
        edited(
            file,
            text ->
                text.replaceAll("<c r=\"(..)\"[^>]*><v>7771</v>", "<c r=\"$1\" t=\"e\"><v>#N/A</v>")
                    .replaceAll(
                        "<c r=\"(..)\"[^>]*><v>7772</v>", "<c r=\"$1\" t=\"e\"><v>#REF!</v>"));
    TableLedger ledger = read(other, LONDON, null).ledger().gradings();
    assertEquals(2, ledger.excluded(Reason.SPREADSHEET_ERROR));
    assertEquals(2, ledger.rowsUsed());
    String message =
        assertThrows(
                BadInputException.class,
                () -> GradesSeen.in(List.of(TableSource.of(other)), Map.of(), false))
            .getMessage();
    assertTrue(message.contains("has one grade only, \"A\""), message);
  }

  @Test
  void whatIsNoWorkbookIsRefused() throws IOException {
    Path zip = dir.resolve("g.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("g.csv"));
      out.write("item_id".getBytes(UTF_8));
    }
    String save = "; open it in a spreadsheet and save it again as an Excel workbook (.xlsx)";
    assertMessage(
        "is not a workbook that can be read (damaged, or a ZIP archive of something else), before"
            + " the first row"
            + save,
        zip,
        null);
    byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0};
    assertMessage(
        "is a workbook with a password or an old one (XLS), expected XLSX; save it as an Excel"
            + " workbook (.xlsx) without a password, or as CSV",
        Files.write(dir.resolve("g.xls"), old),
        null);
  }

  /** A damaged workbook is an error of one line, or the table it was. 200 seeds. */
  @Test
  void damageIsNoCrash() throws IOException {
    Path file =
        book(
            book -> {
              Worksheet sheet = book.newWorksheet("s");
              texts(sheet, 0, "item_id", "assessor_id", "grade");
              for (int row = 1; row < 200; row++) {
                texts(sheet, row, "i" + row, "a" + row % 7, "A");
              }
            });
    byte[] whole = Files.readAllBytes(file);
    int refused = 0;
    for (int seed = 0; seed < 200; seed++) {
      var random = new Random(seed);
      byte[] bytes =
          seed % 4 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
      for (int i = 0; i < 1 + seed % 5 && bytes.length > 8; i++) {
        bytes[4 + random.nextInt(bytes.length - 4)] = (byte) random.nextInt(256);
      }
      Path damaged = Files.write(dir.resolve("d.xlsx"), bytes);
      try {
        assertTrue(read(damaged, LONDON, null).gradings().size() <= 199);
      } catch (BadInputException e) {
        assertEquals(1, e.getMessage().lines().count());
        refused++;
      }
    }
    assertTrue(refused > 50);
  }
}
