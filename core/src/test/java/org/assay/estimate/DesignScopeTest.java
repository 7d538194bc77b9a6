package org.assay.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.assay.data.ErrorClass;
import org.assay.data.GradingScheme;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;
import org.assay.estimate.DesignScope.RateParts;
import org.assay.estimate.SamplingFrame.ScopeFrame;
import org.assay.interval.EffectiveClopperPearson;
import org.assay.interval.FiniteLotBound;
import org.assay.interval.ProportionInterval.Sides;
import org.assay.plan.LimitPValues;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DesignScopeTest {
  private static final GradingScheme SCHEME = GradingScheme.ordered("A", "B", "C");
  private static final RateParts ANY = RateParts.errors(ErrorClass.any(SCHEME));

  private static CheckCell cell(
      int assessor, int stratum, Blindness blindness, int item, double pi, int r, int g, long n) {
    return new CheckCell(
        assessor, 0, 0, 0, stratum, blindness, SelectionMethod.SRS, item, pi, r, g, n);
  }

  private static CheckCell blind(int item, double pi, int r, int g, long n) {
    return cell(0, 0, Blindness.BLIND, item, pi, r, g, n);
  }

  private static DesignScope scope(List<CheckCell> cells, long gradings, long outside) {
    return DesignScope.of(
        cells, CheckWeights.of(cells, Blindness.BLIND), new ScopeFrame(gradings, outside));
  }

  // Strata come again and again, and their codes are far apart; an item is drawn in one stratum.
  // Drawn items or checks made the other way, not both: the gradings of an item weigh the same.
  private static List<CheckCell> cells(SplittableRandom random) {
    List<CheckCell> cells = new ArrayList<>();
    int strata = random.nextInt(1, 40);
    boolean items = random.nextBoolean();
    for (int i = random.nextInt(1, 200); i > 0; i--) {
      int stratum = random.nextInt(strata) * 1_000_003;
      boolean item = items && random.nextInt(3) == 0;
      Blindness blindness = items ? Blindness.BLIND : Blindness.values()[random.nextInt(2)];
      double pi = random.nextInt(3) == 0 ? 1 : random.nextDouble(.01, 1);
      for (int gradings = item ? random.nextInt(1, 5) : 1; gradings > 0; gradings--) {
        cells.add(
            cell(
                random.nextInt(3),
                stratum,
                blindness,
                item ? i : CheckCell.ALONE,
                pi,
                random.nextInt(-1, 3),
                random.nextInt(3),
                item ? 1 : random.nextLong(1, 12)));
      }
    }
    return cells;
  }

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  /** Rate and standard error of an assessor's part, by their definitions, unit by unit. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void ratesAreThoseOfTheDefinition(long seed) {
    List<CheckCell> table = cells(new SplittableRandom(seed));
    CheckWeights weights = CheckWeights.of(table, Blindness.BLIND);
    List<CheckCell> own = table.stream().filter(c -> c.assessor() == 0).toList();
    DesignScope scope = DesignScope.of(own, weights, new ScopeFrame(0, 0));
    for (RateParts parts : List.of(ANY, RateParts.gradeGivenReference(1, 2))) {
      DesignRate rate = scope.rate(parts);
      double errors = 0;
      double domain = 0;
      for (CheckCell c : own) {
        Contribution x = new Contribution(c, parts, weights);
        errors += c.count() * x.error;
        domain += c.count() * (x.error + x.clean);
      }
      assertEquals(domain > 0, rate.rate().defined());
      if (rate.checked() < 2) {
        continue;
      }
      double r = errors / domain;
      assertEquals(r, rate.rate().value(), 1e-12);
      assertEquals(
          standardError(table, parts, weights, r, domain),
          rate.standardError().value(),
          1e-9 * (1 + rate.standardError().value()));
    }
  }

  /** Weights of a cell's check that is an error, or clean, of assessor 0. */
  private static final class Contribution {
    final double w;
    final double error;
    final double clean;

    Contribution(CheckCell c, RateParts parts, CheckWeights weights) {
      boolean isRead = !c.pending() && c.blindness() == Blindness.BLIND && c.assessor() == 0;
      w = weights.factor(c) / c.probability();
      DesignSample.Part part =
          isRead ? parts.of(c.reference(), c.grade()) : DesignSample.Part.OUTSIDE;
      error = part == DesignSample.Part.ERROR ? w : 0;
      clean = part == DesignSample.Part.CLEAN ? w : 0;
    }
  }

  private static double standardError(
      List<CheckCell> table, RateParts parts, CheckWeights weights, double r, double domain) {
    Map<Integer, List<double[]>> strata = new HashMap<>(); // z, 1 - 1/w by unit
    Map<Integer, double[]> items = new HashMap<>();
    for (CheckCell c : table) {
      if (!c.isOf(Blindness.BLIND)) {
        continue;
      }
      Contribution x = new Contribution(c, parts, weights);
      double z = (x.error * (1 - r) - x.clean * r) / domain;
      List<double[]> units = strata.computeIfAbsent(c.stratum(), s -> new ArrayList<>());
      if (c.cluster() == CheckCell.ALONE) {
        for (long i = 0; i < c.count(); i++) {
          units.add(new double[] {z, 1 - 1 / x.w});
        }
      } else {
        double[] unit =
            items.computeIfAbsent(
                c.cluster(),
                item -> {
                  double[] made = {0, 1 - 1 / x.w};
                  units.add(made);
                  return made;
                });
        unit[0] += z;
      }
    }
    double variance = 0;
    for (List<double[]> units : strata.values()) {
      int n = units.size();
      double mean = n == 1 ? 0 : units.stream().mapToDouble(u -> u[0]).sum() / n;
      double sum = units.stream().mapToDouble(u -> u[1] * (u[0] - mean) * (u[0] - mean)).sum();
      variance += n == 1 ? sum : sum * n / (n - 1.0);
    }
    return Math.sqrt(Math.max(0, variance));
  }

  /** A risk is the one at which the bound is the limit: both ways of judging say the same. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void risksAndBoundsAgree(long seed) {
    var random = new SplittableRandom(seed);
    List<CheckCell> cells = cells(random);
    double gradings = cells.stream().mapToDouble(c -> c.count() / c.probability()).sum();
    DesignRate lot = scope(cells, Math.round(gradings), random.nextInt(20)).rate(ANY);
    for (DesignRate rate : List.of(lot, lot.ofProcess())) {
      for (double limit = .005; limit < 1; limit *= 1.3) {
        for (double risk : new double[] {.01, .05, .2}) {
          LimitPValues p = rate.pValues(limit);
          assertEquals(rate.upperBound(1 - risk) <= limit, p.soFew() <= risk);
          assertEquals(rate.lowerBound(1 - risk) > limit, p.soMany() <= risk);
        }
      }
    }
  }

  @Nested
  class DrawnItems {
    /** Three of 30 items are wrong in all four gradings: three errors in 30, not 12 in 120. */
    @Test
    void errorsOfAnItemAreOne() {
      List<CheckCell> cells = new ArrayList<>();
      for (int item = 0; item < 30; item++) {
        for (int a = 0; a < 4; a++) {
          cells.add(cell(a, 0, Blindness.BLIND, item, 1e-6, 0, item < 3 ? 1 : 0, 1));
        }
      }
      DesignRate rate = scope(cells, 120_000_000, 0).rate(ANY);
      assertEquals(.1, rate.rate().value(), 1e-15);
      assertEquals(120, rate.checked());
      assertEquals(EffectiveClopperPearson.upper(3, 30, .95), rate.upperBound(.95), 1e-6);
      assertEquals(EffectiveClopperPearson.lower(3, 30, .95), rate.lowerBound(.95), 1e-6);
    }

    /** Clean items stand for the items drawn, never for the gradings checked. */
    @Test
    void cleanItemsCountOnce() {
      List<CheckCell> cells = new ArrayList<>();
      for (int item = 0; item < 59; item++) {
        for (int a = 0; a < 3; a++) {
          cells.add(cell(a, 0, Blindness.BLIND, item, 1e-6, 0, 0, 1));
        }
      }
      DesignRate rate = scope(cells, 177_000_000, 0).rate(ANY);
      assertEquals(1 - Math.pow(.05, 1 / 59.0), rate.upperBound(.95), 1e-6);
    }
  }

  /** All gradings of a scope are read: its rate is known, whatever made them be drawn. */
  @Nested
  class AllRead {
    private final CheckCell one = cell(0, 1, Blindness.BLIND, CheckCell.ALONE, 1 / 8., 1, 1, 1);
    private final CheckCell right = cell(0, 2, Blindness.BLIND, CheckCell.ALONE, 2 / 51., 1, 1, 1);
    private final CheckCell wrong = cell(0, 2, Blindness.BLIND, CheckCell.ALONE, 2 / 51., 0, 1, 1);

    @Test
    void theRateIsExact() {
      DesignRate rate = scope(List.of(one, right, wrong), 3, 0).rate(ANY);
      assertEquals(1 / 3., rate.rate().value(), 1e-15);
      assertEquals(3, rate.population(), 0);
      assertEquals(0, rate.standardError().value(), 0);
      assertEquals(1 / 3., rate.upperBound(.95), 1e-15);
      assertEquals(1 / 3., rate.lowerBound(.95), 1e-15);
    }

    /** Of the process three checks are three checks: Clopper and Pearson. */
    @Test
    void theProcessIsNotKnown() {
      DesignRate none = scope(List.of(one, right, right), 3, 0).rate(ANY);
      assertEquals(1 - Math.cbrt(.05), none.ofProcess().upperBound(.95), 1e-12);
    }

    /** A grading that is left, or was out of reach, is bounded as before. */
    @Test
    void notAllAreRead() {
      assertTrue(scope(List.of(one, right, right), 4, 0).rate(ANY).upperBound(.95) > .5);
      assertTrue(scope(List.of(one, right, right), 3, 1).rate(ANY).upperBound(.95) > .5);
    }
  }

  @Nested
  class AtTheirWorst {
    /** 3 errors and 50 clean of 60 drawn from 600, 7 without a verdict: 10 and 3 errors of 60. */
    @Test
    void unresolvedSelectionsAreErrorsAboveAndNoneBelow() {
      List<CheckCell> cells =
          List.of(
              blind(CheckCell.ALONE, .1, 0, 1, 3),
              blind(CheckCell.ALONE, .1, 0, 0, 50),
              blind(CheckCell.ALONE, .1, CheckCell.PENDING, 0, 7));
      DesignRate rate = scope(cells, 600, 0).rate(ANY);
      assertEquals(3.0 / 53, rate.rate().value(), 1e-15);
      assertEquals(7, rate.unresolved());
      assertEquals(upper(10, 60, 600), rate.upperBound(.95));
      assertEquals(
          FiniteLotBound.of(3, 60, 600, .95, Sides.LOWER).asRate().lower(), rate.lowerBound(.95));
    }

    /** An unresolved grading of B cannot be an A/C mix-up. */
    @Test
    void onlyWhereAnErrorIsPossible() {
      List<CheckCell> cells =
          List.of(
              blind(CheckCell.ALONE, .1, 0, 0, 100),
              blind(CheckCell.ALONE, .1, CheckCell.PENDING, 1, 50));
      ErrorClass critical = ErrorClass.pairs(SCHEME, List.of(List.of("A", "C")));
      DesignRate rate = scope(cells, 1500, 0).rate(critical);
      assertEquals(upper(0, 150, 1500), rate.upperBound(.95));
    }

    private double upper(long errors, long checked, long lot) {
      return FiniteLotBound.of(errors, checked, lot, .95, Sides.UPPER).asRate().upper();
    }

    /**
     * 500 of the first 5,000 of 10,000 were drawn, 5 errors: half of the gradings may be errors.
     */
    @Test
    void gradingsThatCouldNotBeSelected() {
      List<CheckCell> cells =
          List.of(blind(CheckCell.ALONE, .1, 0, 1, 5), blind(CheckCell.ALONE, .1, 0, 0, 495));
      DesignScope scope = scope(cells, 10_000, 0);
      assertEquals(DesignScope.Fit.SOME_NOT_SELECTABLE, scope.fit());
      DesignRate rate = scope.rate(ANY);
      assertEquals(.5, rate.covered());
      assertEquals(.5 * upper(5, 500, 5000) + .5, rate.upperBound(.95), 1e-12);
      assertEquals(1, rate.pValues(.4).soFew());
      assertTrue(rate.pValues(.52).soFew() < .05);
    }

    /** The same, told by the strata of the gradings. */
    @Test
    void strataOfWhichNothingWasSelected() {
      List<CheckCell> cells = List.of(blind(CheckCell.ALONE, .1, 0, 0, 500));
      assertEquals(.8, scope(cells, 5000, 1250).rate(ANY).covered(), 1e-15);
      assertEquals(1, scope(cells, 5000, 0).rate(ANY).covered(), 1e-15);
    }

    /** 100 drawn from 200 with a reserve of which 60 were never issued: 40 clean show 12, not 4. */
    @Test
    void aReserveThatWasNotIssued() {
      DesignScope scope = scope(List.of(blind(CheckCell.ALONE, .5, 0, 0, 40)), 200, 0);
      assertTrue(scope.rate(ANY).upperBound(.95) >= 12.0 / 200);
    }

    /** A stratum that nobody read blind is covered by nobody. */
    @Test
    void aStratumThatWasNeverRead() {
      List<CheckCell> cells =
          List.of(
              cell(0, 0, Blindness.NON_BLIND, CheckCell.ALONE, 15 / 5000.0, 0, 0, 15),
              cell(0, 1, Blindness.BLIND, CheckCell.ALONE, 40 / 5000.0, 0, 0, 19),
              cell(0, 1, Blindness.NON_BLIND, CheckCell.ALONE, 40 / 5000.0, 0, 0, 21));
      DesignRate rate = scope(cells, 10_000, 0).rate(ANY);
      assertEquals(.5, rate.covered(), 1e-12);
      assertTrue(rate.upperBound(.95) > .5);
    }

    /** 5 % of the gradings have hardly a chance to be drawn, and were not: they may be errors. */
    @Test
    void whatPpsDoesNotAccountFor() {
      List<CheckCell> cells =
          List.of(
              new CheckCell(
                  0,
                  0,
                  0,
                  0,
                  0,
                  Blindness.BLIND,
                  SelectionMethod.PPS,
                  CheckCell.ALONE,
                  .1,
                  0,
                  0,
                  190));
      assertTrue(scope(cells, 2000, 0).rate(ANY).upperBound(.95) > .05);
    }
  }

  /** Two assessors with 30 gradings and one check each: the lot is what the table has. */
  @Test
  void theLotIsThatOfTheTable() {
    List<CheckCell> cells =
        List.of(
            cell(0, 0, Blindness.BLIND, CheckCell.ALONE, .1, 0, 0, 2),
            cell(1, 0, Blindness.BLIND, CheckCell.ALONE, .1, 0, 0, 4));
    CheckWeights weights = CheckWeights.of(cells, Blindness.BLIND);
    DesignRate own = DesignScope.of(cells.subList(0, 1), weights, new ScopeFrame(30, 0)).rate(ANY);
    assertEquals(30, own.lot().orElseThrow());
    assertEquals(
        FiniteLotBound.of(0, 2, 30, .95, Sides.UPPER).asRate().upper(), own.upperBound(.95));
    assertTrue(own.ofProcess().lot().isEmpty());
    assertEquals(1 - Math.sqrt(.05), own.ofProcess().upperBound(.95), 1e-12);
  }

  @Test
  void namesAProbabilityThatIsNone() {
    List<CheckCell> cells = List.of(blind(CheckCell.ALONE, 0, 0, 0, 1));
    var e =
        assertThrows(IllegalArgumentException.class, () -> DesignScope.of(cells, Blindness.BLIND));
    assertEquals("probability must be in (0, 1], got 0.0", e.getMessage());
  }
}
