package org.assay.io.ingest;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.assay.io.policy.Policy;
import org.assay.io.table.TableSource;

/**
 * What to read, and how.
 *
 * @param gradings table of gradings, mostly a CSV or Parquet file
 * @param verdicts table of verdicts; empty when nothing was checked
 * @param policy grades and time zone
 * @param gradingColumns name in the file by name of the column, for columns of gradings that the
 *     file calls otherwise
 * @param verdictColumns the same for verdicts
 * @param asOf what was known at this time is read: gradings made later are left out, verdicts
 *     reached later are still pending; empty for everything
 * @param progress hears how far the reading has come
 */
public record IngestOptions(
    TableSource gradings,
    Optional<TableSource> verdicts,
    Policy policy,
    Map<String, String> gradingColumns,
    Map<String, String> verdictColumns,
    Optional<Instant> asOf,
    ProgressListener progress) {

  public IngestOptions {
    gradingColumns = Map.copyOf(gradingColumns);
    verdictColumns = Map.copyOf(verdictColumns);
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
    return new IngestOptions(
        gradings,
        Optional.empty(),
        policy,
        Map.of(),
        Map.of(),
        Optional.empty(),
        (read, all) -> {});
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
    return new IngestOptions(
        gradings, Optional.of(table), policy, gradingColumns, verdictColumns, asOf, progress);
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
    return new IngestOptions(
        gradings, verdicts, policy, gradingNames, verdictNames, asOf, progress);
  }

  /**
   * These options with a time after which nothing is known.
   *
   * @param instant the time
   * @return new options
   */
  public IngestOptions withAsOf(Instant instant) {
    return new IngestOptions(
        gradings, verdicts, policy, gradingColumns, verdictColumns, Optional.of(instant), progress);
  }

  /**
   * These options with a listener.
   *
   * @param listener hears how far the reading has come
   * @return new options
   */
  public IngestOptions withProgress(ProgressListener listener) {
    return new IngestOptions(
        gradings, verdicts, policy, gradingColumns, verdictColumns, asOf, listener);
  }
}
