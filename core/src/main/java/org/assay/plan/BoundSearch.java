package org.assay.plan;

import java.util.function.DoublePredicate;

/** Where a property of qualities stops holding. */
final class BoundSearch {
  private static final double RELATIVE = 1e-12;

  private BoundSearch() {}

  /**
   * The last quality that has a property which holds up to some quality and not beyond.
   *
   * @param holds a quality for which it holds (or is taken to)
   * @param fails a larger quality for which it does not
   * @param whole whether qualities are whole numbers
   * @param property the property
   * @return the last one; of rates, within a relative 1e-12
   */
  static double last(double holds, double fails, boolean whole, DoublePredicate property) {
    double low = holds;
    double high = fails;
    while (whole ? high - low > 1 : high - low > RELATIVE * Math.max(1e-6, Math.abs(high))) {
      double middle = whole ? Math.floor((low + high) / 2) : (low + high) / 2;
      if (property.test(middle)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
