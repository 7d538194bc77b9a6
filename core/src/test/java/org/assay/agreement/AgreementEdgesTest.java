package org.assay.agreement;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.assay.agreement.Inference.IntervalKind;
import org.assay.agreement.Inference.StandardError;
import org.assay.agreement.Weights.WeightScheme;
import org.assay.count.RatingPatterns;
import org.assay.result.Undefined;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Where a coefficient is undefined, and what bad arguments are told. */
class AgreementEdgesTest {
  @Nested
  class Undefinedness {
    private final Inference standard = Inference.standard();

    @Test
    void oneGradeOfSeveralDeclared() {
      RatingPatterns p = RatingPatterns.create(3);
      p.add(new int[] {3, 0, 0}, 20);
      assertAll(
          () -> assertEquals(1.0, PercentAgreement.of(p).value().value()),
          () -> assertEquals(1.0, GwetAc.of(p).value().value()),
          () -> assertEquals(1.0, BrennanPrediger.of(p).value().value()),
          () -> assertEquals(Undefined.NO_VARIATION, reason(FleissKappa.of(p))),
          () -> assertEquals(Undefined.NO_VARIATION, reason(KrippendorffAlpha.of(p))),
          () -> assertEquals(1.0, FleissKappa.of(p).observed().value()),
          () -> assertEquals(1.0, FleissKappa.of(p).expected().value()),
          () -> assertEquals(Undefined.UNUSED_GRADE, reason(FleissKappa.ofGrade(p, 1, standard))));
    }

    @Test
    void onlyOneGradeDeclared() {
      RatingPatterns p = RatingPatterns.of(new int[][] {{3}, {2}});
      assertAll(
          () -> assertEquals(1.0, PercentAgreement.of(p).value().value()),
          () -> assertEquals(Undefined.NO_VARIATION, reason(GwetAc.of(p))),
          () -> assertEquals(Undefined.NO_VARIATION, reason(BrennanPrediger.of(p))));
    }

    @Test
    void secondGradeOnAnItemRatedOnce() {
      RatingPatterns p = RatingPatterns.of(new int[][] {{2, 0}, {2, 0}, {0, 1}});
      assertEquals(Undefined.NO_VARIATION, reason(KrippendorffAlpha.of(p)));
    }

    @Test
    void nothingInPairs() {
      RatingPatterns p = RatingPatterns.of(new int[][] {{1, 0}, {0, 1}, {0, 0}});
      assertEquals(Undefined.NO_PAIRS, reason(FleissKappa.of(p)));
      assertEquals(2, FleissKappa.of(p).diagnostics().items());
      assertEquals(Undefined.NO_PAIRS, reason(PercentAgreement.of(RatingPatterns.create(2))));
    }

    @Test
    void oneItem() {
      AgreementEstimate k = FleissKappa.of(RatingPatterns.of(new int[][] {{1, 1}}));
      assertEquals(-1.0, k.value().value());
      assertEquals(Undefined.TOO_FEW_ITEMS, k.standardError().reason().orElseThrow());
    }

    private static Undefined reason(AgreementEstimate e) {
      return e.value().reason().orElseThrow();
    }
  }

  @Nested
  class Messages {
    private final RatingPatterns p = RatingPatterns.of(new int[][] {{2, 1}, {1, 2}});
    private final FleissKappa fleiss = FleissKappa.with(Weights.identity(2));

    private static String message(org.junit.jupiter.api.function.Executable call) {
      return assertThrows(IllegalArgumentException.class, call).getMessage();
    }

    @Test
    void populationBelowTheItems() {
      assertEquals(
          "populationSize must be >= the items rated (2), got 1",
          message(() -> fleiss.estimate(p, Inference.standard().withPopulationSize(1))));
    }

    @Test
    void deltaNeedsPairs() {
      assertEquals(
          "standardError DELTA needs exactly two ratings on every item",
          message(
              () ->
                  fleiss.estimate(p, Inference.standard().withStandardError(StandardError.DELTA))));
    }

    @Test
    void confidence() {
      assertEquals(
          "confidence must be in (0, 1), got 95.0",
          message(() -> Inference.standard().withConfidence(95)));
    }

    @Test
    void weights() {
      assertAll(
          () ->
              assertEquals(
                  "weights must be in [0, 1] with 1 on the diagonal, got 0.9 in row 1, column 1",
                  message(() -> Weights.of(new double[][] {{1, 0}, {0, .9}}))),
          () ->
              assertEquals(
                  "weights must be square: row 0 has length 1, there are 2 rows",
                  message(() -> Weights.of(new double[][] {{1}, {0, 1}}))),
          () ->
              assertEquals(
                  "scores must be different, got 2.0 twice",
                  message(() -> WeightScheme.LINEAR.of(1, 2, 2))),
          () ->
              assertEquals(
                  "scores must be >= 0 for ratio weights, got -1.0",
                  message(() -> WeightScheme.RATIO.of(-1, 2))));
    }

    @Test
    void clustersWithoutBootstrap() {
      assertEquals(
          "standardError must be LINEARIZED and the interval not from a bootstrap or a posterior for clustered"
              + " items or drawn raters",
          message(
              () ->
                  fleiss.estimateClustered(
                      List.of(p), Inference.standard().withInterval(IntervalKind.BCA))));
    }
  }
}
