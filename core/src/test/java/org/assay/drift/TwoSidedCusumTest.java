package org.assay.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.assay.drift.AssessorTrend.Baseline;
import org.junit.jupiter.api.Test;

class TwoSidedCusumTest {
  /** Checks until a signal of either chart, or the number of checks when there is none. */
  private static long run(TwoSidedCusum charts, double rate, long checks, SplittableRandom random) {
    var increase = BernoulliCusum.create(charts.increase());
    var decrease = BernoulliCusum.create(charts.decrease());
    for (long n = 1; n <= checks; n++) {
      boolean error = random.nextDouble() < rate;
      if (increase.add(error).isPresent() || decrease.add(error).isPresent()) {
        return n;
      }
    }
    return checks + 1;
  }

  /**
   * The mean run length of the pair lies between its bounds: mean of 3,000 runs, 5 standard errors
   * on each side, missed by a right implementation once in a million seeds.
   */
  @Test
  void runLengthOfThePairLiesInItsBounds() {
    TwoSidedCusum charts = TwoSidedCusum.of(.1, 2.5, 800);
    var random = new SplittableRandom(3);
    int runs = 3000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < runs; i++) {
      double n = run(charts, .1, Long.MAX_VALUE - 1, random);
      sum += n;
      squares += n * n;
    }
    double mean = sum / runs;
    double error = Math.sqrt((squares / runs - mean * mean) / runs);
    double lower = charts.averageRunLengthAtLeast(.1);
    assertTrue(lower >= 800);
    assertTrue(mean > lower - 5 * error, mean + " below " + lower);
    assertTrue(mean < charts.increase().averageRunLength(.1) + 5 * error);
  }

  /** P(run length at most n) is at most n over its mean, which the design leans on. */
  @Test
  void chanceOfASignalIsAtMostTheHorizonOverTheMean() {
    for (double rate : new double[] {.02, .05, .08}) {
      for (double shifted : new double[] {.1, .025}) {
        CusumDesign design = CusumDesign.of(.05, shifted, 500);
        double mean = design.averageRunLength(rate);
        for (int n = 1; n < 1500; n += 100) {
          assertTrue(design.signalProbability(rate, n) <= n / mean + 1e-12);
        }
      }
    }
  }

  /**
   * Baseline and horizon both simulated: with 5 % allowed, 20 or more of 150 stationary streams
   * would signal with a probability below 1e-4.
   */
  @Test
  void falseSignalsStayWithinTheAllowance() {
    var random = new SplittableRandom(20250106);
    int signals = 0;
    for (int i = 0; i < 150; i++) {
      int errors = 0;
      for (int c = 0; c < 900; c++) {
        errors += random.nextDouble() < .03 ? 1 : 0;
      }
      TwoSidedCusum charts =
          TwoSidedCusum.allowing(new Baseline(errors, 900), 2.5, 2340, .05).orElseThrow();
      signals += run(charts, .03, 2340, random) <= 2340 ? 1 : 0;
    }
    assertTrue(signals < 20, signals + " of 150");
  }

  /** A tripled rate is found within 800 checks; the exact chance of it is 99 %. */
  @Test
  void plantedShiftIsFound() {
    TwoSidedCusum charts =
        TwoSidedCusum.allowing(new Baseline(27, 900), 2.5, 2340, .05).orElseThrow();
    assertTrue(charts.increase().signalProbability(.09, 800) > .99);
    assertTrue(run(charts, .09, 800, new SplittableRandom(5)) <= 800);
  }

  @Test
  void moreBaselineNeedsLessLimit() {
    CusumDesign shorter =
        TwoSidedCusum.allowing(new Baseline(27, 900), 2.5, 2340, .05).orElseThrow().increase();
    CusumDesign longer =
        TwoSidedCusum.allowing(new Baseline(270, 9000), 2.5, 2340, .05).orElseThrow().increase();
    assertTrue(longer.averageRunLength(.07) < shorter.averageRunLength(.07));
  }

  /**
   * Where errors of a period go together the limits grow as the variance, and the baseline counts
   * less.
   */
  @Test
  void widened() {
    var baseline = new Baseline(27, 900);
    TwoSidedCusum usual = TwoSidedCusum.allowing(baseline, 2.5, 2340, .05).orElseThrow();
    assertEquals(usual, TwoSidedCusum.allowing(baseline, 2.5, 2340, .05, 1).orElseThrow());
    TwoSidedCusum wide = TwoSidedCusum.allowing(baseline, 2.5, 2340, .05, 1.5).orElseThrow();
    assertTrue(wide.increase().limit() >= 1.5 * usual.increase().limit(), wide.toString());
    assertTrue(wide.decrease().limit() >= 1.5 * usual.decrease().limit(), wide.toString());
    assertEquals(usual.increase().step(), wide.increase().step());
  }

  /**
   * Weeks of 45 checks at half or one and a half times the usual rate: a variance of 1 + .25 * 45 *
   * .03 = 1.34 times that of independent checks. At most .05 of 200 years signal with the factor:
   * 23 or more with a chance of 1e-4.
   */
  @Test
  void weeksThatGoTogetherKeepThePromise() {
    var random = new SplittableRandom(7);
    int signals = 0;
    for (int year = 0; year < 200; year++) {
      int errors = 0;
      for (int week = 0; week < 20; week++) {
        errors += errors(random);
      }
      TwoSidedCusum charts =
          TwoSidedCusum.allowing(new Baseline(errors, 900), 2.5, 2340, .05, 1.34).orElseThrow();
      BernoulliCusum up = BernoulliCusum.create(charts.increase());
      BernoulliCusum down = BernoulliCusum.create(charts.decrease());
      boolean signal = false;
      for (int week = 0; week < 52; week++) {
        double rate = random.nextBoolean() ? .015 : .045;
        for (int i = 0; i < 45; i++) {
          boolean error = random.nextDouble() < rate;
          signal |= up.add(error).isPresent();
          signal |= down.add(error).isPresent();
        }
      }
      signals += signal ? 1 : 0;
    }
    assertTrue(signals < 23, signals + " of 200");
  }

  private static int errors(SplittableRandom random) {
    double rate = random.nextBoolean() ? .015 : .045;
    int errors = 0;
    for (int i = 0; i < 45; i++) {
      errors += random.nextDouble() < rate ? 1 : 0;
    }
    return errors;
  }

  @Test
  void messages() {
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> TwoSidedCusum.allowing(new Baseline(4, 4), 2, 100, .05));
    assertEquals(
        "baseline must have a check without error, got Baseline[errors=4, checked=4]",
        e.getMessage());
    e = assertThrows(IllegalArgumentException.class, () -> TwoSidedCusum.of(.1, .5, 100));
    assertEquals("oddsRatio must be above 1, got 0.5", e.getMessage());
    e =
        assertThrows(
            IllegalArgumentException.class,
            () -> TwoSidedCusum.allowing(new Baseline(4, 90), 2, 100, .05, .9));
    assertEquals("varianceFactor must be >= 1, got 0.9", e.getMessage());
  }

  /**
   * An assessor without errors, or with little else, is no reason to fail: there is just no chart.
   */
  @Test
  void aBaselineThatNoChartFitsHasNone() {
    for (Baseline odd : List.of(new Baseline(0, 900), new Baseline(1, 2), new Baseline(890, 900))) {
      TwoSidedCusum.allowing(odd, 2.5, 2340, .05)
          .ifPresent(charts -> assertTrue(charts.increase().limit() > 1, odd.toString()));
    }
    assertEquals(Optional.empty(), TwoSidedCusum.allowing(new Baseline(890, 900), 2.5, 2340, .05));
  }

  /** A team of 500 leaves each chart so few false signals that short baselines give none. */
  @Test
  void aChartThatWouldNoticeNothingIsNone() {
    assertEquals(Optional.empty(), TwoSidedCusum.allowing(new Baseline(0, 900), 2.5, 2340, .001));
    assertEquals(Optional.empty(), TwoSidedCusum.allowing(new Baseline(10, 150), 2.5, 390, .001));
    TwoSidedCusum charts =
        TwoSidedCusum.allowing(new Baseline(27, 900), 2.5, 2340, .001).orElseThrow();
    assertTrue(charts.increase().averageRunLength(.24) < 2340, charts.toString());
  }

  /** Halved odds of a small rate cannot be told within the horizon; that promises nothing. */
  @Test
  void theChartForADecreaseMayStaySilent() {
    TwoSidedCusum charts =
        TwoSidedCusum.allowing(new Baseline(3, 900), 2.5, 2340, .04).orElseThrow();
    assertEquals(2341, charts.decrease().limit());
    assertEquals(0, charts.decrease().signalProbability(.001, 2340));
  }
}
