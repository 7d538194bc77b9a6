package org.assay.io.ingest;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.assay.io.BadInputException;
import org.assay.io.policy.Policy;
import org.assay.io.table.TableSource;

/**
 * What to read, and how.
 *
 * @param tables gradings, mostly one CSV or Parquet file, and verdicts, if anything was checked
 * @param policy grades and time zone
 * @param asOf what was known at this time is read: gradings made later are left out, verdicts
 *     reached later are still pending; empty for everything
 * @param progress receives progress of reading
 */
public record IngestOptions(
    InputTables tables, Policy policy, Optional<Instant> asOf, ProgressListener progress) {

  public IngestOptions {
    if (tables.gradings().isEmpty()) {
      throw new BadInputException("there must be a table of gradings, got none");
    }
  }

  /**
   * Tables, everything that was recorded in them.
   *
   * @param tables gradings and verdicts
   * @param policy grades and time zone
   * @return the options
   * @throws BadInputException if there are no gradings
   */
  public static IngestOptions of(InputTables tables, Policy policy) {
    return new IngestOptions(tables, policy, Optional.empty(), (read, all) -> {});
  }

  /**
   * Gradings alone, columns under their own names, everything that was recorded.
   *
   * @param gradings CSV or Parquet file
   * @param policy grades and time zone
   * @return the options
   */
  public static IngestOptions of(Path gradings, Policy policy) {
    return of(TableSource.of(gradings), policy);
  }

  /**
   * The same with gradings that need not be in a file.
   *
   * @param gradings any table
   * @param policy grades and time zone
   * @return the options
   */
  public static IngestOptions of(TableSource gradings, Policy policy) {
    return of(new InputTables(List.of(gradings), Map.of(), List.of(), Map.of()), policy);
  }

  /**
   * These options with a file of verdicts.
   *
   * @param file CSV or Parquet file
   * @return new options
   */
  public IngestOptions withVerdicts(Path file) {
    return withVerdicts(TableSource.of(file));
  }

  /**
   * These options with verdicts that need not be in a file.
   *
   * @param table any table
   * @return new options
   */
  public IngestOptions withVerdicts(TableSource table) {
    return with(new InputTables(gradings(), gradingColumns(), List.of(table), verdictColumns()));
  }

  /**
   * These options with each file of verdicts read in another way.
   *
   * @param change what is done to a file
   * @return new options
   */
  public IngestOptions withVerdictsAs(UnaryOperator<TableSource> change) {
    return with(
        new InputTables(
            gradings(),
            gradingColumns(),
            verdicts().stream().map(change).toList(),
            verdictColumns()));
  }

  /**
   * These options with other names of columns in the files.
   *
   * @param gradingNames name in the file by name of the column of gradings
   * @param verdictNames name in the file by name of the column of verdicts
   * @return new options
   */
  public IngestOptions withColumns(
      Map<String, String> gradingNames, Map<String, String> verdictNames) {
    return with(tables.withColumns(gradingNames, verdictNames));
  }

  private IngestOptions with(InputTables others) {
    return new IngestOptions(others, policy, asOf, progress);
  }

  /**
   * These options with a time after which nothing is known.
   *
   * @param instant the time
   * @return new options
   */
  public IngestOptions withAsOf(Instant instant) {
    return new IngestOptions(tables, policy, Optional.of(instant), progress);
  }

  /**
   * These options with a listener.
   *
   * @param listener receives progress of reading
   * @return new options
   */
  public IngestOptions withProgress(ProgressListener listener) {
    return new IngestOptions(tables, policy, asOf, listener);
  }

  /**
   * The table of gradings.
   *
   * @return its files in the order of their names, at least one
   */
  public List<TableSource> gradings() {
    return tables.gradings();
  }

  /**
   * The table of verdicts.
   *
   * @return its files in the order of their names; none when nothing was checked
   */
  public List<TableSource> verdicts() {
    return tables.verdicts();
  }

  /**
   * Columns of gradings that the files call otherwise.
   *
   * @return name in the files by name of the column
   */
  public Map<String, String> gradingColumns() {
    return tables.gradingColumns();
  }

  /**
   * Columns of verdicts that the files call otherwise.
   *
   * @return name in the files by name of the column
   */
  public Map<String, String> verdictColumns() {
    return tables.verdictColumns();
  }
}
