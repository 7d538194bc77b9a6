package org.assay.io.ingest;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.assay.data.Selections.Blindness;
import org.assay.io.BadInputException;
import org.assay.io.table.ReadOptions;
import org.assay.io.table.TableSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tables that are answers of a database. */
class QueryTest extends IngestFixture {
  private static final String GRADINGS =
      "SELECT 'i' || i AS item_id, CAST(i % 7 AS INTEGER) AS assessor_id,"
          + " CASE WHEN i % 3 = 0 THEN 'A' ELSE 'B' END AS grade,"
          + " TIMESTAMPTZ '2025-03-03 10:00:00Z' + i * INTERVAL '1 minute' AS \"Graded At\","
          + " CAST(NULL AS VARCHAR) AS unit_id, 1.5 AS ignored FROM ";
  private static final String VERDICTS =
      "SELECT 'i' || i AS item_id, 'q1' AS reviewer_id, 'A' AS grade,"
          + " TIMESTAMPTZ '2025-04-03 10:00:00Z' AS checked_at, 'SRS' AS selection_method,"
          + " CAST(0.25 AS DECIMAL(6, 4)) AS inclusion_probability, i % 2 = 0 AS blind FROM ";

  private static TableSource query(String url, String sql) {
    return TableSource.ofQuery(url, sql, Optional.empty(), ReadOptions.NONE);
  }

  private static void assertRead(String url, String series) {
    Intake in =
        Ingest.read(
            IngestOptions.of(query(url, GRADINGS + series), POLICY)
                .withVerdicts(query(url, VERDICTS + series)));
    assertAll(
        () -> assertEquals(10_000, in.gradings().size()),
        () -> assertEquals("i4", in.gradings().item().id(4)),
        () -> assertEquals("6", in.gradings().assessor().id(6)),
        () ->
            assertEquals(
                Instant.parse("2025-03-03T10:05:00Z").toEpochMilli(),
                in.gradings().gradedAt().orElseThrow()[5]),
        () -> assertEquals(10_000, in.ledger().gradings().noted(Note.Kind.NO_UNIT)),
        () -> assertEquals(10_000, in.verdicts().size()),
        () -> assertEquals(0.25, in.verdicts().selections().inclusionProbability(3)),
        () -> assertEquals(Blindness.BLIND, in.verdicts().selections().blindness(4)),
        () -> assertEquals(Blindness.NON_BLIND, in.verdicts().selections().blindness(5)));
  }

  @Test
  void duckDb() {
    assertRead("jdbc:duckdb:", "range(10000) t(i)");
  }

  /** Skipped, with a word, where PostgreSQL is not installed. */
  @Test
  @Timeout(120)
  void postgreSql() throws IOException, InterruptedException, SQLException {
    try (var server = PostgresServer.start(dir)) {
      assertRead(server.url(), "generate_series(0, 9999) t(i)");
      try (var connection = DriverManager.getConnection(server.url());
          Statement sql = connection.createStatement()) {
        sql.execute("CREATE TABLE g (item_id text, worker text, grade text, at timestamp)");
        sql.execute("INSERT INTO g VALUES ('i1', 'w', 'A', '2025-07-01 10:00')");
      }
      var local =
          IngestOptions.of(
                  query(server.url(), "SELECT item_id, worker AS assessor_id, grade, at FROM g"),
                  POLICY.withZone(ZoneId.of("Europe/London")))
              .withColumns(Map.of("graded_at", "at"), Map.of());
      assertEquals(
          Instant.parse("2025-07-01T09:00:00Z").toEpochMilli(),
          Ingest.read(local).gradings().gradedAt().orElseThrow()[0]);
    }
  }

  private static String message(TableSource source) {
    return assertThrows(
            BadInputException.class, () -> Ingest.read(IngestOptions.of(source, POLICY)))
        .getMessage();
  }

  @Test
  void whatTheDatabaseSaysIsSaid() {
    String message = message(query("jdbc:duckdb:", "SELECT * FROM nowhere"));
    assertAll(
        () -> assertTrue(message.startsWith("jdbc:duckdb:: the database says: "), message),
        () -> assertTrue(message.contains("nowhere"), message),
        () -> assertEquals(1, message.lines().count()),
        () -> assertTrue(message.length() <= 300));
    assertEquals(
        "jdbc:duckdb:: column \"item_id\" holds bytes, expected text, a number or a time; cast it in"
            + " the query",
        message(
            query(
                "jdbc:duckdb:",
                "SELECT CAST('x' AS BLOB) AS item_id, 'a' AS assessor_id, 'A' AS grade")));
  }

  @Test
  void noDriverAndNoPasswordOnTheScreen() {
    String message =
        message(query("jdbc:nosuch://ann:secret1@host/db?user=ann&password=secret2", "SELECT 1"));
    assertAll(
        () -> assertFalse(message.contains("secret"), message),
        () ->
            assertTrue(
                message.endsWith(
                    ": no driver for it on the class path; name the jar with its JDBC driver:"
                        + " --driver FILE"),
                message));
    Path jar = dir.resolve("driver.jar");
    assertEquals(
        jar + ": file not found, expected the jar of a driver",
        message(TableSource.ofQuery("jdbc:x:", "SELECT 1", Optional.of(jar), ReadOptions.NONE)));
  }
}
