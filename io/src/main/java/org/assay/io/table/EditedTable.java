package org.assay.io.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.assay.io.files.Content;

/**
 * A table whose rows are edited as they are read.
 *
 * @param table the table as it is
 * @param edit what is done to it
 */
record EditedTable(TableSource table, TableEdit edit) implements TableSource {
  @Override
  public String name() {
    return table.name();
  }

  @Override
  public String shortName() {
    return table.shortName();
  }

  @Override
  public Optional<Path> file() {
    return table.file();
  }

  @Override
  public Optional<Content> content() throws IOException {
    return table.content();
  }

  @Override
  public Optional<TimeFormat> times() {
    return table.times();
  }

  @Override
  public long bytes() {
    return table.bytes();
  }

  @Override
  public Map<String, String> readAs() {
    var said = new TreeMap<>(table.readAs());
    said.putAll(edit.readAs());
    return said;
  }

  @Override
  public TableRows open(LongConsumer read) {
    return new Rows(table.open(read));
  }

  private final class Rows implements TableRows {
    private final TableRows rows;
    private int width;
    private Optional<TableEdit.Rows> edits = Optional.empty();
    private final RowBatch from = new RowBatch();
    private Row row; // null when the batch has no more

    Rows(TableRows rows) {
      this.rows = rows;
    }

    @Override
    public List<String> titles() {
      List<String> titles = new ArrayList<>(rows.titles());
      if (!titles.isEmpty()) {
        width = titles.size();
        edits = edit.begin(name(), Collections.unmodifiableList(titles));
        edits.ifPresent(e -> titles.addAll(e.added()));
      }
      return titles;
    }

    @Override
    public void choose(Header header) {
      rows.choose(header.upTo(width));
    }

    @Override
    public boolean hasDecimalCommas() {
      return rows.hasDecimalCommas();
    }

    @Override
    public long leftOut() {
      return rows.leftOut();
    }

    @Override
    public long restored() {
      return edits.map(TableEdit.Rows::restored).orElse(0L);
    }

    @Override
    public void fill(RowBatch batch) {
      if (edits.isEmpty()) {
        rows.fill(batch);
        return;
      }
      int added = edits.get().added().size();
      while (!batch.isFull() && (row != null || nextRow())) {
        List<String> cells = new ArrayList<>(width + added);
        for (int f = 0; f < row.fields(); f++) {
          cells.add(row.field(f));
        }
        cells.addAll(Collections.nCopies(added, ""));
        edits.get().edit(row.number(), cells);
        batch.addRow(row.number(), cells);
        row = row.next() ? row : null;
      }
      batch.expectRows(from.rowsExpected());
    }

    private boolean nextRow() {
      from.clear();
      rows.fill(from);
      from.checkText();
      row = new Row(from);
      row = row.next() ? row : null;
      return row != null;
    }

    @Override
    public void close() throws IOException {
      rows.close();
    }
  }
}
