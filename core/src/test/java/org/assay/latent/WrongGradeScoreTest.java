package org.assay.latent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.assay.latent.CellScore.Cell;
import org.assay.latent.CellScore.SecondGrade;
import org.assay.latent.WrongGradeScore.Group;
import org.assay.result.Undefined;
import org.assay.simulate.HardItems;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WrongGradeScoreTest {
  /** Two scores with 10 of 100 and 60 of 200 errors: the line goes nearly through both rates. */
  @Test
  void twoScoresAreTheirRates() {
    double[] score = new double[300];
    boolean[] wrong = new boolean[300];
    for (int i = 0; i < 300; i++) {
      score[i] = i < 100 ? 0.05 : 0.4;
      wrong[i] = i < 100 ? i < 10 : i < 160;
    }
    WrongGradeScore line = WrongGradeScore.of(score, wrong, ones(300), 0.95);
    assertEquals(0.1, line.calibrated(0.05), 0.003); // the prior of the slope moves it a little
    assertEquals(0.3, line.calibrated(0.4), 0.002);
    assertEquals(70 / 300.0 - 85 / 300.0, line.inTheLarge().estimate().value(), 1e-12);
    assertTrue(line.usable());
    assertEquals(2, line.reliability().size());
    Group low = line.reliability().get(0);
    assertEquals(100, low.checks());
    assertEquals(0.05, low.score(), 1e-12);
    assertEquals(0.1, low.rate(), 1e-12);
    // R 4.2.2 binom.test(10, 100): 0.04900469 to 0.17622260
    assertEquals(0.04900469, low.interval().lower(), 1e-8);
    assertEquals(0.17622260, low.interval().upper(), 1e-8);
  }

  /** A check of weight 3 is worth three of weight 1, as far as the line goes. */
  @Test
  void weightsCount() {
    double[] score = {0.1, 0.2, 0.3, 0.4, 0.5, 0.3};
    boolean[] wrong = {false, true, false, false, true, true};
    double[] weight = {3, 1, 1, 1, 1, 1};
    WrongGradeScore weighted = WrongGradeScore.of(score, wrong, weight, 0.9);
    WrongGradeScore repeated =
        WrongGradeScore.of(
            new double[] {0.1, 0.1, 0.1, 0.2, 0.3, 0.4, 0.5, 0.3},
            new boolean[] {false, false, false, true, false, false, true, true},
            ones(8),
            0.9);
    assertEquals(
        repeated.inTheLarge().estimate().value(), weighted.inTheLarge().estimate().value(), 1e-12);
    assertEquals(repeated.calibrated(0.25), weighted.calibrated(0.25), 0.02);
  }

  /** A score that says nothing: not usable, but for 2.5 seeds in 100. */
  @Test
  void aUselessScoreIsRefused() {
    var random = new SplittableRandom(4);
    double[] score = random.doubles(1000).toArray();
    boolean[] wrong = new boolean[1000];
    for (int i = 0; i < 1000; i++) {
      wrong[i] = random.nextDouble() < 0.07;
    }
    assertFalse(WrongGradeScore.of(score, wrong, ones(1000), 0.95).usable());
  }

  @Test
  void withoutErrorsThereIsNoLine() {
    WrongGradeScore none =
        WrongGradeScore.of(new double[] {0, 0.5, 1}, new boolean[3], ones(3), 0.95);
    assertFalse(none.usable());
    assertEquals(Undefined.NO_VARIATION, none.slope().estimate().undefined());
    assertNull(none.slope().interval());
    assertEquals(0.3, none.calibrated(0.3), 0);
  }

  @Test
  void messages() {
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> WrongGradeScore.of(new double[] {1.5}, new boolean[1], ones(1), 0.95));
    assertEquals("score must be in [0, 1], got 1.5", e.getMessage());
    e =
        assertThrows(
            IllegalArgumentException.class,
            () -> WrongGradeScore.of(new double[1], new boolean[1], new double[1], 0.95));
    assertEquals("weight must be above 0 and finite, got 0.0", e.getMessage());
  }

  @Nested
  class OfCells {
    private final CellScore score =
        CellScore.of(
            List.of(
                new Cell(0, SecondGrade.OTHER, 0, 0),
                new Cell(0, SecondGrade.OTHER, 0, 0),
                new Cell(1, SecondGrade.SAME, 0, 1)),
            new boolean[] {true, false, false},
            ones(3));

    @Test
    void ratesAreDrawnTowardsThoseOfTheLargerKind() {
      double all = 1.5 / 4; // 1 of 3, and half an error in one
      double kind = (1 + 4 * all) / 6;
      double stream = (1 + 4 * kind) / 6;
      double own = (1 + 4 * stream) / 6;
      assertEquals(own, score.of(new Cell(0, SecondGrade.OTHER, 0, 0)), 1e-15);
      assertEquals(stream, score.of(new Cell(0, SecondGrade.OTHER, 0, 5)), 1e-15);
      assertEquals(kind, score.of(new Cell(0, SecondGrade.OTHER, 3, 5)), 1e-15);
      assertEquals(all, score.of(new Cell(2, SecondGrade.NONE, 3, 5)), 1e-15);
    }
  }

  /**
   * 30,000 items of 20 assessors, 60 % graded twice and 20 % three times, 15 % of them hard; 1,000
   * random checks of one period put right the scores of the next. Over 12 seeds the mean of the
   * latent score is more than 10 % low; the calibrated one has a standard error of 12 % per seed
   * (67 errors), 3.5 % over all: within 10 % of the truth but for 4 in 1,000 choices of seeds. The
   * slope over the next period is near 1.
   */
  @Test
  void checksPutALatentScoreRight() {
    double truth = 0;
    double latent = 0;
    double calibrated = 0;
    double slope = 0;
    int seeds = 12;
    for (int seed = 0; seed < seeds; seed++) {
      double[] accuracies = HardItems.accuracies(20, seed);
      var items = new HardItems(30_000, 0.6, 0.2, 0.15);
      Period before = new Period(items.draw(accuracies, 10_000 + seed));
      Period after = new Period(items.draw(accuracies, 20_000 + seed));
      int[] checked = new SplittableRandom(seed).ints(0, 30_000).distinct().limit(1000).toArray();
      double[] score = Arrays.stream(checked).mapToDouble(i -> before.score[i]).toArray();
      boolean[] wrong = new boolean[checked.length];
      for (int c = 0; c < checked.length; c++) {
        wrong[c] = before.wrong[checked[c]];
      }
      WrongGradeScore line = WrongGradeScore.of(score, wrong, ones(1000), 0.95);
      assertTrue(line.usable());
      double[] right = Arrays.stream(after.score).map(line::calibrated).toArray();
      for (int i = 0; i < right.length; i++) {
        truth += after.wrong[i] ? 1 : 0;
        latent += after.score[i];
        calibrated += right[i];
      }
      slope +=
          WrongGradeScore.of(right, after.wrong, ones(right.length), 0.95)
                  .slope()
                  .estimate()
                  .value()
              / seeds;
    }
    assertTrue(latent < 0.9 * truth, latent + " " + truth);
    assertEquals(1, calibrated / truth, 0.1);
    assertEquals(1, slope, 0.1);
  }

  /** Scores and errors of the first gradings. */
  private static final class Period {
    private final double[] score;
    private final boolean[] wrong;

    Period(HardItems.Drawn drawn) {
      LatentFit fit =
          LatentReference.of(drawn.gradings()).prior(DirichletPrior.of(3, 1.1, 0.1)).fit();
      int items = drawn.right().length;
      score = new double[items];
      wrong = new boolean[items];
      for (int i = 0; i < items; i++) {
        int grade = drawn.grade(0)[i];
        score[i] = Math.max(0, 1 - fit.posterior(i)[grade]);
        wrong[i] = grade != drawn.right()[i];
      }
    }
  }

  private static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }
}
