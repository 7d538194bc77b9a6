package org.assay.agreement;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.Set;
import org.assay.agreement.AgreementEstimate.Caution;
import org.assay.count.ConfusionMatrix;
import org.assay.count.RatingRows;
import org.assay.result.Undefined;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CohenKappaTest {
  private static final Inference DELTA =
      Inference.standard().withStandardError(Inference.StandardError.DELTA);

  private static ConfusionMatrix table(long[]... rows) {
    return ConfusionMatrix.of(rows);
  }

  private static AgreementEstimate kappa(Weights weights, ConfusionMatrix table) {
    return CohenKappa.with(weights).estimate(table, DELTA);
  }

  @Nested
  class Published {
    /** Cohen (1960), p. 45: .70, .41, .492 and the largest kappa .831. */
    @Test
    void cohen1960() {
      ConfusionMatrix t =
          table(new long[] {88, 14, 18}, new long[] {10, 40, 10}, new long[] {2, 6, 12});
      AgreementEstimate k = CohenKappa.of(t);
      assertAll(
          () -> assertEquals(29.0 / 59, k.value().value(), 1e-15),
          () -> assertEquals(.70, k.observed().value(), 1e-15),
          () -> assertEquals(.41, k.expected().value(), 1e-15),
          () -> assertEquals(.831, CohenKappa.maximum(t).value(), .0005),
          () -> assertEquals(200, k.diagnostics().items()));
    }

    /**
     * Fleiss, Cohen and Everitt (1969): variances .002885 and .003082, weighted .003248, .004269.
     */
    @Test
    void fleissCohenEveritt1969() {
      ConfusionMatrix t =
          table(new long[] {106, 10, 4}, new long[] {22, 28, 10}, new long[] {2, 12, 6});
      Weights w = Weights.of(new double[][] {{1, 0, .4444}, {0, 1, .6667}, {.4444, .6667, 1}});
      Weights identity = Weights.identity(3);
      assertAll(
          () -> assertEquals(.42857, kappa(identity, t).value().value(), 5e-6),
          () -> assertEquals(.002885, square(kappa(identity, t).standardError().value()), 5e-7),
          () ->
              assertEquals(
                  .003082, square(CohenKappa.with(identity).standardErrorNull(t).value()), 5e-7),
          () -> assertEquals(.50707, kappa(w, t).value().value(), 5e-6),
          () -> assertEquals(.003248, square(kappa(w, t).standardError().value()), 5e-7),
          () ->
              assertEquals(.004269, square(CohenKappa.with(w).standardErrorNull(t).value()), 5e-7));
    }

    private static double square(double x) {
      return x * x;
    }
  }

  @Nested
  class Undefinedness {
    @Test
    void oneGradeThroughout() {
      AgreementEstimate k = CohenKappa.of(table(new long[] {9, 0}, new long[] {0, 0}));
      assertAll(
          () -> assertEquals(Optional.of(Undefined.NO_VARIATION), k.value().reason()),
          () -> assertEquals(1, k.observed().value()),
          () -> assertEquals(1, k.expected().value()),
          () -> assertEquals(Optional.empty(), k.interval()));
    }

    @Test
    void noPairs() {
      AgreementEstimate k = CohenKappa.of(ConfusionMatrix.create(2));
      assertEquals(Optional.of(Undefined.NO_PAIRS), k.value().reason());
    }

    @Test
    void oneItemHasNoStandardError() {
      AgreementEstimate k = CohenKappa.of(table(new long[] {0, 1}, new long[] {0, 0}));
      assertEquals(0, k.value().value());
      assertEquals(Optional.of(Undefined.TOO_FEW_ITEMS), k.standardError().reason());
    }

    @Test
    void constantRaterGivesZeroAndSaysSo() {
      AgreementEstimate k = CohenKappa.of(table(new long[] {30, 0}, new long[] {20, 0}));
      assertEquals(0, k.value().value());
      assertEquals(Set.of(Caution.NO_VARIATION_RATER, Caution.SHORT_LIMITS), k.cautions());
    }

    /** 100 complete pairs with kappa .6 stay .6 when 200 items with one rating arrive. */
    @Test
    void itemsRatedOnceHaveNoSay() {
      var rows = RatingRows.of(table(new long[] {40, 10}, new long[] {10, 40}));
      rows.add(new int[] {0, RatingRows.MISSING}, 150);
      rows.add(new int[] {RatingRows.MISSING, 1}, 50);
      AgreementEstimate k = CohenKappa.with(Weights.identity(2)).estimate(rows);
      assertAll(
          () -> assertEquals(.6, k.value().value(), 1e-15),
          () -> assertEquals(300, k.diagnostics().items()),
          () -> assertEquals(100, k.diagnostics().pairableItems()));
    }
  }

  @Nested
  class Messages {
    @Test
    void threeRaters() {
      var rows = RatingRows.create(3, 2);
      var e =
          assertThrows(
              IllegalArgumentException.class,
              () -> CohenKappa.with(Weights.identity(2)).estimate(rows));
      assertEquals("raters must be 2 for cohenKappa, got 3", e.getMessage());
    }

    @Test
    void weightsOfOtherGrades() {
      var e =
          assertThrows(
              IllegalArgumentException.class,
              () -> CohenKappa.with(Weights.identity(3)).estimate(ConfusionMatrix.create(2)));
      assertEquals("weights must have the grades of the data, 2, got 3", e.getMessage());
    }
  }
}
