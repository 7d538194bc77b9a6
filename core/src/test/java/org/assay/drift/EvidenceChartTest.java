package org.assay.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.assay.drift.EvidenceChart.Alarm;
import org.assay.drift.EvidenceChart.Checks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceChartTest {
  /** Steiner et al. (2000): logit p = -3.68 + .077 s; scores of a success and of a failure. */
  @ParameterizedTest
  @CsvSource({
    "2, 0, -.0243, .6688",
    "2, 50, -.4333, .2598",
    "0.5, 0, .0124, -.6808",
    "0.5, 50, .3164, -.3768"
  })
  void scoresOfSteiner(double oddsRatio, double s, double success, double failure) {
    double p = 1 / (1 + Math.exp(3.68 - 0.077 * s));
    assertEquals(success, new Checks(0, 1, p).evidence(oddsRatio), 5.1e-5);
    assertEquals(failure, new Checks(1, 1, p).evidence(oddsRatio), 5.1e-5);
  }

  @Test
  void pageHinkley() {
    double[] values = {0, 0, 1, 0, 0, 0, 1, 1, 0, 1, 1, 1, 1, 1, 1};
    double[] wanted = {
      0, 0, .6617, .4067, .2017, .03, .7393, 1.3593, 1.021, 1.616, 2.1564, 2.6514, 3.1079, 3.5315,
      3.9265
    };
    EvidenceChart chart = EvidenceChart.pageHinkley(values, 0.005, 10);
    for (int i = 0; i < wanted.length; i++) {
      assertEquals(wanted[i], chart.values().get(i), 5.1e-5, "value " + i);
    }
    assertEquals(List.of(), chart.alarms());
    assertEquals(List.of(new Alarm(2, 11)), EvidenceChart.pageHinkley(values, 0.005, 2.5).alarms());
  }

  private static List<Checks> steady(int n, double before, double after, int change) {
    var random = new SplittableRandom(7);
    List<Checks> checks = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      long errors = 0;
      for (int c = 0; c < 40; c++) {
        errors += random.nextDouble() < (i < change ? before : after) ? 1 : 0;
      }
      checks.add(new Checks(errors, 40, before));
    }
    return checks;
  }

  @Test
  void aChangeIsFoundAndDated() {
    List<Checks> checks = steady(60, 0.05, 0.15, 30);
    EvidenceChart cusum = EvidenceChart.cusum(checks, 2, 4);
    Alarm first = cusum.alarms().get(0);
    assertTrue(first.since() >= 28 && first.since() <= 32, first.toString());
    assertTrue(first.at() >= 31 && first.at() <= 36, first.toString());
    Alarm sr = EvidenceChart.shiryaevRoberts(checks, List.of(1.5, 2.0, 3.0), 1_000).alarms().get(0);
    assertTrue(sr.since() >= 28 && sr.since() <= 32 && sr.at() <= 36, sr.toString());
    List<Checks> better = steady(60, 0.15, 0.05, 30);
    assertTrue(EvidenceChart.cusum(better, 0.5, 4).alarms().get(0).at() <= 36);
  }

  /**
   * Shin, Ramdas and Rinaldo: with limit A the mean run length is at least A; .05 against .10 with
   * A = 1,000 gives 1,246 checks, and 132 after a change at the start (both computed by simulation
   * elsewhere). Mean of 4,000 runs; standard errors about 20 and 1.2, so that a right chart leaves
   * the limits with a probability below 1e-4.
   */
  @Test
  void shiryaevRobertsKeepsItsPromise() {
    assertEquals(1_246, meanRunLength(0.05, 4_000), 90);
    assertEquals(132, meanRunLength(0.10, 4_000), 6);
  }

  private static double meanRunLength(double rate, int runs) {
    var random = new SplittableRandom(11);
    double oddsRatio = 0.10 * 0.95 / (0.05 * 0.90);
    double ofError = Math.exp(new Checks(1, 1, 0.05).evidence(oddsRatio));
    double ofOther = Math.exp(new Checks(0, 1, 0.05).evidence(oddsRatio));
    long checks = 0;
    for (int run = 0; run < runs; run++) {
      for (double m = 0; m < 1_000; checks++) {
        m = (1 + m) * (random.nextDouble() < rate ? ofError : ofOther);
      }
    }
    return (double) checks / runs;
  }

  @Test
  void theChartIsTheRecursion() {
    List<Checks> checks = steady(40, 0.05, 0.05, 40);
    EvidenceChart chart = EvidenceChart.shiryaevRoberts(checks, List.of(2.0, 3.0), 1e12);
    double two = 0;
    double three = 0;
    for (int i = 0; i < checks.size(); i++) {
      two = (1 + two) * Math.exp(checks.get(i).evidence(2));
      three = (1 + three) * Math.exp(checks.get(i).evidence(3));
      assertEquals((two + three) / 2, chart.values().get(i), 1e-9 * (two + three));
    }
  }

  @Test
  void refusesWhatDoesNotFit() {
    List<Checks> one = List.of(new Checks(1, 2, 0.1));
    assertThrows(IllegalArgumentException.class, () -> EvidenceChart.cusum(one, 1, 4));
    assertThrows(IllegalArgumentException.class, () -> EvidenceChart.cusum(one, 2, 0));
    assertThrows(IllegalArgumentException.class, () -> new Checks(3, 2, 0.1));
    assertThrows(IllegalArgumentException.class, () -> new Checks(1, 2, 0));
    assertThrows(
        IllegalArgumentException.class, () -> EvidenceChart.shiryaevRoberts(one, List.of(), 1_000));
  }
}
