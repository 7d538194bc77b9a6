package org.assay.plan;

import java.util.Arrays;
import org.apache.commons.math3.special.Gamma;

/**
 * A second way to the exact risks of a boundary, sharing nothing with {@link BoundaryRun}: counts
 * the undecided sequences of verdicts by integers (in doubles) and weighs each with the probability
 * of one sequence, [D]_d [N-D]_(n-d) / [N]_n. Reads the boundary from its rows.
 */
final class PathCounts {
  double accept;
  double reject;

  static PathCounts of(Boundary boundary, long lotSize, long defective) {
    var result = new PathCounts();
    double[] paths = new double[boundary.maximum() + 2];
    paths[0] = 1;
    double scale = 0; // logarithm
    int before = 0;
    int top = 0; // largest number of errors with an undecided sequence
    for (Boundary.Row row : boundary.rows()) {
      for (int n = before + 1; n <= row.n(); n++) {
        top++;
        double most = 0;
        for (int d = top; d >= 1; d--) {
          paths[d] += paths[d - 1];
          most = Math.max(most, paths[d]);
        }
        if (most > 1e200) {
          Arrays.setAll(paths, d -> paths[d] * 1e-100);
          scale += 100 * Math.log(10);
        }
      }
      before = row.n();
      for (int d = 0; d <= top; d++) {
        boolean accepts = row.acceptAt().isPresent() && d <= row.acceptAt().getAsInt();
        boolean rejects = row.rejectAt().isPresent() && d >= row.rejectAt().getAsInt();
        if ((accepts || rejects) && paths[d] > 0) {
          double p = paths[d] * sequence(lotSize, defective, row.n(), d, scale);
          result.accept += accepts ? p : 0;
          result.reject += accepts ? 0 : p;
          paths[d] = 0;
        }
      }
      while (top > 0 && paths[top] == 0) {
        top--;
      }
    }
    return result;
  }

  private static double sequence(long size, long defective, int n, int d, double scale) {
    if (d > defective || n - d > size - defective) {
      return 0;
    }
    return Math.exp(
        falling(defective, d) + falling(size - defective, n - d) - falling(size, n) + scale);
  }

  private static double falling(long x, int k) {
    return Gamma.logGamma(x + 1.0) - Gamma.logGamma(x - k + 1.0);
  }
}
