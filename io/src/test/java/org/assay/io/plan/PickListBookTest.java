package org.assay.io.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.assay.io.BadInputException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pick-list as a workbook, as a spreadsheet and as the format sees it. */
class PickListBookTest {
  private static final List<String> COLUMNS =
      List.of("item_id", "reviewer_id", "grade", "checked_at", "draw");
  private static final PickList LIST =
      new PickList(
          COLUMNS,
          List.of(
              List.of("00123", "", "", "", "bcdf"),
              List.of("=1", "-r", "", "", "ghjk"),
              List.of("_x0041_", "", "", "", "lmnp")),
          List.of("A", "B,C"),
          0,
          0,
          false,
          List.of());

  @TempDir Path temp;

  private Path write() throws IOException {
    Path file = temp.resolve("list.XLSX");
    return Files.write(file, LIST.bytes(file, Optional.empty()));
  }

  private static String entry(Path book, String name) throws IOException {
    try (var zip = new ZipFile(book.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void idsAreTextAndAreWrittenAsTheyAre() throws IOException {
    List<String> shown = new ArrayList<>();
    try (var book = new ReadableWorkbook(write().toFile())) {
      for (Row row : book.getFirstSheet().read()) {
        shown.add(row.getCell(0).getType() + " " + row.getCell(0).getText());
      }
    }
    assertEquals(
        List.of("STRING item_id", "STRING 00123", "STRING =1", "STRING _x005F_x0041_"), shown);
    assertTrue(entry(write(), "xl/styles.xml").contains("formatCode=\"@\""));
    assertFalse(entry(write(), "xl/worksheets/sheet1.xml").contains("<f>"), "a formula");
  }

  @Test
  void gradesAreChosenAndTheRestIsProtectedWithoutPassword() throws IOException {
    Path file = write();
    String sheet = entry(file, "xl/worksheets/sheet1.xml");
    assertTrue(
        sheet.contains(
            "<dataValidation sqref=\"C2:C4\" type=\"list\" allowBlank=\"true\""
                + " showDropDown=\"false\" errorStyle=\"stop\" showErrorMessage=\"true\""),
        sheet);
    assertTrue(sheet.contains("<formula1>'Grades'!$A$1:$A$2</formula1>"), sheet);
    assertTrue(sheet.contains("sheet=\"true\"") && !sheet.contains("password"), sheet);
    assertTrue(entry(file, "xl/workbook.xml").contains("name=\"Grades\" r:id=\"rId4\""));
    String styles = entry(file, "xl/styles.xml");
    List<Boolean> locked = new ArrayList<>();
    for (String column : List.of("A", "B", "C", "D", "E")) {
      String cell = sheet.replaceFirst("(?s).*<c r=\"" + column + "2\" s=\"(\\d+)\".*", "$1");
      String style = styles.split("<cellXfs")[1].split("<xf ")[1 + Integer.parseInt(cell)];
      locked.add(!style.contains("locked=\"false\""));
    }
    assertEquals(List.of(true, false, false, false, true), locked);
  }

  @Test
  void theSameListGivesTheSameBytes() throws Exception {
    byte[] first = LIST.bytes(temp.resolve("a.xlsx"), Optional.empty());
    Thread.sleep(5); // another moment to be written at
    assertArrayEquals(first, LIST.bytes(temp.resolve("b.xlsx"), Optional.empty()));
  }

  @Test
  void anEmptyListIsAWorkbookToo() throws IOException {
    Path file = temp.resolve("empty.xlsx");
    var none = new PickList(COLUMNS, List.of(), List.of("A"), 0, 0, false, List.of());
    Files.write(file, none.bytes(file, Optional.empty()));
    try (var book = new ReadableWorkbook(file.toFile())) {
      assertEquals(1, book.getFirstSheet().read().size());
    }
  }

  @Test
  void whatACellCannotHoldIsRefused() {
    Path file = temp.resolve("long.xlsx");
    String id = "x".repeat(32_768);
    var list =
        new PickList(
            COLUMNS, List.of(List.of(id, "", "", "", "")), List.of("A"), 0, 0, false, List.of());
    assertEquals(
        file
            + " cannot hold item \""
            + "x".repeat(57)
            + "...\", which is longer than the 32,767 characters of a cell; name a file that ends"
            + " in .csv",
        assertThrows(BadInputException.class, () -> list.bytes(file, Optional.empty()))
            .getMessage());
  }

  @Test
  void csvHasTheSeparatorAskedFor() {
    assertEquals(
        """
        item_id;reviewer_id;grade;checked_at;draw
        00123;;;;bcdf
        '=1;'-r;;;ghjk
        _x0041_;;;;lmnp
        """,
        new String(LIST.bytes(temp.resolve("list.csv"), Optional.of(';')), StandardCharsets.UTF_8));
  }
}
