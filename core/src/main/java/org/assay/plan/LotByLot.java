package org.assay.plan;

import org.assay.internal.Check;

/** Schemes that let the lots before decide how much of this one is checked. */
public final class LotByLot {
  private LotByLot() {}

  /**
   * Chain sampling ChSP-1: accept at no error, and at one error when the i lots before had none.
   *
   * <pre>{@code
   * Pa = P(0) + P(1) P(0)^i
   * }</pre>
   *
   * <p><b>Source.</b> Dodge (1955), Industrial Quality Control 11(4), 10-13.
   *
   * @param model how errors are distributed
   * @param sampleSize n of each lot
   * @param previous i, at least 1
   * @param rate error rate of every lot
   * @return probability of acceptance
   */
  public static double chainAcceptance(
      ErrorModel model, long sampleSize, int previous, double rate) {
    Check.range("sampleSize", 1, model.largestSample(), sampleSize);
    Check.atLeast("previous", 1, previous);
    var errors = model.errors(sampleSize, model.quality(rate));
    double none = errors.mass(0);
    return none + errors.mass(1) * Math.pow(none, previous);
  }

  /**
   * A skip-lot plan at one quality.
   *
   * @param accept long-run probability that a lot is accepted, inspected or not
   * @param inspected long-run share of lots that are inspected
   */
  public record SkipLot(double accept, double inspected) {}

  /**
   * Skip-lot plan SkSP-2: after i lots accepted in a row inspect only a fraction f of the lots,
   * until one is rejected.
   *
   * <pre>{@code
   * F  = f / (f + (1 - f) P^i)              share of lots inspected
   * Pa = (f P + (1 - f) P^i) / (f + (1 - f) P^i)
   * }</pre>
   *
   * <p><b>Source.</b> Perry (1973), Journal of Quality Technology 5, 123-130.
   *
   * @param reference P, probability that the reference plan accepts a lot, in [0, 1]
   * @param clearance i, at least 1
   * @param fraction f, in (0, 1)
   * @return long-run behaviour
   */
  public static SkipLot skip(double reference, int clearance, double fraction) {
    Check.closedUnit("reference", reference);
    Check.atLeast("clearance", 1, clearance);
    Check.openUnit("fraction", fraction);
    double skips = (1 - fraction) * Math.pow(reference, clearance);
    return new SkipLot(
        (fraction * reference + skips) / (fraction + skips), fraction / (fraction + skips));
  }
}
