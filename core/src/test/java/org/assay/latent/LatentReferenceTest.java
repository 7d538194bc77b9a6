package org.assay.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LatentReferenceTest {
  @Nested
  class Laws {
    static LongStream seeds() {
      return LongStream.range(0, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theLogLikelihoodNeverFalls(long seed) {
      ItemGradings data = Readings.drawn(seed, 60, 6, 3, 4);
      for (LatentModel model : LatentModel.values()) {
        Convergence plain =
            LatentReference.of(data).model(model).accelerated(false).fit().convergence();
        Convergence quick = LatentReference.of(data).model(model).fit().convergence();
        assertTrue(plain.largestFall() < 1e-12 * -plain.objective(), plain::toString);
        assertTrue(quick.largestFall() < 1e-12 * -quick.objective(), quick::toString);
      }
    }

    /** Step by step, from outside: no iteration lowers what is maximised. */
    @ParameterizedTest
    @EnumSource(LatentModel.class)
    void noIterationLowersTheObjective(LatentModel model) {
      ItemGradings data = Readings.drawn(7, 100, 5, 3, 3);
      DirichletPrior prior = DirichletPrior.of(3, 1, 0.3);
      for (boolean accelerated : new boolean[] {false, true}) {
        double before = Double.NEGATIVE_INFINITY;
        for (int n = 1; n <= 40; n++) {
          double now =
              LatentReference.of(data)
                  .model(model)
                  .prior(prior)
                  .accelerated(accelerated)
                  .tolerance(0)
                  .maximumIterations(n)
                  .fit()
                  .convergence()
                  .objective();
          assertTrue(now >= before - 1e-10, model + " " + n + ": " + before + " to " + now);
          before = now;
        }
      }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void acceleratedIsNotLower(long seed) {
      ItemGradings data = Readings.drawn(seed, 400, 8, 3, 4);
      double plain =
          LatentReference.of(data)
              .accelerated(false)
              .tolerance(1e-13)
              .fit()
              .convergence()
              .logLikelihood();
      double quick = LatentReference.of(data).tolerance(1e-13).fit().convergence().logLikelihood();
      assertTrue(quick >= plain - 1e-6, plain + " " + quick);
    }

    @ParameterizedTest
    @EnumSource(LatentModel.class)
    void threadsAndOrderOfRowsChangeNothing(LatentModel model) {
      int n = 60_000;
      var random = new SplittableRandom(5);
      int[] item = random.ints(n, 0, 15_000).toArray();
      int[] assessor = random.ints(n, 0, 30).toArray();
      int[] grade = new int[n];
      Arrays.setAll(grade, r -> random.nextInt(4) == 0 ? random.nextInt(3) : item[r] % 3);
      LatentReference one =
          LatentReference.of(Readings.of(item, assessor, grade, 15_000, 30, 3)).model(model);
      LatentFit first = one.maximumIterations(7).fit();
      LatentFit threads = one.threads(3).fit();
      reverse(item);
      reverse(assessor);
      reverse(grade);
      LatentFit reversed =
          LatentReference.of(Readings.of(item, assessor, grade, 15_000, 30, 3))
              .model(model)
              .maximumIterations(7)
              .fit();
      for (LatentFit other : new LatentFit[] {threads, reversed}) {
        assertEquals(first.convergence(), other.convergence());
        assertArrayEquals(first.matrix(17)[1], other.matrix(17)[1], 0);
        assertArrayEquals(first.posterior(4711), other.posterior(4711), 0);
      }
    }

    private void reverse(int[] column) {
      for (int r = 0; r < column.length / 2; r++) {
        int last = column.length - 1 - r;
        int kept = column[r];
        column[r] = column[last];
        column[last] = kept;
      }
    }

    @Test
    void largerModelsFitBetter() {
      ItemGradings data = Readings.drawn(3, 500, 6, 3, 4);
      double coin = logLikelihood(data, LatentModel.ONE_COIN);
      double matrices = logLikelihood(data, LatentModel.DAWID_SKENE);
      double hard = logLikelihood(data, LatentModel.DIFFICULTY);
      assertTrue(coin < matrices && matrices < hard + 1e-4, coin + " " + matrices + " " + hard);
    }

    private double logLikelihood(ItemGradings data, LatentModel model) {
      return LatentReference.of(data)
          .model(model)
          .tolerance(1e-12)
          .fit()
          .convergence()
          .logLikelihood();
    }

    @ParameterizedTest
    @EnumSource(LatentModel.class)
    void everythingIsAProbability(LatentModel model) {
      LatentFit fit = LatentReference.of(Readings.drawn(11, 200, 5, 4, 3)).model(model).fit();
      assertEquals(1, Arrays.stream(fit.prevalence()).sum(), 1e-12);
      for (int j = 0; j < 5; j++) {
        for (double[] row : fit.matrix(j)) {
          assertEquals(1, Arrays.stream(row).sum(), 1e-12);
        }
      }
      for (int i = 0; i < 200; i++) {
        assertEquals(1, Arrays.stream(fit.posterior(i)).sum(), 1e-12);
      }
      double rows = 0;
      for (int j = 0; j < 5; j++) {
        rows += Arrays.stream(fit.rowGradings(j)).sum();
      }
      assertEquals(600, rows, 1e-9);
    }
  }

  @Nested
  class Cases {
    /** With the right grade known, matrices are plain shares. */
    @Test
    void knownItemsGiveShares() {
      int[] item = {0, 1, 2, 3, 4};
      ItemGradings data =
          Readings.of(item, new int[5], new int[] {0, 0, 1, 1, 0}, 5, 1, 2)
              .withKnown(new int[] {0, 0, 0, 1, 1});
      LatentFit fit = LatentReference.of(data).fit();
      assertEquals(Identification.Verdict.IDENTIFIED, fit.identification().verdict());
      assertArrayEquals(new double[] {2 / 3.0, 1 / 3.0}, fit.matrix(0)[0], 1e-15);
      assertArrayEquals(new double[] {0.5, 0.5}, fit.matrix(0)[1], 1e-15);
      assertEquals(
          3 * Math.log(0.6)
              + 2 * Math.log(0.4)
              + 2 * Math.log(2 / 3.0)
              + Math.log(1 / 3.0)
              + 2 * Math.log(0.5),
          fit.convergence().logLikelihood(),
          1e-12);
      assertArrayEquals(new double[] {0, 1}, fit.posterior(4), 0);
    }

    /** 3,000 readings of an item by 3 assessors: the product of probabilities is 0 in doubles. */
    @Test
    void posteriorsThatUnderflow() {
      int n = 3000;
      int[] item = new int[3 * n];
      int[] assessor = new int[3 * n];
      int[] grade = new int[3 * n];
      for (int r = 0; r < 3 * n; r++) {
        item[r] = r / n;
        assessor[r] = r % 3;
        grade[r] = r % 7 == 0 ? (r / n + 1) % 3 : r / n;
      }
      LatentFit fit = LatentReference.of(Readings.of(item, assessor, grade, 3, 3, 3)).fit();
      double expected = 3 * Math.log(1 / 3.0);
      for (int i = 0; i < 3; i++) {
        assertEquals(i, fit.grade(i));
        assertEquals(1, fit.posterior(i)[i], 1e-12);
        for (int j = 0; j < 3; j++) {
          int wrong = 0;
          int all = 0;
          for (int r = i * n; r < (i + 1) * n; r++) {
            wrong += r % 3 == j && r % 7 == 0 ? 1 : 0;
            all += r % 3 == j ? 1 : 0;
          }
          expected +=
              wrong * Math.log((double) wrong / all)
                  + (all - wrong) * Math.log((double) (all - wrong) / all);
        }
      }
      assertEquals(expected, fit.convergence().logLikelihood(), 1e-9);
      assertTrue(expected < -745, "the product must be below the smallest double");
    }

    @Test
    void unusedGradesAndRareOnesAreNoTrouble() {
      // grade 3 is never used, grade 2 by assessor 3 alone, who graded one item
      int[] item = {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 0};
      int[] assessor = {0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 3};
      int[] grade = {0, 0, 1, 1, 1, 1, 0, 0, 0, 1, 1, 0, 2};
      ItemGradings data = Readings.of(item, assessor, grade, 5, 4, 4);
      for (LatentModel model : LatentModel.values()) {
        LatentFit fit = LatentReference.of(data).model(model).fit();
        assertTrue(Double.isFinite(fit.convergence().logLikelihood()), model::name);
        assertEquals(0, fit.prevalence()[3], 0, model::name);
        for (double[] row : fit.matrix(3)) {
          assertEquals(Math.rint(Arrays.stream(row).sum()), Arrays.stream(row).sum(), 1e-12);
        }
        assertEquals(1, Arrays.stream(fit.posterior(4)).sum(), 1e-12); // nobody graded it
      }
      assertEquals(0, Arrays.stream(LatentReference.of(data).fit().matrix(0)[3]).sum(), 0);
    }

    @Test
    void aSearchThatIsCutShortSaysSo() {
      LatentFit fit = LatentReference.of(Readings.anaesthesia()).maximumIterations(3).fit();
      assertFalse(fit.convergence().converged());
      assertEquals(3, fit.convergence().iterations());
    }

    @Test
    void pseudoCountsAreAdded() {
      ItemGradings data =
          Readings.of(new int[] {0, 1}, new int[2], new int[] {0, 1}, 2, 1, 2)
              .withKnown(new int[] {0, 1});
      LatentFit fit = LatentReference.of(data).prior(DirichletPrior.of(2, 3, 1)).fit();
      assertArrayEquals(new double[] {0.8, 0.2}, fit.matrix(0)[0], 1e-15);
      LatentFit coin =
          LatentReference.of(data)
              .model(LatentModel.ONE_COIN)
              .prior(DirichletPrior.of(2, 3, 1))
              .fit();
      assertArrayEquals(new double[] {0.8, 0.2}, coin.matrix(0)[0], 1e-15); // (2 + 6) / (2 + 8)
    }

    @Test
    void aReferenceNeedsGradings() {
      var none = Readings.of(new int[0], new int[0], new int[0], 0, 1, 2);
      var e = assertThrows(IllegalArgumentException.class, () -> LatentReference.of(none).fit());
      assertEquals("gradings must be >= 1, got 0", e.getMessage());
    }

    @Test
    void aPriorHasTheGradesOfTheData() {
      var reference = LatentReference.of(Readings.anaesthesia()).prior(DirichletPrior.of(3, 1, 1));
      var e = assertThrows(IllegalArgumentException.class, reference::fit);
      assertEquals("prior must have as many grades as the gradings, 4, got 3", e.getMessage());
      assertThrows(
          IllegalArgumentException.class,
          () -> DirichletPrior.of(3, 1, -1),
          "pseudo-counts must be >= 0, got -1.0");
    }
  }

  @Nested
  class Team {
    /** Rows drawn from one Dirichlet distribution of total 20: found within a third. */
    @Test
    void theTotalOfADirichletIsFound() {
      var random = new SplittableRandom(1);
      double[][] rows = new double[400][2];
      for (double[] row : rows) {
        double p = beta(random, 16, 4);
        for (int n = 0; n < 50; n++) {
          row[random.nextDouble() < p ? 0 : 1]++;
        }
      }
      double[] alpha = TeamPrior.dirichlet(rows);
      assertEquals(20, alpha[0] + alpha[1], 7);
      assertEquals(0.8, alpha[0] / (alpha[0] + alpha[1]), 0.02);
    }

    // Order statistic: the 16th of 19 uniform numbers is Beta(16, 4).
    private double beta(SplittableRandom random, int a, int b) {
      double[] u = random.doubles(a + b - 1).sorted().toArray();
      return u[a - 1];
    }

    @Test
    void anAssessorWithOneGradingResemblesTheTeam() {
      int each = 60;
      int n = 10 * each;
      int[] item = new int[n + 1];
      int[] assessor = new int[n + 1];
      int[] grade = new int[n + 1];
      var random = new SplittableRandom(2);
      for (int r = 0; r < n; r++) {
        item[r] = r % each;
        assessor[r] = r / each;
        grade[r] = random.nextInt(20) < 10 - r / each ? 1 - item[r] % 2 : item[r] % 2;
      }
      assessor[n] = 10;
      grade[n] = 1; // of item 0, which is of grade 0
      LatentFit alone = LatentReference.of(Readings.of(item, assessor, grade, each, 11, 2)).fit();
      LatentFit team =
          LatentReference.of(Readings.of(item, assessor, grade, each, 11, 2)).teamPrior().fit();
      assertTrue(team.convergence().converged());
      assertEquals(1, alone.matrix(10)[0][1], 1e-6);
      assertTrue(team.matrix(10)[0][1] < 0.6, () -> Arrays.toString(team.matrix(10)[0]));
      DirichletPrior prior = team.prior().orElseThrow();
      assertEquals(Collections.nCopies(2, 0.0), prior.prevalence());
      assertTrue(prior.rows().get(0).get(0) > prior.rows().get(0).get(1));
    }
  }
}
