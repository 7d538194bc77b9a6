package org.assay.io.protocol;

import java.util.List;
import org.assay.count.ConfusionMatrix;
import org.assay.count.DistinctVectors;
import org.assay.count.RatingPatterns;
import org.assay.count.RatingRows;

/**
 * Ratings as counted from a request.
 *
 * @param grades the ordered grades, strings or numbers
 * @param patterns items by count vector
 * @param rows items by rater; null when the request gave counts only
 * @param isGraded whether a grade was declared or seen; else one that nobody used stands in
 */
record Ratings(List<Object> grades, RatingPatterns patterns, RatingRows rows, boolean isGraded) {

  static Ratings of(List<Object> grades, RatingRows rows) {
    return new Ratings(grades, rows.patterns(), rows, true);
  }

  /** The grades that were declared or seen. */
  List<Object> known() {
    return isGraded ? grades : List.of();
  }

  boolean hasTwoRaters() {
    return rows != null && rows.raters() == 2;
  }

  ConfusionMatrix table() {
    return rows.pairs(0, 1);
  }

  double[] scores() {
    return LabelledRatings.scores(grades);
  }

  /** Without the items that a rater did not rate. */
  Ratings complete() {
    RatingRows kept = rows.complete();
    return new Ratings(grades, kept.patterns(), kept, isGraded);
  }

  /** Columns, or the most ratings that an item has. */
  int raters() {
    if (rows != null) {
      return rows.raters();
    }
    int most = 0;
    DistinctVectors distinct = patterns.snapshot();
    for (int v = 0; v < distinct.size(); v++) {
      int ratings = 0;
      for (int c : distinct.vector(v)) {
        ratings += c;
      }
      most = Math.max(most, ratings);
    }
    return most;
  }
}
