package org.assay.bench.study.sentences;

import java.util.List;
import org.assay.interval.FiniteLotBound;
import org.assay.interval.ProportionInterval;
import org.assay.interval.ProportionInterval.Sides;
import org.assay.result.Interval;

/** Valid 95 % intervals that the report's are compared with. */
final class Best {
  static final String HYPERGEOMETRIC =
      "exact hypergeometric, unresolved clean (lower), errors (upper)";
  static final String CLUSTERS =
      "exact hypergeometric of items: with any error (upper), all wrong (lower)";
  static final String STRATA = "exact hypergeometric by stratum, each at 1 - .05 / strata";
  static final String INDEPENDENT = "Clopper-Pearson, as if independent";
  static final String PROCESS = "Clopper-Pearson of the process";
  private static final double CONFIDENCE = 0.95;

  private Best() {}

  static Interval lot(long errors, long checked, long size) {
    return FiniteLotBound.of(errors, checked, size, CONFIDENCE, Sides.TWO).asRate();
  }

  /** Holds whatever the unresolved are: all clean at the lower limit, all errors at the upper. */
  static Interval lot(long errors, long unresolved, long read, long size) {
    return new Interval(
        lot(errors, read + unresolved, size).lower(),
        lot(errors + unresolved, read + unresolved, size).upper(),
        CONFIDENCE,
        "unresolved");
  }

  static Interval independent(long errors, long checked) {
    return ProportionInterval.CLOPPER_PEARSON.of(errors, checked, CONFIDENCE);
  }

  /**
   * The mean share of errors of an item lies between the share of items with nothing but errors and
   * that of items with any.
   */
  static Interval clusters(long all, long any, long checked, long items) {
    return new Interval(
        lot(all, checked, items).lower(), lot(any, checked, items).upper(), CONFIDENCE, "items");
  }

  /** What a sample of a stratum found. */
  record Stratum(long errors, long checked, long size) {}

  /** Every stratum's count lies within its limits with the confidence; so does their sum. */
  static Interval strata(List<Stratum> strata) {
    double each = 1 - (1 - CONFIDENCE) / strata.size();
    double lower = 0;
    double upper = 0;
    long all = 0;
    for (Stratum s : strata) {
      FiniteLotBound bound = FiniteLotBound.of(s.errors(), s.checked(), s.size(), each, Sides.TWO);
      lower += bound.lowerCount();
      upper += bound.upperCount();
      all += s.size();
    }
    return new Interval(lower / all, upper / all, CONFIDENCE, "strata");
  }
}
