package org.assay.io.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.assay.io.Typed;

/**
 * Finds the place of a label in a short list, without making a string of what is looked up. To be
 * used for one column only.
 *
 * <p>What is not there byte by byte is looked up as {@link Typed} reads it, once for each different
 * text, and counted, so that the ledger can say where that mattered; a number with a decimal comma
 * is the same with a point.
 */
public final class Labels {
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}[.,]\\d{1,15}");
  private static final int MOST_TEXTS = 10_000; // that are remembered

  private final byte[][] labels; // UTF-8
  private final int[] slots; // place + 1, 0 is free; length is a power of two
  private final EntryMemo entries = new EntryMemo();
  private final Map<String, Integer> typed = new HashMap<>();
  private final Map<String, Integer> folded = new HashMap<>(); // empty where case counts
  private final boolean caseIsNoted;
  private final Map<String, Integer> others = new HashMap<>(); // other words, folded
  private final Map<String, ReadAs> texts = new LinkedHashMap<>(); // looked up the slow way
  private ReadAs last; // null when the last label stood there byte by byte

  /** What a text that is not a label was read as, and in how many rows. */
  private static final class ReadAs {
    final int place;
    final boolean noted;
    long rows;

    ReadAs(int place, boolean noted) {
      this.place = place;
      this.noted = noted;
    }
  }

  /** What becomes of another case. */
  public enum Case {
    /** It is another text. */
    COUNTS,
    /** It is the same text, where no two labels differ in case only; and a note counts it. */
    FOLDED_WHERE_CLEAR,
    /** It is the same text. */
    NEVER_COUNTS
  }

  /**
   * Labels to find.
   *
   * @param labels all different, at least one
   * @param letters what becomes of another case
   */
  public Labels(List<String> labels, Case letters) {
    this.labels =
        labels.stream().map(l -> l.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    this.slots = new int[Integer.highestOneBit(labels.size()) * 4];
    this.caseIsNoted = letters != Case.NEVER_COUNTS;
    for (int i = 0; i < this.labels.length; i++) {
      byte[] label = this.labels[i];
      int slot = hash(label, 0, label.length) & slots.length - 1;
      while (slots[slot] != 0) {
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = i + 1;
      String read = Typed.read(labels.get(i));
      typed.putIfAbsent(read, i);
      folded.putIfAbsent(Typed.folded(read), i);
    }
    if (letters == Case.COUNTS || folded.size() < labels.size()) {
      folded.clear();
    }
  }

  /**
   * Other words that are read as labels, in any case; a note counts them.
   *
   * @param labelByWord label of the list by word
   * @return this
   */
  public Labels withOthers(Map<String, String> labelByWord) {
    labelByWord.forEach((word, label) -> others.put(Typed.folded(word), typed.get(label)));
    return this;
  }

  /**
   * The place of the label that a row has in a field.
   *
   * @param row the row
   * @param field its field
   * @return from 0, or -1 when the label is not in the list
   */
  public int find(Row row, int field) {
    last = null;
    int entry = row.entry(field);
    int known = entry < 0 ? EntryMemo.UNKNOWN : entries.get(row.dictionary(), entry);
    if (known == EntryMemo.UNKNOWN) {
      known = find(row.text(), row.start(field), row.length(field));
      if (known < 0) {
        known = findTyped(row.field(field));
      }
      if (entry >= 0 && last == null) {
        entries.put(entry, known);
      }
    }
    return known;
  }

  /** The next rows are of another source. */
  public void begin() {
    entries.clear();
  }

  /** The row that was looked at last is used. */
  public void use() {
    if (last != null) {
      last.rows++;
    }
  }

  /**
   * Each text that was read as a label it is not, with the number of its rows.
   *
   * @param action receives text and rows
   */
  public void forEachReadAs(BiConsumer<String, Long> action) {
    texts.forEach(
        (text, as) -> {
          if (as.rows > 0) {
            action.accept(text, as.rows);
          }
        });
  }

  /**
   * What a text was read as.
   *
   * @param text as {@link #forEachReadAs} gave it
   * @return the label
   */
  public String label(String text) {
    return new String(labels[texts.get(text).place], StandardCharsets.UTF_8);
  }

  private int findTyped(String text) {
    ReadAs as = texts.get(text);
    if (as == null) {
      String read = Typed.read(text);
      Integer place = typed.get(read);
      boolean noted = place != null || caseIsNoted || !read.equals(text);
      if (place == null && !folded.isEmpty()) {
        place = folded.get(Typed.folded(read));
      }
      if (place == null && DECIMAL.matcher(read).matches()) {
        place = typed.get(read.indexOf(',') < 0 ? read.replace('.', ',') : read.replace(',', '.'));
        noted |= place != null;
      }
      if (place == null && !others.isEmpty()) {
        place = others.get(Typed.folded(read));
        noted |= place != null;
      }
      as = new ReadAs(place == null ? -1 : place, noted);
      if (texts.size() < MOST_TEXTS) {
        texts.put(text, as);
      }
    }
    last = as.place >= 0 && as.noted ? as : null;
    return as.place;
  }

  private int find(byte[] text, int from, int count) {
    int slot = hash(text, from, count) & slots.length - 1;
    while (slots[slot] != 0) {
      byte[] label = labels[slots[slot] - 1];
      if (Arrays.equals(label, 0, label.length, text, from, from + count)) {
        return slots[slot] - 1;
      }
      slot = slot + 1 & slots.length - 1;
    }
    return -1;
  }

  private static int hash(byte[] text, int from, int count) {
    int h = count;
    for (int i = 0; i < count; i++) {
      h = h * 31 + text[from + i];
    }
    return h ^ h >>> 7;
  }
}
