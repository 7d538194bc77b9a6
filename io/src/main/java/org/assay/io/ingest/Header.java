package org.assay.io.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assay.io.BadInputException;
import org.assay.io.Shown;

/** Where the columns of a table stand in a file. */
final class Header {
  private final Path file;
  private final Table table;
  private final int fields;
  private final char separator;
  private final int[] place; // by ordinal of the column, -1 where the file does not have it
  private final String[] name; // by ordinal, as the file calls it
  private final List<String> ignored = new ArrayList<>();

  private Header(Path file, Table table, int fields, char separator) {
    this.file = file;
    this.table = table;
    this.fields = fields;
    this.separator = separator;
    this.place = new int[table.columns().size()];
    this.name = new String[place.length];
    Arrays.fill(place, -1);
  }

  static Header of(
      Table table, Path file, Map<String, String> names, List<String> titles, char separator) {
    Map<String, Integer> placeByName = places(file, titles);
    requireKnown(table, names);
    var header = new Header(file, table, titles.size(), separator);
    var columnByName = new HashMap<String, String>();
    for (Table.Column column : table.columns()) {
      String title = Table.title(column);
      String name = names.getOrDefault(title, title);
      boolean mapped = names.containsKey(title);
      // A name that a mapping gives to another column is not this one's any more.
      Integer place = mapped || !names.containsValue(name) ? placeByName.get(name) : null;
      if (place == null && (mapped || column.without() == null)) {
        throw new BadInputException(
            file
                + ": column "
                + Shown.quoted(name)
                + (mapped ? " (for " + title + ")" : "")
                + (placeByName.containsKey(name) ? " is mapped to another column" : " is missing")
                + ", the header has "
                + Shown.plain(placeByName.keySet().stream().sorted().toList().toString()));
      }
      if (place != null) {
        String earlier = columnByName.put(name, title);
        if (earlier != null) {
          throw new BadInputException(
              table.name()
                  + " columns "
                  + earlier
                  + " and "
                  + title
                  + " are both mapped to "
                  + Shown.quoted(name));
        }
        header.place[column.ordinal()] = place;
      }
      header.name[column.ordinal()] = name;
    }
    for (String title : titles) {
      if (!title.isEmpty() && !columnByName.containsKey(title)) {
        header.ignored.add(Shown.plain(title));
      }
    }
    return header;
  }

  private static Map<String, Integer> places(Path file, List<String> titles) {
    var places = new HashMap<String, Integer>();
    for (int f = 0; f < titles.size(); f++) {
      String title = titles.get(f);
      Integer earlier = title.isEmpty() ? null : places.put(title, f);
      if (earlier != null) {
        throw new BadInputException(
            file
                + ": column "
                + Shown.quoted(title)
                + " stands twice in the header, in columns "
                + (earlier + 1)
                + " and "
                + (f + 1));
      }
    }
    return places;
  }

  private static void requireKnown(Table table, Map<String, String> names) {
    for (String title : names.keySet().stream().sorted().toList()) {
      if (!table.titles().contains(title)) {
        throw new BadInputException(
            Shown.quoted(title)
                + " is not a column of "
                + table.name()
                + ", expected one of "
                + table.titles());
      }
    }
  }

  Path file() {
    return file;
  }

  char separator() {
    return separator;
  }

  int fields() {
    return fields;
  }

  boolean has(Table.Column column) {
    return place[column.ordinal()] >= 0;
  }

  int place(Table.Column column) {
    return place[column.ordinal()];
  }

  String name(Table.Column column) {
    return name[column.ordinal()];
  }

  /** The columns of the table that the file has. */
  List<? extends Table.Column> present() {
    return table.columns().stream().filter(this::has).toList();
  }

  List<String> ignored() {
    return ignored;
  }

  List<MissingColumn> missing() {
    return table.columns().stream()
        .filter(column -> !has(column))
        .map(column -> new MissingColumn(Table.title(column), column.without()))
        .toList();
  }
}
