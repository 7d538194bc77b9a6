package org.assay.io.protocol;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assay.data.Codes;
import org.assay.io.protocol.LatentOperation.Grading;
import org.assay.io.protocol.LatentOperation.Input;
import org.assay.latent.ItemGradings;

/**
 * The gradings of op {@code latent} as codes, with what the codes stand for.
 *
 * @param grades labels in order
 * @param items ids in the order of their first grading
 * @param assessors ids in the order of their first grading
 * @param data the gradings by item; null with fewer than two grades
 */
record LatentGradings(
    List<Object> grades, List<String> items, List<String> assessors, ItemGradings data) {
  private static final Pattern ROW = Pattern.compile("input\\.ratings\\[(\\d+)]\\[0]");

  static LatentGradings of(Input input) {
    List<Grading> rows = input.gradings();
    if (rows.isEmpty()) {
      throw new FieldException("input.gradings", "gradings must have at least one grading");
    }
    Map<String, Object> known = input.known() == null ? Map.of() : input.known();
    LabelledRatings labelled = labelled(rows, known, input.grades());
    var items = new LinkedHashMap<String, Integer>();
    var assessors = new LinkedHashMap<String, Integer>();
    int[] item = new int[rows.size()];
    int[] assessor = new int[rows.size()];
    int[] grade = new int[rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      item[i] = code(items, text(rows.get(i).item()));
      assessor[i] = code(assessors, text(rows.get(i).assessor()));
      grade[i] = labelled.codes().get(i)[0];
    }
    int[] right = new int[items.size()];
    Arrays.fill(right, ItemGradings.UNKNOWN);
    int next = rows.size();
    for (String id : known.keySet()) {
      Integer code = items.get(id);
      if (code == null) {
        throw new FieldException("input.known", "known items must be graded, got " + id);
      }
      right[code] = labelled.codes().get(next++)[0];
    }
    ItemGradings data =
        labelled.grades().size() < 2
            ? null
            : ItemGradings.of(
                    Codes.of(item),
                    Codes.of(assessor),
                    Codes.of(grade),
                    items.size(),
                    assessors.size(),
                    labelled.grades().size())
                .withKnown(right);
    return new LatentGradings(
        labelled.grades(), List.copyOf(items.keySet()), List.copyOf(assessors.keySet()), data);
  }

  private static int code(Map<String, Integer> codes, String id) {
    return codes.computeIfAbsent(id, each -> codes.size());
  }

  private static String text(Object id) {
    return Labels.key(id) instanceof BigDecimal number ? number.toPlainString() : id.toString();
  }

  // Grades are read like the ratings of one rater, those of known items after the others.
  private static LabelledRatings labelled(
      List<Grading> rows, Map<String, Object> known, List<Object> grades) {
    var labels = new ArrayList<List<Object>>();
    rows.forEach(row -> labels.add(List.of(row.grade())));
    known.values().forEach(grade -> labels.add(List.of(grade)));
    try {
      return LabelledRatings.of(labels, null, grades);
    } catch (FieldException e) {
      Matcher row = ROW.matcher(e.field());
      if (row.matches()) {
        int at = Integer.parseInt(row.group(1));
        throw new FieldException(
            at < rows.size() ? "input.gradings[" + at + "][2]" : "input.known", e.getMessage());
      }
      throw new FieldException(
          e.field().replace("input.ratings", "input.gradings"), e.getMessage());
    }
  }
}
