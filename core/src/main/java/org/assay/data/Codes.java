package org.assay.data;

import java.util.Arrays;
import org.assay.internal.Bytes;
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
  private static final int MOST_TWO_BYTES = (Integer.MAX_VALUE - 8) / 2; // rows of width 2

  private final byte[] bytes; // unsigned; exactly one of the three is not null
  private final byte[] twoBytes; // two per row, so that kernels can read four rows as one word
  private final int[] ints;
  private final int size;
  private int max = UNKNOWN; // found on first use; a race finds it twice, with the same result

  private Codes(byte[] bytes, byte[] twoBytes, int[] ints, int size) {
    this.bytes = bytes;
    this.twoBytes = twoBytes;
    this.ints = ints;
    this.size = size;
  }

  /**
   * A column over codes below 256.
   *
   * @param codes unsigned bytes; kept, not copied
   * @return the column, one byte per row
   */
  public static Codes of(byte[] codes) {
    return new Codes(codes, null, null, codes.length);
  }

  /**
   * A column over codes below 65,536.
   *
   * @param codes copied
   * @return the column, two bytes per row; four when there are more than 2^30 - 4 rows
   */
  public static Codes of(char[] codes) {
    Builder b = builder();
    b.bytes = null;
    b.twoBytes = new byte[2 * Math.min(codes.length, MOST_TWO_BYTES)];
    for (char code : codes) {
      b.add(code);
    }
    return b.build();
  }

  /**
   * A column over any codes.
   *
   * @param codes each at least 0; kept, not copied
   * @return the column, four bytes per row
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
    return new Builder(16, 0);
  }

  /**
   * A new empty builder with room for a column, so that nothing is copied while it grows.
   *
   * @param rows how many codes there will be
   * @param codes number of different codes; each is below it
   * @return the builder
   */
  static Builder builder(int rows, int codes) {
    return new Builder(rows, codes - 1);
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
    return bytes != null ? 1 : twoBytes != null ? 2 : 4;
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
    if (bytes != null) {
      return bytes[row] & 0xFF;
    }
    return twoBytes != null ? Bytes.twoBytes(twoBytes, row) : ints[row];
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
   * The backing array of a column of width 2; may be longer than twice {@link #size()}.
   *
   * @return two bytes per row, the low one first; not a copy
   * @throws IllegalStateException if the width differs
   */
  public byte[] twoBytes() {
    return require(twoBytes, 2);
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
    private byte[] bytes;
    private byte[] twoBytes;
    private int[] ints;
    private int size;
    private int expected;

    private Builder(int rows, int max) {
      if (max <= 0xFF) {
        bytes = new byte[rows];
      } else if (max <= 0xFFFF && rows <= MOST_TWO_BYTES) {
        twoBytes = new byte[2 * rows];
      } else {
        ints = new int[rows];
      }
    }

    /**
     * Says how many codes there will be, more or less, so that room for all is made when more is
     * needed. Without it, or when there are more, the column grows by half.
     *
     * @param codes at least 0
     * @return this
     */
    public Builder expect(long codes) {
      expected = (int) Math.min(Integer.MAX_VALUE - 8, codes);
      return this;
    }

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
        widenBytes();
      }
      if (twoBytes != null && (code > 0xFFFF || size == MOST_TWO_BYTES)) {
        widenTwoBytes();
      }
      if (bytes != null) {
        bytes = size < bytes.length ? bytes : Arrays.copyOf(bytes, grown());
        bytes[size++] = (byte) code;
      } else if (twoBytes != null) {
        if (2 * size >= twoBytes.length) {
          twoBytes = Arrays.copyOf(twoBytes, 2 * Math.min(grown(), MOST_TWO_BYTES));
        }
        Bytes.setTwoBytes(twoBytes, size++, code);
      } else {
        ints = size < ints.length ? ints : Arrays.copyOf(ints, grown());
        ints[size++] = code;
      }
      return this;
    }

    private void widenBytes() {
      int room = Math.max(bytes.length, size + 1);
      if (room > MOST_TWO_BYTES) {
        ints = new int[room];
        for (int i = 0; i < size; i++) {
          ints[i] = bytes[i] & 0xFF;
        }
      } else {
        twoBytes = new byte[2 * room];
        for (int i = 0; i < size; i++) {
          Bytes.setTwoBytes(twoBytes, i, bytes[i] & 0xFF);
        }
      }
      bytes = null;
    }

    private void widenTwoBytes() {
      ints = new int[Math.max(twoBytes.length / 2, size + 1)];
      for (int i = 0; i < size; i++) {
        ints[i] = Bytes.twoBytes(twoBytes, i);
      }
      twoBytes = null;
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
      int most = half(); // more than growing would have left is given back
      if (bytes != null && bytes.length > most) {
        bytes = Arrays.copyOf(bytes, size);
      } else if (twoBytes != null && twoBytes.length / 2 > most) {
        twoBytes = Arrays.copyOf(twoBytes, 2 * size);
      } else if (ints != null && ints.length > most) {
        ints = Arrays.copyOf(ints, size);
      }
      return new Codes(bytes, twoBytes, ints, size);
    }

    private int grown() {
      return expected > size ? expected : half();
    }

    private int half() {
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
    Object all = bytes != null ? bytes : twoBytes != null ? twoBytes : ints;
    int each = twoBytes != null ? 2 : 1; // elements of the array
    int length = Math.multiplyExact(each, rows.length);
    Object some = ints != null ? new int[length] : new byte[length];
    for (int from = 0, to; from < rows.length; from = to) {
      to = endOfRun(rows, from);
      Check.index("row", rows[from], size, "rows");
      Check.index("row", rows[to - 1], size, "rows");
      System.arraycopy(all, each * rows[from], some, each * from, each * (to - from));
    }
    return new Codes(
        bytes != null ? (byte[]) some : null,
        twoBytes != null ? (byte[]) some : null,
        ints != null ? (int[]) some : null,
        rows.length);
  }

  /** Where the numbers that count up by one from a place on end; what is copied together. */
  static int endOfRun(int[] numbers, int from) {
    int to = from + 1;
    while (to < numbers.length && numbers[to] == numbers[to - 1] + 1) {
      to++;
    }
    return to;
  }
}
