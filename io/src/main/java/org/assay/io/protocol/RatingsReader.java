package org.assay.io.protocol;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.assay.count.ConfusionMatrix;
import org.assay.count.RatingPatterns;
import org.assay.count.RatingRows;

/** Counts the ratings of a request, whatever their shape. */
final class RatingsReader {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private RatingsReader() {}

  static Ratings read(RatingsInput input) {
    long shapes =
        Arrays.asList(input.ratings(), input.counts(), input.table(), input.ratingsCsv()).stream()
            .filter(shape -> shape != null)
            .count();
    if (shapes != 1) {
      throw new FieldException(
          "input", "give one of ratings, counts, table and ratingsCsv, got " + shapes);
    }
    if (input.counts() != null) {
      return counts(input);
    }
    if (input.table() != null) {
      return table(input);
    }
    return input.ratings() != null
        ? wide("input.ratings", input.ratings(), input.grades())
        : wide("input.ratingsCsv", csv(input.ratingsCsv()), input.grades());
  }

  private static Ratings wide(String field, List<List<Object>> items, List<Object> grades) {
    if (items.isEmpty() || items.get(0) == null || items.get(0).isEmpty()) {
      throw new FieldException(field, "ratings must have an item and a rater");
    }
    int raters = items.get(0).size();
    var seen = new LinkedHashSet<Object>();
    var labels = new ArrayList<Object[]>(items.size());
    for (int i = 0; i < items.size(); i++) {
      List<Object> row = items.get(i);
      requireLength(field, i, row, raters);
      Object[] of = new Object[raters];
      for (int r = 0; r < raters; r++) {
        if (row.get(r) != null) {
          of[r] = GradeLabels.label(cell(field, i, r), row.get(r));
          seen.add(of[r]);
        }
      }
      labels.add(of);
    }
    GradeLabels domain =
        grades != null
            ? GradeLabels.declared("input.grades", grades)
            : seen.isEmpty() ? GradeLabels.numbered(1) : GradeLabels.seen(seen);
    RatingRows rows = RatingRows.create(raters, domain.size());
    int[] codes = new int[raters];
    for (int i = 0; i < labels.size(); i++) {
      Object[] of = labels.get(i);
      for (int r = 0; r < raters; r++) {
        codes[r] = of[r] == null ? RatingRows.MISSING : domain.code(cell(field, i, r), of[r]);
      }
      rows.add(codes);
    }
    return Ratings.of(domain, rows);
  }

  private static Ratings counts(RatingsInput input) {
    List<List<Long>> items = input.counts();
    if (items.isEmpty() || items.get(0) == null || items.get(0).isEmpty()) {
      throw new FieldException("input.counts", "counts must have an item and a grade");
    }
    int grades = items.get(0).size();
    GradeLabels domain = domain(input, grades);
    RatingPatterns patterns = RatingPatterns.create(grades);
    int[] item = new int[grades];
    for (int i = 0; i < items.size(); i++) {
      requireLength("input.counts", i, items.get(i), grades);
      for (int k = 0; k < grades; k++) {
        item[k] = (int) count("input.counts", i, k, items.get(i).get(k), Integer.MAX_VALUE);
      }
      patterns.add(item);
    }
    return new Ratings(domain, patterns, null);
  }

  private static Ratings table(RatingsInput input) {
    List<List<Long>> rows = input.table();
    if (rows.isEmpty()) {
      throw new FieldException("input.table", "table must have a row");
    }
    GradeLabels domain = domain(input, rows.size());
    ConfusionMatrix table = ConfusionMatrix.create(rows.size());
    for (int k = 0; k < rows.size(); k++) {
      requireLength("input.table", k, rows.get(k), rows.size());
      for (int l = 0; l < rows.size(); l++) {
        table.add(k, l, count("input.table", k, l, rows.get(k).get(l), 1L << 53));
      }
    }
    return Ratings.of(domain, RatingRows.of(table));
  }

  private static GradeLabels domain(RatingsInput input, int grades) {
    if (input.grades() == null) {
      return GradeLabels.numbered(grades);
    }
    GradeLabels domain = GradeLabels.declared("input.grades", input.grades());
    if (domain.size() != grades) {
      throw new FieldException(
          "input.grades", "grades must have length " + grades + ", got " + domain.size());
    }
    return domain;
  }

  private static long count(String field, int i, int k, Long count, long most) {
    if (count == null || count < 0 || count > most) {
      throw new FieldException(
          cell(field, i, k), "a count must be a whole number in [0, " + most + "], got " + count);
    }
    return count;
  }

  private static void requireLength(String field, int i, List<?> row, int length) {
    if (row == null || row.size() != length) {
      throw new FieldException(
          field + "[" + i + "]",
          "rows must have length "
              + length
              + ", row "
              + i
              + " has "
              + (row == null ? "none" : "length " + row.size()));
    }
  }

  private static String cell(String field, int row, int column) {
    return field + "[" + row + "][" + column + "]";
  }

  private static List<List<Object>> csv(String path) {
    var items = new ArrayList<List<Object>>();
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(Path.of(path))) {
      boolean header = true;
      for (CsvRecord record : reader) {
        if (!header) {
          items.add(record.getFields().stream().map(RatingsReader::label).toList());
        }
        header = false;
      }
    } catch (IOException | UncheckedIOException | InvalidPathException e) {
      throw new FieldException("input.ratingsCsv", "ratingsCsv cannot be read: " + e.getMessage());
    }
    return items;
  }

  private static Object label(String field) {
    if (field.isEmpty()) {
      return null;
    }
    return NUMBER.matcher(field).matches() ? (Object) Double.valueOf(field) : field;
  }
}
