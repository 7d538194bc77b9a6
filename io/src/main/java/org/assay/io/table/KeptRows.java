package org.assay.io.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.assay.io.BadInputException;
import org.assay.io.Shown;

/** The rows of a {@link KeptTable}, with the numbers they had in its source. */
final class KeptRows implements TableRows {
  private final KeptTable table;
  private final InputStream data;
  private final StateIn in;
  private final KeptCellsIn[] byPlace; // null where the column was not kept
  private final long[] number = new long[RowBatch.ROWS];
  private final int[] fields = new int[RowBatch.ROWS];
  private long last = 1; // number of the row before; the header is row 1
  private boolean ended;

  KeptRows(KeptTable table, InputStream data) {
    this.table = table;
    this.data = data;
    this.in = new StateIn(data, table.name());
    this.byPlace = new KeptCellsIn[table.titles().size()];
    table.columns().forEach(place -> byPlace[place] = new KeptCellsIn());
  }

  @Override
  public List<String> titles() {
    return table.titles();
  }

  @Override
  public boolean hasDecimalCommas() {
    return table.hasDecimalCommas();
  }

  @Override
  public void choose(Header header) {
    for (Table.Column column : header.present()) {
      if (byPlace[header.place(column)] == null) {
        throw new BadInputException(
            table.name()
                + ": column "
                + Shown.quoted(header.name(column))
                + " was not kept, because the table was read under other names of columns or by an"
                + " older Assay, expected all of "
                + header.present().stream().map(Table::title).toList()
                + ": read its file again");
      }
    }
  }

  @Override
  public void fill(RowBatch batch) {
    batch.expectRows(table.rows());
    int rows = ended ? 0 : in.number(RowBatch.ROWS);
    if (rows == 0) {
      if (!ended) {
        in.end();
      }
      ended = true;
      return;
    }
    for (int row = 0; row < rows; row++) {
      last = last + 1 + in.signed();
      number[row] = last;
    }
    for (int row = 0; row < rows; row++) {
      int told = in.number(KeptTable.told(Integer.MAX_VALUE) + 1);
      fields[row] = told == 0 ? byPlace.length : told - 1;
    }
    for (int place : table.columns()) {
      byPlace[place].read(in, rows, batch.text());
    }
    for (int row = 0; row < rows; row++) {
      addRow(batch, row);
    }
  }

  @Override
  public long leftOut() {
    return table.leftOut();
  }

  private void addRow(RowBatch batch, int row) {
    for (int place = 0; place < fields[row]; place++) {
      KeptCellsIn cells = place < byPlace.length ? byPlace[place] : null;
      if (cells == null) {
        batch.addField(0, 0);
      } else {
        batch.addField(cells.start(row), cells.end(row));
      }
    }
    batch.endRow(number[row]);
  }

  @Override
  public void close() throws IOException {
    data.close();
  }
}
