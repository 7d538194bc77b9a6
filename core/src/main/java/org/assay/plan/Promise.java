package org.assay.plan;

import java.util.Locale;
import org.assay.internal.Check;
import org.assay.plan.Lot.Reading;

/**
 * What a plan promises: a lot of acceptable quality is rejected with probability at most the
 * producer's risk, a lot of unacceptable quality is accepted with probability at most the
 * consumer's risk.
 *
 * <p>So an ACCEPT shows that the quality is better than unacceptable, and a REJECT that it is worse
 * than <em>acceptable</em>. Whether it is worse than the limit, too, is what FAIL says: {@link
 * Evaluation#state}.
 *
 * <p>In a lot both qualities are whole numbers of defective items, so there is no reading left to
 * choose: "at most 3 %" of 1,000 is shown by ruling out 31 defective items, "less than 3 %" by
 * ruling out 30.
 *
 * @param lot what is checked
 * @param acceptable quality at which a lot should pass, below {@code unacceptable}
 * @param unacceptable quality at which a lot should fail
 * @param producerRisk in (0, 0.5)
 * @param consumerRisk in (0, 0.5)
 */
public record Promise(
    Lot lot, double acceptable, double unacceptable, double producerRisk, double consumerRisk) {
  public Promise {
    String what = lot.finite() ? "Count" : "";
    double most = lot.finite() ? lot.size() : 1;
    requireQuality("acceptable" + what, acceptable, lot, most);
    requireQuality("unacceptable" + what, unacceptable, lot, most);
    if (acceptable >= unacceptable) {
      throw new IllegalArgumentException(
          "acceptable"
              + what
              + " must be below unacceptable"
              + what
              + " ("
              + text(lot, unacceptable)
              + "), got "
              + text(lot, acceptable));
    }
    if (!lot.finite() && unacceptable == 1) {
      throw new IllegalArgumentException("unacceptable must be in (0, 1), got 1.0");
    }
    requireRisk("producerRisk", producerRisk);
    requireRisk("consumerRisk", consumerRisk);
  }

  /**
   * A promise about a lot, in defective items.
   *
   * @param lotSize items in the lot
   * @param acceptableCount defective items of an acceptable lot
   * @param unacceptableCount defective items of an unacceptable lot
   * @param producerRisk in (0, 0.5)
   * @param consumerRisk in (0, 0.5)
   * @return the promise
   */
  public static Promise inLot(
      long lotSize,
      long acceptableCount,
      long unacceptableCount,
      double producerRisk,
      double consumerRisk) {
    return new Promise(
        Lot.of(lotSize), acceptableCount, unacceptableCount, producerRisk, consumerRisk);
  }

  /**
   * A promise about an unlimited stream, in rates.
   *
   * @param acceptable acceptable rate
   * @param unacceptable unacceptable rate
   * @param producerRisk in (0, 0.5)
   * @param consumerRisk in (0, 0.5)
   * @return the promise
   */
  public static Promise ofRates(
      double acceptable, double unacceptable, double producerRisk, double consumerRisk) {
    return new Promise(Lot.UNLIMITED, acceptable, unacceptable, producerRisk, consumerRisk);
  }

  /**
   * A promise about a lot, in rates that are whole numbers of its items.
   *
   * <p>5 % of 90 items is 4.5: whether that means 4 or 5 is for a {@link Reading} or for counts to
   * say, and not for rounding.
   *
   * @param lotSize items in the lot
   * @param acceptable rate of an acceptable lot
   * @param unacceptable rate of an unacceptable lot
   * @param producerRisk in (0, 0.5)
   * @param consumerRisk in (0, 0.5)
   * @return the promise
   * @throws IllegalArgumentException if a rate means a fraction of an item
   */
  public static Promise ofRatesInLot(
      long lotSize,
      double acceptable,
      double unacceptable,
      double producerRisk,
      double consumerRisk) {
    return inLot(
        lotSize,
        wholeItems("acceptable", acceptable, lotSize),
        wholeItems("unacceptable", unacceptable, lotSize),
        producerRisk,
        consumerRisk);
  }

  // Compared as count / N, as readings are: 29 of 100 is 0.29, although 0.29 * 100 is less.
  private static long wholeItems(String name, double rate, long lotSize) {
    Check.closedUnit(name, rate);
    Check.atLeast("lotSize", 1, lotSize);
    double items = rate * lotSize;
    long count = Math.round(items);
    if ((double) count / lotSize != rate) {
      throw new IllegalArgumentException(
          name
              + " must be a whole number of the "
              + lotSize
              + " items, or be given as a count or with a reading (at most, less than), got "
              + rate
              + ", "
              + items
              + " items");
    }
    return count;
  }

  /**
   * What a QA level promises about a lot, in whole defective items.
   *
   * @param level its two rates and risks
   * @param lotSize items in the lot
   * @param reading whether a lot exactly at the level's limit is good
   * @return acceptable: the most items the acceptable rate allows; unacceptable: one more than the
   *     limit allows
   */
  public static Promise of(QaLevel level, long lotSize, Reading reading) {
    return inLot(
        lotSize,
        Reading.AT_MOST.largest(level.acceptable(), lotSize),
        reading.largest(level.unacceptable(), lotSize) + 1,
        level.producerRisk(),
        level.consumerRisk());
  }

  private static void requireQuality(String name, double quality, Lot lot, double most) {
    if (!(quality >= 0 && quality <= most)) {
      throw new IllegalArgumentException(
          name + " must be in [0, " + text(lot, most) + "], got " + text(lot, quality));
    }
    if (lot.finite() && quality != Math.rint(quality)) {
      throw new IllegalArgumentException(name + " must be a whole number of items, got " + quality);
    }
  }

  private static String text(Lot lot, double quality) {
    return lot.finite() && quality == Math.rint(quality)
        ? String.format(Locale.ROOT, "%.0f", quality)
        : Double.toString(quality);
  }

  private static void requireRisk(String name, double risk) {
    if (!(risk > 0 && risk < 0.5)) {
      throw new IllegalArgumentException(name + " must be in (0, 0.5), got " + risk);
    }
  }
}
