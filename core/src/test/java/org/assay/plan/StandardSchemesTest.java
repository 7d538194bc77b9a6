package org.assay.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.assay.plan.LotByLot.SwitchingRules;
import org.assay.plan.LotByLot.SwitchingRules.LotResult;
import org.assay.plan.LotByLot.SwitchingRules.State;
import org.assay.plan.MilStd105e.Inspection;
import org.assay.plan.MilStd105e.StandardPlan;
import org.assay.plan.OperatingCharacteristic.OutgoingQuality;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardSchemesTest {
  private static final List<String> LETTERS = List.of("ABCDEFGHJKLMNPQR".split(""));

  @Nested
  class Tables {
    /** Table I. */
    @ParameterizedTest
    @CsvSource({
      "2, II, A",
      "8, II, A",
      "9, II, B",
      "15, II, B",
      "16, II, C",
      "1000, II, J",
      "1200, II, J",
      "1201, II, K",
      "500000, III, Q",
      "500001, III, R",
      "90, S-2, B",
      "10000000, S-4, K"
    })
    void codeLetters(long lot, String level, String letter) {
      assertEquals(letter, MilStd105e.codeLetter(lot, level));
    }

    /**
     * Table II-A; in the two last the arrow changes the sample size too, where a peer forgets it.
     */
    @ParameterizedTest
    @CsvSource({
      "K, 1.0, 125, 3",
      "L, 1.5, 200, 7",
      "K, 10, 125, 21",
      "J, 0.25, 50, 0",
      "G, 1.0, 50, 1"
    })
    void single(String letter, double aql, long n, long c) {
      StandardPlan plan = MilStd105e.plan(letter, aql, Inspection.NORMAL, MilStd105e.Type.SINGLE);
      assertEquals(StagedPlan.single(n, c), plan.asStaged());
    }

    /** Tables III-A and IV-A, code letter L, AQL 1.5. */
    @Test
    void doubleAndMultiple() {
      assertEquals(
          StagedPlan.doubled(125, 3, 7, 125, 8),
          MilStd105e.plan("L", 1.5, Inspection.NORMAL, MilStd105e.Type.DOUBLE).asStaged());
      StandardPlan multiple =
          MilStd105e.plan("L", 1.5, Inspection.NORMAL, MilStd105e.Type.MULTIPLE);
      assertEquals(List.of(50L, 50L, 50L, 50L, 50L, 50L, 50L), multiple.sampleSizes());
      assertEquals(List.of(0L, 1L, 3L, 5L, 7L, 10L, 13L), multiple.acceptanceNumbers());
      assertEquals(List.of(4L, 6L, 8L, 10L, 11L, 12L, 14L), multiple.rejectionNumbers());
    }

    /** Misprints of a peer: rejection number 26 beside acceptance number 26. */
    @ParameterizedTest
    @CsvSource({"L", "M", "N", "P"})
    void misprints(String letter) {
      StandardPlan plan = MilStd105e.plan(letter, 100, Inspection.NORMAL, MilStd105e.Type.DOUBLE);
      assertEquals(List.of(11L, 26L), plan.acceptanceNumbers());
      assertEquals(List.of(16L, 27L), plan.rejectionNumbers());
    }

    /**
     * Another misprint of the same peer: 13 tightened multiple plans that reject at 2 errors after
     * the first sample. Those of the same acceptance number under normal inspection have 3.
     */
    @Test
    void misprintsOfMultiplePlans() {
      int cells = 0;
      for (String letter : LETTERS) {
        for (double aql : MilStd105e.aqls()) {
          StandardPlan single =
              MilStd105e.plan(letter, aql, Inspection.TIGHTENED, MilStd105e.Type.SINGLE);
          StandardPlan multiple =
              MilStd105e.plan(letter, aql, Inspection.TIGHTENED, MilStd105e.Type.MULTIPLE);
          if (multiple.sampleSizes().size() == 7 && single.acceptanceNumbers().get(0) == 3) {
            assertEquals(List.of(3L, 3L, 4L, 5L, 6L, 6L, 7L), multiple.rejectionNumbers());
            cells++;
          }
        }
      }
      assertEquals(13, cells);
    }

    /** Under reduced inspection errors between the numbers accept. */
    @Test
    void reduced() {
      StandardPlan plan = MilStd105e.plan("L", 1.5, Inspection.REDUCED, MilStd105e.Type.SINGLE);
      assertEquals(List.of(3L), plan.acceptanceNumbers());
      assertEquals(List.of(6L), plan.rejectionNumbers());
      assertEquals(StagedPlan.single(80, 5), plan.asStaged());
    }

    /**
     * All cells: double and multiple plans accept every other lot at the single plan's rate, within
     * 30 %.
     */
    @Test
    void everyCell() {
      assertEquals(26, MilStd105e.aqls().size());
      for (String letter : LETTERS) {
        for (double aql : MilStd105e.aqls()) {
          for (Inspection inspection : Inspection.values()) {
            StagedPlan single =
                MilStd105e.plan(letter, aql, inspection, MilStd105e.Type.SINGLE).asStaged();
            double even = evenRate(single);
            for (MilStd105e.Type type : MilStd105e.Type.values()) {
              StagedPlan plan = MilStd105e.plan(letter, aql, inspection, type).asStaged();
              String cell = letter + " " + aql + " " + inspection + " " + type;
              assertTrue(accept(plan, even / 1.3) > 0.5, cell);
              assertTrue(accept(plan, even * 1.3) < 0.5, cell);
            }
          }
        }
      }
    }

    // Errors an item at which the plan accepts every other lot; can exceed 1.
    private static double evenRate(StagedPlan single) {
      double low = 0;
      double high = 40;
      for (int i = 0; i < 50; i++) {
        double middle = (low + high) / 2;
        boolean above = accept(single, middle) > 0.5;
        low = above ? middle : low;
        high = above ? high : middle;
      }
      return low;
    }

    private static double accept(StagedPlan plan, double rate) {
      return OperatingCharacteristic.at(plan, ErrorModel.POISSON, rate).accept();
    }

    /** Two cells of a published copy have the sample size of another letter than their arrow's. */
    @ParameterizedTest
    @CsvSource({"100", "150"})
    void arrowOfMultiplePlans(double aql) {
      assertEquals(
          MilStd105e.plan("E", aql, Inspection.NORMAL, MilStd105e.Type.MULTIPLE).asStaged(),
          MilStd105e.plan("F", aql, Inspection.NORMAL, MilStd105e.Type.MULTIPLE).asStaged());
    }

    @Test
    void messages() {
      var letter =
          assertThrows(
              IllegalArgumentException.class,
              () -> MilStd105e.plan("I", 1.0, Inspection.NORMAL, MilStd105e.Type.SINGLE));
      assertTrue(letter.getMessage().startsWith("codeLetter must be one of [A, B, C"));
      var aql =
          assertThrows(
              IllegalArgumentException.class,
              () -> MilStd105e.plan("K", 3, Inspection.NORMAL, MilStd105e.Type.SINGLE));
      assertTrue(aql.getMessage().endsWith("1000.0], got 3.0"));
      var lot = assertThrows(IllegalArgumentException.class, () -> MilStd105e.codeLetter(1, "II"));
      assertEquals("lotSize must be >= 2, got 1", lot.getMessage());
    }
  }

  @Nested
  class Switching {
    private static SwitchingRules after(String lots, boolean reducedAllowed) {
      SwitchingRules rules = SwitchingRules.start();
      for (int i = 0; i < lots.length(); i++) {
        char lot = lots.charAt(i);
        rules =
            rules.after(
                lot == '+'
                    ? LotResult.ACCEPTED
                    : lot == '-' ? LotResult.REJECTED : LotResult.ACCEPTED_BETWEEN,
                reducedAllowed);
      }
      return rules;
    }

    @ParameterizedTest
    @CsvSource({
      "'', NORMAL",
      "-, NORMAL",
      "--, TIGHTENED",
      "-+++-, TIGHTENED",
      "-++++-, NORMAL",
      "--++++, TIGHTENED",
      "--+++++, NORMAL",
      "--++++-+++++, NORMAL",
      "--+++++-, NORMAL",
      "-------, DISCONTINUED",
      "--++-++-++-++-++-, DISCONTINUED",
      "++++++++++++, NORMAL"
    })
    void rules(String lots, State state) {
      assertEquals(state, after(lots, false).state());
    }

    @ParameterizedTest
    @CsvSource({
      "+++++++++, NORMAL",
      "++++++++++, REDUCED",
      "++++++++++++, REDUCED",
      "++++++++++-, NORMAL",
      "++++++++++b, NORMAL",
      "-++++++++++, REDUCED"
    })
    void reduced(String lots, State state) {
      assertEquals(state, after(lots, true).state());
    }

    /** Stephens and Larson (1967): normal (200, 7), tightened (200, 5). */
    @ParameterizedTest
    @CsvSource({"0.019296, 0.95, 0.001", "0.045884, 0.10, 0.001"})
    void schemeCharacteristic(double rate, double accept, double tolerance) {
      double normal = accept(7, rate);
      double tightened = accept(5, rate);
      double longRun = SwitchingRules.longRunAcceptance(normal, tightened);
      assertEquals(accept, longRun, tolerance);
      double a = (2 - Math.pow(normal, 4)) / ((1 - normal) * (1 - Math.pow(normal, 4)));
      double b = (1 - Math.pow(tightened, 5)) / ((1 - tightened) * Math.pow(tightened, 5));
      assertEquals((a * normal + b * tightened) / (a + b), longRun, 1e-12);
    }

    private static double accept(long c, double rate) {
      return OperatingCharacteristic.at(StagedPlan.single(200, c), ErrorModel.BINOMIAL, rate)
          .accept();
    }
  }

  @Nested
  class Others {
    /** R Dodge 0.9-2, ChainBinomial(1000, 20, 3). */
    @Test
    void chain() {
      assertEquals(0.90831567, LotByLot.chainAcceptance(ErrorModel.BINOMIAL, 20, 3, 0.01), 5e-9);
      assertEquals(0.37587053, LotByLot.chainAcceptance(ErrorModel.BINOMIAL, 20, 3, 0.05), 5e-9);
    }

    /** Inspecting every lot is the reference plan; sure lots are inspected at the fraction. */
    @Test
    void skipLot() {
      assertEquals(0.9, LotByLot.skip(0.9, 5, 0.999999999).accept(), 1e-8);
      assertEquals(0.25, LotByLot.skip(1, 5, 0.25).inspected(), 1e-15);
      LotByLot.SkipLot at = LotByLot.skip(0.9, 4, 0.2);
      // An uninspected lot is accepted: share inspected times P plus share not inspected.
      assertEquals(at.inspected() * 0.9 + 1 - at.inspected(), at.accept(), 1e-15);
    }

    /** Dodge and Romig's tables round to multiples of 5 and to classes of lots and qualities. */
    @ParameterizedTest
    @CsvSource({"1000, 0.0001, 205, 0", "10000, 0.0008, 520, 2"})
    void lotTolerance(long lot, double processAverage, long printed, long c) {
      StagedPlan plan = DodgeRomig.lotTolerance(lot, 0.01, 0.1, processAverage);
      assertEquals(c, plan.acceptanceNumbers().get(0));
      assertEquals((double) printed, (double) plan.maximum(), 2.5);
    }

    /**
     * Three cells of a published copy of the tables (outgoing limit 3 %, process average 1.2 %) are
     * those of another column: they let far less out, and take more checks for it.
     */
    @ParameterizedTest
    @CsvSource({"200, 26, 0, 0.0123", "800, 44, 1, 0.0180", "3000, 65, 2, 0.0206"})
    void shiftedCells(long lot, long n, long c, double limit) {
      var model = new ErrorModel(ErrorModel.Kind.POISSON, lot);
      assertEquals(limit, OutgoingQuality.limit(StagedPlan.single(n, c), model).limit(), 5e-5);
      StagedPlan plan = DodgeRomig.outgoingLimit(lot, 0.03, 0.012);
      double ours = OutgoingQuality.limit(plan, model).limit();
      assertEquals(c + 1, plan.acceptanceNumbers().get(0));
      assertTrue(ours <= 0.03 && ours > 0.029, plan + " " + ours);
    }

    /** No other acceptance number keeps the outgoing limit with less inspection. */
    @Test
    void outgoingLimit() {
      var model = new ErrorModel(ErrorModel.Kind.POISSON, 1_000);
      StagedPlan plan = DodgeRomig.outgoingLimit(1_000, 0.03, 0.02);
      assertTrue(OutgoingQuality.limit(plan, model).limit() <= 0.03);
      var smaller = StagedPlan.single(plan.maximum() - 1, plan.acceptanceNumbers().get(0));
      assertTrue(OutgoingQuality.limit(smaller, model).limit() > 0.03);
    }
  }
}
