package org.assay.io.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import org.assay.io.BadInputException;
import org.assay.io.JsonFault;
import org.assay.io.Shown;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * The rows of a file of JSON objects, one after the other (JSON Lines) or in a list. Keys are the
 * titles; those of an object in an object follow its key and a point. A list of one value is that
 * value, another list its JSON text. The number of a row is its line; in a list, the header counts
 * as row 1.
 *
 * <p>The file is read twice, because a key may appear in its last object first.
 */
final class JsonRows implements TableRows {
  private static final int MOST_KEYS = 10_000;
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** Receives a value of an object. */
  private interface Values {
    void take(String key, JsonToken token, String text);
  }

  private final String name;
  private final Path file;
  private final LongConsumer read;
  private final Map<String, Integer> places = new LinkedHashMap<>();
  private Table.Column[] columns; // by place, null where nothing is asked for
  private JsonParser parser; // of the pass that goes on
  private boolean list;
  private long row;
  private long rows;

  private JsonRows(String name, Path file, LongConsumer read) {
    this.name = name;
    this.file = file;
    this.read = read;
  }

  static JsonRows open(String name, Path file, LongConsumer read) {
    return new JsonRows(name, file, read);
  }

  @Override
  public List<String> titles() {
    begin(bytes -> {});
    while (next()) {
      walk("", this::note);
      rows++;
    }
    columns = new Table.Column[places.size()];
    closeParser();
    begin(read);
    return List.copyOf(places.keySet());
  }

  private void note(String key, JsonToken token, String text) {
    if (places.putIfAbsent(key, places.size()) == null && places.size() > MOST_KEYS) {
      throw new BadInputException(
          name
              + ": row "
              + row
              + ": more than "
              + MOST_KEYS
              + " different keys, expected an object per row with the columns as keys");
    }
  }

  @Override
  public void choose(Header header) {
    for (Table.Column column : header.present()) {
      columns[header.place(column)] = column;
    }
  }

  @Override
  public void fill(RowBatch batch) {
    String[] fields = new String[columns.length];
    while (!batch.isFull() && next()) {
      Arrays.fill(fields, "");
      walk("", (key, token, text) -> put(fields, places.get(key), token, text));
      batch.addRow(row, Arrays.asList(fields));
    }
    batch.expectRows(rows);
  }

  private void put(String[] fields, int place, JsonToken token, String text) {
    Table.Column column = columns[place];
    boolean isWord =
        column != null
            && column.kind() == Table.Column.Kind.YES_OR_NO
            && (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE);
    fields[place] = isWord ? column.word(token == JsonToken.VALUE_TRUE) : text;
  }

  private void begin(LongConsumer counter) {
    list = false;
    row = 0;
    try {
      InputStream raw =
          new BufferedInputStream(new CountedInput(Files.newInputStream(file), counter), 1 << 16);
      raw.mark(2);
      boolean gzip = raw.read() == 0x1F && raw.read() == 0x8B;
      raw.reset();
      parser =
          FACTORY.createParser(
              ObjectReadContext.empty(), gzip ? new GZIPInputStream(raw, 1 << 16) : raw);
    } catch (IOException e) {
      throw CsvText.unreadable(name, e, "before the first row");
    }
  }

  /** Goes to the next object; false when there is none. */
  private boolean next() {
    JsonToken token = token();
    if (row == 0 && !list && token == JsonToken.START_ARRAY) {
      list = true;
      row = 1;
      token = token();
    }
    if (token == null || list && token == JsonToken.END_ARRAY) {
      return false;
    }
    row = list ? row + 1 : parser.currentTokenLocation().getLineNr();
    if (token != JsonToken.START_OBJECT) {
      throw new BadInputException(
          name
              + ": row "
              + row
              + " is "
              + Shown.quoted(parser.getString())
              + ", expected an object with the columns as keys");
    }
    return true;
  }

  // The parser is at the beginning of an object, and then at its end.
  private void walk(String prefix, Values values) {
    for (JsonToken at = token(); at != JsonToken.END_OBJECT; at = token()) {
      String key = prefix + parser.currentName();
      JsonToken token = token();
      if (token == JsonToken.START_OBJECT) {
        walk(key + ".", values);
      } else if (token == JsonToken.START_ARRAY) {
        values.take(key, token, list());
      } else {
        values.take(key, token, token == JsonToken.VALUE_NULL ? "" : text());
      }
    }
  }

  private String list() {
    var all = new StringBuilder("[");
    String only = "";
    int values = 0;
    int depth = 1;
    while (depth > 0) {
      JsonToken token = token();
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      boolean isValue = token.isScalarValue();
      values += isValue && depth == 1 ? 1 : token.isStructStart() ? 2 : 0;
      only = isValue ? text() : only;
      boolean separated = "[{:,".indexOf(all.charAt(all.length() - 1)) < 0;
      if (separated && !token.isStructEnd()) {
        all.append(',');
      }
      all.append(
          token == JsonToken.VALUE_STRING || token == JsonToken.PROPERTY_NAME
              ? '"' + text().replace("\\", "\\\\").replace("\"", "\\\"") + '"'
              : text());
      if (token == JsonToken.PROPERTY_NAME) {
        all.append(':');
      }
    }
    return values == 1 ? only : values == 0 ? "" : all.toString();
  }

  private JsonToken token() {
    try {
      return parser.nextToken();
    } catch (JacksonException e) {
      throw fault(e);
    }
  }

  private String text() {
    try {
      return parser.getString();
    } catch (JacksonException e) {
      throw fault(e);
    }
  }

  private BadInputException fault(JacksonException e) {
    if (e.getCause() instanceof IOException io) {
      return CsvText.unreadable(name, io, "in or after row " + row);
    }
    return new BadInputException(
        name
            + ": "
            + (list ? "row " + (row + 1) : "line " + JsonFault.line(e))
            + " is not JSON: "
            + (list ? JsonFault.words(e) : JsonFault.wordsInLine(e)),
        e);
  }

  private void closeParser() {
    if (parser != null) {
      parser.close();
    }
  }

  @Override
  public void close() {
    closeParser();
  }
}
