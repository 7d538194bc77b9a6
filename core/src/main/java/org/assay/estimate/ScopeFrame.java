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
}
