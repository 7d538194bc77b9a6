package org.assay.bench.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.assay.estimate.DesignRate;
import org.assay.estimate.DesignSample;
import org.assay.estimate.DesignSample.Part;
import org.assay.interval.EffectiveClopperPearson;

/**
 * Question: which upper bound of a design-weighted rate keeps 95 % at zero and few errors, and what
 * does it cost?
 *
 * <p>Finite lots are sampled without replacement; the share of samples whose one-sided upper bound
 * is at or above the lot's rate is the coverage (standard error .0015 at .95 for 20,000 samples).
 *
 * <p>Run: {@code java -cp bench/target/benchmarks.jar org.assay.bench.study.DesignRateCoverage >
 * bench/results/design-rate-coverage.md}
 */
public final class DesignRateCoverage {
  private static final int SAMPLES = 20_000;
  private static final double CONFIDENCE = 0.95;
  private static final double[] RATES = {.0002, .001, .01, .035};

  /** Lot and checks of each stratum. */
  static final class Design {
    private final String name;
    private final long[] sizes;
    private final int[] checks;

    Design(String name, long[] sizes, int[] checks) {
      this.name = name;
      this.sizes = sizes;
      this.checks = checks;
    }
  }

  /** Where the errors are: weights by stratum relative to size. */
  enum Errors {
    /** The same rate everywhere. */
    EVEN,
    /** Five times the rate in the half of the strata that is smallest. */
    IN_SMALL,
    /** All of them in the largest strata. */
    IN_LARGE
  }

  record Method(String name, ToDoubleBiFunction<DesignRate, Double> upper) {}

  private static final List<Method> METHODS =
      List.of(
          new Method(
              "KG",
              (r, c) -> effective(r, r.effectiveSampleSize().orElse((double) r.checked()), c)),
          new Method(
              "KG, at most n",
              (r, c) ->
                  effective(
                      r,
                      Math.min(
                          (double) r.checked(),
                          r.effectiveSampleSize().orElse((double) r.checked())),
                      c)),
          new Method(
              "KG, at most Kish",
              (r, c) -> {
                double kish = r.kishSampleSize().value();
                return effective(r, Math.min(kish, r.effectiveSampleSize().orElse(kish)), c);
              }),
          new Method("weighted", DesignRate::upperBound));

  private DesignRateCoverage() {}

  private static double effective(DesignRate r, double n, double confidenceLevel) {
    return EffectiveClopperPearson.upper(r.rate().value() * n, n, confidenceLevel);
  }

  static List<Design> designs() {
    double[] grades = {.18, .27, .37, .15, .03};
    return List.of(
        design("simple random, 600 of 26,000", new double[] {1}, 26_000, new int[] {600}),
        design("proportional, 600 of 26,000", grades, 26_000, new int[] {108, 162, 222, 90, 18}),
        design("equal by grade, 195 of 26,000", grades, 26_000, filled(5, 39)),
        design("equal by grade, 585 of 26,000", grades, 26_000, filled(5, 117)),
        design("equal by grade, 1,950 of 26,000", grades, 26_000, filled(5, 390)),
        design(
            "equal, very unequal strata, 500 of 26,000",
            new double[] {.75, .18, .04, .02, .01},
            26_000,
            filled(5, 100)),
        design(
            "equal by grade and assessor, 7,020 of 312,000",
            team(grades),
            312_000,
            filled(60, 117)));
  }

  private static double[] team(double[] grades) {
    return IntStream.range(0, 60).mapToDouble(h -> grades[h % 5] / 12).toArray();
  }

  private static int[] filled(int strata, int checks) {
    int[] filled = new int[strata];
    Arrays.fill(filled, checks);
    return filled;
  }

  private static Design design(String name, double[] shares, long lot, int[] checks) {
    return new Design(
        name, Arrays.stream(shares).mapToLong(s -> Math.round(s * lot)).toArray(), checks);
  }

  /** Errors in each stratum's lot, for an overall rate. */
  static long[] errors(Design design, Errors where, double rate, SplittableRandom random) {
    int strata = design.sizes.length;
    long[] sorted = design.sizes.clone();
    Arrays.sort(sorted);
    double[] relative = new double[strata];
    double total = 0;
    for (int h = 0; h < strata; h++) {
      boolean small = design.sizes[h] <= sorted[(strata - 1) / 2] && strata > 1;
      boolean large = design.sizes[h] == sorted[strata - 1];
      relative[h] =
          design.sizes[h]
              * switch (where) {
                case EVEN -> 1.0;
                case IN_SMALL -> small ? 5.0 : 1.0;
                case IN_LARGE -> large ? 1.0 : 0.0;
              };
      total += relative[h];
    }
    long lot = Arrays.stream(design.sizes).sum();
    long[] errors = new long[strata];
    for (long e = Math.max(1, Math.round(rate * lot)); e > 0; e--) {
      double u = random.nextDouble() * total;
      int h = 0;
      while (h < strata - 1 && u >= relative[h]) {
        u -= relative[h++];
      }
      errors[h]++;
    }
    return errors;
  }

  /** Errors seen in a sample without replacement. */
  static long drawn(long size, long errors, int checks, SplittableRandom random) {
    long seen = 0;
    long left = checks; // an error is in the sample when it falls among the places left in it
    for (long e = 0; e < errors; e++) {
      if (random.nextLong(size - e) < left) {
        seen++;
        left--;
      }
    }
    return seen;
  }

  static DesignRate sample(Design design, long[] errors, SplittableRandom random) {
    DesignSample sample = new DesignSample();
    for (int h = 0; h < design.sizes.length; h++) {
      long seen = drawn(design.sizes[h], errors[h], design.checks[h], random);
      double probability = (double) design.checks[h] / design.sizes[h];
      sample.add(h, probability, Part.ERROR, seen);
      sample.add(h, probability, Part.CLEAN, design.checks[h] - seen);
    }
    return sample.rate();
  }

  /**
   * Prints the table.
   *
   * @param args the number of samples, if not 20,000
   */
  public static void main(String[] args) {
    int samples = args.length > 0 ? Integer.parseInt(args[0]) : SAMPLES;
    System.out.printf(
        Locale.ROOT,
        "# Coverage of one-sided 95 %% upper bounds of a design-weighted rate%n%n"
            + "%,d samples a row, seed 20250106; in brackets the mean bound over the rate."
            + " KG: Korn-Graubard effective sample; weighted: what DesignRate uses."
            + " The last column is the coverage of its one-sided 95 %% lower bound.%n%n",
        samples);
    List<String> head = new ArrayList<>(List.of("design", "errors", "rate"));
    METHODS.forEach(m -> head.add(m.name()));
    head.add("weighted, lower");
    System.out.println("| " + String.join(" | ", head) + " |");
    System.out.println("|" + "---|".repeat(head.size()));
    for (Design design : designs()) {
      for (Errors where : Errors.values()) {
        if (design.sizes.length > 1 || where == Errors.EVEN) {
          for (double rate : RATES) {
            System.out.println(row(design, where, rate, samples));
          }
          System.out.println(row(design, where, justAboveKish(design), samples));
        }
      }
    }
  }

  /** The hardest rate for a bound by Kish's size: a little more than it gives for zero errors. */
  private static double justAboveKish(Design design) {
    DesignRate clean = sample(design, new long[design.sizes.length], new SplittableRandom(1));
    return 1.01 * EffectiveClopperPearson.upper(0, clean.kishSampleSize().value(), CONFIDENCE);
  }

  private static String row(Design design, Errors where, double rate, int samples) {
    SplittableRandom random = new SplittableRandom(20250106);
    long lot = Arrays.stream(design.sizes).sum();
    int[] covered = new int[METHODS.size() + 1];
    double[] mean = new double[METHODS.size()];
    for (int s = 0; s < samples; s++) {
      long[] errors = errors(design, where, rate, random);
      double truth = (double) Arrays.stream(errors).sum() / lot;
      DesignRate estimate = sample(design, errors, random);
      for (int m = 0; m < METHODS.size(); m++) {
        double upper = METHODS.get(m).upper().applyAsDouble(estimate, CONFIDENCE);
        covered[m] += upper >= truth ? 1 : 0;
        mean[m] += upper / truth / samples;
      }
      covered[METHODS.size()] += estimate.lowerBound(CONFIDENCE) <= truth ? 1 : 0;
    }
    StringBuilder row = new StringBuilder();
    row.append(String.format(Locale.ROOT, "| %s | %s | %.4f |", design.name, words(where), rate));
    for (int m = 0; m < METHODS.size(); m++) {
      row.append(
          String.format(Locale.ROOT, " %.3f (%.2f) |", (double) covered[m] / samples, mean[m]));
    }
    row.append(String.format(Locale.ROOT, " %.3f |", (double) covered[METHODS.size()] / samples));
    return row.toString();
  }

  private static String words(Errors where) {
    return where.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
