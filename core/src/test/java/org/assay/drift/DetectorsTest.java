package org.assay.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assay.data.Selections.Blindness;
import org.assay.drift.AssessorTrends.TrendOptions;
import org.junit.jupiter.api.Test;

/** A second detector is one class and one line. */
class DetectorsTest {
  private static final TrendOptions OPTIONS = TrendOptions.weekly(Blindness.BLIND);

  private final List<Double> shares = new ArrayList<>();

  /** Notices at the checks it was told of, if it can watch at all. */
  private static Detector at(Optional<List<Integer>> checks) {
    return (baseline, factor, watched) ->
        checks.map(at -> at.stream().map(c -> new ChangeSignal(true, 0, c)).toList());
  }

  private Optional<List<ChangeSignal>> together(
      Optional<List<Integer>> one, Optional<List<Integer>> other) {
    return Detectors.of(
            List.of(
                options -> {
                  shares.add(options.falseSignalProbability());
                  return at(one);
                },
                options -> {
                  shares.add(options.falseSignalProbability());
                  return at(other);
                }),
            OPTIONS)
        .signals(null, 1, null);
  }

  @Test
  void theirSignalsComeInOrder() {
    var signals = together(Optional.of(List.of(3, 9)), Optional.of(List.of(1, 9, 12)));
    assertEquals(
        List.of(1L, 3L, 9L, 9L, 12L),
        signals.orElseThrow().stream().map(ChangeSignal::at).toList());
  }

  @Test
  void theyShareTheChanceOfAFalseSignal() {
    together(Optional.empty(), Optional.empty());
    assertEquals(List.of(.025, .025), shares);
  }

  @Test
  void oneThatCanWatchIsEnough() {
    assertEquals(Optional.empty(), together(Optional.empty(), Optional.empty()));
    assertEquals(Optional.of(List.of()), together(Optional.empty(), Optional.of(List.of())));
  }
}
