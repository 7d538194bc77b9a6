package org.assay.bench.study;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assay.latent.CellErrors;
import org.assay.latent.CellErrors.CellError;
import org.assay.latent.CellScore;
import org.assay.latent.CellScore.Cell;
import org.assay.latent.CellScore.SecondGrade;
import org.assay.latent.DirichletPrior;
import org.assay.latent.GoodnessOfFit;
import org.assay.latent.LatentFit;
import org.assay.latent.LatentReference;
import org.assay.latent.WrongGradeScore;
import org.assay.simulate.HardItems;

/**
 * Question: where some items are hard, does a latent reference know its own errors? Is the misfit
 * seen, do limits cover, and do 1,000 random checks put the probability of a wrong grade right?
 *
 * <p>Run: {@code java -cp bench/target/benchmarks.jar org.assay.bench.study.LatentStudy >
 * bench/results/latent.md}. Arguments: seeds per row; bootstrap replicates of the test of fit; for
 * how many of the seeds it is made, which costs as much as the rest.
 */
public final class LatentStudy {
  private static final int ITEMS = 30_000;
  private static final int ASSESSORS = 20;
  private static final int CHECKS = 1_000;
  private static final int MANY = 3_000_000; // items that what is estimated is taken from
  private static final double CONFIDENCE = 0.95;

  private LatentStudy() {}

  /** Mean results of wrong-grade scores. */
  private static final class Scores {
    private final double[] sums = new double[7];

    private void add(double... values) {
      Arrays.setAll(sums, i -> sums[i] + values[i]);
    }

    private String row(HardItems items, int seeds) {
      double truth = sums[0];
      return String.format(
          Locale.ROOT,
          "| %.0f / %.0f %% | %.2f %% | %.2f %% (%+.1f %%) | %.2f %% (%+.1f %%) | %.2f %% (%+.1f"
              + " %%) | %.2f | %.2f | %.2f |%n",
          100 * items.second(),
          100 * items.third(),
          100 * truth / seeds,
          100 * sums[1] / seeds,
          100 * (sums[1] / truth - 1),
          100 * sums[2] / seeds,
          100 * (sums[2] / truth - 1),
          100 * sums[3] / seeds,
          100 * (sums[3] / truth - 1),
          sums[4] / seeds,
          sums[5] / seeds,
          sums[6] / seeds);
    }
  }

  /**
   * Writes the study.
   *
   * @param args seeds per row, replicates
   */
  public static void main(String[] args) {
    int seeds = args.length > 0 ? Integer.parseInt(args[0]) : 100;
    int replicates = args.length > 1 ? Integer.parseInt(args[1]) : 99;
    int tests = args.length > 2 ? Integer.parseInt(args[2]) : seeds;
    double[][] designs = {{0.3, 0}, {0.6, 0.2}, {1, 1}};
    System.out.printf(
        Locale.ROOT,
        "# Latent references where items are hard%n%n%d seeds per row, made by `java -cp"
            + " bench/target/benchmarks.jar org.assay.bench.study.LatentStudy %d %d %d`. %,d items"
            + " of %d assessors, %d grades (`simulate.HardItems`).%n",
        seeds,
        seeds,
        replicates,
        tests,
        ITEMS,
        ASSESSORS,
        HardItems.GRADES);
    scores(seeds, designs);
    misfit(tests, replicates);
    cover(seeds);
  }

  private static void scores(int seeds, double[][] designs) {
    System.out.printf(
        Locale.ROOT,
        "%n## Mean P(wrong), 15 %% hard items, put right by 1,000 random checks of the period"
            + " before%n%n| second / third gradings | wrong | latent score | calibrated | cell"
            + " score | slope: latent | calibrated | cells |%n|---|---|---|---|---|---|---|---|%n");
    for (double[] design : designs) {
      HardItems items = new HardItems(ITEMS, design[0], design[1], 0.15);
      var scores = new Scores();
      for (int seed = 0; seed < seeds; seed++) {
        score(items, seed, scores);
      }
      System.out.print(scores.row(items, seeds));
    }
  }

  private static void score(HardItems items, int seed, Scores scores) {
    double[] accuracies = HardItems.accuracies(ASSESSORS, seed);
    HardItems.Drawn before = items.draw(accuracies, 10_000 + seed);
    HardItems.Drawn after = items.draw(accuracies, 20_000 + seed);
    double[] latent = latent(after);
    double[] latentBefore = latent(before);
    boolean[] wrong = wrong(after);
    boolean[] wrongBefore = wrong(before);
    int[] checked = new SplittableRandom(seed).ints(0, ITEMS).distinct().limit(CHECKS).toArray();
    boolean[] found = new boolean[CHECKS];
    for (int c = 0; c < CHECKS; c++) {
      found[c] = wrongBefore[checked[c]];
    }
    double[] even = even(CHECKS);
    WrongGradeScore line =
        WrongGradeScore.of(
            Arrays.stream(checked).mapToDouble(i -> latentBefore[i]).toArray(),
            found,
            even,
            CONFIDENCE);
    CellScore cells =
        CellScore.of(Arrays.stream(checked).mapToObj(i -> cell(before, i)).toList(), found, even);
    double[] right = Arrays.stream(latent).map(line::calibrated).toArray();
    double[] plain = IntStream.range(0, ITEMS).mapToDouble(i -> cells.of(cell(after, i))).toArray();
    scores.add(
        IntStream.range(0, ITEMS).filter(i -> wrong[i]).count() / (double) ITEMS,
        mean(latent),
        mean(right),
        mean(plain),
        slope(latent, wrong),
        slope(right, wrong),
        slope(plain, wrong));
  }

  private static double[] latent(HardItems.Drawn drawn) {
    LatentFit fit =
        LatentReference.of(drawn.gradings()).prior(DirichletPrior.of(3, 1.1, 0.1)).fit();
    return IntStream.range(0, ITEMS)
        .mapToDouble(i -> Math.max(0, 1 - fit.posterior(i)[drawn.grade(0)[i]]))
        .toArray();
  }

  private static boolean[] wrong(HardItems.Drawn drawn) {
    boolean[] wrong = new boolean[ITEMS];
    for (int i = 0; i < ITEMS; i++) {
      wrong[i] = drawn.grade(0)[i] != drawn.right()[i];
    }
    return wrong;
  }

  private static Cell cell(HardItems.Drawn drawn, int item) {
    int grade = drawn.grade(0)[item];
    int second = drawn.grade(1)[item];
    SecondGrade said =
        second == HardItems.NONE
            ? SecondGrade.NONE
            : second == grade ? SecondGrade.SAME : SecondGrade.OTHER;
    return new Cell(grade, said, 0, drawn.assessor(0)[item]);
  }

  private static double slope(double[] score, boolean[] wrong) {
    return WrongGradeScore.of(score, wrong, even(ITEMS), CONFIDENCE).slope().estimate().value();
  }

  private static double mean(double[] x) {
    return Arrays.stream(x).average().orElse(Double.NaN);
  }

  private static double[] even(int n) {
    double[] even = new double[n];
    Arrays.fill(even, 1);
    return even;
  }

  private static void cover(int seeds) {
    System.out.printf(
        Locale.ROOT,
        "%n## Cells off the diagonal inside nominal 95 %% limits%n%nOf what the model estimates"
            + " from %,d items, and of the true share over easy and hard items.%n%n| second / third"
            + " gradings | hard | sandwich | information | sandwich, of the true share"
            + " |%n|---|---|---|---|---|%n",
        MANY);
    double[] accuracies = HardItems.accuracies(ASSESSORS, 7);
    for (double hard : new double[] {0, 0.15}) {
      HardItems items = new HardItems(ITEMS, 0.6, 0.2, hard);
      LatentFit many = fit(new HardItems(MANY, 0.6, 0.2, hard), accuracies, 99);
      int[] inside = new int[3];
      int all = 0;
      for (int seed = 0; seed < seeds; seed++) {
        CellErrors errors = CellErrors.of(fit(items, accuracies, 5_000 + seed), CONFIDENCE);
        for (int j = 0; j < ASSESSORS; j++) {
          double[][] target = many.matrix(j);
          for (int k = 0; k < HardItems.GRADES; k++) {
            for (int l = 0; l < HardItems.GRADES; l++) {
              if (k != l) {
                CellError cell = errors.cell(j, k, l);
                all++;
                inside[0] += cell.interval().contains(target[k][l]) ? 1 : 0;
                inside[1] += cell.informationInterval().contains(target[k][l]) ? 1 : 0;
                inside[2] += cell.interval().contains(items.cell(accuracies[j], k, l)) ? 1 : 0;
              }
            }
          }
        }
      }
      System.out.printf(
          Locale.ROOT,
          "| 60 / 20 %% | %.0f %% | %.1f %% | %.1f %% | %.1f %% |%n",
          100 * hard,
          100.0 * inside[0] / all,
          100.0 * inside[1] / all,
          100.0 * inside[2] / all);
    }
  }

  private static LatentFit fit(HardItems items, double[] accuracies, long seed) {
    return LatentReference.of(items.draw(accuracies, seed).gradings()).tolerance(1e-9).fit();
  }

  private static void misfit(int seeds, int replicates) {
    System.out.printf(
        Locale.ROOT,
        "%n## Dawid and Skene's model rejected at 5 %%%n%nOf %d seeds.%n%n| second / third gradings"
            + " | hard | pull | pairs | triples |%n|---|---|---|---|---|%n",
        seeds);
    for (double[] design : new double[][] {{0.6, 0.2}, {0.8, 0.5}, {1, 1}}) {
      for (double hard : new double[] {0, 0.15}) {
        HardItems items = new HardItems(ITEMS, design[0], design[1], hard);
        int[] rejected = new int[3];
        for (int seed = 0; seed < seeds; seed++) {
          double[] accuracies = HardItems.accuracies(ASSESSORS, seed);
          GoodnessOfFit test =
              GoodnessOfFit.of(fit(items, accuracies, 1_000 + seed), replicates, seed);
          rejected[0] += test.pValue().value() <= 0.05 ? 1 : 0;
          rejected[1] += test.statistics().pairs().pValue().value() <= 0.05 ? 1 : 0;
          rejected[2] += test.statistics().triples().pValue().value() <= 0.05 ? 1 : 0;
        }
        System.out.printf(
            Locale.ROOT,
            "| %.0f / %.0f %% | %.0f %% | %d | %d | %d |%n",
            100 * design[0],
            100 * design[1],
            100 * hard,
            rejected[0],
            rejected[1],
            rejected[2]);
      }
    }
  }
}
