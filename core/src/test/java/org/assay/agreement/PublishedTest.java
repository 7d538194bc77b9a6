package org.assay.agreement;

import static org.assay.agreement.Published.counts;
import static org.assay.agreement.Published.inline;
import static org.assay.agreement.Published.ratings;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.TreeMap;
import org.assay.agreement.Inference.StandardError;
import org.assay.agreement.KrippendorffAlpha.KrippendorffMetric;
import org.assay.agreement.Weights.WeightScheme;
import org.assay.count.DistinctVectors;
import org.assay.count.RatingPatterns;
import org.assay.count.RatingRows;
import org.junit.jupiter.api.Test;

/** Figures printed in the literature for several raters, to the digits printed. */
class PublishedTest {
  private static final Inference GWET = Inference.standard().withStandardError(StandardError.GWET);

  private static void assertValue(double printed, double digit, AgreementEstimate e) {
    assertEquals(printed, e.value().value(), digit / 2 + 1e-12, e.toString());
  }

  private static void assertBoth(
      double printed, double standardError, double digit, AgreementEstimate e) {
    assertValue(printed, digit, e);
    assertEquals(standardError, e.standardError().value(), digit / 2 + 1e-12, e.toString());
  }

  /**
   * Fleiss (1971): kappa .430, observed .5556, expected .2201; by grade as irr prints them (the
   * paper's own .248 .248 .517 .470 .565 carry its rounding of the parts, up to .003). The
   * variances with divisor n^2 are those of the parity test of misskappa.
   */
  @Test
  void fleiss1971() {
    RatingPatterns p = counts("fleiss1971_counts_30x5.csv", 1, 6);
    AgreementEstimate k = FleissKappa.of(p);
    assertAll(
        () -> assertValue(.430, 1e-3, k),
        () -> assertEquals(.5556, k.observed().value(), 5e-5),
        () -> assertEquals(.2201, k.expected().value(), 2e-4),
        () -> assertEquals(.0028396071239620256, variance(k) * 29 / 30, 1e-15),
        () -> assertEquals(.0029372427983539095, variance(BrennanPrediger.of(p)) * 29 / 30, 1e-15));
    double[] printed = {.245, .245, .520, .471, .566};
    double[] paper = {.248, .248, .517, .470, .565};
    for (int grade = 0; grade < 5; grade++) {
      AgreementEstimate one = FleissKappa.ofGrade(p, grade, Inference.standard());
      assertValue(printed[grade], 1e-3, one);
      assertEquals(paper[grade], one.value().value(), .0036);
    }
  }

  private static double variance(AgreementEstimate e) {
    return e.standardError().value() * e.standardError().value();
  }

  /**
   * irrCAC, data set distrib.6raters (the first 15 items of Fleiss 1971), plain and quadratic. Its
   * printed errors of alpha are those of a release before 1.4, which changed them.
   */
  @Test
  void irrCacDistribution() {
    RatingPatterns p = RatingPatterns.create(5);
    Published.lines("fleiss1971_counts_30x5.csv").stream()
        .limit(15)
        .forEach(
            line ->
                p.add(
                    Arrays.stream(line.split(",")).skip(1).mapToInt(Integer::parseInt).toArray()));
    Weights i = Weights.identity(5);
    Weights q = WeightScheme.QUADRATIC.ofGrades(5);
    assertAll(
        () -> assertBoth(.4448007, .08418757, 1e-7, GwetAc.with(i).estimate(p, GWET)),
        () -> assertBoth(.4139265, .08119291, 1e-7, FleissKappa.with(i).estimate(p, GWET)),
        () -> assertValue(.4204384, 1e-7, KrippendorffAlpha.with(i).estimate(p, GWET)),
        () -> assertBoth(.4388889, .08312142, 1e-7, BrennanPrediger.with(i).estimate(p, GWET)),
        () -> assertBoth(.4837438, .1058227, 1e-7, GwetAc.with(q).estimate(p, GWET)),
        () -> assertBoth(.2511909, .1457381, 1e-7, FleissKappa.with(q).estimate(p, GWET)),
        () -> assertValue(.259511, 1e-6, KrippendorffAlpha.with(q).estimate(p, GWET)),
        () -> assertBoth(.4177778, .1067493, 1e-7, BrennanPrediger.with(q).estimate(p, GWET)));
  }

  /** Wikipedia, Fleiss' kappa: .210, .378, .213. */
  @Test
  void wikipediaFleiss() {
    AgreementEstimate k = FleissKappa.of(counts("wikipedia_fleiss_10x5.csv", 0, 5));
    assertAll(
        () -> assertValue(.210, 1e-3, k),
        () -> assertEquals(.378, k.observed().value(), 5e-4),
        () -> assertEquals(.213, k.expected().value(), 5e-4));
  }

  /** Krippendorff (2004), p. 230: .743 .815 .849 .797, and the parts of two of them. */
  @Test
  void krippendorff2004Page230() {
    var data = ratings("gwet_cac_raw4raters_12x4.csv");
    var nominal = alpha(KrippendorffMetric.NOMINAL, data);
    var interval = alpha(KrippendorffMetric.INTERVAL, data);
    assertAll(
        () -> assertValue(.743, 1e-3, nominal.estimate(data.patterns())),
        () ->
            assertValue(
                .815, 1e-3, alpha(KrippendorffMetric.ORDINAL, data).estimate(data.patterns())),
        () -> assertValue(.849, 1e-3, interval.estimate(data.patterns())),
        () ->
            assertValue(
                .797, 1e-3, alpha(KrippendorffMetric.RATIO, data).estimate(data.patterns())),
        () -> assertEquals(40, nominal.disagreements(data.patterns()).pairableValues()),
        () -> assertEquals(.200, nominal.disagreements(data.patterns()).observed().value(), 5e-4),
        () -> assertEquals(.779, nominal.disagreements(data.patterns()).expected().value(), 5e-4),
        () -> assertEquals(.433, interval.disagreements(data.patterns()).observed().value(), 5e-4),
        () ->
            assertEquals(2.872, interval.disagreements(data.patterns()).expected().value(), 5e-4));
  }

  private static KrippendorffAlpha alpha(KrippendorffMetric metric, Published.Ratings data) {
    return KrippendorffAlpha.with(metric, data.scores());
  }

  /** Gwet (2014), p. 120 and following, with his standard errors. */
  @Test
  void gwet2014FourRaters() {
    var data = ratings("gwet_cac_raw4raters_12x4.csv");
    RatingPatterns p = data.patterns();
    Weights i = Weights.identity(5);
    Weights q = WeightScheme.QUADRATIC.of(data.scores());
    Weights b = WeightScheme.BIPOLAR.of(data.scores());
    assertAll(
        () -> assertBoth(.81818, .12561, 1e-5, PercentAgreement.with(i).estimate(p, GWET)),
        () -> assertBoth(.77544, .14295, 1e-5, GwetAc.with(i).estimate(p, GWET)),
        () -> assertBoth(.76117, .15302, 1e-5, FleissKappa.with(i).estimate(p, GWET)),
        () -> assertBoth(.76282, .14917, 1e-5, CongerKappa.with(i).estimate(data.rows(), GWET)),
        () -> assertBoth(.77273, .14472, 1e-5, BrennanPrediger.with(i).estimate(p, GWET)),
        () -> assertBoth(.97538, .09062, 1e-5, PercentAgreement.with(q).estimate(p, GWET)),
        () -> assertBoth(.91400, .10396, 1e-5, GwetAc.with(q).estimate(p, GWET)),
        () -> assertBoth(.86494, .14603, 1e-5, FleissKappa.with(q).estimate(p, GWET)),
        () -> assertBoth(.85771, .14367, 1e-5, CongerKappa.with(q).estimate(data.rows(), GWET)),
        () -> assertBoth(.90152, .11089, 1e-5, BrennanPrediger.with(q).estimate(p, GWET)),
        () -> assertBoth(.90037, .10582, 1e-5, GwetAc.with(b).estimate(p, GWET)),
        // One rater's single rating of an item says nothing about agreement: 5 times narrower.
        () -> assertBoth(.97538, .01868, 1e-5, PercentAgreement.with(q).estimate(p)),
        () -> assertBoth(.76117, .13494, 1e-5, FleissKappa.with(i).estimate(p)));
  }

  /** Gwet (2014): memberships of AC1 .77544 (.14295) in two scales, as irrCAC prints them. */
  @Test
  void gwet2014Benchmark() {
    assertArrayEquals(
        new double[] {.39674, .88336, .99542, .99997, 1, 1},
        Benchmark.cumulativeMembership(.77544, .14295, .8, .6, .4, .2, 0, -1),
        2e-5); // the estimate and its error are rounded to five digits
    assertArrayEquals(
        new double[] {.54414, .99542, 1},
        Benchmark.cumulativeMembership(.77544, .14295, .75, .4, -1),
        2e-5);
  }

  /** Krippendorff (1980), p. 139: .642 .547 .483; by grade .381 .711 .717 .764. */
  @Test
  void krippendorff1980Page139() {
    var data = inline("111 122 222 444 144 222 123 333 222");
    assertAll(
        () ->
            assertValue(
                .642, 1e-3, alpha(KrippendorffMetric.NOMINAL, data).estimate(data.patterns())),
        () ->
            assertValue(
                .547, 1e-3, alpha(KrippendorffMetric.INTERVAL, data).estimate(data.patterns())),
        () ->
            assertValue(
                .483, 1e-3, alpha(KrippendorffMetric.RATIO, data).estimate(data.patterns())));
    double[] printed = {.381, .711, .717, .764};
    for (int grade = 0; grade < 4; grade++) {
      int[] oneAgainstRest = new int[4];
      oneAgainstRest[grade] = 1;
      assertValue(
          printed[grade], 1e-3, KrippendorffAlpha.of(data.patterns().regroup(oneAgainstRest, 2)));
    }
  }

  /** Krippendorff (1980), p. 133: .095 from .400 and .442; (2004), p. 227: .734. */
  @Test
  void krippendorffTwoRaters() {
    var binary = inline("00 11 01 00 00 01 00 01 10 00");
    var parts = alpha(KrippendorffMetric.NOMINAL, binary).disagreements(binary.patterns());
    var letters = inline("aa ab bb bb bb bb bc cc cc cc cc cc");
    assertAll(
        () -> assertValue(.095, 1e-3, KrippendorffAlpha.of(binary.patterns())),
        () -> assertEquals(.400, parts.observed().value(), 5e-4),
        () -> assertEquals(.442, parts.expected().value(), 5e-4),
        () -> assertValue(.734, 1e-3, KrippendorffAlpha.of(letters.patterns())));
  }

  /** Krippendorff (2004): distances of the ordinal metric for frequencies 9, 13, 10, 5, 0, 3. */
  @Test
  void krippendorff2004OrdinalMetric() {
    var metric = new OrdinalMetric(new double[] {9, 13, 10, 5, 0, 3});
    double[] printed = {11, 22.5, 30, 32.5, 34};
    for (int l = 1; l < 6; l++) {
      assertEquals(printed[l - 1] * printed[l - 1], metric.distance(0, l), 1e-12);
    }
  }

  /** Wikipedia, Krippendorff's alpha, as in fast-krippendorff: .691358 and .810845. */
  @Test
  void wikipediaAlpha() {
    var data = inline(".1. ... .22 .11 .33 334 444 13. 2.2 1.1 1.1 3.3 3.3 ... 3.4");
    assertAll(
        () -> assertValue(.691358, 1e-6, KrippendorffAlpha.of(data.patterns())),
        () ->
            assertValue(
                .810845, 1e-6, alpha(KrippendorffMetric.INTERVAL, data).estimate(data.patterns())));
  }

  /** Hayes and Krippendorff (2007), p. 84: ordinal alpha .7598. */
  @Test
  void hayesKrippendorff2007() {
    var data = ratings("hayes_krippendorff2007_40x5.csv");
    assertValue(.7598, 1e-4, alpha(KrippendorffMetric.ORDINAL, data).estimate(data.patterns()));
  }

  /** Randolph (2005), p. 17: Fleiss .33 and -.2, free-marginal .33 for both. */
  @Test
  void randolph2005() {
    RatingPatterns a = RatingPatterns.of(new int[][] {{3, 0}, {2, 1}, {1, 2}, {0, 3}});
    RatingPatterns b = RatingPatterns.of(new int[][] {{3, 0}, {2, 1}, {2, 1}, {3, 0}});
    assertAll(
        () -> assertEquals(.67, FleissKappa.of(a).observed().value(), .005),
        () -> assertValue(.33, 1e-2, FleissKappa.of(a)),
        () -> assertValue(-.2, 1e-9, FleissKappa.of(b)),
        () -> assertValue(.33, 1e-2, BrennanPrediger.of(a)),
        () -> assertValue(.33, 1e-2, BrennanPrediger.of(b)));
  }

  /** Warrens (2010), after O'Malley et al. (2006); printed from an agreement rounded to .9179. */
  @Test
  void warrens2010() {
    RatingRows rows = RatingRows.create(8, 2);
    addBinary(rows, "NNNNNNNN", 14);
    addBinary(rows, "NNNANNNN", 1);
    addBinary(rows, "NNNNNNNA", 1);
    addBinary(rows, "AAAAAAAA", 10);
    addBinary(rows, "AANAAAAN", 2);
    addBinary(rows, "AANANAAN", 1);
    addBinary(rows, "AANANANN", 1);
    assertAll(
        () -> assertValue(.8358, 2e-4, BrennanPrediger.of(rows.patterns())),
        () -> assertValue(.8324, 2e-4, FleissKappa.of(rows.patterns())),
        () -> assertValue(.8326, 2e-4, CongerKappa.of(rows)),
        () -> assertValue(.8325, 2e-4, LightKappa.of(rows)));
  }

  /** Warrens (2012): Hubert's (Conger's) kappa .802479, raters 1 and 2 alone 8/11. */
  @Test
  void warrens2012() {
    RatingRows rows = RatingRows.create(4, 2);
    addBinary(rows, "AAAA", 10);
    addBinary(rows, "ANAN", 2);
    addBinary(rows, "ANNN", 2);
    addBinary(rows, "NNNA", 1);
    addBinary(rows, "NNNN", 15);
    assertValue(.802479, 1e-6, CongerKappa.of(rows));
    assertValue(8.0 / 11, 1e-9, CohenKappa.of(rows.pairs(0, 1)));
  }

  private static void addBinary(RatingRows rows, String item, long times) {
    rows.add(item.chars().map(c -> c == 'A' ? 1 : 0).toArray(), times);
  }

  /**
   * Espeland and Handelman (1989): published as patterns; values computed from the 3,859 items one
   * by one with the formulas of irrCAC.
   */
  @Test
  void espelandHandelman1989() {
    RatingRows rows = RatingRows.create(5, 2);
    for (String line : Published.lines("espeland_handelman1989_caries_patterns.csv")) {
      int[] fields = Arrays.stream(line.split(",")).mapToInt(Integer::parseInt).toArray();
      rows.add(Arrays.stream(fields, 0, 5).map(grade -> grade - 1).toArray(), fields[5]);
    }
    assertBoth(.27702, .01038, 1e-5, FleissKappa.of(rows.patterns()));
    assertBoth(.66590, .00753, 1e-5, GwetAc.of(rows.patterns()));
  }

  /**
   * Vanbelle (2019): 20 clusters of 6 items. Fleiss .41657; the error that follows the clusters is
   * half as large again as the naive one. Computed by the same linearisation in numpy.
   */
  @Test
  void vanbelle2019Clusters() {
    var lines = Published.lines("vanbelle2019_crackles_120x28.csv");
    var clusters = new TreeMap<String, RatingPatterns>();
    RatingPatterns all = RatingPatterns.create(2);
    for (String line : lines) {
      String[] fields = line.split(",");
      int yes = Arrays.stream(fields, 0, 28).mapToInt(Integer::parseInt).sum();
      int[] counts = {28 - yes, yes};
      clusters.computeIfAbsent(fields[28], c -> RatingPatterns.create(2)).add(counts);
      all.add(counts);
    }
    var fleiss = FleissKappa.with(Weights.identity(2));
    assertEquals(20, clusters.size());
    assertBoth(.41657, .04450, 1e-5, fleiss.estimate(all));
    assertBoth(
        .41657, .06657, 1e-5, fleiss.estimateClustered(clusters.values(), Inference.standard()));
  }

  /** Dawid and Skene (1979), Zapf et al. (2016), Klein (2018): as irrCAC 1.4 computes them. */
  @Test
  void irrCacOnPublishedRatings() {
    var anaesthetists = ratings("dawidskene1979_anaesthetist_45x7.csv", 1, 8);
    var zapf = ratings("zapf2016_50x4.csv");
    var klein = ratings("klein2018_10x5.csv");
    assertAll(
        () -> assertBoth(.58444, .04944, 1e-5, gwet(FleissKappa.with(four()), anaesthetists)),
        () -> assertBoth(.58516, .04916, 1e-5, gwet(CongerKappa.with(four()), anaesthetists)),
        () -> assertBoth(.65216, .04570, 1e-5, gwet(GwetAc.with(four()), anaesthetists)),
        () -> assertBoth(.58576, .04944, 1e-5, gwet(KrippendorffAlpha.with(four()), anaesthetists)),
        () -> assertBoth(.56246, .05609, 1e-5, gwet(FleissKappa.with(five()), zapf)),
        () -> assertBoth(.56740, .05413, 1e-5, gwet(CongerKappa.with(five()), zapf)),
        () -> assertBoth(.38290, .11455, 1e-5, gwet(GwetAc.with(Weights.identity(3)), klein)),
        () -> assertBoth(.38545, .10473, 1e-5, gwet(CongerKappa.with(Weights.identity(3)), klein)));
  }

  private static Weights four() {
    return Weights.identity(4);
  }

  private static Weights five() {
    return Weights.identity(5);
  }

  private static AgreementEstimate gwet(PatternCoefficient c, Published.Ratings data) {
    return c.estimate(data.patterns(), GWET);
  }

  private static AgreementEstimate gwet(RaterCoefficient c, Published.Ratings data) {
    return c.estimate(data.rows(), GWET);
  }

  /** Every item once, in the order of the patterns. */
  @Test
  void patternsHoldEveryItem() {
    DistinctVectors d = counts("holmquist1967_counts_118x5.csv", 0, 5).snapshot();
    assertEquals(118, d.items());
    assertValue(.35624, 1e-5, FleissKappa.of(counts("holmquist1967_counts_118x5.csv", 0, 5)));
  }
}
