package org.assay.io.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * A table that can be read from its header to its end: a file, the sheet of a workbook, the answer
 * to a query, rows in memory.
 *
 * <p>A new format is a class that implements this interface and {@link TableRows}; nothing else
 * needs to know of it.
 */
public interface TableSource {
  /**
   * A CSV or Parquet file; which of the two is told by how it begins.
   *
   * @param file CSV file, gzip or not, or Parquet file
   * @return the table in it, which is not looked at before it is opened
   */
  static TableSource of(Path file) {
    return new TableFile(file);
  }

  /**
   * Rows in memory.
   *
   * @param name as messages and the ledger name them
   * @param titles from left to right
   * @param rows fields from left to right, "" for an empty one
   * @return the table
   */
  static TableSource of(String name, List<String> titles, List<List<String>> rows) {
    return new TableInMemory(name, titles, rows);
  }

  /**
   * The source as messages name it.
   *
   * @return for a file its path
   */
  String name();

  /**
   * The source as a ledger names it, so that the same table has the same ledger wherever it is.
   *
   * @return for a file its name without folders; not empty
   */
  default String shortName() {
    return name();
  }

  /**
   * The file that the table is in.
   *
   * @return empty when it is not in a file of its own
   */
  default Optional<Path> file() {
    return Optional.empty();
  }

  /**
   * What is in the file that the table is in, or was read from.
   *
   * @return empty when there is none
   * @throws IOException if the file cannot be read
   */
  default Optional<Content> content() throws IOException {
    Optional<Path> file = file();
    return file.isEmpty() ? Optional.empty() : Optional.of(Content.of(file.get()));
  }

  /**
   * How much there is to read, for those who watch the progress.
   *
   * @return size in bytes, 0 when it cannot be told
   */
  default long bytes() {
    return 0;
  }

  /**
   * Opens the table at its beginning.
   *
   * @param read receives how many bytes more were read, as often as is convenient
   * @return its rows, to be closed
   * @throws org.assay.io.BadInputException if it cannot be opened
   */
  TableRows open(LongConsumer read);
}
