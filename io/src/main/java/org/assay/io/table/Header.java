package org.assay.io.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assay.io.BadInputException;
import org.assay.io.Shown;

/** Where the columns of a table stand in a source, and what the source calls them. */
public final class Header {
  private static final List<String> WIDE = List.of("assessor_id", "grade"); // spread in wide tables

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
    var spelt = new Spelling(source, titles);
    var header = new Header(source, table, titles, decimalCommas);
    var columnByName = new HashMap<String, String>();
    for (Table.Column column : table.columns()) {
      String title = Table.title(column);
      boolean mapped = names.containsKey(title);
      String name = spelt.as(names.getOrDefault(title, title));
      // A name that a mapping gives to another column is not this one's any more.
      Integer place = mapped || !taken(names, name) ? placeByName.get(name) : null;
      if (place == null && (mapped || column.without() == null)) {
        throw new BadInputException(
            source.name()
                + ": column "
                + Shown.quoted(name)
                + (mapped ? " (for " + title + ")" : "")
                + (placeByName.containsKey(name) ? " is mapped to another column" : " is missing")
                + ", the header has "
                + Shown.plain(placeByName.keySet().stream().sorted().toList().toString())
                + (placeByName.containsKey(name)
                    ? ""
                    : suggestion(table, column, name, titles, names)));
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

  private static boolean taken(Map<String, String> names, String name) {
    return names.values().stream().anyMatch(n -> Names.folded(n).equals(Names.folded(name)));
  }

  // What may be meant for this and all other required columns that are missing.
  private static String suggestion(
      Table table,
      Table.Column column,
      String name,
      List<String> titles,
      Map<String, String> names) {
    Optional<String> meant = meant(table, column, name, titles, names);
    if (mayBeWide(table, titles, names)) {
      return "; if it has a row per item and a column per assessor, say --wide";
    }
    if (meant.isEmpty()) {
      return "";
    }
    String options =
        table.columns().stream()
            .filter(other -> other == column || isMissing(other, titles, names))
            .flatMap(
                other ->
                    meant(table, other, other == column ? name : Table.title(other), titles, names)
                        .stream()
                        .map(title -> option(table, other, title)))
            .collect(Collectors.joining(" "));
    return "; did you mean " + Shown.quoted(meant.get()) + "? Then say " + options;
  }

  // Neither who nor what is there, nor anything like it: both may be in the titles and cells.
  private static boolean mayBeWide(Table table, List<String> titles, Map<String, String> names) {
    List<? extends Table.Column> missing =
        table.columns().stream().filter(column -> isMissing(column, titles, names)).toList();
    return titles.size() > 2
        && missing.stream().map(Table::title).toList().containsAll(WIDE)
        && missing.stream()
            .filter(column -> WIDE.contains(Table.title(column)))
            .allMatch(c -> meant(table, c, Table.title(c), titles, names).isEmpty());
  }

  private static boolean isMissing(
      Table.Column column, List<String> titles, Map<String, String> names) {
    String wanted = Names.folded(Table.title(column));
    return column.without() == null
        && !names.containsKey(Table.title(column))
        && titles.stream().noneMatch(title -> Names.folded(title).equals(wanted));
  }

  // Not a title that is another column's.
  private static Optional<String> meant(
      Table table,
      Table.Column column,
      String name,
      List<String> titles,
      Map<String, String> names) {
    List<String> taken =
        Stream.concat(table.titles().stream(), names.values().stream())
            .filter(t -> !t.equals(name))
            .map(Names::folded)
            .toList();
    List<String> free =
        titles.stream().filter(t -> !t.isEmpty() && !taken.contains(Names.folded(t))).toList();
    return Names.meant(name, column.alsoCalled(), free);
  }

  private static String option(Table table, Table.Column column, String title) {
    String given = table.name() + "." + Table.title(column) + "=" + Shown.plain(title);
    return "--column " + (title.matches("[\\w.-]+") ? given : '"' + given + '"');
  }

  /** How the source spells the name of a column: as it is, or the only one that folds to it. */
  private record Spelling(TableSource source, List<String> titles) {
    String as(String name) {
      if (titles.contains(name)) {
        return name;
      }
      String wanted = Names.folded(name);
      List<String> alike =
          titles.stream()
              .filter(title -> !wanted.isEmpty() && Names.folded(title).equals(wanted))
              .toList();
      if (alike.size() > 1) {
        throw new BadInputException(
            source.name()
                + ": columns "
                + Shown.quoted(alike.get(0))
                + " and "
                + Shown.quoted(alike.get(1))
                + " may both be "
                + Shown.quoted(name)
                + "; rename one of them, or map the column to the one that is meant");
      }
      return alike.isEmpty() ? name : alike.get(0);
    }
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
   * How the source writes times that are not ISO 8601.
   *
   * @return empty when it writes no others
   */
  public Optional<TimeFormat> times() {
    return source.times();
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

  /** The same for a source that has the first fields only. */
  Header upTo(int count) {
    var first = new Header(source, table, titles.subList(0, count), decimalCommas);
    for (int c = 0; c < place.length; c++) {
      first.place[c] = place[c] < count ? place[c] : -1;
      first.name[c] = name[c];
    }
    return first;
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
   * What may be meant for a column that the source does not have.
   *
   * @param column a column of the table
   * @return a sentence after a blank that names a column of the source; "" where none is near
   */
  public String perhaps(Table.Column column) {
    return Names.meant(Table.title(column), column.alsoCalled(), ignored)
        .map(
            meant ->
                " Perhaps column "
                    + Shown.quoted(meant)
                    + " is meant: "
                    + option(table, column, meant))
        .orElse("");
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
