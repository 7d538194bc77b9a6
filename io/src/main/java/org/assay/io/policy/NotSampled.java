package org.assay.io.policy;

import java.util.Set;

/**
 * Gradings that the sampling design does not select from, by declaration: they are no part of what
 * a rate stands for, and no claim is about them.
 *
 * @param streams ids of streams
 * @param strata ids of strata
 */
public record NotSampled(Set<String> streams, Set<String> strata) {
  /** Everything can be selected. */
  public static final NotSampled NOTHING = new NotSampled(Set.of(), Set.of());

  public NotSampled {
    streams = Set.copyOf(streams);
    strata = Set.copyOf(strata);
  }

  /**
   * Whether a grading is outside of the design.
   *
   * @param stream its stream, "" for none
   * @param stratum its stratum, "" for none
   * @return true when one of the two was declared
   */
  public boolean holds(String stream, String stratum) {
    return streams.contains(stream) || strata.contains(stratum);
  }
}
