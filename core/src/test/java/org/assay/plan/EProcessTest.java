package org.assay.plan;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.assay.plan.SequentialDesigns.Looks;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EProcessTest {
  private static final Promise EXAMPLE = Promise.inLot(2000, 20, 100, 0.05, 0.05);

  /**
   * Lot of 2,000, 1 % and 5 %, thresholds 20: expected checks and exact risks computed before in
   * Python (SciPy 1.13), printed to one and three decimals.
   */
  @Nested
  class Published {
    private void matches(SequentialPlan plan, double[] checks, double producer, double consumer) {
      double[] rates = {0.005, 0.01, 0.03, 0.05, 0.1};
      for (int i = 0; i < rates.length; i++) {
        assertEquals(checks[i], plan.at(rates[i]).averageSampleNumber(), 0.051);
      }
      assertEquals(producer, plan.producerRisk(), 0.00051);
      assertEquals(consumer, plan.consumerRisk(), 0.00051);
    }

    @Test
    void likelihoodRatio() {
      var plan = AlwaysValid.plan(EXAMPLE, EProcess.likelihoodRatio(EXAMPLE), Looks.EVERY_CHECK);
      matches(plan, new double[] {88.0, 109.0, 132.8, 74.9, 29.2}, 0.026, 0.048);
    }

    @ParameterizedTest
    @CsvSource({
      "0.5, 50, 87.7, 118.8, 159.5, 93.5, 37.4, 0.012, 0.045, 65, 124",
      "1, 199, 85.0, 118.6, 197.0, 125.5, 55.2, 0.004, 0.049, 63, 120",
      "1, 1, 106.9, 135.0, 210.8, 114.3, 33.7, 0.016, 0.028, 86, -1",
    })
    void mixtures(
        double a,
        double b,
        double c1,
        double c2,
        double c3,
        double c4,
        double c5,
        double producer,
        double consumer,
        int withoutErrors,
        int withOneError) {
      var plan = AlwaysValid.plan(EXAMPLE, EProcess.betaMixture(EXAMPLE, a, b), Looks.EVERY_CHECK);
      matches(plan, new double[] {c1, c2, c3, c4, c5}, producer, consumer);
      var card = plan.boundary().card();
      assertEquals(withoutErrors, card.get(0).acceptFrom().getAsInt());
      if (withOneError > 0) {
        assertEquals(withOneError, card.get(1).acceptFrom().getAsInt());
      }
    }
  }

  @Nested
  class Laws {
    /** The expected value over the next verdict, under the null, is the value now. */
    @Test
    void aFairGameUnderTheNull() {
      for (EProcess e :
          new EProcess[] {
            EProcess.likelihoodRatio(EXAMPLE), EProcess.betaMixture(EXAMPLE, 0.5, 50)
          }) {
        for (int d = 0; d < 4; d++) {
          int n = 37 + 11 * d;
          double q = EXAMPLE.lot().nextError(100, n, d);
          double next =
              q * Math.exp(e.logCertify(n + 1, d + 1)) + (1 - q) * Math.exp(e.logCertify(n + 1, d));
          assertEquals(Math.exp(e.logCertify(n, d)), next, 1e-9 * next);
          double q0 = EXAMPLE.lot().nextError(20, n, d);
          double fail =
              q0 * Math.exp(e.logFail(n + 1, d + 1)) + (1 - q0) * Math.exp(e.logFail(n + 1, d));
          assertEquals(Math.exp(e.logFail(n, d)), fail, 1e-9 * fail);
        }
      }
    }

    @Test
    void theBoundCertifiesExactlyWhenTheEvidenceDoes() {
      for (EProcess e :
          new EProcess[] {
            EProcess.likelihoodRatio(EXAMPLE), EProcess.betaMixture(EXAMPLE, 0.5, 50)
          }) {
        for (int n = 10; n < 300; n += 7) {
          for (int d = 0; d < 4; d++) {
            assertEquals(
                e.logCertify(n, d) >= Math.log(20), e.upperBound(n, d, 0.05) < 100, n + " " + d);
            assertEquals(e.logFail(n, d) >= Math.log(20), e.lowerBound(n, d, 0.05) > 20);
          }
        }
      }
    }

    @Test
    void aLongLotIsAStream() {
      var stream = Promise.ofRates(0.01, 0.05, 0.05, 0.05);
      var lot = Promise.inLot(10_000_000, 100_000, 500_000, 0.05, 0.05);
      assertEquals(
          EProcess.betaMixture(stream, 0.5, 50).logCertify(200, 3),
          EProcess.betaMixture(lot, 0.5, 50).logCertify(200, 3),
          1e-3);
    }

    /**
     * 4,000 lots at the limit, a look after every check, items drawn to the last: the share ever
     * certified is at most 5 %. False-alarm probability: P(Bin(4000, 0.05) > 262) = 1e-5.
     */
    @Test
    void lotsAtTheLimitAreRarelyCertified() {
      var random = new SplittableRandom(77);
      var promise = Promise.inLot(300, 3, 15, 0.05, 0.05);
      var plan =
          AlwaysValid.plan(promise, EProcess.betaMixture(promise, 0.5, 50), Looks.EVERY_CHECK);
      int certified = 0;
      for (int lot = 0; lot < 4000; lot++) {
        int errors = 0;
        for (int n = 1; n <= plan.boundary().maximum(); n++) {
          errors += random.nextDouble() * (300 - n + 1) < 15 - errors ? 1 : 0;
          if (errors <= plan.boundary().acceptAt(n)) {
            certified++;
            break;
          }
        }
      }
      assertTrue(certified <= 262, "certified " + certified);
    }
  }

  /**
   * 60 verdicts without an error are at most 1 / 0.95^60 = 21.7 times likelier than at 5 %,
   * whatever the alternative. A published mixture martingale tested every rate as one half and made
   * that 3e9.
   */
  @Test
  void evidenceIsAgainstTheRateThatWasAsked() {
    for (double limit : new double[] {0.02, 0.05, 0.5}) {
      var promise = Promise.ofRates(0.01, limit, 0.05, 0.05);
      double most = -60 * Math.log1p(-limit);
      double mixture = EProcess.betaMixture(promise, 0.5, 50).logCertify(60, 0);
      double ratio = EProcess.likelihoodRatio(promise).logCertify(60, 0);
      assertEquals(most + 60 * Math.log1p(-0.01), ratio, 1e-12);
      assertTrue(mixture > 0 && mixture < most, mixture + " of " + most);
    }
  }

  @Test
  void noErrorAcceptableInAStream() {
    var promise = Promise.ofRates(0, 0.05, 0.05, 0.1);
    var plan = AlwaysValid.plan(promise, EProcess.betaMixture(promise, 0.5, 50), Looks.EVERY_CHECK);
    assertEquals(0, plan.producerRisk());
    assertTrue(plan.consumerRisk() <= 0.1 && plan.consumerRisk() > 0.05);
  }

  @Test
  void theLastItemsSettleIt() {
    var e = EProcess.betaMixture(Promise.inLot(50, 1, 5, 0.05, 0.05), 0.5, 50);
    assertAll(
        () -> assertEquals(Double.POSITIVE_INFINITY, e.logCertify(46, 0)),
        () -> assertEquals(Double.POSITIVE_INFINITY, e.logFail(10, 2)),
        () -> assertEquals(0, e.upperBound(50, 0, 0.05)),
        () -> assertEquals(2, e.lowerBound(20, 2, 1e-9), 1));
  }
}
