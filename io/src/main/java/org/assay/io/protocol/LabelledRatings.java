package org.assay.io.protocol;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.assay.io.BadInputException;
import org.assay.io.table.CsvTexts;

/**
 * Ratings as the protocol gives them, rows items and columns raters, turned into codes of grades.
 *
 * @param grades the labels in order, strings or numbers
 * @param codes one per item; codes[r] is a place in {@code grades} or {@link #MISSING}; items
 *     without any rating are left out
 * @param raters number of columns
 */
record LabelledRatings(List<Object> grades, List<int[]> codes, int raters) {
  /** The code of a rating that was not given. */
  static final int MISSING = -1;

  private static final Pattern PLAIN_NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?");
  private static final int MOST_DIGITS = 15;

  /**
   * Reads the {@code ratings} and {@code ratingsCsv} shapes.
   *
   * @param ratings rows of labels, null for missing; null when a file is given
   * @param ratingsCsv path of a CSV file; null when rows are given
   * @param declared the grades in order, null for those seen
   * @throws FieldException if a row is ragged, a label is neither a string nor a number, both kinds
   *     occur, or a label was not declared
   */
  static LabelledRatings of(List<List<Object>> ratings, String ratingsCsv, List<Object> declared) {
    if ((ratings == null) == (ratingsCsv == null)) {
      throw new FieldException("input", "input must have either ratings or ratingsCsv");
    }
    String field = ratings == null ? "input.ratingsCsv" : "input.ratings";
    List<List<Object>> rows = ratings;
    int raters = 0;
    if (ratings == null) {
      CsvTexts file = readCsv(ratingsCsv);
      raters = file.titles().size();
      rows = labels(file.rows(), declared);
    }
    raters = rows.isEmpty() ? raters : requireRectangular(rows, field);
    List<Object> grades = declared == null ? seen(rows, field) : declared;
    Map<Object, Integer> places = places(grades, declared == null ? field : "input.grades");
    var codes = new ArrayList<int[]>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      int[] row = new int[raters];
      boolean rated = false;
      for (int r = 0; r < raters; r++) {
        Object label = rows.get(i).get(r);
        Integer place = label == null ? Integer.valueOf(MISSING) : places.get(Labels.key(label));
        if (place == null) {
          throw new FieldException(
              field + "[" + i + "][" + r + "]", Labels.mismatch(grades, label));
        }
        row[r] = place;
        rated |= place != MISSING;
      }
      if (rated) {
        codes.add(row);
      }
    }
    return new LabelledRatings(List.copyOf(grades), codes, raters);
  }

  /** The items that every rater rated. */
  LabelledRatings complete() {
    List<int[]> kept =
        codes.stream().filter(row -> Arrays.stream(row).allMatch(code -> code != MISSING)).toList();
    return new LabelledRatings(grades, kept, raters);
  }

  /** The scores that weights are computed from: the numbers, or 1..K for strings. */
  double[] scores() {
    return scores(grades);
  }

  /**
   * The scores of grades.
   *
   * @param grades strings or numbers
   */
  static double[] scores(List<Object> grades) {
    boolean numbers = grades.stream().allMatch(Number.class::isInstance);
    return IntStream.range(0, grades.size())
        .mapToDouble(g -> numbers ? ((Number) grades.get(g)).doubleValue() : g + 1)
        .toArray();
  }

  private static CsvTexts readCsv(String path) {
    try {
      return CsvTexts.read(Path.of(path));
    } catch (BadInputException | InvalidPathException e) {
      throw new FieldException("input.ratingsCsv", e.getMessage());
    }
  }

  /** Fields as numbers when all are plain ones and no text was declared, else as texts. */
  private static List<List<Object>> labels(List<List<String>> lines, List<Object> declared) {
    boolean numbers =
        (declared == null || declared.stream().noneMatch(String.class::isInstance))
            && lines.stream()
                .flatMap(List::stream)
                .allMatch(field -> field.isEmpty() || isPlainNumber(field));
    return lines.stream()
        .map(line -> line.stream().map(field -> label(field, numbers)).toList())
        .toList();
  }

  private static boolean isPlainNumber(String field) {
    return PLAIN_NUMBER.matcher(field).matches()
        && field.chars().filter(Character::isDigit).count() <= MOST_DIGITS;
  }

  private static Object label(String field, boolean number) {
    if (field.isEmpty()) {
      return null;
    }
    if (!number) {
      return field;
    }
    return field.contains(".") ? (Object) Double.valueOf(field) : Long.valueOf(field);
  }

  private static int requireRectangular(List<List<Object>> rows, String field) {
    int raters = rows.get(0).size();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).size() != raters) {
        throw new FieldException(
            field + "[" + i + "]",
            "ratings must be rectangular: row "
                + i
                + " has length "
                + rows.get(i).size()
                + ", row 0 has length "
                + raters);
      }
    }
    return raters;
  }

  private static List<Object> seen(List<List<Object>> rows, String field) {
    List<Object> labels =
        rows.stream().flatMap(List::stream).filter(Objects::nonNull).distinct().toList();
    if (!labels.stream().allMatch(Number.class::isInstance)
        && !labels.stream().allMatch(String.class::isInstance)) {
      throw new FieldException(field, "labels must be all strings or all numbers");
    }
    for (Object label : labels) {
      if (!Labels.isLabel(label)) {
        throw new FieldException(field, "labels must be finite numbers, got " + label);
      }
    }
    var ordered = new TreeSet<Object>(Labels.ORDER);
    labels.forEach(label -> ordered.add(Labels.plain(label)));
    return List.copyOf(ordered);
  }

  /** Checks declared grades: strings or numbers, all different. */
  static void requireGrades(String field, List<Object> grades) {
    places(grades, field);
  }

  private static Map<Object, Integer> places(List<Object> grades, String field) {
    var places = new HashMap<Object, Integer>();
    for (int g = 0; g < grades.size(); g++) {
      Object label = grades.get(g);
      if (!Labels.isLabel(label)) {
        throw new FieldException(field, "grades must be strings or finite numbers, got " + label);
      }
      if (places.put(Labels.key(label), g) != null) {
        throw new FieldException(field, "grades must differ, got " + label + " twice");
      }
    }
    return places;
  }
}
