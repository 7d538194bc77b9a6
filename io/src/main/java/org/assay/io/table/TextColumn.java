package org.assay.io.table;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.PrimitiveType;

/** A column whose values become texts; an entry of its dictionary once in a row group. */
final class TextColumn extends CellColumn {
  private final PrimitiveType.PrimitiveTypeName type;
  private final CellFormat format;
  private final CellText entries = new CellText();
  private int[] entryStart = new int[1]; // entry i ends where i + 1 begins
  private int[] inBatch = new int[0]; // where an entry begins in the text of the batch, or -1
  private RowBatch batch;
  private CellText text; // of the batch

  TextColumn(PrimitiveType type, CellFormat format) {
    super(type);
    this.type = type.getPrimitiveTypeName();
    this.format = format;
  }

  @Override
  void begin(RowBatch filled) {
    batch = filled;
    text = filled.text();
    Arrays.fill(inBatch, -1);
  }

  @Override
  public void setDictionary(Dictionary dictionary) {
    IntConsumer write =
        switch (type) {
          case BINARY, FIXED_LEN_BYTE_ARRAY ->
              id -> format.write(dictionary.decodeToBinary(id), entries);
          case INT32 -> id -> format.write((long) dictionary.decodeToInt(id), entries);
          case INT64 -> id -> format.write(dictionary.decodeToLong(id), entries);
          case FLOAT -> id -> format.write(dictionary.decodeToFloat(id), entries);
          case DOUBLE -> id -> format.write(dictionary.decodeToDouble(id), entries);
          default -> throw new IllegalStateException("no dictionary is expected for " + type);
        };
    int count = dictionary.getMaxId() + 1;
    entryStart = new int[count + 1];
    inBatch = new int[count];
    entries.clear();
    for (int id = 0; id < count; id++) {
      write.accept(id);
      entryStart[id + 1] = entries.length();
    }
  }

  @Override
  public void addValueFromDictionary(int id) {
    int length = entryStart[id + 1] - entryStart[id];
    if (inBatch[id] < 0) {
      inBatch[id] = text.length();
      text.append(entries.text(), entryStart[id], length);
    }
    batch.set(field(), inBatch[id], inBatch[id] + length, id);
  }

  @Override
  public void addBinary(Binary value) {
    int from = text.length();
    format.write(value, text);
    end(from);
  }

  @Override
  public void addBoolean(boolean value) {
    int from = text.length();
    format.write(value, text);
    end(from);
  }

  @Override
  public void addInt(int value) {
    addLong(value);
  }

  @Override
  public void addLong(long value) {
    int from = text.length();
    format.write(value, text);
    end(from);
  }

  @Override
  public void addFloat(float value) {
    int from = text.length();
    format.write(value, text);
    end(from);
  }

  @Override
  public void addDouble(double value) {
    int from = text.length();
    format.write(value, text);
    end(from);
  }

  private void end(int from) {
    batch.set(field(), from, text.length(), -1);
  }
}
