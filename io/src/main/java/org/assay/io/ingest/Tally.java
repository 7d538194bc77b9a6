package org.assay.io.ingest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.assay.io.BadInputException;
import org.assay.io.ingest.Exclusion.Example;

/**
 * Counts what happens to the rows of one table; exact counts, the first examples of each reason.
 */
final class Tally {
  static final int EXAMPLES = 100;

  private static final class Excluded {
    long rows;
    final List<Example> examples = new ArrayList<>();
  }

  private final Table table;
  private final Header header;
  private final Map<Reason, Excluded> excluded = new EnumMap<>(Reason.class);
  private final Map<Note.Kind, Long> notes = new EnumMap<>(Note.Kind.class);
  private long rowsIn;
  private long rowsExcluded;

  Tally(Table table, Header header) {
    this.table = table;
    this.header = header;
  }

  Header header() {
    return header;
  }

  void rowIn() {
    rowsIn++;
  }

  /** Excludes the row that was read last, for what stands in a column. */
  void exclude(Reason reason, Row row, Table.Column column) {
    if (wantsExample(reason)) {
      String shown = header.has(column) ? row.shown(header.place(column)) : "";
      exclude(reason, row.number(), header.name(column), shown, null);
    } else {
      count(reason);
    }
  }

  void exclude(Reason reason, long row, String column, String shown, Long otherRow) {
    if (wantsExample(reason)) {
      of(reason).examples.add(new Example(row, column, shown, otherRow));
    }
    count(reason);
  }

  /** Whether the next row with the reason will be listed, so that its text is worth making. */
  boolean wantsExample(Reason reason) {
    return of(reason).examples.size() < EXAMPLES;
  }

  private void count(Reason reason) {
    of(reason).rows++;
    rowsExcluded++;
  }

  void note(Note.Kind kind, long rows) {
    notes.merge(kind, rows, Long::sum);
  }

  /** Stops because nothing is left to work with. */
  void nothingToUse() {
    if (rowsIn == 0) {
      throw new BadInputException(header.file() + ": no rows after the header");
    }
    var counts = new ArrayList<String>();
    excluded.forEach((reason, e) -> counts.add(reason + " " + e.rows));
    Example first =
        excluded.values().stream()
            .flatMap(e -> e.examples.stream())
            .min((a, b) -> Long.compare(a.row(), b.row()))
            .orElseThrow();
    throw new BadInputException(
        header.file()
            + ": none of the "
            + rowsIn
            + " rows can be used ("
            + String.join(", ", counts)
            + "); row "
            + first.row()
            + (first.column().isEmpty() ? "" : ", column " + first.column())
            + " has \""
            + first.value()
            + '"');
  }

  TableLedger ledger(long used, long pending) {
    var exclusions = new ArrayList<Exclusion>();
    excluded.forEach(
        (reason, e) -> {
          if (e.rows > 0) {
            exclusions.add(new Exclusion(reason, reason.sentence(), e.rows, e.examples));
          }
        });
    var made = new ArrayList<Note>();
    notes.forEach(
        (kind, rows) -> {
          if (rows > 0) {
            made.add(new Note(kind, rows));
          }
        });
    return new TableLedger(
        table.name(),
        header.file().getFileName().toString(),
        rowsIn,
        used,
        pending,
        rowsExcluded,
        exclusions,
        made,
        header.ignored(),
        header.missing());
  }

  private Excluded of(Reason reason) {
    return excluded.computeIfAbsent(reason, r -> new Excluded());
  }
}
