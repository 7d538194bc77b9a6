package org.assay.plan;

import org.assay.internal.Check;
import org.assay.internal.IntegerSearch;
import org.assay.internal.PlanSearch;

/**
 * Single plans of Dodge and Romig, computed for the lot at hand: the least average total inspection
 * at the usual quality, rejected lots being checked throughout.
 *
 * <p>Their printed tables cover classes of lot sizes and qualities with one plan each, rounded to
 * multiples of 5; computed plans are a little better for every single lot. <b>Source.</b> Dodge and
 * Romig (1959), Sampling Inspection Tables, 2nd edition.
 */
public final class DodgeRomig {
  private DodgeRomig() {}

  /**
   * The plan for a lot tolerance.
   *
   * @param lotSize items in the lot
   * @param tolerance rate at which a lot is accepted with at most the consumer's risk
   * @param consumerRisk in (0, 1), with Dodge and Romig 0.1
   * @param processAverage usual rate, in [0, tolerance)
   * @return plan with the least average total inspection at the usual rate
   */
  public static StagedPlan lotTolerance(
      long lotSize, double tolerance, double consumerRisk, double processAverage) {
    Check.openUnit("tolerance", tolerance);
    Check.openUnit("consumerRisk", consumerRisk);
    requireBelow(processAverage, tolerance);
    ErrorModel lot = ErrorModel.inLot(lotSize);
    double quality = lot.quality(tolerance);
    return leastInspection(
        lotSize,
        processAverage,
        c ->
            quality < 1
                ? PlanSearch.NONE
                : SingleSampling.smallestSize(lot, quality, consumerRisk, c));
  }

  /**
   * The plan for an average outgoing quality limit.
   *
   * <p>With Poisson errors the limit of (n, c) is y (1/n - 1/N), where y is the largest x P(X &lt;=
   * c | x).
   *
   * @param lotSize items in the lot
   * @param limit largest average rate of outgoing lots, whatever the incoming rate
   * @param processAverage usual rate, in [0, 1)
   * @return plan with the least average total inspection at the usual rate
   */
  public static StagedPlan outgoingLimit(long lotSize, double limit, double processAverage) {
    Check.openUnit("limit", limit);
    Check.closedUnit("processAverage", processAverage);
    return leastInspection(
        lotSize,
        processAverage,
        c -> {
          double y = largestOutgoing(c);
          return (long) Math.ceil(y * lotSize / (limit * lotSize + y));
        });
  }

  private static StagedPlan leastInspection(
      long lotSize, double rate, java.util.function.LongUnaryOperator sizeOf) {
    var model = new ErrorModel(ErrorModel.Kind.BINOMIAL, lotSize);
    StagedPlan best = null;
    double least = Double.POSITIVE_INFINITY;
    for (long c = 0; c < lotSize; c++) {
      long n = sizeOf.applyAsLong(c);
      if (n == PlanSearch.NONE || n > lotSize || n >= least) {
        break;
      }
      StagedPlan plan = StagedPlan.single(n, c);
      double total = OperatingCharacteristic.at(plan, model, rate).averageTotalInspection().value();
      if (total < least) {
        best = plan;
        least = total;
      }
    }
    return best == null ? StagedPlan.single(lotSize, 0) : best;
  }

  // Largest x P(X <= c | Poisson mean x): where P(X <= c) = x P(X = c), in steps then halving.
  private static double largestOutgoing(long c) {
    long steps = 1L << 40;
    double scale = (c + 5) / (double) steps * 2;
    long peak =
        IntegerSearch.first(
            1,
            steps,
            steps / 4,
            k -> {
              var errors = ErrorModel.POISSON.errors(1, k * scale);
              return errors.tails(c).lower() <= k * scale * errors.mass((double) c);
            });
    double x = peak * scale;
    return x * ErrorModel.POISSON.errors(1, x).tails(c).lower();
  }

  private static void requireBelow(double processAverage, double tolerance) {
    if (!(processAverage >= 0 && processAverage < tolerance)) {
      throw new IllegalArgumentException(
          "processAverage must be in [0, " + tolerance + "), got " + processAverage);
    }
  }
}
