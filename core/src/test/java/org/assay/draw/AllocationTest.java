package org.assay.draw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.assay.draw.Allocation.Ceilings;
import org.assay.draw.Allocation.Stratum;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AllocationTest {
  @Test
  void anErrorOrNoneVariesMostAtOneHalf() {
    assertEquals(.5, Allocation.standardDeviation(.5));
    assertEquals(.4, Allocation.standardDeviation(.2), 1e-15);
    assertEquals(0, Allocation.standardDeviation(1));
    assertThrows(IllegalArgumentException.class, () -> Allocation.standardDeviation(1.1));
  }

  private static List<Stratum> strata(long[] sizes, double[] deviations) {
    var strata = new ArrayList<Stratum>();
    for (int h = 0; h < sizes.length; h++) {
      strata.add(Stratum.of(sizes[h], deviations[h]));
    }
    return strata;
  }

  /** R 4.2.2, PracTools 1.7.5, strAlloc(alloc = "neyman" | "totcost"); integers after Wright. */
  @Nested
  class Published {
    @Test
    void sixStrata() {
      var six =
          strata(new long[] {120, 340, 560, 80, 900, 45}, new double[] {1.5, 0.7, 2.2, 9, 0.4, 12});
      assertArrayEquals(
          new double[] {
            5.504587155963303,
            7.278287461773698,
            37.67584097859327,
            22.018348623853207,
            11.009174311926605,
            16.513761467889907
          },
          Allocation.neyman(six, 100),
          1e-10);
      assertArrayEquals(new long[] {6, 7, 38, 22, 11, 16}, Allocation.integerOptimum(six, 100));
    }

    @Test
    void costs() {
      double[] cost = {1, 2, 4, 3};
      var plain = strata(new long[] {1000, 2000, 500, 250}, new double[] {3, 1, 7, 2});
      var priced = new ArrayList<Stratum>();
      for (int h = 0; h < 4; h++) {
        Stratum s = plain.get(h);
        priced.add(new Stratum(s.size(), s.standardDeviation(), cost[h], 0, s.size()));
      }
      assertArrayEquals(
          new double[] {87.62672312017985, 41.30763342095679, 51.11558848677157, 8.431885363606773},
          Allocation.costOptimal(priced, 400),
          1e-10);
      assertArrayEquals(new double[] {40, 80, 20, 10}, Allocation.proportional(plain, 150), 1e-12);
      assertArrayEquals(new long[] {50, 33, 59, 8}, Allocation.integerOptimum(plain, 150));
    }

    /** Cochran (1977), Sampling Techniques, 64 cities: Neyman 12.2 and 11.8, so 12 and 12. */
    @Test
    void cities() {
      var cities = strata(new long[] {16, 48}, new double[] {Math.sqrt(53843), Math.sqrt(5581)});
      assertArrayEquals(new double[] {12.208, 11.792}, Allocation.neyman(cities, 24), 0.001);
      assertArrayEquals(new long[] {12, 12}, Allocation.integerOptimum(cities, 24));
    }
  }

  @Nested
  class Laws {
    private double variance(List<Stratum> strata, long[] n) {
      double v = 0;
      for (int h = 0; h < n.length; h++) {
        Stratum s = strata.get(h);
        v += Math.pow(s.size() * s.standardDeviation(), 2) / n[h];
      }
      return v;
    }

    @Test
    void noOtherWholeNumbersDoBetter() {
      var random = new SplittableRandom(5);
      for (int i = 0; i < 50; i++) {
        var three = new ArrayList<Stratum>();
        for (int h = 0; h < 3; h++) {
          long size = random.nextLong(5, 30);
          long maximum = random.nextLong(4, size + 1);
          three.add(
              new Stratum(size, random.nextDouble(), 1, random.nextLong(1, maximum + 1), maximum));
        }
        long least = three.stream().mapToLong(Stratum::minimum).sum();
        long most = three.stream().mapToLong(Stratum::maximum).sum();
        long n = random.nextLong(least, most + 1);
        double best = Double.POSITIVE_INFINITY;
        for (long a = three.get(0).minimum(); a <= three.get(0).maximum(); a++) {
          for (long b = three.get(1).minimum(); b <= three.get(1).maximum(); b++) {
            long c = n - a - b;
            if (c >= three.get(2).minimum() && c <= three.get(2).maximum()) {
              best = Math.min(best, variance(three, new long[] {a, b, c}));
            }
          }
        }
        assertEquals(best, variance(three, Allocation.integerOptimum(three, n)), 1e-9 * best);
      }
    }

    /** Four strata of two classes, every allocation tried. */
    @Test
    void noOtherWholeNumbersDoBetterUnderCeilings() {
      var random = new SplittableRandom(6);
      for (int i = 0; i < 40; i++) {
        var four = new ArrayList<Stratum>();
        for (int h = 0; h < 4; h++) {
          four.add(new Stratum(9, 0.1 + random.nextDouble(), 1, 1, random.nextLong(2, 10)));
        }
        long a = random.nextLong(2, 12);
        long b = random.nextLong(2, 12);
        var ceilings = new Ceilings(List.of("A", "B", "A", "B"), Map.of("A", a, "B", b));
        long most =
            Math.min(a, four.get(0).maximum() + four.get(2).maximum())
                + Math.min(b, four.get(1).maximum() + four.get(3).maximum());
        long n = random.nextLong(4, most + 1);
        double best = Double.POSITIVE_INFINITY;
        for (long p = 1; p <= four.get(0).maximum(); p++) {
          for (long q = 1; q <= four.get(1).maximum(); q++) {
            for (long r = 1; r <= four.get(2).maximum(); r++) {
              long s = n - p - q - r;
              if (s >= 1 && s <= four.get(3).maximum() && p + r <= a && q + s <= b) {
                best = Math.min(best, variance(four, new long[] {p, q, r, s}));
              }
            }
          }
        }
        long[] chosen = Allocation.integerOptimum(four, n, ceilings);
        assertTrue(chosen[0] + chosen[2] <= a && chosen[1] + chosen[3] <= b);
        assertEquals(best, variance(four, chosen), 1e-9 * best);
      }
    }

    @Test
    void aCeilingMovesChecksToTheOtherClasses() {
      var three = strata(new long[] {1200, 600, 200}, new double[] {1, 1, 1});
      var ceilings = new Ceilings(List.of("A", "B", "B"), Map.of("A", 20L));
      assertArrayEquals(new long[] {20, 29, 10}, Allocation.forAssertion(three, 59, ceilings));
    }

    @Test
    void theBudgetIsKept() {
      var two = List.of(new Stratum(100, 1, 3, 1, 100), new Stratum(300, 2, 5, 1, 300));
      long[] n = Allocation.integerOptimumForBudget(two, 100);
      assertTrue(3 * n[0] + 5 * n[1] <= 100 && 3 * n[0] + 5 * n[1] > 97);
    }

    @Test
    void anAssertionSpreadsItsChecksEvenly() {
      var three = strata(new long[] {1200, 600, 200}, new double[] {1, 1, 1});
      assertArrayEquals(new long[] {35, 18, 6}, Allocation.forAssertion(three, 59));
      assertArrayEquals(new long[] {35, 18, 6}, Allocation.integerProportional(three, 59));
    }
  }

  @Test
  void messages() {
    var two = strata(new long[] {10, 20}, new double[] {0, 0});
    var e = assertThrows(IllegalArgumentException.class, () -> Allocation.neyman(two, 5));
    assertEquals(
        "standardDeviation must be above 0 in at least one stratum, got 0 in all", e.getMessage());
    e = assertThrows(IllegalArgumentException.class, () -> Allocation.forAssertion(two, 31));
    assertEquals("n must be in [0, 30], got 31", e.getMessage());
    e = assertThrows(IllegalArgumentException.class, () -> new Stratum(10, 1, 1, 5, 4));
    assertEquals("minimum must be in [0, 4], got 5", e.getMessage());
    var classes = List.of("A", "B");
    e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Allocation.forAssertion(two, 20, new Ceilings(classes, Map.of("B", 7L))));
    assertEquals("n under the ceilings {B=7} must be in [0, 17], got 20", e.getMessage());
    var least = List.of(new Stratum(10, 1, 1, 4, 10), new Stratum(10, 1, 1, 3, 10));
    e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Allocation.forAssertion(least, 9, new Ceilings(classes, Map.of("A", 3L))));
    assertEquals(
        "ceiling of \"A\" must be at least the fewest checks of its strata (4), got 3",
        e.getMessage());
    e = assertThrows(IllegalArgumentException.class, () -> new Ceilings(classes, Map.of("C", 1L)));
    assertEquals("ceilings must be of the classes [A, B], got \"C\"", e.getMessage());
  }
}
