package org.assay.io.protocol;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Ratings as the protocol gives them, rows items and columns raters, turned into codes of grades.
 *
 * @param grades the labels in order, strings or numbers
 * @param codes one an item; codes[r] is a place in {@code grades} or {@link #MISSING}; items
 *     without any rating are left out
 * @param raters number of columns
 */
record LabelledRatings(List<Object> grades, List<int[]> codes, int raters) {
  /** The code of a rating that was not given. */
  static final int MISSING = -1;

  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,15}");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,2})?");
  private static final Comparator<Object> NUMERIC =
      Comparator.comparingDouble(label -> ((Number) label).doubleValue());
  private static final Comparator<Object> BY_CODE_POINT =
      (a, b) ->
          Arrays.compare(((String) a).codePoints().toArray(), ((String) b).codePoints().toArray());

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
    List<List<Object>> rows = ratings == null ? readCsv(ratingsCsv) : ratings;
    String field = ratings == null ? "input.ratingsCsv" : "input.ratings";
    int raters = requireRectangular(rows, field);
    List<Object> grades = declared == null ? seen(rows, field) : declared;
    Map<Object, Integer> places = places(grades, declared == null ? field : "input.grades");
    var codes = new ArrayList<int[]>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      int[] row = new int[raters];
      boolean rated = false;
      for (int r = 0; r < raters; r++) {
        Object label = rows.get(i).get(r);
        Integer place = label == null ? Integer.valueOf(MISSING) : places.get(key(label));
        if (place == null) {
          throw new FieldException(
              field + "[" + i + "][" + r + "]",
              "rating must be one of " + grades + ", got " + label);
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

  private static List<List<Object>> readCsv(String path) {
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(Path.of(path))) {
      return reader.stream()
          .skip(1)
          .map(line -> line.getFields().stream().map(LabelledRatings::label).toList())
          .toList();
    } catch (IOException e) {
      throw new FieldException("input.ratingsCsv", "cannot read " + path + ": " + e.getMessage());
    }
  }

  private static Object label(String text) {
    if (text.isEmpty()) {
      return null;
    }
    if (WHOLE_NUMBER.matcher(text).matches()) {
      return Long.valueOf(text);
    }
    return NUMBER.matcher(text).matches() ? (Object) Double.valueOf(text) : text;
  }

  private static int requireRectangular(List<List<Object>> rows, String field) {
    int raters = rows.isEmpty() || rows.get(0) == null ? 0 : rows.get(0).size();
    for (int i = 0; i < rows.size(); i++) {
      int length = rows.get(i) == null ? 0 : rows.get(i).size();
      if (length != raters || rows.get(i) == null) {
        throw new FieldException(
            field + "[" + i + "]",
            "ratings must be rectangular: row "
                + i
                + " has length "
                + length
                + ", row 0 has length "
                + raters);
      }
    }
    return raters;
  }

  private static List<Object> seen(List<List<Object>> rows, String field) {
    List<Object> labels =
        rows.stream().flatMap(List::stream).filter(Objects::nonNull).distinct().toList();
    boolean numbers = labels.stream().allMatch(Number.class::isInstance);
    if (!numbers && !labels.stream().allMatch(String.class::isInstance)) {
      throw new FieldException(field, "labels must be all strings or all numbers");
    }
    var ordered = new TreeSet<Object>(numbers ? NUMERIC : BY_CODE_POINT);
    ordered.addAll(labels);
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
      boolean number = label instanceof Number x && Double.isFinite(x.doubleValue());
      if (!number && !(label instanceof String)) {
        throw new FieldException(field, "grades must be strings or finite numbers, got " + label);
      }
      if (places.put(key(label), g) != null) {
        throw new FieldException(field, "grades must differ, got " + label + " twice");
      }
    }
    return places;
  }

  // 1, 1.0 and 1e0 are the same number.
  private static Object key(Object label) {
    return label instanceof Number x ? (Object) (x.doubleValue() + 0.0) : label;
  }
}
