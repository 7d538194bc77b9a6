package org.assay.io.report;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes well-formed HTML and SVG; every text and attribute is escaped. */
final class Html {
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens an element; attributes come as name, value, name, value. */
  Html open(String name, String... attributes) {
    tag(name, attributes);
    out.append('>');
    open.push(name);
    return this;
  }

  /** Closes the element opened last, followed by a line break. */
  Html close() {
    out.append("</").append(open.pop()).append(">\n");
    return this;
  }

  /** An element with text, or without when the text is empty. */
  Html element(String name, String text, String... attributes) {
    tag(name, attributes);
    out.append('>');
    text(text);
    out.append("</").append(name).append(">\n");
    return this;
  }

  /** An element that never has content. */
  Html empty(String name, String... attributes) {
    tag(name, attributes);
    out.append("/>\n");
    return this;
  }

  /** Text; a percent sign stays with its number. */
  Html text(String text) {
    out.append(escape(text.replace(" %", "\u00a0%")));
    return this;
  }

  private void tag(String name, String... attributes) {
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ')
          .append(attributes[i])
          .append("=\"")
          .append(escape(attributes[i + 1]))
          .append('"');
    }
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("still open: " + open);
    }
    return out.toString();
  }
}
