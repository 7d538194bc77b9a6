package org.assay.agreement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assay.count.ConfusionMatrix;
import org.assay.count.RatingPatterns;
import org.assay.count.RatingRows;

/** Reads the published examples of {@code datasets/agreement} and those written out in tests. */
final class Published {
  private static final Path FOLDER = Path.of("..", "datasets", "agreement");

  private Published() {}

  /** Items by rater with the grades seen, in order, as their scores. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Ratings(RatingRows rows, double[] scores) {
    RatingPatterns patterns() {
      return rows.patterns();
    }
  }

  static ConfusionMatrix table(String rows) {
    return ConfusionMatrix.of(
        Arrays.stream(rows.split("/"))
            .map(row -> Arrays.stream(row.strip().split(" +")).mapToLong(Long::parseLong).toArray())
            .toArray(long[][]::new));
  }

  /** Columns of a CSV file of ratings; an empty field is missing. */
  static Ratings ratings(String file, int fromColumn, int toColumn) {
    return ratings(
        lines(file).stream()
            .map(line -> Arrays.asList(line.split(",", -1)).subList(fromColumn, toColumn))
            .toList());
  }

  static Ratings ratings(String file) {
    return ratings(file, 0, lines(file).get(0).split(",", -1).length);
  }

  /** Items written as one character a rater, '.' for missing, separated by spaces. */
  static Ratings inline(String items) {
    return ratings(
        Arrays.stream(items.strip().split("\\s+"))
            .map(item -> Arrays.asList(item.replace('.', ' ').split("")))
            .toList());
  }

  private static Ratings ratings(List<List<String>> items) {
    double[] scores =
        items.stream()
            .flatMap(List::stream)
            .filter(label -> !label.isBlank())
            .mapToDouble(Published::score)
            .distinct()
            .sorted()
            .toArray();
    var rows = RatingRows.create(items.get(0).size(), scores.length);
    for (List<String> item : items) {
      rows.add(
          item.stream()
              .mapToInt(
                  label ->
                      label.isBlank()
                          ? RatingRows.MISSING
                          : Arrays.binarySearch(scores, score(label)))
              .toArray());
    }
    return new Ratings(rows, scores);
  }

  private static double score(String label) {
    return Character.isLetter(label.charAt(0)) ? label.charAt(0) : Double.parseDouble(label);
  }

  /** Columns of a CSV file of counts per grade. */
  static RatingPatterns counts(String file, int fromColumn, int toColumn) {
    return RatingPatterns.of(
        lines(file).stream()
            .map(
                line ->
                    Arrays.stream(line.split(",", -1), fromColumn, toColumn)
                        .mapToInt(Integer::parseInt)
                        .toArray())
            .toArray(int[][]::new));
  }

  /** Data lines of a file, without source and header. */
  static List<String> lines(String file) {
    try {
      var lines = new ArrayList<>(Files.readAllLines(FOLDER.resolve(file)));
      return lines.subList(2, lines.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
