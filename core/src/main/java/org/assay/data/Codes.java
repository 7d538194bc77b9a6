package org.assay.data;

import java.util.Arrays;
import org.assay.internal.Check;

/**
 * A column of codes from 0 upwards, stored in 1, 2 or 4 bytes each, whichever holds the largest.
 *
 * <p>Code that streams over millions of rows asks for {@link #width()} once and takes the backing
 * array; everything else calls {@link #get}. Immutable by convention: the arrays are not copies and
 * must not be written to. Thread-safe for reading.
 */
public final class Codes {
  private static final int UNKNOWN = -2;

  private final byte[] bytes; // unsigned; exactly one of the three is not null
  private final char[] chars;
  private final int[] ints;
  private final int size;
  private int max = UNKNOWN; // found on first use; a race finds it twice, with the same result

  private Codes(byte[] bytes, char[] chars, int[] ints, int size) {
    this.bytes = bytes;
    this.chars = chars;
    this.ints = ints;
    this.size = size;
  }

  /**
   * A column over codes below 256.
   *
   * @param codes unsigned bytes; kept, not copied
   * @return the column, one byte a row
   */
  public static Codes of(byte[] codes) {
    return new Codes(codes, null, null, codes.length);
  }

  /**
   * A column over codes below 65,536.
   *
   * @param codes kept, not copied
   * @return the column, two bytes a row
   */
  public static Codes of(char[] codes) {
    return new Codes(null, codes, null, codes.length);
  }

  /**
   * A column over any codes.
   *
   * @param codes each at least 0; kept, not copied
   * @return the column, four bytes a row
   */
  public static Codes of(int[] codes) {
    return new Codes(null, null, codes, codes.length);
  }

  /**
   * A new empty builder.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Number of rows.
   *
   * @return at least 0
   */
  public int size() {
    return size;
  }

  /**
   * Bytes a row: 1, 2 or 4.
   *
   * @return the width
   */
  public int width() {
    return bytes != null ? 1 : chars != null ? 2 : 4;
  }

  /**
   * The largest code. The first call reads the column, later ones do not.
   *
   * @return at least 0, or -1 when there are no rows
   * @throws IllegalArgumentException if the column holds a negative number
   */
  public int max() {
    if (max == UNKNOWN) {
      int largest = -1;
      for (int row = 0; row < size; row++) {
        int code = get(row);
        if (code < 0) {
          throw new IllegalArgumentException("codes must be >= 0, got " + code + " in row " + row);
        }
        largest = Math.max(largest, code);
      }
      max = largest;
    }
    return max;
  }

  /**
   * The code in a row.
   *
   * @param row in [0, size)
   * @return the code, at least 0
   */
  public int get(int row) {
    return bytes != null ? bytes[row] & 0xFF : chars != null ? chars[row] : ints[row];
  }

  /**
   * The backing array of a column of width 1; may be longer than {@link #size()}.
   *
   * @return unsigned bytes, not a copy
   * @throws IllegalStateException if the width differs
   */
  public byte[] bytes() {
    return require(bytes, 1);
  }

  /**
   * The backing array of a column of width 2; may be longer than {@link #size()}.
   *
   * @return the codes, not a copy
   * @throws IllegalStateException if the width differs
   */
  public char[] chars() {
    return require(chars, 2);
  }

  /**
   * The backing array of a column of width 4; may be longer than {@link #size()}.
   *
   * @return the codes, not a copy
   * @throws IllegalStateException if the width differs
   */
  public int[] ints() {
    return require(ints, 4);
  }

  private <T> T require(T array, int width) {
    if (array == null) {
      throw new IllegalStateException("the column is " + width() + " bytes wide, not " + width);
    }
    return array;
  }

  /** Collects codes and widens the column when a code needs it. Not thread-safe. */
  public static final class Builder {
    private byte[] bytes = new byte[16];
    private char[] chars;
    private int[] ints;
    private int size;

    private Builder() {}

    /**
     * Appends a code.
     *
     * @param code at least 0
     * @return this
     */
    public Builder add(int code) {
      if (code < 0) {
        throw new IllegalArgumentException("code must be >= 0, got " + code);
      }
      if (bytes != null && code > 0xFF) {
        chars = new char[bytes.length];
        for (int i = 0; i < size; i++) {
          chars[i] = (char) (bytes[i] & 0xFF);
        }
        bytes = null;
      }
      if (chars != null && code > 0xFFFF) {
        ints = new int[chars.length];
        for (int i = 0; i < size; i++) {
          ints[i] = chars[i];
        }
        chars = null;
      }
      if (bytes != null) {
        bytes = size < bytes.length ? bytes : Arrays.copyOf(bytes, grown());
        bytes[size++] = (byte) code;
      } else if (chars != null) {
        chars = size < chars.length ? chars : Arrays.copyOf(chars, grown());
        chars[size++] = (char) code;
      } else {
        ints = size < ints.length ? ints : Arrays.copyOf(ints, grown());
        ints[size++] = code;
      }
      return this;
    }

    /**
     * Number of codes so far.
     *
     * @return at least 0
     */
    public int size() {
      return size;
    }

    /**
     * The column. The builder must not be used afterwards.
     *
     * @return the column
     */
    public Codes build() {
      return new Codes(bytes, chars, ints, size);
    }

    private int grown() {
      return (int) Math.min(Integer.MAX_VALUE - 8, size + (size >> 1) + 16L);
    }
  }

  /**
   * The codes of some rows, in the order given.
   *
   * @param rows each in [0, size)
   * @return a new column of the same width
   */
  public Codes select(int[] rows) {
    Builder b = builder();
    for (int row : rows) {
      b.add(get(Check.index("row", row, size, "rows")));
    }
    return b.build();
  }
}
