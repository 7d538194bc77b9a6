package org.assay.bench.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.assay.agreement.CohenKappa;
import org.assay.agreement.ExchangedReadings;
import org.assay.agreement.JointEstimates;
import org.assay.agreement.JointEstimates.Reading;
import org.assay.agreement.SmoothedReadings;
import org.assay.agreement.Weights;
import org.assay.count.RatingRows;
import org.assay.result.TestResult;

/**
 * Question: how often does each test that two raters agree equally well with a common one reject at
 * 5 %, when they do and when they do not?
 *
 * <p>Run: {@code java -cp bench/target/benchmarks.jar org.assay.bench.study.DependentKappaStudy >
 * bench/results/dependent-kappas.md}. Arguments: tables per row; for how many of them the exchanges
 * are made, which cost a hundred times the others.
 *
 * <p>A rater with shares q has kappa k with one of shares p when their table is a mixture of
 * independent grades and of the table with the most agreement that the shares allow. Given the
 * common rater's grade the other two are independent, or all three see a latent grade.
 */
public final class DependentKappaStudy {
  private static final long SEED = 20_261_127;
  private static final int[] ITEMS = {30, 50, 200};
  private static final List<int[]> PAIRS = List.of(new int[] {0, 1}, new int[] {0, 2});

  private DependentKappaStudy() {}

  /**
   * Where tables come from.
   *
   * @param shares of the common rater's grades
   * @param kappas of the other two
   * @param margins how their shares differ from the common rater's
   * @param cells chance of each row of three grades; empty when such raters do not exist
   */
  public record Setting(
      List<Double> shares, List<Double> kappas, String margins, List<Double> cells) {
    private int grades() {
      return shares.size();
    }
  }

  /**
   * Share of the tables with p of at most .05; a test that is undefined does not reject.
   *
   * @param hotelling by {@link JointEstimates#equal()}
   * @param smoothed by {@link SmoothedReadings}
   * @param exchange by {@link ExchangedReadings}, among fewer tables; NaN for none
   * @param undefined share of the tables that no test can be made of
   */
  public record Rejected(double hotelling, double smoothed, double exchange, double undefined) {}

  /**
   * Draws tables and tests them.
   *
   * @param setting where from
   * @param items in a table
   * @param tables how many
   * @param exchanged for how many of them the exchanges are made
   * @param seed of the draws
   * @return how often the tests rejected
   */
  public static Rejected run(Setting setting, int items, int tables, int exchanged, long seed) {
    var random = new SplittableRandom(seed);
    CohenKappa kappa = CohenKappa.with(Weights.identity(setting.grades()));
    double[] cumulative = setting.cells().stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.parallelPrefix(cumulative, Double::sum);
    int hotelling = 0;
    int smoothed = 0;
    int exchange = 0;
    int undefined = 0;
    for (int t = 0; t < tables; t++) {
      RatingRows rows = draw(cumulative, setting.grades(), items, random);
      TestResult seen =
          JointEstimates.of(rows, List.of(Reading.of(kappa, 0, 1), Reading.of(kappa, 0, 2)))
              .equal();
      hotelling += rejects(seen);
      undefined += seen.pValue().defined() ? 0 : 1;
      smoothed += rejects(SmoothedReadings.of(kappa, rows, PAIRS));
      if (t < exchanged) {
        exchange += rejects(ExchangedReadings.of(kappa, rows, PAIRS));
      }
    }
    return new Rejected(
        (double) hotelling / tables,
        (double) smoothed / tables,
        (double) exchange / exchanged,
        (double) undefined / tables);
  }

  private static RatingRows draw(
      double[] cumulative, int grades, int items, SplittableRandom random) {
    long[] counts = new long[cumulative.length];
    for (int i = 0; i < items; i++) {
      double at = random.nextDouble() * cumulative[cumulative.length - 1];
      int place = Arrays.binarySearch(cumulative, at);
      counts[place < 0 ? -place - 1 : place + 1]++;
    }
    RatingRows rows = RatingRows.create(3, grades);
    for (int cell = 0; cell < counts.length; cell++) {
      if (counts[cell] > 0) {
        rows.add(
            new int[] {cell / (grades * grades), cell / grades % grades, cell % grades},
            counts[cell]);
      }
    }
    return rows;
  }

  private static int rejects(TestResult test) {
    return test.pValue().defined() && test.pValue().value() <= .05 ? 1 : 0;
  }

  private static List<List<Double>> shares() {
    return List.of(
        List.of(.5, .5),
        List.of(.8, .2),
        List.of(.95, .05),
        List.of(.2, .2, .2, .2, .2),
        List.of(.8, .08, .06, .04, .02),
        List.of(.95, .02, .01, .01, .01));
  }

  /**
   * Settings in which the hypothesis is true.
   *
   * @return in the order of the table
   */
  public static List<Setting> equal() {
    var settings = new ArrayList<Setting>();
    for (List<Double> shares : shares()) {
      for (double kappa : new double[] {.4, .8}) {
        settings.add(new Setting(shares, List.of(kappa, kappa), "latent", latent(shares, kappa)));
        double widest = widest(shares, kappa);
        double narrow = Math.min(1.5, widest);
        for (double[] factors : new double[][] {{1, 1}, {1, widest}, {2 - narrow, narrow}}) {
          List<Double> cells =
              cells(shares, tilted(shares, factors[0]), tilted(shares, factors[1]), kappa, kappa);
          if (!cells.isEmpty()) {
            String margins = String.format(Locale.ROOT, "x %.2f, x %.2f", factors[0], factors[1]);
            settings.add(new Setting(shares, List.of(kappa, kappa), margins, cells));
          }
        }
      }
    }
    return settings;
  }

  private static List<Setting> different() {
    var settings = new ArrayList<Setting>();
    for (List<Double> shares : shares()) {
      for (double[] kappas : new double[][] {{.4, .8}, {.6, .85}, {.2, .5}}) {
        List<Double> cells = cells(shares, shares, shares, kappas[0], kappas[1]);
        settings.add(new Setting(shares, List.of(kappas[0], kappas[1]), "x 1.00, x 1.00", cells));
      }
    }
    return settings;
  }

  private static List<Double> latent(List<Double> shares, double kappa) {
    int grades = shares.size();
    double sees = Math.sqrt(kappa);
    double[] cells = new double[grades * grades * grades];
    for (int cell = 0; cell < cells.length; cell++) {
      int[] row = {cell / (grades * grades), cell / grades % grades, cell % grades};
      for (int latent = 0; latent < grades; latent++) {
        double chance = shares.get(latent);
        for (int grade : row) {
          chance *= (grade == latent ? sees : 0) + (1 - sees) * shares.get(grade);
        }
        cells[cell] += chance;
      }
    }
    return Arrays.stream(cells).boxed().toList();
  }

  private static List<Double> cells(
      List<Double> shares, List<Double> first, List<Double> second, double one, double other) {
    double[][] left = pair(shares, first, one);
    double[][] right = pair(shares, second, other);
    var cells = new ArrayList<Double>();
    for (int r = 0; left.length > 0 && r < shares.size() && right.length > 0; r++) {
      for (double x : left[r]) {
        for (double y : right[r]) {
          cells.add(x * y / shares.get(r));
        }
      }
    }
    return List.copyOf(cells);
  }

  /** The table of two raters; empty when their shares do not allow such a kappa. */
  private static double[][] pair(List<Double> p, List<Double> q, double kappa) {
    int grades = p.size();
    double chance = 0;
    double most = 0;
    for (int k = 0; k < grades; k++) {
      chance += p.get(k) * q.get(k);
      most += Math.min(p.get(k), q.get(k));
    }
    double mix = kappa * (1 - chance) / (most - chance);
    if (mix > 1 + 1e-9) {
      return new double[0][];
    }
    double[][] pair = new double[grades][grades];
    for (int k = 0; k < grades; k++) {
      for (int l = 0; l < grades; l++) {
        double moved =
            most < 1 - 1e-9
                ? Math.max(0, p.get(k) - q.get(k)) * Math.max(0, q.get(l) - p.get(l)) / (1 - most)
                : 0;
        double together = k == l ? Math.min(p.get(k), q.get(k)) : moved;
        pair[k][l] = Math.min(mix, 1) * together + Math.max(0, 1 - mix) * p.get(k) * q.get(l);
      }
    }
    return pair;
  }

  /**
   * The rare grades that much more frequent; of even shares, the first ones at the last ones' cost.
   */
  private static List<Double> tilted(List<Double> shares, double factor) {
    int last = shares.size() - 1;
    var tilted = new ArrayList<Double>();
    boolean even = shares.get(0).equals(shares.get(last));
    double rare = 0;
    for (int k = even ? 0 : 1; k <= last; k++) {
      double share = shares.get(k) * (even ? 1 + (factor - 1) * (1 - 2.0 * k / last) : factor);
      tilted.add(share);
      rare += share;
    }
    if (!even) {
      tilted.add(0, 1 - rare);
    }
    return tilted;
  }

  /** The largest factor up to 2 with which the kappa is possible. */
  private static double widest(List<Double> shares, double kappa) {
    double widest = 1;
    for (int step = 1; step <= 100; step++) {
      List<Double> tilted = tilted(shares, 1 + step / 100.0);
      if (tilted.stream().anyMatch(share -> share < 0) || pair(shares, tilted, kappa).length == 0) {
        break;
      }
      widest = 1 + step / 100.0;
    }
    return widest;
  }

  /**
   * Prints the tables.
   *
   * @param args tables per row, 4,000 without; of them exchanged, 0 without
   */
  public static void main(String[] args) {
    int tables = args.length > 0 ? Integer.parseInt(args[0]) : 4_000;
    int exchanged = args.length > 1 ? Integer.parseInt(args[1]) : 0;
    System.out.printf(
        Locale.ROOT,
        "# Tests that two kappas with a common rater are equal%n%n"
            + "Share of tables with p of at most .05: %,d tables per row and number of items (Monte Carlo"
            + " error %.4f near .05), the first %,d for exchange (%.3f); seed %d, made by `java -cp"
            + " bench/target/benchmarks.jar org.assay.bench.study.DependentKappaStudy %s`. An undefined"
            + " test does not reject. Margins: \"latent\" are three raters of a latent grade; otherwise the"
            + " factors of the rare grades' shares of both raters, who are independent given the common"
            + " one.%n%n## Equal kappas%n%n",
        tables,
        Math.sqrt(.05 * .95 / tables),
        exchanged,
        Math.sqrt(.05 * .95 / exchanged),
        SEED,
        String.join(" ", args));
    print(equal(), tables, exchanged);
    System.out.printf(Locale.ROOT, "%n## Different kappas: power%n%n");
    print(different(), tables / 2, 0);
  }

  private static void print(List<Setting> settings, int tables, int exchanged) {
    System.out.printf(
        Locale.ROOT,
        "| grade shares | kappas | margins | items | undefined | Hotelling | smoothed | exchange |%n"
            + "|---|---|---|---|---|---|---|---|%n");
    for (Setting setting : settings) {
      for (int items : ITEMS) {
        Rejected r = run(setting, items, tables, exchanged, SEED + items);
        System.out.printf(
            Locale.ROOT,
            "| %s | %s | %s | %d | %.3f | %.3f | %.3f | %s |%n",
            words(setting.shares()),
            words(setting.kappas()),
            setting.margins(),
            items,
            r.undefined(),
            r.hotelling(),
            r.smoothed(),
            exchanged > 0 ? String.format(Locale.ROOT, "%.3f", r.exchange()) : "");
      }
    }
  }

  private static String words(List<Double> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }
}
