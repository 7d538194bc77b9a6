package org.assay.io.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assay.estimate.FunnelPlot;
import org.assay.estimate.FunnelPlot.Dispersion;
import org.assay.io.report.FairPart.Fair;
import org.assay.io.report.FairPart.Standing;

/**
 * Standardised rates over the checks they stand on, with funnel limits around the team's rate, as
 * an inline SVG. People have the same mark; styles stand on the elements.
 */
final class FunnelChart {
  private static final double WIDTH = 560;
  private static final double HEIGHT = 300;
  private static final double LEFT = 46;
  private static final double RIGHT = 12;
  private static final double TOP = 10;
  private static final double BOTTOM = 262;
  private static final int STEPS = 60;
  private static final int MOST_TRIES = 24;
  private static final double LINE = 11; // of a label
  private static final String INK = "fill:currentColor;font-size:11px";

  private final Fair fair;
  private final List<Standing> people;
  private final double confidence;
  private final double most; // checks
  private final double largest; // rate
  private final List<double[]> labels = new ArrayList<>(); // from, to, base line

  private FunnelChart(Fair fair, double confidence) {
    this.fair = fair;
    this.confidence = confidence;
    this.people = fair.people().stream().filter(p -> p.limits() != null).toList();
    double checks = 1;
    double rate = 2 * fair.team();
    for (Standing p : people) {
      checks = Math.max(checks, p.limits().checks() * 1.1);
      rate = Math.max(rate, 1.15 * Math.max(p.indirect().value(), p.limits().upperAll()));
    }
    this.most = checks;
    this.largest = Math.min(1, rate);
  }

  /** Whether there is something to draw. */
  static boolean fits(Fair fair) {
    return fair.team() != null
        && fair.team() > 0
        && fair.team() < 1
        && fair.people().stream().filter(p -> p.limits() != null).count() > 1;
  }

  static void draw(Html html, Fair fair, double confidence) {
    new FunnelChart(fair, confidence).draw(html);
  }

  private void draw(Html html) {
    html.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "viewBox",
        "0 0 " + TrendChart.n(WIDTH) + " " + TrendChart.n(HEIGHT),
        "role",
        "img",
        "aria-label",
        words(),
        "style",
        "max-width:44rem;width:100%;height:auto");
    html.element("title", "Funnel of rates with the team's mix");
    html.element("desc", words());
    line(html, LEFT, BOTTOM, WIDTH - RIGHT, BOTTOM, "stroke-opacity:.6");
    line(html, LEFT, TOP, LEFT, BOTTOM, "stroke-opacity:.6");
    line(html, LEFT, y(fair.team()), WIDTH - RIGHT, y(fair.team()), "stroke-width:1.75");
    double one = (1 - confidence) / 2;
    double each = one / people.size();
    curve(html, one, "stroke-dasharray:5 3;stroke-opacity:.8");
    curve(html, 1 - one, "stroke-dasharray:5 3;stroke-opacity:.8");
    curve(html, each, "stroke-opacity:.8");
    curve(html, 1 - each, "stroke-opacity:.8");
    for (Standing p : people) {
      double x = x(p.limits().checks());
      double y = y(p.indirect().value());
      html.empty(
          "circle",
          "cx",
          TrendChart.n(x),
          "cy",
          TrendChart.n(y),
          "r",
          "3.5",
          "style",
          "fill:#0b5c8c");
      label(html, x, y, p.assessor());
    }
    SvgText.draw(html, LEFT - 4, TOP + 8, "end", INK, Words.percent(largest));
    SvgText.draw(html, LEFT - 4, y(fair.team()) + 4, "end", INK, Words.percent(fair.team()));
    SvgText.draw(html, LEFT - 4, BOTTOM, "end", INK, "0 %");
    SvgText.draw(html, LEFT, HEIGHT - 22, "middle", INK, "0");
    SvgText.draw(html, WIDTH - RIGHT, HEIGHT - 22, "end", INK, Words.count(Math.round(most)));
    SvgText.draw(
        html, (LEFT + WIDTH) / 2, HEIGHT - 6, "middle", INK, "Equal checks that vary as much");
    html.close();
  }

  // Beside its point, where no other label is: right or left, then further and further off.
  private void label(Html html, double x, double y, String id) {
    double width = 6.2 * id.length();
    for (int step = 0; ; step++) {
      double left = step % 2 == 0 ? x + 6 : x - 6 - width;
      int row = (step / 2 + 1) / 2 * (step / 2 % 2 == 0 ? 1 : -1); // 0, -1, 1, -2, 2
      double base = y + 4 + row * LINE;
      double[] box = {left, left + width, base};
      if (step >= MOST_TRIES || labels.stream().noneMatch(other -> overlap(box, other))) {
        labels.add(box);
        SvgText.draw(
            html, step % 2 == 0 ? x + 6 : x - 6, base, step % 2 == 0 ? "start" : "end", INK, id);
        return;
      }
    }
  }

  private static boolean overlap(double[] a, double[] b) {
    return a[0] < b[1] && b[0] < a[1] && Math.abs(a[2] - b[2]) < 10.5;
  }

  private String words() {
    List<String> parts = new ArrayList<>();
    for (Standing p : people) {
      parts.add(
          p.assessor()
              + " "
              + Words.percent(p.indirect().value())
              + " with limits "
              + Words.percentDown(p.limits().lowerAll())
              + " to "
              + Words.percentUp(p.limits().upperAll()));
    }
    return "Rates with the team's mix around the team's rate of "
        + Words.percent(fair.team())
        + ", with limits that allow for everybody: "
        + String.join(", ", parts)
        + ".";
  }

  private void curve(Html html, double probability, String style) {
    var funnel = new FunnelPlot(fair.team());
    var around = new Dispersion(fair.phi(), fair.variance());
    var path = new StringBuilder();
    for (int i = 1; i <= STEPS; i++) {
      long n = Math.max(1, Math.round(most * i / STEPS));
      double limit = Math.min(largest, funnel.limit(n, probability, around));
      path.append(String.format(Locale.ROOT, "%s%.1f %.1f", i == 1 ? "M" : "L", x(n), y(limit)));
    }
    html.empty("path", "d", path.toString(), "style", "fill:none;stroke:currentColor;" + style);
  }

  private double x(long checks) {
    return LEFT + (WIDTH - LEFT - RIGHT) * Math.min(1, checks / most);
  }

  private double y(double rate) {
    return BOTTOM - (BOTTOM - TOP) * Math.min(1, rate / largest);
  }

  private static void line(Html html, double x1, double y1, double x2, double y2, String style) {
    html.empty(
        "line",
        "x1",
        TrendChart.n(x1),
        "y1",
        TrendChart.n(y1),
        "x2",
        TrendChart.n(x2),
        "y2",
        TrendChart.n(y2),
        "style",
        "stroke:currentColor;" + style);
  }
}
