package org.assay.io.plan;

import java.util.ArrayList;
import java.util.OptionalInt;
import org.assay.plan.Boundary;
import org.assay.plan.Looks;
import org.assay.plan.Promise;
import org.assay.plan.SequentialDesigns;
import org.assay.plan.SequentialPlan;
import org.assay.plan.SingleSampling;
import org.assay.plan.StagedPlan;

/** The kinds of plan a lot can get. Each keeps both promised risks exactly. */
public enum Design {
  /** Looks at every check and ends near the single plan's size. */
  TRUNCATED,
  /** Fewest checks on average, no set maximum. */
  CALIBRATED,
  /** A fixed number of checks, stopped as soon as its decision is certain. */
  SINGLE;

  /** From here on the search for a truncated plan takes too long to wait for. */
  static final long LONGEST_TRUNCATED = 20_000;

  /** The design that is really used: a very long truncated plan gives way to the single one. */
  Design feasible(Promise promise) {
    return this == TRUNCATED && single(promise).maximum() > LONGEST_TRUNCATED ? SINGLE : this;
  }

  SequentialPlan plan(Promise promise) {
    return switch (this) {
      case TRUNCATED -> SequentialDesigns.truncated(promise, Looks.EVERY_CHECK);
      case CALIBRATED -> SequentialDesigns.calibrated(promise, Looks.EVERY_CHECK);
      case SINGLE -> SequentialPlan.given(promise, curtailed(single(promise)));
    };
  }

  private static StagedPlan single(Promise promise) {
    return SingleSampling.smallest(promise).orElseThrow(); // a lot always has one: all of it
  }

  // Accept when the checks left cannot bring too many errors, reject at the first error too many.
  private static Boundary curtailed(StagedPlan plan) {
    int n = Math.toIntExact(plan.maximum());
    int c = Math.toIntExact(plan.acceptanceNumbers().get(0));
    var rows = new ArrayList<Boundary.Row>();
    for (int k = 1; k <= n; k++) {
      int accept = c - (n - k);
      rows.add(
          new Boundary.Row(
              k,
              accept < 0 ? OptionalInt.empty() : OptionalInt.of(accept),
              c + 1 > k ? OptionalInt.empty() : OptionalInt.of(c + 1)));
    }
    return Boundary.of(rows);
  }
}
