package org.assay.drift;

import org.assay.drift.AssessorTrend.Baseline;
import org.assay.internal.Check;
import org.assay.internal.Hypergeometric;
import org.assay.internal.Risk;

/**
 * Exact limits for the number of errors among some checks when the normal rate is known only from a
 * baseline.
 *
 * <p>If the rate is the same in both, then given the errors of both together those of the period
 * are hypergeometric, whatever the rate. A number of errors is within the limits when neither tail
 * of that distribution, the number itself included, is below (1 - confidenceLevel) / 2. So a period
 * falls outside by chance with probability at most 1 - confidenceLevel, baseline error included;
 * binomial limits at the estimated rate would not keep that.
 *
 * <p><b>Source.</b> Thatcher (1964), JRSS B 26, 176-192 (binomial prediction limits).
 */
final class PeriodLimits {
  private final Baseline baseline;
  private final double tail;

  PeriodLimits(Baseline baseline, double confidenceLevel) {
    this.baseline = baseline;
    this.tail = Risk.half(Check.openUnit("confidenceLevel", confidenceLevel));
  }

  /** Fewest errors among that many checks that are no surprise. */
  long fewest(long checked) {
    long few = -1; // too few
    long enough = checked;
    while (enough - few > 1) {
      long x = (few + enough) >>> 1;
      if (isSurprise(together(x, checked).tails(x).lower())) {
        few = x;
      } else {
        enough = x;
      }
    }
    return enough;
  }

  /** Most errors among that many checks that are no surprise. */
  long most(long checked) {
    long enough = 0;
    long many = checked + 1; // too many
    while (many - enough > 1) {
      long x = (enough + many) >>> 1;
      if (isSurprise(together(x, checked).tails(x - 1).upper())) {
        many = x;
      } else {
        enough = x;
      }
    }
    return enough;
  }

  // A tail that equals its part, up to rounding, is not below it.
  private boolean isSurprise(double probability) {
    return !Risk.isAtMost(tail, probability);
  }

  private Hypergeometric together(long errors, long checked) {
    return new Hypergeometric(baseline.checked() + checked, baseline.errors() + errors, checked);
  }
}
