package org.assay.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.assay.count.ConfusionMatrix;
import org.assay.result.Undefined;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class McNemarTest {
  /** Halves are halves, and nothing jumps at 50 items, where exact sums end. */
  @Test
  void fewDiscordantItemsAreSummedWithoutRounding() {
    assertEquals(1, McNemar.ofDiscordant(1, 2).exact().pValue().value());
    assertEquals(.5, McNemar.ofDiscordant(0, 2).exact().pValue().value());
    assertEquals(.625, McNemar.ofDiscordant(1, 3).exact().pValue().value());
    assertEquals(0x1p-49, McNemar.ofDiscordant(0, 50).exact().pValue().value());
    assertEquals(0x1p-50, McNemar.ofDiscordant(0, 51).exact().pValue().value(), 1e-27);
    // twice the sums of binomial coefficients over 2^50 and 2^51, as fractions in Python
    double fifty = McNemar.ofDiscordant(20, 30).exact().pValue().value();
    double fiftyOne = McNemar.ofDiscordant(20, 31).exact().pValue().value();
    assertEquals(0.20263875106454066, fifty, 1e-15);
    assertEquals(0.16077960181198847, fiftyOne, 1e-14);
  }

  @Nested
  class Published {
    /** R 4.2.2, package stats; every case also stands in the reference set of the protocol. */
    @ParameterizedTest(name = "b {0}, c {1}")
    @CsvSource({
      // mcnemar.test(correct = FALSE, TRUE), binom.test(b, b + c); mid-p from its definition
      "86, 150, 17.35593220338983, 3.099293441045218e-05, 16.81779661016949,"
          + " 4.1145622813459436e-05, 3.71593613957143e-05, 2.8933895176154746e-05",
      "2, 9, 4.454545454545454, 0.03480847881186708, 3.272727272727273,"
          + " 0.07044042927208821, 0.06542968750000004, 0.03857421875000004",
      "0, 5, 5, 0.025347318677468304, 3.2, 0.07363827012030277, 0.0625, 0.03125",
      "6, 6, 0, 1, 0, 1, 1, 1",
      "7, 8, 0.06666666666666667, 0.7962534147376392, 0, 1, 1, 0.8036193847656254",
      "140, 101, 6.3112033195020745, 0.01199773829598784, 5.991701244813278,"
          + " 0.014373333667121487, 0.014204262213416832, 0.012017901696012783"
    })
    void agreesWithR(
        long b,
        long c,
        double chi,
        double p,
        double corrected,
        double pc,
        double exact,
        double mid) {
      var tests = McNemar.of(ConfusionMatrix.of(new long[][] {{7, b}, {c, 5}}));
      assertEquals(chi, tests.asymptotic().statistic().value(), 1e-12 * chi);
      assertEquals(p, tests.asymptotic().pValue().value(), 1e-12);
      assertEquals(corrected, tests.continuityCorrected().statistic().value(), 1e-12 * chi);
      assertEquals(pc, tests.continuityCorrected().pValue().value(), 1e-12);
      assertEquals(exact, tests.exact().pValue().value(), 1e-12);
      assertEquals(mid, tests.midP().pValue().value(), 1e-12);
    }
  }

  @Nested
  class Laws {
    /** The binomial tail by whole numbers of any size. */
    @Test
    void exactIsTheBinomialTail() {
      var random = new SplittableRandom(20260101);
      for (int i = 0; i < 200; i++) {
        int b = random.nextInt(60);
        int c = random.nextInt(60);
        double exact = McNemar.ofDiscordant(b, c).exact().pValue().value();
        assertEquals(twiceTheTail(b, c), exact, 1e-12 * exact, b + " and " + c);
      }
    }

    @Test
    void swappingTheRatersChangesNoChance() {
      var there = McNemar.ofDiscordant(12, 31);
      var back = McNemar.ofDiscordant(31, 12);
      assertEquals(there.asymptotic(), back.asymptotic());
      assertEquals(there.exact().pValue(), back.exact().pValue());
      assertEquals(there.midP().pValue(), back.midP().pValue());
    }

    @Test
    void countsNearTheLimitOfLong() {
      long half = Long.MAX_VALUE / 2;
      var tests = McNemar.ofDiscordant(half, half - 3_000_000_000L);
      double z = 3e9 / Math.sqrt(2.0 * half);
      assertEquals(z * z, tests.asymptotic().statistic().value(), 1e-9 * z * z);
    }

    private double twiceTheTail(int b, int c) {
      BigInteger sum = BigInteger.ZERO;
      BigInteger term = BigInteger.ONE;
      int n = b + c;
      for (int k = 0; k <= Math.min(b, c); k++) {
        sum = sum.add(term);
        term = term.multiply(BigInteger.valueOf(n - k)).divide(BigInteger.valueOf(k + 1));
      }
      var all = new BigDecimal(BigInteger.ONE.shiftLeft(n));
      return Math.min(
          1, new BigDecimal(sum.shiftLeft(1)).divide(all, MathContext.DECIMAL64).doubleValue());
    }
  }

  @Nested
  class Undefineds {
    @Test
    void noDiscordantItem() {
      var tests = McNemar.ofDiscordant(0, 0);
      assertEquals(Undefined.ZERO_VARIANCE, tests.asymptotic().statistic().reason().orElseThrow());
      assertTrue(tests.continuityCorrected().pValue().reason().isPresent());
      assertEquals(1, tests.exact().pValue().value());
      assertEquals(1, tests.midP().pValue().value());
    }
  }

  @Nested
  class Messages {
    @Test
    void moreThanTwoGrades() {
      var e =
          assertThrows(IllegalArgumentException.class, () -> McNemar.of(ConfusionMatrix.create(3)));
      assertEquals("table must be 2 x 2 for McNemar's test, got 3 grades", e.getMessage());
    }

    @Test
    void negativeCount() {
      var e = assertThrows(IllegalArgumentException.class, () -> McNemar.ofDiscordant(3, -1));
      assertEquals("second must be >= 0, got -1", e.getMessage());
    }
  }
}
