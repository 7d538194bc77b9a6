package org.assay.io.ingest;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.PrimitiveType;

/**
 * The next values of a column of a Parquet file as texts; no value is the empty text.
 *
 * <p>The text begins with the entries of the dictionary, so that a value that comes again is only
 * written once a row group.
 */
final class CellColumn extends PrimitiveConverter {
  private final PrimitiveType.PrimitiveTypeName type;
  private final int present; // definition level of a value that is there
  private final CellFormat format;
  private final CellText text = new CellText();
  private final int[] from;
  private final int[] end;
  private int size;
  private int[] entry = new int[1]; // entry i of the dictionary ends at entry[i + 1]
  private int endOfDictionary;
  private ColumnReader values;

  CellColumn(PrimitiveType type, CellFormat format, int most) {
    this.type = type.getPrimitiveTypeName();
    this.present = type.isRepetition(PrimitiveType.Repetition.OPTIONAL) ? 1 : 0;
    this.format = format;
    this.from = new int[most];
    this.end = new int[most];
  }

  /**
   * Goes to another row group; to be called before its reader is made, which may set a dictionary.
   */
  void leaveGroup() {
    values = null;
    endOfDictionary = 0;
  }

  void enterGroup(ColumnReader reader) {
    values = reader;
  }

  /** Takes the next values in place of those before. */
  void take(int count) {
    text.cut(endOfDictionary);
    size = 0;
    for (int i = 0; i < count; i++) {
      if (values.getCurrentDefinitionLevel() == present) {
        values.writeCurrentValueToConverter();
      } else {
        from[size] = 0;
        end[size++] = 0;
      }
      values.consume();
    }
  }

  void addTo(RowBatch batch, int value) {
    batch.addField(text.text(), from[value], end[value] - from[value]);
  }

  @Override
  public boolean hasDictionarySupport() {
    return true;
  }

  @Override
  public void setDictionary(Dictionary dictionary) {
    IntConsumer write =
        switch (type) {
          case BINARY, FIXED_LEN_BYTE_ARRAY ->
              id -> format.write(dictionary.decodeToBinary(id), text);
          case INT32 -> id -> format.write((long) dictionary.decodeToInt(id), text);
          case INT64 -> id -> format.write(dictionary.decodeToLong(id), text);
          case FLOAT -> id -> format.write(dictionary.decodeToFloat(id), text);
          case DOUBLE -> id -> format.write(dictionary.decodeToDouble(id), text);
          default -> throw new IllegalStateException("no dictionary is expected for " + type);
        };
    int entries = dictionary.getMaxId() + 1;
    entry = Arrays.copyOf(entry, entries + 1);
    text.cut(0);
    for (int id = 0; id < entries; id++) {
      write.accept(id);
      entry[id + 1] = text.length();
    }
    endOfDictionary = text.length();
  }

  @Override
  public void addValueFromDictionary(int id) {
    from[size] = entry[id];
    end[size++] = entry[id + 1];
  }

  @Override
  public void addBinary(Binary value) {
    from[size] = text.length();
    format.write(value, text);
    end[size++] = text.length();
  }

  @Override
  public void addBoolean(boolean value) {
    from[size] = text.length();
    format.write(value, text);
    end[size++] = text.length();
  }

  @Override
  public void addInt(int value) {
    addLong(value);
  }

  @Override
  public void addLong(long value) {
    from[size] = text.length();
    format.write(value, text);
    end[size++] = text.length();
  }

  @Override
  public void addFloat(float value) {
    from[size] = text.length();
    format.write(value, text);
    end[size++] = text.length();
  }

  @Override
  public void addDouble(double value) {
    from[size] = text.length();
    format.write(value, text);
    end[size++] = text.length();
  }
}
