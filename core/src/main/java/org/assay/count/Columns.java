package org.assay.count;

import org.assay.data.Codes;
import org.assay.internal.Bytes;
import org.assay.internal.Check;

/** What the counting kernels share: checks of whole columns, and codes of any width. */
final class Columns {
  private Columns() {}

  static void requireRows(Codes column, int rows, String name) {
    if (column.size() != rows) {
      throw new IllegalArgumentException(
          name + " must have " + rows + " rows as grade has, got " + column.size());
    }
  }

  static void requireSameLength(int[] assessors, int[] grade) {
    if (assessors.length != grade.length) {
      throw new IllegalArgumentException(
          "assessors and grade must have the same length, got "
              + assessors.length
              + " and "
              + grade.length);
    }
  }

  static void requireRange(int from, int to, int rows) {
    Check.range("to", 0, rows, to);
    Check.range("from", 0, to, from);
  }

  /** Refuses a column that holds a code outside [0, size). */
  static void requireCodes(Codes column, int size, String name, String things) {
    if (column.max() >= size) {
      for (int row = 0; row < column.size(); row++) {
        Check.index(name + " in row " + row, column.get(row), size, things);
      }
    }
  }

  /** Copies some codes to the start of an array. */
  static void copy(Codes column, int from, int rows, int[] codes) {
    switch (column.width()) {
      case 1 -> copy(column.bytes(), from, rows, codes);
      case 2 -> copyTwoBytes(column.twoBytes(), from, rows, codes);
      default -> System.arraycopy(column.ints(), from, codes, 0, rows);
    }
  }

  private static void copy(byte[] column, int from, int rows, int[] codes) {
    for (int j = 0; j < rows; j++) {
      codes[j] = column[from + j] & 0xFF;
    }
  }

  private static void copyTwoBytes(byte[] column, int from, int rows, int[] codes) {
    for (int j = 0; j < rows; j++) {
      codes[j] = Bytes.twoBytes(column, from + j);
    }
  }

  /** Adds factor times each code of some rows to the numbers at the start of {@code sums}. */
  static void addScaled(Codes column, int from, int rows, int factor, int[] sums) {
    switch (column.width()) {
      case 1 -> addScaled(column.bytes(), from, rows, factor, sums);
      case 2 -> addScaledTwoBytes(column.twoBytes(), from, rows, factor, sums);
      default -> addScaled(column.ints(), from, rows, factor, sums);
    }
  }

  private static void addScaled(byte[] codes, int from, int rows, int factor, int[] sums) {
    for (int j = 0; j < rows; j++) {
      sums[j] += (codes[from + j] & 0xFF) * factor;
    }
  }

  private static void addScaledTwoBytes(byte[] codes, int from, int rows, int factor, int[] sums) {
    for (int j = 0; j < rows; j++) {
      sums[j] += Bytes.twoBytes(codes, from + j) * factor;
    }
  }

  private static void addScaled(int[] codes, int from, int rows, int factor, int[] sums) {
    for (int j = 0; j < rows; j++) {
      sums[j] += codes[from + j] * factor;
    }
  }
}
