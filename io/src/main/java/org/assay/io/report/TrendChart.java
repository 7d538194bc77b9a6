package org.assay.io.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One assessor's weeks as a small inline SVG: shares with their limits, the baseline, and when a
 * change may have begun.
 */
final class TrendChart {
  private static final double WIDTH = 340;
  private static final double LEFT = 30;
  private static final double RIGHT = 6;
  private static final double TOP = 6;
  private static final double RATE_HEIGHT = 78;
  private static final double BOTTOM = TOP + RATE_HEIGHT;
  private static final double HEIGHT = BOTTOM + 20;

  private final List<String> weeks;
  private final Map<String, Integer> places; // of the weeks
  private final double largest;

  /**
   * Charts with a common scale.
   *
   * @param weeks labels of the horizontal axis
   * @param largest share at the top of the vertical axis
   */
  TrendChart(List<String> weeks, double largest) {
    this.weeks = weeks;
    this.places =
        IntStream.range(0, weeks.size()).boxed().collect(Collectors.toMap(weeks::get, i -> i));
    this.largest = largest;
  }

  /** A scale that holds every point and most limits of a trend. */
  static TrendChart of(TrendPart.Trend trend) {
    double most = 0.05;
    for (TrendPart.Series series : trend.series()) {
      for (TrendPart.Point p : series.points()) {
        most = Math.max(most, p.checked() < 10 ? 0 : (double) p.errors() / p.checked());
      }
    }
    return new TrendChart(trend.labels(), Math.min(1, Math.ceil(most * 20 + .5) / 20));
  }

  void draw(Html html, TrendPart.Series series) {
    html.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "viewBox",
        "0 0 " + n(WIDTH) + " " + n(HEIGHT),
        "role",
        "img",
        "aria-label",
        "Errors of " + series.assessor() + " by week. " + series.sentence());
    html.element("title", "Errors of " + series.assessor() + " by week");
    html.element("desc", series.sentence());
    for (TrendPart.Point p : series.points()) {
      band(html, p);
    }
    axes(html);
    if (series.baseline() != null) {
      double y = y(series.baseline());
      line(html, "base", LEFT, y, WIDTH - RIGHT, y);
      double x = x(series.baselineTo()) + step() / 2;
      line(html, "until", x, TOP, x, BOTTOM);
    }
    for (TrendPart.Point p : series.points()) {
      point(html, p);
    }
    if (series.isDrifting()) {
      change(html, series.drift().changeSet());
    }
    html.close();
  }

  private void axes(Html html) {
    line(html, "axis", LEFT, TOP, LEFT, BOTTOM);
    line(html, "axis", LEFT, BOTTOM, WIDTH - RIGHT, BOTTOM);
    label(html, "end", LEFT - 3, TOP + 8, Words.given(largest));
    label(html, "end", LEFT - 3, BOTTOM, "0 %");
    label(html, "start", LEFT, HEIGHT - 3, weeks.get(0));
    label(html, "end", WIDTH - RIGHT, HEIGHT - 3, weeks.get(weeks.size() - 1));
  }

  private void band(Html html, TrendPart.Point p) {
    double top = y((double) p.most() / p.checked());
    double bottom = y((double) p.fewest() / p.checked());
    if (bottom > top) {
      html.empty(
          "rect",
          "class",
          "band",
          "x",
          n(x(p.period()) - step() / 2),
          "y",
          n(top),
          "width",
          n(step() + .1),
          "height",
          n(bottom - top));
    }
  }

  private void point(Html html, TrendPart.Point p) {
    double x = x(p.period());
    double y = y((double) p.errors() / p.checked());
    line(html, "limits", x, y(p.lower()), x, y(p.upper()));
    if (p.outside()) {
      html.empty(
          "path",
          "class",
          "outside",
          "d",
          String.format(Locale.ROOT, "M%s %sl4.5 -4.5l4.5 4.5l-4.5 4.5z", n(x - 4.5), n(y)));
    } else {
      html.empty("circle", "class", "dot", "cx", n(x), "cy", n(y), "r", "2");
    }
  }

  // A bar under the axis over the weeks in which the change may have begun.
  private void change(Html html, List<String> set) {
    double from = x(set.get(0)) - step() / 2;
    double to = x(set.get(set.size() - 1)) + step() / 2;
    html.empty(
        "rect",
        "class",
        "since",
        "x",
        n(from),
        "y",
        n(BOTTOM + 2),
        "width",
        n(to - from),
        "height",
        "4");
  }

  private double step() {
    return (WIDTH - LEFT - RIGHT) / weeks.size();
  }

  private double x(String week) {
    return LEFT + (places.get(week) + .5) * step();
  }

  private double y(double share) {
    return BOTTOM * (1 - Math.min(1, share / largest));
  }

  private static void line(Html html, String kind, double x1, double y1, double x2, double y2) {
    html.empty("line", "class", kind, "x1", n(x1), "y1", n(y1), "x2", n(x2), "y2", n(y2));
  }

  private static void label(Html html, String anchor, double x, double y, String text) {
    html.element("text", text, "text-anchor", anchor, "x", n(x), "y", n(y));
  }

  /** A coordinate with one digit after the point. */
  static String n(double x) {
    double tenths = x * 10;
    double fraction = tenths - Math.floor(tenths);
    // Which way a half goes depends on digits that the product has lost.
    if (!(tenths >= 0 && tenths < Integer.MAX_VALUE) || Math.abs(fraction - .5) < 1e-6) {
      return String.format(Locale.ROOT, "%.1f", x);
    }
    long rounded = Math.round(tenths);
    return rounded / 10 + "." + rounded % 10;
  }
}
