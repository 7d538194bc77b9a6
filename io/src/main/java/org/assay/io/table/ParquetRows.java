package org.assay.io.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.apache.parquet.schema.PrimitiveType;
import org.assay.io.BadInputException;
import org.assay.io.Shown;

/**
 * The rows of a Parquet file, of which only the columns of the table are read. The header counts as
 * row 1, as in a CSV file of the same table. A column that is ignored has empty fields.
 */
final class ParquetRows implements TableRows {
  private static final int BLOCK = 256; // rows taken from a column before the next column

  private final String name;
  private final ParquetFile parquet;
  private final LongConsumer read;
  private final long bytes;
  private final long rows;
  private CellColumn[] cells; // null where the column is ignored
  private int group = -1;
  private long left; // rows of the group
  private long row = 1;

  private ParquetRows(String name, Path file, ParquetFile parquet, LongConsumer read) {
    this.name = name;
    this.parquet = parquet;
    this.read = read;
    this.bytes = TableFile.size(file);
    this.rows = IntStream.range(0, parquet.rowGroups()).mapToLong(parquet::rows).sum();
  }

  static ParquetRows open(String name, Path file, LongConsumer read) {
    try {
      return new ParquetRows(name, file, ParquetFile.open(file), read);
    } catch (IOException | RuntimeException e) {
      throw unreadable(name, e, "before the first row");
    }
  }

  @Override
  public List<String> titles() {
    return parquet.columns().stream().map(ParquetColumnType::name).toList();
  }

  @Override
  public void choose(Header header) {
    List<ParquetColumnType> columns = parquet.columns();
    cells = new CellColumn[columns.size()];
    for (Table.Column column : header.present()) {
      int place = header.place(column);
      cells[place] = cells(column, columns.get(place), place);
    }
  }

  private CellColumn cells(Table.Column column, ParquetColumnType stored, int place) {
    try {
      return stored
          .type()
          .flatMap(
              type -> ParquetTypes.format(column, type).map(format -> cells(type, format, place)))
          .orElseThrow(
              () ->
                  new BadInputException(
                      name
                          + ": column "
                          + Shown.quoted(stored.name())
                          + " is "
                          + stored.typeName()
                          + ", expected "
                          + ParquetTypes.expected(column)));
    } catch (BadInputException e) {
      throw e;
    } catch (RuntimeException e) {
      throw unreadable(name, e, "in the type of column " + Shown.quoted(stored.name()));
    }
  }

  private static CellColumn cells(PrimitiveType type, CellFormat format, int place) {
    return format instanceof CellFormat.Timestamp time
        ? new TimeColumn(type, time, place)
        : new TextColumn(type, format);
  }

  // A batch ends with its row group, so that its entries are of one dictionary for each column.
  @Override
  public void fill(RowBatch batch) {
    batch.expectRows(rows);
    try {
      if (left > 0 || nextGroup()) {
        batch.setDictionary(group);
        for (CellColumn column : cells) {
          if (column != null) {
            column.begin(batch);
          }
        }
      }
      while (left > 0 && !batch.isFull()) {
        int count = (int) Math.min(Math.min(left, BLOCK), batch.room());
        addRows(batch, count);
        left -= count;
      }
    } catch (IOException | RuntimeException e) {
      throw unreadable(name, e, "in or after row " + (row + 1));
    }
  }

  private void addRows(RowBatch batch, int count) {
    int first = batch.addFields(count * cells.length);
    for (int c = 0; c < cells.length; c++) {
      if (cells[c] != null) {
        cells[c].take(count, batch.rows(), first + c, cells.length);
      }
    }
    batch.endRows(count, cells.length, row + 1);
    row += count;
  }

  // Goes to the next group that has rows; false when there is none.
  private boolean nextGroup() throws IOException {
    while (left == 0 && ++group < parquet.rowGroups()) {
      left = parquet.rows(group);
      read.accept(bytes / parquet.rowGroups());
    }
    for (int c = 0; left > 0 && c < cells.length; c++) {
      if (cells[c] != null) {
        cells[c].leaveGroup();
        cells[c].enterGroup(parquet.read(group, parquet.columns().get(c), cells[c]));
      }
    }
    return left > 0;
  }

  private static BadInputException unreadable(String name, Exception e, String where) {
    if (e instanceof ParquetFile.UnsupportedException) {
      return new BadInputException(name + ": " + e.getMessage(), e);
    }
    return new BadInputException(name + ": the Parquet data end early or are damaged, " + where, e);
  }

  @Override
  public void close() throws IOException {
    parquet.close();
  }
}
