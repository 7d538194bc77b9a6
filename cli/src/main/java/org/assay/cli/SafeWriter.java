package org.assay.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.assay.io.Shown;

/**
 * What a user sees: no control or format character of somebody's data reaches a terminal. In JSON
 * they can stand only in texts, where what is written instead means the same.
 */
final class SafeWriter extends Writer {
  private final Writer out;
  private final boolean isErr;
  private char high; // a surrogate whose other half is still to come; 0 for none

  private SafeWriter(Writer out, boolean isErr) {
    this.out = out;
    this.isErr = isErr;
  }

  /** Standard output; it is flushed at the end, or by who waits for an answer. */
  static PrintWriter out(OutputStream stream) {
    return new PrintWriter(
        new SafeWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), false), false);
  }

  /** Standard error, where a progress bar may go back to the beginning of its line. */
  static PrintWriter err(OutputStream stream) {
    return new PrintWriter(
        new SafeWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true), true);
  }

  @Override
  public void write(char[] chars, int from, int count) throws IOException {
    String text = new String(chars, from, count);
    if (high != 0) {
      text = high + text;
      high = 0;
    }
    if (!text.isEmpty() && Character.isHighSurrogate(text.charAt(text.length() - 1))) {
      high = text.charAt(text.length() - 1);
      text = text.substring(0, text.length() - 1);
    }
    if (isErr && text.indexOf('\r') >= 0) {
      for (int at = 0; at < text.length(); at++) {
        int next = text.indexOf('\r', at);
        int end = next < 0 ? text.length() : next;
        out.write(Shown.isolated(text.substring(at, end)));
        if (next >= 0) {
          out.write('\r');
        }
        at = end;
      }
    } else {
      out.write(Shown.isolated(text));
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
