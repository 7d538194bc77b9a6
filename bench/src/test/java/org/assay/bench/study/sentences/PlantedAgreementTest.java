package org.assay.bench.study.sentences;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.assay.agreement.CohenKappa;
import org.assay.agreement.FleissKappa;
import org.assay.agreement.GwetAc;
import org.assay.agreement.Weights;
import org.assay.count.ConfusionMatrix;
import org.assay.count.RatingPatterns;
import org.junit.jupiter.api.Test;

class PlantedAgreementTest {
  private static final double[] A = {1, 0, 0, 0};

  private static double[] mostly(int right, int wrong, double error) {
    double[] gives = new double[4];
    gives[right] = 1 - error;
    gives[wrong] = error;
    return gives;
  }

  /** Two people, A in half of the items, one of them wrong in a fifth of the others. */
  @Test
  void byHand() {
    PlantedAgreement planted =
        new PlantedAgreement()
            .kind(.5, 0, new double[][] {A, A})
            .kind(.5, 1, new double[][] {mostly(1, 0, 0), mostly(1, 0, .2)})
            .group(1, 0, 1);
    assertEquals(.9, planted.agree(), 1e-12);
    double expected = .55 * .55 + .45 * .45; // shares .5 and .6 of A, their mean .55
    assertEquals((.9 - expected) / (1 - expected), planted.kappa(), 1e-12);
    double ac1 = 2 * .55 * .45 / 3;
    assertEquals((.9 - ac1) / (1 - ac1), planted.ac1(), 1e-12);
    assertEquals((.9 - .5) / (1 - .5), planted.withOthers(0), 1e-12); // .5 x .6 + .5 x .4 by chance
    assertEquals(planted.withOthers(0), planted.withOthers(1), 1e-12);
  }

  /**
   * A hundred thousand items give what the library counts, within 5 standard errors: false alarm
   * below 1e-5.
   */
  @Test
  void manyItemsAgreeAsPlanted() {
    double[][] easy = {mostly(0, 1, .1), mostly(0, 2, .2), mostly(0, 1, .3)};
    double[][] hard = {mostly(2, 3, .4), mostly(2, 1, .1), mostly(2, 1, .2)};
    PlantedAgreement planted =
        new PlantedAgreement()
            .kind(.7, 0, easy)
            .kind(.3, 2, hard)
            .group(.5, 0, 1)
            .group(.3, 1, 2)
            .group(.2, 0, 1, 2);
    SplittableRandom random = new SplittableRandom(20250104);
    RatingPatterns patterns = RatingPatterns.create(4);
    ConfusionMatrix pairs = ConfusionMatrix.create(4); // 0 with each other, alone with 1 or picked
    for (int i = 0; i < 100_000; i++) {
      PlantedAgreement.Kind kind = planted.kind(random);
      int[] members = planted.group(random);
      int[] counts = new int[4];
      int[] given = new int[3];
      for (int a : members) {
        given[a] = PlantedAgreement.grade(random, kind, a);
        counts[given[a]]++;
      }
      patterns.add(counts);
      if (members[0] == 0) {
        pairs.add(given[0], given[members[1 + random.nextInt(members.length - 1)]]);
      }
    }
    var kappa = FleissKappa.with(Weights.identity(4)).estimate(patterns);
    assertEquals(planted.kappa(), kappa.value().value(), 5 * kappa.standardError().value());
    var ac1 = GwetAc.with(Weights.identity(4)).estimate(patterns);
    assertEquals(planted.ac1(), ac1.value().value(), 5 * ac1.standardError().value());
    double[][] distances = {{0, 1, 4, 9}, {1, 0, 1, 4}, {4, 1, 0, 1}, {9, 4, 1, 0}};
    var others = CohenKappa.with(Weights.fromDistances(distances)).estimate(pairs);
    assertEquals(planted.withOthers(0), others.value().value(), 5 * others.standardError().value());
  }
}
