package org.assay.bench;

import java.util.Locale;

/**
 * A small SVG picture in the style of the documentation: own background, colours that people with
 * any colour vision can tell apart (after Okabe and Ito), light or dark as the reader's screen is.
 *
 * <p>Coordinates are written with one decimal, so that the same values give the same bytes.
 * Elements are styled by class: {@code s1} to {@code s5} are lines of a series, {@code t1} to
 * {@code t5} text and {@code f1} to {@code f5} areas of the same colour; {@code grid}, {@code
 * axis}, {@code guide}, {@code thin} are thin lines, {@code small}, {@code strong}, {@code end},
 * {@code middle} kinds of text, {@code dash} interrupts a line.
 */
public final class Svg {
  private static final String[] LIGHT = {"#0072b2", "#c24e00", "#00785a", "#a3497a", "#5f6770"};
  private static final String[] DARK = {"#56b4e9", "#ff9447", "#2cc79a", "#e39ac2", "#a5aeb8"};

  private final StringBuilder body = new StringBuilder();

  /**
   * An empty picture.
   *
   * @param title read out by screen readers
   * @param width in pixels
   * @param height in pixels
   */
  public Svg(String title, int width, int height) {
    body.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
                + " viewBox=\"0 0 %d %d\" role=\"img\">\n<title>%s</title>\n<style>\n",
            width,
            height,
            width,
            height,
            title));
    body.append(
        """
        text{font:13px system-ui,"Segoe UI",Helvetica,Arial,sans-serif}
        .small{font-size:12px}.strong{font-weight:600}.end{text-anchor:end}.middle{text-anchor:middle}
        polyline,line{fill:none;stroke-width:2;stroke-linejoin:round}.grid,.axis,.guide,.thin{stroke-width:1}
        .dash{stroke-dasharray:6 4}.guide{stroke-dasharray:3 3}
        """);
    body.append(colours(LIGHT, "#ffffff", "#1f2328", "#5f6770", "#dfe3e8", "0.14"));
    body.append("@media(prefers-color-scheme:dark){\n");
    body.append(colours(DARK, "#0d1117", "#e6edf3", "#a5aeb8", "#2b323b", "0.24"));
    body.append("}\n</style>\n");
    rect(0, 0, width, height, "paper");
  }

  private static String colours(
      String[] series, String paper, String text, String muted, String grid, String opacity) {
    var css = new StringBuilder();
    css.append(".paper{fill:" + paper + "}text{fill:" + text + "}.muted{fill:" + muted + "}");
    css.append(".grid{stroke:" + grid + "}.axis,.guide{stroke:" + muted + "}\n");
    for (int i = 0; i < series.length; i++) {
      String colour = series[i];
      css.append(".s" + (i + 1) + "{stroke:" + colour + "}.t" + (i + 1) + "{fill:" + colour + "}");
      css.append(".f" + (i + 1) + "{fill:" + colour + ";fill-opacity:" + opacity + "}\n");
    }
    return css.toString();
  }

  /**
   * Adds a filled rectangle.
   *
   * @param x left
   * @param y top
   * @param width of it
   * @param height of it
   * @param style classes
   * @return this
   */
  public Svg rect(double x, double y, double width, double height, String style) {
    return add(
        "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
        style, x, y, width, height);
  }

  /**
   * Adds a straight line.
   *
   * @param x1 from
   * @param y1 from
   * @param x2 to
   * @param y2 to
   * @param style classes
   * @return this
   */
  public Svg line(double x1, double y1, double x2, double y2, String style) {
    return add(
        "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
        style, x1, y1, x2, y2);
  }

  /**
   * Adds a line through points, or the area within them.
   *
   * @param shape polyline or polygon
   * @param style classes
   * @param points each x and y
   * @return this
   */
  public Svg points(String shape, String style, Iterable<double[]> points) {
    var list = new StringBuilder();
    for (double[] point : points) {
      list.append(String.format(Locale.ROOT, " %.1f,%.1f", point[0], point[1]));
    }
    return add("<%s class=\"%s\" points=\"%s\"/>", shape, style, list.substring(1));
  }

  /**
   * Adds a label.
   *
   * @param x where it begins, ends or has its middle
   * @param y its base line
   * @param style classes; empty for none
   * @param text without markup
   * @return this
   */
  public Svg text(double x, double y, String style, String text) {
    return add("<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>", style, x, y, text);
  }

  private Svg add(String format, Object... arguments) {
    body.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    return this;
  }

  /** The whole picture. */
  @Override
  public String toString() {
    return body + "</svg>\n";
  }
}
