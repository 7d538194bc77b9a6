package org.assay.io.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** UTF-8, one text after the other, to be read back by where they begin and end. */
final class CellText {
  private byte[] text = new byte[1 << 12];
  private int length;

  byte[] text() {
    return text;
  }

  int length() {
    return length;
  }

  /** Forgets what was appended since the text had a length. */
  void cut(int shorter) {
    length = shorter;
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

  private void room(int count) {
    if (text.length - length < count) {
      text = Arrays.copyOf(text, Math.max(length + count, text.length * 2));
    }
  }
}
