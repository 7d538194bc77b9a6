package org.assay.size;

import org.assay.internal.Check;
import org.assay.internal.PlanSearch;
import org.assay.internal.Risk;
import org.assay.interval.FiniteLotBound;
import org.assay.interval.PoissonInterval;
import org.assay.interval.ProportionInterval;
import org.assay.interval.ProportionInterval.Sides;
import org.assay.plan.ErrorModel;
import org.assay.plan.Lot.Reading;
import org.assay.plan.SampleSize;
import org.assay.plan.SingleSampling;

/**
 * The smallest sample that shows "at most p" when it finds as many errors as expected: its
 * one-sided upper limit (Clopper-Pearson, Poisson, or exact in a lot) is at most p.
 *
 * <p>Inverse of the bound, and what audit tables print. A sample finds a whole number of errors, so
 * an expected rate stands for ceil(rate n). <b>Cost.</b> Some twenty tail probabilities for a fixed
 * number of errors; for a rate, that for each number of errors up to the answer.
 *
 * @param model how errors are distributed
 * @param atMost p, in (0, 1)
 * @param strict whether the limit must be below p: "less than p" instead of "at most p"
 * @param confidenceLevel in (0, 1)
 */
public record BoundSize(ErrorModel model, double atMost, boolean strict, double confidenceLevel) {
  public BoundSize {
    Check.openUnit("atMost", atMost);
    Check.openUnit("confidenceLevel", confidenceLevel);
  }

  /**
   * For a number of errors.
   *
   * @param errors expected in the sample, at least 0
   * @return the size and the upper limit it gives
   * @throws IllegalArgumentException if no sample is large enough
   */
  public SampleSize forErrors(long errors) {
    Check.atLeast("expectedErrors", 0, errors);
    return sized(errors, size(errors));
  }

  /**
   * For an error rate.
   *
   * @param rate expected, in [0, atMost)
   * @return the size and the upper limit it gives with ceil(rate n) errors
   * @throws IllegalArgumentException if no sample is large enough
   */
  public SampleSize forRate(double rate) {
    if (!(rate >= 0 && rate < atMost)) {
      throw new IllegalArgumentException(
          "expectedRate must be in [0, " + atMost + "), got " + rate);
    }
    for (long errors = 0; ; errors++) {
      long size = size(errors);
      if (size == PlanSearch.NONE) {
        return sized(errors, size);
      }
      // the first sample that expects that many errors, if it is larger
      long n = rate == 0 ? size : Math.max(size, (long) Math.floor((errors - 1) / rate) + 1);
      if (expected(rate, n) == errors) {
        return sized(errors, n);
      }
    }
  }

  // ceil(rate n), but 7 for 0.07 * 100, which is 7.000000000000001
  private static long expected(double rate, long n) {
    double errors = rate * n;
    return Math.abs(errors - Math.rint(errors)) < 1e-12 * n
        ? Math.round(errors)
        : (long) Math.ceil(errors);
  }

  private long size(long errors) {
    if (model.kind() == ErrorModel.Kind.HYPERGEOMETRIC) {
      return sizeInLot(errors);
    }
    return size(atMost, errors);
  }

  // Rules out the smallest count that is too much.
  private long sizeInLot(long errors) {
    long lot = model.lotSize();
    long tooMuch = (strict ? Reading.LESS_THAN : Reading.AT_MOST).largest(atMost, lot) + 1;
    if (errors >= tooMuch) {
      return PlanSearch.NONE;
    }
    return size((double) tooMuch, errors);
  }

  private long size(double quality, long errors) {
    return SingleSampling.size(model, quality, Risk.complement(confidenceLevel), errors)
        .orElse(PlanSearch.NONE);
  }

  private SampleSize sized(long errors, long n) {
    if (n == PlanSearch.NONE) {
      throw new IllegalArgumentException(
          "atMost must be above what "
              + errors
              + " errors allow within "
              + model.largestSample()
              + " checks, got "
              + atMost);
    }
    double upper =
        switch (model.kind()) {
          case BINOMIAL ->
              ProportionInterval.CLOPPER_PEARSON
                  .of(errors, n, confidenceLevel, Sides.UPPER)
                  .upper();
          case POISSON -> PoissonInterval.ofRate(errors, n, confidenceLevel, Sides.UPPER).upper();
          case HYPERGEOMETRIC ->
              FiniteLotBound.of(errors, n, model.lotSize(), confidenceLevel, Sides.UPPER)
                  .asRate()
                  .upper();
        };
    return new SampleSize(n, upper);
  }
}
