package org.assay.plan;

import org.assay.internal.Check;

/**
 * What a plan must keep: at the acceptable quality it rejects with probability at most the
 * producer's risk, at the unacceptable quality it accepts with probability at most the consumer's
 * risk.
 *
 * @param model how errors are distributed
 * @param acceptable quality, in units of the model; below {@code unacceptable}
 * @param unacceptable quality, in units of the model
 * @param producerRisk in (0, 1)
 * @param consumerRisk in (0, 1)
 */
public record TwoPoint(
    ErrorModel model,
    double acceptable,
    double unacceptable,
    double producerRisk,
    double consumerRisk) {
  public TwoPoint {
    if (!(acceptable >= 0 && acceptable < unacceptable)) {
      throw new IllegalArgumentException(
          "acceptable must be in [0, unacceptable = " + unacceptable + "), got " + acceptable);
    }
    Check.closedUnit("unacceptable", model.rate(unacceptable));
    Check.openUnit("producerRisk", producerRisk);
    Check.openUnit("consumerRisk", consumerRisk);
  }

  /**
   * The promise of a QA level about a lot, in whole defective items.
   *
   * @param level its two rates and risks
   * @param lotSize items in the lot
   * @param reading whether a lot exactly at the level's limit is good
   * @return acceptable: the most items the acceptable rate allows; unacceptable: one more than the
   *     limit allows
   * @throws IllegalArgumentException if the lot is too small to tell the two apart
   */
  public static TwoPoint of(QaLevel level, long lotSize, Reading reading) {
    return new TwoPoint(
        ErrorModel.inLot(lotSize),
        (double) Reading.AT_MOST.largest(level.acceptable(), lotSize),
        reading.largest(level.unacceptable(), lotSize) + 1.0,
        level.producerRisk(),
        level.consumerRisk());
  }
}
