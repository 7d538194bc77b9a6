package org.assay.io.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.assay.io.Shown;
import org.assay.io.Typed;
import org.assay.io.table.Header;
import org.assay.io.table.Row;
import org.assay.io.table.RowSink;
import org.assay.io.table.Table;
import org.assay.io.table.TableReader;

/** Ids of verdicts that no grading has, beside ids of gradings that are nearly the same. */
public final class NearIds {
  private static final List<GradingColumn> COLUMNS =
      List.of(GradingColumn.ITEM_ID, GradingColumn.GRADING_ID, GradingColumn.ASSESSOR_ID);

  private NearIds() {}

  /**
   * Looks for the ids of verdicts on unknown gradings, as far as the ledger lists them, among the
   * gradings, leaving out zeros at the beginning, case and white space.
   *
   * @param ledger of the tables
   * @param tables whose gradings are read once more, if there are such verdicts
   * @return what was found, with an example of each column; empty when nothing was
   */
  public static List<String> sentences(Ledger ledger, InputTables tables) {
    Map<GradingColumn, Map<String, String>> wanted = new HashMap<>();
    ledger
        .verdicts()
        .exclusion(Reason.UNKNOWN_GRADING)
        .ifPresent(exclusion -> exclusion.examples().forEach(e -> want(e, tables, wanted)));
    if (wanted.isEmpty()) {
      return List.of();
    }
    var sink = new Sink(wanted);
    TableReader.read(
        GradingColumn.TABLE, tables.gradings(), tables.gradingColumns(), bytes -> {}, sink);
    return sink.sentences();
  }

  private static void want(
      Exclusion.Example example,
      InputTables tables,
      Map<GradingColumn, Map<String, String>> wanted) {
    for (GradingColumn column : COLUMNS) {
      String title = Table.title(column);
      String name = tables.verdictColumns().getOrDefault(title, title);
      if (example.column().equals(name) || example.column().equalsIgnoreCase(title)) {
        wanted
            .computeIfAbsent(column, none -> new HashMap<>())
            .put(loose(example.value()), example.value());
      }
    }
  }

  private static String loose(String id) {
    return Typed.folded(Typed.read(id))
        .replaceFirst("^'", "")
        .replaceFirst("\\.0+$", "")
        .replaceFirst("^0+(?=.)", "");
  }

  private static final class Sink implements RowSink {
    private final Map<GradingColumn, Map<String, String>> wanted;
    private final Map<GradingColumn, Map<String, String>> found = new HashMap<>();
    private Header header;

    Sink(Map<GradingColumn, Map<String, String>> wanted) {
      this.wanted = wanted;
    }

    @Override
    public void begin(Header ofFile) {
      header = ofFile;
    }

    @Override
    public void accept(Row row) {
      wanted.forEach(
          (column, ids) -> {
            int place = header.place(column);
            if (place >= 0 && place < row.fields()) {
              String id = row.field(place);
              String other = ids.get(loose(id));
              if (other != null && !other.equals(id)) {
                found.computeIfAbsent(column, none -> new HashMap<>()).put(other, id);
              }
            }
          });
    }

    List<String> sentences() {
      List<String> sentences = new ArrayList<>();
      for (GradingColumn column : COLUMNS) {
        Map<String, String> pairs = found.getOrDefault(column, Map.of());
        if (!pairs.isEmpty()) {
          sentences.add(
              String.format(
                  Locale.ROOT,
                  "%s: %,d of %,d ids of verdicts that no grading has are written otherwise in the"
                      + " gradings, such as %s; ids must be the same byte by byte: export both"
                      + " tables with the column as text.",
                  Table.title(column),
                  pairs.size(),
                  wanted.get(column).size(),
                  pairs.entrySet().stream()
                      .sorted(Map.Entry.comparingByKey())
                      .limit(2)
                      .map(p -> Shown.quoted(p.getKey()) + " for " + Shown.quoted(p.getValue()))
                      .collect(Collectors.joining(", "))));
        }
      }
      return sentences;
    }

    @Override
    public void endBatch() {
      // every text was copied
    }
  }
}
