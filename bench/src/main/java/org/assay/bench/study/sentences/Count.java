package org.assay.bench.study.sentences;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.assay.interval.ProportionInterval;
import org.assay.result.Interval;

/**
 * How many statements of a kind were wrong.
 *
 * @param wrong of them
 * @param made in all
 * @param promised share that may be wrong at most
 */
record Count(int wrong, int made, double promised) {
  Count plus(boolean isWrong) {
    return new Count(wrong + (isWrong ? 1 : 0), made + 1, promised);
  }

  /** Exact 95 % limits (Clopper-Pearson) of the share that is wrong. */
  Interval share() {
    return ProportionInterval.CLOPPER_PEARSON.of(wrong, made, .95);
  }

  /** The probability of at least that many wrong ones if the promise is just kept. */
  double pValue() {
    if (wrong == 0) {
      return 1;
    }
    return promised == 0
        ? 0
        : BinomialDistribution.of(made, promised).survivalProbability(wrong - 1);
  }

  /** Whether the promise is broken, with that probability at most of saying so when it is kept. */
  boolean isBroken(double falseAlarm) {
    return pValue() < falseAlarm;
  }
}
