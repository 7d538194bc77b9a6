package org.assay.drift;

import java.util.List;
import java.util.Optional;

/**
 * A way to notice that errors have become more frequent, or rarer, than in a baseline.
 *
 * <p>A further one is a class that implements this, and a line in {@link Detectors}.
 */
interface Detector {
  /**
   * Looks through the events after a baseline.
   *
   * @param baseline the first periods, at least one
   * @param varianceFactor variance of the errors of a period over that of independent checks, at
   *     least 1
   * @param watched the events after them
   * @return what it noticed, in order; empty when the baseline is too short, or has too many
   *     errors, to keep the promise about false signals
   */
  Optional<List<ChangeSignal>> signals(
      PeriodCounts baseline, double varianceFactor, EventSequence watched);
}
