package org.assay.io.policy;

import java.util.List;
import java.util.stream.IntStream;
import org.assay.compare.Multiplicity;
import org.assay.plan.LimitPValues;

/** How the states of a report's many levels are held together. */
public enum FamilyWise {
  /** Each state keeps its own risks. */
  NONE,
  /** Holm: the risks hold for all states of a table together. */
  HOLM,
  /** Benjamini-Hochberg: of the states shown, the expected share of wrong ones is the risk. */
  FDR;

  /**
   * Adjusts what the checks of each member and period say for there being several.
   *
   * @param own p-values of each state alone
   * @return one per state, in the same order; the same when each keeps its own risks
   */
  public List<LimitPValues> adjust(List<LimitPValues> own) {
    if (this == NONE || own.isEmpty()) {
      return own;
    }
    Multiplicity method = this == HOLM ? Multiplicity.HOLM : Multiplicity.BENJAMINI_HOCHBERG;
    double[] soFew = method.adjust(own.stream().mapToDouble(LimitPValues::soFew).toArray());
    double[] soMany = method.adjust(own.stream().mapToDouble(LimitPValues::soMany).toArray());
    return IntStream.range(0, soFew.length)
        .mapToObj(i -> new LimitPValues(Math.min(1, soFew[i]), Math.min(1, soMany[i])))
        .toList();
  }
}
