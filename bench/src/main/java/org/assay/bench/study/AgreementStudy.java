package org.assay.bench.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import org.assay.agreement.AgreementEstimate;
import org.assay.agreement.BrennanPrediger;
import org.assay.agreement.CongerKappa;
import org.assay.agreement.FleissKappa;
import org.assay.agreement.GwetAc;
import org.assay.agreement.Inference;
import org.assay.agreement.Inference.IntervalKind;
import org.assay.agreement.Inference.StandardError;
import org.assay.agreement.KrippendorffAlpha;
import org.assay.agreement.Weights;
import org.assay.count.RatingRows;

/**
 * Question: are the standard errors of agreement coefficients right when most items were rated
 * once, and do the intervals cover what they promise, also near 1?
 *
 * <p>Run: {@code java -cp bench/target/benchmarks.jar org.assay.bench.study.AgreementStudy} prints
 * {@code bench/results/agreement-errors.md}; an argument sets the number of samples a row.
 *
 * <p>Raters see an item's latent grade and err by a confusion matrix of their own. The population
 * value of each coefficient comes from the exact probabilities of all rows of ratings.
 */
public final class AgreementStudy {
  private static final long SEED = 20_250_107;
  private static final double MANY = 1e15;

  private AgreementStudy() {}

  /**
   * A population of items and the raters of it.
   *
   * @param name as the table shows it
   * @param prevalence of the latent grades
   * @param accuracy of each rater: chance to give the latent grade; errors spread evenly
   * @param singly share of items with one rating, by a rater drawn at random; the others have all
   */
  public record Population(
      String name, List<Double> prevalence, List<Double> accuracy, double singly) {}

  /**
   * How one coefficient fared.
   *
   * @param coefficient name
   * @param truth its population value
   * @param deviation standard deviation of the estimates
   * @param errorRatio mean linearised standard error over {@code deviation}
   * @param gwetRatio the same for irrCAC's standard error
   * @param coverage by interval, share of samples whose nominal 95 % interval holds {@code truth}
   */
  public record Row(
      String coefficient,
      double truth,
      double deviation,
      double errorRatio,
      double gwetRatio,
      Map<IntervalKind, Double> coverage) {}

  private static Map<String, BiFunction<RatingRows, Inference, AgreementEstimate>> coefficients(
      int grades) {
    Weights w = Weights.identity(grades);
    var all = new LinkedHashMap<String, BiFunction<RatingRows, Inference, AgreementEstimate>>();
    all.put("Fleiss", (rows, how) -> FleissKappa.with(w).estimate(rows.patterns(), how));
    all.put("AC1", (rows, how) -> GwetAc.with(w).estimate(rows.patterns(), how));
    all.put("alpha", (rows, how) -> KrippendorffAlpha.with(w).estimate(rows.patterns(), how));
    all.put("Conger", (rows, how) -> CongerKappa.with(w).estimate(rows, how));
    all.put(
        "Brennan-Prediger", (rows, how) -> BrennanPrediger.with(w).estimate(rows.patterns(), how));
    return all;
  }

  /**
   * Draws samples and compares.
   *
   * @param population where from
   * @param items in a sample
   * @param samples number of samples, at least 2
   * @param seed of the draws
   * @return one row a coefficient; samples without a value or an interval count as not covered
   */
  public static List<Row> run(Population population, int items, int samples, long seed) {
    var outcomes = new ArrayList<int[]>();
    var chances = new ArrayList<Double>();
    enumerate(population, outcomes, chances);
    int grades = population.prevalence().size();
    int raters = population.accuracy().size();
    RatingRows exact = RatingRows.create(raters, grades);
    double[] cumulative = new double[outcomes.size()];
    double sum = 0;
    for (int o = 0; o < cumulative.length; o++) {
      exact.add(outcomes.get(o), Math.round(MANY * chances.get(o)));
      sum += chances.get(o);
      cumulative[o] = sum;
    }
    var tallies = new LinkedHashMap<String, Tally>();
    coefficients(grades)
        .forEach(
            (name, estimate) ->
                tallies.put(
                    name, new Tally(estimate.apply(exact, Inference.standard()).value().value())));
    var random = new SplittableRandom(seed);
    for (int s = 0; s < samples; s++) {
      RatingRows sample = RatingRows.create(raters, grades);
      for (int i = 0; i < items; i++) {
        int place = Arrays.binarySearch(cumulative, random.nextDouble() * sum);
        sample.add(outcomes.get(Math.min(cumulative.length - 1, place < 0 ? -place - 1 : place)));
      }
      coefficients(grades).forEach((name, estimate) -> tallies.get(name).add(estimate, sample));
    }
    return tallies.entrySet().stream()
        .map(entry -> entry.getValue().row(entry.getKey(), samples))
        .toList();
  }

  private static void enumerate(Population p, List<int[]> outcomes, List<Double> chances) {
    int grades = p.prevalence().size();
    int raters = p.accuracy().size();
    int rows = (int) Math.pow(grades, raters);
    for (int code = 0; code < rows; code++) {
      int[] row = new int[raters];
      for (int g = 0, rest = code; g < raters; g++, rest /= grades) {
        row[g] = rest % grades;
      }
      outcomes.add(row);
      chances.add((1 - p.singly()) * chance(p, row));
    }
    for (int g = 0; g < raters && p.singly() > 0; g++) {
      for (int k = 0; k < grades; k++) {
        int[] row = new int[raters];
        Arrays.fill(row, RatingRows.MISSING);
        row[g] = k;
        outcomes.add(row);
        chances.add(p.singly() / raters * chance(p, row));
      }
    }
  }

  private static double chance(Population p, int[] row) {
    int grades = p.prevalence().size();
    double sum = 0;
    for (int latent = 0; latent < grades; latent++) {
      double product = p.prevalence().get(latent);
      for (int g = 0; g < row.length; g++) {
        double right = p.accuracy().get(g);
        if (row[g] != RatingRows.MISSING) {
          product *= row[g] == latent ? right : (1 - right) / (grades - 1);
        }
      }
      sum += product;
    }
    return sum;
  }

  private static final class Tally {
    private static final List<IntervalKind> KINDS =
        List.of(IntervalKind.T, IntervalKind.LOGIT, IntervalKind.SCORE);
    private final double truth;
    private final int[] covered = new int[KINDS.size()];
    private int defined;
    private double mean;
    private double squares; // Welford
    private double errors;
    private double gwet;

    Tally(double truth) {
      this.truth = truth;
    }

    void add(BiFunction<RatingRows, Inference, AgreementEstimate> estimate, RatingRows sample) {
      Inference standard = Inference.standard();
      AgreementEstimate e = estimate.apply(sample, standard);
      if (!e.value().defined() || !e.standardError().defined()) {
        return;
      }
      defined++;
      double delta = e.value().value() - mean;
      mean += delta / defined;
      squares += delta * (e.value().value() - mean);
      errors += e.standardError().value();
      gwet +=
          estimate
              .apply(sample, standard.withStandardError(StandardError.GWET))
              .standardError()
              .value();
      for (int k = 0; k < covered.length; k++) {
        boolean holds =
            estimate
                .apply(sample, standard.withInterval(KINDS.get(k)))
                .interval()
                .map(interval -> interval.contains(truth))
                .orElse(false);
        covered[k] += holds ? 1 : 0;
      }
    }

    Row row(String name, int samples) {
      double deviation = Math.sqrt(squares / (defined - 1));
      var coverage = new LinkedHashMap<IntervalKind, Double>();
      for (int k = 0; k < covered.length; k++) {
        coverage.put(KINDS.get(k), (double) covered[k] / samples);
      }
      return new Row(
          name,
          truth,
          deviation,
          errors / defined / deviation,
          gwet / defined / deviation,
          coverage);
    }
  }

  /**
   * The populations of the study.
   *
   * @param items of a sample
   * @param population where from
   */
  public record Setting(int items, Population population) {}

  /**
   * All settings.
   *
   * @return in the order of the table
   */
  public static List<Setting> settings() {
    var settings = new ArrayList<Setting>();
    for (double singly : new double[] {0, .6, .9}) {
      settings.add(
          new Setting(
              400,
              new Population(
                  "three raters, grades .5 .3 .2",
                  List.of(.5, .3, .2),
                  List.of(.9, .85, .8),
                  singly)));
      settings.add(
          new Setting(
              1_000,
              new Population(
                  "four raters, grades .8 .2",
                  List.of(.8, .2),
                  List.of(.9, .9, .85, .85),
                  singly)));
    }
    // Accuracies that give Fleiss' kappa .95.
    for (List<Double> prevalence :
        List.of(List.of(.5, .5), List.of(.5, .3, .2), List.of(.4, .3, .2, .1))) {
      for (int raters = 2; raters <= 3; raters++) {
        settings.add(
            new Setting(
                200,
                new Population(
                    raters + " raters, " + prevalence.size() + " grades, kappa .95",
                    prevalence,
                    Collections.nCopies(raters, accuracyFor(.95, prevalence)),
                    0)));
      }
    }
    return settings;
  }

  private static double accuracyFor(double kappa, List<Double> prevalence) {
    double low = .9;
    double high = 1;
    for (int step = 0; step < 60; step++) {
      double middle = (low + high) / 2;
      var population = new Population("", prevalence, List.of(middle, middle), 0);
      var outcomes = new ArrayList<int[]>();
      var chances = new ArrayList<Double>();
      enumerate(population, outcomes, chances);
      RatingRows exact = RatingRows.create(2, prevalence.size());
      for (int o = 0; o < outcomes.size(); o++) {
        exact.add(outcomes.get(o), Math.round(MANY * chances.get(o)));
      }
      if (FleissKappa.of(exact.patterns()).value().value() < kappa) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /**
   * Prints the table.
   *
   * @param args number of samples a row, 20,000 without
   */
  public static void main(String[] args) {
    int samples = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
    System.out.printf(
        Locale.ROOT,
        "# Standard errors and intervals of agreement coefficients%n%n"
            + "%,d samples a row, seed %d, made by `java -cp bench/target/benchmarks.jar"
            + " org.assay.bench.study.AgreementStudy`. Ratios are mean standard error over the"
            + " standard deviation of the estimates (Monte Carlo error %.3f); coverage is of nominal"
            + " 95 %% intervals (Monte Carlo error %.4f).%n%n"
            + "| population | items | rated once | coefficient | value | SD | ratio | ratio, irrCAC's"
            + " | coverage, t | coverage, logit | coverage, score |%n"
            + "|---|---|---|---|---|---|---|---|---|---|---|%n",
        samples,
        SEED,
        1 / Math.sqrt(2.0 * samples),
        Math.sqrt(.95 * .05 / samples));
    for (Setting setting : settings()) {
      for (Row row : run(setting.population(), setting.items(), samples, SEED)) {
        System.out.printf(
            Locale.ROOT,
            "| %s | %d | %.0f %% | %s | %.3f | %.4f | %.3f | %.3f | %.3f | %.3f | %.3f |%n",
            setting.population().name(),
            setting.items(),
            100 * setting.population().singly(),
            row.coefficient(),
            row.truth(),
            row.deviation(),
            row.errorRatio(),
            row.gwetRatio(),
            row.coverage().get(IntervalKind.T),
            row.coverage().get(IntervalKind.LOGIT),
            row.coverage().get(IntervalKind.SCORE));
      }
    }
  }
}
