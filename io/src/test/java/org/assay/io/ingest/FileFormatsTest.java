package org.assay.io.ingest;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.assay.io.BadInputException;
import org.assay.io.table.ReadOptions;
import org.assay.io.table.TableSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Encodings and JSON Lines: the same table in other bytes. */
class FileFormatsTest extends IngestFixture {
  private static final String CSV =
      """
      item_id,assessor_id,grade,graded_at
      i1,Jos\u00e9,A,2025-03-03T10:00Z
      \u6f22\u5b57,a02,B,2025-03-03T10:01Z
      """;

  private Path bytes(String name, byte[] bytes) throws IOException {
    return Files.write(dir.resolve(name), bytes);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] in(String text, Charset charset) {
    return text.getBytes(charset);
  }

  private static Intake read(Path file) {
    return Ingest.read(IngestOptions.of(file, POLICY));
  }

  private static Intake read(Path file, String encoding) {
    var options =
        new ReadOptions(
            Optional.of(ReadOptions.charset(encoding)), Optional.empty(), Optional.empty());
    return Ingest.read(IngestOptions.of(TableSource.of(file, options), POLICY));
  }

  private static void assertMessage(String expected, Path file) {
    assertEquals(
        file + ": " + expected,
        assertThrows(BadInputException.class, () -> read(file)).getMessage());
  }

  @Nested
  class Encodings {
    @Test
    void utf16IsTheSameTable() throws IOException {
      String expected = told(read(bytes("g.csv", in(CSV, StandardCharsets.UTF_8))));
      String marked = "\uFEFF" + CSV;
      assertAll(
          () -> assertTrue(expected.contains("\u6f22\u5b57")),
          () ->
              assertEquals(
                  expected, told(read(bytes("g.csv", in(marked, StandardCharsets.UTF_16LE))))),
          () ->
              assertEquals(
                  expected, told(read(bytes("g.csv", in(marked, StandardCharsets.UTF_16BE))))),
          () -> // every second byte is 0 where the title is
          assertEquals(expected, told(read(bytes("g.csv", in(CSV, StandardCharsets.UTF_16LE))))),
          () ->
              assertEquals(
                  expected, told(read(bytes("g.csv", in(CSV, StandardCharsets.UTF_16BE))))),
          () ->
              assertEquals(
                  expected,
                  told(read(bytes("g.csv", gzip(in(marked, StandardCharsets.UTF_16LE)))))));
    }

    @Test
    void windows1252IsReadWhereItIsNamed() throws IOException {
      String western = CSV.lines().limit(2).reduce("", (a, b) -> a + b + "\n") + "i2,\u20ac,C,\n";
      Path file = bytes("g.csv", in(western, Charset.forName("windows-1252")));
      assertAll(
          () -> assertEquals("Jos\u00e9", read(file, "windows-1252").gradings().assessor().id(0)),
          () -> assertEquals("Jos\u00e9", read(file, "latin1").gradings().assessor().id(0)),
          () -> assertEquals("Jos\u00e9", read(file, "ANSI").gradings().assessor().id(0)));
    }

    /** A mark at the beginning is certain, whatever is said. */
    @Test
    void aByteOrderMarkIsBelieved() throws IOException {
      Path file = bytes("g.csv", in("\uFEFF" + CSV, StandardCharsets.UTF_8));
      assertEquals("\u6f22\u5b57", read(file, "windows-1252").gradings().item().id(1));
    }

    @Test
    void bytesThatAreNotOfTheEncodingAreAccountedFor() throws IOException {
      String more = CSV + "i3,a,A,2025-03-03T10:02Z\n";
      var ledger = read(bytes("g.csv", in(more, StandardCharsets.UTF_8)), "us-ascii");
      assertAll(
          () -> assertEquals(3, ledger.ledger().gradings().rowsIn()),
          () -> assertEquals(2, ledger.ledger().gradings().excluded(Reason.UNREADABLE_TEXT)));
    }

    @Test
    void anEncodingThatIsNoneIsNamed() {
      assertEquals(
          "an encoding must be utf-8, utf-16, windows-1252, iso-8859-1 or another that Java knows,"
              + " got \"utf 9\"",
          assertThrows(BadInputException.class, () -> ReadOptions.charset("utf 9")).getMessage());
    }
  }

  @Nested
  class JsonLines {
    private static final String ROWS =
        "{\"item_id\":\"i1\",\"assessor_id\":\"Jos\u00e9\",\"grade\":\"A\","
            + "\"graded_at\":\"2025-03-03T10:00Z\",\"meta\":{\"unit_id\":\"u\"}}\n\n"
            + "{\"item_id\":7,\"grade\":[\"B\"],\"assessor_id\":true,\"x\":[1,{\"y\":null}],"
            + "\"graded_at\":\"2025-03-03T10:01Z\"}\n"
            + "{\"item_id\":\"i3\",\"assessor_id\":\"a\",\"grade\":null,\"graded_at\":\"soon\"}\n";

    @Test
    void anObjectIsARow() throws IOException {
      for (byte[] bytes :
          List.of(in(ROWS, StandardCharsets.UTF_8), gzip(in(ROWS, StandardCharsets.UTF_8)))) {
        Intake in = read(bytes("g.jsonl", bytes));
        assertAll(
            () -> assertEquals(2, in.gradings().size()),
            () -> assertEquals("7", in.gradings().item().id(1)),
            () -> assertEquals("true", in.gradings().assessor().id(1)),
            () ->
                assertEquals( // by its line
                    List.of(4L), rows(in.ledger().gradings()).get(Reason.MISSING_FIELD)),
            () ->
                assertEquals(
                    List.of("meta.unit_id", "x"), in.ledger().gradings().ignoredColumns()));
      }
    }

    @Test
    void aListOfObjectsIsATable() throws IOException {
      String list = "[\n" + String.join(",", ROWS.lines().filter(l -> !l.isEmpty()).toList()) + "]";
      Intake in = read(bytes("g.json", in(list, StandardCharsets.UTF_8)));
      assertAll(
          () -> assertEquals(2, in.gradings().size()),
          () ->
              assertEquals( // the header counts as row 1
                  List.of(4L), rows(in.ledger().gradings()).get(Reason.MISSING_FIELD)));
    }

    /** As many rows as several batches hold, with a key that comes up in the last alone. */
    @Test
    void aKeyMayComeLate() throws IOException {
      var rows = new StringBuilder();
      for (int i = 0; i < 9_000; i++) {
        rows.append("{\"item_id\":\"i%d\",\"assessor_id\":\"a\",\"grade\":\"A\"}\n".formatted(i));
      }
      rows.append("{\"item_id\":\"z\",\"assessor_id\":\"a\",\"grade\":\"A\",\"unit_id\":\"u\"}\n");
      Intake in = read(bytes("g.jsonl", in(rows.toString(), StandardCharsets.UTF_8)));
      assertAll(
          () -> assertEquals(9_001, in.gradings().size()),
          () -> assertEquals(9_000, in.ledger().gradings().noted(Note.Kind.NO_UNIT)));
    }

    @Test
    void whatIsNoTableIsRefused() throws IOException {
      assertMessage(
          "line 2 is not JSON: Unexpected character ('o'): was expecting double-quote to start"
              + " property name (column 2)",
          bytes("g.jsonl", in("{\"item_id\":1}\n{oops}\n", StandardCharsets.UTF_8)));
      assertMessage(
          "row 2 is \"3\", expected an object with the columns as keys",
          bytes("g.jsonl", in("{\"item_id\":1}\n3\n", StandardCharsets.UTF_8)));
      assertMessage(
          "column \"item_id\" is missing, the header has [id]; did you mean \"id\"? Then say"
              + " --column gradings.item_id=id",
          bytes("g.jsonl", in("{\"id\":1}\n", StandardCharsets.UTF_8)));
      byte[] cut = gzip(in(ROWS.repeat(200), StandardCharsets.UTF_8));
      assertMessage(
          "the gzip data end early, before the first row",
          bytes("g.jsonl.gz", Arrays.copyOf(cut, 60)));
    }
  }
}
