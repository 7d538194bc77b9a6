package org.assay.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assay.agreement.AgreementEstimate.Caution;
import org.assay.agreement.Inference.IntervalKind;
import org.assay.agreement.Inference.StandardError;
import org.assay.agreement.KrippendorffAlpha.KrippendorffMetric;
import org.assay.agreement.PercentAgreement.SpecificAgreement;
import org.assay.agreement.Weights.WeightScheme;
import org.assay.count.ConfusionMatrix;
import org.assay.count.RatingPatterns;
import org.assay.count.RatingRows;
import org.assay.result.Interval;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AgreementLawsTest {
  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  /** Every coefficient by name, on items by rater. */
  static Map<String, BiFunction<RatingRows, Inference, AgreementEstimate>> all(Weights w) {
    var all = new TreeMap<String, BiFunction<RatingRows, Inference, AgreementEstimate>>();
    for (PatternCoefficient c :
        List.of(
            PercentAgreement.with(w),
            FleissKappa.with(w),
            GwetAc.with(w),
            BrennanPrediger.with(w),
            KrippendorffAlpha.with(w),
            SpecificAgreement.on(w.grades(), 0))) {
      all.put(c.name(), (rows, how) -> c.estimate(rows.patterns(), how));
    }
    double[] scores = IntStream.range(0, w.grades()).mapToDouble(k -> k).toArray();
    PatternCoefficient ordinal = KrippendorffAlpha.with(KrippendorffMetric.ORDINAL, scores);
    all.put("ordinalAlpha", (rows, how) -> ordinal.estimate(rows.patterns(), how));
    for (RaterCoefficient c : List.of(CongerKappa.with(w), LightKappa.with(w))) {
      all.put(c.name(), c::estimate);
    }
    all.put("cohenKappa", (rows, how) -> CohenKappa.with(w).estimate(firstTwo(rows), how));
    all.put("scottPi", (rows, how) -> ScottPi.with(w).estimate(firstTwo(rows), how));
    return all;
  }

  private static RatingRows firstTwo(RatingRows rows) {
    RatingRows two = RatingRows.create(2, rows.grades());
    var distinct = rows.snapshot();
    for (int v = 0; v < distinct.size(); v++) {
      int[] row = distinct.vector(v);
      two.add(new int[] {row[0], row[1]}, distinct.count(v));
    }
    return two;
  }

  private static List<int[]> random(
      Random random, int items, int raters, int grades, double missing) {
    var rows = new ArrayList<int[]>();
    for (int i = 0; i < items; i++) {
      int truth = random.nextInt(grades);
      rows.add(
          random
              .ints(raters, 0, grades)
              .map(guess -> random.nextDouble() < .6 ? truth : guess)
              .map(code -> random.nextDouble() < missing ? RatingRows.MISSING : code)
              .toArray());
    }
    return rows;
  }

  private static RatingRows rows(List<int[]> items, int grades) {
    return RatingRows.of(items.toArray(int[][]::new), grades);
  }

  /** The analytic derivatives against a weighted copy of one pattern: no tolerance to tune away. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void linearisedErrorIsTheJackknifeOfManyItems(long seed) {
    var random = new Random(seed);
    int grades = random.nextInt(2, 5);
    RatingRows few = rows(random(random, 40, 3, grades, .3), grades);
    RatingRows many = RatingRows.create(3, grades);
    var distinct = few.snapshot();
    for (int v = 0; v < distinct.size(); v++) {
      many.add(distinct.vector(v), 1_000 * distinct.count(v));
    }
    Inference jackknife = Inference.standard().withStandardError(StandardError.JACKKNIFE);
    Weights w = WeightScheme.LINEAR.ofGrades(grades);
    all(w)
        .forEach(
            (name, estimate) -> {
              double linear = estimate.apply(many, Inference.standard()).standardError().value();
              double left = estimate.apply(many, jackknife).standardError().value();
              // They differ by O(1 / n) with n = 40,000 items.
              assertEquals(left, linear, 1e-3 * left, name);
            });
  }

  /** Percentile and standard deviation over 2,000 replicates; both within Monte Carlo error. */
  @Test
  void bootstrapAgreesWithLinearisation() {
    RatingRows data = rows(random(new Random(7), 500, 4, 3, .2), 3);
    Inference bootstrap = Inference.standard().withStandardError(StandardError.BOOTSTRAP);
    all(Weights.identity(3))
        .forEach(
            (name, estimate) -> {
              double linear = estimate.apply(data, Inference.standard()).standardError().value();
              double drawn = estimate.apply(data, bootstrap).standardError().value();
              // Error of a standard deviation over 2,000 draws: 1.6 %; six of them.
              assertEquals(1, drawn / linear, .095, name);
              Interval t = estimate.apply(data, Inference.standard()).interval().orElseThrow();
              for (IntervalKind kind : List.of(IntervalKind.PERCENTILE, IntervalKind.BCA)) {
                Interval b =
                    estimate
                        .apply(data, Inference.standard().withInterval(kind))
                        .interval()
                        .orElseThrow();
                assertEquals(t.lower(), b.lower(), .5 * linear, name + " " + kind);
                assertEquals(t.upper(), b.upper(), .5 * linear, name + " " + kind);
              }
            });
  }

  /** Shared draws are those that each would make alone: the same estimates, bit for bit. */
  @Test
  void togetherAsAlone() {
    var random = new Random(8);
    int[][] ratings = new int[60][3];
    for (int[] row : ratings) {
      Arrays.setAll(row, r -> random.nextInt(4) - 1);
    }
    RatingRows rows = RatingRows.of(ratings, 3);
    Weights weights = WeightScheme.LINEAR.of(new double[] {1, 2, 4});
    Inference bca =
        Inference.standard()
            .withStandardError(Inference.StandardError.BOOTSTRAP)
            .withInterval(Inference.IntervalKind.BCA)
            .withBootstrap(200, 5);
    List<RaterCoefficient> byRater = List.of(CongerKappa.with(weights), LightKappa.with(weights));
    assertEquals(
        byRater.stream().map(c -> c.estimate(rows, bca)).toList(),
        RaterCoefficient.estimateAll(byRater, rows, bca));
    RatingPatterns patterns = rows.patterns();
    List<PatternCoefficient> byPattern =
        List.of(FleissKappa.with(weights), KrippendorffAlpha.with(weights));
    assertEquals(
        byPattern.stream().map(c -> c.estimate(patterns, bca)).toList(),
        PatternCoefficient.estimateAll(byPattern, patterns, bca));
    assertTrue(PatternCoefficient.estimateAll(List.of(), patterns, bca).isEmpty());
  }

  /** 10 million items cost as much as their patterns: 2,000 replicates of each coefficient. */
  @Test
  void bootstrapCostDoesNotGrowWithItems() {
    RatingRows small = rows(random(new Random(3), 2_000, 3, 3, .1), 3);
    RatingRows large = RatingRows.create(3, 3);
    var distinct = small.snapshot();
    for (int v = 0; v < distinct.size(); v++) {
      large.add(distinct.vector(v), 5_000 * distinct.count(v));
    }
    Inference bootstrap = Inference.standard().withStandardError(StandardError.BOOTSTRAP);
    AgreementEstimate a =
        FleissKappa.with(Weights.identity(3)).estimate(small.patterns(), bootstrap);
    AgreementEstimate b =
        FleissKappa.with(Weights.identity(3)).estimate(large.patterns(), bootstrap);
    assertEquals(10_000_000 - 5_000 * (2_000 - a.diagnostics().items()), b.diagnostics().items());
    assertEquals(
        Math.sqrt(5_000),
        a.standardError().value() / b.standardError().value(),
        6,
        "ratio of errors");
  }

  @Nested
  class Laws {
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.assay.agreement.AgreementLawsTest#seeds")
    void mergingAnySplitIsBitIdentical(long seed) {
      var random = new Random(seed);
      int grades = random.nextInt(2, 5);
      List<int[]> items = random(random, 200, 3, grades, .3);
      var one = RatingRows.create(3, grades);
      var two = RatingRows.create(3, grades);
      items.forEach(row -> (random.nextBoolean() ? one : two).add(row));
      RatingRows whole = rows(items, grades);
      RatingRows merged = two.merge(one);
      all(WeightScheme.QUADRATIC.ofGrades(grades))
          .forEach(
              (name, estimate) ->
                  assertEquals(
                      estimate.apply(whole, Inference.standard()),
                      estimate.apply(merged, Inference.standard())));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.assay.agreement.AgreementLawsTest#seeds")
    void relabellingAndSwappingRatersChangesNothing(long seed) {
      var random = new Random(seed);
      int grades = random.nextInt(2, 5);
      List<int[]> items = random(random, 100, 3, grades, .2);
      List<int[]> turned =
          items.stream()
              .map(row -> new int[] {row[1], row[0], row[2]})
              .peek(
                  row -> {
                    for (int r = 0; r < 3; r++) {
                      row[r] = row[r] < 0 ? row[r] : grades - 1 - row[r];
                    }
                  })
              .toList();
      var before = all(Weights.identity(grades));
      before.remove("specificAgreement"); // it asks for one grade
      before.forEach(
          (name, estimate) -> {
            AgreementEstimate a = estimate.apply(rows(items, grades), Inference.standard());
            AgreementEstimate b = estimate.apply(rows(turned, grades), Inference.standard());
            assertEquals(a.value().value(), b.value().value(), 1e-12, name);
            assertEquals(a.standardError().value(), b.standardError().value(), 1e-12, name);
          });
    }

    @Test
    void perfectAgreementIsExactlyOne() {
      RatingRows data = RatingRows.create(3, 3);
      for (int k = 0; k < 3; k++) {
        data.add(new int[] {k, k, k}, 7 + k);
      }
      all(WeightScheme.BIPOLAR.ofGrades(3))
          .forEach(
              (name, estimate) -> {
                AgreementEstimate e = estimate.apply(data, Inference.standard());
                assertEquals(1.0, e.value().value(), name);
                assertTrue(e.cautions().contains(Caution.BOUNDARY), name);
                assertEquals(new Interval(1, 1, .95, "t"), e.interval().orElseThrow(), name);
                for (IntervalKind kind : List.of(IntervalKind.LOGIT, IntervalKind.SCORE)) {
                  Interval honest =
                      estimate
                          .apply(data, Inference.standard().withInterval(kind))
                          .interval()
                          .orElseThrow();
                  assertEquals(1.0, honest.upper(), name);
                  assertTrue(honest.lower() < .95, name);
                }
              });
    }

    @Test
    void oneLessConfidenceIsNarrower() {
      RatingRows data = rows(random(new Random(1), 60, 3, 3, .2), 3);
      for (IntervalKind kind : IntervalKind.values()) {
        Inference wide = Inference.standard().withInterval(kind);
        AgreementEstimate e = FleissKappa.with(Weights.identity(3)).estimate(data.patterns(), wide);
        Interval narrow =
            FleissKappa.with(Weights.identity(3))
                .estimate(data.patterns(), wide.withConfidence(.5))
                .interval()
                .orElseThrow();
        assertTrue(e.interval().orElseThrow().contains(e.value().value()), kind.name());
        assertTrue(narrow.width() < e.interval().orElseThrow().width(), kind.name());
      }
    }

    /**
     * Raters who roll dice agree by chance only: |value| below 4 SE; 6 in 100,000 for each check.
     */
    @ParameterizedTest
    @EnumSource(WeightScheme.class)
    void independentRatersHaveNoAgreement(WeightScheme scheme) {
      var random = new Random(20);
      RatingRows data = RatingRows.create(3, 5);
      for (int i = 0; i < 3_000; i++) {
        data.add(random.ints(3, 0, 5).toArray());
      }
      var all = all(scheme.ofGrades(5));
      all.remove("percentAgreement");
      all.remove("specificAgreement");
      all.forEach(
          (name, estimate) -> {
            AgreementEstimate e = estimate.apply(data, Inference.standard());
            assertEquals(0, e.value().value() / e.standardError().value(), 4, name);
          });
    }

    /** Weighted by 1 everywhere, one item a cluster: the same as plain. */
    @Test
    void weightsAndClustersReduceToPlain() {
      List<int[]> items = random(new Random(2), 80, 3, 3, .2);
      var fleiss = FleissKappa.with(Weights.identity(3));
      RatingPatterns whole = rows(items, 3).patterns();
      List<RatingPatterns> single =
          items.stream().map(row -> rows(List.of(row), 3).patterns()).toList();
      double plain = fleiss.estimate(whole).standardError().value();
      assertEquals(
          plain,
          fleiss.estimateClustered(single, Inference.standard()).standardError().value(),
          1e-14);
      var twice = new TreeMap<Double, RatingPatterns>(Map.of(2.0, whole));
      assertEquals(
          plain,
          fleiss.estimateWeighted(twice, Inference.standard()).standardError().value(),
          1e-14);
    }

    /**
     * Items of one stratum sampled ten times as often and weighted back: the population's kappa.
     */
    @Test
    void samplingWeightsUndoOversampling() {
      RatingPatterns common = rows(random(new Random(4), 30, 3, 3, 0), 3).patterns();
      RatingPatterns rare = rows(random(new Random(5), 30, 3, 3, 0), 3).patterns();
      RatingPatterns population = RatingPatterns.create(3).merge(rare);
      for (int copy = 0; copy < 10; copy++) {
        population.merge(common);
      }
      var fleiss = FleissKappa.with(Weights.identity(3));
      assertEquals(
          fleiss.estimate(population).value().value(),
          fleiss
              .estimateWeighted(
                  new TreeMap<>(Map.of(10.0, common, 1.0, rare)), Inference.standard())
              .value()
              .value(),
          1e-14);
    }

    @Test
    void drawnRatersWidenTheInterval() {
      RatingRows data = rows(random(new Random(6), 60, 5, 3, .1), 3);
      var conger = CongerKappa.with(Weights.identity(3));
      AgreementEstimate fixed = conger.estimate(data);
      AgreementEstimate drawn = DrawnRaters.estimate(conger, data, Inference.standard());
      assertEquals(fixed.value(), drawn.value());
      assertTrue(drawn.standardError().value() > fixed.standardError().value());
      AgreementEstimate fleiss =
          DrawnRaters.estimate(FleissKappa.with(Weights.identity(3)), data, Inference.standard());
      assertTrue(fleiss.interval().orElseThrow().width() > fixed.interval().orElseThrow().width());
    }

    @Test
    void finitePopulationShrinksTheError() {
      RatingPatterns p = rows(random(new Random(8), 50, 3, 3, 0), 3).patterns();
      var fleiss = FleissKappa.with(Weights.identity(3));
      double infinite = fleiss.estimate(p).standardError().value();
      Inference of200 = Inference.standard().withPopulationSize(200);
      assertEquals(
          infinite * Math.sqrt(.75), fleiss.estimate(p, of200).standardError().value(), 1e-15);
    }
  }

  /** Counts up to 2^53 in a cell, against exact rational arithmetic. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void hugeCountsAgainstBigIntegers(long seed) {
    var random = new Random(seed);
    long[][] cells = new long[3][3];
    for (long[] row : cells) {
      for (int l = 0; l < 3; l++) {
        row[l] = (1L << random.nextInt(20, 53)) + random.nextInt(1 << 20);
      }
    }
    BigInteger n = BigInteger.ZERO;
    BigInteger agree = BigInteger.ZERO;
    BigInteger[] row = {BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO};
    BigInteger[] column = row.clone();
    for (int k = 0; k < 3; k++) {
      for (int l = 0; l < 3; l++) {
        BigInteger c = BigInteger.valueOf(cells[k][l]);
        n = n.add(c);
        row[k] = row[k].add(c);
        column[l] = column[l].add(c);
        agree = k == l ? agree.add(c) : agree;
      }
    }
    BigInteger chance = BigInteger.ZERO;
    for (int k = 0; k < 3; k++) {
      chance = chance.add(row[k].multiply(column[k]));
    }
    BigDecimal exact =
        new BigDecimal(agree.multiply(n).subtract(chance))
            .divide(new BigDecimal(n.multiply(n).subtract(chance)), MathContext.DECIMAL128);
    AgreementEstimate k = CohenKappa.of(ConfusionMatrix.of(cells));
    assertEquals(n.longValueExact(), k.diagnostics().items());
    assertEquals(exact.doubleValue(), k.value().value(), 1e-15); // a few ulps of 1
  }

  /** Any tiny or lopsided data: a value or a reason, never NaN (Outcome and Interval refuse it). */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void degenerateDataNeverGiveNaN(long seed) {
    var random = new Random(seed);
    for (int round = 0; round < 8; round++) {
      int grades = random.nextInt(1, 4);
      int raters = random.nextInt(2, 4);
      int used = random.nextInt(1, grades + 1);
      RatingRows data = RatingRows.create(raters, grades);
      for (int i = random.nextInt(5); i > 0; i--) {
        data.add(
            random
                .ints(raters, 0, used)
                .map(code -> random.nextInt(3) == 0 ? RatingRows.MISSING : code)
                .toArray(),
            random.nextInt(1, 3));
      }
      for (StandardError error : StandardError.values()) {
        for (IntervalKind kind : IntervalKind.values()) {
          if (error == StandardError.DELTA) {
            continue; // needs complete pairs
          }
          Inference how =
              Inference.standard()
                  .withStandardError(error)
                  .withInterval(kind)
                  .withBootstrap(20, seed);
          all(WeightScheme.LINEAR.ofGrades(grades))
              .forEach((name, estimate) -> requireWhole(estimate.apply(data, how), name));
        }
      }
    }
  }

  private static void requireWhole(AgreementEstimate e, String name) {
    assertTrue(e.value().defined() != e.value().reason().isPresent(), name);
    e.value().asOptional().ifPresent(x -> assertTrue(x <= 1, name));
    e.standardError().asOptional().ifPresent(x -> assertTrue(x >= 0, name));
    e.pValue().asOptional().ifPresent(x -> assertTrue(x >= 0 && x <= 1, name));
    e.interval().ifPresent(i -> assertTrue(i.lower() >= -1 && i.upper() <= 1, name));
    if (!e.value().defined()) {
      assertEquals(java.util.Optional.empty(), e.interval(), name);
    }
  }
}
