package org.assay.plan;

import java.util.Objects;
import org.assay.internal.Binomial;
import org.assay.internal.Check;
import org.assay.internal.DiscreteDistribution;
import org.assay.internal.Hypergeometric;
import org.assay.internal.Poisson;

/**
 * How the number of errors among some checks is distributed.
 *
 * <p>The <em>quality</em> is what a plan is judged at: an error rate, or in a lot drawn without
 * replacement the whole number of defective items in it.
 *
 * @param kind the distribution
 * @param lotSize items in the lot; 0 when it has no end, which a hypergeometric one must have
 */
public record ErrorModel(Kind kind, long lotSize) {
  /** Independent checks. */
  public static final ErrorModel BINOMIAL = new ErrorModel(Kind.BINOMIAL, 0);

  /** Errors that are counted, several to an item if need be. */
  public static final ErrorModel POISSON = new ErrorModel(Kind.POISSON, 0);

  private static final long LARGEST_SAMPLE = 1_000_000_000;

  /** A distribution of errors. */
  public enum Kind {
    /** Independent checks, each an error or not. */
    BINOMIAL,
    /** A count of errors. */
    POISSON,
    /** Checks drawn without replacement from a lot. */
    HYPERGEOMETRIC
  }

  public ErrorModel {
    Objects.requireNonNull(kind, "kind");
    Check.range("lotSize", kind == Kind.HYPERGEOMETRIC ? 1 : 0, Hypergeometric.LARGEST, lotSize);
  }

  /**
   * Checks without replacement from a lot.
   *
   * @param lotSize items in the lot, in [1, 3 * 10^9]
   * @return the model
   */
  public static ErrorModel inLot(long lotSize) {
    return new ErrorModel(Kind.HYPERGEOMETRIC, lotSize);
  }

  /**
   * Checks of what a promise is about.
   *
   * @param lot a lot, checked without replacement, or an unlimited stream
   * @return hypergeometric or binomial
   */
  public static ErrorModel of(Lot lot) {
    return lot.finite() ? inLot(lot.size()) : BINOMIAL;
  }

  /**
   * The quality a rate stands for.
   *
   * @param rate in [0, 1]; of counted errors at least 0, in errors per item
   * @return the rate, or of a lot the nearest whole number of defective items, halves to even
   */
  public double quality(double rate) {
    if (kind == Kind.POISSON && rate > 1) {
      return Check.finite("rate", rate);
    }
    Check.closedUnit("rate", rate);
    return kind == Kind.HYPERGEOMETRIC ? Math.rint(rate * lotSize) : rate;
  }

  /**
   * The rate of a quality.
   *
   * @param quality as of {@link #quality}
   * @return in [0, 1]
   */
  public double rate(double quality) {
    return kind == Kind.HYPERGEOMETRIC ? quality / lotSize : quality;
  }

  /**
   * The most that can be checked.
   *
   * @return the lot, or 10^9
   */
  public long largestSample() {
    return lotSize > 0 ? lotSize : LARGEST_SAMPLE;
  }

  /** Number of errors among the next n checks. */
  DiscreteDistribution errors(long n, double quality) {
    return errorsAfter(0, 0, n, quality);
  }

  /** Number of errors among the next n checks when some have been made and found some. */
  DiscreteDistribution errorsAfter(long checked, long found, long n, double quality) {
    return switch (kind) {
      case BINOMIAL -> new Binomial(n, quality);
      case POISSON -> n == 0 || quality == 0 ? new Binomial(n, 0) : new Poisson(n * quality);
      case HYPERGEOMETRIC ->
          lotSize == checked
              ? new Binomial(0, 0)
              : new Hypergeometric(lotSize - checked, (long) quality - found, n);
    };
  }

  /** About how many checks have c errors or fewer with the given probability. */
  long aboutSize(long c, double quality, double probability) {
    return (long)
        (kind == Kind.HYPERGEOMETRIC
            ? Tally.Approximation.size((double) c, quality, (double) lotSize, probability, true)
            : Tally.Approximation.size((double) c, quality, probability, true));
  }
}
