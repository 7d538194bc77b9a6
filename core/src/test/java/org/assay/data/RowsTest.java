package org.assay.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Gradings and verdicts of a database, of objects and of arrays. */
class RowsTest {
  private static final String GRADINGS =
      "SELECT * FROM (VALUES (1, 'a1', 'B', TIMESTAMPTZ '2025-03-03 09:00:00+00', 'U1'),"
          + " (1, 'a2', 'C', TIMESTAMPTZ '2025-03-03 10:00:00+01', NULL),"
          + " (1, 'a1', 'A', TIMESTAMPTZ '2025-03-05 09:00:00+00', 'U1'))"
          + " t(item_id, assessor_id, grade, graded_at, unit_id)";
  private static final Columns<String> COLUMNS =
      Columns.named("item_id", "assessor_id", "grade").time("GRADED_AT").unit("unit_id");

  private static Connection database;

  private record Row(String item, String assessor, Object grade, Object at) {}

  @BeforeAll
  static void open() throws SQLException {
    database = DriverManager.getConnection("jdbc:duckdb:");
  }

  @AfterAll
  static void close() throws SQLException {
    database.close();
  }

  private static Gradings gradings(String query, Columns<String> columns) throws SQLException {
    try (Statement s = database.createStatement();
        ResultSet rows = s.executeQuery(query)) {
      return Gradings.from(rows, columns);
    }
  }

  private static Verdicts verdicts(Gradings gradings, String query, Columns<String> columns)
      throws SQLException {
    try (Statement s = database.createStatement();
        ResultSet rows = s.executeQuery(query)) {
      return Verdicts.from(gradings, rows, columns);
    }
  }

  private static void refused(String message, org.junit.jupiter.api.function.Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  @Test
  void gradingsOfADatabase() throws SQLException {
    Gradings g = gradings(GRADINGS, COLUMNS.grades("A", "B", "C"));
    assertEquals(3, g.size());
    assertEquals(GradingScheme.ordered("A", "B", "C"), g.scheme());
    assertEquals("1", g.item().id(1));
    assertEquals(2, g.grade().get(1));
    assertEquals(Instant.parse("2025-03-03T09:00:00Z").toEpochMilli(), g.gradedAt().get()[1]);
    assertEquals("", g.attribute(Gradings.Attribute.UNIT).orElseThrow().id(1));
  }

  @Test
  void theGradesSeenAreSortedAndHaveNoOrder() throws SQLException {
    Gradings g = gradings(GRADINGS, COLUMNS);
    assertEquals(GradingScheme.unordered("A", "B", "C"), g.scheme());
    assertEquals(1, g.grade().get(0));
    assertEquals(0, g.grade().get(2));
  }

  @Test
  void verdictsFindTheGradingTheySaw() throws SQLException {
    Gradings g = gradings(GRADINGS, COLUMNS.grades("A", "B", "C"));
    String query =
        "SELECT * FROM (VALUES"
            + " (1, 'a1', 'q1', 'B', TIMESTAMPTZ '2025-03-04 00:00:00+00', 'srs', 0.25, true),"
            + " (1, 'a1', 'q1', 'A', TIMESTAMPTZ '2025-03-06 00:00:00+00', 'SRS', 0.5, false),"
            + " (1, 'a2', NULL, NULL, NULL, 'STRATIFIED', 1.0, NULL))"
            + " t(item_id, assessor_id, officer, grade, checked_at, how, p, blind)";
    Columns<String> columns =
        Columns.named("item_id", "assessor_id", "grade")
            .reviewer("officer")
            .time("checked_at")
            .method("how")
            .probability("p")
            .blind("blind");
    Verdicts v = verdicts(g, query, columns);
    assertEquals(2, v.size());
    assertEquals(0, v.selections().grading(0));
    assertEquals(2, v.selections().grading(1));
    assertEquals(0.25, v.selections().inclusionProbability(0));
    assertEquals(Blindness.NON_BLIND, v.selections().blindness(1));
    assertEquals("q1", v.reviewer().id(0));
    assertEquals(1, v.pending().size());
    assertEquals(1, v.pending().grading(0));
    assertEquals(SelectionMethod.STRATIFIED, v.pending().method(0));
  }

  @Test
  void objectsAndArraysGiveTheSame() {
    List<Row> rows = List.of(new Row("0", "0", "A", 5L), new Row("0", "1", 'B', 7L));
    Gradings objects =
        Gradings.from(
            rows, Columns.of(Row::item, Row::assessor, Row::grade).time(Row::at).grades("A", "B"));
    Gradings arrays =
        Gradings.of(
            GradingScheme.ordered("A", "B"), new int[2], new int[] {0, 1}, new int[] {0, 1});
    for (int row = 0; row < 2; row++) {
      assertEquals(objects.item().id(row), arrays.item().id(row));
      assertEquals(objects.assessor().id(row), arrays.assessor().id(row));
      assertEquals(objects.grade().get(row), arrays.grade().get(row));
    }
    assertEquals(7, objects.gradedAt().get()[1]);
    Verdicts v =
        Verdicts.from(
            objects,
            List.of(new Row("0", "1", "A", 9L)),
            Columns.of(Row::item, Row::assessor, Row::grade)
                .time(Row::at)
                .selected(Selection.of(SelectionMethod.SRS, 0.5).blind()));
    assertEquals(1, v.selections().grading(0));
    assertEquals(Blindness.BLIND, v.selections().blindness(0));
  }

  @Test
  void aTimeWithoutAZoneNeedsOne() throws SQLException {
    String query = "SELECT 1 AS item, 'a' AS who, 'B' AS grade, TIMESTAMP '2025-07-01 09:00' AS at";
    Columns<String> columns = Columns.named("item", "who", "grade").time("at");
    Gradings g = gradings(query, columns.zone(ZoneId.of("Europe/London")));
    assertEquals(
        OffsetDateTime.parse("2025-07-01T09:00+01:00").toInstant().toEpochMilli(),
        g.gradedAt().get()[0]);
    refused(
        "column at must be a time with a zone (or give Columns the zone), got TIMESTAMP",
        () -> gradings(query, columns));
  }

  @Test
  void badColumns() {
    refused(
        "column marker is missing; the result has [item_id, assessor_id, grade, graded_at, unit_id]",
        () -> gradings(GRADINGS, Columns.named("item_id", "marker", "grade")));
    refused(
        "column grade must be a time with a zone or milliseconds since 1970, got VARCHAR",
        () -> gradings(GRADINGS, Columns.named("item_id", "assessor_id", "grade").time("grade")));
    refused(
        "column graded_at must be a text or a whole number, got TIMESTAMP WITH TIME ZONE",
        () -> gradings(GRADINGS, Columns.named("item_id", "graded_at", "grade")));
  }

  @Test
  void badValues() throws SQLException {
    refused(
        "row 2: grade must be one of [A, B], got C",
        () -> gradings(GRADINGS, COLUMNS.grades("A", "B")));
    refused(
        "row 2: unit_id must be a text or a whole number, got null",
        () -> gradings(GRADINGS, Columns.named("item_id", "unit_id", "grade")));
    Columns<Function<Row, ?>> columns = Columns.of(Row::item, Row::assessor, Row::grade);
    refused(
        "row 1: grade must be a text or a whole number, got 1.5",
        () -> Gradings.from(List.of(new Row("i", "a", 1.5, null)), columns));
    refused(
        "row 1: time must be a time with a zone or milliseconds since 1970, got soon",
        () -> Gradings.from(List.of(new Row("i", "a", "B", "soon")), columns.time(Row::at)));
    refused(
        "rows must be at least one where the grades are not given, got none",
        () -> Gradings.from(List.of(), columns));
    Gradings g = gradings(GRADINGS, COLUMNS);
    refused(
        "a verdict must be about one of the gradings, got item 9 of assessor a1",
        () -> Verdicts.from(g, List.of(new Row("9", "a1", "A", null)), columns));
    refused(
        "a check must not be before the grading, got item 1 of assessor a1",
        () -> Verdicts.from(g, List.of(new Row("1", "a1", "A", 0L)), columns.time(Row::at)));
    refused(
        "row 1: blind must be one of [BLIND, NON_BLIND, UNKNOWN], got dark",
        () -> Verdicts.from(g, List.of(new Row("1", "a1", "A", "dark")), columns.blind(Row::at)));
  }
}
