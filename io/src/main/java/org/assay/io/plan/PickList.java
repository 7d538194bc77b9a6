package org.assay.io.plan;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assay.data.Gradings;
import org.assay.draw.ExposureCeiling;
import org.assay.draw.ReviewDays;
import org.assay.draw.ReviewDays.Slot;
import org.assay.io.BadInputException;
import org.assay.io.Shown;
import org.assay.io.table.FormulaGuard;

/**
 * What QA officers get: the items in the order of checking, with empty columns to fill in. It names
 * neither the grade nor the assessor nor why an item is on it; filled in, it is a table of
 * verdicts.
 *
 * <p>With an exposure ceiling or several officers it is split into lists and days, alike in their
 * grades, so that the day of an item says nothing about its grade. The last column has the mark of
 * each item, by which its id is known again whatever a spreadsheet made of it.
 *
 * @param columns titles
 * @param rows texts, as many as columns
 * @param grades of the scheme, of which an officer chooses one
 * @param lists officers among whom it is split; 0 when it is not
 * @param days days it takes; 0 when it is not split
 * @param limited whether the policy has an exposure ceiling, which no day exceeds
 * @param unassigned items that every officer has seen, at the end without list and day
 */
public record PickList(
    List<String> columns,
    List<List<String>> rows,
    List<String> grades,
    int lists,
    int days,
    boolean limited,
    List<String> unassigned) {
  private static final List<String> COLUMNS =
      List.of("item_id", "reviewer_id", "grade", "checked_at");

  public PickList {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    grades = List.copyOf(grades);
    unassigned = List.copyOf(unassigned);
  }

  static PickList of(
      Collection<String> items,
      Gradings gradings,
      Optional<ExposureCeiling> ceiling,
      Optional<Officers> officers) {
    List<String> order = List.copyOf(items);
    if (ceiling.isEmpty() && officers.isEmpty()) {
      return whole(order, grades(gradings));
    }
    return split(order, gradings, ceiling, officers.orElseGet(() -> Officers.of(1)));
  }

  private static List<String> grades(Gradings gradings) {
    return IntStream.range(0, gradings.scheme().size()).mapToObj(gradings.scheme()::grade).toList();
  }

  private static PickList whole(List<String> items, List<String> grades) {
    List<List<String>> rows = items.stream().map(item -> List.of(item, "", "", "")).toList();
    return new PickList(COLUMNS, rows, grades, 0, 0, false, List.of());
  }

  private static PickList split(
      List<String> items, Gradings gradings, Optional<ExposureCeiling> limit, Officers officers) {
    ExposureCeiling ceiling =
        limit.orElseGet(
            () -> ExposureCeiling.ofAll(Math.max(1, items.size()), gradings.scheme().size()));
    Integer[] grades = new Integer[items.size()];
    Arrays.fill(grades, 0); // of items that are no longer among the gradings
    BitSet[] barred = new BitSet[items.size()];
    Arrays.setAll(barred, i -> new BitSet());
    readGradings(items, gradings, ceiling, officers, grades, barred);
    List<Slot> slots =
        ReviewDays.split(
            Arrays.asList(grades),
            ceiling,
            officers.number(),
            (i, officer) -> barred[i].get(officer) || officers.hasSeen(officer, items.get(i)));
    var rows = new ArrayList<List<String>>();
    IntStream.range(0, items.size())
        .boxed()
        .filter(i -> slots.get(i).reviewer() >= 0)
        .sorted(
            Comparator.<Integer>comparingInt(i -> slots.get(i).reviewer())
                .thenComparingInt(i -> slots.get(i).day()))
        .forEach(
            i -> {
              Slot slot = slots.get(i);
              rows.add(
                  List.of(
                      items.get(i),
                      officers.name(slot.reviewer()),
                      "",
                      "",
                      Integer.toString(slot.reviewer() + 1),
                      Integer.toString(slot.day() + 1)));
            });
    List<String> nobodys =
        IntStream.range(0, items.size())
            .filter(i -> slots.get(i).reviewer() < 0)
            .mapToObj(items::get)
            .toList();
    nobodys.forEach(item -> rows.add(List.of(item, "", "", "", "", "")));
    int days = 1 + slots.stream().mapToInt(Slot::day).max().orElse(-1);
    return new PickList(
        with(COLUMNS, "list", "day"),
        rows,
        grades(gradings),
        officers.number(),
        days,
        limit.isPresent(),
        nobodys);
  }

  private static List<String> with(List<String> some, String... more) {
    var all = new ArrayList<>(some);
    all.addAll(Arrays.asList(more));
    return all;
  }

  /** The same with the marks of a draw; without marks as it is. */
  PickList marked(DrawMarks marks) {
    return marks.isEmpty()
        ? this
        : new PickList(
            with(columns, DrawMarks.COLUMN),
            rows.stream().map(row -> with(row, marks.of(row.get(0)))).toList(),
            grades,
            lists,
            days,
            limited,
            unassigned);
  }

  /**
   * Items on the list.
   *
   * @return at least 0
   */
  public int items() {
    return rows.size();
  }

  /**
   * The list as a text that is safe to open in a spreadsheet.
   *
   * @return CSV with commas
   */
  public String csv() {
    return csv(',');
  }

  /**
   * The same with something else between the fields.
   *
   * @param separator a comma, a semicolon, a tab or a vertical bar
   * @return CSV
   */
  public String csv(char separator) {
    var texts = new ArrayList<List<String>>();
    texts.add(columns);
    rows.forEach(row -> texts.add(row.stream().map(FormulaGuard::neutralise).toList()));
    return Texts.csv(texts, separator);
  }

  /**
   * The list as a file of its kind.
   *
   * @param file whose name tells the kind: a workbook if it ends in {@code .xlsx}, else CSV
   * @param separator of CSV, a comma when absent
   * @return all bytes
   * @throws BadInputException if a workbook is to have a separator, or cannot hold the list
   */
  public byte[] bytes(Path file, Optional<Character> separator) {
    if (!PickListBook.isName(file)) {
      return csv(separator.orElse(',')).getBytes(StandardCharsets.UTF_8);
    }
    if (separator.isPresent()) {
      throw new BadInputException(
          "a delimiter is for pick-lists as CSV, but "
              + Shown.path(file)
              + " is a workbook; leave it out, or name a file that ends in .csv");
    }
    return PickListBook.bytes(this, file);
  }

  // An item that was given several grades counts under the one with the lowest ceiling.
  private static void readGradings(
      List<String> items,
      Gradings gradings,
      ExposureCeiling ceiling,
      Officers officers,
      Integer[] grades,
      BitSet[] barred) {
    Map<Integer, Integer> placeOf = new HashMap<>(); // item code -> place
    for (int i = 0; i < items.size(); i++) {
      int place = i;
      gradings.item().ids().code(items.get(i)).ifPresent(code -> placeOf.put(code, place));
    }
    var seenOnce = new BitSet();
    for (int row = 0; row < gradings.size(); row++) {
      Integer place = placeOf.get(gradings.item().codes().get(row));
      if (place != null) {
        int grade = gradings.grade().get(row);
        grades[place] =
            seenOnce.get(place) ? ceiling.stricter(grades[place], grade) : Integer.valueOf(grade);
        seenOnce.set(place);
        int officer = officers.names().indexOf(gradings.assessor().id(row));
        if (officer >= 0) {
          barred[place].set(officer);
        }
      }
    }
  }

  /**
   * How the list is split, for a screen.
   *
   * @return lines of text; none when it is not split
   */
  public String summary() {
    if (lists == 0 || rows.isEmpty()) {
      return "";
    }
    String split =
        String.format(
            Locale.ROOT,
            "Split for %,d %s into %,d %s, alike in their grades; %s.\n",
            lists,
            lists == 1 ? "reviewer" : "reviewers",
            days,
            days == 1 ? "day" : "days",
            limited ? "none above the exposure ceiling" : "the policy has no exposure ceiling");
    return unassigned.isEmpty()
        ? split
        : split
            + String.format(
                Locale.ROOT,
                "%,d of the items have been seen by every reviewer, and stand at the end without"
                    + " one: %s%s\n",
                unassigned.size(),
                String.join(", ", unassigned.stream().limit(5).map(Shown::plain).toList()),
                unassigned.size() > 5 ? " ..." : "");
  }
}
