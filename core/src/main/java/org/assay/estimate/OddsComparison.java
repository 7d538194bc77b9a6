package org.assay.estimate;

import org.assay.internal.Check;
import org.assay.internal.HypergeometricSum;
import org.assay.internal.Risk;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/**
 * Errors found in one group of checks beside those found in the rest of the same strata: exact,
 * whatever the rate of each stratum is.
 *
 * <p>With N checks and M errors in a stratum, n of the checks in the group, the group's errors have
 * a hypergeometric law when both find alike; over strata they are a sum of such counts, and with
 * odds that differ by a common factor the same law tilted.
 *
 * <pre>{@code
 * expected = sum of n (M - x) / (N - n)            what the rest would have found in their place
 * p        = 2 min(P(X >= x), P(X <= x)), at most 1
 * limits   : the odds ratios at which P(X >= x) and P(X <= x) are half of 1 - confidence
 * }</pre>
 *
 * <p>Strata with checks of one side only say nothing and are left out. <b>What it assumes.</b>
 * Checks of a stratum are independent. <b>Source.</b> Cornfield (1956), Proc. Third Berkeley
 * Symposium 4, 135-148; Mehta, Patel and Gray (1985), JASA 80, 969-973.
 *
 * @param checked checks of the group in strata that have others, too
 * @param found errors among them
 * @param expected what the others would have found there
 * @param others checks of the others in these strata
 * @param lowerOdds lower limit of the odds ratio, at least 0
 * @param upperOdds upper limit; undefined (NOT_IDENTIFIED) when the data set none
 * @param pValue two-sided; 1 when only one outcome was possible
 */
public record OddsComparison(
    long checked,
    long found,
    double expected,
    long others,
    double lowerOdds,
    Outcome upperOdds,
    double pValue) {
  public OddsComparison {
    Check.atLeast("checked", 0, checked);
    Check.range("found", 0, checked, found);
    Check.closedUnit("pValue", pValue);
  }

  /** From the law at equal odds. */
  static OddsComparison of(
      HypergeometricSum law,
      long checked,
      long found,
      double expected,
      long others,
      double confidence) {
    double tail = Risk.half(confidence);
    double upper = law.upperOddsRatio(found, tail);
    double p =
        law.minimum() == law.maximum()
            ? 1
            : Math.min(1, 2 * Math.min(law.atLeast(found, 1), 1 - law.atLeast(found + 1, 1)));
    return new OddsComparison(
        checked,
        found,
        expected,
        others,
        law.lowerOddsRatio(found, tail),
        Double.isInfinite(upper) ? Outcome.undefined(Undefined.NOT_IDENTIFIED) : Outcome.of(upper),
        p);
  }
}
