package org.assay.io.protocol;

import org.assay.count.ConfusionMatrix;
import org.assay.count.RatingPatterns;
import org.assay.count.RatingRows;

/**
 * Ratings as counted from a request.
 *
 * @param grades the ordered grades with their scores
 * @param patterns items by count vector
 * @param rows items by rater; null when the request gave counts only
 */
record Ratings(GradeLabels grades, RatingPatterns patterns, RatingRows rows) {

  static Ratings of(GradeLabels grades, RatingRows rows) {
    return new Ratings(grades, rows.patterns(), rows);
  }

  boolean hasTwoRaters() {
    return rows != null && rows.raters() == 2;
  }

  ConfusionMatrix table() {
    return rows.pairs(0, 1);
  }

  /** Without the items that a rater did not rate. */
  Ratings complete() {
    return of(grades, rows.complete());
  }

  /** Columns, or the most ratings that an item has. */
  int raters() {
    if (rows != null) {
      return rows.raters();
    }
    int most = 0;
    var distinct = patterns.snapshot();
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
