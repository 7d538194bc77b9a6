package org.assay.simulate;

import java.util.List;
import org.assay.internal.Check;

/**
 * A route by which items arrive.
 *
 * @param id stream id
 * @param share share of the stream in what arrives for an assessor without shares of their own
 * @param prevalence share of each reference grade
 * @param hardShare share of hard items
 */
public record ItemStream(String id, double share, List<Double> prevalence, double hardShare) {
  public ItemStream {
    Valid.id("stream id", id);
    Check.closedUnit("share", share);
    prevalence = Valid.distribution("prevalence", prevalence);
    Check.closedUnit("hardShare", hardShare);
  }
}
