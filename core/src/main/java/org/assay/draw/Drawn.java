package org.assay.draw;

import java.util.Objects;

/**
 * An item of a sample.
 *
 * @param id item
 * @param stratum stratum it was drawn in; empty when there is only one
 * @param order place in the order of checking, from 1; a smaller sample is the beginning of a
 *     larger one
 * @param inclusionProbability chance that the draw had to take it, in (0, 1]
 */
public record Drawn(String id, String stratum, int order, double inclusionProbability) {
  public Drawn {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(stratum, "stratum");
    if (!(inclusionProbability > 0 && inclusionProbability <= 1)) {
      throw new IllegalArgumentException(
          "inclusionProbability must be in (0, 1], got " + inclusionProbability);
    }
  }
}
