package org.assay.io.ingest;

import java.util.Arrays;
import java.util.List;
import org.assay.data.Dictionary;
import org.assay.io.table.Header;
import org.assay.io.table.Places;
import org.assay.io.table.Row;
import org.assay.io.table.RowBatch;

/**
 * The rows of a batch of verdicts that are good in themselves: what they say of the gradings they
 * check, and why some check none.
 */
final class VerdictBatch {
  private static final List<VerdictColumn> TEXTS =
      List.of(
          VerdictColumn.ITEM_ID,
          VerdictColumn.GRADING_ID,
          VerdictColumn.ASSESSOR_ID,
          VerdictColumn.REVIEWER_ID,
          VerdictColumn.CHECKED_AT);

  private int[] field; // by place in TEXTS, -1 when not in the file
  private final Places[] places = new Places[TEXTS.size()];
  private byte[] text = new byte[0];
  private final long[] place = new long[RowBatch.ROWS];
  private final long[] checkedAt = new long[RowBatch.ROWS];
  private final boolean[] ambiguous = new boolean[RowBatch.ROWS];
  private final boolean[] stray = new boolean[RowBatch.ROWS];
  private final boolean[] canBeLost = new boolean[RowBatch.ROWS];
  private final VerdictTargets.Miss[] miss = new VerdictTargets.Miss[RowBatch.ROWS];
  private int size;
  private int first; // place of the first row among all that were kept

  VerdictBatch() {
    Arrays.setAll(places, c -> new Places());
  }

  /** The next rows are of another file. */
  void begin(Header header) {
    field = TEXTS.stream().mapToInt(header::place).toArray();
  }

  /** Adds a row with its place among the rows of all files. */
  void add(
      Row row, long placeOfRow, long checkedAtMillis, boolean timeIsAmbiguous, boolean lossCounts) {
    text = row.text();
    for (int c = 0; c < places.length; c++) {
      places[c].add(row, field[c]);
    }
    stray[size] = false;
    add(placeOfRow, checkedAtMillis, timeIsAmbiguous, lossCounts);
  }

  /** Adds a row that cannot be used, with what can be read of it; it may have too few fields. */
  void addStray(Row row, long placeOfRow, long checkedAtMillis, boolean lossCounts) {
    text = row.text();
    for (int c = 0; c < places.length; c++) {
      if (field[c] < row.fields()) {
        places[c].add(row, field[c]);
      } else {
        places[c].addEmpty();
      }
    }
    stray[size] = true;
    add(placeOfRow, checkedAtMillis, false, lossCounts);
  }

  private void add(
      long placeOfRow, long checkedAtMillis, boolean timeIsAmbiguous, boolean lossCounts) {
    place[size] = placeOfRow;
    checkedAt[size] = checkedAtMillis;
    canBeLost[size] = lossCounts;
    ambiguous[size++] = timeIsAmbiguous;
  }

  /** The place of the first row among all that were kept. */
  int first() {
    return first;
  }

  void first(int place) {
    first = place;
  }

  /** Whether a row cannot be used, whatever it checks. */
  boolean isStray(int i) {
    return stray[i];
  }

  /** Whether a row counts among those that can be lost. */
  boolean canBeLost(int i) {
    return canBeLost[i];
  }

  void clear() {
    for (Places column : places) {
      column.clear();
    }
    size = 0;
  }

  int size() {
    return size;
  }

  byte[] text() {
    return text;
  }

  /** The place of a row among the rows of all files. */
  long place(int i) {
    return place[i];
  }

  /** When the check was made; the largest value for a selection that is pending. */
  long checkedAt(int i) {
    return checkedAt[i];
  }

  boolean isTimeAmbiguous(int i) {
    return ambiguous[i];
  }

  /** Why a row checks nothing; null when it checks something. */
  VerdictTargets.Miss miss(int i) {
    return miss[i];
  }

  void miss(int i, VerdictTargets.Miss why) {
    miss[i] = why;
  }

  /** What stands in the column that says so. */
  String shown(int i, VerdictColumn column) {
    return places(column).shown(text, i);
  }

  /** The same as it stands there. */
  String text(int i, VerdictColumn column) {
    return places(column).text(text, i);
  }

  /** Whether nothing stands in a column. */
  boolean isEmpty(int i, VerdictColumn column) {
    return places(column).isEmpty(i);
  }

  /** The codes that the ids in a column have in a dictionary, -1 where it does not know one. */
  int[] codes(VerdictColumn column, Dictionary ids) {
    return places(column).codes(text, ids);
  }

  private Places places(VerdictColumn column) {
    return places[TEXTS.indexOf(column)];
  }
}
