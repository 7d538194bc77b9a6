package org.assay.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * A field of an {@link Svg} picture with linear axes; for logarithmic ones give it logarithms.
 *
 * @param svg the picture
 * @param left pixels
 * @param top pixels
 * @param width pixels
 * @param height pixels
 * @param x0 value at the left edge
 * @param x1 value at the right edge
 * @param y0 value at the lower edge
 * @param y1 value at the upper edge
 */
public record Chart(
    Svg svg,
    double left,
    double top,
    double width,
    double height,
    double x0,
    double x1,
    double y0,
    double y1) {

  /**
   * Where a value is from left to right.
   *
   * @param value on the horizontal axis
   * @return pixels
   */
  public double x(double value) {
    return left + width * (value - x0) / (x1 - x0);
  }

  /**
   * Where a value is from top to bottom.
   *
   * @param value on the vertical axis
   * @return pixels
   */
  public double y(double value) {
    return top + height * (y1 - value) / (y1 - y0);
  }

  /**
   * Marks a value of the horizontal axis.
   *
   * @param value where
   * @param label below it
   */
  public void tickX(double value, String label) {
    svg.line(x(value), top + height, x(value), top + height + 5, "axis");
    svg.text(x(value), top + height + 19, "small muted middle", label);
  }

  /**
   * Marks a value of the vertical axis.
   *
   * @param value where
   * @param label left of it
   */
  public void tickY(double value, String label) {
    svg.line(left, y(value), left + width, y(value), "grid");
    svg.text(left - 8, y(value) + 4, "small muted end", label);
  }

  /** Draws the horizontal axis itself. */
  public void base() {
    svg.line(left, top + height, left + width, top + height, "axis");
  }

  /**
   * Draws a series.
   *
   * @param style classes
   * @param values each x and y
   */
  public void series(String style, List<double[]> values) {
    svg.points("polyline", style, values.stream().map(this::at).toList());
  }

  /**
   * Fills an area.
   *
   * @param style classes
   * @param values corners, each x and y
   */
  public void area(String style, List<double[]> values) {
    svg.points("polygon", style, values.stream().map(this::at).toList());
  }

  private double[] at(double[] value) {
    return new double[] {x(value[0]), y(value[1])};
  }

  /**
   * Labels that belong to points near each other, moved apart upwards.
   *
   * @param points pixels from the top, in any order
   * @param gap least distance of two labels
   * @return pixels of each point's label
   */
  static double[] apart(double[] points, double gap) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < points.length; i++) {
      order.add(i);
    }
    order.sort((a, b) -> Double.compare(points[b], points[a])); // the lowest first
    double[] labels = new double[points.length];
    double last = Double.POSITIVE_INFINITY;
    for (int i : order) {
      last = Math.min(points[i], last - gap);
      labels[i] = last;
    }
    return labels;
  }

  /**
   * Names series at the right edge, each with a short line to where the series ends there.
   *
   * @param names of the series
   * @param styles classes of the series; its label has the same number
   * @param ends value of each at the right edge
   */
  public void nameAtRight(List<String> names, List<String> styles, double[] ends) {
    double[] points = new double[ends.length];
    for (int i = 0; i < ends.length; i++) {
      points[i] = y(ends[i]);
    }
    double[] labels = apart(points, 17);
    double right = left + width;
    for (int i = 0; i < ends.length; i++) {
      String number = styles.get(i).substring(1, 2);
      svg.points(
          "polyline",
          "axis",
          List.of(
              new double[] {right + 2, points[i]},
              new double[] {right + 9, labels[i]},
              new double[] {right + 13, labels[i]}));
      svg.text(right + 17, labels[i] + 4, "t" + number, names.get(i));
    }
  }
}
