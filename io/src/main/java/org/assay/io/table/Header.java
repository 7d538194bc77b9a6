package org.assay.io.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assay.io.BadInputException;
import org.assay.io.Shown;

/** Where the columns of a table stand in a source, and what the source calls them. */
public final class Header {
  private final TableSource source;
  private final Table table;
  private final List<String> titles;
  private final boolean decimalCommas;
  private final int[] place; // by ordinal of the column, -1 where the source does not have it
  private final String[] name; // by ordinal, as the source calls it
  private final List<String> ignored = new ArrayList<>();

  private Header(TableSource source, Table table, List<String> titles, boolean decimalCommas) {
    this.source = source;
    this.table = table;
    this.titles = List.copyOf(titles);
    this.decimalCommas = decimalCommas;
    this.place = new int[table.columns().size()];
    this.name = new String[place.length];
    Arrays.fill(place, -1);
  }

  static Header of(
      Table table,
      TableSource source,
      Map<String, String> names,
      List<String> titles,
      boolean decimalCommas) {
    Map<String, Integer> placeByName = places(source, titles);
    requireKnown(table, names);
    var header = new Header(source, table, titles, decimalCommas);
    var columnByName = new HashMap<String, String>();
    for (Table.Column column : table.columns()) {
      String title = Table.title(column);
      String name = names.getOrDefault(title, title);
      boolean mapped = names.containsKey(title);
      // A name that a mapping gives to another column is not this one's any more.
      Integer place = mapped || !names.containsValue(name) ? placeByName.get(name) : null;
      if (place == null && (mapped || column.without() == null)) {
        throw new BadInputException(
            source.name()
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

  private static Map<String, Integer> places(TableSource source, List<String> titles) {
    var places = new HashMap<String, Integer>();
    for (int f = 0; f < titles.size(); f++) {
      String title = titles.get(f);
      Integer earlier = title.isEmpty() ? null : places.put(title, f);
      if (earlier != null) {
        throw new BadInputException(
            source.name()
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

  /**
   * Where the table is.
   *
   * @return the source the header was read from
   */
  public TableSource source() {
    return source;
  }

  /**
   * Whether numbers may have a comma in place of the decimal point.
   *
   * @return see {@link TableRows#hasDecimalCommas}
   */
  public boolean hasDecimalCommas() {
    return decimalCommas;
  }

  /**
   * Number of fields of a row.
   *
   * @return at least one
   */
  public int fields() {
    return titles.size();
  }

  /** The titles of all columns of the source, from left to right. */
  List<String> titles() {
    return titles;
  }

  /**
   * Whether the source has a column.
   *
   * @param column a column of the table
   * @return true for each required one
   */
  public boolean has(Table.Column column) {
    return place[column.ordinal()] >= 0;
  }

  /**
   * The field of a column in each row.
   *
   * @param column a column of the table
   * @return from 0; -1 when the source does not have it
   */
  public int place(Table.Column column) {
    return place[column.ordinal()];
  }

  /**
   * The name of a column in the source.
   *
   * @param column a column of the table
   * @return what the source calls it, or would
   */
  public String name(Table.Column column) {
    return name[column.ordinal()];
  }

  /**
   * The columns of the table that the source has.
   *
   * @return in the order of the table
   */
  public List<? extends Table.Column> present() {
    return table.columns().stream().filter(this::has).toList();
  }

  /**
   * The columns of the table that the source does not have.
   *
   * @return optional ones, in the order of the table
   */
  public List<? extends Table.Column> missing() {
    return table.columns().stream().filter(column -> !has(column)).toList();
  }

  /**
   * The columns of the source that are not of the table.
   *
   * @return their names as messages show them, in the order of the source
   */
  public List<String> ignored() {
    return List.copyOf(ignored);
  }
}
