package org.assay.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.assay.agreement.Inference.StandardError;
import org.assay.agreement.JointEstimates.Reading;
import org.assay.agreement.Weights.WeightScheme;
import org.assay.count.ConfusionMatrix;
import org.assay.count.RatingPatterns;
import org.assay.count.RatingRows;
import org.assay.result.Outcome;
import org.assay.result.Undefined;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is 0 by algebra is 0, not what rounding leaves. */
class ExactZerosTest {
  private static final Outcome ZERO = Outcome.of(0);
  private static final Outcome NO_TEST = Outcome.undefined(Undefined.ZERO_VARIANCE);

  private static void assertNothing(AgreementEstimate e, Object how) {
    assertEquals(ZERO, e.value(), () -> e.coefficient() + " " + how);
    assertEquals(ZERO, e.standardError(), () -> e.coefficient() + " " + how);
    assertEquals(NO_TEST, e.pValue(), () -> e.coefficient() + " " + how);
  }

  /** Kappa of a rater who gives one grade is 0 whatever the other one does. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void constantRater(long seed) {
    var random = new SplittableRandom(seed);
    int grades = random.nextInt(2, 6);
    int constant = random.nextInt(grades);
    boolean first = random.nextBoolean();
    ConfusionMatrix table = ConfusionMatrix.create(grades);
    for (int k = 0; k < grades; k++) {
      table.add(first ? constant : k, first ? k : constant, random.nextInt(1, 30));
    }
    for (WeightScheme scheme : WeightScheme.values()) {
      Weights w = scheme.ofGrades(grades);
      for (StandardError error : StandardError.values()) {
        Inference how = Inference.standard().withStandardError(error).withBootstrap(50, seed);
        assertNothing(CohenKappa.with(w).estimate(table, how), how);
        assertNothing(LightKappa.with(w).estimate(RatingRows.of(table), how), how);
        assertNothing(CongerKappa.with(w).estimate(RatingRows.of(table), how), how);
      }
    }
  }

  /** With three raters, two of them constant, Conger's is 0 too. */
  @Test
  void allConstantButOne() {
    RatingRows rows = RatingRows.create(3, 3);
    for (int k = 0; k < 3; k++) {
      rows.add(new int[] {1, k, 2}, 7 + 4 * k);
    }
    assertNothing(CongerKappa.of(rows), "linearized");
  }

  /** Kappas of a constant and of a perfect rater: neither has a variance. */
  @Test
  void noVarianceToCompare() {
    RatingRows rows = RatingRows.create(3, 2);
    rows.add(new int[] {0, 0, 0}, 4);
    rows.add(new int[] {1, 0, 1}, 3);
    CohenKappa cohen = CohenKappa.with(Weights.identity(2));
    JointEstimates joint =
        JointEstimates.of(rows, List.of(Reading.of(cohen, 0, 1), Reading.of(cohen, 0, 2)));
    assertEquals(List.of(ZERO, ZERO), joint.standardErrors());
    assertEquals(NO_TEST, joint.equal().pValue());
    assertEquals(
        NO_TEST,
        ExchangedReadings.of(cohen, rows, List.of(new int[] {0, 1}, new int[] {0, 2})).pValue());
  }

  /**
   * Grades used alike, on items that agree to a third: no coefficient of the three raters has an
   * error, and so no two of them can be compared. Rounding made p-values of 1e-32 to 1e-308 of it.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 11, 49})
  void noErrorToCompare(int items) {
    RatingRows rows = RatingRows.create(3, 3);
    rows.add(new int[] {0, 0, 1}, items);
    rows.add(new int[] {1, 2, 1}, items);
    rows.add(new int[] {0, 2, 2}, items);
    Weights w = Weights.identity(3);
    for (Coefficient c :
        List.of(
            FleissKappa.with(w),
            GwetAc.with(w),
            KrippendorffAlpha.with(w),
            BrennanPrediger.with(w),
            CongerKappa.with(w),
            LightKappa.with(w))) {
      JointEstimates joint =
          JointEstimates.of(
              rows, List.of(Reading.of(c, 0, 1, 2), Reading.of(PercentAgreement.with(w), 0, 1, 2)));
      assertEquals(List.of(ZERO, ZERO), joint.standardErrors(), c.name());
      assertEquals(ZERO, joint.differenceError(0, 1), c.name());
      assertEquals(NO_TEST, joint.equal().pValue(), c.name());
      assertEquals(NO_TEST, joint.against(.5, .5).pValue(), c.name());
    }
  }

  /** Every grade of the one rater meets every other grade of the other one: kappa is -1/2. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 11, 49})
  void disagreementThatCannotVary(int items) {
    RatingRows rows = RatingRows.create(2, 3);
    for (int k = 0; k < 3; k++) {
      rows.add(new int[] {k, (k + 1) % 3}, items);
      rows.add(new int[] {k, (k + 2) % 3}, items);
    }
    CohenKappa cohen = CohenKappa.with(Weights.identity(3));
    ScottPi scott = ScottPi.with(Weights.identity(3));
    JointEstimates joint =
        JointEstimates.of(rows, List.of(Reading.of(cohen, 0, 1), Reading.of(scott, 0, 1)));
    assertEquals(-.5, joint.values().get(0).value(), 1e-15);
    assertEquals(List.of(ZERO, ZERO), joint.standardErrors());
    assertEquals(NO_TEST, joint.equal().pValue());
  }

  /** The same coefficient by algebra, computed in two ways: their difference has no error. */
  @Test
  void identicalReadings() {
    var random = new SplittableRandom(7);
    for (int run = 0; run < 200; run++) {
      RatingRows rows = RatingRows.create(3, 3);
      for (int i = 0; i < 50; i++) {
        int truth = random.nextInt(3);
        int same = random.nextInt(3) > 0 ? truth : random.nextInt(3);
        rows.add(new int[] {truth, same, same});
      }
      Weights w = WeightScheme.LINEAR.ofGrades(3);
      CohenKappa cohen = CohenKappa.with(w);
      for (List<Reading> same :
          List.of(
              List.of(Reading.of(cohen, 0, 1), Reading.of(cohen, 2, 0)),
              List.of(Reading.of(FleissKappa.with(w), 0, 1), Reading.of(ScottPi.with(w), 0, 2)),
              List.of(Reading.of(cohen, 0, 1), Reading.of(CongerKappa.with(w), 0, 1)))) {
        JointEstimates joint = JointEstimates.of(rows, same);
        assertEquals(ZERO, joint.differenceError(0, 1));
        assertEquals(NO_TEST, joint.equal().pValue());
      }
    }
  }

  /** Two of three differences are the same by algebra: the joint covariance has no inverse. */
  @Test
  void dependentDifferences() {
    var random = new SplittableRandom(9);
    for (int run = 0; run < 200; run++) {
      RatingRows rows = RatingRows.create(3, 3);
      for (int i = 0; i < 50; i++) {
        int truth = random.nextInt(3);
        rows.add(
            new int[] {
              truth,
              random.nextInt(3) > 0 ? truth : random.nextInt(3),
              random.nextInt(2) > 0 ? truth : random.nextInt(3)
            });
      }
      CohenKappa cohen = CohenKappa.with(Weights.identity(3));
      JointEstimates joint =
          JointEstimates.of(
              rows,
              List.of(Reading.of(cohen, 0, 1), Reading.of(cohen, 0, 2), Reading.of(cohen, 2, 0)));
      assertEquals(NO_TEST, joint.equal().pValue());
    }
  }

  /** A rater who gives one grade beside one who errs: the difference has the other one's error. */
  @Test
  void oneConstantRaterLeavesTheOthersError() {
    RatingRows rows = RatingRows.create(3, 2);
    rows.add(new int[] {0, 0, 0}, 17);
    rows.add(new int[] {1, 0, 1}, 11);
    rows.add(new int[] {0, 0, 1}, 3);
    rows.add(new int[] {1, 0, 0}, 2);
    CohenKappa cohen = CohenKappa.with(Weights.identity(2));
    JointEstimates joint =
        JointEstimates.of(rows, List.of(Reading.of(cohen, 0, 1), Reading.of(cohen, 0, 2)));
    double error = joint.standardErrors().get(1).value();
    assertEquals(ZERO, joint.standardErrors().get(0));
    assertEquals(error, joint.differenceError(0, 1).value(), 1e-15);
    double z = joint.values().get(1).value() / error;
    assertEquals(z * z, joint.equal().statistic().value(), 1e-10);
  }

  /** Items that are all alike cannot vary, also where a third is involved. */
  @ParameterizedTest
  @ValueSource(longs = {3, 7, 11, 49, 1_000_003})
  void itemsAllAlike(long items) {
    RatingRows rows = RatingRows.create(3, 3);
    rows.add(new int[] {0, 0, 1}, items);
    var all = new ArrayList<AgreementEstimate>();
    Weights w = WeightScheme.QUADRATIC.ofGrades(3);
    for (StandardError error :
        List.of(StandardError.LINEARIZED, StandardError.JACKKNIFE, StandardError.BOOTSTRAP)) {
      Inference how = Inference.standard().withStandardError(error).withBootstrap(50, 1);
      all.addAll(
          PatternCoefficient.estimateAll(
              List.of(
                  PercentAgreement.with(w),
                  FleissKappa.with(w),
                  GwetAc.with(w),
                  BrennanPrediger.with(w),
                  KrippendorffAlpha.with(w)),
              rows.patterns(),
              how));
    }
    for (AgreementEstimate e : all) {
      assertEquals(ZERO, e.standardError(), e.toString());
    }
  }

  /** Every item agrees to a third: percent agreement and Brennan-Prediger have no error. */
  @ParameterizedTest
  @ValueSource(ints = {3, 7, 11, 49})
  void everyItemAgreesAlike(int items) {
    RatingPatterns patterns = RatingPatterns.create(3);
    patterns.add(new int[] {2, 1, 0}, items);
    patterns.add(new int[] {0, 2, 1}, 2L * items + 1);
    patterns.add(new int[] {1, 0, 2}, 5);
    Weights w = Weights.identity(3);
    assertEquals(ZERO, PercentAgreement.with(w).estimate(patterns).standardError());
    assertEquals(ZERO, BrennanPrediger.with(w).estimate(patterns).standardError());
    assertTrue(FleissKappa.with(w).estimate(patterns).standardError().value() > 1e-6);
  }

  /** Grades used alike: the chance of agreement is at its least, so that nothing moves it. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 11, 49})
  void symmetricGrades(int items) {
    RatingPatterns patterns = RatingPatterns.create(3);
    patterns.add(new int[] {2, 1, 0}, items);
    patterns.add(new int[] {0, 2, 1}, items);
    patterns.add(new int[] {1, 0, 2}, items);
    Weights w = Weights.identity(3);
    for (PatternCoefficient c :
        List.of(FleissKappa.with(w), GwetAc.with(w), KrippendorffAlpha.with(w))) {
      assertEquals(ZERO, c.estimate(patterns).standardError(), c.name());
    }
  }

  /** A real error stays, however small: one disagreement in 2 x 10^17 items. */
  @Test
  void smallErrorsStay() {
    RatingPatterns patterns = RatingPatterns.create(2);
    patterns.add(new int[] {2, 0}, 100_000_000_000_000_000L);
    patterns.add(new int[] {0, 2}, 100_000_000_000_000_000L);
    patterns.add(new int[] {1, 1}, 1);
    double error = FleissKappa.of(patterns).standardError().value();
    assertEquals(1e-17, error, 1e-20);
  }
}
