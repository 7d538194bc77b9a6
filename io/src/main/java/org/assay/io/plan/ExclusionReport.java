package org.assay.io.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.assay.data.Gradings;
import org.assay.io.Shown;
import org.assay.io.policy.Policy;
import org.assay.io.table.FormulaGuard;

/**
 * What became of each excluded id: none is lost in silence.
 *
 * @param rows one per entry of the list, in its order
 * @param leftOut gradings that the plan's lots were made without
 * @param counted gradings that are in the plan's lots all the same
 * @param emptied lots of which nothing was left, so that the plan has none
 */
public record ExclusionReport(List<Row> rows, int leftOut, int counted, int emptied) {
  private static final int SHOWN = 5;

  /** What becomes of an excluded id. */
  public enum Outcome {
    /** Gradings of the planned lots are not drawn. */
    EXCLUDED("in the lots, not to be drawn"),
    /** Graded, but in no planned lot. */
    IN_NO_LOT("graded, but in no planned lot"),
    /** No grading has this item. */
    UNKNOWN("not among the gradings"),
    /** Stands in a list before. */
    DUPLICATE("listed before");

    private final String words;

    Outcome(String words) {
      this.words = words;
    }
  }

  /**
   * An excluded id.
   *
   * @param entry where it stands
   * @param outcome what became of it
   * @param gradings of the planned lots that it excludes; 0 for a duplicate
   */
  public record Row(ExclusionList.Entry entry, Outcome outcome, int gradings) {}

  public ExclusionReport {
    rows = List.copyOf(rows);
  }

  /**
   * Compares a list with the lots of a plan.
   *
   * @param plan the plan
   * @param policy its time zone
   * @param gradings those the plan was made for
   * @param list excluded items
   * @return the account of the list
   */
  public static ExclusionReport of(
      Plan plan, Policy policy, Gradings gradings, ExclusionList list) {
    List<Lot> whole = plan.lotsWith(gradings, policy, ExclusionList.NONE);
    var inLots = new HashSet<Integer>();
    whole.forEach(lot -> inLots.addAll(lot.rows()));
    Map<Integer, Integer> gradingsOf = new HashMap<>(); // item code -> gradings of the lots
    inLots.forEach(row -> gradingsOf.merge(gradings.item().codes().get(row), 1, Integer::sum));
    var rows = new ArrayList<Row>();
    Set<String> before = new HashSet<>();
    int excluded = 0;
    for (ExclusionList.Entry entry : list.entries()) {
      OptionalInt code = gradings.item().ids().code(entry.item());
      if (!before.add(entry.item())) {
        rows.add(new Row(entry, Outcome.DUPLICATE, 0));
      } else if (code.isEmpty()) {
        rows.add(new Row(entry, Outcome.UNKNOWN, 0));
      } else {
        int of = gradingsOf.getOrDefault(code.getAsInt(), 0);
        excluded += of;
        rows.add(new Row(entry, of == 0 ? Outcome.IN_NO_LOT : Outcome.EXCLUDED, of));
      }
    }
    boolean without = plan.isMadeWithout();
    int left =
        (int)
            whole.stream().filter(lot -> plan.lots().stream().anyMatch(p -> p.isSame(lot))).count();
    return new ExclusionReport(
        rows, without ? excluded : 0, without ? 0 : excluded, whole.size() - left);
  }

  /**
   * The account as a table.
   *
   * @return CSV, one row per entry of the list
   */
  public String csv() {
    var table = new ArrayList<List<String>>();
    table.add(List.of("item_id", "file", "line", "outcome", "gradings"));
    for (Row row : rows) {
      table.add(
          List.of(
              FormulaGuard.neutralise(row.entry.item()),
              FormulaGuard.neutralise(row.entry.file().toString()),
              Long.toString(row.entry.line()),
              row.outcome.name(),
              Integer.toString(row.gradings)));
    }
    return Texts.csv(table);
  }

  /**
   * The account for a screen.
   *
   * @return lines of text; none for an empty list
   */
  public String summary() {
    if (rows.isEmpty()) {
      return "";
    }
    var text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "Excluded ids: %,d.\n", rows.size()));
    for (Outcome outcome : Outcome.values()) {
      List<Row> those = rows.stream().filter(row -> row.outcome == outcome).toList();
      if (!those.isEmpty()) {
        String names =
            outcome == Outcome.EXCLUDED
                ? ""
                : those.stream()
                    .limit(SHOWN)
                    .map(row -> Shown.plain(row.entry.item()))
                    .collect(Collectors.joining(", ", " (", those.size() > SHOWN ? " ...)" : ")"));
        text.append(String.format(Locale.ROOT, "  %,d %s%s\n", those.size(), outcome.words, names));
      }
    }
    if (leftOut > 0) {
      text.append(
          String.format(
              Locale.ROOT,
              "%,d gradings are left out of the lots: what the checks show holds for the rest, and"
                  + " inclusion probabilities refer to it.\n",
              leftOut));
    }
    if (counted > 0) {
      text.append(
          String.format(
              Locale.ROOT,
              "%,d gradings stay in the lots, for which the plan was made: those drawn are on no"
                  + " list, and count by an earlier verdict or else as errors. A plan made with the"
                  + " same --exclude leaves them out of the lots.\n",
              counted));
    }
    if (emptied > 0) {
      text.append(
          String.format(
              Locale.ROOT, "Lots with nothing left, which are not planned: %,d.\n", emptied));
    }
    return text.toString();
  }
}
