package org.assay.io.table;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.zip.ZipException;
import org.assay.io.BadInputException;

/**
 * A CSV file opened for reading: gzip or not, with or without byte order mark, seen to be text, its
 * separator detected from the header or named by a line {@code sep=} before it.
 */
final class CsvText implements Closeable {
  private static final int HEAD = 1 << 16;

  /** What may stand between fields, the usual one first. */
  private static final String SEPARATORS = ",;\t|";

  private final String name;
  private final InputStream in;
  private final char separator;
  private final long bytes;

  private CsvText(String name, InputStream in, char separator, long bytes) {
    this.name = name;
    this.in = in;
    this.separator = separator;
    this.bytes = bytes;
  }

  static CsvText open(String name, Path file, Optional<Charset> encoding, LongConsumer read) {
    InputStream raw = null;
    try {
      raw = new BufferedInputStream(new CountedInput(Files.newInputStream(file), read), HEAD);
      raw.mark(2);
      byte[] magic = raw.readNBytes(2);
      raw.reset();
      boolean gzip = magic.length == 2 && magic[0] == 0x1F && magic[1] == (byte) 0x8B;
      InputStream in = utf8(gzip ? new GzipMembers(raw, HEAD) : raw, encoding);
      byte[] head = in.readNBytes(HEAD);
      int start = requireText(name, head);
      boolean isNamed = namesSeparator(head, start);
      char separator = isNamed ? (char) head[start + 4] : separator(head, start);
      start = isNamed ? afterLine(head, start) : start;
      var body = new ByteArrayInputStream(head, start, head.length - start);
      return new CsvText(
          name, new SequenceInputStream(body, in), separator, gzip ? 0 : TableFile.size(file));
    } catch (IOException e) {
      close(raw);
      throw unreadable(name, e, "before the first row");
    } catch (BadInputException e) {
      close(raw);
      throw e;
    }
  }

  /** The file as messages name it. */
  String name() {
    return name;
  }

  char separator() {
    return separator;
  }

  /** Size of the text in bytes; 0 when that cannot be told. */
  long bytes() {
    return bytes;
  }

  /** One character for each byte: what tells fields and rows apart is ASCII, and the rest stays. */
  Reader reader() {
    return new InputStreamReader(in, StandardCharsets.ISO_8859_1);
  }

  /** What an exception while reading means for the reader of the message. */
  static BadInputException unreadable(String name, IOException e, String where) {
    String what =
        e instanceof EOFException
            ? "the gzip data end early"
            : e instanceof ZipException ? "the gzip data are damaged" : "cannot be read";
    return new BadInputException(name + ": " + what + ", " + where, e);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private static void close(InputStream in) {
    if (in != null) {
      try {
        in.close();
      } catch (IOException e) {
        // the exception on its way out says more
      }
    }
  }

  // A byte order mark is certain; so is a text whose every second byte is 0, as far as it is ASCII.
  private static InputStream utf8(InputStream in, Optional<Charset> encoding) throws IOException {
    byte[] first = in.readNBytes(8);
    InputStream all = new SequenceInputStream(new ByteArrayInputStream(first), in);
    if (begins(first, 0xFF, 0xFE) || begins(first, 0xFE, 0xFF)) {
      return new Utf8Input(all, StandardCharsets.UTF_16);
    }
    if (begins(first, 0xEF, 0xBB, 0xBF)) {
      return all;
    }
    Charset told = encoding.orElse(StandardCharsets.UTF_8);
    if (encoding.isEmpty() && isAsciiWithZeros(first, 0)) {
      told = StandardCharsets.UTF_16LE;
    } else if (encoding.isEmpty() && isAsciiWithZeros(first, 1)) {
      told = StandardCharsets.UTF_16BE;
    }
    return told.equals(StandardCharsets.UTF_8) ? all : new Utf8Input(all, told);
  }

  private static boolean isAsciiWithZeros(byte[] first, int from) {
    boolean holds = first.length == 8;
    for (int i = 0; holds && i < first.length; i++) {
      holds = i % 2 == from ? first[i] >= ' ' : first[i] == 0;
    }
    return holds;
  }

  private static int requireText(String name, byte[] head) {
    for (int i = 0; i < head.length; i++) {
      if (head[i] == 0) {
        throw new BadInputException(
            name
                + ": is a binary file (byte 0 at offset "
                + i
                + "), expected CSV as UTF-8 text, or its encoding");
      }
    }
    return begins(head, 0xEF, 0xBB, 0xBF) ? 3 : 0;
  }

  private static boolean begins(byte[] head, int... magic) {
    for (int i = 0; i < magic.length; i++) {
      if (i == head.length || (head[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  // The one that the header has most of, outside quotes; a comma where it has none.
  private static char separator(byte[] head, int start) {
    int[] found = new int[SEPARATORS.length()];
    boolean quoted = false;
    boolean begun = false;
    for (int i = start; i < head.length; i++) {
      byte b = head[i];
      if (b == '"') {
        quoted = !quoted;
      } else if (!quoted && begun && (b == '\n' || b == '\r')) {
        break;
      } else if (!quoted && SEPARATORS.indexOf(b) >= 0) {
        found[SEPARATORS.indexOf(b)]++;
      }
      begun |= b != '\n' && b != '\r';
    }
    int most = 0;
    for (int s = 1; s < found.length; s++) {
      most = found[s] > found[most] ? s : most;
    }
    return SEPARATORS.charAt(most);
  }

  // A spreadsheet's first line "sep=;" says what separates fields, and is not a row.
  private static boolean namesSeparator(byte[] head, int start) {
    return head.length > start + 5
        && new String(head, start, 4, StandardCharsets.ISO_8859_1).equalsIgnoreCase("sep=")
        && SEPARATORS.indexOf(head[start + 4]) >= 0
        && (head[start + 5] == '\n' || head[start + 5] == '\r');
  }

  private static int afterLine(byte[] head, int start) {
    int end = start;
    while (end < head.length && head[end] != '\n' && head[end] != '\r') {
      end++;
    }
    boolean isTwo = end + 1 < head.length && head[end] == '\r' && head[end + 1] == '\n';
    return Math.min(head.length, end + (isTwo ? 2 : 1));
  }
}
