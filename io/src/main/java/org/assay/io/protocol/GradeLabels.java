package org.assay.io.protocol;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** The ordered grades of a request: labels, codes and scores. */
final class GradeLabels {
  private final List<Object> labels; // each a String or a Double
  private final Map<Object, Integer> codes = new HashMap<>();

  private GradeLabels(List<Object> labels) {
    this.labels = labels;
    for (Object label : labels) {
      codes.put(label, codes.size());
    }
  }

  /** Declared grades, in their order. */
  static GradeLabels declared(String field, List<Object> grades) {
    var distinct = new LinkedHashSet<Object>();
    for (int k = 0; k < grades.size(); k++) {
      String where = field + "[" + k + "]";
      if (grades.get(k) == null) {
        throw new FieldException(where, "a grade must be a string or a number, got null");
      }
      if (!distinct.add(label(where, grades.get(k)))) {
        throw new FieldException(
            where, "grades must be different, got " + grades.get(k) + " twice");
      }
    }
    if (distinct.isEmpty()) {
      throw new FieldException(field, "grades must not be empty");
    }
    return new GradeLabels(List.copyOf(distinct));
  }

  /** The labels seen: numbers in numeric order, then strings in code-point order. */
  static GradeLabels seen(Collection<Object> labels) {
    Comparator<Object> numbersFirst = Comparator.comparing(label -> label instanceof String);
    return new GradeLabels(
        labels.stream()
            .sorted(
                numbersFirst.thenComparing(
                    (a, b) ->
                        a instanceof String s && b instanceof String t
                            ? Arrays.compare(s.codePoints().toArray(), t.codePoints().toArray())
                            : Double.compare((Double) a, (Double) b)))
            .toList());
  }

  /** Grades 1 .. K. */
  static GradeLabels numbered(int grades) {
    Double[] labels = new Double[grades];
    Arrays.setAll(labels, k -> k + 1.0);
    return new GradeLabels(List.of((Object[]) labels));
  }

  /** A label in the one form in which equal labels are equal: 1, 1.0 and 1L are the same number. */
  static Object label(String field, Object value) {
    if (value instanceof String) {
      return value;
    }
    if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
      return number.doubleValue() + 0.0; // -0.0 becomes 0.0
    }
    throw new FieldException(field, "a label must be a string or a finite number, got " + value);
  }

  int size() {
    return labels.size();
  }

  int code(String field, Object label) {
    Integer code = codes.get(label);
    if (code == null) {
      throw new FieldException(field, "label must be one of " + shown() + ", got " + shown(label));
    }
    return code;
  }

  /** Numeric labels are the scores; else the scores are 1 .. K. */
  double[] scores() {
    boolean numeric = labels.stream().allMatch(Double.class::isInstance);
    double[] scores = new double[labels.size()];
    Arrays.setAll(scores, k -> numeric ? (Double) labels.get(k) : k + 1);
    return scores;
  }

  /** The labels as they are printed: whole numbers without a point. */
  List<Object> shown() {
    return labels.stream().map(GradeLabels::shown).toList();
  }

  private static Object shown(Object label) {
    return label instanceof Double x && x == Math.rint(x) && Math.abs(x) < 1e15
        ? (Object) x.longValue()
        : label;
  }
}
