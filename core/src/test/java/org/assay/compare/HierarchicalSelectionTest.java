package org.assay.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HierarchicalSelectionTest {
  /** The definition, tried for every number of selected ones. */
  private static int most(double[] p, double level) {
    int most = 0;
    for (int r = 1; r <= p.length; r++) {
      double limit = level * r / p.length;
      if (Arrays.stream(p).filter(x -> x <= limit).count() >= r) {
        most = r;
      }
    }
    return most;
  }

  private static double[] pValues(SplittableRandom random, int n) {
    return random.doubles(n).map(u -> random.nextInt(3) == 0 ? u * u * u * u / 20 : u).toArray();
  }

  @ParameterizedTest(name = "{0} families")
  @ValueSource(ints = {1, 2, 7, 40})
  void equalsTheDefinition(int families) {
    var random = new SplittableRandom(families);
    for (int run = 0; run < 200; run++) {
      double[] p = pValues(random, families);
      HierarchicalSelection s = HierarchicalSelection.of(p, .1);
      int selected = most(p, .1);
      assertEquals(selected, s.selected());
      assertEquals(.1 * Math.max(1, selected) / families, s.level(), 1e-15);
      for (int i = 0; i < families; i++) {
        assertEquals(selected > 0 && p[i] <= .1 * selected / families, s.isSelected(i));
        assertTrue(s.familyWise(i) >= s.adjusted(i));
      }
      double[] cells = pValues(random, 1 + random.nextInt(12));
      int within = most(cells, s.level());
      assertEquals(
          within, Arrays.stream(s.within(cells)).filter(x -> x <= s.level()).count(), "run " + run);
    }
  }

  /** Three families, two selected: the second level is two thirds of the rate. */
  @Test
  void byHand() {
    HierarchicalSelection s = HierarchicalSelection.of(new double[] {.02, .9, .03}, .06);
    assertEquals(2, s.selected());
    assertEquals(.04, s.level(), 1e-15);
    assertEquals(.045, s.adjusted(0), 1e-15);
    assertEquals(.06, s.familyWise(0), 1e-15);
    assertEquals(.06, s.familyWise(2), 1e-15);
    assertEquals(3, s.families());
  }

  /**
   * Independent families of which half hold nothing: the mean share of wrong ones among the
   * selected is at most q times that half. 2,000 runs with shares between 0 and 1 and a standard
   * deviation of about .13: .05 and four standard errors (.012) are passed with a chance below
   * 1e-4.
   */
  @Test
  void keepsItsRate() {
    var random = new SplittableRandom(5);
    double wrong = 0;
    int runs = 2000;
    for (int run = 0; run < runs; run++) {
      double[] p = new double[10];
      for (int i = 0; i < 10; i++) {
        p[i] = i < 5 ? random.nextDouble() : Math.pow(random.nextDouble(), 8);
      }
      HierarchicalSelection s = HierarchicalSelection.of(p, .1);
      long all = s.selected();
      long no = 0;
      for (int i = 0; i < 5; i++) {
        no += s.isSelected(i) ? 1 : 0;
      }
      wrong += all == 0 ? 0 : (double) no / all;
    }
    assertTrue(wrong / runs < .062, "share " + wrong / runs);
  }

  @Test
  void withoutFamilies() {
    HierarchicalSelection s = HierarchicalSelection.of(new double[0], .05);
    assertEquals(0, s.selected());
    assertEquals(.05, s.level());
  }

  @Test
  void messages() {
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> HierarchicalSelection.of(new double[] {.5}, 1));
    assertEquals("falseDiscoveryRate must be in (0, 1), got 1.0", e.getMessage());
  }
}
