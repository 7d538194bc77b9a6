package org.assay.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.assay.estimate.FunnelPlot.Dispersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunnelPlotTest {
  /** Spiegelhalter (2005), computed from his formula with R's qbinom and pbinom. */
  @ParameterizedTest
  @CsvSource({
    "0.05, 100, 0, .00612, .09191, .12464",
    "0.05, 250, .01088, .02260, .07670, .09544",
    "0.05, 500, .02158, .03071, .06899, .08160",
    "0.05, 1000, .02950, .03640, .06345, .07202",
    "0.10, 100, .01418, .04038, .15772, .19836"
  })
  void exactLimits(double target, long n, double a, double b, double c, double d) {
    var funnel = new FunnelPlot(target);
    assertEquals(a, funnel.limit(n, 0.001), 5.1e-6);
    assertEquals(b, funnel.limit(n, 0.025), 5.1e-6);
    assertEquals(c, funnel.limit(n, 0.975), 5.1e-6);
    assertEquals(d, funnel.limit(n, 0.999), 5.1e-6);
  }

  @Test
  void dispersionOfPeopleWhoDiffer() {
    var random = new SplittableRandom(5);
    int people = 400;
    long[] errors = new long[people];
    long[] checked = new long[people];
    for (int i = 0; i < people; i++) {
      double rate = i % 2 == 0 ? 0.07 : 0.13; // variance .0009 around .1
      checked[i] = 500;
      for (int c = 0; c < 500; c++) {
        errors[i] += random.nextDouble() < rate ? 1 : 0;
      }
    }
    Dispersion d = new FunnelPlot(0.1).dispersion(errors, checked);
    assertEquals(0.0009, d.variance(), 0.00015);
    assertEquals(1 + 0.0009 / (0.09 / 500), d.phi(), 0.9);
    var funnel = new FunnelPlot(0.1);
    assertTrue(funnel.limit(500, 0.975, d) > funnel.limit(500, 0.975) + 0.02);
    assertTrue(funnel.limit(500, 0.025, d) < funnel.limit(500, 0.025) - 0.02);
  }

  @Test
  void peopleWhoDoNotDifferDoNotWidenTheFunnel() {
    var funnel = new FunnelPlot(0.1);
    Dispersion none = funnel.dispersion(new long[] {10, 10, 10}, new long[] {100, 100, 100});
    assertEquals(0, none.variance());
    assertEquals(funnel.limit(100, 0.975), funnel.limit(100, 0.975, none));
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThrows(IllegalArgumentException.class, () -> new FunnelPlot(0));
    assertThrows(
        IllegalArgumentException.class,
        () -> new FunnelPlot(0.1).dispersion(new long[] {1}, new long[] {2}));
  }
}
