package org.assay.io.table;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.parquet.io.api.Binary;

/** Writes the values of a column as a CSV file would have them. */
abstract class CellFormat {
  void write(long value, CellText out) {
    throw new IllegalStateException("no whole numbers are expected here");
  }

  void write(double value, CellText out) {
    throw new IllegalStateException("no numbers are expected here");
  }

  void write(float value, CellText out) {
    throw new IllegalStateException("no numbers are expected here");
  }

  void write(boolean value, CellText out) {
    throw new IllegalStateException("no truth values are expected here");
  }

  void write(Binary value, CellText out) {
    throw new IllegalStateException("no bytes are expected here");
  }

  /** UTF-8. */
  static final class Plain extends CellFormat {
    @Override
    void write(Binary value, CellText out) {
      out.append(value.toByteBuffer());
    }
  }

  /** 16 bytes, the most significant first. */
  static final class Uuid extends CellFormat {
    @Override
    void write(Binary value, CellText out) {
      ByteBuffer bytes = value.toByteBuffer().slice();
      out.append(new UUID(bytes.getLong(), bytes.getLong()).toString());
    }
  }

  /** Whole numbers, of which the lowest bits count. */
  static final class Whole extends CellFormat {
    private final boolean signed;
    private final long mask;

    Whole(int bits, boolean signed) {
      this.signed = signed;
      this.mask = bits == 64 || signed ? -1 : (1L << bits) - 1;
    }

    @Override
    void write(long value, CellText out) {
      out.append(signed ? Long.toString(value) : Long.toUnsignedString(value & mask));
    }
  }

  /** Whole numbers of units of 10^-scale. */
  static final class Decimal extends CellFormat {
    private final int scale;

    Decimal(int scale) {
      this.scale = scale;
    }

    @Override
    void write(long value, CellText out) {
      out.append(BigDecimal.valueOf(value, scale).toPlainString());
    }

    @Override
    void write(Binary value, CellText out) {
      out.append(new BigDecimal(new BigInteger(value.getBytes()), scale).toPlainString());
    }
  }

  /** The shortest decimal number that is read back as the same number of the same width. */
  static final class Floating extends CellFormat {
    @Override
    void write(double value, CellText out) {
      out.append(Double.toString(value));
    }

    @Override
    void write(float value, CellText out) {
      out.append(Float.toString(value));
    }
  }

  /** One of two words. */
  static final class YesOrNo extends CellFormat {
    private final String yes;
    private final String no;

    YesOrNo(String yes, String no) {
      this.yes = yes;
      this.no = no;
    }

    @Override
    void write(boolean value, CellText out) {
      out.append(value ? yes : no);
    }
  }

  /** Days since 1970-01-01. */
  static final class Date extends CellFormat {
    @Override
    void write(long value, CellText out) {
      out.append(LocalDate.ofEpochDay(value).toString());
    }
  }

  /** Units of 10^-digits seconds since 1970-01-01T00:00, in UTC or on the local clock. */
  static final class Timestamp extends CellFormat {
    private final int digits;
    private final long second; // in units
    private final boolean utc;
    private long day = Long.MIN_VALUE;
    private String date;

    Timestamp(int digits, boolean utc) {
      this.digits = digits;
      this.second = digits == 3 ? 1_000 : digits == 6 ? 1_000_000 : 1_000_000_000;
      this.utc = utc;
    }

    boolean isUtc() {
      return utc;
    }

    /** Whole milliseconds of a value. */
    long millis(long value) {
      return Math.floorDiv(value, second / 1_000);
    }

    @Override
    void write(long value, CellText out) {
      long seconds = Math.floorDiv(value, second);
      long newDay = Math.floorDiv(seconds, 86_400);
      if (newDay != day) {
        day = newDay;
        date = LocalDate.ofEpochDay(day) + "T";
      }
      int inDay = (int) (seconds - day * 86_400);
      out.append(date);
      out.appendTwoDigits(inDay / 3_600);
      out.append(':');
      out.appendTwoDigits(inDay / 60 % 60);
      out.append(':');
      out.appendTwoDigits(inDay % 60);
      long fraction = value - seconds * second;
      if (fraction != 0) {
        out.append('.');
        String shown = Long.toString(second + fraction); // 1 and the digits
        out.append(shown.substring(1, 1 + digits));
      }
      if (utc) {
        out.append('Z');
      }
    }
  }
}
