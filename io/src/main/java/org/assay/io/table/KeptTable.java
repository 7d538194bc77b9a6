package org.assay.io.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.zip.InflaterInputStream;
import org.assay.io.files.Content;

/**
 * A table as it was read from its source, compressed: the fields of the columns that a {@link
 * Table} has and of those that edits look at, byte by byte, and the number of each row. It is a
 * source like the first one, and rows read from either cannot be told apart.
 *
 * <p>Nothing was concluded from the rows yet, so that parts of a table that were read apart can be
 * put together as if they had been read together. Immutable.
 */
public final class KeptTable implements TableSource {
  private static final int MOST_FIELDS = 1 << 14;

  private final String shortName;
  private final String state; // "" before it is written
  private final Optional<Content> content;
  private final boolean decimalCommas;
  private final Optional<TimeFormat> times;
  private final long leftOut; // entries of the source that were no rows
  private final List<String> titles;
  private final List<Integer> columns; // places of those that were kept
  private final long rows;
  private final byte[] data;

  KeptTable(
      String shortName,
      String state,
      Optional<Content> content,
      boolean decimalCommas,
      Optional<TimeFormat> times,
      long leftOut,
      List<String> titles,
      List<Integer> columns,
      long rows,
      byte[] data) {
    this.shortName = shortName;
    this.state = state;
    this.content = content;
    this.decimalCommas = decimalCommas;
    this.times = times;
    this.leftOut = leftOut;
    this.titles = List.copyOf(titles);
    this.columns = List.copyOf(columns);
    this.rows = rows;
    this.data = data;
  }

  /**
   * Reads a table and keeps it.
   *
   * @param table columns it may have
   * @param source where it is
   * @param names name in the source by name of the column
   * @param beside titles of columns that are kept, too, where the source has them: nothing reads
   *     them, but a {@link TableEdit} does
   * @param read receives how many bytes more were read
   * @return the same table; the source itself when it was kept before
   * @throws IOException if the source cannot be read
   * @throws org.assay.io.BadInputException if the source is not such a table
   */
  public static KeptTable of(
      Table table,
      TableSource source,
      Map<String, String> names,
      List<String> beside,
      LongConsumer read)
      throws IOException {
    return source instanceof KeptTable kept
        ? kept
        : TableReader.read(table, List.of(source), names, read, new TableKeeper(beside)).table();
  }

  /**
   * Writes the table into a state.
   *
   * @param out takes it
   */
  public void writeTo(StateOut out) {
    out.text(shortName);
    out.number(content.map(Content::bytes).orElse(0L));
    out.text(content.map(Content::sha256).orElse(""));
    out.number(decimalCommas ? 1 : 0);
    out.text(times.map(TimeFormat::text).orElse(""));
    out.number(leftOut);
    out.number(titles.size());
    titles.forEach(out::text);
    out.number(columns.size());
    columns.forEach(out::number);
    out.number(rows).block(data);
  }

  /**
   * Reads a table out of a state.
   *
   * @param in where it was written
   * @param state name of the state
   * @return the table
   */
  public static KeptTable read(StateIn in, String state) {
    String shortName = in.text();
    long bytes = in.number();
    String sha256 = in.text();
    boolean decimalCommas = in.number(1) == 1;
    String times = in.text();
    long leftOut = in.number();
    var titles = new ArrayList<String>();
    for (int left = in.number(MOST_FIELDS); left > 0; left--) {
      titles.add(in.text());
    }
    var columns = new ArrayList<Integer>();
    for (int left = in.number(titles.size()); left > 0; left--) {
      columns.add(in.number(titles.size() - 1));
    }
    return new KeptTable(
        shortName,
        state,
        sha256.isEmpty() ? Optional.empty() : Optional.of(new Content(bytes, sha256)),
        decimalCommas,
        times.isEmpty() ? Optional.empty() : Optional.of(TimeFormat.of(times)),
        leftOut,
        titles,
        columns,
        in.number(),
        in.block());
  }

  /** How many fields of a row are told, at most. */
  static int told(int fields) {
    return Math.min(fields, MOST_FIELDS);
  }

  List<String> titles() {
    return titles;
  }

  /** Places of the columns that were kept. */
  List<Integer> columns() {
    return columns;
  }

  boolean hasDecimalCommas() {
    return decimalCommas;
  }

  /**
   * Number of its rows.
   *
   * @return without the header
   */
  public long rows() {
    return rows;
  }

  @Override
  public String name() {
    return state.isEmpty() ? shortName : shortName + " in " + state;
  }

  @Override
  public String shortName() {
    return shortName;
  }

  @Override
  public Optional<Content> content() {
    return content;
  }

  @Override
  public Optional<TimeFormat> times() {
    return times;
  }

  @Override
  public Map<String, String> readAs() {
    return times.map(format -> Map.of("dateFormat", format.text())).orElse(Map.of());
  }

  long leftOut() {
    return leftOut;
  }

  /** Number of the bytes that it is kept in. */
  @Override
  public long bytes() {
    return data.length;
  }

  @Override
  public TableRows open(LongConsumer read) {
    var in = new CountedInput(new ByteArrayInputStream(data), read);
    return new KeptRows(this, new InflaterInputStream(in));
  }
}
