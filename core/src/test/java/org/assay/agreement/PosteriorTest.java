package org.assay.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.assay.agreement.AgreementEstimate.Caution;
import org.assay.agreement.Inference.IntervalKind;
import org.assay.count.ConfusionMatrix;
import org.assay.count.DistinctVectors;
import org.assay.count.RatingPatterns;
import org.assay.count.RatingRows;
import org.assay.internal.StretchedQuantiles;
import org.assay.result.Interval;
import org.junit.jupiter.api.Test;

class PosteriorTest {
  private static final Inference POSTERIOR =
      Inference.standard().withInterval(IntervalKind.POSTERIOR);
  private static final CohenKappa COHEN = CohenKappa.with(Weights.identity(2));

  private static RatingRows twoGrades(int both0, int only1, int only0, int both1) {
    RatingRows rows = RatingRows.create(2, 2);
    rows.add(new int[] {0, 0}, both0);
    rows.add(new int[] {0, 1}, only1);
    rows.add(new int[] {1, 0}, only0);
    rows.add(new int[] {1, 1}, both1);
    return rows;
  }

  /**
   * Percent agreement of two raters and two grades has the posterior Beta(agreeing + .8, other +
   * .4), since a third of the 1.2 unseen items are unanimous and half of the others agree. With
   * 4,000 draws a quantile is off by more than 4.5 of its errors once in 100,000 times.
   */
  @Test
  void percentAgreementHasABetaPosterior() {
    PercentAgreement percent = PercentAgreement.with(Weights.identity(2));
    DistinctVectors items = twoGrades(30, 4, 3, 13).patterns().snapshot();
    Sample sample = Sample.of(items);
    double[] draws = new Posterior(percent, sample, new ItemTotals(percent, sample)).draws();
    BetaDistribution beta = BetaDistribution.of(43.8, 7.4);
    for (double p : new double[] {.025, .2, .5, .8, .975}) {
      double error = Math.sqrt(p * (1 - p) / draws.length);
      assertEquals(
          p,
          beta.cumulativeProbability(StretchedQuantiles.quantile(draws, p)),
          4.5 * error + .003, // the unseen mass is cut into seven pieces instead of endlessly many
          "quantile " + p);
    }
  }

  @Test
  void theSameItemsGiveTheSameLimits() {
    RatingRows one = twoGrades(30, 4, 3, 13);
    RatingRows other = RatingRows.create(2, 2);
    for (int i = 0; i < 13; i++) {
      other.add(new int[] {1, 1});
    }
    other.merge(twoGrades(30, 4, 3, 0));
    assertEquals(
        COHEN.estimate(one, POSTERIOR).interval(), COHEN.estimate(other, POSTERIOR).interval());
  }

  @Test
  void perfectAgreementReachesOne() {
    Interval limits = COHEN.estimate(twoGrades(15, 0, 0, 5), POSTERIOR).interval().orElseThrow();
    assertEquals(1, limits.upper());
    assertTrue(limits.lower() > .4 && limits.lower() < .9, limits.toString());
  }

  /** A constant rater: kappa is 0 by algebra, which says nothing about the population. */
  @Test
  void aConstantRaterLeavesKappaOpen() {
    AgreementEstimate e = COHEN.estimate(twoGrades(18, 2, 0, 0), POSTERIOR);
    assertEquals(0, e.standardError().value());
    Interval limits = e.interval().orElseThrow();
    assertTrue(limits.width() > .3 && limits.contains(0), limits.toString());
  }

  @Test
  void aPopulationSeenWholeHasNoWidth() {
    RatingRows rows = twoGrades(30, 4, 3, 13);
    double half =
        COHEN.estimate(rows, POSTERIOR.withPopulationSize(100)).interval().orElseThrow().width();
    double open = COHEN.estimate(rows, POSTERIOR).interval().orElseThrow().width();
    double whole =
        COHEN.estimate(rows, POSTERIOR.withPopulationSize(50)).interval().orElseThrow().width();
    assertTrue(whole < .05 && half < .8 * open, whole + " " + half + " " + open);
  }

  @Test
  void weightsOfItemsCount() {
    RatingPatterns agree = RatingPatterns.of(new int[][] {{2, 0}, {2, 0}, {0, 2}, {0, 2}});
    RatingPatterns not = RatingPatterns.of(new int[][] {{1, 1}, {1, 1}, {1, 1}});
    FleissKappa fleiss = FleissKappa.with(Weights.identity(2));
    double light =
        fleiss
            .estimateWeighted(new TreeMap<>(java.util.Map.of(1.0, agree, 0.1, not)), POSTERIOR)
            .interval()
            .orElseThrow()
            .lower();
    double heavy =
        fleiss
            .estimateWeighted(new TreeMap<>(java.util.Map.of(1.0, agree, 3.0, not)), POSTERIOR)
            .interval()
            .orElseThrow()
            .lower();
    assertTrue(heavy < light, heavy + " " + light);
  }

  @Test
  void clustersAreRefused() {
    RatingPatterns p = RatingPatterns.of(new int[][] {{2, 0}, {1, 1}});
    FleissKappa fleiss = FleissKappa.with(Weights.identity(2));
    assertThrows(
        IllegalArgumentException.class, () -> fleiss.estimateClustered(List.of(p, p), POSTERIOR));
  }

  /**
   * Of 20 items of three raters with true kappa .8 and grades 90/4/3/2/1, a sixth of the samples
   * have only disagreeing items beside the commonest grade: the limits must reach up to .8.
   */
  @Test
  void disagreementAboutARareGradeLeavesHighAgreementPossible() {
    RatingPatterns p = RatingPatterns.create(5);
    p.add(new int[] {3, 0, 0, 0, 0}, 18);
    p.add(new int[] {2, 1, 0, 0, 0}, 1);
    p.add(new int[] {1, 0, 2, 0, 0}, 1);
    AgreementEstimate e = FleissKappa.with(Weights.identity(5)).estimate(p, POSTERIOR);
    Interval limits = e.interval().orElseThrow();
    assertTrue(limits.contains(.8) && limits.contains(.2), limits.toString());
  }

  /** 196 of 200 items agree, grades even: limits are stretched as for 20 items, not for 200. */
  @Test
  void fewDifferingItemsStretchTheLimits() {
    DistinctVectors items = twoGrades(98, 2, 2, 98).patterns().snapshot();
    Sample sample = Sample.of(items);
    FleissKappa fleiss = FleissKappa.with(Weights.identity(2));
    var posterior = new Posterior(fleiss, sample, new ItemTotals(fleiss, sample));
    double[] asTwenty = StretchedQuantiles.limits(posterior.draws(), -1, 20, 0, .95);
    Limits limits =
        new Posterior(fleiss, sample, new ItemTotals(fleiss, sample)).limits(.96, 200, 0, .95);
    assertEquals(asTwenty[0], limits.lower(), 1e-12);
    assertEquals(asTwenty[1], limits.upper(), 1e-12);
  }

  /** As when a shape is given by a million ratings an item: the cost must not follow them. */
  @Test
  void itemsOfAMillionRatings() {
    RatingPatterns p =
        RatingPatterns.of(new int[][] {{900_000, 100_000}, {200_000, 800_000}, {500_000, 500_000}});
    assertTrue(FleissKappa.with(Weights.identity(2)).estimate(p, POSTERIOR).interval().isPresent());
  }

  /**
   * 20 items, grades 95 to 5, true kappa .4: at least .95 of the intervals hold, so fewer than 176
   * of 200 once in 30,000 runs; of t limits about a third do.
   */
  @Test
  void holdsWithARareGradeWhereTDoesNot() {
    var random = new SplittableRandom(41);
    int posterior = 0;
    int t = 0;
    int samples = 0;
    while (samples < 200) {
      ConfusionMatrix table = ConfusionMatrix.create(2);
      for (int i = 0; i < 20; i++) {
        boolean alike = random.nextDouble() < .4;
        int first = random.nextDouble() < .05 ? 1 : 0;
        table.add(first, alike ? first : random.nextDouble() < .05 ? 1 : 0);
      }
      AgreementEstimate e = COHEN.estimate(table, POSTERIOR);
      if (e.value().defined()) {
        samples++;
        posterior += e.interval().orElseThrow().contains(.4) ? 1 : 0;
        t += COHEN.estimate(table).interval().orElseThrow().contains(.4) ? 1 : 0;
      }
    }
    assertTrue(posterior >= 176, "held: " + posterior);
    assertTrue(t < 120, "t limits held: " + t);
  }

  @Test
  void onlyTheOthersCarryTheCaution() {
    RatingRows rows = twoGrades(18, 1, 1, 0);
    assertTrue(COHEN.estimate(rows).cautions().contains(Caution.SHORT_LIMITS));
    assertFalse(COHEN.estimate(rows, POSTERIOR).cautions().contains(Caution.SHORT_LIMITS));
    assertFalse(
        COHEN.estimate(twoGrades(90, 10, 10, 90)).cautions().contains(Caution.SHORT_LIMITS));
  }
}
