package org.assay.bench.study;

import java.util.ArrayList;
import java.util.Locale;
import java.util.SplittableRandom;
import org.assay.plan.AlwaysValid;
import org.assay.plan.Boundary;
import org.assay.plan.BoundaryRun;
import org.assay.plan.DoubleSampling;
import org.assay.plan.EProcess;
import org.assay.plan.ErrorModel;
import org.assay.plan.MultipleSampling;
import org.assay.plan.OperatingCharacteristic;
import org.assay.plan.OperatingCharacteristic.OperatingPoint;
import org.assay.plan.OptimalPlans;
import org.assay.plan.Promise;
import org.assay.plan.SequentialDesigns;
import org.assay.plan.SequentialDesigns.Looks;
import org.assay.plan.SequentialPlan;
import org.assay.plan.SingleSampling;
import org.assay.plan.StagedPlan;

/**
 * Question: do sequential plans keep the risks they promise, and how many checks do they need?
 *
 * <p>Three parts: plans side by side with Wald's test cut at the single plan's size (the truncated
 * sequential plan of Klie et al., ACL 2024), 504 random problems with every achieved risk computed
 * by a backward recursion of this class's own, and 100,000 simulated lots for the always-valid
 * plans.
 *
 * <p>Run: {@code java -cp bench/target/benchmarks.jar org.assay.bench.study.SequentialStudy >
 * bench/results/sequential-plans.md}
 */
public final class SequentialStudy {
  private static final int LOTS = 100_000;
  private static final int PROBLEMS = 504;

  private SequentialStudy() {}

  /**
   * Prints the tables.
   *
   * @param args none
   */
  public static void main(String[] args) {
    print("# Sequential plans: promised and achieved%n%n");
    print("Made by `org.assay.bench.study.SequentialStudy`; all risks and expected numbers of%n");
    print("checks are exact (without replacement), except where lots are simulated.%n%n");
    sideBySide();
    grid();
    simulated();
  }

  private static void print(String format, Object... args) {
    System.out.print(String.format(Locale.ROOT, format, args));
  }

  private static void sideBySide() {
    print("## Side by side%n%n");
    print(
        "Expected checks at the acceptable, the middle and the unacceptable rate. A risk above%n");
    print("its promise is marked with `!`.%n%n");
    print(
        "| lot, rates | promised | plan | achieved | acceptable | middle | unacceptable | most |%n");
    print("|---|---|---|---|---|---|---|---|%n");
    for (long lot : new long[] {500, 1000, 5000, 10_000}) {
      compare("1/3 %", Promise.inLot(lot, lot / 100, 3 * lot / 100, 0.01, 0.05));
    }
    for (long lot : new long[] {500, 1000, 5000, 10_000}) {
      compare("2/5 %", Promise.inLot(lot, 2 * lot / 100, 5 * lot / 100, 0.05, 0.10));
    }
    compare("1/5 %", Promise.inLot(2000, 20, 100, 0.05, 0.05));
    print("%n");
  }

  private static void compare(String rates, Promise promise) {
    ErrorModel model = ErrorModel.of(promise.lot());
    StagedPlan single = SingleSampling.smallest(promise).orElseThrow();
    StagedPlan twice = DoubleSampling.leastAverage(model, promise);
    row(rates, promise, "single", at(single, model, promise), single.maximum());
    row(rates, promise, "double", at(twice, model, promise), twice.maximum());
    multiple("three stages", rates, promise, 3, MultipleSampling.Sizes.FREE);
    multiple("five stages", rates, promise, 5, MultipleSampling.Sizes.FREE);
    multiple("up to seven equal stages", rates, promise, 7, MultipleSampling.Sizes.EQUAL);
    Boundary cut = waldCutAt((int) single.maximum(), promise);
    row(rates, promise, "Wald, cut at single's size", at(cut, promise), cut.maximum());
    SequentialPlan[] ours = {
      SequentialDesigns.calibrated(promise, Looks.EVERY_CHECK),
      SequentialDesigns.truncated(promise, Looks.EVERY_CHECK),
      SequentialDesigns.twoSprt(promise, Looks.EVERY_CHECK),
      OptimalPlans.least(
          promise,
          new OptimalPlans.Objective(
              OptimalPlans.Objective.around(promise), 1, Looks.EVERY_CHECK, 0)),
      AlwaysValid.plan(promise, EProcess.likelihoodRatio(promise), Looks.EVERY_CHECK),
      AlwaysValid.plan(promise, EProcess.betaMixture(promise, 0.5, 50), Looks.EVERY_CHECK)
    };
    String[] names = {
      "calibrated",
      "truncated",
      "2-SPRT",
      "optimal (four rates)",
      "always valid, likelihood ratio",
      "always valid, mixture"
    };
    for (int i = 0; i < ours.length; i++) {
      row(rates, promise, names[i], at(ours[i].boundary(), promise), ours[i].boundary().maximum());
    }
  }

  private static void multiple(
      String name, String rates, Promise promise, int stages, MultipleSampling.Sizes sizes) {
    ErrorModel model = ErrorModel.of(promise.lot());
    StagedPlan plan = MultipleSampling.leastAverage(model, promise, stages, sizes);
    row(rates, promise, name, at(plan, model, promise), plan.maximum());
  }

  private static double middle(Promise promise) {
    return Math.rint((promise.acceptable() + promise.unacceptable()) / 2);
  }

  private static OperatingPoint[] at(StagedPlan plan, ErrorModel model, Promise promise) {
    return new OperatingPoint[] {
      OperatingCharacteristic.atQuality(plan, model, promise.acceptable()),
      OperatingCharacteristic.atQuality(plan, model, middle(promise)),
      OperatingCharacteristic.atQuality(plan, model, promise.unacceptable())
    };
  }

  private static OperatingPoint[] at(Boundary plan, Promise promise) {
    double[] qualities = {promise.acceptable(), middle(promise), promise.unacceptable()};
    var points = new OperatingPoint[3];
    for (int i = 0; i < 3; i++) {
      points[i] =
          BoundaryRun.of(plan, promise.lot(), qualities[i]).point(promise.lot(), qualities[i]);
    }
    return points;
  }

  private static void row(
      String rates, Promise promise, String name, OperatingPoint[] points, long most) {
    double producer = points[0].reject();
    double consumer = points[2].accept();
    print(
        "| %,d, %s | %.2f/%.2f | %s | %.4f%s/%.4f%s | %.1f | %.1f | %.1f | %,d |%n",
        promise.lot().size(),
        rates,
        promise.producerRisk(),
        promise.consumerRisk(),
        name,
        producer,
        producer > promise.producerRisk() ? "!" : "",
        consumer,
        consumer > promise.consumerRisk() ? "!" : "",
        points[0].averageSampleNumber(),
        points[1].averageSampleNumber(),
        points[2].averageSampleNumber(),
        most);
  }

  // Wald's thresholds; whoever is undecided at the single plan's size is accepted.
  static Boundary waldCutAt(int maximum, Promise promise) {
    double upper = Math.log((1 - promise.consumerRisk()) / promise.producerRisk());
    double lower = Math.log(promise.consumerRisk() / (1 - promise.producerRisk()));
    var rows = new ArrayList<Boundary.Row>();
    int accept = -1;
    int reject = 1;
    for (int n = 1; n <= maximum; n++) {
      while (accept < n && logRatio(promise, n, accept + 1) <= lower) {
        accept++;
      }
      while (reject <= n && logRatio(promise, n, reject) < upper) {
        reject++;
      }
      int last = n == maximum ? reject - 1 : accept;
      if (last >= 0 || reject <= n) {
        rows.add(
            new Boundary.Row(
                n, last >= 0 ? (Integer) last : null, reject <= n ? (Integer) reject : null));
      }
    }
    return Boundary.of(rows);
  }

  private static double logRatio(Promise p, int n, int d) {
    double size = (double) p.lot().size();
    if (d > p.acceptable()) {
      return Double.POSITIVE_INFINITY;
    }
    return falling(p.unacceptable(), d)
        + falling(size - p.unacceptable(), n - d)
        - falling(p.acceptable(), d)
        - falling(size - p.acceptable(), n - d);
  }

  private static double falling(double x, int k) {
    double log = 0;
    for (int i = 0; i < k; i++) {
      log += Math.log(x - i);
    }
    return log;
  }

  private static void grid() {
    var random = new SplittableRandom(20260105);
    double[] risks = {0.01, 0.05, 0.1, 0.2};
    String[] designs = {"calibrated", "calibrated, a look every 10", "truncated", "always valid"};
    double[] worst = new double[designs.length];
    double[] mean = new double[designs.length];
    double[] checks = new double[designs.length];
    for (int i = 0; i < PROBLEMS; i++) {
      long lot = Math.round(60 * Math.pow(333, random.nextDouble()));
      long good = Math.round(lot * 0.03 * random.nextDouble());
      long bad = good + 1 + Math.round(lot * (0.02 + 0.08 * random.nextDouble()));
      var p = Promise.inLot(lot, good, bad, risks[random.nextInt(4)], risks[random.nextInt(4)]);
      SequentialPlan[] plans = {
        SequentialDesigns.calibrated(p, Looks.EVERY_CHECK),
        SequentialDesigns.calibrated(p, Looks.every(10)),
        SequentialDesigns.truncated(p, Looks.EVERY_CHECK),
        AlwaysValid.plan(p, EProcess.likelihoodRatio(p), Looks.EVERY_CHECK)
      };
      double single = SingleSampling.smallest(p).orElseThrow().maximum();
      for (int k = 0; k < plans.length; k++) {
        double producer = 1 - decided(plans[k].boundary(), lot, good, true);
        double consumer = decided(plans[k].boundary(), lot, bad, true);
        if (k == plans.length - 1) { // always valid
          producer = decided(plans[k].boundary(), lot, good, false);
        }
        worst[k] = Math.max(worst[k], producer / p.producerRisk());
        worst[k] = Math.max(worst[k], consumer / p.consumerRisk());
        mean[k] += (producer / p.producerRisk() + consumer / p.consumerRisk()) / 2 / PROBLEMS;
        double average =
            BoundaryRun.of(plans[k].boundary(), p.lot(), p.acceptable()).averageSampleNumber();
        checks[k] += average / single / PROBLEMS;
      }
    }
    print("## %d random problems%n%n", PROBLEMS);
    print(
        "Lots of 60 to 20,000, acceptable rates up to 3 %%, unacceptable 2 to 10 points higher,%n");
    print(
        "risks of 1, 5, 10 and 20 %%. Achieved risks by backward recursion from the rows of the%n");
    print("boundary; 1 is the promise.%n%n");
    print(
        "| design | largest achieved/promised | mean | checks at the acceptable rate / single |%n");
    print("|---|---|---|---|%n");
    for (int k = 0; k < designs.length; k++) {
      print("| %s | %.6f | %.3f | %.3f |%n", designs[k], worst[k], mean[k], checks[k]);
    }
    print("%n");
  }

  // Probability of ever accepting (or rejecting), from the end of the boundary backwards.
  private static double decided(Boundary boundary, long lot, long defective, boolean accept) {
    double[] later = new double[boundary.maximum() + 2];
    for (int n = boundary.maximum(); n >= 1; n--) {
      double[] now = new double[n + 2];
      int most = (int) Math.min(Math.min(n, defective), boundary.rejectAt(n) + 20L);
      for (int d = 0; d <= most; d++) {
        if (d <= boundary.acceptAt(n)) {
          now[d] = accept ? 1 : 0;
        } else if (d >= boundary.rejectAt(n)) {
          now[d] = accept ? 0 : 1;
        } else if (n < boundary.maximum()) {
          double error = Math.min(1, (double) (defective - d) / (lot - n));
          now[d] = error * later[d + 1] + (1 - error) * later[d];
        }
      }
      later = now;
    }
    double error = (double) defective / lot;
    return error * later[1] + (1 - error) * later[0];
  }

  private static void simulated() {
    var promise = Promise.inLot(2000, 20, 100, 0.05, 0.05);
    print("## %,d simulated lots, a look after every item%n%n", LOTS);
    print("Lot of 2,000, 1/5 %%, risks 5 %%: share wrongly certified (100 defective items) and%n");
    print("wrongly failed (20), with plus or minus 1.96 standard errors.%n%n");
    print("| evidence | wrongly certified | wrongly failed |%n|---|---|---|%n");
    wrong("likelihood ratio", promise, EProcess.likelihoodRatio(promise));
    wrong("mixture, shapes 0.5 and 50", promise, EProcess.betaMixture(promise, 0.5, 50));
    wrong("mixture, shapes 1 and 199", promise, EProcess.betaMixture(promise, 1, 199));
  }

  private static void wrong(String name, Promise promise, EProcess evidence) {
    var random = new SplittableRandom(4711);
    boolean[][] certify = enough(promise, evidence, true);
    boolean[][] fail = enough(promise, evidence, false);
    double certified = 0;
    double failed = 0;
    for (int i = 0; i < LOTS; i++) {
      certified += reaches(random, promise.unacceptable(), certify) ? 1.0 / LOTS : 0;
      failed += reaches(random, promise.acceptable(), fail) ? 1.0 / LOTS : 0;
    }
    print(
        "| %s | %.4f ± %.4f | %.4f ± %.4f |%n",
        name, certified, halfWidth(certified), failed, halfWidth(failed));
  }

  private static double halfWidth(double share) {
    return 1.96 * Math.sqrt(share * (1 - share) / LOTS);
  }

  // By checks and errors: whether one kind of evidence reaches 1 / risk there.
  private static boolean[][] enough(Promise promise, EProcess evidence, boolean certify) {
    double threshold = -Math.log(certify ? promise.consumerRisk() : promise.producerRisk());
    int most = (int) (certify ? promise.unacceptable() : promise.acceptable());
    var enough = new boolean[(int) promise.lot().size() + 1][most + 1];
    for (int n = 1; n < enough.length; n++) {
      for (int d = 0; d <= Math.min(n, most); d++) {
        double e = certify ? evidence.logCertify(n, d) : evidence.logFail(n, d);
        enough[n][d] = e >= threshold;
      }
    }
    return enough;
  }

  // Nothing else stops the inspection: it looks after every item, to the last.
  private static boolean reaches(SplittableRandom random, double quality, boolean[][] enough) {
    int size = enough.length - 1;
    int errors = 0;
    for (int n = 1; n <= size; n++) {
      errors += random.nextDouble() * (size - n + 1) < quality - errors ? 1 : 0;
      if (enough[n][errors]) {
        return true;
      }
    }
    return false;
  }
}
