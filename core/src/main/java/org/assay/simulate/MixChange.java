package org.assay.simulate;

import java.util.List;

/**
 * A change in what arrives while nobody changes how they grade.
 *
 * @param weeks when
 * @param shares share of each stream in these weeks, for assessors without shares of their own
 */
public record MixChange(Weeks weeks, List<Double> shares) {
  public MixChange {
    Valid.required("weeks", weeks);
    shares = Valid.distribution("shares", shares);
  }
}
