package org.assay.count;

import org.assay.data.Codes;
import org.assay.internal.Bytes;

/**
 * Assessors and cells of eight rows at a time: two words, each of four numbers of two bytes. Pairs,
 * and periods with strata, are first formed as eight numbers of one byte; no number overflows into
 * the next.
 */
final class CubeWords {
  /** Four of the eight bytes of a word. */
  static final long LOW = 0xFFFFFFFFL;

  private final boolean narrow; // assessors of one byte
  private final byte[] assessor;
  private final byte[] period; // null: one
  private final byte[] stratum; // null: one
  private final byte[] reference;
  private final byte[] grade;
  private final int strata;
  private final int grades;
  private final int pairs;

  private CubeWords(CubeColumns columns) {
    narrow = columns.assessor().width() == 1;
    assessor = narrow ? columns.assessor().bytes() : columns.assessor().twoBytes();
    period = columns.period() == null ? null : columns.period().bytes();
    stratum = columns.stratum() == null ? null : columns.stratum().bytes();
    reference = columns.reference().bytes();
    grade = columns.grade().bytes();
    strata = columns.strata();
    grades = columns.grades();
    pairs = grades * grades;
  }

  /**
   * The columns as words.
   *
   * @param blockSize cells of an assessor
   * @return null when a column is too wide or there are too many pairs, or periods with strata
   */
  static CubeWords of(CubeColumns columns, int blockSize) {
    boolean bytes =
        columns.assessor().width() <= 2
            && isBytes(columns.period())
            && isBytes(columns.stratum())
            && isBytes(columns.reference())
            && isBytes(columns.grade());
    int pairs = columns.grades() * columns.grades();
    return bytes && pairs <= 256 && blockSize / pairs <= 256 ? new CubeWords(columns) : null;
  }

  private static boolean isBytes(Codes column) {
    return column == null || column.width() == 1;
  }

  /** Assessors of the rows at..at+3. */
  long firstAssessors(int at) {
    return narrow ? spread(Bytes.word(assessor, at) & LOW) : Bytes.word(assessor, 2 * at);
  }

  /** Assessors of the rows at+4..at+7. */
  long lastAssessors(int at) {
    return narrow ? spread(Bytes.word(assessor, at) >>> 32) : Bytes.word(assessor, 2 * at + 8);
  }

  /** Cells of the rows at..at+3, each within the block of its assessor. */
  long firstCells(int at) {
    return spread(tables(at) & LOW) * pairs + spread(pairs(at) & LOW);
  }

  /** Cells of the rows at+4..at+7, each within the block of its assessor. */
  long lastCells(int at) {
    return spread(tables(at) >>> 32) * pairs + spread(pairs(at) >>> 32);
  }

  private long tables(int at) {
    long table = period == null ? 0 : Bytes.word(period, at) * strata;
    return stratum == null ? table : table + Bytes.word(stratum, at);
  }

  private long pairs(int at) {
    return Bytes.word(reference, at) * grades + Bytes.word(grade, at);
  }

  /** The four low bytes of a word, each in two bytes. */
  static long spread(long bytes) {
    long apart = (bytes | bytes << 16) & 0x0000FFFF_0000FFFFL;
    return (apart | apart << 8) & 0x00FF00FF_00FF00FFL;
  }
}
