package org.assay.io.ingest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.io.BadInputException;
import org.assay.io.table.Header;
import org.assay.io.table.Row;
import org.assay.io.table.RowSink;
import org.assay.io.table.Table;
import org.assay.io.table.TableReader;
import org.assay.io.table.TableSource;
import org.assay.io.table.TimeParser;

/**
 * Tables in the form that the documentation has: CSV with commas, UTF-8, columns under their own
 * names in their own order, times in ISO 8601, decimal points. Ids and words stay as they are, and
 * rows that cannot be used stay, too, so that reading the new table gives the same report; what the
 * source calls otherwise, or has besides, is gone.
 *
 * <p>Texts are not guarded against spreadsheets, since that would change ids.
 */
public final class CanonicalTables {
  private CanonicalTables() {}

  /**
   * A table written anew.
   *
   * @param csv its text
   * @param rows rows after the header
   */
  public record Written(String csv, long rows) {}

  /**
   * The gradings.
   *
   * @param tables at least one of gradings
   * @return all of them as one table
   * @throws BadInputException if one cannot be read
   */
  public static Written gradings(InputTables tables) {
    return write(GradingColumn.TABLE, tables.gradings(), tables.gradingColumns());
  }

  /**
   * The verdicts.
   *
   * @param tables with or without verdicts
   * @return all of them as one table; empty when there are none
   * @throws BadInputException if one cannot be read
   */
  public static Optional<Written> verdicts(InputTables tables) {
    return tables.verdicts().isEmpty()
        ? Optional.empty()
        : Optional.of(write(VerdictColumn.TABLE, tables.verdicts(), tables.verdictColumns()));
  }

  private static Written write(Table table, List<TableSource> sources, Map<String, String> names) {
    List<Header> headers = new ArrayList<>();
    for (TableSource source : sources) {
      headers.add(TableReader.header(table, source, names));
    }
    List<? extends Table.Column> columns =
        table.columns().stream()
            .filter(column -> headers.stream().anyMatch(header -> header.has(column)))
            .toList();
    var sink = new Sink(columns);
    TableReader.read(table, sources, names, bytes -> {}, sink);
    return new Written(sink.out.toString(StandardCharsets.UTF_8), sink.rows);
  }

  private static final class Sink implements RowSink {
    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    long rows;
    private final List<? extends Table.Column> columns;
    private final TimeParser iso = new TimeParser(Optional.of(ZoneOffset.UTC));
    private Header header;

    Sink(List<? extends Table.Column> columns) {
      this.columns = columns;
      line(columns.stream().map(Table::title).toList());
    }

    @Override
    public void begin(Header ofFile) {
      header = ofFile;
    }

    @Override
    public void accept(Row row) {
      rows++;
      line(row.fields() == header.fields() ? fields(row) : broken(row));
    }

    private List<String> fields(Row row) {
      List<String> fields = new ArrayList<>();
      for (Table.Column column : columns) {
        int place = header.place(column);
        fields.add(
            place < 0
                ? ""
                : switch (column.kind()) {
                  case TIME -> time(row, place);
                  case NUMBER -> number(row.field(place));
                  default -> row.field(place);
                });
      }
      return fields;
    }

    // As many fields too many, or too few, as the row has: it is to be excluded for that.
    private List<String> broken(Row row) {
      int count = Math.max(1, columns.size() + row.fields() - header.fields());
      List<String> fields = new ArrayList<>();
      for (int f = 0; f < (count == columns.size() ? count + 1 : count); f++) {
        fields.add(f < row.fields() ? row.field(f) : "");
      }
      return fields;
    }

    private String time(Row row, int place) {
      String text = row.field(place);
      return header.times().isEmpty() || iso.read(row, place) != TimeParser.NOT_A_TIME
          ? text
          : header.times().orElseThrow().iso(text).orElse(text);
    }

    private String number(String text) {
      if (header.hasDecimalCommas() && !Double.isNaN(Probability.read(text, true))) {
        return text.replace(',', '.');
      }
      return text;
    }

    private void line(List<String> fields) {
      var text = new StringBuilder();
      for (int f = 0; f < fields.size(); f++) {
        text.append(f == 0 ? "" : ",").append(quoted(fields.get(f), fields.size() == 1));
      }
      byte[] bytes = text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
      if (out.size() > Integer.MAX_VALUE - 64 - bytes.length) {
        throw new BadInputException(
            header.source().name()
                + ": has more than 2 GiB as CSV, expected less: convert its files one by one");
      }
      out.write(bytes, 0, bytes.length);
    }

    private static String quoted(String field, boolean alone) {
      boolean needs =
          field.isEmpty()
              ? alone
              : field.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
      return needs ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }

    @Override
    public void endBatch() {
      // every text was copied
    }
  }
}
