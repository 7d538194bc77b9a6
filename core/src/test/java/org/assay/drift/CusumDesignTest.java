package org.assay.drift;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CusumDesignTest {
  @Nested
  class Published {
    /**
     * Independent solution of the same Markov chain (NumPy, dense linear solve), printed to one
     * digit: in-control rate, shifted rate, step, wanted run length, limit, run lengths.
     */
    @ParameterizedTest
    @CsvSource({
      ".01, .02, 69, 500, 115, 505.0, 162.4",
      ".01, .02, 69, 2000, 197, 2009.7, 350.4",
      ".01, .02, 69, 10000, 327, 10047.2, 670.1",
      ".01, .02, 69, 100000, 540, 100827.4, 1223.8",
      ".01, .05, 40, 500, 51, 502.0, 46.0",
      ".01, .05, 40, 2000, 82, 2018.8, 75.0",
      ".01, .05, 40, 10000, 121, 10019.4, 111.8",
      ".01, .05, 40, 100000, 177, 102433.2, 167.5",
      ".02, .04, 35, 500, 76, 500.8, 121.5",
      ".02, .04, 35, 2000, 128, 2037.3, 238.4",
      ".02, .04, 35, 10000, 199, 10010.1, 410.9",
      ".02, .04, 35, 100000, 312, 100768.3, 692.2",
      ".05, .10, 14, 500, 43, 524.7, 77.6",
      ".05, .10, 14, 2000, 65, 2030.1, 130.4",
      ".05, .10, 14, 10000, 95, 10527.2, 204.6",
      ".05, .10, 14, 100000, 139, 105056.3, 314.5",
      ".10, .20, 7, 500, 26, 556.5, 50.9",
      ".10, .20, 7, 2000, 37, 2140.3, 77.9",
      ".10, .20, 7, 10000, 51, 10638.7, 112.8",
      ".10, .20, 7, 100000, 72, 110732.9, 165.2"
    })
    void latticeTable(
        double p0, double p1, int step, double wanted, int limit, double arl0, double arl1) {
      CusumDesign design = CusumDesign.of(p0, p1, wanted);
      assertAll(
          () -> assertEquals(step, design.step()),
          () -> assertEquals(limit, design.limit()),
          () -> assertEquals(arl0, design.averageRunLength(p0), .05),
          () -> assertEquals(arl1, design.averageRunLength(p1), .05));
    }
  }

  @Nested
  class Laws {
    /**
     * Solves (I - Q) n = 1 for the chain of any chart, which shares nothing with the recursions.
     */
    private static double byLinearSolve(CusumDesign design, double rate) {
      var a = CommonOps_DDRM.identity(design.limit());
      var ones = new DMatrixRMaj(design.limit(), 1);
      CommonOps_DDRM.fill(ones, 1);
      for (int s = 0; s < design.limit(); s++) {
        int e = design.after(s, true);
        int o = design.after(s, false);
        if (e < design.limit()) {
          a.add(s, e, -rate);
        }
        if (o < design.limit()) {
          a.add(s, o, rate - 1);
        }
      }
      var n = new DMatrixRMaj(design.limit(), 1);
      assertTrue(CommonOps_DDRM.solve(a, ones, n));
      return n.get(0);
    }

    @Test
    void recursionsSolveTheChain() {
      var random = new SplittableRandom(11);
      for (int i = 0; i < 60; i++) {
        boolean up = i % 2 == 0;
        var design =
            new CusumDesign(.05, up ? .1 : .02, random.nextInt(4, 12), random.nextInt(1, 40));
        double rate = random.nextDouble(.2, .4);
        double expected = byLinearSolve(design, rate);
        // The linear system loses as many digits as the run length has.
        double tolerance = expected * (1e-12 + 1e-15 * expected);
        assertEquals(expected, design.averageRunLength(rate), tolerance, design.toString());
      }
    }

    /** With a step of 2 the chart is a birth and death chain, solved by another recursion. */
    @Test
    void longRunLengthsKeepTheirDigits() {
      double p = .05;
      double climb = 1 / p;
      double total = climb;
      for (int s = 1; s < 24; s++) {
        climb = (1 + (1 - p) * climb) / p;
        total += climb;
      }
      double exact = total; // about 1e30
      assertEquals(exact, new CusumDesign(.05, .1, 2, 24).averageRunLength(p), 1e-12 * exact);
    }

    @Test
    void meanOfTheRunLengthIsTheSumOfSurvivals() {
      CusumDesign design = CusumDesign.of(.2, .4, 60);
      double sum = 0;
      for (int n = 0; n < 2000; n++) {
        sum += 1 - design.signalProbability(.2, n);
      }
      assertEquals(design.averageRunLength(.2), sum, 1e-6); // the rest is below 2000 exp(-2000/60)
    }

    /**
     * Mean of 4,000 simulated run lengths against the exact value, both directions: within 5
     * standard errors, which a right implementation misses about once in a million seeds.
     */
    @ParameterizedTest
    @CsvSource({".05, .10, .05", ".05, .10, .10", ".05, .025, .05", ".05, .025, .025"})
    void simulatedRunLengths(double p0, double p1, double rate) {
      CusumDesign design = CusumDesign.of(p0, p1, 1000);
      var random = new SplittableRandom(20250106);
      int runs = 4000;
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < runs; i++) {
        BernoulliCusum chart = BernoulliCusum.create(design);
        while (chart.add(random.nextDouble() < rate).isEmpty()) {
          // until it signals
        }
        sum += chart.checks();
        squares += (double) chart.checks() * chart.checks();
      }
      double mean = sum / runs;
      double error = Math.sqrt((squares / runs - mean * mean) / runs);
      assertEquals(design.averageRunLength(rate), mean, 5 * error);
    }

    @Test
    void largeChartsAreQuick() {
      CusumDesign design = CusumDesign.of(.0005, .001, 1e6);
      assertEquals(1385, design.step(), 1);
      assertTrue(design.averageRunLength(.0005) >= 1e6);
      assertTrue(
          new CusumDesign(.0005, .001, design.step(), design.limit() - 1).averageRunLength(.0005)
              < 1e6);
    }
  }

  @Nested
  class Signals {
    @Test
    void signalNamesTheCheckAfterTheLastZero() {
      var chart = BernoulliCusum.create(new CusumDesign(.1, .2, 5, 8));
      boolean[] errors = {true, false, false, false, false, false, true, false, true, true};
      for (int i = 0; i < 9; i++) {
        assertTrue(chart.add(errors[i]).isEmpty());
      }
      assertEquals(7, chart.value()); // 4 - 1 + 4 after the zero at check 5
      assertEquals(new ChangeSignal(true, 6, 9), chart.add(errors[9]).orElseThrow());
      assertEquals(0, chart.value());
    }
  }

  @Nested
  class Messages {
    @Test
    void equalRates() {
      assertMessage(
          "inControlRate and shiftedRate must differ and give a step of 2 to 100000,"
              + " got 0.1 and 0.1",
          () -> CusumDesign.of(.1, .1, 100));
    }

    @Test
    void rateInPercent() {
      assertMessage("inControlRate must be in (0, 1), got 5.0", () -> CusumDesign.of(5, .1, 100));
    }

    private static void assertMessage(String message, Executable c) {
      assertEquals(message, assertThrows(IllegalArgumentException.class, c).getMessage());
    }
  }
}
