package org.assay.io.table;

import org.apache.parquet.column.Dictionary;
import org.apache.parquet.schema.PrimitiveType;

/** A column of times, which stay the numbers that they are. */
final class TimeColumn extends CellColumn {
  private final int place;
  private final CellFormat.Timestamp format;
  private TimeCells times;
  private Dictionary dictionary;

  /** The column that is field {@code place} of a row. */
  TimeColumn(PrimitiveType type, CellFormat.Timestamp format, int place) {
    super(type);
    this.place = place;
    this.format = format;
  }

  @Override
  void begin(RowBatch batch) {
    times = new TimeCells(place, format);
    batch.setTimes(times);
  }

  @Override
  public void setDictionary(Dictionary entries) {
    dictionary = entries;
  }

  @Override
  public void addValueFromDictionary(int id) {
    addLong(dictionary.decodeToLong(id));
  }

  @Override
  public void addLong(long value) {
    times.set(row(), value);
  }
}
