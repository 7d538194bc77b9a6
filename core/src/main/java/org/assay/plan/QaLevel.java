package org.assay.plan;

import java.util.Objects;
import org.assay.data.ErrorClass;
import org.assay.data.PeriodKind;
import org.assay.internal.Check;

/**
 * A predefined QA level: how often an error of a class may happen, for whom, and over what period.
 *
 * <p>The level is met when the rate is at most {@code unacceptable}; {@code acceptable} is the
 * better rate at which a plan passes with probability 1 - producerRisk. The verdict stands on a
 * one-sided upper bound at confidence 1 - consumerRisk (PASS) and a one-sided lower bound at
 * confidence 1 - producerRisk (FAIL), both against {@code unacceptable}.
 *
 * @param name as reports show it
 * @param counts which mix-ups count
 * @param acceptable rate in [0, unacceptable)
 * @param unacceptable rate in (0, 1)
 * @param producerRisk in (0, 0.5)
 * @param consumerRisk in (0, 0.5)
 * @param scope for whom the level holds
 * @param period over what period
 */
public record QaLevel(
    String name,
    ErrorClass counts,
    double acceptable,
    double unacceptable,
    double producerRisk,
    double consumerRisk,
    Scope scope,
    PeriodKind period) {

  /** For whom a level holds. */
  public enum Scope {
    /** Everybody in a unit together. */
    UNIT,
    /** Each assessor. */
    ASSESSOR
  }

  public QaLevel {
    Objects.requireNonNull(counts, "counts");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(period, "period");
    if (name.isBlank()) {
      throw new IllegalArgumentException("name must not be blank");
    }
    Check.closedUnit("acceptable", acceptable);
    Check.openUnit("unacceptable", unacceptable);
    if (acceptable >= unacceptable) {
      throw new IllegalArgumentException(
          "acceptable must be below unacceptable (" + unacceptable + "), got " + acceptable);
    }
    requireRisk("producerRisk", producerRisk);
    requireRisk("consumerRisk", consumerRisk);
  }

  private static void requireRisk(String name, double risk) {
    if (!(risk > 0 && risk < 0.5)) {
      throw new IllegalArgumentException(name + " must be in (0, 0.5), got " + risk);
    }
  }
}
