package org.assay.io.ingest;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assay.data.Gradings.Attribute;
import org.assay.io.BadInputException;
import org.assay.io.table.TableSource;
import org.junit.jupiter.api.Test;

/** A column per rater is the same table as a row per grade. */
class WideTableTest extends IngestFixture {
  private static Intake read(Path file, String id, String... raters) {
    var shape = GradingTables.wide(Optional.ofNullable(id), List.of(raters));
    return Ingest.read(IngestOptions.of(TableSource.ofWide(TableSource.of(file), shape), POLICY));
  }

  @Test
  void aCellIsAGrading() throws IOException {
    Path wide =
        file(
            "g.csv",
            "case;Ann;Bob;unit_id;Cid",
            "i1;A;B;u1;",
            "i2; a ;;u2;C",
            "i3;;;u1;",
            "i4;A;?;u1;N");
    Path longer =
        file(
            "h.csv",
            "item_id,assessor_id,grade,unit_id",
            "i1,Ann,A,u1",
            "i1,Bob,B,u1",
            "i2,Ann,a,u2",
            "i2,Cid,C,u2",
            "i4,Ann,A,u1",
            "i4,Cid,N,u1");
    Intake in = read(wide, null);
    Intake expected = Ingest.read(IngestOptions.of(longer, POLICY));
    assertAll(
        () -> assertEquals(ids(expected), ids(in)),
        () -> assertEquals(7, in.ledger().gradings().rowsIn()),
        () ->
            assertEquals(Map.of(Reason.UNKNOWN_GRADE, List.of(5L)), rows(in.ledger().gradings())));
  }

  private static List<String> ids(Intake in) {
    var g = in.gradings();
    return IntStream.range(0, g.size())
        .mapToObj(
            i ->
                g.item().id(i)
                    + g.assessor().id(i)
                    + g.grade().get(i)
                    + g.attribute(Attribute.UNIT).orElseThrow().id(i))
        .toList();
  }

  @Test
  void idAndRatersMayBeNamed() throws IOException {
    Path wide = file("g.csv", "Ann,comment,Bob,Ref No", "A,fine,B,i1", "C,,N,i2");
    Intake in = read(wide, "ref no", "Ann", "bob");
    assertAll(
        () -> assertEquals(4, in.gradings().size()),
        () -> assertEquals("i2", in.gradings().item().id(3)),
        () -> assertEquals("Bob", in.gradings().assessor().id(1)));
  }

  /** More rows than a batch of either table holds. */
  @Test
  void manyRows() throws IOException {
    String[] lines = new String[10_001];
    lines[0] = "item_id,r1,r2,r3";
    for (int i = 1; i < lines.length; i++) {
      lines[i] = "i" + i + ",A," + (i % 2 == 0 ? "B" : "") + ",C";
    }
    Intake in = read(file("g.csv", lines), null);
    assertAll(
        () -> assertEquals(25_000, in.gradings().size()),
        () -> assertEquals(10_000, in.gradings().item().ids().size()));
  }

  @Test
  void aBrokenRowIsAccountedFor() throws IOException {
    Intake in = read(file("g.csv", "item_id,r1,r2", "i1,A,B", "i2,A", "i3,A,B,C"), null);
    assertEquals(Map.of(Reason.FIELD_COUNT, List.of(3L, 4L)), rows(in.ledger().gradings()));
  }

  @Test
  void parquetMayBeWide() throws IOException, SQLException {
    Path file = dir.resolve("g.parquet");
    try (var duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = duck.createStatement()) {
      sql.execute(
          "COPY (SELECT 'i' || i AS item_id, 'A' AS r1, 'B' AS r2, 0.5 AS weight FROM range(5) t(i))"
              + " TO '"
              + file
              + "'");
    }
    assertEquals(10, read(file, null, "r1", "r2").gradings().size());
  }

  @Test
  void whatIsNotThereIsNamed() throws IOException {
    Path file = file("g.csv", "item_id,Anna,Bob", "i1,A,B");
    assertEquals(
        file
            + ": column \"Ana\" is missing, the header has [item_id, Anna, Bob]; did you mean"
            + " \"Anna\"?",
        assertThrows(BadInputException.class, () -> read(file, null, "Ana")).getMessage());
    Path lonely = file("h.csv", "item_id", "i1");
    assertEquals(
        lonely
            + ": has no column besides \"item_id\" that could be a person's, expected one per"
            + " person",
        assertThrows(BadInputException.class, () -> read(lonely, null)).getMessage());
  }
}
