package org.assay.io.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.assay.io.Shown;

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

  /** Opens a section with its heading. */
  Html section(String id, String title) {
    open("section", "id", id, "aria-labelledby", id + "-h");
    return element("h2", title, "id", id + "-h");
  }

  /** One paragraph a sentence. */
  Html paragraphs(List<String> sentences) {
    sentences.forEach(s -> element("p", s));
    return this;
  }

  /** Opens a table, which may be scrolled sideways, with its caption and column heads. */
  Html table(String caption, String... heads) {
    open("div", "class", "scroll").open("table");
    element("caption", caption).open("thead").open("tr");
    for (String head : heads) {
      element("th", head, "scope", "col");
    }
    return close().close().open("tbody");
  }

  /** Closes a table. */
  Html endTable() {
    return close().close().close();
  }

  /** A row of a table: its head and its cells. */
  Html row(String head, String... cells) {
    open("tr").element("th", head, "scope", "row");
    for (String cell : cells) {
      element("td", cell);
    }
    return close();
  }

  /** A list. */
  Html list(List<String> items) {
    open("ul");
    items.forEach(i -> element("li", i));
    return close();
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
    return Shown.isolated(text)
        .replace("&", "&amp;")
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
