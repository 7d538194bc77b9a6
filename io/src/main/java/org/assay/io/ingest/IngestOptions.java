package org.assay.io.ingest;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.io.BadInputException;
import org.assay.io.policy.Policy;
import org.assay.io.table.Table;
import org.assay.io.table.TableSource;

/**
 * What to read, and how.
 *
 * <p>A table may be in several files, such as one per week. They are read in the order of their
 * names, in whatever order they are given, so that nothing that comes out depends on it.
 *
 * @param gradings table of gradings, mostly one CSV or Parquet file
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
    List<TableSource> gradings,
    List<TableSource> verdicts,
    Policy policy,
    Map<String, String> gradingColumns,
    Map<String, String> verdictColumns,
    Optional<Instant> asOf,
    ProgressListener progress) {

  public IngestOptions {
    gradings = inOrder(GradingColumn.TABLE, gradings);
    verdicts = inOrder(VerdictColumn.TABLE, verdicts);
    if (gradings.isEmpty()) {
      throw new BadInputException("gradings must be in at least one table, got none");
    }
    gradingColumns = Map.copyOf(gradingColumns);
    verdictColumns = Map.copyOf(verdictColumns);
  }

  private static List<TableSource> inOrder(Table table, List<TableSource> sources) {
    List<TableSource> sorted =
        sources.stream().sorted(Comparator.comparing(TableSource::shortName)).toList();
    for (int s = 1; s < sorted.size(); s++) {
      TableSource first = sorted.get(s - 1);
      TableSource second = sorted.get(s);
      if (first.shortName().equals(second.shortName())) {
        throw new BadInputException(
            table.name()
                + ": "
                + second.shortName()
                + (first.name().equals(second.name())
                    ? " is given twice, expected each file once"
                    : " is the name of two files, "
                        + first.name()
                        + " and "
                        + second.name()
                        + ", expected each once and under a name of its own, which its rows are"
                        + " told by"));
      }
    }
    return sorted;
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
    return of(List.of(gradings), policy);
  }

  /**
   * The same with gradings that are in several files or other tables, read as one.
   *
   * @param gradings one table, in parts
   * @param policy grades and time zone
   * @return the options
   * @throws BadInputException if there are none, or two of the same name
   */
  public static IngestOptions of(List<TableSource> gradings, Policy policy) {
    return new IngestOptions(
        gradings, List.of(), policy, Map.of(), Map.of(), Optional.empty(), (read, all) -> {});
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
    return withVerdicts(List.of(table));
  }

  /**
   * These options with verdicts that are in several files or other tables, read as one.
   *
   * @param tables one table, in parts
   * @return new options
   * @throws BadInputException if two have the same name
   */
  public IngestOptions withVerdicts(List<TableSource> tables) {
    return new IngestOptions(
        gradings, tables, policy, gradingColumns, verdictColumns, asOf, progress);
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
