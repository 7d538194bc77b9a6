package org.assay.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assay.drift.AttributeChart.AttributeKind;
import org.assay.drift.ControlChart.ChartPoint;
import org.junit.jupiter.api.Test;

class AttributeChartTest {
  /**
   * Montgomery, Introduction to Statistical Quality Control: samples of 50 cans of orange juice.
   */
  private static final long[] ORANGE_JUICE = {
    12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12,
    7, 13, 9, 6
  };

  /** The samples after the machine was adjusted. */
  private static final long[] ADJUSTED = {
    9, 6, 12, 5, 6, 4, 6, 3, 7, 6, 2, 4, 3, 6, 5, 4, 8, 5, 6, 7, 5, 6, 3, 5
  };

  private static ControlChart p(long[] errors) {
    return AttributeChart.of(AttributeKind.P).of(errors, fifty(errors.length));
  }

  private static long[] fifty(int n) {
    long[] checked = new long[n];
    Arrays.fill(checked, 50);
    return checked;
  }

  private static List<Integer> signals(ControlChart chart) {
    return IntStream.range(0, chart.points().size())
        .filter(i -> chart.points().get(i).signal())
        .boxed()
        .toList();
  }

  @Test
  void orangeJuice() {
    ControlChart all = p(ORANGE_JUICE);
    assertEquals(0.231333, all.centre(), 5e-7);
    assertEquals(0.410239, all.points().get(0).upper(), 5e-7);
    assertEquals(0.052428, all.points().get(0).lower(), 5e-7);
    assertEquals(List.of(14, 22), signals(all));

    long[] without =
        IntStream.range(0, 30)
            .filter(i -> i != 14 && i != 22)
            .mapToLong(i -> ORANGE_JUICE[i])
            .toArray();
    ControlChart rest = p(without);
    assertEquals(0.215, rest.centre(), 5e-7);
    assertEquals(0.389297, rest.points().get(0).upper(), 5e-7);
    assertEquals(0.040703, rest.points().get(0).lower(), 5e-7);
    assertEquals(List.of(19), signals(rest)); // sample 21 of all

    ControlChart adjusted = p(ADJUSTED);
    assertEquals(0.110833, adjusted.centre(), 5e-7);
    assertEquals(0.244021, adjusted.points().get(0).upper(), 5e-7);
    assertEquals(0, adjusted.points().get(0).lower());
  }

  @Test
  void limitsOfABaselineGoOn() {
    long[] both =
        IntStream.concat(
                Arrays.stream(ORANGE_JUICE).mapToInt(x -> (int) x),
                Arrays.stream(ADJUSTED).mapToInt(x -> (int) x))
            .asLongStream()
            .toArray();
    ControlChart chart = new AttributeChart(AttributeKind.P, 3, 0, 30).of(both, fifty(both.length));
    assertEquals(p(ORANGE_JUICE).centre(), chart.centre());
    assertEquals(54, chart.points().size());
    assertEquals(p(ORANGE_JUICE).points().get(0).upper(), chart.points().get(53).upper());
  }

  @Test
  void anNpChartIsAPChartTimesN() {
    ControlChart np = AttributeChart.of(AttributeKind.NP).of(ORANGE_JUICE, fifty(30));
    ControlChart p = p(ORANGE_JUICE);
    for (int i = 0; i < 30; i++) {
      ChartPoint point = p.points().get(i);
      assertEquals(50 * point.value(), np.points().get(i).value(), 1e-12);
      assertEquals(50 * point.upper(), np.points().get(i).upper(), 1e-12);
    }
    assertEquals(50 * p.centre(), np.centre(), 1e-12);
  }

  /** NHS accident and emergency, as in qicharts2 (nhs_accidents): Laney's own kind of example. */
  @Test
  void laneyAllowsForWhatPeriodsVaryMore() {
    long[] seen = {
      266501, 264225, 276532, 281461, 269071, 261215, 270409, 279778, 270483, 270320, 267923,
      271478, 255353, 256820, 261835, 259144, 255910, 260863, 264465, 260989
    };
    long[] all = {
      280443, 276823, 291681, 296155, 282343, 275888, 283867, 295251, 284468, 282529, 279618,
      283932, 266629, 268091, 276803, 271578, 266005, 273520, 278574, 273772
    };
    ControlChart p = AttributeChart.of(AttributeKind.P).of(seen, all);
    ControlChart laney = AttributeChart.of(AttributeKind.LANEY_P).of(seen, all);
    assertEquals(0.9528997, p.centre(), 5e-8);
    assertEquals(16, signals(p).size());
    assertEquals(List.of(), signals(laney));
    ChartPoint first = laney.points().get(0);
    assertEquals(0.940130, first.lower(), 5e-7);
    assertEquals(0.965670, first.upper(), 5e-7);
    assertEquals(0.951700, p.points().get(0).lower(), 5e-7);
    assertEquals(0.954100, p.points().get(0).upper(), 5e-7);
    double sigma = (first.upper() - laney.centre()) / (p.points().get(0).upper() - p.centre());
    assertEquals(10.640422, sigma, 5e-5); // 1.128 as printed in the tables
  }

  @Test
  void laneyOfOrangeJuice() {
    ControlChart laney = AttributeChart.of(AttributeKind.LANEY_P).of(ORANGE_JUICE, fifty(30));
    ControlChart p = p(ORANGE_JUICE);
    double upper = laney.points().get(0).upper() - laney.centre();
    assertEquals(1.660867, upper / (p.points().get(0).upper() - p.centre()), 5e-7);
  }

  /**
   * At 30 checks and a rate of 2 % three standard deviations are left by chance in 2 of 100 points;
   * exact limits at .99 keep 1 of 100 (and far less, as counts are whole). Exact probabilities.
   */
  @Test
  void exactLimitsHoldWhereErrorsAreRare() {
    long[] errors = {0, 3, 0, 0, 1, 0, 2, 0, 0, 0};
    long[] checked = new long[10];
    Arrays.fill(checked, 30);
    ChartPoint sigmas = AttributeChart.of(AttributeKind.NP).of(errors, checked).points().get(0);
    ChartPoint exact =
        new AttributeChart(AttributeKind.NP, 0, 0.99, 0).of(errors, checked).points().get(0);
    var law = new org.assay.internal.Binomial(30, 0.02);
    double bySigmas = law.tails((long) Math.floor(sigmas.upper())).upper();
    double byQuantiles = law.tails((long) exact.upper()).upper();
    assertTrue(bySigmas > 0.002, "by sigmas " + bySigmas);
    assertTrue(byQuantiles <= 0.005, "exact " + byQuantiles);
  }

  /** A point of 1,000 leaves exact limits at .99 about 1,000 (1 - .99) = 10 times at most. */
  @Test
  void exactLimitsAreLeftAsSeldomAsTheySay() {
    var random = new SplittableRandom(20250301);
    long[] errors = new long[20_000];
    long[] checked = new long[errors.length];
    for (int i = 0; i < errors.length; i++) {
      checked[i] = 40 + i % 100;
      for (int c = 0; c < checked[i]; c++) {
        errors[i] += random.nextDouble() < 0.05 ? 1 : 0;
      }
    }
    ControlChart chart = new AttributeChart(AttributeKind.P, 0, 0.99, 0).of(errors, checked);
    int outside = signals(chart).size();
    // Binomial(20,000, .01) exceeds 245 with probability 8e-4 if the promise is just kept.
    assertTrue(outside > 0 && outside <= 245, "outside " + outside);
  }

  @Test
  void runs() {
    ControlChart chart =
        new ControlChart(
            0,
            IntStream.of(1, 1, 1, -1, 0, 1, 1, 1, 1)
                .mapToObj(v -> new ChartPoint(v, -9, 9))
                .toList());
    assertEquals(List.of(2, 7, 8), chart.runs(3));
    assertEquals(List.of(8), chart.runs(4));
  }

  @Test
  void withoutErrorsOrWithErrorsOnly() {
    long[] none = new long[3];
    ControlChart chart = AttributeChart.of(AttributeKind.P).of(none, new long[] {5, 6, 7});
    assertEquals(List.of(), signals(chart));
    assertEquals(0, chart.points().get(2).upper());
    ControlChart all =
        AttributeChart.of(AttributeKind.LANEY_P).of(new long[] {5, 6}, new long[] {5, 6});
    assertEquals(1, all.centre());
    assertEquals(List.of(), signals(all));
  }

  @Test
  void refusesWhatDoesNotFit() {
    AttributeChart p = AttributeChart.of(AttributeKind.P);
    assertThrows(IllegalArgumentException.class, () -> p.of(new long[] {3}, new long[] {2}));
    assertThrows(IllegalArgumentException.class, () -> p.of(new long[0], new long[0]));
    assertThrows(
        IllegalArgumentException.class,
        () -> AttributeChart.of(AttributeKind.NP).of(new long[] {1, 1}, new long[] {2, 3}));
    assertThrows(
        IllegalArgumentException.class,
        () -> AttributeChart.of(AttributeKind.LANEY_P).of(new long[] {1}, new long[] {2}));
    assertThrows(
        IllegalArgumentException.class, () -> new AttributeChart(AttributeKind.LANEY_P, 0, 0.9, 0));
    assertThrows(
        IllegalArgumentException.class, () -> new AttributeChart(AttributeKind.P, 0, 0, 0));
  }
}
