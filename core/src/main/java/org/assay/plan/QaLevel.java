package org.assay.plan;

import java.util.Objects;
import org.assay.data.ErrorClass;
import org.assay.data.PeriodKind;
import org.assay.internal.Check;

/**
 * A predefined QA level: how often an error of a class may happen, for whom, and over what period.
 *
 * <p>The level is met when the rate is at most {@code unacceptable}, its limit; {@code acceptable}
 * is a better rate at which work should pass. The two risks bound the probability of a wrong
 * statement, and there are four statements:
 *
 * <pre>{@code
 * PASS, ACCEPT  at most the limit shown       wrong above the limit         at most consumerRisk
 * FAIL          worse than the limit shown    wrong at the limit or below   at most producerRisk
 * REJECT        worse than acceptable shown   wrong at acceptable or below  at most producerRisk
 * }</pre>
 *
 * ACCEPT and REJECT are said by a plan, which uses both rates; PASS and FAIL by {@link LevelJudge},
 * which knows the limit only. A REJECT need not be a FAIL: the rate may lie between the two.
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
