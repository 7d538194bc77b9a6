package org.assay.io.protocol;

import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assay.count.ConfusionMatrix;
import org.assay.count.RatingPatterns;
import org.assay.count.RatingRows;

/** Counts the ratings of a request, whatever their shape. */
final class RatingsReader {
  private RatingsReader() {}

  static Ratings read(RatingsInput input) {
    long shapes =
        Stream.of(input.ratings(), input.counts(), input.table(), input.ratingsCsv())
            .filter(Objects::nonNull)
            .count();
    if (shapes != 1) {
      throw new FieldException(
          "input", "give one of ratings, counts, table and ratingsCsv, got " + shapes);
    }
    if (input.counts() != null) {
      return counts(input);
    }
    return input.table() != null ? table(input) : wide(input);
  }

  private static Ratings wide(RatingsInput input) {
    LabelledRatings labelled =
        LabelledRatings.of(input.ratings(), input.ratingsCsv(), input.grades());
    // Without any rating there is no grade either; one unused grade stands in.
    List<Object> grades = labelled.grades().isEmpty() ? numbered(1) : labelled.grades();
    RatingRows rows = RatingRows.create(Math.max(1, labelled.raters()), grades.size());
    labelled.codes().forEach(rows::add);
    return new Ratings(grades, rows.patterns(), rows, !labelled.grades().isEmpty());
  }

  private static Ratings counts(RatingsInput input) {
    List<List<Integer>> items = input.counts();
    if (items.isEmpty() || items.get(0).isEmpty()) {
      throw new FieldException("input.counts", "counts must have an item and a grade");
    }
    int grades = items.get(0).size();
    RatingPatterns patterns = RatingPatterns.create(grades);
    int[] item = new int[grades];
    for (int i = 0; i < items.size(); i++) {
      List<Integer> row = items.get(i);
      if (row.size() != grades) {
        throw new FieldException(
            "input.counts[" + i + "]",
            "counts must be rectangular: row "
                + i
                + " has length "
                + row.size()
                + ", row 0 has length "
                + grades);
      }
      for (int k = 0; k < grades; k++) {
        item[k] = row.get(k);
      }
      patterns.add(item);
    }
    return new Ratings(grades(input, grades), patterns, null, true);
  }

  private static Ratings table(RatingsInput input) {
    ConfusionMatrix table = CountTables.square("input.table", input.table());
    return Ratings.of(grades(input, table.grades()), RatingRows.of(table));
  }

  /** The declared grades of a table, or 1 .. K. */
  private static List<Object> grades(RatingsInput input, int size) {
    if (input.grades() == null) {
      return numbered(size);
    }
    LabelledRatings.requireGrades("input.grades", input.grades());
    if (input.grades().size() != size) {
      throw new FieldException(
          "input.grades", "grades must have length " + size + ", got " + input.grades().size());
    }
    return input.grades();
  }

  private static List<Object> numbered(int size) {
    return LongStream.rangeClosed(1, size).mapToObj(k -> (Object) k).toList();
  }
}
