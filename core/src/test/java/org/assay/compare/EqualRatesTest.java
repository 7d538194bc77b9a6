package org.assay.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.assay.result.TestResult;
import org.assay.result.Undefined;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EqualRatesTest {
  /** R 4.2.2 prop.test(correct = FALSE, TRUE), fisher.test. */
  @ParameterizedTest(name = "{0} of {1}, {2} of {3}")
  @CsvSource({
    "15, 20, 9, 20, 3.75, 0.05280751141611337, 2.604166666666667, 0.10534026796540696",
    "56, 70, 48, 80, 7.02341137123746, 0.008045081368196564, 6.114270410296227,"
        + " 0.012521129749209155",
    "3, 250, 11, 260, 4.385100584898972, 0.03625434326, 3.323344447890819, 0.054683754011697214",
    "0, 40, 5, 38, 5.62364816149964, 0.017719727146224717, 3.6442645998558034,"
        + " 0.023776223776223758",
    "12, 1500, 4, 90, 11.32058449809403, 0.0007665258125976837, 7.9576814644218565,"
        + " 0.01033982607264939"
  })
  void agreesWithR(
      long x1, long n1, long x2, long n2, double chi, double p, double corrected, double exact) {
    var tests = pair(x1, n1, x2, n2);
    assertEquals(chi, tests.asymptotic().statistic().value(), 1e-12 * chi);
    assertEquals(p, tests.asymptotic().pValue().value(), 1e-8);
    assertEquals(corrected, tests.continuityCorrected().statistic().value(), 1e-11);
    assertEquals(exact, tests.exact().pValue().value(), 1e-12);
  }

  @Nested
  class Laws {
    /** All splits by whole numbers of any size. */
    @Test
    void exactIsTheSumOverSplits() {
      var random = new SplittableRandom(6);
      for (int i = 0; i < 150; i++) {
        int n1 = 1 + random.nextInt(40);
        int n2 = 1 + random.nextInt(40);
        int x1 = random.nextInt(n1 + 1);
        int x2 = random.nextInt(n2 + 1);
        assertEquals(
            bySplits(x1, n1, x2, n2), pair(x1, n1, x2, n2).exact().pValue().value(), 1e-11);
      }
    }

    @Test
    void swappingTheGroupsChangesNoChance() {
      assertEquals(pair(3, 9, 7, 11).asymptotic(), pair(7, 11, 3, 9).asymptotic());
      assertEquals(
          pair(3, 9, 7, 11).exact().pValue().value(),
          pair(7, 11, 3, 9).exact().pValue().value(),
          1e-14);
    }

    @Test
    void equalRatesGiveExactlyZero() {
      var tests = EqualRates.of(new long[] {1, 3, 7}, new long[] {10, 30, 70});
      assertEquals(0, tests.asymptotic().statistic().value());
      assertEquals(1, tests.asymptotic().pValue().value());
      assertEquals(2, tests.asymptotic().degreesOfFreedom());
    }

    /** Two billion checks: exact and asymptotic agree, in little time. */
    @Test
    void largeCounts() {
      var tests = pair(1_000_600, 1_000_000_000, 998_000, 1_000_000_000);
      double p = tests.asymptotic().pValue().value();
      assertEquals(p, tests.exact().pValue().value(), 2e-3); // the continuity correction apart
    }

    private double bySplits(int x1, int n1, int x2, int n2) {
      int bad = x1 + x2;
      BigInteger seen = ways(n1, x1).multiply(ways(n2, x2));
      BigInteger all = BigInteger.ZERO;
      BigInteger unlikely = BigInteger.ZERO;
      for (int k = Math.max(0, bad - n2); k <= Math.min(bad, n1); k++) {
        BigInteger w = ways(n1, k).multiply(ways(n2, bad - k));
        all = all.add(w);
        if (w.compareTo(seen) <= 0) {
          unlikely = unlikely.add(w);
        }
      }
      return unlikely.doubleValue() / all.doubleValue();
    }

    private BigInteger ways(int n, int k) {
      BigInteger w = BigInteger.ONE;
      for (int i = 0; i < k; i++) {
        w = w.multiply(BigInteger.valueOf(n - i)).divide(BigInteger.valueOf(i + 1));
      }
      return w;
    }
  }

  @Test
  void noErrorAtAll() {
    TestResult result = pair(0, 10, 0, 12).asymptotic();
    assertEquals(Undefined.NO_VARIATION, result.statistic().reason().orElseThrow());
    assertEquals(1, pair(0, 10, 0, 12).exact().pValue().value());
    assertTrue(pair(10, 10, 12, 12).continuityCorrected().pValue().reason().isPresent());
  }

  @Nested
  class Messages {
    @Test
    void moreErrorsThanChecked() {
      var e = assertThrows(IllegalArgumentException.class, () -> pair(1, 2, 5, 4));
      assertEquals("errors of group 1 must be in [0, 4], got 5", e.getMessage());
    }

    @Test
    void threeGroups() {
      var three = EqualRates.of(new long[] {1, 2, 3}, new long[] {9, 9, 9});
      var e = assertThrows(IllegalArgumentException.class, three::exact);
      assertEquals("groups must be two for Fisher's exact test, got 3", e.getMessage());
    }
  }

  private static EqualRates pair(long x1, long n1, long x2, long n2) {
    return EqualRates.of(new long[] {x1, x2}, new long[] {n1, n2});
  }
}
