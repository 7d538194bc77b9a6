package org.assay.io.protocol;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The lines of a stream of requests, each decoded by itself, so that a bad one spoils no other. */
final class RequestLines {
  /** Longest line that is read, in bytes: a request of a million ratings is a tenth of it. */
  static final int LONGEST = 256 << 20;

  private final InputStream in;
  private long number;

  RequestLines(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  /**
   * A line.
   *
   * @param number from 1
   * @param text without its end; null when it cannot be read
   * @param fault why it cannot be read; null when it can
   */
  record Line(long number, String text, String fault) {}

  /** The next line; empty at the end. */
  Optional<Line> next() throws IOException {
    var bytes = new ByteArrayOutputStream(256);
    boolean tooLong = false;
    int b = in.read();
    if (b < 0) {
      return Optional.empty();
    }
    number++;
    for (; b >= 0 && b != '\n'; b = in.read()) {
      if (bytes.size() == LONGEST) {
        tooLong = true;
      } else {
        bytes.write(b);
      }
    }
    if (tooLong) {
      return Optional.of(
          new Line(number, null, "must be at most " + LONGEST + " bytes long, but is longer"));
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes.toByteArray()))
              .toString();
      return Optional.of(
          new Line(
              number, text.endsWith("\r") ? text.substring(0, text.length() - 1) : text, null));
    } catch (CharacterCodingException e) {
      return Optional.of(new Line(number, null, "is not UTF-8"));
    }
  }

  /** Whether the next line would have to be waited for. */
  boolean mustWait() throws IOException {
    return in.available() == 0;
  }
}
