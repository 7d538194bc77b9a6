package org.assay.bench.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.assay.agreement.Coefficient;
import org.assay.agreement.CohenKappa;
import org.assay.agreement.GwetAc;
import org.assay.agreement.Weights;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;
import org.assay.estimate.CheckCell;
import org.assay.estimate.CheckWeights;
import org.assay.estimate.DesignAgreement;
import org.assay.result.Interval;

/**
 * Question: do the limits of kappa and AC1 that a report gives for a stream hold with few checks,
 * high agreement and a design that takes rare grades more often?
 *
 * <p>Run: {@code java -cp bench/target/benchmarks.jar org.assay.bench.study.CheckedAgreementStudy}
 * prints {@code bench/results/checked-agreement.md}; an argument sets the number of samples a row.
 */
public final class CheckedAgreementStudy {
  private static final long SEED = 20_250_110;
  private static final double LOT = 20_000;
  private static final double CONFIDENCE = 0.95;

  private CheckedAgreementStudy() {}

  /**
   * Where checks come from. An erroneous grade has any other reference with the same chance.
   *
   * @param design as the table shows it
   * @param shares of the grades given
   * @param error chance that a grade is wrong
   * @param checks by grade given
   */
  public record Setting(String design, List<Double> shares, double error, List<Integer> checks) {}

  /**
   * How limits fared where the coefficient exists.
   *
   * @param coverage share of nominal 95 % limits that hold
   * @param width mean
   */
  public record Fared(double coverage, double width) {}

  /**
   * A row.
   *
   * @param undefined share of samples without kappa
   * @param kappaNormal by the standard error
   * @param kappa by the posterior
   * @param ac1Normal by the standard error
   * @param ac1 by the posterior
   */
  public record Row(double undefined, Fared kappaNormal, Fared kappa, Fared ac1Normal, Fared ac1) {}

  private static final class Tally {
    private final double truth;
    private int held;
    private int n;
    private double width;

    Tally(double truth) {
      this.truth = truth;
    }

    void add(Interval limits) {
      n++;
      held += limits.contains(truth) ? 1 : 0;
      width += limits.width();
    }

    Fared fared() {
      return new Fared((double) held / n, width / n);
    }
  }

  /**
   * Draws samples and compares.
   *
   * @param setting where from
   * @param samples how many
   * @param seed of the draws
   * @return how the limits fared
   */
  public static Row run(Setting setting, int samples, long seed) {
    var random = new SplittableRandom(seed);
    int k = setting.shares().size();
    Weights weights = Weights.identity(k);
    List<Coefficient> both = List.of(CohenKappa.with(weights), GwetAc.with(weights));
    DesignAgreement population = agreement(population(setting), both);
    List<Tally> normal = new ArrayList<>();
    List<Tally> posterior = new ArrayList<>();
    for (DesignAgreement.Estimate truth : population.estimates()) {
      normal.add(new Tally(truth.value().value()));
      posterior.add(new Tally(truth.value().value()));
    }
    for (int s = 0; s < samples; s++) {
      DesignAgreement a = agreement(sample(setting, random), both);
      for (int c = 0; c < both.size(); c++) {
        DesignAgreement.Estimate e = a.estimates().get(c);
        if (e.value().defined()) {
          normal.get(c).add(normal(e));
          posterior.get(c).add(e.interval());
        }
      }
    }
    return new Row(
        1 - (double) posterior.get(0).n / samples,
        normal.get(0).fared(),
        posterior.get(0).fared(),
        normal.get(1).fared(),
        posterior.get(1).fared());
  }

  private static DesignAgreement agreement(List<CheckCell> cells, List<Coefficient> coefficients) {
    return DesignAgreement.of(
        cells, CheckWeights.of(cells, Blindness.BLIND), coefficients, CONFIDENCE);
  }

  private static Interval normal(DesignAgreement.Estimate e) {
    double half =
        NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - CONFIDENCE) / 2)
            * e.standardError().value();
    return Interval.within(
        -1, 1, e.value().value() - half, e.value().value() + half, CONFIDENCE, "normal");
  }

  private static CheckCell cell(int grade, double probability, int reference, long count) {
    return new CheckCell(
        0,
        0,
        0,
        0,
        grade,
        Blindness.BLIND,
        SelectionMethod.SRS,
        CheckCell.ALONE,
        probability,
        reference,
        grade,
        count);
  }

  private static List<CheckCell> population(Setting setting) {
    int k = setting.shares().size();
    var cells = new ArrayList<CheckCell>();
    for (int grade = 0; grade < k; grade++) {
      for (int reference = 0; reference < k; reference++) {
        double share =
            setting.shares().get(grade)
                * (reference == grade ? 1 - setting.error() : setting.error() / (k - 1));
        cells.add(cell(grade, 1, reference, Math.round(1e9 * share)));
      }
    }
    return cells;
  }

  private static List<CheckCell> sample(Setting setting, SplittableRandom random) {
    int k = setting.shares().size();
    var cells = new ArrayList<CheckCell>();
    for (int grade = 0; grade < k; grade++) {
      long[] references = new long[k];
      for (int i = 0; i < setting.checks().get(grade); i++) {
        boolean wrong = random.nextDouble() < setting.error();
        int other = random.nextInt(k - 1);
        references[wrong ? (other < grade ? other : other + 1) : grade]++;
      }
      double probability = setting.checks().get(grade) / (LOT * setting.shares().get(grade));
      for (int reference = 0; reference < k; reference++) {
        if (references[reference] > 0) {
          cells.add(cell(grade, probability, reference, references[reference]));
        }
      }
    }
    return cells;
  }

  /**
   * All settings.
   *
   * @return in the order of the table
   */
  public static List<Setting> settings() {
    var settings = new ArrayList<Setting>();
    for (double error : new double[] {.01, .03, .1}) {
      for (int n : new int[] {60, 200}) {
        settings.add(
            new Setting("proportional", List.of(.9, .1), error, List.of(n * 9 / 10, n / 10)));
        settings.add(new Setting("equal by grade", List.of(.9, .1), error, List.of(n / 2, n / 2)));
        settings.add(
            new Setting(
                "equal by grade", List.of(.8, .15, .05), error, List.of(n / 3, n / 3, n / 3)));
      }
    }
    return settings;
  }

  /**
   * Prints the table.
   *
   * @param args number of samples a row, 2,000 without
   */
  public static void main(String[] args) {
    int samples = args.length > 0 ? Integer.parseInt(args[0]) : 2_000;
    System.out.printf(
        Locale.ROOT,
        "# Limits of design-weighted kappa and AC1%n%n"
            + "%,d samples a row, seed %d, made by `java -cp bench/target/benchmarks.jar"
            + " org.assay.bench.study.CheckedAgreementStudy %d`. A lot of 20,000 items, stratified by"
            + " the grade given. Coverage of nominal 95 %% limits (Monte Carlo error %.3f), in"
            + " brackets the mean width; normal: estimate +- normal quantile x standard error;"
            + " posterior: what a report gives.%n%n"
            + "| design | grade shares | wrong | checks | no kappa | kappa, normal |"
            + " kappa, posterior | AC1, normal | AC1, posterior |%n"
            + "|---|---|---|---|---|---|---|---|---|%n",
        samples,
        SEED,
        samples,
        Math.sqrt(.95 * .05 / samples));
    for (Setting setting : settings()) {
      Row row = run(setting, samples, SEED);
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %.2f | %d | %.3f | %s | %s | %s | %s |%n",
          setting.design(),
          setting.shares().toString().replaceAll("[\\[\\],]", ""),
          setting.error(),
          setting.checks().stream().mapToInt(Integer::intValue).sum(),
          row.undefined(),
          show(row.kappaNormal()),
          show(row.kappa()),
          show(row.ac1Normal()),
          show(row.ac1()));
    }
  }

  private static String show(Fared fared) {
    return String.format(Locale.ROOT, "%.3f (%.2f)", fared.coverage(), fared.width());
  }
}
