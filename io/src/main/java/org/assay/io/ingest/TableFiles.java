package org.assay.io.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assay.io.table.Header;
import org.assay.io.table.Table;

/**
 * The files of one table, and the place of a row among the rows of all of them: in the first file
 * its number, in the others its number and those before.
 */
final class TableFiles {
  private final List<Header> headers = new ArrayList<>();
  private final List<long[]> counts = new ArrayList<>(); // of each file: rows in, rows excluded
  private long[] before = new long[4]; // what is added to the numbers of each file's rows
  private long last; // largest place of a row so far

  /** The next rows are of another file. */
  void begin(Header header) {
    if (headers.size() == before.length) {
      before = Arrays.copyOf(before, before.length * 2);
    }
    before[headers.size()] = last;
    headers.add(header);
    counts.add(new long[2]);
  }

  /** A row of the file that began last was read. */
  void rowIn(long number) {
    last = Math.max(last, place(number));
    counts.get(counts.size() - 1)[0]++;
  }

  void exclude(long place) {
    counts.get(file(place))[1]++;
  }

  /** The place of a row of the file that began last. */
  long place(long number) {
    return before[headers.size() - 1] + number;
  }

  /** Number of a row in its file. */
  long number(long place) {
    return place - before[file(place)];
  }

  /** Name of the file of a row; null when there is one file only. */
  String name(long place) {
    return areSeveral() ? name(headers.get(file(place))) : null;
  }

  // The last file before whose rows there are fewer; a file without rows has the same as the next.
  private int file(long place) {
    int at = Arrays.binarySearch(before, 0, headers.size(), place);
    int file = at < 0 ? ~at : at;
    while (file > 0 && (file == headers.size() || before[file] >= place)) {
      file--;
    }
    return file;
  }

  boolean areSeveral() {
    return headers.size() > 1;
  }

  /** The header of the file that began last. */
  Header header() {
    return headers.get(headers.size() - 1);
  }

  /** The name of a column, which is the same in all files that have it. */
  String name(Table.Column column) {
    return headers.get(0).name(column);
  }

  /** Whether some file has a column. */
  boolean has(Table.Column column) {
    return headers.stream().anyMatch(header -> header.has(column));
  }

  /** All files as messages name them. */
  String named() {
    return areSeveral() ? together() : headers.get(0).source().name();
  }

  /** All files as a ledger names them. */
  String shortName() {
    return areSeveral() ? together() : name(headers.get(0));
  }

  private String together() {
    return name(headers.get(0)) + " to " + name(header()) + " (" + headers.size() + " files)";
  }

  private static String name(Header header) {
    return header.source().shortName();
  }

  /** The rows of each file; empty when there is one file only. */
  List<FileRows> rows() {
    var rows = new ArrayList<FileRows>();
    for (int f = 0; areSeveral() && f < headers.size(); f++) {
      rows.add(new FileRows(name(headers.get(f)), counts.get(f)[0], counts.get(f)[1]));
    }
    return rows;
  }

  /** The columns of files that are not of the table, in the order they were read. */
  List<String> ignored() {
    return headers.stream().flatMap(header -> header.ignored().stream()).distinct().toList();
  }

  /** The columns that some file does not have. */
  List<MissingColumn> missing(Table table) {
    var missing = new ArrayList<MissingColumn>();
    for (Table.Column column : table.columns()) {
      List<String> without =
          headers.stream().filter(h -> !h.has(column)).map(TableFiles::name).toList();
      if (!without.isEmpty()) {
        missing.add(
            new MissingColumn(
                Table.title(column),
                column.without()
                    + (without.size() == headers.size() ? header().perhaps(column) : ""),
                without.size() == headers.size() ? List.of() : without));
      }
    }
    return missing;
  }
}
