package org.assay.io.ingest;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.assay.data.GradingScheme;
import org.assay.io.BadInputException;
import org.assay.io.policy.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadFilesTest {
  static final Policy POLICY = new Policy(GradingScheme.ordered("A", "B"), List.of());
  static final String HEADER = "item_id,assessor_id,grade,graded_at\n";
  static final String GOOD = HEADER + "i1,a01,A,2025-03-03T10:00Z\n";

  @TempDir Path dir;

  Path write(byte[] bytes) throws IOException {
    return Files.write(dir.resolve("f.csv"), bytes);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static void assertMessage(String expected, IngestOptions options) {
    var e = assertThrows(BadInputException.class, () -> Ingest.read(options));
    assertEquals(expected, e.getMessage());
  }

  void assertBad(String expected, byte[] content) throws IOException {
    Path file = write(content);
    assertMessage(file + ": " + expected, IngestOptions.of(file, POLICY));
  }

  void assertBad(String expected, String content) throws IOException {
    assertBad(expected, utf8(content));
  }

  @Test
  void missingOrDirectory() {
    Path none = dir.resolve("none.csv");
    assertMessage(
        none + ": file not found, expected a CSV, JSON Lines, Parquet or XLSX file",
        IngestOptions.of(none, POLICY));
    assertMessage(
        dir + ": is a directory, expected a CSV, JSON Lines, Parquet or XLSX file",
        IngestOptions.of(dir, POLICY));
  }

  @Test
  void empty() throws IOException {
    String message = "file is empty, expected a header with [item_id, assessor_id, grade]";
    assertBad(message, "");
    assertBad(message, "\uFEFF\n\n");
  }

  @Test
  void nothingUsable() throws IOException {
    assertBad("no rows after the header", HEADER);
    assertBad("no rows after the header", HEADER + "\n\n");
    assertBad(
        "none of the 3 rows can be used (unknown grade 2, bad time 1); row 2, column graded_at has"
            + " \"now\", expected a time such as 2025-03-03T09:05:00Z or, with zone in the policy,"
            + " 2025-03-03 09:05",
        HEADER + "i1,a01,A,now\ni2,a01,X,2025-03-03T10:00Z\ni3,a01,Y,2025-03-03T10:00Z\n");
    assertBad(
        "none of the 2 rows can be used (conflicting duplicate 2); row 2, column item_id has"
            + " \"i1\", expected one row for each event: keep the right one",
        GOOD + "i1,a01,B,2025-03-03T10:00Z\n");
  }

  @Test
  void noVerdictUsable() throws IOException {
    Path gradings = Files.writeString(dir.resolve("g.csv"), GOOD);
    Path verdicts =
        write(utf8("item_id,reviewer_id,grade,checked_at\ni1,a01,B,2025-03-03T11:00Z\n"));
    assertMessage(
        verdicts
            + ": the only row cannot be used (self review 1); row 2, column reviewer_id has"
            + " \"a01\", expected another QA officer than the assessor: have it checked again",
        IngestOptions.of(gradings, POLICY).withVerdicts(verdicts));
  }

  @Test
  void header() throws IOException {
    assertBad(
        "column \"assessor_id\" is missing, the header has [grade, item_id]",
        "item_id,grade\ni1,A\n");
    assertBad(
        "column \"grade\" is missing, the header has [assessor_id, item_id]",
        "item_id\tassessor_id\n");
    assertBad(
        "column \"item_id\" is missing, the header has [item_id:assessor_id]",
        "item_id:assessor_id\n");
    assertBad(
        "column \"grade\" stands twice in the header, in columns 3 and 5",
        "item_id,assessor_id,grade,graded_at,grade\n");
  }

  @Test
  void mapping() throws IOException {
    Path file = write(utf8(GOOD));
    assertMessage(
        file
            + ": column \"case\" (for item_id) is missing, the header has [assessor_id, grade,"
            + " graded_at, item_id]",
        IngestOptions.of(file, POLICY).withColumns(Map.of("item_id", "case"), Map.of()));
    assertMessage(
        file
            + ": column \"stream\" (for stream_id) is missing, the header has [assessor_id, grade,"
            + " graded_at, item_id]",
        IngestOptions.of(file, POLICY).withColumns(Map.of("stream_id", "stream"), Map.of()));
    assertMessage(
        "\"item\" is not a column of gradings, expected one of [item_id, assessor_id, grade,"
            + " graded_at, grading_id, unit_id, stream_id, stratum_id, lot_id, scheme_version,"
            + " round, supersedes]",
        IngestOptions.of(file, POLICY).withColumns(Map.of("item", "item_id"), Map.of()));
    assertMessage(
        file
            + ": column \"grade\" is mapped to another column, the header has [assessor_id,"
            + " grade, graded_at, item_id]",
        IngestOptions.of(file, POLICY).withColumns(Map.of("round", "grade"), Map.of()));
    assertMessage(
        "gradings columns grade and unit_id are both mapped to \"item_id\"",
        IngestOptions.of(file, POLICY)
            .withColumns(
                Map.of(
                    "unit_id",
                    "item_id",
                    "stream_id",
                    "item_id",
                    "item_id",
                    "grade",
                    "grade",
                    "item_id"),
                Map.of()));
  }

  @Test
  void notText() throws IOException {
    assertBad(
        "is a binary file (byte 0 at offset 3), expected CSV as UTF-8 text, or its encoding",
        new byte[] {'a', 'b', 'c', 0, 'd'});
    assertBad(
        "is not a workbook that can be read (damaged, or a ZIP archive of something else), before"
            + " the first row; open it in a spreadsheet and save it again as an Excel workbook"
            + " (.xlsx)",
        new byte[] {'P', 'K', 3, 4, 0, 0});
  }

  @Test
  void brokenQuotes() throws IOException {
    String message =
        "row 3 is not CSV: a quoted field does not end or goes on after its closing quote, or a"
            + " field is too long";
    assertBad(message, GOOD + "\"i2,a01,A,2025-03-03T10:00Z\ni3,a01,A,2025-03-03T10:00Z\n");
    assertBad(message, GOOD + "\"i2\"x,a01,A,2025-03-03T10:00Z\n");
  }

  @Test
  void brokenGzip() throws IOException {
    var random = new SplittableRandom(3);
    var csv = new StringBuilder(HEADER);
    for (int i = 0; i < 50_000; i++) {
      csv.append('i').append(random.nextInt()).append(",a01,A,2025-03-03T10:00Z\n");
    }
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(utf8(csv.toString()));
    }
    byte[] whole = packed.toByteArray();
    Path file = write(Arrays.copyOf(whole, whole.length / 2));
    var e =
        assertThrows(BadInputException.class, () -> Ingest.read(IngestOptions.of(file, POLICY)));
    assertEquals(
        file + ": the gzip data end early, in or after row N",
        e.getMessage().replaceAll("row \\d+$", "row N"));
    assertBad("the gzip data end early, before the first row", Arrays.copyOf(whole, 12));
    byte[] damaged = whole.clone();
    damaged[30] ^= 0x55;
    Path damagedFile = write(damaged);
    assertThrows(BadInputException.class, () -> Ingest.read(IngestOptions.of(damagedFile, POLICY)));
  }

  /** The message goes to people who will paste it: one line, whatever the file holds. */
  @Test
  void messagesAreOneLine() throws IOException {
    Path file = write(utf8("\"item\nid\",grade,graded_at\n"));
    var e =
        assertThrows(BadInputException.class, () -> Ingest.read(IngestOptions.of(file, POLICY)));
    assertAll(() -> assertEquals(1, e.getMessage().lines().count()));
  }
}
