package org.assay.io.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.assay.io.BadInputException;
import org.assay.io.Shown;

/**
 * A table with a row per item and a column per person, read as one with a row per item and person:
 * the titles of the columns become values. A cell with nothing in it is no row. Every row has the
 * number of the row it came from.
 *
 * @param wide the table as it is
 * @param shape which columns are what
 */
record WideTable(TableSource wide, WideShape shape) implements TableSource {
  @Override
  public String name() {
    return wide.name();
  }

  @Override
  public String shortName() {
    return wide.shortName();
  }

  @Override
  public Optional<Path> file() {
    return wide.file();
  }

  @Override
  public Optional<TimeFormat> times() {
    return wide.times();
  }

  @Override
  public long bytes() {
    return wide.bytes();
  }

  @Override
  public Map<String, String> readAs() {
    var said = new TreeMap<>(wide.readAs());
    said.put("wide", "yes");
    if (!shape.values().isEmpty()) {
      said.put("raters", String.join(", ", shape.values()));
    }
    return said;
  }

  @Override
  public TableRows open(LongConsumer read) {
    return new Rows(wide.open(read));
  }

  /** A column of the wide table, whatever stands in it. */
  private record Cell(int ordinal) implements Table.Column {
    @Override
    public String name() {
      return "column_" + ordinal;
    }

    @Override
    public String without() {
      return null;
    }

    @Override
    public Kind kind() {
      return Kind.WORD;
    }
  }

  private final class Rows implements TableRows {
    private final TableRows rows;
    private List<String> titles = List.of(); // of the wide table
    private int id;
    private int[] kept = {};
    private int[] values = {};
    private RowBatch from = new RowBatch();
    private Row row; // of the wide table; null when the batch has no more
    private int next; // of values

    Rows(TableRows rows) {
      this.rows = rows;
    }

    @Override
    public List<String> titles() {
      titles = rows.titles();
      if (titles.isEmpty()) {
        return titles;
      }
      id = shape.id().map(this::require).orElseGet(() -> Math.max(0, find(shape.titles().id())));
      kept =
          shape.kept().stream()
              .mapToInt(this::find)
              .filter(place -> place >= 0 && place != id)
              .distinct()
              .toArray();
      values = values();
      if (values.length == 0) {
        throw new BadInputException(
            name()
                + ": has no column besides "
                + Shown.quoted(titles.get(id))
                + " that could be a person's, expected one per person");
      }
      var all = new ArrayList<String>();
      all.add(shape.titles().id());
      all.add(shape.titles().who());
      all.add(shape.titles().value());
      IntStream.of(kept).forEach(place -> all.add(titles.get(place)));
      chooseOfWide();
      return all;
    }

    private int[] values() {
      if (!shape.values().isEmpty()) {
        return shape.values().stream().mapToInt(this::require).toArray();
      }
      return IntStream.range(0, titles.size())
          .filter(place -> place != id && !titles.get(place).isBlank())
          .filter(place -> IntStream.of(kept).noneMatch(k -> k == place))
          .toArray();
    }

    private int find(String title) {
      int exact = titles.indexOf(title);
      return exact >= 0
          ? exact
          : IntStream.range(0, titles.size())
              .filter(place -> Names.folded(titles.get(place)).equals(Names.folded(title)))
              .findFirst()
              .orElse(-1);
    }

    private int require(String title) {
      int place = find(title);
      if (place < 0) {
        throw new BadInputException(
            name()
                + ": column "
                + Shown.quoted(title)
                + " is missing, the header has "
                + Shown.plain(titles.toString())
                + Names.meant(title, List.of(), titles)
                    .map(meant -> "; did you mean " + Shown.quoted(meant) + "?")
                    .orElse(""));
      }
      return place;
    }

    @Override
    public long leftOut() {
      return rows.leftOut();
    }

    @Override
    public boolean hasDecimalCommas() {
      return rows.hasDecimalCommas();
    }

    // What is needed of the wide table is known without the long one's header.
    private void chooseOfWide() {
      var needed = new ArrayList<Cell>();
      var names = new HashMap<String, String>();
      IntStream.concat(IntStream.of(id), IntStream.concat(IntStream.of(kept), IntStream.of(values)))
          .forEach(
              place -> {
                var cell = new Cell(needed.size());
                needed.add(cell);
                names.put(Table.title(cell), titles.get(place));
              });
      var table = new Table("columns", needed);
      rows.choose(Header.of(table, wide, names, titles, rows.hasDecimalCommas()));
    }

    @Override
    public void fill(RowBatch batch) {
      while (!batch.isFull() && (row != null || nextRow())) {
        if (next == values.length || row.fields() != titles.size()) {
          if (row.fields() != titles.size()) {
            batch.addRow(row.number(), fields(row.fields())); // excluded for its fields
          }
          row = row.next() ? row : null;
          next = 0;
        } else {
          if (!row.isBlank(values[next])) {
            batch.addRow(row.number(), fields(values[next], titles.get(values[next])));
          }
          next++;
        }
      }
    }

    private boolean nextRow() {
      from.clear();
      rows.fill(from);
      from.checkText();
      row = new Row(from);
      next = 0;
      row = row.next() ? row : null;
      return row != null;
    }

    private List<String> fields(int place, String who) {
      var fields = new ArrayList<String>();
      fields.add(row.field(id));
      fields.add(who);
      fields.add(row.field(place));
      for (int k : kept) {
        fields.add(row.field(k));
      }
      return fields;
    }

    // Another number of fields than the long table has, as the row has another than the wide one.
    private List<String> fields(int ofWide) {
      int count = Math.max(1, 3 + kept.length + (ofWide < titles.size() ? -1 : 1));
      return IntStream.range(0, count).mapToObj(f -> f < ofWide ? row.field(f) : "").toList();
    }

    @Override
    public void close() throws IOException {
      rows.close();
    }
  }
}
