package org.assay.bench.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assay.agreement.AgreementEstimate;
import org.assay.agreement.CohenKappa;
import org.assay.agreement.ExchangedReadings;
import org.assay.agreement.FleissKappa;
import org.assay.agreement.GwetAc;
import org.assay.agreement.Inference;
import org.assay.agreement.Inference.IntervalKind;
import org.assay.agreement.JointEstimates;
import org.assay.agreement.JointEstimates.Reading;
import org.assay.agreement.KrippendorffAlpha;
import org.assay.agreement.Weights;
import org.assay.agreement.Weights.WeightScheme;
import org.assay.count.RatingRows;
import org.assay.result.Interval;
import org.assay.result.Outcome;

/**
 * Question: which interval of an agreement coefficient covers what it promises in small samples,
 * with rare grades and with most ratings missing, and how long is it?
 *
 * <p>Run: {@code java -cp bench/target/benchmarks.jar org.assay.bench.study.SmallSampleStudy}
 * prints {@code bench/results/small-samples.md}. Arguments: samples per row; rows of the first
 * table to compute, as {@code 6,36,53}, or {@code all} (without it the tests are run too); seed.
 *
 * <p>Each rating is the item's latent grade with chance sqrt(kappa) and otherwise drawn from the
 * grade shares anew, so that two raters have exactly that kappa, whatever the weights.
 */
public final class SmallSampleStudy {
  private static final long SEED = 20_250_109;
  private static final double HOLDS = 0.93;
  private static final List<IntervalKind> KINDS =
      List.of(IntervalKind.T, IntervalKind.LOGIT, IntervalKind.SCORE, IntervalKind.POSTERIOR);

  private SmallSampleStudy() {}

  /** What is estimated. */
  public enum Coefficient {
    COHEN("Cohen, 2 raters", 2, 1),
    QUADRATIC("Cohen quadratic, 2 raters", 2, 1),
    FLEISS("Fleiss, 3 raters", 3, 1),
    AC2("AC2 quadratic, 3 raters", 3, 1),
    ALPHA("alpha, 5 raters, 70 % missing", 5, .3);

    private final String title;
    private final int raters;
    private final double rated;

    Coefficient(String title, int raters, double rated) {
      this.title = title;
      this.raters = raters;
      this.rated = rated;
    }

    private Weights weights(int grades) {
      double[] scores = new double[grades];
      Arrays.setAll(scores, k -> k + 1);
      boolean quadratic = this == QUADRATIC || this == AC2;
      return (quadratic ? WeightScheme.QUADRATIC : WeightScheme.IDENTITY).of(scores);
    }

    private AgreementEstimate estimate(RatingRows rows, Inference how) {
      Weights w = weights(rows.grades());
      return switch (this) {
        case COHEN, QUADRATIC -> CohenKappa.with(w).estimate(rows, how);
        case FLEISS -> FleissKappa.with(w).estimate(rows.patterns(), how);
        case AC2 -> GwetAc.with(w).estimate(rows.patterns(), how);
        case ALPHA -> KrippendorffAlpha.with(w).estimate(rows.patterns(), how);
      };
    }

    private double truth(double kappa, double[] shares) {
      if (this != AC2) {
        return kappa;
      }
      Weights w = weights(shares.length);
      double disagreement = 0;
      double sum = 0;
      double spread = 0;
      for (int k = 0; k < shares.length; k++) {
        spread += shares[k] * (1 - shares[k]);
        for (int l = 0; l < shares.length; l++) {
          disagreement += (1 - w.weight(k, l)) * shares[k] * shares[l];
          sum += w.weight(k, l);
        }
      }
      double chance = sum / (shares.length * (shares.length - 1.0)) * spread;
      return 1 - (1 - kappa) * disagreement / (1 - chance);
    }
  }

  /**
   * Where samples come from.
   *
   * @param coefficient what is estimated
   * @param shares of the grades
   * @param kappa of two raters
   * @param items in a sample
   */
  public record Setting(Coefficient coefficient, List<Double> shares, double kappa, int items) {
    private double[] prevalence() {
      return shares.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  /**
   * How an interval fared among the samples in which the coefficient exists.
   *
   * @param coverage share of them whose nominal 95 % interval holds the true value
   * @param width mean
   */
  public record Fared(double coverage, double width) {}

  /**
   * A row of the table.
   *
   * @param undefined share of the samples without coefficient or standard error
   * @param by interval
   */
  public record Row(double undefined, Map<IntervalKind, Fared> by) {}

  /**
   * Draws samples and compares.
   *
   * @param setting where from
   * @param samples how many
   * @param seed of the draws
   * @return how the intervals fared
   */
  public static Row run(Setting setting, int samples, long seed) {
    var random = new SplittableRandom(seed);
    double[] shares = setting.prevalence();
    double truth = setting.coefficient().truth(setting.kappa(), shares);
    int[] covered = new int[KINDS.size()];
    double[] widths = new double[KINDS.size()];
    int defined = 0;
    for (int s = 0; s < samples; s++) {
      RatingRows rows = RatingRows.create(setting.coefficient().raters, shares.length);
      for (int i = 0; i < setting.items(); i++) {
        rows.add(item(setting.coefficient(), setting.kappa(), shares, random));
      }
      boolean exists = true;
      for (int k = 0; exists && k < covered.length; k++) {
        Optional<Interval> limits =
            setting
                .coefficient()
                .estimate(rows, Inference.standard().withInterval(KINDS.get(k)))
                .interval();
        exists = limits.isPresent();
        if (exists) {
          covered[k] += limits.orElseThrow().contains(truth) ? 1 : 0;
          widths[k] += limits.orElseThrow().width();
        }
      }
      defined += exists ? 1 : 0;
    }
    var by = new EnumMap<IntervalKind, Fared>(IntervalKind.class);
    for (int k = 0; k < covered.length; k++) {
      by.put(KINDS.get(k), new Fared((double) covered[k] / defined, widths[k] / defined));
    }
    return new Row(1 - (double) defined / samples, by);
  }

  private static int[] item(
      Coefficient coefficient, double kappa, double[] shares, SplittableRandom random) {
    int[] row = new int[coefficient.raters];
    int latent = grade(shares, random);
    for (int g = 0; g < row.length; g++) {
      boolean sees = random.nextDouble() < Math.sqrt(kappa);
      int given = sees ? latent : grade(shares, random);
      row[g] = random.nextDouble() < coefficient.rated ? given : RatingRows.MISSING;
    }
    return row;
  }

  private static int grade(double[] shares, SplittableRandom random) {
    double at = random.nextDouble();
    int k = 0;
    while (k < shares.length - 1 && at >= shares[k]) {
      at -= shares[k++];
    }
    return k;
  }

  /**
   * All settings.
   *
   * @return in the order of the table
   */
  public static List<Setting> settings() {
    var settings = new ArrayList<Setting>();
    for (Coefficient coefficient : Coefficient.values()) {
      for (List<Double> shares :
          List.of(
              List.of(.5, .5),
              List.of(.95, .05),
              List.of(.2, .2, .2, .2, .2),
              List.of(.9, .04, .03, .02, .01))) {
        if (coefficient == Coefficient.QUADRATIC && shares.size() == 2) {
          continue; // then it is Cohen's
        }
        for (double kappa : new double[] {.4, .8}) {
          for (int items : new int[] {20, 50, 200}) {
            settings.add(new Setting(coefficient, shares, kappa, items));
          }
        }
      }
    }
    return settings;
  }

  /**
   * How often two kappas of a common reference that are equal are called different at 5 %.
   *
   * @param hotelling share of samples with p of at most .05
   * @param exchange the same
   */
  public record Sizes(double hotelling, double exchange) {}

  /**
   * Compares two equal kappas.
   *
   * @param share of the rare grade
   * @param kappa true value of both
   * @param items in a sample
   * @param samples how many
   * @param seed of the draws
   * @return how often each test rejects; samples without a kappa do not reject
   */
  public static Sizes sizes(double share, double kappa, int items, int samples, long seed) {
    var random = new SplittableRandom(seed);
    CohenKappa cohen = CohenKappa.with(Weights.identity(2));
    int hotelling = 0;
    int exchange = 0;
    for (int s = 0; s < samples; s++) {
      RatingRows rows = RatingRows.create(3, 2);
      for (int i = 0; i < items; i++) {
        rows.add(item(Coefficient.FLEISS, kappa, new double[] {1 - share, share}, random));
      }
      var readings = List.of(Reading.of(cohen, 0, 1), Reading.of(cohen, 0, 2));
      hotelling += rejects(JointEstimates.of(rows, readings).equal().pValue());
      exchange +=
          rejects(
              ExchangedReadings.of(cohen, rows, List.of(new int[] {0, 1}, new int[] {0, 2}))
                  .pValue());
    }
    return new Sizes((double) hotelling / samples, (double) exchange / samples);
  }

  private static int rejects(Outcome p) {
    return p.defined() && p.value() <= .05 ? 1 : 0;
  }

  /**
   * Prints the tables.
   *
   * @param args samples per row, 2,000 without; rows of the first table; seed
   */
  public static void main(String[] args) {
    int samples = args.length > 0 ? Integer.parseInt(args[0]) : 2_000;
    long seed = args.length > 2 ? Long.parseLong(args[2]) : SEED;
    System.out.printf(
        Locale.ROOT,
        "# Intervals of agreement coefficients in small samples%n%n"
            + "%,d samples per row, seed %d, made by `java -cp bench/target/benchmarks.jar"
            + " org.assay.bench.study.SmallSampleStudy %s`. Coverage of nominal 95 %% limits among the"
            + " samples in which the coefficient exists (Monte Carlo error %.3f), in brackets the"
            + " mean width. The last column is the width of posterior over that of the shortest"
            + " interval that covers %.2f.%n%n"
            + "| row | coefficient | grade shares | kappa | items | does not exist | t | logit | score |"
            + " posterior | width ratio |%n|---|---|---|---|---|---|---|---|---|---|---|%n",
        samples,
        seed,
        String.join(" ", args),
        Math.sqrt(.95 * .05 / samples),
        HOLDS);
    List<Setting> settings = settings();
    String rows = args.length > 1 ? args[1] : "";
    for (int row : rows(rows, settings.size())) {
      print(row, settings.get(row - 1), run(settings.get(row - 1), samples, seed));
    }
    if (rows.isEmpty()) {
      printSizes(samples, seed);
    }
  }

  private static int[] rows(String list, int count) {
    return list.isEmpty() || list.equals("all")
        ? IntStream.rangeClosed(1, count).toArray()
        : Arrays.stream(list.split(",")).mapToInt(Integer::parseInt).toArray();
  }

  private static void printSizes(int samples, long seed) {
    System.out.printf(
        Locale.ROOT,
        "%n## Tests that two kappas with a common rater are equal%n%n"
            + "Both raters alike, two grades; share of samples with p of at most .05.%n%n"
            + "| rare grade | kappa | items | Hotelling | exchange |%n|---|---|---|---|---|%n");
    for (double share : new double[] {.05, .1, .5}) {
      for (double kappa : new double[] {.4, .8}) {
        for (int items : new int[] {30, 60, 200}) {
          Sizes sizes = sizes(share, kappa, items, samples, seed);
          System.out.printf(
              Locale.ROOT,
              "| %.2f | %.1f | %d | %.3f | %.3f |%n",
              share,
              kappa,
              items,
              sizes.hotelling(),
              sizes.exchange());
        }
      }
    }
  }

  private static void print(int number, Setting setting, Row row) {
    double shortest =
        row.by().values().stream()
            .filter(fared -> fared.coverage() >= HOLDS)
            .mapToDouble(Fared::width)
            .min()
            .orElse(Double.NaN);
    var cells = new StringBuilder();
    for (IntervalKind kind : KINDS) {
      Fared fared = row.by().get(kind);
      cells.append(String.format(Locale.ROOT, " %.3f (%.2f) |", fared.coverage(), fared.width()));
    }
    System.out.printf(
        Locale.ROOT,
        "| %d | %s | %s | %.1f | %d | %.3f |%s %.2f |%n",
        number,
        setting.coefficient().title,
        setting.shares().toString().replaceAll("[\\[\\],]", ""),
        setting.kappa(),
        setting.items(),
        row.undefined(),
        cells,
        row.by().get(IntervalKind.POSTERIOR).width() / shortest);
  }
}
