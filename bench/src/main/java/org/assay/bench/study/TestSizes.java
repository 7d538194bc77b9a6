package org.assay.bench.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.assay.agreement.CohenKappa;
import org.assay.agreement.GwetAc;
import org.assay.agreement.IndependentEstimates;
import org.assay.agreement.Inference;
import org.assay.agreement.JointEstimates;
import org.assay.agreement.JointEstimates.Reading;
import org.assay.agreement.Weights;
import org.assay.compare.CochranQ;
import org.assay.compare.EqualRates;
import org.assay.compare.MarginalHomogeneity;
import org.assay.compare.McNemar;
import org.assay.count.ConfusionMatrix;
import org.assay.count.RatingRows;
import org.assay.result.Outcome;
import org.assay.result.TestResult;

/**
 * Question: how often does each test reject at 5 % when its hypothesis is true?
 *
 * <p>The standard error of a share near .05 is .0015 for 20,000 runs. An undefined test does not
 * reject.
 *
 * <p>Run: {@code java -cp bench/target/benchmarks.jar org.assay.bench.study.TestSizes >
 * bench/results/test-sizes.md}
 */
public final class TestSizes {
  private static final int RUNS = 20_000;
  private static final long SEED = 20250107;
  private static final int[] ITEMS = {30, 100, 300};
  private static final CohenKappa KAPPA = CohenKappa.with(Weights.identity(3));

  private TestSizes() {}

  /** What one run of the hypothesis gives every test. */
  private static final class Sample {
    private final RatingRows rows; // reference and three assessors, three grades
    private final ConfusionMatrix again; // an independent table like the first two columns
    private final long[] errors;
    private final long[] checked;

    Sample(SplittableRandom random, int items) {
      rows = RatingRows.create(4, 3);
      again = ConfusionMatrix.create(3);
      errors = new long[2];
      checked = new long[] {items, items};
      for (int i = 0; i < items; i++) {
        rows.add(item(random));
        int[] other = item(random);
        again.add(other[0], other[1]);
        errors[0] += random.nextInt(10) == 0 ? 1 : 0;
        errors[1] += random.nextInt(10) == 0 ? 1 : 0;
      }
    }

    // Hard items are hard for all, so that the assessors' errors are dependent.
    private static int[] item(SplittableRandom random) {
      int reference = random.nextInt(3);
      double wrong = random.nextInt(3) == 0 ? .6 : .15;
      int[] row = {reference, reference, reference, reference};
      for (int r = 1; r < 4; r++) {
        if (random.nextDouble() < wrong) {
          row[r] = random.nextInt(3);
        }
      }
      return row;
    }

    McNemar mcNemar() {
      ConfusionMatrix table = rows.pairs(1, 2);
      return McNemar.ofDiscordant(
          table.count(0, 1) + table.count(0, 2), table.count(1, 0) + table.count(2, 0));
    }

    CochranQ cochranQ() {
      CochranQ q = CochranQ.create(3);
      var distinct = rows.snapshot();
      for (int v = 0; v < distinct.size(); v++) {
        int[] row = distinct.vector(v);
        q.add(new boolean[] {row[1] == 0, row[2] == 0, row[3] == 0}, distinct.count(v));
      }
      return q;
    }

    TestResult dependent() {
      return JointEstimates.of(
              rows,
              List.of(Reading.of(KAPPA, 0, 1), Reading.of(KAPPA, 0, 2), Reading.of(KAPPA, 0, 3)))
          .equal();
    }

    TestResult acOfTwo() {
      GwetAc ac = GwetAc.with(Weights.identity(3));
      return JointEstimates.of(rows, List.of(Reading.of(ac, 0, 1), Reading.of(ac, 0, 2))).equal();
    }

    TestResult independent() {
      Inference delta = Inference.standard().withStandardError(Inference.StandardError.DELTA);
      var one = KAPPA.estimate(rows.pairs(0, 1), delta);
      var two = KAPPA.estimate(again, delta);
      return IndependentEstimates.of(
              List.of(one.value(), two.value()), List.of(one.standardError(), two.standardError()))
          .test();
    }
  }

  private static Map<String, Function<Sample, TestResult>> tests() {
    var tests = new LinkedHashMap<String, Function<Sample, TestResult>>();
    tests.put("McNemar, asymptotic", s -> s.mcNemar().asymptotic());
    tests.put("McNemar, continuity-corrected", s -> s.mcNemar().continuityCorrected());
    tests.put("McNemar, exact", s -> s.mcNemar().exact());
    tests.put("McNemar, mid-p", s -> s.mcNemar().midP());
    tests.put("Bowker, 3 grades", s -> MarginalHomogeneity.bowker(s.rows.pairs(1, 2)));
    tests.put(
        "Stuart-Maxwell, 3 grades", s -> MarginalHomogeneity.stuartMaxwell(s.rows.pairs(1, 2)));
    tests.put("Bhapkar, 3 grades", s -> MarginalHomogeneity.bhapkar(s.rows.pairs(1, 2)));
    tests.put("Cochran Q, 3 raters", s -> s.cochranQ().snapshot());
    tests.put(
        "chi-squared of two rates of .1", s -> EqualRates.of(s.errors, s.checked).asymptotic());
    tests.put(
        "the same, continuity-corrected",
        s -> EqualRates.of(s.errors, s.checked).continuityCorrected());
    tests.put("Fisher exact of two rates of .1", s -> EqualRates.of(s.errors, s.checked).exact());
    tests.put("two kappas, independent items", Sample::independent);
    tests.put("three kappas, same items", Sample::dependent);
    tests.put("two AC1, same items", Sample::acOfTwo);
    return tests;
  }

  /**
   * Prints the table.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    System.out.println("# How often each test rejects at 5 % when its hypothesis is true");
    System.out.println();
    System.out.printf(
        Locale.ROOT,
        "%,d runs a row, seed %d; standard error .0015. Three assessors err alike (about one in five"
            + " items), on the same hard items. An undefined test does not reject.%n%n",
        RUNS,
        SEED);
    System.out.println("| test | 30 items | 100 items | 300 items |");
    System.out.println("|---|---|---|---|");
    var tests = tests();
    var names = new ArrayList<>(tests.keySet());
    int[][] rejections = new int[names.size()][ITEMS.length];
    for (int size = 0; size < ITEMS.length; size++) {
      var random = new SplittableRandom(SEED + size);
      for (int run = 0; run < RUNS; run++) {
        Sample sample = new Sample(random, ITEMS[size]);
        for (int t = 0; t < names.size(); t++) {
          Outcome p = tests.get(names.get(t)).apply(sample).pValue();
          rejections[t][size] += p.defined() && p.value() < .05 ? 1 : 0;
        }
      }
    }
    for (int t = 0; t < names.size(); t++) {
      System.out.printf(Locale.ROOT, "| %s |", names.get(t));
      for (int count : rejections[t]) {
        System.out.printf(Locale.ROOT, " %.4f |", (double) count / RUNS);
      }
      System.out.println();
    }
  }
}
