package org.assay.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.assay.agreement.AgreementEstimate.Diagnostics;
import org.assay.agreement.Weights.WeightScheme;
import org.assay.count.ConfusionMatrix;
import org.assay.count.PeerPatterns;
import org.assay.count.RatingPatterns;
import org.assay.count.RatingRows;
import org.assay.result.Outcome;
import org.assay.result.Undefined;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosticsTest {
  /** 2 items rated twice, 3 rated three times, 4 once, 5 never. */
  @Test
  void ofPatterns() {
    RatingPatterns patterns = RatingPatterns.create(3);
    patterns.add(new int[] {1, 1, 0}, 2);
    patterns.add(new int[] {3, 0, 0}, 3);
    patterns.add(new int[] {0, 1, 0}, 4);
    patterns.add(new int[] {0, 0, 0}, 5);
    Diagnostics d = FleissKappa.of(patterns).diagnostics();
    assertEquals(9, d.items());
    assertEquals(5, d.pairableItems());
    assertEquals(2 + 3 * 3, d.pairs());
    assertEquals(17, d.ratings());
    assertEquals(List.of(11.0 / 17, 6.0 / 17, 0.0), d.prevalence());
    assertEquals(Outcome.undefined(Undefined.NOT_APPLICABLE), d.maximum());
  }

  /** Rows and their patterns tell the same, whatever the coefficient; plain loops tell it too. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void rowsAgainstPlainLoops(long seed) {
    var random = new SplittableRandom(seed);
    int[][] ratings = new int[50][4];
    long pairs = 0;
    double[] given = new double[3];
    for (int[] row : ratings) {
      Arrays.setAll(row, r -> random.nextInt(4) - 1);
      for (int r = 0; r < 4; r++) {
        if (row[r] != RatingRows.MISSING) {
          given[row[r]]++;
        }
        for (int other = 0; other < r; other++) {
          pairs += row[r] != RatingRows.MISSING && row[other] != RatingRows.MISSING ? 1 : 0;
        }
      }
    }
    double all = Arrays.stream(given).sum();
    RatingRows rows = RatingRows.of(ratings, 3);
    Diagnostics d = CongerKappa.of(rows).diagnostics();
    assertEquals(pairs, d.pairs());
    assertEquals(Arrays.stream(given).mapToObj(n -> n / all).toList(), d.prevalence());
    assertEquals(d, FleissKappa.of(rows.patterns()).diagnostics());
    assertEquals(d, LightKappa.of(rows).diagnostics());
  }

  /** Cohen (1960), p. 42: with the margins .6, .3, .1 and .5, .3, .2 kappa is at most .83. */
  @Test
  void maximumOfCohensKappaOnly() {
    var table = ConfusionMatrix.of(new long[][] {{88, 14, 18}, {10, 40, 10}, {2, 6, 12}});
    Diagnostics d = CohenKappa.of(table).diagnostics();
    assertEquals(.83, d.maximum().value(), 5e-3);
    assertEquals(CohenKappa.maximum(table).value(), d.maximum().value());
    assertEquals(200, d.pairs());
    Weights linear = WeightScheme.LINEAR.of(new double[] {1, 2, 3});
    assertFalse(CohenKappa.with(linear).estimate(table).diagnostics().maximum().defined());
  }

  @Test
  void withoutAnyRating() {
    Diagnostics d = FleissKappa.of(RatingPatterns.create(2)).diagnostics();
    assertEquals(List.of(), d.prevalence());
    assertEquals(0, d.items() + d.pairs() + d.ratings());
  }

  /** An assessor against two others: a pair with each, none between the others. */
  @Test
  void assessorAgainstTheRest() {
    PeerPatterns peers = PeerPatterns.create(2);
    for (int item = 0; item < 5; item++) {
      peers.add(new int[] {0, 1, 2}, new int[] {item % 2, 1, 0});
    }
    PeerKappa kappa = new PeerKappa(Weights.identity(2));
    peers.forEach(
        (assessor, views) -> {
          Diagnostics d = kappa.estimate(views, Inference.standard()).diagnostics();
          assertEquals(10, d.pairs());
          assertEquals(15, d.ratings());
        });
  }
}
