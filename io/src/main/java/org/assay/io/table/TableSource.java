package org.assay.io.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.assay.io.files.Content;

/**
 * A table that can be read from its header to its end: a file, the sheet of a workbook, the answer
 * to a query, rows in memory.
 *
 * <p>A new format is a class that implements this interface and {@link TableRows}; nothing else
 * needs to know of it.
 */
public interface TableSource {
  /**
   * A table in a file; in which format is told by how it begins.
   *
   * @param file CSV, JSON Lines (both gzip or not), Parquet or XLSX
   * @return the table in it, which is not looked at before it is opened
   */
  static TableSource of(Path file) {
    return of(file, ReadOptions.NONE);
  }

  /**
   * The same where something of the file has to be said.
   *
   * @param file CSV, JSON Lines (both gzip or not), Parquet or XLSX
   * @param options what cannot be seen
   * @return the table in it; one that is not a file on a disk, such as a pipe, is read to its end
   *     now
   * @throws org.assay.io.BadInputException if it is a terminal, or a pipe that cannot be read
   */
  static TableSource of(Path file, ReadOptions options) {
    return OnceOnly.isOnceOnly(file)
        ? new TableFile(OnceOnly.keep(file), file.toString(), options)
        : new TableFile(file, file.toString(), options);
  }

  /**
   * What is written to standard input, in any format of a file; it is read to its end now.
   *
   * @param options what cannot be seen
   * @return the table in it
   * @throws org.assay.io.BadInputException if standard input is a terminal, or cannot be read
   */
  static TableSource ofStandardInput(ReadOptions options) {
    return new TableFile(OnceOnly.keepStandardInput(), "standard input", options);
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
   * A wide table, with a row per item and a column per person, as one with a row for each of both.
   *
   * @param wide the table as it is
   * @param shape which of its columns are what
   * @return the long table; its rows have the numbers of those they came from
   */
  static TableSource ofWide(TableSource wide, WideShape shape) {
    return new WideTable(wide, shape);
  }

  /**
   * A table with columns that it lacks, the same in every row.
   *
   * @param table the table without them
   * @param values text by title
   * @return the table with them; the same one where there are none
   */
  static TableSource ofFilled(TableSource table, Map<String, String> values) {
    return values.isEmpty() ? table : ofEdited(table, new FilledColumns(values));
  }

  /**
   * A table whose rows are changed as they are read.
   *
   * @param table the table as it is
   * @param edit what is done to its rows
   * @return the table as it is read
   */
  static TableSource ofEdited(TableSource table, TableEdit edit) {
    return new EditedTable(table, edit);
  }

  /**
   * The answer to a query.
   *
   * @param url of the database, as JDBC has it: {@code jdbc:postgresql://host/name}
   * @param query what to ask, in the database's SQL
   * @param driver jar with the JDBC driver; empty when it is on the class path
   * @param options how its texts write times
   * @return the table, which is asked for when it is opened
   */
  static TableSource ofQuery(String url, String query, Optional<Path> driver, ReadOptions options) {
    return new JdbcTable(url, query, driver, options.times());
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
   * How the table writes times that are not ISO 8601.
   *
   * @return empty when it writes no others
   */
  default Optional<TimeFormat> times() {
    return Optional.empty();
  }

  /**
   * What had to be said to read the table, for a manifest: of a file its encoding, sheet and format
   * of times, of a database its name and the query.
   *
   * @return text by name; empty when nothing was said
   */
  default Map<String, String> readAs() {
    return Map.of();
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
