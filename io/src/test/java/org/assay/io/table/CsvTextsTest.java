package org.assay.io.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.assay.io.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV files as spreadsheets and other programs write them. */
class CsvTextsTest {
  private static final CsvTexts PAIRS =
      new CsvTexts(
          List.of("r1", "r2"), List.of(List.of("A", "A"), List.of("B", "B"), List.of("A", "B")));

  @TempDir Path temp;

  private CsvTexts read(byte[] bytes) throws IOException {
    return CsvTexts.read(Files.write(temp.resolve("t.csv"), bytes));
  }

  private CsvTexts read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private String refused(byte[] bytes) {
    return assertThrows(BadInputException.class, () -> read(bytes)).getMessage();
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void anySeparatorIsTold(String separator) throws IOException {
    String text = "r1,r2\nA,A\nB,B\n\nA,B\n".replace(",", separator);
    assertEquals(PAIRS, read(text));
    assertEquals(PAIRS, read("sep=" + separator + "\r\n" + text.replace("\n", "\r\n")));
    assertEquals(PAIRS, read("\uFEFF" + text));
  }

  /** What a line names holds, whatever the header has more of. */
  @Test
  void aNamedSeparatorIsNotGuessed() throws IOException {
    assertEquals(List.of("a,b,c", "d"), read("SEP=;\na,b,c;d\n1;2\n").titles());
    assertEquals(List.of("sep=x", "d"), read("sep=x,d\n1,2\n").titles());
  }

  @Test
  void gzipIsRead() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write("r1,r2\nA,A\nB,B\nA,B\n".getBytes(StandardCharsets.UTF_8));
    }
    assertEquals(PAIRS, read(packed.toByteArray()));
  }

  @Test
  void anEmptyColumnAtTheEndIsNone() throws IOException {
    assertEquals(PAIRS, read("r1,r2,\nA,A,\nB,B,\nA,B,\n"));
    assertEquals(3, read("r1,r2,\nA,A,\nB,B,x\n").titles().size());
    assertEquals(new CsvTexts(List.of(), List.of()), read(""));
    assertEquals(new CsvTexts(List.of("r1", "r2"), List.of()), read("r1,r2\n"));
  }

  @Test
  void saysWhatIsWrong() {
    String ragged = refused("r1,r2\nA,A,A\n".getBytes(StandardCharsets.UTF_8));
    assertTrue(ragged.endsWith("t.csv: row 2 has 3 fields, the header has 2"), ragged);
    String binary = refused("r1,r2\nA,\0\n".getBytes(StandardCharsets.UTF_8));
    assertTrue(binary.contains("is a binary file (byte 0 at offset 8)"), binary);
    String latin = refused("r1,r2\nA,\u00e9\n".getBytes(Charset.forName("windows-1252")));
    assertTrue(latin.contains("row 2, field 2 is not UTF-8"), latin);
  }

  /** What a request names is UTF-8, as the request is. */
  @Test
  void utf16IsRefused() throws IOException {
    String message = refused("r1,r2\nA,\u00e9\n".getBytes(StandardCharsets.UTF_16));
    assertTrue(message.endsWith(": is UTF-16, expected UTF-8"), message);
  }
}
