package org.assay.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.assay.result.Outcome;
import org.assay.result.Undefined;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultiplicityTest {
  private static final double[] UNSORTED = {0.7, 0.001, 0.04, 0.03, 0.9, 0.0005, 0.05};

  @Nested
  class Published {
    /** Benjamini and Hochberg (1995), table of 15 p-values: four rejected at .05. */
    @Test
    void fifteenOfBenjaminiAndHochberg() {
      double[] p = {
        .0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528,
        .7590, 1
      };
      double[] adjusted = Multiplicity.BENJAMINI_HOCHBERG.adjust(p);
      assertEquals(0.035625, adjusted[3], 1e-15);
      assertEquals(0.0603, adjusted[4], 1e-15);
      double[] holm = Multiplicity.HOLM.adjust(p);
      assertEquals(0.0247, holm[2], 1e-15);
      assertEquals(0.114, holm[3], 1e-15);
    }

    /** R 4.2.2 p.adjust. */
    @Test
    void agreesWithR() {
      check(Multiplicity.BENJAMINI_HOCHBERG, 49. / 60, .0035, .07, .07, .9, .0035, .07);
      check(Multiplicity.BENJAMINI_YEKUTIELI, 1, .009075, .1815, .1815, 1, .009075, .1815);
      check(Multiplicity.HOLM, 1, .006, .16, .15, 1, .0035, .16);
      check(Multiplicity.HOCHBERG, .9, .006, .15, .15, .9, .0035, .15);
      check(Multiplicity.BONFERRONI, 1, .007, .28, .21, 1, .0035, .35);
    }

    private void check(Multiplicity method, double... expected) {
      assertArrayEquals(expected, method.adjust(UNSORTED), 1e-15, method.name());
    }
  }

  @Nested
  class Laws {
    @Test
    void oneAloneIsUnchanged() {
      for (Multiplicity method : Multiplicity.values()) {
        assertArrayEquals(new double[] {.04}, method.adjust(new double[] {.04}));
        assertEquals(0, method.adjust(new double[0]).length);
      }
    }

    @Test
    void orderOfTheQuestionsDoesNotMatter() {
      var random = new SplittableRandom(5);
      double[] p = random.doubles(50).map(x -> x * x).toArray();
      for (Multiplicity method : Multiplicity.values()) {
        double[] there = method.adjust(p);
        double[] reversed = method.adjust(reverse(p));
        assertArrayEquals(there, reverse(reversed));
        for (int i = 0; i < p.length; i++) {
          assertTrue(there[i] >= p[i] && there[i] <= 1);
        }
      }
    }

    @Test
    void stricterMethodsAreAbove() {
      double[] bonferroni = Multiplicity.BONFERRONI.adjust(UNSORTED);
      double[] holm = Multiplicity.HOLM.adjust(UNSORTED);
      double[] hochberg = Multiplicity.HOCHBERG.adjust(UNSORTED);
      double[] bh = Multiplicity.BENJAMINI_HOCHBERG.adjust(UNSORTED);
      for (int i = 0; i < UNSORTED.length; i++) {
        assertTrue(
            bonferroni[i] >= holm[i] && holm[i] >= hochberg[i] && hochberg[i] >= bh[i] - 1e-15);
      }
    }

    /**
     * With m true hypotheses among those not rejected yet, Holm's chance to reject one of them is
     * exactly 1 - (1 - .05 / m)^m: of 20 true ones, and of 10 when 10 others are plainly false (a
     * step that Bonferroni does not take: 2.5 %). Of 40,000 families 1,780 to 2,127 have a false
     * rejection with probability above 1 - 1e-4; at a rate of 4 or 5.75 % that has a chance below
     * 1e-3.
     */
    @ParameterizedTest(name = "{0} false of 20")
    @ValueSource(ints = {0, 10})
    void familyWiseErrorRateOfHolm(int plainlyFalse) {
      var random = new SplittableRandom(20260104);
      int families = 0;
      for (int run = 0; run < 40_000; run++) {
        double[] p = random.doubles(20).toArray();
        Arrays.fill(p, 0, plainlyFalse, 0);
        double[] adjusted = Multiplicity.HOLM.adjust(p);
        if (Arrays.stream(adjusted, plainlyFalse, 20).anyMatch(a -> a < .05)) {
          families++;
        }
      }
      assertTrue(families >= 1780 && families <= 2127, "families " + families);
    }

    private double[] reverse(double[] p) {
      double[] r = new double[p.length];
      for (int i = 0; i < p.length; i++) {
        r[p.length - 1 - i] = p[i];
      }
      return r;
    }
  }

  @Test
  void undefinedIsKeptAndNotCounted() {
    Outcome none = Outcome.undefined(Undefined.NO_PAIRS);
    List<Outcome> adjusted =
        Multiplicity.BONFERRONI.adjust(List.of(Outcome.of(.02), none, Outcome.of(.3)));
    assertEquals(List.of(Outcome.of(.04), none, Outcome.of(.6)), adjusted);
  }

  @Test
  void outsideTheUnitInterval() {
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> Multiplicity.HOLM.adjust(new double[] {.1, 1.5}));
    assertEquals("pValues[1] must be in [0, 1], got 1.5", e.getMessage());
  }

  /** 3 times 0.1 is 0.30000000000000004 in doubles. */
  @Test
  void aTieIsRejected() {
    double[] p = {.1, .4, .5};
    for (Multiplicity method : List.of(Multiplicity.BONFERRONI, Multiplicity.HOLM)) {
      double adjusted = method.adjust(p)[0];
      assertTrue(Multiplicity.isRejected(adjusted, .3), method.name());
      assertFalse(Multiplicity.isRejected(adjusted, .3 - 1e-9), method.name());
    }
    var e = assertThrows(IllegalArgumentException.class, () -> Multiplicity.isRejected(.1, 1));
    assertEquals("rate must be in (0, 1), got 1.0", e.getMessage());
  }
}
