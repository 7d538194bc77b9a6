package org.assay.io.report;

/** A text in a picture. */
final class SvgText {
  private SvgText() {}

  static void draw(Html html, double x, double y, String anchor, String style, String text) {
    html.element(
        "text",
        text,
        "x",
        TrendChart.n(x),
        "y",
        TrendChart.n(y),
        "text-anchor",
        anchor,
        "style",
        style);
  }
}
