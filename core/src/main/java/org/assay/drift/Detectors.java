package org.assay.drift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.assay.drift.AssessorTrends.TrendOptions;

/**
 * All detectors together. They share the chance of a false signal evenly, which keeps the promise
 * of all of them whatever they have in common (Boole's inequality).
 */
final class Detectors implements Detector {
  private static final List<Function<TrendOptions, Detector>> ALL = List.of(CusumDetector::new);

  private final List<Detector> detectors;

  private Detectors(List<Detector> detectors) {
    this.detectors = detectors;
  }

  /** The detectors that a trend is watched with. */
  static Detectors of(TrendOptions options) {
    return of(ALL, options);
  }

  static Detectors of(List<Function<TrendOptions, Detector>> makers, TrendOptions options) {
    TrendOptions share =
        options.withFalseSignalProbability(options.falseSignalProbability() / makers.size());
    return new Detectors(makers.stream().map(maker -> maker.apply(share)).toList());
  }

  @Override
  public Optional<List<ChangeSignal>> signals(
      PeriodCounts baseline, double varianceFactor, EventSequence watched) {
    var signals = new ArrayList<ChangeSignal>();
    boolean any = false;
    for (Detector detector : detectors) {
      var own = detector.signals(baseline, varianceFactor, watched);
      any |= own.isPresent();
      own.ifPresent(signals::addAll);
    }
    signals.sort(Comparator.comparingLong(ChangeSignal::at)); // stable: else as listed
    return any ? Optional.of(signals) : Optional.empty();
  }
}
