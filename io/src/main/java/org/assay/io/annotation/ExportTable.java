package org.assay.io.annotation;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.assay.io.BadInputException;
import org.assay.io.table.TableRows;
import org.assay.io.table.TableSource;

/**
 * An export as a table: a file, gzip or not, or a ZIP archive of files.
 *
 * @param tool whose it is
 * @param path of the file
 */
record ExportTable(AnnotationTool tool, Path path) implements TableSource {
  private static final String ENTRIES = "(?i).*\\.(json|jsonl|xml|csv)";

  @Override
  public String name() {
    return path.toString();
  }

  @Override
  public String shortName() {
    return path.getFileName().toString();
  }

  @Override
  public Optional<Path> file() {
    return Optional.of(path);
  }

  @Override
  public Map<String, String> readAs() {
    return Map.of("format", tool.word());
  }

  @Override
  public TableRows open(LongConsumer read) {
    if (!Files.isRegularFile(path)) {
      throw new BadInputException(
          path + ": file not found or no file, expected an export of " + tool.name());
    }
    var answers = new Answers(name());
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
      in.mark(4);
      int first = in.read();
      int second = in.read();
      in.reset();
      if (first == 'P' && second == 'K') {
        readEntries(new ZipInputStream(in), answers);
      } else {
        boolean gzip = first == 0x1F && second == 0x8B;
        tool.read(
            ExportFile.of(name(), path.toString(), gzip ? new GZIPInputStream(in) : in)
                .withoutFolder(),
            answers);
      }
    } catch (IOException e) {
      throw new BadInputException(path + ": cannot be read, or its archive is damaged", e);
    }
    return answers.rows();
  }

  private void readEntries(ZipInputStream zip, Answers answers) throws IOException {
    int files = 0;
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (!entry.isDirectory() && entry.getName().matches(ENTRIES)) {
        files++;
        tool.read(ExportFile.of(name(), entry.getName(), new Open(zip)), answers);
      }
    }
    if (files == 0) {
      throw new BadInputException(
          path + ": the ZIP archive has no JSON, JSON Lines, XML or CSV file in it");
    }
  }

  /** An entry, which its reader may close without closing the archive. */
  private static final class Open extends FilterInputStream {
    Open(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // the archive goes on
    }
  }
}
