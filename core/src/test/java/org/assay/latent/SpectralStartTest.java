package org.assay.latent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assay.latent.LatentReference.Start;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpectralStartTest {
  /** Two of three assessors call more than half of everything C, and the majority with them. */
  private static ItemGradings biased(long seed, int items) {
    var random = new SplittableRandom(seed);
    int[][] rows = new int[3][6 * items];
    for (int r = 0; r < rows[0].length; r++) {
      int right = r / 6 % 3;
      int assessor = random.nextInt(12);
      boolean good = assessor < 4;
      boolean wrong = random.nextDouble() > (good ? 0.92 : 0.45);
      int otherwise =
          good ? (right + 1 + random.nextInt(2)) % 3 : right == 2 ? random.nextInt(3) : 2;
      rows[0][r] = r / 6;
      rows[1][r] = assessor;
      rows[2][r] = wrong ? otherwise : right;
    }
    return Readings.of(rows[0], rows[1], rows[2], items, 12, 3);
  }

  /** Moments of 5,000 items are near: log-likelihood of the start within 1 % of the highest. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {0, 1, 2, 3})
  void itBeginsNearTheTop(long seed) {
    ItemGradings data = biased(seed, 5000);
    double spectral = at(data, Start.SPECTRAL, 1);
    double votes = at(data, Start.VOTE_SHARES, 1);
    double top = at(data, Start.SPECTRAL, 10_000);
    assertTrue(spectral > 1.01 * top, spectral + " " + top);
    assertTrue(votes < 1.05 * top, votes + " " + top);
    assertEquals(at(data, Start.VOTE_SHARES, 10_000), top, 1e-4);
  }

  private static double at(ItemGradings data, Start start, int iterations) {
    return LatentReference.of(data)
        .start(start)
        .maximumIterations(iterations)
        .tolerance(1e-12)
        .fit()
        .convergence()
        .logLikelihood();
  }

  @Test
  void itIsMadeOfProbabilities() {
    ItemGradings data = biased(9, 1000);
    double[] x = SpectralStart.of(data).orElseThrow();
    ModelShape shape = ModelShape.of(LatentModel.DAWID_SKENE, 12, 3);
    for (double sum : shape.sums(x)) {
      assertEquals(1, sum, 1e-12);
    }
    assertTrue(Arrays.stream(x).allMatch(p -> p > 0));
  }

  @Test
  void votesDoWhereMomentsDoNot() {
    LatentFit few = LatentReference.of(Readings.anaesthesia()).start(Start.SPECTRAL).fit();
    assertEquals(Start.VOTE_SHARES, few.start());
    LatentFit coin =
        LatentReference.of(biased(1, 2000)).model(LatentModel.ONE_COIN).start(Start.SPECTRAL).fit();
    assertEquals(Start.SPECTRAL, coin.start());
  }
}
