package org.assay.io.table;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Unpacks gzip data, all members one after the other (RFC 1952). Unlike {@link
 * java.util.zip.GZIPInputStream}, which takes a damaged header of a later member for the end of the
 * data, everything up to the last byte must be members, or zeros that fill a block.
 */
final class GzipMembers extends FilterInputStream {
  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xE0;

  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] packed;
  private final byte[] one = new byte[1];
  private int from; // packed bytes that are not consumed
  private int to;
  private long unpacked;
  private boolean isInMember;
  private boolean isAtEnd;

  /** Unpacks a stream from its beginning; at least one member must follow. */
  GzipMembers(InputStream in, int buffer) throws IOException {
    super(in);
    packed = new byte[buffer];
    if (!header()) {
      throw new EOFException();
    }
  }

  @Override
  public int read() throws IOException {
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int at, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    while (!isAtEnd) {
      if (!isInMember && !header()) {
        isAtEnd = true;
        break;
      }
      int n = inflate(bytes, at, count);
      if (n > 0) {
        crc.update(bytes, at, n);
        unpacked += n;
        return n;
      }
      if (inflater.finished()) {
        trailer();
      }
    }
    return -1;
  }

  private int inflate(byte[] bytes, int at, int count) throws IOException {
    try {
      int n = inflater.inflate(bytes, at, count);
      if (n == 0 && inflater.needsDictionary()) {
        throw new ZipException("a dictionary is needed");
      }
      if (n == 0 && !inflater.finished()) {
        if (!fill()) {
          throw new EOFException();
        }
        inflater.setInput(packed, from, to - from);
        from = to; // what is left over is asked for at the end of the member
      }
      return n;
    } catch (DataFormatException e) {
      throw new ZipException("the data are damaged");
    }
  }

  private boolean header() throws IOException {
    int first = next();
    while (first == 0) { // fills the block of a tape
      first = next();
      if (first > 0) {
        throw new ZipException("something follows the zeros after the data");
      }
    }
    if (first < 0) {
      return false;
    }
    if (first != 0x1F || needed() != 0x8B || needed() != 8) {
      throw new ZipException("what follows is no gzip data");
    }
    int flags = needed();
    if ((flags & RESERVED) != 0) {
      throw new ZipException("the header is damaged");
    }
    skip(6);
    if ((flags & EXTRA) != 0) {
      skip(needed() | needed() << 8);
    }
    if ((flags & NAME) != 0) {
      text();
    }
    if ((flags & COMMENT) != 0) {
      text();
    }
    skip((flags & HEADER_CRC) != 0 ? 2 : 0);
    inflater.reset();
    crc.reset();
    unpacked = 0;
    isInMember = true;
    if (from < to) {
      inflater.setInput(packed, from, to - from);
      from = to;
    }
    return true;
  }

  private void text() throws IOException {
    int b = needed();
    while (b != 0) {
      b = needed();
    }
  }

  private void trailer() throws IOException {
    from = to - inflater.getRemaining();
    long sum = word();
    long size = word();
    if (sum != crc.getValue() || size != (unpacked & 0xFFFFFFFFL)) {
      throw new ZipException("the checksum does not hold");
    }
    isInMember = false;
  }

  private long word() throws IOException {
    return needed() | needed() << 8 | needed() << 16 | (long) needed() << 24;
  }

  private void skip(int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      needed();
    }
  }

  private int needed() throws IOException {
    int b = next();
    if (b < 0) {
      throw new EOFException();
    }
    return b;
  }

  private int next() throws IOException {
    return from < to || fill() ? packed[from++] & 0xFF : -1;
  }

  private boolean fill() throws IOException {
    from = 0;
    to = Math.max(0, in.read(packed, 0, packed.length));
    return to > 0;
  }

  @Override
  public long skip(long bytes) throws IOException {
    long left = bytes;
    byte[] nowhere = new byte[(int) Math.min(4096, Math.max(1, bytes))];
    while (left > 0) {
      int n = read(nowhere, 0, (int) Math.min(nowhere.length, left));
      if (n < 0) {
        break;
      }
      left -= n;
    }
    return bytes - left;
  }

  @Override
  public int available() throws IOException {
    return isAtEnd ? 0 : 1;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    super.close();
  }
}
