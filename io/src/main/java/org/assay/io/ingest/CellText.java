package org.assay.io.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Characters one after the other, to be read back by where they begin and end. */
final class CellText {
  private char[] text = new char[1 << 12];
  private int length;

  char[] text() {
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
    room(more.length());
    more.getChars(0, more.length(), text, length);
    length += more.length();
  }

  void append(char c) {
    room(1);
    text[length++] = c;
  }

  void appendTwoDigits(int number) {
    room(2);
    text[length++] = (char) ('0' + number / 10);
    text[length++] = (char) ('0' + number % 10);
  }

  /** Appends UTF-8, what is none of it as U+FFFD. */
  void append(ByteBuffer bytes) {
    int count = bytes.remaining();
    room(count);
    for (int i = 0; i < count; i++) {
      byte b = bytes.get(bytes.position() + i);
      if (b < 0) {
        append(StandardCharsets.UTF_8.decode(bytes).toString());
        return;
      }
      text[length + i] = (char) b;
    }
    length += count;
  }

  private void room(int count) {
    if (text.length - length < count) {
      text = Arrays.copyOf(text, Math.max(length + count, text.length * 2));
    }
  }
}
