package org.assay.estimate;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.assay.internal.Check;
import org.assay.interval.FiniteLotBound;
import org.assay.interval.Sides;
import org.assay.interval.WeightedClopperPearson;
import org.assay.result.Interval;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/**
 * Rate of an error class in the population, from a random sample with recorded inclusion
 * probabilities.
 *
 * <pre>{@code
 * w  = f_h / pi         f_h = (sum of 1/pi over the selected of class h) / (the same over its checked)
 * R  = sum of w over the errors / sum of w over the domain                                    (Hajek)
 * z  = w (e - R) / sum of w      0 outside the domain
 * SE^2 = sum over h of  n_h / (n_h - 1) * sum over the checked of h of (1 - 1/w) (z - mean z)^2
 * }</pre>
 *
 * f_h is 1 when everything selected was checked; otherwise the checked stand for the pending and
 * for those checked the other way in the same stratum, strata with fewer than 20 checks being
 * pooled (weighting-class adjustment). A stratum with one check that is not the whole of it has no
 * variance of its own: its z is taken around 0, the mean of all z (the choice {@code adjust} of R's
 * survey package). What has no check to stand for it is not in the estimate; {@link #covered()}
 * says what share is.
 *
 * <p><b>Bounds</b> are those of {@link WeightedClopperPearson}, w over the sum of w being the share
 * of the population that a check stands for and (1 - 1/w) what the finite population takes off a
 * variance; and never outside what the unchecked can still do: errors known / N to (N - clean
 * known) / N. The heaviest w that is assumed for one more error is that of checks that could have
 * been one.
 *
 * <p>They were chosen by simulation ({@code bench/results/design-rate-coverage.md}): with few
 * errors the effective sample of Korn and Graubard falls far below its nominal 95 %, because the
 * one error seen may be in a stratum that weighs little, and capping it by Kish's size, as if
 * errors were spread evenly, still gives 88 % when they all sit in the stratum that was looked at
 * least. These bounds keep 95 % in every design tried. At zero errors in strata of equal sample
 * size they ask for more clean checks than either; proportional allocation needs no more than a
 * simple random sample.
 *
 * <p>A simple random sample of a lot (one stratum, one probability) has the exact hypergeometric
 * bounds of {@link FiniteLotBound} instead; a census leaves one value.
 *
 * <p><b>Source.</b> Hajek (1971); Saerndal, Swensson and Wretman (1992), Model Assisted Survey
 * Sampling, sections 5.8 and 15.6; Fay and Feuer (1997). Rate and SE agree with {@code svymean} of
 * R survey 4.1.1 for stratified samples.
 *
 * <p>Immutable and thread-safe.
 */
public final class DesignRate {
  private static final long LARGEST_LOT = 1_000_000_000;

  private final long checked;
  private final long errors;
  private final long unread;
  private final int strata;
  private final double population; // N of the domain, estimated from the weights
  private final double covered;
  private final Outcome rate;
  private final Outcome standardError;
  private final double errorVariance; // v of the bounds
  private final double largestShare;
  private final double largestVariance;
  private final double sumOfSquares; // of w over the domain
  private final long lot; // 0 unless the checks are a simple random sample of a known lot

  DesignRate(Sums s) {
    this.checked = s.errors + s.clean;
    this.errors = s.errors;
    this.unread = s.unread;
    this.strata = s.strata;
    this.population = s.domain;
    this.covered = s.covered();
    boolean defined = checked > 0;
    this.lot = defined && s.isSimple() ? s.lot() : 0;
    double simple = (double) errors / Math.max(1, checked); // where weights cancel, no rounding
    this.rate =
        defined
            ? Outcome.of(lot > 0 ? simple : s.rate())
            : Outcome.undefined(Undefined.TOO_FEW_ITEMS);
    this.standardError =
        checked > 1 || (defined && s.largest <= 1)
            ? Outcome.of(Math.sqrt(s.variance.at(s.rate(), s.domain)))
            : Outcome.undefined(Undefined.TOO_FEW_ITEMS);
    double squared = population * population;
    this.errorVariance = defined ? Math.max(0, s.errorVariance) / squared : 0;
    this.largestShare = defined ? s.largest / population : 0;
    this.largestVariance = defined ? s.largest * (s.largest - 1) / squared : 0;
    this.sumOfSquares = s.squares;
  }

  /** Sums over strata. */
  static final class Sums {
    long errors;
    long clean;
    long unread;
    int strata;
    double domain;
    double errorWeight;
    double squares;
    double errorVariance;
    double largest;
    final StratumVariance variance = new StratumVariance();
    boolean oneProbability = true;
    private final WeightingClasses classes;

    Sums(WeightingClasses classes) {
      this.classes = classes;
    }

    /** One stratum, one probability, everything in the domain, a whole number of gradings. */
    boolean isSimple() {
      return strata == 1
          && oneProbability
          && covered() == 1
          && lot() >= errors + clean
          && lot() <= LARGEST_LOT
          && Math.abs(domain - lot()) <= 1e-6 * domain;
    }

    double covered() {
      return classes.covered();
    }

    long lot() {
      return Math.round(domain);
    }

    double rate() {
      return Math.min(1, errorWeight / domain);
    }

    void add(DesignSample.Stratum s) {
      WeightingClasses.Totals totals = s.selected.totals;
      unread += totals.unread();
      if (totals.checked() == 0) {
        return;
      }
      strata++;
      oneProbability &= s.selected.smallest == s.selected.largest;
      oneProbability &= s.errors + s.clean == totals.checked();
      if (s.errors + s.clean == 0) {
        return; // outside the domain
      }
      double f = classes.factor(totals);
      errors += s.errors;
      clean += s.clean;
      domain += f * (s.errorWeight + s.cleanWeight);
      errorWeight += f * s.errorWeight;
      squares += f * f * (s.errorSquares + s.cleanSquares);
      errorVariance += f * f * s.errorSquares - f * s.errorWeight;
      largest = Math.max(largest, f * s.largest);
      variance.add(s, f, 1);
    }
  }

  /**
   * Checks the rate stands on.
   *
   * @return errors and clean checks of the domain
   */
  public long checked() {
    return checked;
  }

  /**
   * Errors among them, not weighted.
   *
   * @return in [0, checked]
   */
  public long errors() {
    return errors;
  }

  /**
   * Selected gradings without a check that may be used.
   *
   * @return pending, or checked the other way
   */
  public long unread() {
    return unread;
  }

  /**
   * Strata the rate stands on.
   *
   * @return strata with at least one check
   */
  public int strata() {
    return strata;
  }

  /**
   * Size of the population the rate is about, as the weights give it.
   *
   * @return sum of the weights, at least {@link #checked()}
   */
  public double population() {
    return population;
  }

  /**
   * Share of the selected population that some check stands for.
   *
   * @return in [0, 1]
   */
  public double covered() {
    return covered;
  }

  /**
   * The rate R.
   *
   * @return in [0, 1]; undefined TOO_FEW_ITEMS without a check
   */
  public Outcome rate() {
    return rate;
  }

  /**
   * Linearised standard error with finite population correction.
   *
   * @return at least 0; undefined TOO_FEW_ITEMS with fewer than two checks
   */
  public Outcome standardError() {
    return standardError;
  }

  /**
   * Checks of a simple random sample with the same spread of weights, by Kish.
   *
   * @return (sum of w)^2 / sum of w^2, in (0, checked]; empty without a check
   */
  public OptionalDouble kishSampleSize() {
    return checked == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(population * population / sumOfSquares);
  }

  /**
   * Checks of a simple random sample with the same standard error: R (1 - R) / SE^2.
   *
   * @return empty when the rate is 0 or 1 or the standard error is 0 or undefined
   */
  public OptionalDouble effectiveSampleSize() {
    if (!standardError.isDefined() || standardError.value() == 0) {
      return OptionalDouble.empty();
    }
    double r = rate.value();
    double se = standardError.value();
    return r > 0 && r < 1 ? OptionalDouble.of(r * (1 - r) / (se * se)) : OptionalDouble.empty();
  }

  /**
   * The lot, when the checks are a simple random sample of it: one stratum and one probability.
   *
   * @return number of gradings; empty for another design, or a lot above 10^9
   */
  public OptionalLong lot() {
    return lot > 0 ? OptionalLong.of(lot) : OptionalLong.empty();
  }

  /**
   * Checks of a simple random sample with the same upper bound.
   *
   * @return y+ / v+ of {@link WeightedClopperPearson}; {@link #checked()} when nothing is uncertain
   */
  double effectiveChecks() {
    double variance = errorVariance + largestVariance;
    return variance > 0 ? (rate.value() + largestShare) / variance : checked;
  }

  /**
   * Errors of that sample.
   *
   * @return in [0, effectiveChecks]
   */
  double effectiveErrors() {
    double n = effectiveChecks();
    return Math.min(n, Math.max(0, n * (rate.value() + largestShare) - 1));
  }

  /**
   * One-sided upper bound of the rate.
   *
   * @param confidenceLevel in (0, 1)
   * @return in [rate, 1]; 1 without a check
   */
  public double upperBound(double confidenceLevel) {
    Check.openUnit("confidenceLevel", confidenceLevel);
    if (checked == 0) {
      return 1;
    }
    if (lot > 0) {
      return FiniteLotBound.of(errors, checked, lot, confidenceLevel, Sides.UPPER).asRate().upper();
    }
    double worst = 1 - (checked - errors) / population; // every unchecked grading an error
    double limit =
        largestVariance > 0
            ? WeightedClopperPearson.upper(
                rate.value(), errorVariance, largestShare, largestVariance, confidenceLevel)
            : rate.value(); // no error is possible, or nothing is left to check
    return Math.max(rate.value(), Math.min(limit, worst));
  }

  /**
   * One-sided lower bound of the rate.
   *
   * @param confidenceLevel in (0, 1)
   * @return in [0, rate]; 0 without a check
   */
  public double lowerBound(double confidenceLevel) {
    Check.openUnit("confidenceLevel", confidenceLevel);
    if (checked == 0) {
      return 0;
    }
    if (lot > 0) {
      return FiniteLotBound.of(errors, checked, lot, confidenceLevel, Sides.LOWER).asRate().lower();
    }
    double best = errors / population;
    double limit = WeightedClopperPearson.lower(rate.value(), errorVariance, confidenceLevel);
    return Math.min(rate.value(), Math.max(limit, best));
  }

  /**
   * Two-sided interval of the rate, half of 1 - confidenceLevel on each side.
   *
   * @param confidenceLevel in (0, 1)
   * @return contains the rate; [0, 1] without a check
   */
  public Interval interval(double confidenceLevel) {
    double oneSided = (1 + Check.openUnit("confidenceLevel", confidenceLevel)) / 2;
    return new Interval(
        lowerBound(oneSided),
        upperBound(oneSided),
        confidenceLevel,
        lot > 0 ? "hypergeometric" : "weightedClopperPearson");
  }
}
