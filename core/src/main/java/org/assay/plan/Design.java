package org.assay.plan;

import java.util.Locale;
import org.assay.plan.SequentialDesigns.Looks;
import org.assay.plan.StagedPlan.Curtailment;

/**
 * The designs of plans: the one list that the library, the protocol and the command share.
 *
 * <p>All but {@link #ZERO_ACCEPTANCE}, which has no producer's risk, and {@link #WALD}, whose risks
 * are nominal, keep both promised risks exactly.
 */
public enum Design {
  /** A fixed number of checks, decided at its end. */
  SINGLE,
  /** The single plan, stopped as soon as its decision is certain. */
  CURTAILED,
  /** Fewest checks without an error, stopped at the first one. Keeps the consumer's risk only. */
  ZERO_ACCEPTANCE,
  /** Two samples, the second one only when the first does not decide. */
  DOUBLE,
  /** Up to five samples of the same size, each only when those before do not decide. */
  MULTIPLE,
  /** Looks at every check and ends near the single plan's size. */
  TRUNCATED_SEQUENTIAL,
  /** Looks at every check, fewest on average, no set maximum. */
  SEQUENTIAL,
  /** Backward induction: the least expected number of checks, or their least cost. */
  OPTIMAL,
  /** Two e-processes: may be looked at, paused and stopped at will; has a bound at any time. */
  ALWAYS_VALID,
  /** Wald's sequential test as published: for streams, without an end, with nominal risks. */
  WALD;

  /** Most samples of {@link #MULTIPLE}. */
  public static final int STAGES = 5;

  /** From here on the search for a plan that looks at every check takes too long to wait for. */
  private static final long LONGEST_SEQUENTIAL = 20_000;

  /** The same for the search of an optimal plan. */
  private static final long LONGEST_OPTIMAL = 2_000;

  /** The same for the search of a double plan. */
  private static final long LONGEST_DOUBLE = 400;

  /** The same for the search of a multiple plan, in errors at which the single plan accepts. */
  private static final long MOST_ERRORS_OF_MULTIPLE = 30;

  /** The words of the name in small letters, for example {@code truncated-sequential}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The design that is really used: one that takes too long to search gives way to the curtailed
   * single plan.
   *
   * @param promise what the plan must keep
   * @return this design, or {@link #CURTAILED}
   */
  public Design feasible(Promise promise) {
    boolean isLong =
        switch (this) {
          case TRUNCATED_SEQUENTIAL, ALWAYS_VALID -> single(promise).maximum() > LONGEST_SEQUENTIAL;
          case OPTIMAL -> single(promise).maximum() > LONGEST_OPTIMAL;
          case DOUBLE -> single(promise).maximum() > LONGEST_DOUBLE;
          case MULTIPLE -> single(promise).acceptanceNumbers().get(0) > MOST_ERRORS_OF_MULTIPLE;
          case SEQUENTIAL, SINGLE, CURTAILED, ZERO_ACCEPTANCE, WALD -> false;
        };
    return isLong ? CURTAILED : this;
  }

  /**
   * A plan with the design it was made by.
   *
   * @param design the one asked for, or the one that stands in for it
   * @param plan keeps the promise, and decides nothing before the least number of checks
   */
  public record Made(Design design, SequentialPlan plan) {}

  /**
   * Makes a feasible plan that decides nothing before a number of checks.
   *
   * <p>A plan of stages whose first one is smaller gives way to the curtailed single plan. Of a
   * plan without acceptable errors only the acceptance waits: it stops at the first error, and that
   * shows nothing about a limit.
   *
   * @param promise what the plan must keep
   * @param least checks before which nothing is decided, in [1, the lot]
   * @return the plan
   * @throws IllegalArgumentException for {@link #WALD}, which has no end
   */
  public Made make(Promise promise, int least) {
    Design design = feasible(promise);
    SequentialPlan plan = design.plan(promise, least);
    return design == ZERO_ACCEPTANCE || firstLook(plan) >= least
        ? new Made(design, plan)
        : new Made(CURTAILED, CURTAILED.plan(promise, least));
  }

  private static int firstLook(SequentialPlan plan) {
    return plan.boundary().rows().get(0).n();
  }

  /**
   * The plan of this design, looked at after every check where the design is sequential.
   *
   * @param promise what it must keep
   * @return the plan with its exact risks
   * @throws IllegalArgumentException for {@link #WALD}, which has no end
   */
  public SequentialPlan plan(Promise promise) {
    return plan(promise, 1);
  }

  /**
   * The plan of this design that looks no earlier than after a number of checks, where the design
   * has looks between its samples.
   *
   * @param promise what it must keep
   * @param least first look, in [1, the lot]
   * @return the plan with its exact risks
   * @throws IllegalArgumentException for {@link #WALD}, which has no end
   */
  public SequentialPlan plan(Promise promise, int least) {
    return switch (this) {
      case TRUNCATED_SEQUENTIAL -> truncated(promise, least);
      case SEQUENTIAL -> SequentialDesigns.calibrated(promise, looks(least));
      case OPTIMAL ->
          OptimalPlans.least(
              promise,
              new OptimalPlans.Objective(
                  OptimalPlans.Objective.around(promise), 1, looks(least), 0));
      case ALWAYS_VALID ->
          AlwaysValid.plan(promise, EProcess.likelihoodRatio(promise), looks(least));
      case SINGLE -> SequentialPlan.given(promise, Boundary.of(single(promise, least)));
      case CURTAILED ->
          SequentialPlan.given(
              promise, from(least, Curtailment.FULL.boundary(single(promise, least))));
      case DOUBLE ->
          SequentialPlan.given(
              promise,
              Boundary.of(DoubleSampling.leastAverage(ErrorModel.of(promise.lot()), promise)));
      case MULTIPLE ->
          SequentialPlan.given(
              promise,
              Boundary.of(
                  MultipleSampling.leastAverage(
                      ErrorModel.of(promise.lot()),
                      promise,
                      STAGES,
                      MultipleSampling.Sizes.EQUAL)));
      case ZERO_ACCEPTANCE -> SequentialPlan.given(promise, zeroAcceptance(promise, least));
      case WALD ->
          throw new IllegalArgumentException(
              "design must have an end, which wald does not; use truncated-sequential");
    };
  }

  private static SequentialPlan truncated(Promise promise, int least) {
    SequentialPlan plan = SequentialDesigns.truncated(promise, looks(least));
    return firstLook(plan) >= least
        ? plan
        : SINGLE.plan(promise, least); // a plan that must be longer than it needs has one look
  }

  private static Boundary zeroAcceptance(Promise promise, int least) {
    StagedPlan fewest =
        SingleSampling.zeroAcceptance(
            ErrorModel.of(promise.lot()), promise.unacceptable(), promise.consumerRisk());
    return Curtailment.SEMI.boundary(StagedPlan.single(Math.max(least, fewest.maximum()), 0));
  }

  private static Looks looks(int least) {
    return Looks.from(Math.max(1, least));
  }

  // What is certain before is decided there: the states that end early have not changed by then.
  private static Boundary from(int least, Boundary boundary) {
    return Boundary.of(boundary.rows().stream().filter(row -> row.n() >= least).toList());
  }

  /**
   * Whether decisions are taken at the end of a sample only.
   *
   * @return true for single, double and multiple plans
   */
  public boolean isInStages() {
    return this == SINGLE || this == DOUBLE || this == MULTIPLE;
  }

  /**
   * Whether there is a most number of checks; without one nobody can plan the work on a lot.
   *
   * @return false for {@link #WALD}
   */
  public boolean hasEnd() {
    return this != WALD;
  }

  private static StagedPlan single(Promise promise) {
    return single(promise, 1);
  }

  private static StagedPlan single(Promise promise, int least) {
    return SingleSampling.smallest(promise, least).orElseThrow(); // all of a lot always is one
  }
}
