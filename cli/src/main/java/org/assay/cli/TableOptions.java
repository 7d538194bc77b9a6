package org.assay.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assay.io.BadInputException;
import org.assay.io.annotation.AnnotationTool;
import org.assay.io.ingest.CheckedAt;
import org.assay.io.ingest.ColumnMap;
import org.assay.io.ingest.GradingTables;
import org.assay.io.table.ReadOptions;
import org.assay.io.table.TableSource;
import org.assay.io.table.TimeFormat;
import picocli.CommandLine.Option;

/** Where tables are and how they are written, where that cannot be seen. */
final class TableOptions {
  private static final String GRADINGS = "gradings";
  private static final String VERDICTS = "verdicts";

  @Option(
      names = "--column",
      paramLabel = "TABLE.COLUMN=NAME",
      description =
          "A column that the file calls otherwise, for example gradings.item_id=ref. Repeatable.")
  private Map<String, String> columns = Map.of();

  @Option(
      names = "--columns",
      paramLabel = "FILE",
      description = "The same for many: JSON, {\"gradings\": {\"item_id\": \"ref\"}}.")
  private Path columnFile;

  @Option(
      names = "--set",
      paramLabel = "TABLE.COLUMN=VALUE",
      description =
          "A column that the file lacks, the same in every row, for example"
              + " verdicts.selection_method=CENSUS. Repeatable.")
  private Map<String, String> values = Map.of();

  @Option(
      names = "--checked-at",
      paramLabel = "DATE",
      description =
          "When checks were made whose row has a grade and no time: a date (to its last moment) or a"
              + " time.")
  private String checkedAt;

  @Option(
      names = "--encoding",
      paramLabel = "[TABLE=]NAME",
      description =
          "Encoding of CSV without byte order mark, such as windows-1252; default utf-8. Repeatable.")
  private List<String> encodings = List.of();

  @Option(
      names = "--sheet",
      paramLabel = "[TABLE=]NAME",
      description = "Sheet of a workbook (XLSX), by name or number; default the first. Repeatable.")
  private List<String> sheets = List.of();

  @Option(
      names = "--date-format",
      paramLabel = "[TABLE=]FORMAT",
      description =
          "Times that are not ISO 8601: a pattern such as \"dd/MM/yyyy HH:mm\", or serial,"
              + " serial-1904, epoch, epoch-millis. Repeatable.")
  private List<String> dateFormats = List.of();

  @Option(
      names = "--format",
      paramLabel = "TOOL",
      description =
          "The gradings are an export of label-studio, cvat, prodigy, inception or doccano.")
  private String tool;

  @Option(
      names = "--wide",
      description =
          "The gradings have a row per item and a column per assessor; the item is the column that"
              + " gradings.item_id names, else item_id, else the first.")
  private boolean wide;

  @Option(
      names = "--raters",
      split = ",",
      paramLabel = "NAME",
      description = "With --wide: the assessors' columns, separated by commas; default all others.")
  private List<String> raters = List.of();

  @Option(
      names = "--gradings-query",
      paramLabel = "SQL",
      description = "With a JDBC URL as --gradings: the query whose answer is the table.")
  private String gradingsQuery;

  @Option(
      names = "--verdicts-query",
      paramLabel = "SQL",
      description = "With a JDBC URL as --verdicts: the query whose answer is the table.")
  private String verdictsQuery;

  @Option(
      names = "--driver",
      paramLabel = "FILE",
      description = "Jar with the JDBC driver of the database.")
  private Path driver;

  TableOptions() {}

  /** The table of gradings, in one file or several. */
  List<TableSource> gradings(List<String> where) {
    return where.stream().map(this::gradings).toList();
  }

  /** A table of verdicts; empty without. */
  List<TableSource> verdicts(List<String> where) {
    return where.stream()
        .map(file -> source(VERDICTS, file, verdictsQuery))
        .map(rows -> TableSource.ofFilled(rows, constants().verdicts()))
        .map(this::timed)
        .toList();
  }

  private TableSource timed(TableSource rows) {
    return checkedAt == null
        ? rows
        : TableSource.ofEdited(rows, CheckedAt.of(checkedAt, verdictColumns()));
  }

  /** The table of gradings, in one file. */
  TableSource gradings(String where) {
    if (tool != null && wide) {
      throw new BadInputException(
          "--format and --wide exclude each other: an export is never wide");
    }
    if (!raters.isEmpty() && !wide) {
      throw new BadInputException("--raters names columns of a wide table: add --wide");
    }
    TableSource source =
        tool == null
            ? source(GRADINGS, where, gradingsQuery)
            : AnnotationTool.of(tool).table(file(where));
    TableSource rows =
        wide
            ? TableSource.ofWide(
                source,
                GradingTables.wide(
                    Optional.ofNullable(map().gradings().get(ColumnMap.ITEM_ID)), raters))
            : source;
    return TableSource.ofFilled(rows, constants().gradings());
  }

  private ColumnMap constants() {
    return ColumnMap.NONE.with("--set", values);
  }

  private TableSource source(String table, String where, String query) {
    ReadOptions how = options(table);
    if (where.startsWith("jdbc:")) {
      if (query == null) {
        throw new BadInputException(
            "--" + table + " is a database, expected a query as well: --" + table + "-query SQL");
      }
      return TableSource.ofQuery(where, query, Optional.ofNullable(driver), how);
    }
    if (query != null) {
      throw new BadInputException(
          "--" + table + "-query asks a database, expected --" + table + " jdbc:..., got " + where);
    }
    return where.equals("-")
        ? TableSource.ofStandardInput(how)
        : TableSource.of(Path.of(where), how);
  }

  // An export is read from a file: of standard input, from the one it is kept in.
  private static Path file(String where) {
    return where.equals("-")
        ? TableSource.ofStandardInput(ReadOptions.NONE).file().orElseThrow()
        : Path.of(where);
  }

  private ReadOptions options(String table) {
    return new ReadOptions(
        of(table, encodings, ReadOptions::charset),
        of(table, sheets, Function.identity()),
        of(table, dateFormats, TimeFormat::of));
  }

  // What is said of a table alone counts before what is said of both.
  private static <T> Optional<T> of(String table, List<String> said, Function<String, T> read) {
    Optional<String> own =
        said.stream()
            .filter(text -> text.startsWith(table + "="))
            .reduce((first, last) -> last)
            .map(text -> text.substring(table.length() + 1));
    return own.or(
            () ->
                said.stream()
                    .filter(
                        text ->
                            !text.startsWith(GRADINGS + "=") && !text.startsWith(VERDICTS + "="))
                    .reduce((first, last) -> last))
        .map(read);
  }

  /** Those of the places named that are files, and the files that say how they are written. */
  List<Path> files(List<String> where) {
    Stream<Path> tables =
        where.stream()
            .filter(place -> !place.equals("-") && !place.startsWith("jdbc:"))
            .map(Path::of);
    return Stream.concat(tables, Stream.of(columnFile, driver).filter(Objects::nonNull)).toList();
  }

  /** Names of the columns of gradings in the file. */
  Map<String, String> gradingColumns() {
    Map<String, String> names = new HashMap<>(map().gradings());
    if (wide) {
      names.keySet().removeAll(ColumnMap.SPREAD); // the long table has these under their own names
    }
    return names;
  }

  /** Names of the columns of verdicts in the file. */
  Map<String, String> verdictColumns() {
    return map().verdicts();
  }

  private ColumnMap map() {
    ColumnMap map = columnFile == null ? ColumnMap.NONE : ColumnMap.read(columnFile);
    return map.with("--column", columns);
  }
}
