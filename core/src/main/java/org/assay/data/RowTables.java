package org.assay.data;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assay.data.Columns.Field;
import org.assay.data.Gradings.Attribute;

/** Makes gradings and verdicts from rows of any origin. */
final class RowTables {
  private static final Map<Attribute, Field> ATTRIBUTES =
      new EnumMap<>(
          Map.of(
              Attribute.UNIT, Field.UNIT,
              Attribute.STREAM, Field.STREAM,
              Attribute.STRATUM, Field.STRATUM));

  private RowTables() {}

  static <E extends Exception> Gradings gradings(RowSource<E> rows, GradingScheme scheme) throws E {
    Map<String, Integer> codes = scheme == null ? new LinkedHashMap<>() : codes(scheme);
    var item = new IdColumn.Builder();
    var assessor = new IdColumn.Builder();
    Codes.Builder grade = Codes.builder();
    var attributes = new EnumMap<Attribute, IdColumn.Builder>(Attribute.class);
    ATTRIBUTES.forEach(
        (attribute, field) -> {
          if (rows.has(field)) {
            attributes.put(attribute, new IdColumn.Builder());
          }
        });
    long[] time = rows.has(Field.TIME) ? new long[16] : null;
    while (rows.next()) {
      int row = grade.size();
      String label = rows.text(Field.GRADE);
      if (scheme == null) {
        codes.putIfAbsent(label, codes.size());
      }
      int code = rows.grade(codes, label);
      item.add(rows.text(Field.ITEM));
      assessor.add(rows.text(Field.ASSESSOR));
      for (Map.Entry<Attribute, IdColumn.Builder> column : attributes.entrySet()) {
        column.getValue().add(rows.textOrEmpty(ATTRIBUTES.get(column.getKey())));
      }
      if (time != null) {
        time = row < time.length ? time : Arrays.copyOf(time, row + (row >> 1) + 16);
        time[row] = rows.millis(Field.TIME);
      }
      grade.add(code);
    }
    var columns = new EnumMap<Attribute, IdColumn>(Attribute.class);
    attributes.forEach((attribute, column) -> columns.put(attribute, column.build()));
    int size = grade.size();
    return Gradings.of(
        scheme == null ? seen(codes) : scheme,
        item.build(),
        assessor.build(),
        scheme == null ? sorted(grade.build(), codes) : grade.build(),
        time == null ? null : Arrays.copyOf(time, size),
        columns);
  }

  private static Map<String, Integer> codes(GradingScheme scheme) {
    var codes = new LinkedHashMap<String, Integer>(); // in order, for messages
    for (int g = 0; g < scheme.size(); g++) {
      codes.put(scheme.grade(g), g);
    }
    return codes;
  }

  private static GradingScheme seen(Map<String, Integer> codes) {
    if (codes.isEmpty()) {
      throw new IllegalArgumentException(
          "rows must be at least one where the grades are not given, got none");
    }
    return GradingScheme.unordered(codes.keySet().stream().sorted().toArray(String[]::new));
  }

  private static Codes sorted(Codes bySight, Map<String, Integer> codes) {
    String[] sorted = codes.keySet().stream().sorted().toArray(String[]::new);
    int[] place = new int[sorted.length];
    for (int g = 0; g < sorted.length; g++) {
      place[codes.get(sorted[g])] = g;
    }
    Codes.Builder renumbered = Codes.builder(bySight.size(), sorted.length);
    for (int row = 0; row < bySight.size(); row++) {
      renumbered.add(place[bySight.get(row)]);
    }
    return renumbered.build();
  }

  static <E extends Exception> Verdicts verdicts(
      Gradings gradings, RowSource<E> rows, Selection usual) throws E {
    Map<String, Integer> codes = codes(gradings.scheme());
    var checked = new CheckedGrading(gradings);
    Verdicts.Builder verdicts = Verdicts.builder(gradings);
    while (rows.next()) {
      Selection selection = rows.selection(usual);
      String label = rows.textOrNull(Field.GRADE);
      boolean isTimed = label != null && rows.has(Field.TIME);
      long at = isTimed ? rows.millis(Field.TIME) : 0;
      int grading = checked.row(rows.text(Field.ITEM), rows.text(Field.ASSESSOR), isTimed, at);
      if (label == null) {
        verdicts.addPending(
            grading,
            selection.method(),
            selection.inclusionProbability(),
            selection.stratum(),
            selection.blindness(),
            selection.ofItem());
      } else {
        verdicts.add(
            grading, rows.textOrEmpty(Field.REVIEWER), rows.grade(codes, label), at, selection);
      }
    }
    return verdicts.build();
  }

  /** Finds the grading that a verdict is about. */
  private static final class CheckedGrading {
    private static final int NONE = -1;

    private final Gradings gradings;
    private final int[] before; // the row before of the same item and assessor
    private final Map<Long, Integer> last = new HashMap<>();

    CheckedGrading(Gradings gradings) {
      this.gradings = gradings;
      this.before = new int[gradings.size()];
      for (int row = 0; row < before.length; row++) {
        Integer earlier =
            last.put(
                key(gradings.item().codes().get(row), gradings.assessor().codes().get(row)), row);
        before[row] = earlier == null ? NONE : earlier;
      }
    }

    private static long key(int item, int assessor) {
      return (long) item << Integer.SIZE | assessor;
    }

    /** The latest grading of the item by the assessor that the check can have seen. */
    int row(String item, String assessor, boolean isTimed, long at) {
      var i = gradings.item().ids().code(item);
      var a = gradings.assessor().ids().code(assessor);
      Integer row =
          i.isPresent() && a.isPresent() ? last.get(key(i.getAsInt(), a.getAsInt())) : null;
      if (row == null) {
        throw new IllegalArgumentException(
            "a verdict must be about one of the gradings, got item "
                + item
                + " of assessor "
                + assessor);
      }
      long[] times = gradings.gradedAt().orElse(null);
      if (times == null) {
        return row;
      }
      long until = isTimed ? at : Long.MAX_VALUE;
      int found = NONE;
      for (int r = row; r != NONE; r = before[r]) {
        if (times[r] <= until && (found == NONE || times[r] > times[found])) {
          found = r;
        }
      }
      if (found == NONE) {
        throw new IllegalArgumentException(
            "a check must not be before the grading, got item "
                + item
                + " of assessor "
                + assessor);
      }
      return found;
    }
  }
}
