package org.assay.io.ingest;

import java.util.Arrays;

/**
 * The rows of a batch of verdicts that are good in themselves: what they say of the gradings they
 * check, and why some check none.
 */
final class VerdictBatch {
  final Places item = new Places();
  final Places gradingId = new Places();
  final Places assessor = new Places();
  final Places reviewer = new Places();
  private final Places time = new Places();
  private final Header header;
  private byte[] text = new byte[0];
  private long[] number = new long[1024];
  private long[] checkedAt = new long[1024];
  private boolean[] ambiguous = new boolean[1024];
  private VerdictTargets.Miss[] miss = new VerdictTargets.Miss[1024];
  private int size;

  VerdictBatch(Header header) {
    this.header = header;
  }

  void add(Row row, long checkedAtMillis, boolean timeIsAmbiguous) {
    if (size == number.length) {
      number = Arrays.copyOf(number, size * 2);
      checkedAt = Arrays.copyOf(checkedAt, size * 2);
      ambiguous = Arrays.copyOf(ambiguous, size * 2);
      miss = Arrays.copyOf(miss, size * 2);
    }
    text = row.text();
    item.add(row, header.place(VerdictColumn.ITEM_ID));
    gradingId.add(row, header.place(VerdictColumn.GRADING_ID));
    assessor.add(row, header.place(VerdictColumn.ASSESSOR_ID));
    reviewer.add(row, header.place(VerdictColumn.REVIEWER_ID));
    time.add(row, header.place(VerdictColumn.CHECKED_AT));
    number[size] = row.number();
    checkedAt[size] = checkedAtMillis;
    ambiguous[size++] = timeIsAmbiguous;
  }

  void clear() {
    for (Places places : new Places[] {item, gradingId, assessor, reviewer, time}) {
      places.clear();
    }
    size = 0;
  }

  int size() {
    return size;
  }

  byte[] text() {
    return text;
  }

  long number(int i) {
    return number[i];
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
    Places places =
        switch (column) {
          case GRADING_ID -> gradingId;
          case ASSESSOR_ID -> assessor;
          case REVIEWER_ID -> reviewer;
          case CHECKED_AT -> time;
          default -> item;
        };
    return places.shown(text, i);
  }
}
