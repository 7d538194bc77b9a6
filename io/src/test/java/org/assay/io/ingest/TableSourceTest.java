package org.assay.io.ingest;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.assay.io.BadInputException;
import org.assay.io.table.RowBatch;
import org.assay.io.table.TableRows;
import org.assay.io.table.TableSource;
import org.junit.jupiter.api.Test;

/** A table need not be a file: a source of rows is all a new format has to be. */
class TableSourceTest extends IngestFixture {
  /** Rows in memory, the titles first. */
  record InMemory(String name, List<List<String>> rows) implements TableSource {
    @Override
    public TableRows open(LongConsumer read) {
      Iterator<List<String>> left = rows.iterator();
      return new TableRows() {
        private long number = 1; // the titles are row 1

        @Override
        public List<String> titles() {
          return left.hasNext() ? left.next() : List.of();
        }

        @Override
        public void fill(RowBatch batch) {
          while (!batch.isFull() && left.hasNext()) {
            batch.addRow(++number, left.next());
          }
        }

        @Override
        public void close() {}
      };
    }
  }

  static List<List<String>> gradingRows() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of("grading_id", "item_id", "assessor_id", "grade", "graded_at", "unit_id", "extra"));
    for (int i = 0; i < 10_000; i++) { // three batches
      String grade = i % 97 == 3 ? "?" : i % 13 == 4 ? " b\u00A0" : i % 3 == 0 ? "A" : "C";
      String time =
          i % 101 == 7 ? "soon" : "2025-03-03T10:%02d:%02d.5Z".formatted(i / 60 % 60, i % 60);
      var row =
          List.of(
              "g" + i, "i" + i / 2, i % 211 == 9 ? "" : "a" + i % 40, grade, time, "u", "\u00E9");
      rows.add(i % 499 == 11 ? row.subList(0, 5) : row);
      if (i % 307 == 5) {
        rows.add(row); // a duplicate row
      }
    }
    return rows;
  }

  static List<List<String>> verdictRows() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "item_id",
            "grading_id",
            "reviewer_id",
            "grade",
            "checked_at",
            "selection_method",
            "inclusion_probability",
            "blind"));
    for (int i = 0; i < 10_000; i += 7) {
      boolean pending = i % 5 == 0;
      rows.add(
          List.of(
              "i" + i / 2,
              "g" + (i % 11 == 2 ? -1 : i),
              pending ? "" : "q1",
              pending ? "" : i % 4 == 0 ? "A" : "B",
              pending ? "" : "2025-03-04T10:00Z",
              i % 17 == 1 ? "SOMEHOW" : "SRS",
              i % 19 == 6 ? "0,25" : "0.25",
              i % 2 == 0 ? "BLIND" : "NON_BLIND"));
    }
    return rows;
  }

  Path csv(String name, List<List<String>> rows) throws IOException {
    String text =
        rows.stream().map(row -> String.join(",", quoted(row))).collect(Collectors.joining("\n"));
    return Files.writeString(dir.resolve(name), text + "\n");
  }

  private static List<String> quoted(List<String> row) {
    return row.stream().map(cell -> '"' + cell + '"').toList();
  }

  @Test
  void rowsInMemoryAreReadAsThoseOfFilesAre() throws IOException {
    Path g = csv("g.csv", gradingRows());
    Path v = csv("v.csv", verdictRows());
    Intake fromFiles = Ingest.read(IngestOptions.of(g, POLICY).withVerdicts(v));
    Intake fromMemory =
        Ingest.read(
            IngestOptions.of(new InMemory("g.csv", gradingRows()), POLICY)
                .withVerdicts(new InMemory("v.csv", verdictRows())));
    assertEquals(told(fromFiles), told(fromMemory));
    assertEquals(fromFiles.ledger(), fromMemory.ledger());
    assertEquals(fromFiles.losses(), fromMemory.losses());
    var ledger = fromMemory.ledger();
    assertAll(
        () -> assertTrue(ledger.gradings().rowsUsed() > 9_000),
        () -> assertEquals(32, ledger.gradings().excluded(Reason.EXACT_DUPLICATE)),
        () -> assertTrue(ledger.gradings().excluded(Reason.FIELD_COUNT) > 0),
        () -> assertTrue(ledger.gradings().excluded(Reason.UNKNOWN_GRADE) > 0),
        () -> assertTrue(ledger.gradings().noted(Note.Kind.READ_AS) > 0),
        () -> assertTrue(ledger.verdicts().rowsPending() > 0),
        () -> assertTrue(ledger.verdicts().rowsUnresolved() > 0));
  }

  @Test
  void aSourceIsNamedWhereItCannotBeUsed() {
    assertMessage(
        "sheet 2: table is empty, expected a header with [item_id, assessor_id, grade]", List.of());
    assertMessage("sheet 2: no rows after the header", List.of(gradingRows().get(0)));
    assertMessage(
        "sheet 2: column \"assessor_id\" is missing, the header has [grade, item_id]",
        List.of(List.of("item_id", "grade")));
  }

  private static void assertMessage(String expected, List<List<String>> rows) {
    var options = IngestOptions.of(new InMemory("sheet 2", rows), POLICY);
    assertEquals(
        expected, assertThrows(BadInputException.class, () -> Ingest.read(options)).getMessage());
  }
}
