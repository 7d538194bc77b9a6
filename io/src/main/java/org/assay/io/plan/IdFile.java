package org.assay.io.plan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.assay.io.files.TextFile;
import org.assay.io.table.FormulaGuard;
import org.assay.io.table.Header;
import org.assay.io.table.Row;
import org.assay.io.table.RowSink;
import org.assay.io.table.Table;
import org.assay.io.table.TableReader;
import org.assay.io.table.TableSource;

/**
 * A list of items: a text file with one id per line, or a table with a column {@code item_id} such
 * as a pick-list, a key or a table of verdicts, in any format of tables.
 */
final class IdFile {
  private static final Pattern TITLES =
      Pattern.compile("(?i)(^|[,;|\\t\"\\uFEFF])item[ _-]?id($|[,;|\\t\"])");

  // How workbooks, Parquet, gzip, UTF-16 and JSON begin; no id does.
  private static final List<String> TABLES =
      List.of("PK\3\4", "PAR1", "\u001F\u008B", "\u00FF\u00FE", "\u00FE\u00FF", "{\"", "[{");

  private static final int HEAD = 8;

  private IdFile() {}

  /** An id and the line it stands on. */
  record Line(String id, long number) {}

  /** A column of such a table. */
  private enum Column implements Table.Column {
    ITEM_ID,
    REVIEWER_ID;

    @Override
    public String without() {
      return null;
    }

    @Override
    public Kind kind() {
      return Kind.ID;
    }
  }

  /** The ids, each once. */
  static Set<String> ids(Path file) throws IOException {
    Set<String> ids = new LinkedHashSet<>();
    read(file).forEach(line -> ids.add(line.id));
    return ids;
  }

  static List<Line> read(Path file) throws IOException {
    var lines = new ArrayList<Line>();
    if (isTable(file)) {
      for (List<String> fields : columns(file, List.of(Column.ITEM_ID))) {
        lines.add(new Line(fields.get(0), Long.parseLong(fields.get(1))));
      }
      return lines;
    }
    String text = TextFile.read(file);
    long number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      String id = (number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line).strip();
      if (!id.isEmpty()) {
        lines.add(new Line(id, number));
      }
    }
    return lines;
  }

  private static boolean isTable(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    String head;
    try (InputStream in = Files.newInputStream(file)) {
      head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
    }
    return TABLES.stream().anyMatch(head::startsWith)
        || TITLES.matcher(TextFile.read(file).lines().findFirst().orElse("")).find();
  }

  /** Who has seen what: item and officer, row by row. */
  static List<List<String>> itemsAndReviewers(Path file) {
    return columns(file, List.of(Column.values()));
  }

  // Row by row, each with its number at the end.
  private static List<List<String>> columns(Path file, List<Column> columns) {
    var table = new Table(columns.toString().toLowerCase(Locale.ROOT), columns);
    List<List<String>> rows =
        TableReader.read(
                table, List.of(TableSource.of(file)), Map.of(), read -> {}, new Sink(columns))
            .rows;
    return rows.stream().anyMatch(IdFile::isAsItIs)
        ? rows
        : rows.stream().map(row -> row.stream().map(FormulaGuard::original).toList()).toList();
  }

  // Where one id stands as no table for spreadsheets has it, no id got an apostrophe.
  private static boolean isAsItIs(List<String> row) {
    String id = row.get(0);
    return !id.startsWith("'") && !FormulaGuard.neutralise(id).equals(id);
  }

  private static final class Sink implements RowSink {
    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();
    private Header header;

    Sink(List<Column> columns) {
      this.columns = columns;
    }

    @Override
    public void begin(Header ofFile) {
      header = ofFile;
    }

    @Override
    public void accept(Row row) {
      var fields = new ArrayList<String>();
      for (Column column : columns) {
        int place = header.place(column);
        fields.add(place < row.fields() ? row.field(place) : "");
      }
      if (!fields.get(0).isEmpty()) {
        fields.add(Long.toString(row.number()));
        rows.add(fields);
      }
    }

    @Override
    public void endBatch() {
      // every text was copied
    }
  }
}
