package org.assay.drift;

import java.util.ArrayList;
import java.util.List;
import org.assay.internal.Check;

/**
 * A chart of points in order of time, with limits that they leave seldom by chance.
 *
 * @param centre where points lie in the mean when nothing changes
 * @param points in order
 */
public record ControlChart(double centre, List<ChartPoint> points) {
  public ControlChart {
    points = List.copyOf(points);
  }

  /**
   * A point of a chart.
   *
   * @param value what is charted
   * @param lower lower limit
   * @param upper upper limit
   */
  public record ChartPoint(double value, double lower, double upper) {
    /**
     * Whether the value lies outside the limits.
     *
     * @return false on a limit
     */
    public boolean signal() {
      return value < lower || value > upper;
    }
  }

  /**
   * Points that end a run on one side of the centre. A point on the centre ends every run.
   *
   * @param length points in a row that make a run, at least 2; 7 to 9 are usual
   * @return places in the points, ascending: each one at which that many or more in a row lie on
   *     one side
   */
  public List<Integer> runs(int length) {
    Check.atLeast("length", 2, length);
    List<Integer> ends = new ArrayList<>();
    int row = 0;
    double side = 0;
    for (int i = 0; i < points.size(); i++) {
      double now = Math.signum(points.get(i).value() - centre);
      row = now != 0 && now == side ? row + 1 : now == 0 ? 0 : 1;
      side = now;
      if (row >= length) {
        ends.add(i);
      }
    }
    return ends;
  }
}
