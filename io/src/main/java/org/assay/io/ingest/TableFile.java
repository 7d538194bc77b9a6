package org.assay.io.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.assay.io.BadInputException;
import org.assay.io.parquet.ParquetFile;

/** Walks over the rows of one file, in whichever format it is. */
final class TableFile {
  private TableFile() {}

  /**
   * Reads a file from its header to its end.
   *
   * @param table columns the file may have
   * @param file CSV or Parquet file
   * @param names name in the file by name of the column
   * @param counter counts the bytes
   * @param sink makes, from the header, what takes each row after it
   * @return what took the rows
   */
  static <S extends RowSink> S read(
      Table table,
      Path file,
      Map<String, String> names,
      ByteCounter counter,
      Function<Header, S> sink) {
    requireFile(file);
    try (TableRows rows = open(file, counter)) {
      S taker = sink.apply(rows.header(table, names));
      var batches = new RowBatches(rows);
      for (RowBatch batch = batches.next(); batch != null; batch = batches.next()) {
        taker.expect(batch.rowsExpected());
        var row = new Row(batch);
        while (row.next()) {
          taker.accept(row);
        }
        taker.endBatch();
      }
      return taker;
    } catch (IOException e) {
      throw new BadInputException(file + ": cannot be read", e);
    }
  }

  private static TableRows open(Path file, ByteCounter counter) throws IOException {
    return ParquetFile.isParquet(file)
        ? ParquetRows.open(file, counter)
        : CsvRows.open(file, counter);
  }

  /** Size in bytes, or 0 when the file cannot be seen; opening it will say why. */
  static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }

  private static void requireFile(Path file) {
    if (Files.isDirectory(file)) {
      throw new BadInputException(file + ": is a directory, expected a CSV or Parquet file");
    }
    if (!Files.exists(file)) {
      throw new BadInputException(file + ": file not found, expected a CSV or Parquet file");
    }
    if (!Files.isReadable(file)) {
      throw new BadInputException(
          file + ": may not be read (permission), expected a CSV or Parquet file");
    }
  }
}
