package org.assay.plan;

import java.util.Arrays;

/**
 * Boundaries from two likelihood ratios: accept when one is at most -b, reject when the other is at
 * least a, at a forced end accept at {@code cut} errors or fewer.
 *
 * <p>With the same ratio twice this is Wald's test, with one quality between the two promised ones
 * in both ratios it is Lorden's 2-SPRT. The undecided region grows with a and with b.
 */
final class RatioWalls {
  private final LogRatio acceptRatio;
  private final LogRatio rejectRatio;
  private final boolean[] look;
  private final int cut; // NO_CUT: nearest wall

  static final int NO_CUT = -1;

  RatioWalls(LogRatio acceptRatio, LogRatio rejectRatio, boolean[] look, int cut) {
    this.acceptRatio = acceptRatio;
    this.rejectRatio = rejectRatio;
    this.look = look;
    this.cut = cut;
  }

  /** O(maximum): both numbers only rise with n, so one pass finds them. */
  Boundary at(double rejectThreshold, double acceptThreshold) {
    int maximum = look.length - 1;
    int[] accept = new int[maximum + 1];
    int[] reject = new int[maximum + 1];
    Arrays.fill(accept, Boundary.NEVER);
    reject[0] = 1;
    int a = Boundary.NEVER;
    int r = 1;
    for (int n = 1; n <= maximum; n++) {
      while (a < n && acceptRatio.at(n, a + 1) <= -acceptThreshold) {
        a++;
      }
      while (r <= n && (r <= a || rejectRatio.at(n, r) < rejectThreshold)) {
        r++;
      }
      accept[n] = look[n] ? a : Boundary.NEVER;
      reject[n] = look[n] ? Math.min(r, n + 1) : n + 1;
    }
    int last = cut == NO_CUT ? middle(maximum, a, r, rejectThreshold, acceptThreshold) : cut;
    accept[maximum] = Math.min(last, maximum);
    reject[maximum] = accept[maximum] + 1;
    if (cut != NO_CUT) {
      curtail(accept, reject, maximum);
    }
    return new Boundary(accept, reject);
  }

  // An end that almost no lot reaches: the nearer wall decides.
  private int middle(int n, int accept, int reject, double a, double b) {
    int last = Math.max(accept, 0);
    while (last + 1 < reject
        && last < n
        && rejectRatio.at(n, last + 1) - a < -b - acceptRatio.at(n, last + 1)) {
      last++;
    }
    return last;
  }

  // Stops where the rest of the checks could not change the outcome; leaves every risk as it is.
  private void curtail(int[] accept, int[] reject, int maximum) {
    for (int n = 1; n < maximum; n++) {
      if (look[n]) {
        accept[n] = Math.min(Math.max(accept[n], cut - (maximum - n)), cut);
        reject[n] = Math.min(reject[n], cut + 1);
      }
    }
  }
}
