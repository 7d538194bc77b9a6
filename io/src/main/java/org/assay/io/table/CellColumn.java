package org.assay.io.table;

import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.PrimitiveType;

/** Puts the values of a column of a Parquet file into the fields of a batch. */
abstract class CellColumn extends PrimitiveConverter {
  private final int present; // definition level of a value that is there
  private ColumnReader values;
  private int row;
  private int field;

  CellColumn(PrimitiveType type) {
    this.present = type.isRepetition(PrimitiveType.Repetition.OPTIONAL) ? 1 : 0;
  }

  /** Forgets the row group, so that its values need not stay while those of the next are read. */
  void leaveGroup() {
    values = null;
  }

  void enterGroup(ColumnReader reader) {
    values = reader;
  }

  /** The next values go into a batch; all of one group. */
  abstract void begin(RowBatch batch);

  /**
   * Takes the next values.
   *
   * @param count how many
   * @param firstRow row of the batch for the first of them
   * @param firstField field of the batch for the first of them, which is empty
   * @param step from a field to that of the next row
   */
  void take(int count, int firstRow, int firstField, int step) {
    field = firstField;
    for (row = firstRow; row < firstRow + count; row++) {
      if (values.getCurrentDefinitionLevel() == present) {
        values.writeCurrentValueToConverter();
      }
      values.consume();
      field += step;
    }
  }

  /** Row of the batch for the next value. */
  int row() {
    return row;
  }

  /** Field of the batch for the next value. */
  int field() {
    return field;
  }

  @Override
  public boolean hasDictionarySupport() {
    return true;
  }
}
