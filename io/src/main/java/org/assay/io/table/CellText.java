package org.assay.io.table;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** UTF-8, one text after the other, to be read back by where they begin and end. */
final class CellText {
  private byte[] text = new byte[1 << 12];
  private int length;

  /** The bytes; at least eight more than the text has. */
  byte[] text() {
    return text;
  }

  int length() {
    return length;
  }

  /** Forgets all of it. */
  void clear() {
    length = 0;
  }

  void append(String more) {
    append(ByteBuffer.wrap(more.getBytes(StandardCharsets.UTF_8)));
  }

  void append(char ascii) {
    room(1);
    text[length++] = (byte) ascii;
  }

  void appendTwoDigits(int number) {
    append((char) ('0' + number / 10));
    append((char) ('0' + number % 10));
  }

  void append(ByteBuffer utf8) {
    int count = utf8.remaining();
    room(count);
    utf8.get(utf8.position(), text, length, count);
    length += count;
  }

  void append(byte[] utf8, int from, int count) {
    room(count);
    System.arraycopy(utf8, from, text, length, count);
    length += count;
  }

  /** Makes it longer by that many bytes, which are to be written. */
  ByteBuffer extend(int count) {
    room(count);
    length += count;
    return ByteBuffer.wrap(text, length - count, count);
  }

  /** Blanks after the end, so that eight bytes at a time can be looked at. */
  void pad() {
    room(0);
    Arrays.fill(text, length, length + Long.BYTES, (byte) ' ');
  }

  /** A part of it. */
  String text(int from, int end) {
    return new String(text, from, end - from, StandardCharsets.UTF_8);
  }

  private void room(int count) {
    if (text.length - length < count + Long.BYTES) {
      text = Arrays.copyOf(text, Math.max(length + count + Long.BYTES, text.length * 2));
    }
  }
}
