package org.assay.io.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.assay.data.GradingScheme;
import org.assay.data.Gradings;
import org.assay.io.BadInputException;
import org.assay.io.Fuzz;
import org.assay.io.policy.Policy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parquet files, written by DuckDB, say the same as CSV files of the same table. */
class ParquetTest {
  static final Policy POLICY = BadFilesTest.POLICY;

  private static Connection duck;

  @TempDir Path dir;

  @BeforeAll
  static void connect() throws SQLException {
    duck = DriverManager.getConnection("jdbc:duckdb:");
    try (Statement s = duck.createStatement()) {
      s.execute("SET TimeZone = 'UTC'");
      s.execute("SET threads = 1");
    }
  }

  @AfterAll
  static void disconnect() throws SQLException {
    duck.close();
  }

  Path file(String name, String query, String options) throws SQLException {
    Path file = dir.resolve(name);
    try (Statement s = duck.createStatement()) {
      s.execute(
          "COPY ("
              + query
              + ") TO '"
              + file
              + "' (FORMAT parquet"
              + (options.isEmpty() ? "" : ", " + options)
              + ")");
    }
    return file;
  }

  /** Entries of dictionaries are numbered in each file anew. */
  @Test
  void severalFilesHaveDictionariesOfTheirOwn() throws SQLException {
    String rows =
        "SELECT 'i' || (%d + i) AS item_id, 'a' || (%d + i %% 2) AS assessor_id,"
            + " ['A', 'B'][1 + (i + %d) %% 2] AS grade, '2025-03-03T10:00Z' AS graded_at"
            + " FROM range(1000) r(i)";
    Path first = file("1.parquet", String.format(Locale.ROOT, rows, 0, 0, 0), "");
    Path second = file("2.parquet", String.format(Locale.ROOT, rows, 1000, 7, 1), "");
    Gradings gradings =
        Ingest.read(IngestOptions.of(InputTables.of(List.of(first, second), List.of()), POLICY))
            .gradings();
    assertEquals(2000, gradings.size());
    for (int row = 0; row < 2000; row++) {
      int odd = row % 2;
      assertEquals("i" + row, gradings.item().id(row));
      assertEquals("a" + (row < 1000 ? odd : 7 + odd), gradings.assessor().id(row));
      assertEquals(row < 1000 ? odd : 1 - odd, gradings.grade().get(row));
    }
  }

  /** A table of one grading with another expression for one of its columns. */
  Path gradings(String column, String expression) throws SQLException {
    return file(
        "g.parquet",
        "SELECT * REPLACE ("
            + expression
            + " AS "
            + column
            + ") FROM (SELECT 'i1' AS item_id, 'a01' AS assessor_id, 'A' AS grade,"
            + " '2025-03-03T10:00Z' AS graded_at, 'g1' AS grading_id)",
        "");
  }

  Path fromCsv(Path csv, String name, String options) throws SQLException {
    return file(
        name, "SELECT * FROM read_csv('" + csv + "', all_varchar = true, header = true)", options);
  }

  static Intake read(Path gradings, Path verdicts) {
    return Ingest.read(IngestOptions.of(gradings, POLICY).withVerdicts(verdicts));
  }

  static String shape(Intake intake) {
    return IngestFixture.told(intake).replace(".parquet", ".csv");
  }

  /** Good and bad rows of every kind, enough of them for several pages and row groups. */
  Path manyGradings() throws IOException {
    StringBuilder csv = new StringBuilder("item_id,assessor_id,grade,graded_at,other,round\n");
    var random = new SplittableRandom(11);
    for (int i = 0; i < 9_000; i++) {
      csv.append(i % 700 == 5 ? "" : "i" + (i % 1000 == 1 ? i - 1 : i)).append(',');
      csv.append(i % 900 == 7 ? "" : "a" + random.nextInt(i < 5_000 ? 40 : 9_000)).append(',');
      csv.append(
              i % 800 == 9
                  ? "X"
                  : i % 90 == 4 ? "b" : i % 70 == 6 ? "\u00A0B " : i % 3 == 0 ? "B" : "A")
          .append(',');
      csv.append(i % 1100 == 3 ? "soon" : "2025-03-03T10:" + (10 + i % 50) + ":07.25Z");
      csv.append(",x").append(i).append(i % 2 == 0 ? "," : ",\u00E9\uD83D\uDE00").append('\n');
    }
    return Files.writeString(dir.resolve("many.csv"), csv);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COMPRESSION uncompressed",
        "COMPRESSION snappy",
        "COMPRESSION gzip",
        "COMPRESSION zstd",
        "COMPRESSION lz4_raw",
        "COMPRESSION snappy, ROW_GROUP_SIZE 2048",
        "COMPRESSION zstd, PARQUET_VERSION v2, ROW_GROUP_SIZE 4096",
        "COMPRESSION snappy, DICTIONARY_SIZE_LIMIT 10"
      })
  void saysWhatCsvSays(String options) throws IOException, SQLException {
    Path csv = manyGradings();
    Intake fromParquet =
        Ingest.read(IngestOptions.of(fromCsv(csv, "many.parquet", options), POLICY));
    assertEquals(shape(Ingest.read(IngestOptions.of(csv, POLICY))), shape(fromParquet));
    assertTrue(fromParquet.gradings().size() > 8_000);
    assertTrue(fromParquet.ledger().gradings().noted(Note.Kind.READ_AS) > 200);
  }

  @Test
  void typedColumnsSayWhatTextSays() throws IOException, SQLException {
    StringBuilder g = new StringBuilder("item_id,assessor_id,grade,graded_at,lot_id\n");
    StringBuilder v =
        new StringBuilder(
            "item_id,reviewer_id,grade,checked_at,selection_method,inclusion_probability,blind\n");
    for (int i = 0; i < 3_000; i++) {
      g.append(i).append(",7,A,2025-03-03T10:00:").append(i % 50 + 10);
      g.append(i % 3 == 0 ? "Z" : ".125Z").append(",2025-03-0").append(i % 9 + 1).append('\n');
      v.append(i).append(",8,B,2025-03-04T10:00:00Z,SRS,");
      v.append(i % 4 == 0 ? "" : "0.0" + (i % 8 + 1)).append(i % 2 == 0 ? ",BLIND" : ",NON_BLIND");
      v.append('\n');
    }
    Path gradings = Files.writeString(dir.resolve("g.csv"), g);
    Path verdicts = Files.writeString(dir.resolve("v.csv"), v);
    String text = "read_csv('%s', all_varchar = true)";
    for (String[] types :
        new String[][] {
          {"INTEGER", "UTINYINT", "TIMESTAMPTZ", "DOUBLE"},
          {"BIGINT", "USMALLINT", "TIMESTAMPTZ", "FLOAT"},
          {"UBIGINT", "VARCHAR", "TIMESTAMPTZ", "DECIMAL(4, 3)"},
          {"SMALLINT", "INTEGER", "TIMESTAMPTZ", "DECIMAL(18, 3)"},
          {"UINTEGER", "INTEGER", "TIMESTAMPTZ", "DECIMAL(30, 3)"},
          {"BLOB", "INTEGER", "TIMESTAMPTZ", "DOUBLE"}
        }) {
      Path typedGradings =
          file(
              "g.parquet",
              "SELECT item_id::%s AS item_id, assessor_id::%s AS assessor_id, grade::ENUM('B', 'A') AS grade, graded_at::%s AS graded_at, lot_id::DATE AS lot_id FROM "
                      .formatted(types[0], types[1], types[2])
                  + text.formatted(gradings),
              "");
      Path typedVerdicts =
          file(
              "v.parquet",
              "SELECT * REPLACE (checked_at::%s AS checked_at, inclusion_probability::%s AS inclusion_probability, blind = 'BLIND' AS blind) FROM "
                      .formatted(types[2], types[3])
                  + text.formatted(verdicts),
              "");
      Intake expected = read(gradings, verdicts);
      Intake intake = read(typedGradings, typedVerdicts);
      assertEquals(3_000, expected.verdicts().size());
      assertEquals(shape(expected), shape(intake));
    }
  }

  static Policy newYork() {
    return new Policy(
        GradingScheme.ordered("A", "B"),
        List.of(),
        Optional.of(ZoneId.of("America/New_York")),
        List.of(),
        Optional.empty(),
        OptionalDouble.empty(),
        Optional.empty());
  }

  /** Years that are read and are not, no time, and local times that are there twice or never. */
  @Test
  void timesAtTheEdges() throws IOException, SQLException {
    StringBuilder csv = new StringBuilder("item_id,assessor_id,grade,graded_at\n");
    for (String time :
        List.of(
            "1899-12-31T23:59:59",
            "1900-01-01T00:00:00",
            "1969-12-31T23:59:59.999",
            "2199-12-31T23:59:59.999",
            "2200-01-01T00:00:00",
            "2025-11-02T01:30:00",
            "2025-03-09T02:30:00",
            "")) {
      csv.append("i,a01,A,").append(time).append('\n');
    }
    Path text = Files.writeString(dir.resolve("edges.csv"), csv);
    String query = "SELECT * REPLACE (graded_at::%s AS graded_at) FROM read_csv('" + text + "'";
    for (String type : List.of("TIMESTAMP_MS", "TIMESTAMP")) {
      Path typed = file("edges.parquet", query.formatted(type) + ", all_varchar = true)", "");
      Intake intake = Ingest.read(IngestOptions.of(typed, newYork()));
      assertEquals(shape(Ingest.read(IngestOptions.of(text, newYork()))), shape(intake));
      assertEquals(4, intake.gradings().size());
    }
  }

  @Test
  void timestamps() throws SQLException {
    long expected = 1_740_996_000_125L; // 2025-03-03T10:00:00.125Z
    Policy local = newYork();
    for (String type : List.of("TIMESTAMP_MS", "TIMESTAMP", "TIMESTAMP_NS")) {
      Path file = gradings("graded_at", type + " '2025-03-03 05:00:00.125'");
      Intake intake = Ingest.read(IngestOptions.of(file, local));
      assertEquals(expected, intake.gradings().gradedAt().orElseThrow()[0], type);
      BadFilesTest.assertMessage(
          file
              + ": the only row cannot be used (bad time 1); row 2, column graded_at has"
              + " \"2025-03-03T05:00:00.125"
              + (type.equals("TIMESTAMP_MS") ? "" : type.equals("TIMESTAMP") ? "000" : "000000")
              + "\", expected a zone for local times: name it in the policy, \"zone\":"
              + " \"Europe/London\", or add an offset or Z to the time",
          IngestOptions.of(file, POLICY));
    }
    Path utc = gradings("graded_at", "TIMESTAMPTZ '2025-03-03 12:00:00.125+02'");
    assertEquals(
        expected,
        Ingest.read(IngestOptions.of(utc, POLICY)).gradings().gradedAt().orElseThrow()[0]);
    Path before = gradings("graded_at", "TIMESTAMPTZ '1950-01-01 00:00:00.5Z'");
    assertEquals(
        -631_151_999_500L,
        Ingest.read(IngestOptions.of(before, POLICY)).gradings().gradedAt().orElseThrow()[0]);
    Path day = gradings("graded_at", "DATE '2025-03-03'");
    Intake ofDay = Ingest.read(IngestOptions.of(day, POLICY));
    assertEquals(
        Instant.parse("2025-03-03T00:00:00Z").toEpochMilli(),
        ofDay.gradings().gradedAt().orElseThrow()[0]);
    assertEquals(1, ofDay.ledger().gradings().noted(Note.Kind.DATE_ALONE));
  }

  @Test
  void uuids() throws SQLException {
    String id = "123e4567-e89b-12d3-a456-426614174000";
    Path file = gradings("item_id", "'" + id + "'::UUID");
    assertEquals(id, Ingest.read(IngestOptions.of(file, POLICY)).gradings().item().id(0));
  }

  @Test
  void ignoredColumnsMayBeOfAnyType() throws SQLException {
    Path file =
        file(
            "g.parquet",
            "SELECT {'a': 1, 'b': [1, 2]} AS nested, 'i1' AS item_id, [3] AS list, 'a01' AS"
                + " assessor_id, 'A' AS grade, '2025-03-03T10:00Z' AS graded_at, 1.5::DOUBLE AS"
                + " number",
            "");
    Intake intake = Ingest.read(IngestOptions.of(file, POLICY));
    assertEquals("i1", intake.gradings().item().id(0));
    assertEquals(List.of("nested", "list", "number"), intake.ledger().gradings().ignoredColumns());
  }

  @Test
  void typesThatAreNotTexts() throws SQLException {
    String other = ", expected text, UUID, DATE or a whole number";
    assertBad("column \"item_id\" is nested" + other, gradings("item_id", "[1, 2]"));
    assertBad("column \"grade\" is DOUBLE" + other, gradings("grade", "1.5::DOUBLE"));
    assertBad("column \"grade\" is BOOLEAN" + other, gradings("grade", "true"));
    assertBad(
        "column \"item_id\" is DECIMAL as INT32" + other, gradings("item_id", "1::DECIMAL(4, 1)"));
    assertBad(
        "column \"graded_at\" is INT_32 as INT32, expected TIMESTAMP or text",
        gradings("graded_at", "20250303"));
    assertBad(
        "column \"graded_at\" is TIME as INT64, expected TIMESTAMP or text",
        gradings("graded_at", "TIME '10:00:00'"));
    assertBad(
        "column \"grading_id\" is TIMESTAMP as INT64" + other,
        gradings("grading_id", "TIMESTAMP '2025-03-03 10:00:00'"));
  }

  void assertBad(String expected, Path file) {
    BadFilesTest.assertMessage(file + ": " + expected, IngestOptions.of(file, POLICY));
  }

  @Test
  void noRowsAndMissingColumns() throws SQLException {
    assertBad(
        "no rows after the header",
        file(
            "g.parquet",
            "SELECT '' AS item_id, '' AS assessor_id, '' AS grade, '' AS graded_at WHERE false",
            ""));
    assertBad(
        "column \"assessor_id\" is missing, the header has [grade, item_id]",
        file("g.parquet", "SELECT 'i' AS item_id, 'A' AS grade", ""));
  }

  @Test
  void mapping() throws SQLException {
    Path file =
        file(
            "g.parquet",
            "SELECT 'i1' AS \"case\", 'a01' AS assessor_id, 'A' AS grade,"
                + " '2025-03-03T10:00Z' AS graded_at",
            "");
    var options = IngestOptions.of(file, POLICY).withColumns(Map.of("item_id", "case"), Map.of());
    assertEquals("i1", Ingest.read(options).gradings().item().id(0));
  }

  @Test
  void otherCodecsAndEncryption() throws SQLException {
    String one =
        "SELECT 'i1' AS item_id, 'a01' AS assessor_id, 'A' AS grade,"
            + " '2025-03-03T10:00Z' AS graded_at";
    assertBad(
        "column item_id is compressed with BROTLI, expected one of [UNCOMPRESSED, SNAPPY, GZIP,"
            + " ZSTD, LZ4_RAW]",
        file("g.parquet", one, "COMPRESSION brotli"));
    try (Statement s = duck.createStatement()) {
      s.execute("SET force_mbedtls_unsafe = 'true'");
      s.execute("PRAGMA add_parquet_key('k', '0123456789112345')");
    }
    assertBad(
        "the file is encrypted", file("g.parquet", one, "ENCRYPTION_CONFIG {footer_key: 'k'}"));
  }

  @Test
  void cutOff() throws IOException, SQLException {
    Path whole = fromCsv(manyGradings(), "g.parquet", "");
    byte[] bytes = Files.readAllBytes(whole);
    for (int length : new int[] {4, 8, 12, bytes.length / 2, bytes.length - 1}) {
      Files.write(whole, Arrays.copyOf(bytes, length));
      assertBad("the Parquet data end early or are damaged, before the first row", whole);
    }
  }

  /** Whichever byte is wrong, the file is read or refused with one line. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "COMPRESSION uncompressed",
        "COMPRESSION snappy",
        "COMPRESSION gzip",
        "COMPRESSION zstd",
        "COMPRESSION lz4_raw",
        "COMPRESSION zstd, PARQUET_VERSION v2"
      })
  void damaged(String options) throws IOException, SQLException {
    Path file =
        file(
            "g.parquet",
            "SELECT 'i' || range AS item_id, 'a' || (range % 7) AS assessor_id, 'A' AS grade,"
                + " TIMESTAMPTZ '2025-03-03 10:00:00Z' AS graded_at FROM range(60)",
            options);
    byte[] bytes = Files.readAllBytes(file);
    var random = Fuzz.random(5);
    int refused = 0;
    int rounds = Fuzz.rounds(bytes.length / 5);
    for (int round = 0; round < rounds; round++) {
      int i = (int) ((long) round * bytes.length / rounds);
      byte[] damaged = bytes.clone();
      damaged[i] ^= (byte) (1 + random.nextInt(255));
      Files.write(file, damaged);
      try {
        assertTrue(Ingest.read(IngestOptions.of(file, POLICY)).gradings().size() > 0);
      } catch (BadInputException e) {
        Fuzz.assertForPeople(e.getMessage());
        assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
        refused++;
      }
    }
    assertTrue(refused > 20, "only " + refused + " refused");
    Files.write(file, bytes);
    assertEquals(60, Ingest.read(IngestOptions.of(file, POLICY)).gradings().size());
    assertThrows(
        BadInputException.class,
        () -> Ingest.read(IngestOptions.of(file.resolveSibling("none.parquet"), POLICY)));
  }
}
