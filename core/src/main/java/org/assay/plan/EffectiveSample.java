package org.assay.plan;

import org.assay.internal.Check;

/**
 * A weighted sample of a finite population, as {@link FurtherChecks} asks for it: by the
 * independent checks that would have the same upper bound.
 *
 * <pre>{@code
 * f   = checked / population                      share that has been checked
 * n_h = effective (1 - f)                         checks without the finite correction
 * d   = checked / n_h                             checks that one of those takes
 * N_h = population / d                            effective lot: all of it is checked when n_h is N_h
 * }</pre>
 *
 * @param errors effective errors, in [0, effective]
 * @param effective independent checks with the same bound, finite correction included, above 0
 * @param checked checks made, in [1, population]
 * @param population gradings that the sample stands for
 */
public record EffectiveSample(double errors, double effective, long checked, double population) {
  public EffectiveSample {
    Check.positive("effective", effective);
    Check.atLeast("checked", 1L, checked);
    Check.positive("population", population);
    if (!(errors >= 0 && errors <= effective)) {
      throw new IllegalArgumentException("errors must be in [0, " + effective + "], got " + errors);
    }
    if (!(population >= checked)) {
      throw new IllegalArgumentException(
          "population must be at least checked (" + checked + "), got " + population);
    }
  }

  /** Share of the population that has not been checked; above 0 unless everything has. */
  double open() {
    return 1 - checked / population;
  }

  /** Effective checks without the finite correction. */
  double plain() {
    return open() > 0 ? effective * open() : checked;
  }

  /** Errors among those: the bound's one error more has the finite correction, too. */
  double plainErrors() {
    return open() > 0 ? Math.max(0, (errors + 1) * open() - 1) : errors;
  }

  /** Checks that one effective check takes. */
  double each() {
    return checked / plain();
  }

  /** Gradings left to check. */
  long left() {
    return (long) Math.floor(population) - checked;
  }
}
