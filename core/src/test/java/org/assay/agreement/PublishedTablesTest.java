package org.assay.agreement;

import static org.assay.agreement.Published.table;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.assay.agreement.Inference.IntervalKind;
import org.assay.agreement.Inference.StandardError;
import org.assay.agreement.PercentAgreement.SpecificAgreement;
import org.assay.agreement.Weights.WeightScheme;
import org.assay.count.ConfusionMatrix;
import org.assay.count.RatingPatterns;
import org.assay.count.RatingRows;
import org.junit.jupiter.api.Test;

/** Figures printed in the literature for two raters, to the digits printed. */
class PublishedTablesTest {
  private static final Inference DELTA =
      Inference.standard().withStandardError(StandardError.DELTA).withInterval(IntervalKind.NORMAL);

  private static Weights identity(ConfusionMatrix t) {
    return Weights.identity(t.grades());
  }

  private static Weights quadratic(ConfusionMatrix t) {
    return WeightScheme.QUADRATIC.ofGrades(t.grades());
  }

  private static RatingPatterns patterns(ConfusionMatrix t) {
    return RatingRows.of(t).patterns();
  }

  private static void assertValue(double printed, double digit, AgreementEstimate e) {
    assertEquals(printed, e.value().value(), digit / 2 + 1e-12, e.toString());
  }

  private static void assertBoth(
      double printed, double standardError, double digit, AgreementEstimate e) {
    assertValue(printed, digit, e);
    assertEquals(standardError, e.standardError().value(), digit / 2 + 1e-12, e.toString());
  }

  /**
   * Cohen (1960), p. 37: .29, .35, largest kappa .85; AC1 and quadratic AC2 as irrCAC prints them.
   */
  @Test
  void cohen1960Page37() {
    var t = table("25 12 3/13 2 15/12 16 2");
    AgreementEstimate k = CohenKappa.of(t);
    assertAll(
        () -> assertEquals(.29, k.observed().value(), 1e-12),
        () -> assertEquals(.35, k.expected().value(), 1e-12),
        () -> assertEquals(.85, CohenKappa.maximum(t).value(), .005),
        () -> assertValue(-.04797, 1e-5, GwetAc.of(patterns(t))),
        () -> assertValue(.18310, 1e-5, GwetAc.with(quadratic(t)).estimate(patterns(t))));
  }

  /** Cohen (1960), p. 45, as irrCAC prints AC1 and quadratic AC2 for it. */
  @Test
  void cohen1960Page45() {
    var t = table("88 14 18/10 40 10/2 6 12");
    assertAll(
        () -> assertValue(.492, 1e-3, CohenKappa.of(t)),
        () -> assertValue(.57597, 1e-5, GwetAc.of(patterns(t))),
        () -> assertValue(.63855, 1e-5, GwetAc.with(quadratic(t)).estimate(patterns(t))));
  }

  /** Cohen (1968), p. 217 and 219: weighted kappa .348; with asymmetric weights .353. */
  @Test
  void cohen1968() {
    var t = table("88 14 18/10 40 10/2 6 12");
    var symmetric = Weights.fromDistances(new double[][] {{0, 1, 3}, {1, 0, 6}, {3, 6, 0}});
    var asymmetric = Weights.fromDistances(new double[][] {{0, 1, 4}, {1, 0, 6}, {2, 2, 0}});
    assertAll(
        () -> assertValue(.348, 1e-3, CohenKappa.with(symmetric).estimate(t)),
        () -> assertValue(.353, 1e-3, CohenKappa.with(asymmetric).estimate(t)));
  }

  /**
   * Landis and Koch (1977) and Agresti (1992), p. 202: .493 (.057); by grade .781 .247 .402 .435.
   */
  @Test
  void landisKoch1977() {
    var t = table("22 2 2 0/5 7 14 0/0 2 36 0/0 1 17 10");
    assertBoth(.493, .057, 1e-3, CohenKappa.with(identity(t)).estimate(t, DELTA));
    double[] printed = {.781, .247, .402, .435};
    for (int grade = 0; grade < 4; grade++) {
      assertValue(
          printed[grade], 1e-3, FleissKappa.ofGrade(patterns(t), grade, Inference.standard()));
    }
  }

  /** Artstein and Poesio (2008), p. 558: .7, .54, .348; pi .341, S .4; specific .571 and .769. */
  @Test
  void artsteinPoesio2008Page558() {
    var t = table("20 10/20 50");
    AgreementEstimate k = CohenKappa.of(t);
    assertAll(
        () -> assertEquals(.7, k.observed().value(), 1e-12),
        () -> assertEquals(.54, k.expected().value(), 1e-12),
        () -> assertValue(.348, 1e-3, k),
        () -> assertValue(.341, 1e-3, ScottPi.of(t)),
        () -> assertValue(.4, 1e-9, BrennanPrediger.of(patterns(t))),
        () -> assertValue(.571, 1e-3, SpecificAgreement.on(2, 0).estimate(patterns(t))),
        () -> assertValue(.769, 1e-3, SpecificAgreement.on(2, 1).estimate(patterns(t))));
  }

  /** Artstein and Poesio (2008), p. 568: .88, .396, .80132; weighted kappa .8163, alpha .8156. */
  @Test
  void artsteinPoesio2008Page568() {
    var t = table("46 0 0/6 32 6/0 0 10");
    var half = Weights.of(new double[][] {{1, 0, .5}, {0, 1, .5}, {.5, .5, 1}});
    AgreementEstimate k = CohenKappa.of(t);
    assertAll(
        () -> assertEquals(.88, k.observed().value(), 1e-12),
        () -> assertEquals(.396, k.expected().value(), 1e-12),
        () -> assertValue(.80132, 1e-5, k),
        () -> assertValue(.7995, 1e-4, ScottPi.of(t)),
        () -> assertValue(.8163, 1e-4, CohenKappa.with(half).estimate(t)),
        // Printed without the correction for a finite number of ratings.
        () -> assertValue(.8156, 1e-3, KrippendorffAlpha.with(half).estimate(patterns(t))));
  }

  /** Brennan and Prediger (1981), p. 689 and 691. */
  @Test
  void brennanPrediger1981() {
    var first = table("50 0 0/10 10 10/20 0 0");
    var second = table("50 0 10/0 10 10/10 10 0");
    assertAll(
        () -> assertEquals(.60, CohenKappa.of(first).observed().value(), 1e-12),
        () -> assertEquals(.45, CohenKappa.of(first).expected().value(), 1e-12),
        () -> assertValue(.27, 1e-2, CohenKappa.of(first)),
        () -> assertValue(.40, 1e-9, BrennanPrediger.of(patterns(first))),
        () -> assertEquals(.44, CohenKappa.of(second).expected().value(), 1e-12),
        () -> assertValue(.29, 1e-2, CohenKappa.of(second)));
  }

  /** Gwet (2014), abstractors: every coefficient with its standard error, plain and quadratic. */
  @Test
  void gwet2014Abstractors() {
    var t = table("13 0 0/0 20 7/0 4 56");
    RatingPatterns p = patterns(t);
    Weights i = identity(t);
    Weights q = quadratic(t);
    assertAll(
        () -> assertBoth(.7964094, .05891072, 1e-7, CohenKappa.with(i).estimate(t, DELTA)),
        () -> assertBoth(.7962397, .05905473, 1e-7, ScottPi.with(i).estimate(t, DELTA)),
        () -> assertBoth(.8493305, .04321747, 1e-7, GwetAc.with(i).estimate(p, DELTA)),
        () -> assertBoth(.835, .04693346, 1e-7, BrennanPrediger.with(i).estimate(p, DELTA)),
        () -> assertBoth(.7972585, .05905473, 1e-7, KrippendorffAlpha.with(i).estimate(p, DELTA)),
        () -> assertBoth(.89, .03128898, 1e-7, PercentAgreement.with(i).estimate(p, DELTA)),
        () -> assertBoth(.8921569, .03535151, 1e-7, CohenKappa.with(q).estimate(t, DELTA)),
        () -> assertBoth(.8921093, .03539506, 1e-7, ScottPi.with(q).estimate(t, DELTA)),
        () -> assertBoth(.9402369, .01792019, 1e-7, GwetAc.with(q).estimate(p, DELTA)),
        () -> assertBoth(.9175, .02346673, 1e-7, BrennanPrediger.with(q).estimate(p, DELTA)),
        () -> assertValue(.8926487, 1e-7, KrippendorffAlpha.with(q).estimate(p, DELTA)),
        () -> assertBoth(.9725, .007822244, 1e-7, PercentAgreement.with(q).estimate(p, DELTA)));
  }

  /** SAS PROC FREQ, as quoted in the tests of statsmodels. */
  @Test
  void sasProcFreq() {
    var t = table("0 4 1/0 8 0/0 1 5");
    var linear = CohenKappa.with(WeightScheme.LINEAR.ofGrades(3));
    var plain = CohenKappa.with(identity(t));
    var k = plain.estimate(t, DELTA);
    var w = linear.estimate(t, DELTA);
    assertAll(
        () -> assertBoth(.4842, .1380, 1e-4, k),
        () -> assertEquals(.2137, k.interval().orElseThrow().lower(), 5e-5),
        () -> assertEquals(.7547, k.interval().orElseThrow().upper(), 5e-5),
        () -> assertEquals(.1484, plain.standardErrorNull(t).value(), 5e-5),
        () -> assertEquals(3.2626, k.value().value() / plain.standardErrorNull(t).value(), 5e-5),
        () -> assertBoth(.4701, .1457, 1e-4, w),
        () -> assertEquals(.1845, w.interval().orElseThrow().lower(), 5e-5),
        () -> assertEquals(.7558, w.interval().orElseThrow().upper(), 5e-5),
        () -> assertEquals(.1426, linear.standardErrorNull(t).value(), 5e-5));
  }

  /** epiR: kappa .67, PABAK .89; its interval .56 to .79 stands on the error under independence. */
  @Test
  void epiRIsav() {
    var t = table("19 10/6 256");
    var kappa = CohenKappa.with(identity(t));
    double half =
        NormalDistribution.of(0, 1).inverseCumulativeProbability(.975)
            * kappa.standardErrorNull(t).value();
    double value = kappa.estimate(t).value().value();
    assertAll(
        () -> assertEquals(.67, value, .005),
        () -> assertEquals(.89, CohenKappa.pabak(t).value(), .005),
        () -> assertEquals(.56, value - half, .005),
        () -> assertEquals(.79, value + half, .005));
  }

  /** Zwick (1988), p. 376, example 1: kappa, pi and S all .467. */
  @Test
  void zwick1988() {
    var t = table("20 0 0 5/0 10 15 0/0 15 10 0/5 0 0 20");
    assertAll(
        () -> assertEquals(.6, CohenKappa.of(t).observed().value(), 1e-12),
        () -> assertValue(.467, 1e-3, CohenKappa.of(t)),
        () -> assertValue(.467, 1e-3, ScottPi.of(t)),
        () -> assertValue(.467, 1e-3, BrennanPrediger.of(patterns(t))));
  }

  /** Krippendorff (2004), p. 246: kappa differs, pi and S do not. */
  @Test
  void krippendorff2004Page246() {
    var a = table("12 9 9/9 14 9/9 9 20");
    var b = table("12 18 18/0 14 18/0 0 20");
    assertAll(
        () -> assertEquals(.46, CohenKappa.of(a).observed().value(), 1e-12),
        () -> assertValue(.186, 1e-3, CohenKappa.of(a)),
        () -> assertValue(.258, 1e-3, CohenKappa.of(b)),
        () -> assertValue(.186, 1e-3, ScottPi.of(a)),
        () -> assertValue(.186, 1e-3, ScottPi.of(b)),
        () -> assertValue(.190, 1e-3, BrennanPrediger.of(patterns(a))),
        () -> assertValue(.190, 1e-3, BrennanPrediger.of(patterns(b))));
  }
}
