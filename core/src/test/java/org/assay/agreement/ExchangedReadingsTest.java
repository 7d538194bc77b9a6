package org.assay.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.assay.agreement.JointEstimates.Reading;
import org.assay.count.RatingRows;
import org.assay.result.TestResult;
import org.junit.jupiter.api.Test;

class ExchangedReadingsTest {
  private static final CohenKappa COHEN = CohenKappa.with(Weights.identity(2));
  private static final List<int[]> PAIRS = List.of(new int[] {0, 1}, new int[] {0, 2});

  private static TestResult hotelling(RatingRows rows) {
    return JointEstimates.of(rows, List.of(Reading.of(COHEN, 0, 1), Reading.of(COHEN, 0, 2)))
        .equal();
  }

  /**
   * Three items on which only the second of two raters differs from a common one: of the eight ways
   * to hand out the pairs, the two in which one rater takes all the blame are as extreme. 1,999
   * exchanges are off by more than .05 once in 10 million times.
   */
  @Test
  void countsTheExchanges() {
    RatingRows rows = RatingRows.create(3, 2);
    rows.add(new int[] {0, 0, 0}, 10);
    rows.add(new int[] {1, 1, 1}, 10);
    rows.add(new int[] {0, 0, 1}, 1);
    rows.add(new int[] {1, 1, 0}, 2);
    rows.add(new int[] {0, 1, 1}, 1);
    TestResult test = ExchangedReadings.of(COHEN, rows, PAIRS);
    assertEquals(hotelling(rows).statistic(), test.statistic());
    assertEquals(2 / 8.0, test.pValue().value(), .05);
  }

  @Test
  void orderAndMissingDoNotMatter() {
    RatingRows rows = RatingRows.create(3, 2);
    rows.add(new int[] {0, 0, 0}, 20);
    rows.add(new int[] {1, 1, 1}, 20);
    rows.add(new int[] {0, 0, 1}, 9);
    rows.add(new int[] {1, 0, 1}, 2);
    TestResult one = ExchangedReadings.of(COHEN, rows, PAIRS);
    rows.add(new int[] {1, RatingRows.MISSING, 0}, 5);
    assertEquals(one, ExchangedReadings.of(COHEN, rows, PAIRS));
  }

  /** With thousands of differing items it is Hotelling's test. */
  @Test
  void manyItemsGoToHotelling() {
    RatingRows rows = RatingRows.create(3, 2);
    rows.add(new int[] {0, 0, 0}, 20_000);
    rows.add(new int[] {1, 1, 1}, 20_000);
    rows.add(new int[] {0, 0, 1}, 3_000);
    rows.add(new int[] {1, 0, 1}, 3_000);
    assertEquals(hotelling(rows).pValue(), ExchangedReadings.of(COHEN, rows, PAIRS).pValue());
  }

  @Test
  void threePairsHaveTwoDegrees() {
    RatingRows rows = RatingRows.create(4, 2);
    rows.add(new int[] {0, 0, 0, 0}, 30);
    rows.add(new int[] {1, 1, 1, 1}, 30);
    rows.add(new int[] {0, 0, 1, 0}, 6);
    rows.add(new int[] {1, 1, 1, 0}, 5);
    rows.add(new int[] {1, 0, 1, 1}, 4);
    rows.add(new int[] {1, 0, 1, 0}, 1);
    TestResult test =
        ExchangedReadings.of(
            COHEN, rows, List.of(new int[] {0, 1}, new int[] {0, 2}, new int[] {0, 3}));
    assertEquals(2, test.degreesOfFreedom());
    assertTrue(test.pValue().value() > .05 && test.pValue().value() < 1, test.toString());
  }

  /**
   * Two equally good raters, 30 items, 5 % of them positive: at most 5 % of the tests may reject,
   * so more than 34 of 400 do once in 1,000 runs at the very most (the true share is near 0).
   * Hotelling's test rejects some 10 %.
   */
  @Test
  void keepsItsSizeWithARareGrade() {
    var random = new SplittableRandom(5);
    int exchange = 0;
    int hotelling = 0;
    for (int s = 0; s < 400; s++) {
      RatingRows rows = RatingRows.create(3, 2);
      for (int i = 0; i < 30; i++) {
        int latent = random.nextDouble() < .05 ? 1 : 0;
        int[] row = new int[3];
        for (int g = 0; g < 3; g++) {
          row[g] = random.nextDouble() < (latent == 1 ? .7 : .02) ? 1 : 0;
        }
        rows.add(row);
      }
      exchange += rejects(ExchangedReadings.of(COHEN, rows, PAIRS));
      hotelling += rejects(hotelling(rows));
    }
    assertTrue(exchange <= 34, "rejected: " + exchange);
    assertTrue(hotelling > exchange, "Hotelling rejected " + hotelling + ", exchange " + exchange);
  }

  private static int rejects(TestResult test) {
    return test.pValue().defined() && test.pValue().value() <= .05 ? 1 : 0;
  }
}
