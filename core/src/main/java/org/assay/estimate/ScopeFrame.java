package org.assay.estimate;

import org.assay.internal.Check;

/**
 * The gradings of a scope, as the table of gradings has them: those that the design could select,
 * and the others. What was declared not to be sampled is in neither.
 *
 * @param gradings in strata of which something was selected; all, when strata are not recorded
 * @param outside in strata of which nothing was ever selected
 */
public record ScopeFrame(long gradings, long outside) {
  public ScopeFrame {
    Check.atLeast("gradings", 0, gradings);
    Check.atLeast("outside", 0, outside);
  }

  /**
   * With the gradings that were lost from the scope: nobody could check them.
   *
   * @param share of the gradings that came, in [0, 1)
   * @return the same gradings, and gradings x share / (1 - share) more outside, rounded up
   */
  public ScopeFrame withLostShare(double share) {
    double lost = (gradings + outside) * share / Math.max(1e-9, 1 - share);
    return withLost((long) Math.ceil(lost - 1e-6));
  }

  /**
   * With gradings that were lost from the scope.
   *
   * @param lost their number, at least 0
   * @return the same gradings, and so many more outside
   */
  public ScopeFrame withLost(long lost) {
    return new ScopeFrame(gradings, outside + Check.atLeast("lost", 0, lost));
  }
}
