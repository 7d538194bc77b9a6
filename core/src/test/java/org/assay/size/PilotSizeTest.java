package org.assay.size;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.assay.agreement.AgreementEstimate;
import org.assay.agreement.CohenKappa;
import org.assay.agreement.Inference;
import org.assay.agreement.Weights;
import org.assay.count.ConfusionMatrix;
import org.assay.plan.SampleSize;
import org.junit.jupiter.api.Test;

class PilotSizeTest {
  private static AgreementEstimate kappa(long[]... rows) {
    return CohenKappa.with(Weights.identity(rows.length))
        .estimate(
            ConfusionMatrix.of(rows),
            Inference.standard().withStandardError(Inference.StandardError.DELTA));
  }

  private static AgreementEstimate fleissCohenEveritt() {
    return kappa(new long[] {106, 10, 4}, new long[] {22, 28, 10}, new long[] {2, 12, 6});
  }

  /** Fleiss, Cohen and Everitt (1969), Table 1: kappa .429 with variance .002885 of 200 items. */
  @Test
  void itemVariance() {
    PilotSize pilot = PilotSize.of(fleissCohenEveritt());
    assertEquals(0.429, pilot.value(), 5e-4);
    assertEquals(0.002885, pilot.itemVariance() / 200, 5e-7);
  }

  /** (1.96 / 0.1)^2 * 200 * 0.002885 is 221.6; t in place of z adds (1 + z^2) / 2, two to three. */
  @Test
  void halfWidth() {
    SampleSize size = PilotSize.of(fleissCohenEveritt()).forHalfWidth(0.1, 0.95);
    assertEquals(225, size.n());
    assertEquals(1.9706 * Math.sqrt(0.577 / 225), size.achieved(), 1e-5); // t of 224 degrees
  }

  /** What the pilot itself achieved takes as many items as it had. */
  @Test
  void pilotNeedsItself() {
    AgreementEstimate estimate = fleissCohenEveritt();
    PilotSize pilot = PilotSize.of(estimate);
    double half = estimate.interval().orElseThrow().width() / 2;
    assertEquals(200, pilot.forHalfWidth(half * (1 + 1e-9), 0.95).n());
    assertEquals(201, pilot.forHalfWidth(half * (1 - 1e-9), 0.95).n());
    // a true value at the limit of the interval is rejected half of the time
    double lower = estimate.interval().orElseThrow().lower();
    assertEquals(200, pilot.forTest(lower - 1e-9, 0.5, 0.05, 2).n());
    assertEquals(201, pilot.forTest(lower + 1e-9, 0.5, 0.05, 2).n());
  }

  /**
   * With power one half Cantor's size uses the variance at one value only. This pilot has that
   * value and variance; t in place of z adds two to three items.
   */
  @Test
  void agreesWithCantor() {
    // halves, observed agreement 0.7 and so kappa 0.4
    PilotSize pilot = PilotSize.of(kappa(new long[] {35, 15}, new long[] {15, 35}));
    List<Double> even = List.of(0.5, 0.5);
    long cantor = KappaSize.delta(0.4, 0.5, even, even, 0.5, 0.05, 2).n();
    assertEquals(cantor + 2.5, (double) pilot.forTest(0.5, 0.5, 0.05, 2).n(), 1);
  }

  @Test
  void refusesToGuess() {
    AgreementEstimate perfect = kappa(new long[] {5, 0}, new long[] {0, 5});
    assertThrows(IllegalArgumentException.class, () -> PilotSize.of(perfect));
    var pilot = new PilotSize(0.6, 0.5);
    assertThrows(IllegalArgumentException.class, () -> pilot.forTest(0.6, 0.8, 0.05, 2));
    assertThrows(IllegalArgumentException.class, () -> pilot.forTest(0.5, 0.05, 0.05, 2));
    assertThrows(IllegalArgumentException.class, () -> pilot.forHalfWidth(0, 0.95));
    assertThrows(IllegalArgumentException.class, () -> pilot.forHalfWidth(1e-6, 0.95));
  }
}
