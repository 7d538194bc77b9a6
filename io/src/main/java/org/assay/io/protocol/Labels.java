package org.assay.io.protocol;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Labels of grades: strings, or numbers compared by value and exactly. */
final class Labels {
  /** Numbers by value, strings by code point. */
  static final Comparator<Object> ORDER =
      (a, b) ->
          a instanceof Number
              ? exact(a).compareTo(exact(b))
              : Arrays.compare(
                  ((String) a).codePoints().toArray(), ((String) b).codePoints().toArray());

  private Labels() {}

  /** Whether it can be a grade: a string or a finite number. */
  static boolean isLabel(Object label) {
    return label instanceof String
        || (label instanceof Number x && Double.isFinite(x.doubleValue()));
  }

  /** What equal labels have in common: 1, 1.0 and 1e0 are one number, and so are 0 and -0. */
  static Object key(Object label) {
    return label instanceof Number ? exact(label).stripTrailingZeros() : label;
  }

  private static BigDecimal exact(Object number) {
    return number instanceof Double x ? new BigDecimal(x) : new BigDecimal(number.toString());
  }

  /** The label as it goes into a result: without a sign of zero. */
  static Object plain(Object label) {
    return label instanceof Double x && x == 0 ? Double.valueOf(0) : label;
  }

  /** Why a rating is none of the grades, telling texts from numbers where that is the reason. */
  static String mismatch(List<Object> grades, Object label) {
    boolean texts = grades.stream().anyMatch(String.class::isInstance);
    boolean differs =
        label instanceof String ? grades.stream().anyMatch(Number.class::isInstance) : texts;
    return differs
        ? "rating must be one of "
            + grades.stream().map(Labels::quoted).collect(Collectors.joining(", ", "[", "]"))
            + ", which are "
            + (texts ? "texts" : "numbers")
            + ", got "
            + quoted(label)
        : "rating must be one of " + grades + ", got " + label;
  }

  private static String quoted(Object label) {
    return label instanceof String text ? '"' + text + '"' : String.valueOf(label);
  }
}
