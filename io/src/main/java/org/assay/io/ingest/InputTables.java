package org.assay.io.ingest;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.io.BadInputException;
import org.assay.io.table.Table;
import org.assay.io.table.TableSource;

/**
 * The tables of gradings and of verdicts, each in one file or in several that are read as one.
 *
 * <p>Files are in the order of their names, in whatever order they are given, and each has a name
 * of its own, so that nothing that is made of them depends on how they were put together.
 *
 * @param gradings files or other tables of gradings
 * @param gradingColumns name in the files by name of the column, for columns of gradings that they
 *     call otherwise
 * @param verdicts the same of verdicts
 * @param verdictColumns the same of verdicts
 */
public record InputTables(
    List<TableSource> gradings,
    Map<String, String> gradingColumns,
    List<TableSource> verdicts,
    Map<String, String> verdictColumns) {
  /** No tables. */
  public static final InputTables NONE = new InputTables(List.of(), Map.of(), List.of(), Map.of());

  public InputTables {
    gradings = inOrder(GradingColumn.TABLE, gradings);
    gradingColumns = Map.copyOf(gradingColumns);
    verdicts = inOrder(VerdictColumn.TABLE, verdicts);
    verdictColumns = Map.copyOf(verdictColumns);
  }

  /**
   * Tables in files, with columns under their own names.
   *
   * @param gradings CSV or Parquet files
   * @param verdicts the same; none when nothing was checked
   * @return the tables
   * @throws BadInputException if two files of a table have one name
   */
  public static InputTables of(List<Path> gradings, List<Path> verdicts) {
    return new InputTables(
        gradings.stream().map(TableSource::of).toList(),
        Map.of(),
        verdicts.stream().map(TableSource::of).toList(),
        Map.of());
  }

  /**
   * These tables with other names of columns in the files.
   *
   * @param ofGradings name in the files by name of the column of gradings
   * @param ofVerdicts name in the files by name of the column of verdicts
   * @return new tables
   */
  public InputTables withColumns(Map<String, String> ofGradings, Map<String, String> ofVerdicts) {
    return new InputTables(gradings, ofGradings, verdicts, ofVerdicts);
  }

  /**
   * These tables and others. The order does not matter.
   *
   * @param others whose files are others, with the same names of columns
   * @return all of them
   * @throws BadInputException if a file is in both, or they call a column by different names
   */
  public InputTables with(InputTables others) {
    return new InputTables(
        Stream.concat(gradings.stream(), others.gradings.stream()).toList(),
        columns(
            GradingColumn.TABLE, gradings, gradingColumns, others.gradings, others.gradingColumns),
        Stream.concat(verdicts.stream(), others.verdicts.stream()).toList(),
        columns(
            VerdictColumn.TABLE, verdicts, verdictColumns, others.verdicts, others.verdictColumns));
  }

  /**
   * These tables without those of verdicts.
   *
   * @return those of gradings
   */
  public InputTables withoutVerdicts() {
    return new InputTables(gradings, gradingColumns, List.of(), Map.of());
  }

  private static Map<String, String> columns(
      Table table,
      List<TableSource> some,
      Map<String, String> ofSome,
      List<TableSource> others,
      Map<String, String> ofOthers) {
    if (!some.isEmpty() && !others.isEmpty() && !ofSome.equals(ofOthers)) {
      throw new BadInputException(
          some.get(0).name()
              + " has "
              + named(table, ofSome)
              + ", "
              + others.get(0).name()
              + " has "
              + named(table, ofOthers)
              + ", expected the same names of columns in all "
              + table.name()
              + ": read one of them again");
    }
    return some.isEmpty() ? ofOthers : ofSome;
  }

  private static String named(Table table, Map<String, String> columns) {
    return columns.isEmpty()
        ? "columns under their own names"
        : new TreeMap<>(columns)
            .entrySet().stream()
                .map(c -> table.name() + "." + c.getKey() + "=" + c.getValue())
                .collect(Collectors.joining(", "));
  }

  private static List<TableSource> inOrder(Table table, List<TableSource> sources) {
    Set<String> names = new HashSet<>();
    for (TableSource source : sources) {
      if (!names.add(source.shortName())) {
        throw new BadInputException(twice(table, source, sources));
      }
    }
    return sources.stream().sorted(Comparator.comparing(TableSource::shortName)).toList();
  }

  private static String twice(Table table, TableSource source, List<TableSource> sources) {
    String first =
        sources.stream()
            .filter(other -> other.shortName().equals(source.shortName()))
            .findFirst()
            .orElseThrow()
            .name();
    return table.name()
        + ": "
        + (first.equals(source.name())
            ? first + " is given twice, expected each file once"
            : first
                + " and "
                + source.name()
                + " have one name, expected each file once and under a name of its own, which its"
                + " rows are told by");
  }
}
