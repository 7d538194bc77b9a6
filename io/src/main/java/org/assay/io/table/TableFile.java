package org.assay.io.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import org.assay.io.BadInputException;

/**
 * A table in a file of its own; its first bytes tell the format.
 *
 * @param path of the file
 * @param name as messages name it
 * @param options what cannot be seen
 */
record TableFile(Path path, String name, ReadOptions options) implements TableSource {
  private static final String EXPECTED = ", expected a CSV, JSON Lines, Parquet or XLSX file";
  private static final int HEAD = 256; // white space before JSON is hardly longer

  @Override
  public String shortName() {
    return path.getFileName().toString();
  }

  @Override
  public Optional<Path> file() {
    return Optional.of(path);
  }

  @Override
  public Optional<TimeFormat> times() {
    return options.times();
  }

  @Override
  public Map<String, String> readAs() {
    return options.readAs();
  }

  /** Size in bytes, or 0 when the file cannot be seen; opening it will say why. */
  @Override
  public long bytes() {
    return size(path);
  }

  @Override
  public TableRows open(LongConsumer read) {
    requireFile();
    try {
      if (ParquetFile.isParquet(path)) {
        return ParquetRows.open(name, path, read);
      }
      byte[] head = head();
      if (begins(head, "PK\3\4")) {
        return XlsxRows.open(name, path, options.sheet(), read);
      }
      requireTable(head);
      return isJson(head)
          ? JsonRows.open(name, path, read)
          : CsvRows.open(name, path, options.encoding(), read);
    } catch (IOException e) {
      throw new BadInputException(name + ": cannot be read", e);
    }
  }

  static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }

  /**
   * The first bytes of the text, gzip or not; what cannot be decompressed is left to its reader.
   */
  private byte[] head() throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
      in.mark(2);
      boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
      in.reset();
      return gzip ? unzipped(in) : in.readNBytes(HEAD);
    }
  }

  private static byte[] unzipped(InputStream in) {
    try {
      return new GZIPInputStream(in).readNBytes(HEAD);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  // A table whose first title begins with a brace is no CSV that anybody has.
  private static boolean isJson(byte[] head) {
    String text = new String(head, StandardCharsets.UTF_8);
    String begin = (text.startsWith("\uFEFF") ? text.substring(1) : text).stripLeading();
    return begin.startsWith("{") || begin.startsWith("[{") || begin.matches("(?s)\\[\\s+\\{.*");
  }

  private static boolean begins(byte[] head, String latin1) {
    return new String(head, StandardCharsets.ISO_8859_1).startsWith(latin1);
  }

  private void requireTable(byte[] head) {
    if (begins(head, new String(StateOut.MARK, StandardCharsets.ISO_8859_1))) {
      throw new BadInputException(
          name
              + ": is a state of assay, expected a table; what assay read wrote is named by"
              + " --read");
    }
    if (begins(head, "\u00D0\u00CF\u0011\u00E0")) {
      throw new BadInputException(
          name
              + ": is a workbook with a password or an old one (XLS), expected XLSX; save it as an"
              + " Excel workbook (.xlsx) without a password, or as CSV");
    }
  }

  private void requireFile() {
    if (Files.isDirectory(path)) {
      throw new BadInputException(name + ": is a directory" + EXPECTED);
    }
    if (!Files.exists(path)) {
      throw new BadInputException(name + ": file not found" + EXPECTED);
    }
    if (!Files.isReadable(path)) {
      throw new BadInputException(name + ": may not be read (permission)" + EXPECTED);
    }
  }
}
