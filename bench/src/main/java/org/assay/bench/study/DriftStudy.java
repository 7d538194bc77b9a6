package org.assay.bench.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.random.JDKRandomGenerator;
import org.assay.drift.AssessorDrift;
import org.assay.drift.AssessorDrift.Conclusion;
import org.assay.drift.DriftChecks;
import org.assay.drift.DriftOptions;
import org.assay.drift.TeamDrift;

/**
 * Question: of 300 assessors, 30 of whom change, how many are found and how many flags are wrong,
 * when the sampling plan and the case mix change at the same time?
 *
 * <p>Each grades 500 items a week. Of low- and high-risk items 3 and 10 % are checked in the
 * baseline and 2 and 25 % in the 14 weeks after it; the share of high-risk items rises from 20 to
 * 35 % for 90 assessors. 2 % of low-risk and 12 % of high-risk gradings are wrong, times a Gamma
 * level of mean 1 and standard deviation .3. A change doubles the odds of an error.
 *
 * <p>Run: {@code java -cp bench/target/benchmarks.jar org.assay.bench.study.DriftStudy 100 >
 * bench/results/drift.md}. Arguments: runs per row; simulated teams per run.
 */
public final class DriftStudy {
  private static final int PEOPLE = 300;
  private static final int CHANGED = 30;
  private static final int SHIFTED = 90;
  private static final int WATCHED = 14;
  private static final int ITEMS = 500;
  private static final double[] RATES = {.02, .12};
  private static final double WIDTH = .3;
  private static final double RATE = .10;
  private static final double SWAY = .3;
  private static final double RAMP = 6;

  private final int runs;
  private final int simulations;

  private DriftStudy(int runs, int simulations) {
    this.runs = runs;
    this.simulations = simulations;
  }

  /** When and how people change. */
  private enum Setting {
    FIRST_WEEK("in the first watched week", 12),
    RANDOM_WEEK("in one of the first 9 watched weeks", 12),
    RAMP("from the first watched week on, over 6 weeks", 12),
    LONG_BASELINE("in one of the first 9 watched weeks", 26),
    SWAYING(
        "in one of the first 9 watched weeks; odds sway by a factor of 1.35 from week to week", 12),
    NONE("nobody", 12);

    private final String words;
    private final int baseline;

    Setting(String words, int baseline) {
      this.words = words;
      this.baseline = baseline;
    }
  }

  /** What a method flags. */
  private interface Method {
    boolean[] flags(Team team);
  }

  /** A team with what was planted. */
  private record Team(Setting setting, DriftChecks checks, List<Integer> begin, Weeks weeks) {
    boolean isChanged(int assessor) {
      return begin.get(assessor) >= 0;
    }
  }

  /** Errors and checks by assessor and week, strata put together, for methods that know none. */
  private static final class Weeks {
    private final long[][] errors;
    private final long[][] checked;

    Weeks(int periods) {
      errors = new long[PEOPLE][periods];
      checked = new long[PEOPLE][periods];
    }
  }

  /**
   * Writes the study.
   *
   * @param args runs per row, simulated teams per run
   */
  public static void main(String[] args) {
    int runs = args.length > 0 ? Integer.parseInt(args[0]) : 100;
    int simulations = args.length > 1 ? Integer.parseInt(args[1]) : 40;
    System.out.printf(
        Locale.ROOT,
        "# Drift of %d assessors of whom %d change%n%n%d runs per row, %d simulated teams per run,"
            + " made by `java -cp bench/target/benchmarks.jar org.assay.bench.study.DriftStudy %d"
            + " %d`. Wanted share of false flags: %.2f. In brackets standard errors. A set of weeks"
            + " is that of the found.%n%n"
            + "| change | baseline | method | found of %d | false | share of false flags | runs with"
            + " any false flag | set holds the week | weeks in the set |%n"
            + "|---|---|---|---|---|---|---|---|---|%n",
        PEOPLE,
        CHANGED,
        runs,
        simulations,
        runs,
        simulations,
        RATE,
        CHANGED);
    var study = new DriftStudy(runs, simulations);
    for (Setting setting : Setting.values()) {
      study.play(setting);
    }
  }

  private void play(Setting setting) {
    var own = new Tally();
    var others = new ArrayList<Tally>();
    List<Named> methods = methods();
    methods.forEach(m -> others.add(new Tally()));
    for (int run = 0; run < runs; run++) {
      Team team = team(setting, 1_000L * setting.ordinal() + run);
      TeamDrift drift = TeamDrift.of(team.checks(), options(setting, run));
      boolean[] flags = new boolean[PEOPLE];
      for (AssessorDrift a : drift.assessors()) {
        flags[a.assessor()] = a.conclusion() == Conclusion.DRIFTING;
        if (flags[a.assessor()] && team.isChanged(a.assessor())) {
          List<Integer> set = a.changes().get(0).periods();
          own.sets++;
          own.held += set.contains(team.begin().get(a.assessor())) ? 1 : 0;
          own.weeks += set.size();
        }
      }
      own.add(flags, team);
      for (int m = 0; m < methods.size(); m++) {
        others.get(m).add(methods.get(m).method().flags(team), team);
      }
    }
    own.print(setting, "Assay");
    for (int m = 0; m < methods.size(); m++) {
      others.get(m).print(setting, methods.get(m).name());
    }
  }

  private DriftOptions options(Setting setting, long seed) {
    return new DriftOptions(
        List.of(1.5, 2.0, 3.0, 1 / 1.5, 1 / 2.0, 1 / 3.0),
        setting.baseline,
        RATE,
        2,
        Math.max(20, simulations * PEOPLE / 12),
        seed);
  }

  private static Team team(Setting setting, long seed) {
    var random = new SplittableRandom(seed);
    var generator = new JDKRandomGenerator((int) random.nextLong());
    var levels = new GammaDistribution(generator, 1 / (WIDTH * WIDTH), WIDTH * WIDTH);
    var sways = new GammaDistribution(generator, 1 / (SWAY * SWAY), SWAY * SWAY);
    int periods = setting.baseline + WATCHED;
    var builder = DriftChecks.builder(PEOPLE, periods, 2, 0);
    var weeks = new Weeks(periods);
    List<Integer> begin = new ArrayList<>();
    int[] order = shuffled(random);
    int[] shifted = shuffled(random);
    for (int a = 0; a < PEOPLE; a++) {
      boolean changes = setting != Setting.NONE && order[a] < CHANGED;
      int first = setting == Setting.FIRST_WEEK || setting == Setting.RAMP ? 0 : random.nextInt(9);
      begin.add(changes ? setting.baseline + first : -1);
      double level = levels.sample();
      for (int t = 0; t < periods; t++) {
        boolean watched = t >= setting.baseline;
        double sway = setting == Setting.SWAYING ? sways.sample() : 1;
        long high = draw(ITEMS, watched && shifted[a] < SHIFTED ? .35 : .2, random);
        for (int s = 0; s < 2; s++) {
          double share = watched ? s == 0 ? .02 : .25 : s == 0 ? .03 : .10;
          long n = draw(s == 0 ? ITEMS - high : high, share, random);
          double p = Math.min(.6, RATES[s] * level * sway);
          double odds = p / (1 - p) * times(setting, begin.get(a), t);
          long errors = draw(n, odds / (1 + odds), random);
          builder.add(a, t, s, errors, n);
          weeks.errors[a][t] += errors;
          weeks.checked[a][t] += n;
        }
      }
    }
    return new Team(setting, builder.build(), begin, weeks);
  }

  private static long draw(long n, double p, SplittableRandom random) {
    long successes = 0;
    for (long i = 0; i < n; i++) {
      successes += random.nextDouble() < p ? 1 : 0;
    }
    return successes;
  }

  private static double times(Setting setting, int begin, int t) {
    if (begin < 0 || t < begin) {
      return 1;
    }
    return setting == Setting.RAMP ? Math.pow(2, Math.min(1, (t - begin + 1) / RAMP)) : 2;
  }

  private static int[] shuffled(SplittableRandom random) {
    int[] order = IntStream.range(0, PEOPLE).toArray();
    for (int i = PEOPLE - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    return order;
  }

  /** A method and its name. */
  private record Named(String name, Method method) {}

  private static List<Named> methods() {
    return List.of(
        new Named("weekly p-chart, 3 sigma", DriftStudy::pChart),
        new Named("two windows, p < .05", DriftStudy::twoWindows),
        new Named(
            "Page-Hinkley, delta .005, lambda 5", team -> sequential(team, new PageHinkley())),
        new Named("DDM", team -> sequential(team, new Ddm())));
  }

  private static double baselineRate(Team team, int a) {
    long errors = Arrays.stream(team.weeks().errors[a], 0, team.setting().baseline).sum();
    long checked = Arrays.stream(team.weeks().checked[a], 0, team.setting().baseline).sum();
    return (double) errors / Math.max(1, checked);
  }

  private static boolean[] pChart(Team team) {
    boolean[] flags = new boolean[PEOPLE];
    for (int a = 0; a < PEOPLE; a++) {
      double p = baselineRate(team, a);
      for (int t = team.setting().baseline; t < team.weeks().errors[a].length; t++) {
        double n = (double) team.weeks().checked[a][t];
        flags[a] |= team.weeks().errors[a][t] / n > p + 3 * Math.sqrt(p * (1 - p) / n);
      }
    }
    return flags;
  }

  private static boolean[] twoWindows(Team team) {
    boolean[] flags = new boolean[PEOPLE];
    int from = team.setting().baseline;
    for (int a = 0; a < PEOPLE; a++) {
      int periods = team.weeks().errors[a].length;
      double x = (double) Arrays.stream(team.weeks().errors[a], from, periods).sum();
      double n = (double) Arrays.stream(team.weeks().checked[a], from, periods).sum();
      double m = (double) Arrays.stream(team.weeks().checked[a], 0, from).sum();
      double before = baselineRate(team, a);
      double pooled = (before * m + x) / (m + n);
      flags[a] = x / n - before > 1.96 * Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
    }
    return flags;
  }

  /** Reads one check after the other. */
  private interface Stream {
    boolean signals(boolean isError);

    Stream fresh();
  }

  private static boolean[] sequential(Team team, Stream kind) {
    boolean[] flags = new boolean[PEOPLE];
    var random = new SplittableRandom(7);
    for (int a = 0; a < PEOPLE; a++) {
      Stream stream = kind.fresh();
      for (int t = 0; t < team.weeks().errors[a].length; t++) {
        long left = team.weeks().checked[a][t];
        long wrong = team.weeks().errors[a][t];
        for (; left > 0; left--) { // the errors of a week fall anywhere in it
          boolean isError = random.nextDouble() * left < wrong;
          wrong -= isError ? 1 : 0;
          flags[a] |= stream.signals(isError) && t >= team.setting().baseline;
        }
      }
    }
    return flags;
  }

  /** Page (1954), Hinkley (1971). */
  private static final class PageHinkley implements Stream {
    private double sum;
    private double mean;
    private long n;
    private double least;

    @Override
    public boolean signals(boolean isError) {
      n++;
      mean += ((isError ? 1 : 0) - mean) / n;
      sum += (isError ? 1 : 0) - mean - .005;
      least = Math.min(least, sum);
      return sum - least >= 5;
    }

    @Override
    public Stream fresh() {
      return new PageHinkley();
    }
  }

  /** Gama et al. (2004): three standard deviations above the least rate so far. */
  private static final class Ddm implements Stream {
    private double p;
    private long n;
    private double least = Double.POSITIVE_INFINITY;
    private double deviation;

    @Override
    public boolean signals(boolean isError) {
      n++;
      p += ((isError ? 1 : 0) - p) / n;
      double s = Math.sqrt(p * (1 - p) / n);
      if (n < 30) {
        return false;
      }
      if (p + s <= least + deviation) {
        least = p;
        deviation = s;
      }
      return p + s > least + 3 * deviation;
    }

    @Override
    public Stream fresh() {
      return new Ddm();
    }
  }

  /** What came of the runs. */
  private static final class Tally {
    private final List<Double> found = new ArrayList<>();
    private final List<Double> wrong = new ArrayList<>();
    private final List<Double> share = new ArrayList<>();
    private long sets;
    private long held;
    private long weeks;

    void add(boolean[] flags, Team team) {
      double right = 0;
      double all = 0;
      for (int a = 0; a < PEOPLE; a++) {
        all += flags[a] ? 1 : 0;
        right += flags[a] && team.isChanged(a) ? 1 : 0;
      }
      found.add(right);
      wrong.add(all - right);
      share.add(all == 0 ? 0 : (all - right) / all);
    }

    void print(Setting setting, String method) {
      System.out.printf(
          Locale.ROOT,
          "| %s | %d | %s | %s | %s | %s | %.2f | %s | %s |%n",
          setting.words,
          setting.baseline,
          method,
          mean(found, "%.1f", "%.1f"),
          mean(wrong, "%.1f", "%.1f"),
          mean(share, "%.3f", "%.3f"),
          (double) wrong.stream().filter(w -> w > 0).count() / wrong.size(),
          sets == 0 ? "" : String.format(Locale.ROOT, "%.3f", (double) held / sets),
          sets == 0 ? "" : String.format(Locale.ROOT, "%.1f", (double) weeks / sets));
      System.out.flush();
    }

    private static String mean(List<Double> values, String format, String error) {
      double mean = values.stream().mapToDouble(v -> v).average().orElse(0);
      double square = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
      double se = Math.sqrt(square / Math.max(1, values.size() - 1) / values.size());
      return String.format(Locale.ROOT, format + " (" + error + ")", mean, se);
    }
  }
}
