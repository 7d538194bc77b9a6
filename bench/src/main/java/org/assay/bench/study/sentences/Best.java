package org.assay.bench.study.sentences;

import org.assay.interval.FiniteLotBound;
import org.assay.interval.ProportionInterval;
import org.assay.interval.Sides;
import org.assay.result.Interval;

/** Valid 95 % intervals that the report's are compared with. */
final class Best {
  static final String HYPERGEOMETRIC = "exact hypergeometric";
  static final String CLUSTERS =
      "Clopper-Pearson on items: with any error (upper), all wrong (lower)";
  static final String INDEPENDENT = "Clopper-Pearson, as if independent";
  private static final double CONFIDENCE = 0.95;

  private Best() {}

  static Interval lot(long errors, long checked, long size) {
    return FiniteLotBound.of(errors, checked, size, CONFIDENCE, Sides.TWO).asRate();
  }

  static Interval independent(long errors, long checked) {
    return ProportionInterval.CLOPPER_PEARSON.of(errors, checked, CONFIDENCE);
  }

  /**
   * The mean share of errors of an item lies between the share of items with nothing but errors and
   * that of items with any.
   */
  static Interval clusters(long all, long any, long checked) {
    return new Interval(
        independent(all, checked).lower(), independent(any, checked).upper(), CONFIDENCE, "items");
  }
}
