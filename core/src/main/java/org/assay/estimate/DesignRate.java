package org.assay.estimate;

import java.util.OptionalLong;
import org.assay.estimate.RateSums.Evidence;
import org.assay.internal.Check;
import org.assay.internal.Hypergeometric;
import org.assay.interval.FiniteLotBound;
import org.assay.interval.ProportionInterval.Sides;
import org.assay.interval.WeightedClopperPearson;
import org.assay.plan.LimitPValues;
import org.assay.plan.Lot.Reading;
import org.assay.result.Interval;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/**
 * Rate of an error class in the population, from a random sample with recorded inclusion
 * probabilities.
 *
 * <pre>{@code
 * w  = f_h / pi    f_h by CheckWeights
 * R  = sum of w over the errors / sum of w over the domain                                    (Hajek)
 * z  = sum over the checks of a drawn unit of w (e - R) / sum of w      0 outside the domain
 * SE^2 = sum over h of  n_h / (n_h - 1) * sum over the units of h of (1 - 1/w) (z - mean z)^2
 * }</pre>
 *
 * n_h counts the units sampled in stratum h, whether they are in the scope or not, so that a scope
 * is a domain of the design. A drawn unit is a grading, or the item where one verdict checks
 * several gradings of it: errors of one item may be one error seen several times.
 *
 * <p><b>Bounds</b> are those of {@link WeightedClopperPearson}, with the share of the population
 * that the errors of a unit stand for in place of a single weight; and never outside what the
 * unchecked can still do: errors known / N to (N - clean known) / N. The heaviest share that is
 * assumed for one more error is that of all gradings of a unit that could have been errors, of
 * everything the design selected, read or not; under PPS also all that the selected do not account
 * for. Four things count at their worst:
 *
 * <ul>
 *   <li>a selection without a usable verdict is an error for the upper bound where it can be one,
 *       and none for the lower bound;
 *   <li>what no check of the basis stands for, and what the design could not select without that
 *       having been declared, is all errors for the upper bound and none for the lower one: with
 *       {@link #covered()} = c the bounds are c U + 1 - c and c L.
 * </ul>
 *
 * <p>They were chosen by simulation ({@code bench/results/design-rate-coverage.md}): with few
 * errors the effective sample of Korn and Graubard falls far below its nominal 95 %, because the
 * one error seen may be in a stratum that weighs little, and capping it by Kish's size, as if
 * errors were spread evenly, still gives 88 % when they all sit in the stratum that was looked at
 * least. At zero errors in strata of equal sample size these bounds ask for more clean checks than
 * either; proportional allocation needs no more than a simple random sample.
 *
 * <p>A simple random sample of gradings from a stratum of known size has the exact hypergeometric
 * bounds of {@link FiniteLotBound} instead, given how many of the scope were drawn; a census leaves
 * one value. Systematic samples are treated as if random.
 *
 * <p><b>Lot or process.</b> As it stands a rate is one of the lot: of the gradings made. {@link
 * #ofProcess()} is about the rate at which somebody makes errors, of which even the whole lot is a
 * sample: no finite population correction, and no bound by what is left.
 *
 * <p><b>Source.</b> Hajek (1971); Saerndal, Swensson and Wretman (1992), Model Assisted Survey
 * Sampling, sections 5.8 and 15.6; Fay and Feuer (1997). Rate and SE agree with {@code svymean} of
 * R survey 4.1.1 for stratified samples.
 *
 * <p>Immutable and thread-safe.
 */
public final class DesignRate {
  private static final long LARGEST_LOT = 1_000_000_000;

  private final RateSums sums;
  private final DesignScope.Claim claim;
  private final long unread;
  private final boolean isProcess;
  private final Outcome rate;
  private final long lot; // 0 unless the checks are a simple random sample of a known lot
  private final boolean isOneWeight;

  DesignRate(RateSums sums, DesignScope.Claim claim, long unread) {
    this(sums, claim, unread, false);
  }

  private DesignRate(RateSums sums, DesignScope.Claim claim, long unread, boolean isProcess) {
    this.sums = sums;
    this.claim = claim;
    this.unread = unread;
    this.isProcess = isProcess;
    this.isOneWeight = checked() > 0 && sums.isWhole && claim.isSimple();
    boolean simple =
        isOneWeight && claim.gradings() >= sums.high.checked && claim.gradings() <= LARGEST_LOT;
    this.lot = simple && !isProcess ? Math.round(claim.gradings()) : 0;
    double exact = (double) errors() / Math.max(1, checked()); // where weights cancel
    this.rate =
        checked() == 0
            ? Outcome.undefined(Undefined.TOO_FEW_ITEMS)
            : Outcome.of(isOneWeight ? exact : sums.rate());
  }

  /**
   * The same checks as evidence of the process that made the gradings.
   *
   * @return bounds and standard error without finite population correction
   */
  public DesignRate ofProcess() {
    return isProcess ? this : new DesignRate(sums, claim, unread, true);
  }

  /** Whether the rate is about a process. */
  boolean isProcess() {
    return isProcess;
  }

  /** Whether it is about a process and every check stands for as much. */
  boolean isPlainProcess() {
    return isProcess && isOneWeight && claim.covered() == 1;
  }

  /**
   * What the checks would say if nothing were unresolved: the unresolved selections left out, as if
   * they were like the checked. For saying how much stands between; not a result.
   *
   * @return bounds that hold only if being unresolved has nothing to do with being wrong
   */
  public DesignRate withoutUnresolved() {
    return sums.unresolved == 0
        ? this
        : new DesignRate(sums.withoutUnresolved(), claim, unread, isProcess);
  }

  /**
   * Checks the rate stands on.
   *
   * @return errors and clean checks of the domain
   */
  public long checked() {
    return sums.errors + sums.clean;
  }

  /**
   * Errors among them, not weighted.
   *
   * @return in [0, checked]
   */
  public long errors() {
    return sums.errors;
  }

  /**
   * Selected gradings whose verdict is to come or could not be used.
   *
   * @return at least 0
   */
  public long unresolved() {
    return sums.unresolved;
  }

  /**
   * Selected gradings that were checked, or will be, in a way that may not be used.
   *
   * @return at least 0
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
    return sums.strata;
  }

  /**
   * Size of the population the rate is about: the gradings that could be selected where all are in
   * the domain and their number is known, otherwise the sum of the weights.
   *
   * @return at least {@link #checked()}
   */
  public double population() {
    return lot > 0 ? lot : sums.high.domain;
  }

  /**
   * Share of the gradings of the scope that some check stands for.
   *
   * @return in [0, 1]
   */
  public double covered() {
    return claim.covered();
  }

  /**
   * The rate R, of what is covered.
   *
   * @return in [0, 1]; undefined TOO_FEW_ITEMS without a check
   */
  public Outcome rate() {
    return rate;
  }

  /**
   * Linearised standard error, with finite population correction for a lot.
   *
   * @return at least 0; undefined TOO_FEW_ITEMS with fewer than two checks
   */
  public Outcome standardError() {
    if (lot > 0 && lot == checked()) {
      return Outcome.of(0); // nothing is left
    }
    boolean isCensus = checked() > 0 && sums.high.largest <= 1;
    if (checked() < 2 && !isCensus) {
      return Outcome.undefined(Undefined.TOO_FEW_ITEMS);
    }
    double squared =
        isProcess
            ? sums.process.at(sums.rate(), sums.domain)
            : sums.variance.at(sums.rate(), sums.domain);
    return Outcome.of(Math.sqrt(squared));
  }

  /**
   * Checks of a simple random sample with the same spread of weights, by Kish.
   *
   * @return (sum of w)^2 / sum of w^2, over drawn units, in (0, checked]; undefined TOO_FEW_ITEMS
   *     without a check
   */
  public Outcome kishSampleSize() {
    return checked() == 0
        ? Outcome.undefined(Undefined.TOO_FEW_ITEMS)
        : Outcome.of(sums.domain * sums.domain / sums.squares);
  }

  /**
   * Checks of a simple random sample with the same standard error: R (1 - R) / SE^2.
   *
   * @return undefined where the standard error is, and ZERO_VARIANCE when it is 0 or the rate is 0
   *     or 1
   */
  public Outcome effectiveSampleSize() {
    Outcome error = standardError();
    if (!error.defined()) {
      return error;
    }
    double r = rate.value();
    return r > 0 && r < 1 && error.value() > 0
        ? Outcome.of(r * (1 - r) / (error.value() * error.value()))
        : Outcome.undefined(Undefined.ZERO_VARIANCE);
  }

  /**
   * The lot, when the checks are a simple random sample of it: one stratum and one weight.
   *
   * @return number of gradings; empty for a process, another design, or a lot above 10^9
   */
  public OptionalLong lot() {
    return lot > 0 ? OptionalLong.of(lot) : OptionalLong.empty();
  }

  /** Gradings that the design can select; 0 when that is not known, or above 10^9. */
  long selectable() {
    return claim.gradings() <= LARGEST_LOT ? Math.round(claim.gradings()) : 0;
  }

  /**
   * Checks of a simple random sample with the same upper bound.
   *
   * @return y+ / v+ of {@link WeightedClopperPearson}; {@link #checked()} when nothing is uncertain
   */
  double effectiveChecks() {
    Share high = new Share(sums.high);
    double variance = high.variance + high.largestVariance;
    return variance > 0 ? (high.rate + high.largest) / variance : checked();
  }

  /**
   * Errors of that sample.
   *
   * @return in [0, effectiveChecks]
   */
  double effectiveErrors() {
    Share high = new Share(sums.high);
    double n = effectiveChecks();
    return Math.min(n, Math.max(0, n * (high.rate + high.largest) - 1));
  }

  /** Evidence as shares of the population. */
  private final class Share {
    final double rate;
    final double variance;
    final double largest;
    final double largestVariance;

    Share(Evidence e) {
      double squared = e.domain * e.domain;
      boolean none = e.domain == 0;
      rate = none ? 0 : Math.min(1, e.errorWeight / e.domain);
      variance = none ? 0 : Math.max(0, e.errorSquares - (isProcess ? 0 : e.errorFirsts)) / squared;
      largest = none ? 0 : e.largest / e.domain;
      largestVariance = none ? 0 : (isProcess ? e.largest * e.largest : e.largestSquare) / squared;
    }
  }

  /**
   * One-sided upper bound of the rate.
   *
   * @param confidenceLevel in (0, 1)
   * @return in [rate, 1]; 1 without a check
   */
  public double upperBound(double confidenceLevel) {
    Check.openUnit("confidenceLevel", confidenceLevel);
    if (checked() == 0) {
      return 1;
    }
    double c = claim.covered();
    return Math.max(rate.value() * c, Math.min(1, c * coveredUpper(confidenceLevel) + (1 - c)));
  }

  private double coveredUpper(double confidenceLevel) {
    Evidence e = sums.high;
    if (lot > 0) {
      return FiniteLotBound.of(e.errors, e.checked, lot, confidenceLevel, Sides.UPPER)
          .asRate()
          .upper();
    }
    Share high = new Share(e);
    double limit =
        high.largestVariance > 0
            ? WeightedClopperPearson.upper(
                high.rate, high.variance, high.largest, high.largestVariance, confidenceLevel)
            : high.rate; // no error is possible, or nothing is left to check
    return Math.max(high.rate, Math.min(limit, worst()));
  }

  // Every unchecked grading an error.
  private double worst() {
    Evidence e = sums.high;
    return isProcess ? 1 : 1 - (e.checked - e.errors) / Math.max(e.domain, (double) e.checked);
  }

  // No unchecked grading an error.
  private double best() {
    return isProcess ? 0 : sums.low.errors / Math.max(1, sums.low.domain);
  }

  /**
   * One-sided lower bound of the rate.
   *
   * @param confidenceLevel in (0, 1)
   * @return in [0, rate]; 0 without a check
   */
  public double lowerBound(double confidenceLevel) {
    Check.openUnit("confidenceLevel", confidenceLevel);
    if (checked() == 0) {
      return 0;
    }
    return Math.min(rate.value(), claim.covered() * coveredLower(confidenceLevel));
  }

  private double coveredLower(double confidenceLevel) {
    Evidence e = sums.low;
    if (lot > 0) {
      return FiniteLotBound.of(e.errors, e.checked, lot, confidenceLevel, Sides.LOWER)
          .asRate()
          .lower();
    }
    Share low = new Share(e);
    double limit = WeightedClopperPearson.lower(low.rate, low.variance, confidenceLevel);
    return Math.min(low.rate, Math.max(limit, best()));
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
        lot > 0 ? "hypergeometric" : isOneWeight ? "clopperPearson" : "weightedClopperPearson");
  }

  /**
   * The rate with what it stands on, as a record that any JSON library writes.
   *
   * @param confidenceLevel of the interval, in (0, 1)
   * @return the figures
   */
  public RateEstimate estimate(double confidenceLevel) {
    return new RateEstimate(
        rate(),
        interval(confidenceLevel),
        standardError(),
        checked(),
        errors(),
        unresolved(),
        covered());
  }

  /**
   * What the checks say against each side of a limit. The state they give is the one that the
   * bounds give.
   *
   * @param limit rate in (0, 1) that is allowed at most
   * @return p-values with everything unread and uncovered at its worst; 1 without a check
   */
  public LimitPValues pValues(double limit) {
    Check.openUnit("limit", limit);
    return checked() == 0 || claim.covered() == 0
        ? LimitPValues.NONE
        : new LimitPValues(soFew(limit), soMany(limit));
  }

  private double soFew(double limit) {
    double c = claim.covered();
    Evidence e = sums.high;
    if (lot > 0) {
      long all = Math.round(lot / c);
      long kept = Reading.AT_MOST.largest(limit, all) - (all - lot);
      return kept < 0
          ? 1
          : kept >= lot - e.checked + e.errors
              ? 0
              : new Hypergeometric(lot, kept + 1, e.checked).tails(e.errors).lower();
    }
    double own = (limit - (1 - c)) / c;
    Share high = new Share(e);
    if (own < high.rate) {
      return 1;
    }
    if (high.largestVariance <= 0 || worst() <= own) {
      return 0;
    }
    return own <= 0
        ? 1
        : WeightedClopperPearson.upperRisk(
            high.rate, high.variance, high.largest, high.largestVariance, own);
  }

  private double soMany(double limit) {
    double c = claim.covered();
    Evidence e = sums.low;
    if (lot > 0) {
      long kept = Reading.AT_MOST.largest(limit, Math.round(lot / c));
      return kept < e.errors
          ? 0
          : e.errors == 0 || kept >= lot
              ? 1
              : new Hypergeometric(lot, kept, e.checked).tails(e.errors - 1).upper();
    }
    double own = limit / c;
    Share low = new Share(e);
    return own >= low.rate
        ? 1
        : best() > own ? 0 : WeightedClopperPearson.lowerRisk(low.rate, low.variance, own);
  }
}
