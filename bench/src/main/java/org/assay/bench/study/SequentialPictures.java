package org.assay.bench.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.assay.bench.Chart;
import org.assay.bench.Svg;
import org.assay.plan.AlwaysValid;
import org.assay.plan.Boundary;
import org.assay.plan.BoundaryRun;
import org.assay.plan.EProcess;
import org.assay.plan.ErrorModel;
import org.assay.plan.OptimalPlans;
import org.assay.plan.Promise;
import org.assay.plan.SequentialDesigns;
import org.assay.plan.SequentialDesigns.Looks;
import org.assay.plan.SingleSampling;
import org.assay.plan.StagedPlan;

/**
 * Draws the documentation's example: boundaries, operating characteristics and average sample
 * numbers of the designs for a lot of 2,000, 1 % against 5 %, both risks 5 %.
 *
 * <p>Run: {@code java -cp bench/target/benchmarks.jar org.assay.bench.study.SequentialPictures
 * docs/pictures}
 */
public final class SequentialPictures {
  private static final int WIDTH = 780;
  private static final int LOT = 2000;
  private static final double MOST_RATE = 8; // per cent, right edge of the curves
  private static final Promise PROMISE = Promise.inLot(LOT, 20, 100, 0.05, 0.05);
  private static final StagedPlan SINGLE = SingleSampling.smallest(PROMISE).orElseThrow();

  private SequentialPictures() {}

  /**
   * Writes the pictures.
   *
   * @param args the directory
   * @throws IOException if a file cannot be written
   */
  public static void main(String[] args) throws IOException {
    for (Map.Entry<String, String> picture : all().entrySet()) {
      Files.writeString(Path.of(args[0]).resolve(picture.getKey()), picture.getValue());
    }
  }

  /** Every picture by the name of its file. */
  static Map<String, String> all() {
    var pictures = new LinkedHashMap<String, String>();
    pictures.put("boundaries.svg", boundaries());
    pictures.put("operating-characteristic.svg", operatingCharacteristic());
    pictures.put("average-sample-number.svg", averageSampleNumber());
    return pictures;
  }

  private static Boundary staged(StagedPlan plan) {
    int n = (int) plan.maximum();
    int c = plan.acceptanceNumbers().get(0).intValue();
    return Boundary.of(List.of(new Boundary.Row(n, c, c + 1)));
  }

  // The designs of the curves, in the order of the table of the documentation.
  private static Map<String, Boundary> designs() {
    var designs = new LinkedHashMap<String, Boundary>();
    designs.put("single", staged(SINGLE));
    designs.put("calibrated", SequentialDesigns.calibrated(PROMISE, Looks.EVERY_CHECK).boundary());
    designs.put("truncated", SequentialDesigns.truncated(PROMISE, Looks.EVERY_CHECK).boundary());
    designs.put("2-SPRT", SequentialDesigns.twoSprt(PROMISE, Looks.EVERY_CHECK).boundary());
    designs.put(
        "always valid",
        AlwaysValid.plan(PROMISE, EProcess.likelihoodRatio(PROMISE), Looks.EVERY_CHECK).boundary());
    return designs;
  }

  private static String boundaries() {
    Map<String, Boundary> panels = designs();
    panels.put(
        "optimal",
        OptimalPlans.least(PROMISE, OptimalPlans.Objective.meanOver(10, 20, 60, 100)).boundary());
    var svg = new Svg("When each design accepts and rejects", WIDTH, 520);
    int i = 0;
    for (String name :
        List.of("single", "truncated", "2-SPRT", "optimal", "calibrated", "always valid")) {
      panel(svg, 44 + 250 * (i % 3), 36 + 232 * (i / 3), name, panels.get(name));
      i++;
    }
    svg.text(
        WIDTH / 2.0,
        505,
        "small middle",
        "Errors found against checks made. Unshaded: go on. Dashed: 1 % and 5 % of the checks.");
    return svg.toString();
  }

  private static void panel(Svg svg, int left, int top, String name, Boundary plan) {
    int right = 400;
    int upper = 12;
    var chart = new Chart(svg, left, top, 222, 176, 0, right, -0.5, upper + 0.5);
    boolean single = plan.rows().size() == 1;
    svg.text(left, top - 12, "strong", name);
    svg.text(
        left + 222,
        top - 12,
        "small muted end",
        (single ? "always " : "at most ") + plan.maximum() + " checks");
    for (int errors = 0; errors <= upper; errors += 4) {
      chart.tickY(errors, Integer.toString(errors));
    }
    for (int n = 0; n <= right; n += 100) {
      chart.tickX(n, Integer.toString(n));
    }
    chart.area("f1", region(plan, right, -0.5, true));
    chart.area("f2", region(plan, right, upper + 0.5, false));
    chart.base();
    chart.series("guide", List.of(new double[] {0, 0}, new double[] {right, right * 0.01}));
    chart.series(
        "guide", List.of(new double[] {0, 0}, new double[] {(upper + 0.5) / 0.05, upper + 0.5}));
    if (single) {
      svg.text(chart.x(right) - 2, chart.y(4) - 6, "small muted end", "1 %");
      svg.text(chart.x(248), chart.y(11.4), "small muted", "5 %");
      svg.text(chart.x(190), chart.y(7), "small t2", "reject");
      svg.text(chart.x(190), chart.y(0.3), "small t1", "accept");
    } else {
      double end = chart.x(Math.min(plan.maximum(), right)) - 5;
      svg.text(left + 8, chart.y(11), "small t2", "reject");
      svg.text(end, chart.y(0.3), "small t1 end", "accept");
    }
  }

  // Between an edge of the field and the steps of the plan; a plan of one look gets a bar.
  private static List<double[]> region(Boundary plan, int right, double edge, boolean accept) {
    var corners = new ArrayList<double[]>();
    double half = plan.rows().size() == 1 ? 4 : 0.5;
    int last = Math.min(plan.maximum(), right);
    double before = edge;
    for (int n = 1; n <= last; n++) {
      boolean decides = accept ? plan.acceptAt(n) >= 0 : plan.rejectAt(n) <= n;
      double step = !decides ? edge : accept ? plan.acceptAt(n) + 0.5 : plan.rejectAt(n) - 0.5;
      if (step != before) {
        corners.add(new double[] {n - half, before});
        corners.add(new double[] {n - half, step});
      }
      before = step;
    }
    corners.add(new double[] {last + half, before});
    corners.add(new double[] {last + half, edge});
    return corners;
  }

  private static List<double[]> curve(Boundary plan, ToDoubleFunction<BoundaryRun> curve) {
    var points = new ArrayList<double[]>();
    for (int defective = 0; defective <= MOST_RATE / 100 * LOT; defective += 2) {
      points.add(new double[] {100.0 * defective / LOT, curve.applyAsDouble(at(plan, defective))});
    }
    return points;
  }

  private static String operatingCharacteristic() {
    var svg = new Svg("Probability of acceptance against the true error rate", WIDTH, 440);
    var chart = new Chart(svg, 60, 36, 690, 340, 0, MOST_RATE, 0, 100);
    rates(chart, "probability of acceptance");
    for (int share = 0; share <= 100; share += 20) {
      chart.tickY(share, share + " %");
    }
    // what the two promises rule out
    chart.area("f5", corners(0, 1, 0, 95));
    chart.area("f5", corners(5, MOST_RATE, 5, 100));
    chart.base();
    Boundary cut = SequentialStudy.waldCutAt((int) SINGLE.maximum(), PROMISE);
    Boundary none = staged(SingleSampling.zeroAcceptance(ErrorModel.inLot(LOT), 100, 0.05));
    designs().values().forEach(plan -> chart.series("s1", curve(plan, r -> 100 * r.accept())));
    chart.series("s2 dash", curve(cut, r -> 100 * r.accept()));
    chart.series("s4 dash", curve(none, r -> 100 * r.accept()));
    lines(chart, 2.65, 90, "t1", "single, calibrated, truncated,", "2-SPRT, always valid");
    svg.line(chart.x(2.6), chart.y(87), chart.x(1.84), chart.y(78), "thin s1");
    lines(
        chart,
        3.05,
        58,
        "t2",
        "Wald's test cut at " + cut.maximum() + ":",
        percent("accepts %.1f %% at 5 %%", at(cut, PROMISE.unacceptable()).accept()));
    lines(
        chart,
        1.41,
        58.5,
        "small t4",
        none.maximum() + " checks,",
        "no error:",
        percent("rejects %.0f %%", at(none, PROMISE.acceptable()).reject()),
        "at 1 %");
    lines(chart, 0.05, 16, "small muted", "1 % or less:", "at most 5 %", "rejected");
    lines(chart, 5.1, 90, "small muted", "5 % or more: at most 5 % accepted");
    return svg.toString();
  }

  private static BoundaryRun at(Boundary plan, double defective) {
    return BoundaryRun.of(plan, PROMISE.lot(), defective);
  }

  private static String percent(String format, double share) {
    return String.format(Locale.ROOT, format, 100 * share);
  }

  private static void lines(Chart chart, double x, double y, String style, String... lines) {
    for (int i = 0; i < lines.length; i++) {
      chart.svg().text(chart.x(x), chart.y(y) + 16 * i, style, lines[i]);
    }
  }

  private static List<double[]> corners(double x0, double x1, double y0, double y1) {
    return List.of(
        new double[] {x0, y0}, new double[] {x1, y0}, new double[] {x1, y1}, new double[] {x0, y1});
  }

  private static void rates(Chart chart, String vertical) {
    chart.svg().text(10, 18, "small", vertical);
    for (int rate = 0; rate <= MOST_RATE; rate++) {
      chart.tickX(rate, rate + " %");
    }
    chart.svg().text(chart.x(MOST_RATE / 2), 418, "small middle", "true error rate of the lot");
  }

  private static String averageSampleNumber() {
    var svg = new Svg("Expected number of checks against the true error rate", WIDTH, 440);
    var chart = new Chart(svg, 60, 36, 600, 340, 0, MOST_RATE, 0, 200);
    rates(chart, "expected checks");
    for (int checks = 0; checks <= 200; checks += 50) {
      chart.tickY(checks, Integer.toString(checks));
    }
    chart.base();
    for (int rate : new int[] {1, 5}) {
      svg.line(chart.x(rate), chart.y(0), chart.x(rate), chart.y(200), "guide");
      svg.text(
          chart.x(rate) + 6,
          chart.y(188),
          "small muted",
          rate == 1 ? "acceptable" : "unacceptable");
    }
    Map<String, Boundary> designs = designs();
    List<String> styles = Arrays.asList("s5", "s1", "s2", "s3 dash", "s4");
    double[] ends = new double[styles.size()];
    int i = 0;
    for (Boundary plan : designs.values()) {
      List<double[]> points = curve(plan, BoundaryRun::averageSampleNumber);
      chart.series(styles.get(i), points);
      ends[i++] = points.get(points.size() - 1)[1];
    }
    chart.nameAtRight(List.copyOf(designs.keySet()), styles, ends);
    return svg.toString();
  }
}
