package org.assay.io.ingest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.assay.io.table.Header;
import org.assay.io.table.Row;
import org.assay.io.table.RowSink;
import org.assay.io.table.Table;
import org.assay.io.table.TableReader;
import org.assay.io.table.TableSource;

/**
 * The rows of a table of verdicts as they were written, but for decimal commas, under the names of
 * this library: to be kept and read again together with later ones.
 *
 * <p>Which rows repeat, contradict or correct one another, and which of several verdicts on a
 * grading is its reference, can only be told with all of them in hand. So what is kept of an
 * earlier reading is its rows, not what it made of them.
 *
 * @param columns names, in the order of the fields
 * @param rows fields of each row, as many as columns; a row of another length had more or fewer
 *     fields than its header, and has so again
 */
public record VerdictTexts(List<String> columns, List<List<String>> rows) {
  public VerdictTexts {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /**
   * Reads the rows, in whichever format the files are.
   *
   * @param options with a file of verdicts, and its names of columns
   * @return every row of the file, those that cannot be used, too
   * @throws org.assay.io.BadInputException if the file cannot be read
   */
  public static VerdictTexts read(IngestOptions options) {
    return TableReader.read(
            VerdictColumn.TABLE,
            options.verdicts(),
            options.verdictColumns(),
            read -> {},
            new Sink())
        .all;
  }

  private static final class Sink implements RowSink {
    private VerdictTexts all = new VerdictTexts(List.of(), List.of());
    private Header header;
    private List<Table.Column> columns;
    private List<List<String>> rows;

    @Override
    public void begin(Header ofFile) {
      header = ofFile;
      columns = List.copyOf(header.present());
      rows = new ArrayList<>();
    }

    @Override
    public void accept(Row row) {
      var fields = new ArrayList<String>();
      for (Table.Column column : columns) {
        int place = header.place(column);
        fields.add(place < row.fields() ? text(column, row.field(place)) : "");
      }
      if (row.fields() != header.fields()) {
        fields.add("");
      }
      rows.add(fields);
    }

    // What is read again is not in the format of this table, and has points: tables with and
    // without decimal commas can follow each other.
    private String text(Table.Column column, String field) {
      if (column.kind() == Table.Column.Kind.TIME) {
        return header.times().flatMap(format -> format.iso(field)).orElse(field);
      }
      return header.hasDecimalCommas() && column.kind() == Table.Column.Kind.NUMBER
          ? field.replace(',', '.')
          : field;
    }

    @Override
    public void endBatch() {
      // every text was copied
    }

    @Override
    public void end() {
      all = all.then(new VerdictTexts(columns.stream().map(Table::title).toList(), rows));
    }
  }

  /**
   * These rows and then others.
   *
   * @param later the rows that follow these
   * @return one table with the columns of both; a field of a column that one of them lacks is empty
   */
  public VerdictTexts then(VerdictTexts later) {
    Set<String> names = new LinkedHashSet<>(columns);
    names.addAll(later.columns);
    List<String> all = List.copyOf(names);
    var both = new ArrayList<List<String>>();
    add(all, both);
    later.add(all, both);
    return new VerdictTexts(all, both);
  }

  private void add(List<String> names, List<List<String>> to) {
    int[] place = names.stream().mapToInt(columns::indexOf).toArray();
    for (List<String> row : rows) {
      var fields = new ArrayList<String>();
      for (int p : place) {
        fields.add(p < 0 ? "" : row.get(p));
      }
      if (row.size() != columns.size()) {
        fields.add("");
      }
      to.add(fields);
    }
  }

  /**
   * The rows as a table that {@link Ingest} reads as it would have read the first one.
   *
   * @param name as messages name it
   * @return the table
   */
  public TableSource source(String name) {
    return TableSource.of(name, columns, rows);
  }
}
