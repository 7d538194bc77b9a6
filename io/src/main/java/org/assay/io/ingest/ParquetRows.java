package org.assay.io.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.assay.io.BadInputException;
import org.assay.io.Shown;
import org.assay.io.parquet.ParquetColumn;
import org.assay.io.parquet.ParquetFile;

/**
 * The rows of a Parquet file, of which only the columns of the table are read. The header counts as
 * row 1, as in a CSV file of the same table. A column that is ignored has empty fields.
 */
final class ParquetRows implements TableRows {
  private static final int BLOCK = 256; // rows taken from a column before the next column

  private final Path file;
  private final ParquetFile parquet;
  private final ByteCounter counter;
  private final long bytes;
  private final long rows;
  private CellColumn[] cells; // null where the column is ignored
  private int group = -1;
  private long left; // rows of the group
  private long row = 1;

  private ParquetRows(Path file, ParquetFile parquet, ByteCounter counter) {
    this.file = file;
    this.parquet = parquet;
    this.counter = counter;
    this.bytes = TableFile.size(file);
    this.rows = IntStream.range(0, parquet.rowGroups()).mapToLong(parquet::rows).sum();
  }

  static ParquetRows open(Path file, ByteCounter counter) {
    try {
      return new ParquetRows(file, ParquetFile.open(file), counter);
    } catch (IOException | RuntimeException e) {
      throw unreadable(file, e, "before the first row");
    }
  }

  @Override
  public Header header(Table table, Map<String, String> names) {
    var columns = parquet.columns();
    var titles = columns.stream().map(ParquetColumn::name).toList();
    Header header = Header.of(table, file, names, titles, ',');
    cells = new CellColumn[columns.size()];
    for (Table.Column column : header.present()) {
      int place = header.place(column);
      cells[place] = cells(column, columns.get(place));
    }
    return header;
  }

  private CellColumn cells(Table.Column column, ParquetColumn stored) {
    try {
      return stored
          .type()
          .flatMap(
              type ->
                  ParquetTypes.format(column, type)
                      .map(format -> new CellColumn(type, format, BLOCK)))
          .orElseThrow(
              () ->
                  new BadInputException(
                      file
                          + ": column "
                          + Shown.quoted(stored.name())
                          + " is "
                          + stored.typeName()
                          + ", expected "
                          + ParquetTypes.expected(column)));
    } catch (BadInputException e) {
      throw e;
    } catch (RuntimeException e) {
      throw unreadable(file, e, "in the type of column " + Shown.quoted(stored.name()));
    }
  }

  @Override
  public void fill(RowBatch batch) {
    try {
      while (!batch.isFull() && (left > 0 || nextGroup())) {
        int count = (int) Math.min(Math.min(left, BLOCK), batch.room());
        for (CellColumn column : cells) {
          if (column != null) {
            column.take(count);
          }
        }
        for (int r = 0; r < count; r++) {
          addRow(batch, r);
        }
        left -= count;
      }
      batch.expectRows(rows);
    } catch (IOException | RuntimeException e) {
      throw unreadable(file, e, "in or after row " + (row + 1));
    }
  }

  private void addRow(RowBatch batch, int r) {
    for (CellColumn column : cells) {
      if (column == null) {
        batch.addField(batch.text(), 0, 0);
      } else {
        column.addTo(batch, r);
      }
    }
    batch.endRow(++row);
  }

  // Goes to the next group that has rows; false when there is none.
  private boolean nextGroup() throws IOException {
    while (left == 0 && ++group < parquet.rowGroups()) {
      left = parquet.rows(group);
      counter.add(bytes / parquet.rowGroups());
    }
    for (int c = 0; left > 0 && c < cells.length; c++) {
      if (cells[c] != null) {
        cells[c].leaveGroup();
        cells[c].enterGroup(parquet.read(group, parquet.columns().get(c), cells[c]));
      }
    }
    return left > 0;
  }

  private static BadInputException unreadable(Path file, Exception e, String where) {
    if (e instanceof ParquetFile.UnsupportedException) {
      return new BadInputException(file + ": " + e.getMessage(), e);
    }
    return new BadInputException(file + ": the Parquet data end early or are damaged, " + where, e);
  }

  @Override
  public void close() throws IOException {
    parquet.close();
  }
}
