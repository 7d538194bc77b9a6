package org.assay.needs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assay.needs.TrainingEffect.TrainingConclusion;
import org.junit.jupiter.api.Test;

class TrainingEffectsTest {
  private static final int PEOPLE = 60;
  private static final int CHECKS = 150; // per period
  private static final int PERIODS = 4; // training after the second

  /** People differ; those with the most errors in two periods are trained. */
  private static List<TrainingEffect> worstFive(long seed, double effect) {
    var random = new SplittableRandom(seed);
    double[] rate = new double[PEOPLE];
    long[][] errors = new long[PEOPLE][PERIODS];
    for (int a = 0; a < PEOPLE; a++) {
      // multiples of .04 with variance .25, about: a sum of four exponentials
      for (int i = 0; i < 4; i++) {
        rate[a] -= .01 * Math.log(1 - random.nextDouble());
      }
      errors[a][0] = binomial(random, rate[a]);
      errors[a][1] = binomial(random, rate[a]);
    }
    List<Integer> worst =
        IntStream.range(0, PEOPLE)
            .boxed()
            .sorted(Comparator.comparingLong(a -> -errors[a][0] - errors[a][1]))
            .limit(5)
            .toList();
    Cells cells = new Cells();
    for (int a = 0; a < PEOPLE; a++) {
      for (int p = 0; p < PERIODS; p++) {
        if (p >= 2) {
          // everybody errs less from then on: no effect of the training
          errors[a][p] = binomial(random, .7 * rate[a] * (worst.contains(a) ? effect : 1));
        }
        cells.add(a, p, 0, 1, 2, errors[a][p]).add(a, p, 0, 1, 1, CHECKS - errors[a][p]);
      }
    }
    List<Training> trainings = worst.stream().map(a -> new Training(a, 0, 2, 1, 2)).toList();
    return TrainingEffects.of(cells.list(), 3, trainings, .95);
  }

  private static long binomial(SplittableRandom random, double rate) {
    long n = 0;
    for (int i = 0; i < CHECKS; i++) {
      n += random.nextDouble() < rate ? 1 : 0;
    }
    return n;
  }

  private static List<TrainingEffect> teams(double effect) {
    List<TrainingEffect> all = new ArrayList<>();
    for (int seed = 0; seed < 60; seed++) {
      all.addAll(worstFive(seed, effect));
    }
    return all;
  }

  private static long fewer(List<TrainingEffect> all) {
    return all.stream().filter(e -> e.conclusion() == TrainingConclusion.FEWER).count();
  }

  private static double mean(List<TrainingEffect> all) {
    return all.stream().mapToLong(e -> e.after().found()).sum()
        / all.stream().mapToDouble(TrainingEffect::predicted).sum();
  }

  /**
   * No effect, and everybody errs less: it looks like an improvement by a fifth, and is none. The
   * ratio of sums has a standard error of about .02 (300 people with 21 errors each, 1.4 times the
   * variance of chance): .92 to 1.08 are four of them. Of 60 teams at most 5 % conclude wrongly: 9
   * or more with a chance of 4e-3 at exactly that, and less for the discreteness of the test.
   */
  @Test
  void regressionToTheMeanIsNoEffect() {
    List<TrainingEffect> all = teams(1);
    double looks = all.stream().mapToDouble(e -> e.unadjusted().value()).average().orElseThrow();
    assertTrue(looks < .87, "looks like " + looks);
    assertEquals(1, mean(all), .08);
    assertTrue(fewer(all) < 9, fewer(all) + " of 300");
    long covered =
        all.stream()
            .filter(e -> e.change().lower() <= 1 && 1 <= e.change().upper().value())
            .count();
    assertTrue(covered >= 273, covered + " of 300"); // 95 %: below 273 with a chance of 1e-3
  }

  @Test
  void anEffectIsFound() {
    List<TrainingEffect> all = teams(.2);
    assertEquals(.2, mean(all), .04);
    assertTrue(fewer(all) > 200, fewer(all) + " of 300");
  }

  /** v from (40 - 10)^2 and the others, by hand. */
  @Test
  void prediction() {
    Cells cells = new Cells();
    long[] before = {30, 10, 10, 10};
    for (int a = 0; a < 4; a++) {
      cells.add(a, 0, 0, 1, 2, before[a]).add(a, 0, 0, 1, 1, 200 - before[a]);
      cells.add(a, 1, 0, 1, 2, 8).add(a, 1, 0, 1, 1, 192);
    }
    TrainingEffect e =
        TrainingEffects.of(cells.list(), 3, List.of(Training.ofAll(0, 1)), .95).get(0);
    double others = 50 / 3.0;
    double chance = 10 + 30 / 9.0 + 3 * (others + 50 / 9.0);
    double squares = 20 * 20 + 3 * Math.pow(others - 10, 2);
    double v = (squares - chance) / (100 + 3 * others * others);
    assertEquals(8 * (1 + v * 30) / (1 + v * 10), e.predicted(), 1e-12);
    assertEquals(1 / 3.0, e.unadjusted().value(), 1e-12);
    assertEquals(new TrainingEffect.Spell(30, 200, 10), e.before());
    assertEquals(8, e.after().found());
    assertEquals(8 / e.predicted(), e.change().ratio().value(), 1e-12);
    assertTrue(e.change().lower() < 8 / e.predicted());
    assertTrue(e.change().upper().value() > 8 / e.predicted());
  }

  /** What was before the spell does not count. */
  @Test
  void since() {
    Cells cells = new Cells();
    for (int a = 0; a < 4; a++) {
      for (int p = 0; p < 3; p++) {
        long wrong = a == 0 && p == 1 ? 30 : 6;
        cells.add(a, p, 0, 1, 2, wrong).add(a, p, 0, 1, 1, 100 - wrong);
      }
    }
    int all = Training.ALL;
    List<TrainingEffect> both =
        TrainingEffects.of(
            cells.list(), 3, List.of(Training.ofAll(0, 2), new Training(0, 1, 2, all, all)), .95);
    assertEquals(new TrainingEffect.Spell(36, 200, 12), both.get(0).before());
    assertEquals(new TrainingEffect.Spell(30, 100, 6), both.get(1).before());
    assertTrue(both.get(0).predicted() < both.get(1).predicted());
  }

  /** Where nobody differs the others' share is predicted, whatever the spell before. */
  @Test
  void equalPeople() {
    Cells cells = new Cells();
    for (int a = 0; a < 5; a++) {
      cells.add(a, 0, 0, 1, 2, 10).add(a, 0, 0, 1, 1, 190);
      cells.add(a, 1, 0, 1, 2, 6).add(a, 1, 0, 1, 1, 94);
    }
    TrainingEffect e =
        TrainingEffects.of(cells.list(), 3, List.of(Training.ofAll(0, 1)), .95).get(0);
    assertEquals(6, e.predicted(), 1e-12);
    assertEquals(TrainingConclusion.NOT_SHOWN, e.conclusion());
  }

  @Test
  void tooFew() {
    Cells cells = new Cells();
    for (int a = 0; a < 3; a++) {
      cells.add(a, 0, 0, 1, 2, 5).add(a, 0, 0, 1, 1, 60);
      cells.add(a, 1, 0, 1, 1, a == 0 ? 19 : 60);
    }
    List<TrainingEffect> few =
        TrainingEffects.of(
            cells.list(), 3, List.of(Training.ofAll(0, 1), new Training(9, 0, 1, 1, 2)), .95);
    for (TrainingEffect e : few) {
      assertEquals(TrainingConclusion.TOO_FEW_CHECKS, e.conclusion());
      assertFalse(e.change().ratio().defined());
      assertEquals(1, e.change().adjusted());
    }
    assertThrows(IllegalArgumentException.class, () -> new Training(0, 0, 1, 2, Training.ALL));
  }
}
