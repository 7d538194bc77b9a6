package org.assay.drift;

import java.util.Objects;
import java.util.Optional;

/**
 * A running one-sided Bernoulli CUSUM. After a signal it begins again at 0.
 *
 * <p>O(1) per check; three numbers of state. Not thread-safe.
 */
final class BernoulliCusum {
  private final CusumDesign design;
  private int value;
  private long checks;
  private long since;

  private BernoulliCusum(CusumDesign design) {
    this.design = Objects.requireNonNull(design, "design");
  }

  /**
   * A chart that has seen nothing yet.
   *
   * @param design its scores and limit
   * @return the chart
   */
  public static BernoulliCusum create(CusumDesign design) {
    return new BernoulliCusum(design);
  }

  /**
   * Adds the next check.
   *
   * @param error whether it found an error
   * @return the signal, when this check brings the chart to its limit
   */
  public Optional<ChangeSignal> add(boolean error) {
    value = design.after(value, error);
    checks++;
    if (value >= design.limit()) {
      var signal = new ChangeSignal(design.forIncrease(), since, checks - 1);
      value = 0;
      since = checks;
      return Optional.of(signal);
    }
    if (value == 0) {
      since = checks;
    }
    return Optional.empty();
  }

  /**
   * Where the chart stands.
   *
   * @return in [0, limit)
   */
  public int value() {
    return value;
  }

  /**
   * Number of checks added.
   *
   * @return at least 0
   */
  public long checks() {
    return checks;
  }
}
