package org.assay.io.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.assay.io.BadInputException;

/**
 * A table in a file of its own, CSV or Parquet.
 *
 * @param path of the file
 */
record TableFile(Path path) implements TableSource {
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

  /** Size in bytes, or 0 when the file cannot be seen; opening it will say why. */
  @Override
  public long bytes() {
    return size(path);
  }

  @Override
  public TableRows open(LongConsumer read) {
    requireFile();
    try {
      return ParquetFile.isParquet(path) ? ParquetRows.open(path, read) : CsvRows.open(path, read);
    } catch (IOException e) {
      throw new BadInputException(path + ": cannot be read", e);
    }
  }

  static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }

  private void requireFile() {
    if (Files.isDirectory(path)) {
      throw new BadInputException(path + ": is a directory, expected a CSV or Parquet file");
    }
    if (!Files.exists(path)) {
      throw new BadInputException(path + ": file not found, expected a CSV or Parquet file");
    }
    if (!Files.isReadable(path)) {
      throw new BadInputException(
          path + ": may not be read (permission), expected a CSV or Parquet file");
    }
  }
}
