package org.assay.io.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.assay.io.BadInputException;
import org.assay.io.Shown;

/**
 * A table with columns more that have the same text in every row.
 *
 * @param table the table without them
 * @param values text by title
 */
record FilledTable(TableSource table, Map<String, String> values) implements TableSource {
  FilledTable {
    values = new TreeMap<>(values);
  }

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
  public Optional<TimeFormat> times() {
    return table.times();
  }

  @Override
  public long bytes() {
    return table.bytes();
  }

  @Override
  public TableRows open(LongConsumer read) {
    return new Rows(table.open(read));
  }

  private final class Rows implements TableRows {
    private final TableRows rows;
    private int width;
    private final RowBatch from = new RowBatch();
    private Row row; // null when the batch has no more

    Rows(TableRows rows) {
      this.rows = rows;
    }

    @Override
    public List<String> titles() {
      List<String> titles = new ArrayList<>(rows.titles());
      if (titles.isEmpty()) {
        return titles;
      }
      width = titles.size();
      for (String title : values.keySet()) {
        if (titles.stream().anyMatch(t -> Names.folded(t).equals(Names.folded(title)))) {
          throw new BadInputException(
              name()
                  + ": has column "
                  + Shown.quoted(title)
                  + " already, expected a value only for a column that it lacks");
        }
      }
      titles.addAll(values.keySet());
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
    public void fill(RowBatch batch) {
      while (!batch.isFull() && (row != null || nextRow())) {
        List<String> cells = new ArrayList<>(width + values.size());
        for (int f = 0; f < row.fields(); f++) {
          cells.add(row.field(f));
        }
        cells.addAll(values.values());
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
