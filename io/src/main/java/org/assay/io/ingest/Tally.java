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
  }

  private final Table table;
  private final Header header;
  private final Map<Reason, Excluded> excluded = new EnumMap<>(Reason.class);
  private final List<Note> special = new ArrayList<>();
  private final Map<Note.Kind, Long> notes = new EnumMap<>(Note.Kind.class);
  private final Map<String, Long> trimmed = new LinkedHashMap<>(); // by name of the column
  private final Map<String, Labels> labels = new LinkedHashMap<>();
  private final Remedies remedies;
  private final LossCounter losses = new LossCounter();
  private Reason lastReason; // of the row that was excluded last
  private Table.Column lastColumn; // null when it is the whole row
  private long rowsIn;
  private long rowsExcluded;

  Tally(Table table, Header header, List<String> grades) {
    this.table = table;
    this.header = header;
    this.remedies = new Remedies(grades);
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

  Header header() {
    return header;
  }

  void rowIn() {
    rowsIn++;
  }

  /** Excludes the row that was read last, for what stands in a column. */
  void exclude(Reason reason, Row row, Table.Column column) {
    lastReason = reason;
    lastColumn = column;
    if (wantsExample(reason)) {
      String shown = header.has(column) ? row.shown(header.place(column)) : "";
      exclude(reason, row.number(), header.name(column), shown, null);
    } else {
      count(reason);
    }
  }

  /** Excludes the row that was read last because its fields cannot be told. */
  void excludeForFields(Row row) {
    lastReason = Reason.FIELD_COUNT;
    lastColumn = null;
    exclude(
        Reason.FIELD_COUNT,
        row.number(),
        "",
        wantsExample(Reason.FIELD_COUNT) ? fieldsOf(row) : "",
        null);
  }

  private String fieldsOf(Row row) {
    return row.fields() + " fields, the header has " + header.fields();
  }

  /** The row that was excluded last, which is the one given, is lost. */
  void lose(Row row) {
    if (lastColumn == null) {
      losses.add(lastReason, "", fieldsOf(row));
    } else {
      String text = header.has(lastColumn) ? row.field(header.place(lastColumn)) : "";
      losses.add(lastReason, header.name(lastColumn), text);
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

  /** A note whose sentence has more than its kind says. */
  void note(Note note) {
    special.add(note);
  }

  /** Words of a column were looked up, and some may have been read as others. */
  void readAs(Table.Column column, Labels words) {
    labels.put(header.name(column), words);
  }

  /** White space was left out of the number or time of a row. */
  void trimmed(Table.Column column) {
    trimmed.merge(header.name(column), 1L, Long::sum);
  }

  private void noteReadAs(List<Note> made) {
    var examples = new ArrayList<String>();
    long rows = 0;
    for (Map.Entry<String, Labels> column : labels.entrySet()) {
      rows += examples(column.getKey(), column.getValue(), examples);
    }
    for (Map.Entry<String, Long> column : trimmed.entrySet()) {
      rows += column.getValue();
      examples.add(column.getKey() + String.format(Locale.ROOT, " (%,d)", column.getValue()));
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
      throw new BadInputException(header.source().name() + ": no rows after the header");
    }
    var counts = new ArrayList<String>();
    excluded.forEach((reason, e) -> counts.add(reason + " " + e.rows));
    Example first =
        excluded.values().stream()
            .flatMap(e -> e.examples.stream())
            .min((a, b) -> Long.compare(a.row(), b.row()))
            .orElseThrow();
    Reason why =
        excluded.entrySet().stream()
            .filter(e -> e.getValue().examples.contains(first))
            .findFirst()
            .orElseThrow()
            .getKey();
    throw new BadInputException(
        header.source().name()
            + ": none of the "
            + rowsIn
            + " rows can be used ("
            + String.join(", ", counts)
            + "); row "
            + first.row()
            + (first.column().isEmpty() ? "" : ", column " + first.column())
            + " has \""
            + first.value()
            + "\", "
            + remedies.of(why, first.value()));
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
        header.source().shortName(),
        rowsIn,
        used,
        pending,
        rowsExcluded,
        unresolved,
        exclusions,
        made,
        header.ignored(),
        header.missing().stream()
            .map(column -> new MissingColumn(Table.title(column), column.without()))
            .toList());
  }

  private Excluded of(Reason reason) {
    return excluded.computeIfAbsent(reason, r -> new Excluded());
  }
}
