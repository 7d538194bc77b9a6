package org.assay.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * The two prices at which the bound of {@link StagePrices} is largest.
 *
 * <p>The bound is concave in the prices and its slope is what the best plan's risks exceed the
 * promise by, so the largest lies on the uphill side of any point. Start with a rectangle, look at
 * its centre of gravity, cut off the downhill side, and again: each cut leaves at most 0.63 of the
 * area (Levin 1965; Newman 1965).
 */
final class PriceSearch {
  private final StageSchedule schedule;
  private final Promise promise;
  private List<double[]> corners;

  private PriceSearch(StageSchedule schedule, Promise promise, List<double[]> corners) {
    this.schedule = schedule;
    this.promise = promise;
    this.corners = corners;
  }

  /**
   * Searches.
   *
   * @param most largest prices, of a wrong rejection and of a wrong acceptance
   * @param cuts how often to cut
   * @param enough stop when the bound is so large
   */
  static StagePrices best(
      StageSchedule schedule, Promise promise, double[] most, int cuts, double enough) {
    var rectangle =
        List.of(
            new double[] {0, 0},
            new double[] {most[0], 0},
            new double[] {most[0], most[1]},
            new double[] {0, most[1]});
    return new PriceSearch(schedule, promise, rectangle).run(cuts, enough);
  }

  private StagePrices run(int cuts, double enough) {
    StagePrices best = null;
    for (int i = 0; i < cuts; i++) {
      double[] centre = centre();
      var at = new StagePrices(schedule, promise, centre[0], centre[1]);
      if (best == null || at.bound > best.bound) {
        best = at;
      }
      if (best.bound >= enough) {
        break;
      }
      var does = schedule.run(at.accept, at.reject);
      double up0 = does.reject() - promise.producerRisk();
      double up1 = does.accept() - promise.consumerRisk();
      cut(centre, up0, up1);
      if (corners.size() < 3) {
        break;
      }
    }
    return best;
  }

  // Keeps the corners uphill of the centre, and where the cut meets the edges.
  private void cut(double[] centre, double up0, double up1) {
    var kept = new ArrayList<double[]>();
    for (int i = 0; i < corners.size(); i++) {
      double[] p = corners.get(i);
      double[] q = corners.get((i + 1) % corners.size());
      double atP = up0 * (p[0] - centre[0]) + up1 * (p[1] - centre[1]);
      double atQ = up0 * (q[0] - centre[0]) + up1 * (q[1] - centre[1]);
      if (atP >= 0) {
        kept.add(p);
      }
      if (atP * atQ < 0) {
        double share = atP / (atP - atQ);
        kept.add(new double[] {p[0] + share * (q[0] - p[0]), p[1] + share * (q[1] - p[1])});
      }
    }
    corners = kept;
  }

  private double[] centre() {
    double area = 0;
    double x = 0;
    double y = 0;
    double[] o = corners.get(0);
    for (int i = 1; i + 1 < corners.size(); i++) {
      double[] p = corners.get(i);
      double[] q = corners.get(i + 1);
      double twice = (p[0] - o[0]) * (q[1] - o[1]) - (q[0] - o[0]) * (p[1] - o[1]);
      area += twice;
      x += twice * (o[0] + p[0] + q[0]) / 3;
      y += twice * (o[1] + p[1] + q[1]) / 3;
    }
    return area == 0 ? o : new double[] {x / area, y / area};
  }
}
