package org.assay.io.plan;

import java.util.Locale;
import java.util.stream.IntStream;
import org.assay.plan.AlwaysValid;
import org.assay.plan.Boundary;
import org.assay.plan.Curtailment;
import org.assay.plan.DoubleSampling;
import org.assay.plan.EProcess;
import org.assay.plan.ErrorModel;
import org.assay.plan.Looks;
import org.assay.plan.MultipleSampling;
import org.assay.plan.Promise;
import org.assay.plan.SequentialDesigns;
import org.assay.plan.SequentialPlan;
import org.assay.plan.SingleSampling;
import org.assay.plan.StagedPlan;

/** The kinds of plan a lot can get. All but the last keep both promised risks exactly. */
public enum Design {
  /** Looks at every check and ends near the single plan's size. */
  TRUNCATED,
  /** Fewest checks on average, no set maximum. */
  CALIBRATED,
  /** Two e-processes: may be looked at, paused and stopped at will; has a bound at any time. */
  ALWAYS_VALID,
  /** A fixed number of checks, decided at its end. */
  SINGLE,
  /** The single plan, stopped as soon as its decision is certain. */
  CURTAILED,
  /** Two samples, the second one only when the first does not decide. */
  DOUBLE,
  /** Up to five samples of the same size, each only when those before do not decide. */
  MULTIPLE,
  /** Fewest checks without an error, stopped at the first one. Keeps the consumer's risk only. */
  ZERO_ACCEPTANCE;

  /** From here on the search for a plan that looks at every check takes too long to wait for. */
  static final long LONGEST_SEQUENTIAL = 20_000;

  /** The same for the search of a double plan. */
  static final long LONGEST_DOUBLE = 400;

  /** The same for the search of a multiple plan, in errors at which the single plan accepts. */
  static final long MOST_ERRORS_OF_MULTIPLE = 30;

  private static final int STAGES = 5;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * A plan with the design it was made by.
   *
   * @param design the one asked for, or the one that stands in for it
   * @param plan keeps the promise, and decides nothing before the least number of checks
   */
  record Made(Design design, SequentialPlan plan) {}

  /**
   * Makes a plan that decides nothing before so many checks.
   *
   * <p>A plan of stages whose first one is smaller gives way to the curtailed single plan. Of a
   * plan without acceptable errors only the acceptance waits: it stops at the first error, and that
   * shows nothing about a limit.
   *
   * @param promise risks to keep
   * @param least checks before which nothing is decided, in [1, the lot]
   * @return the plan
   */
  Made make(Promise promise, int least) {
    Design design = feasible(promise);
    SequentialPlan plan = design.plan(promise, least);
    return design == ZERO_ACCEPTANCE || firstLook(plan) >= least
        ? new Made(design, plan)
        : new Made(CURTAILED, CURTAILED.plan(promise, least));
  }

  private static int firstLook(SequentialPlan plan) {
    return plan.boundary().rows().get(0).n();
  }

  /** The design that is really used: one that is too long to search gives way to the single one. */
  private Design feasible(Promise promise) {
    return switch (this) {
      case TRUNCATED, ALWAYS_VALID ->
          single(promise).maximum() > LONGEST_SEQUENTIAL ? CURTAILED : this;
      case DOUBLE -> single(promise).maximum() > LONGEST_DOUBLE ? CURTAILED : this;
      case MULTIPLE ->
          single(promise).acceptanceNumbers().get(0) > MOST_ERRORS_OF_MULTIPLE ? CURTAILED : this;
      case CALIBRATED, SINGLE, CURTAILED, ZERO_ACCEPTANCE -> this;
    };
  }

  /** The plan, with looks from so many checks on where the design has any between its stages. */
  SequentialPlan plan(Promise promise, int least) {
    return switch (this) {
      case TRUNCATED -> truncated(promise, least);
      case CALIBRATED -> SequentialDesigns.calibrated(promise, looks(promise, least));
      case ALWAYS_VALID -> AlwaysValid.plan(promise, evidence(promise), looks(promise, least));
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
      case ZERO_ACCEPTANCE ->
          SequentialPlan.given(
              promise,
              Curtailment.SEMI.boundary(
                  StagedPlan.single(
                      Math.max(
                          least,
                          SingleSampling.zeroAcceptance(
                                  ErrorModel.of(promise.lot()),
                                  promise.unacceptable(),
                                  promise.consumerRisk())
                              .maximum()),
                      0)));
    };
  }

  private static SequentialPlan truncated(Promise promise, int least) {
    SequentialPlan plan = SequentialDesigns.truncated(promise, looks(promise, least));
    return firstLook(plan) >= least
        ? plan
        : SINGLE.plan(promise, least); // a plan that must be longer than it needs has one look
  }

  private static Looks looks(Promise promise, int least) {
    return least <= 1
        ? Looks.EVERY_CHECK
        : Looks.at(IntStream.rangeClosed(least, (int) promise.lot().size()).boxed().toList());
  }

  // What is certain before is decided there: the states that end early have not changed by then.
  private static Boundary from(int least, Boundary boundary) {
    return Boundary.of(boundary.rows().stream().filter(row -> row.n() >= least).toList());
  }

  /** Whether decisions are taken at the end of a sample only. */
  boolean isInStages() {
    return this == SINGLE || this == DOUBLE || this == MULTIPLE;
  }

  /** The evidence for and against a lot that may be looked at at any time, whatever the design. */
  static EProcess evidence(Promise promise) {
    return EProcess.likelihoodRatio(promise);
  }

  private static StagedPlan single(Promise promise) {
    return single(promise, 1);
  }

  private static StagedPlan single(Promise promise, int least) {
    return SingleSampling.smallest(promise, least).orElseThrow(); // all of a lot always is one
  }
}
