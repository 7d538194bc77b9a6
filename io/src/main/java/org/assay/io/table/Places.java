package org.assay.io.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.assay.data.Dictionary;
import org.assay.data.IdColumn;
import org.assay.io.Shown;

/** Where the fields of one column stand in the text of a batch, row after row. */
public final class Places {
  private int[] from = new int[RowBatch.ROWS];
  private int[] count = new int[RowBatch.ROWS];
  private int[] entry = new int[RowBatch.ROWS]; // of the dictionary, -1 where it is none
  private int dictionary;
  private boolean entries; // some are
  private TimeCells times; // when not null the fields are times, and from is the row
  private int size;

  /** No fields yet. */
  public Places() {}

  /**
   * Notes a field of a row.
   *
   * @param row the row
   * @param field its field; one below 0 is not in the table and counts as empty
   */
  public void add(Row row, int field) {
    if (size == from.length) {
      grow();
    }
    if (field < 0) {
      note(0, 0, -1);
    } else if (row.isTime(field)) {
      times = row.times();
      note(row.row(), 0, -1);
    } else {
      dictionary = row.dictionary();
      note(row.start(field), row.length(field), row.entry(field));
    }
  }

  /** Notes an empty field of a row. */
  public void addEmpty() {
    if (size == from.length) {
      grow();
    }
    note(0, 0, -1);
  }

  private void grow() {
    from = Arrays.copyOf(from, size * 2);
    count = Arrays.copyOf(count, size * 2);
    entry = Arrays.copyOf(entry, size * 2);
  }

  private void note(int start, int length, int entryOfDictionary) {
    from[size] = start;
    count[size] = length;
    entry[size++] = entryOfDictionary;
    entries |= entryOfDictionary >= 0;
  }

  /** Forgets all fields. */
  public void clear() {
    size = 0;
    entries = false;
    times = null;
  }

  /**
   * Whether nothing stands in a field.
   *
   * @param i place of the field, from 0
   * @return true when it has no text
   */
  public boolean isEmpty(int i) {
    return count[i] == 0;
  }

  /**
   * A field as messages show it.
   *
   * @param text of the batch
   * @param i place of the field, from 0
   * @return short, and nothing invisible
   */
  public String shown(byte[] text, int i) {
    return Shown.plain(text(text, i));
  }

  /**
   * A field.
   *
   * @param text of the batch
   * @param i place of the field, from 0
   * @return what stands in it
   */
  public String text(byte[] text, int i) {
    return times == null
        ? new String(text, from[i], count[i], StandardCharsets.UTF_8)
        : times.text(from[i]);
  }

  /**
   * Appends the fields to a column.
   *
   * @param codes what the entries of the dictionary are in the column
   */
  void appendTo(IdColumn.Builder column, EntryMemo codes, byte[] text) {
    if (!entries) {
      column.addAll(text, from, count, size);
      return;
    }
    for (int i = 0; i < size; i++) {
      int known = entry[i] < 0 ? EntryMemo.UNKNOWN : codes.get(dictionary, entry[i]);
      if (known != EntryMemo.UNKNOWN) {
        column.add(known);
      } else {
        int code = column.add(text, from[i], count[i]);
        if (entry[i] >= 0) {
          codes.put(entry[i], code);
        }
      }
    }
  }

  /**
   * The codes that the fields have in a dictionary.
   *
   * @param text of the batch
   * @param ids the dictionary
   * @return a code for each field, -1 where the dictionary does not know it
   */
  public int[] codes(byte[] text, Dictionary ids) {
    int[] codes = new int[size];
    ids.codes(text, from, count, codes);
    return codes;
  }
}
