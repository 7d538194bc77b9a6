package org.assay.io.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.assay.io.BadInputException;
import org.assay.io.Shown;
import org.assay.io.ingest.Exclusion.Example;
import org.assay.io.table.Header;
import org.assay.io.table.Labels;
import org.assay.io.table.Row;
import org.assay.io.table.Table;

/**
 * Counts what happens to the rows of one table; exact counts, the first examples of each reason.
 */
final class Tally {
  static final int EXAMPLES = 100;

  private static final int READ_AS_EXAMPLES = 3;

  private static final class Excluded {
    long rows;
    final List<Example> examples = new ArrayList<>();
    long first; // place of the first example
  }

  private final Table table;
  private final TableFiles files = new TableFiles();
  private final Map<Reason, Excluded> excluded = new EnumMap<>(Reason.class);
  private final List<Note> special = new ArrayList<>();
  private final Map<Note.Kind, Long> notes = new EnumMap<>(Note.Kind.class);
  private final Map<Table.Column, Long> trimmed = new LinkedHashMap<>();
  private final Map<Table.Column, Labels> labels = new LinkedHashMap<>();
  private final Remedies remedies;
  private final LossCounter losses = new LossCounter();
  private Reason lastReason; // of the row that was excluded last
  private Table.Column lastColumn; // null when it is the whole row
  private long rowsIn;
  private long rowsExcluded;

  Tally(Table table, List<String> grades) {
    this.table = table;
    this.remedies = new Remedies(grades);
  }

  /** The next rows are of a file with a header. */
  void begin(Header header) {
    files.begin(header);
  }

  Table table() {
    return table;
  }

  Remedies remedies() {
    return remedies;
  }

  /** What is lost, so far. */
  LossCounter losses() {
    return losses;
  }

  long rowsIn() {
    return rowsIn;
  }

  /** The header of the file that is read. */
  Header header() {
    return files.header();
  }

  /** Whether some file has a column. */
  boolean has(Table.Column column) {
    return files.has(column);
  }

  /** The name of a column in the files. */
  String name(Table.Column column) {
    return files.name(column);
  }

  void rowIn(Row row) {
    rowsIn++;
    files.rowIn(row.number());
  }

  /** The place of a row of the file that is read among the rows of all files. */
  long place(Row row) {
    return files.place(row.number());
  }

  /** Excludes the row that was read last, for what stands in a column. */
  void exclude(Reason reason, Row row, Table.Column column) {
    lastReason = reason;
    lastColumn = column;
    if (wantsExample(reason)) {
      Header header = header();
      String shown = header.has(column) ? row.shown(header.place(column)) : "";
      exclude(reason, place(row), header.name(column), shown, null);
    } else {
      count(reason, place(row));
    }
  }

  /** Excludes the row that was read last because its fields cannot be told. */
  void excludeForFields(Row row) {
    lastReason = Reason.FIELD_COUNT;
    lastColumn = null;
    exclude(
        Reason.FIELD_COUNT,
        place(row),
        "",
        wantsExample(Reason.FIELD_COUNT) ? fieldsOf(row) : "",
        null);
  }

  private String fieldsOf(Row row) {
    return row.fields() + " fields, the header has " + header().fields();
  }

  /** The row that was excluded last, which is the one given, is lost. */
  void lose(Row row) {
    if (lastColumn == null) {
      losses.add(lastReason, "", fieldsOf(row));
    } else {
      Header header = header();
      String text = header.has(lastColumn) ? row.field(header.place(lastColumn)) : "";
      losses.add(lastReason, header.name(lastColumn), text);
    }
  }

  /** Excludes the row at a place, because of the one at the other place when that is not null. */
  void exclude(Reason reason, long place, String column, String shown, Long otherPlace) {
    if (wantsExample(reason)) {
      Excluded of = of(reason);
      of.first = of.examples.isEmpty() ? place : of.first;
      of.examples.add(
          new Example(
              files.number(place),
              column,
              shown,
              otherPlace == null ? null : (Long) files.number(otherPlace),
              files.name(place),
              otherPlace == null ? null : files.name(otherPlace)));
    }
    count(reason, place);
  }

  /** Whether the next row with the reason will be listed, so that its text is worth making. */
  boolean wantsExample(Reason reason) {
    return of(reason).examples.size() < EXAMPLES;
  }

  private void count(Reason reason, long place) {
    of(reason).rows++;
    rowsExcluded++;
    files.exclude(place);
  }

  void note(Note.Kind kind, long rows) {
    notes.merge(kind, rows, Long::sum);
  }

  /** A note whose sentence has more than its kind says. */
  void note(Note note) {
    special.add(note);
  }

  /** Words of a column were looked up, and some may have been read as others. */
  void readAs(Table.Column column, Labels words) {
    labels.put(column, words);
  }

  /** White space was left out of the number or time of a row. */
  void trimmed(Table.Column column) {
    trimmed.merge(column, 1L, Long::sum);
  }

  private void noteReadAs(List<Note> made) {
    var examples = new ArrayList<String>();
    long rows = 0;
    for (Map.Entry<Table.Column, Labels> column : labels.entrySet()) {
      rows += examples(name(column.getKey()), column.getValue(), examples);
    }
    for (Map.Entry<Table.Column, Long> column : trimmed.entrySet()) {
      rows += column.getValue();
      examples.add(name(column.getKey()) + String.format(Locale.ROOT, " (%,d)", column.getValue()));
    }
    if (rows > 0) {
      String sentence = Note.Kind.READ_AS.sentence() + " Read as: " + String.join("; ", examples);
      made.add(new Note(Note.Kind.READ_AS, sentence + ".", rows));
    }
  }

  private static long examples(String column, Labels words, List<String> examples) {
    var counts = new TreeMap<String, Long>();
    words.forEachReadAs(counts::put);
    if (!counts.isEmpty()) {
      List<String> most =
          counts.entrySet().stream()
              .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
              .limit(READ_AS_EXAMPLES)
              .map(
                  e ->
                      String.format(
                          Locale.ROOT,
                          "%s -> %s (%,d)",
                          Shown.quoted(e.getKey()),
                          Shown.plain(words.label(e.getKey())),
                          e.getValue()))
              .toList();
      int more = counts.size() - most.size();
      examples.add(
          column
              + " "
              + String.join(", ", most)
              + (more > 0 ? String.format(Locale.ROOT, " and %,d other texts", more) : ""));
    }
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Stops because nothing is left to work with. */
  void nothingToUse() {
    if (rowsIn == 0) {
      throw new BadInputException(files.named() + ": no rows after the header");
    }
    var counts = new ArrayList<String>();
    excluded.forEach(
        (reason, e) ->
            counts.add(reason.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + e.rows));
    Map.Entry<Reason, Excluded> why =
        excluded.entrySet().stream()
            .filter(e -> e.getValue().rows > 0)
            .min(Comparator.comparingLong(e -> e.getValue().first))
            .orElseThrow();
    Example first = why.getValue().examples.get(0);
    throw new BadInputException(
        files.named()
            + (rowsIn == 1
                ? ": the only row cannot be used ("
                : ": none of the " + rowsIn + " rows can be used (")
            + String.join(", ", counts)
            + "); "
            + (first.file() == null ? "row " : "")
            + first.place()
            + (first.column().isEmpty() ? "" : ", column " + first.column())
            + " has \""
            + first.value()
            + "\", "
            + remedies.of(why.getKey(), first.value()));
  }

  TableLedger ledger(long used, long pending, long unresolved) {
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
    made.addAll(special);
    noteReadAs(made);
    return new TableLedger(
        table.name(),
        files.shortName(),
        rowsIn,
        used,
        pending,
        rowsExcluded,
        unresolved,
        exclusions,
        made,
        files.ignored(),
        files.missing(table),
        files.rows());
  }

  private Excluded of(Reason reason) {
    return excluded.computeIfAbsent(reason, r -> new Excluded());
  }
}
