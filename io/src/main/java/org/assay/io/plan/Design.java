package org.assay.io.plan;

import java.util.Locale;
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

  /** The design that is really used: one that is too long to search gives way to the single one. */
  Design feasible(Promise promise) {
    return switch (this) {
      case TRUNCATED, ALWAYS_VALID ->
          single(promise).maximum() > LONGEST_SEQUENTIAL ? CURTAILED : this;
      case DOUBLE -> single(promise).maximum() > LONGEST_DOUBLE ? CURTAILED : this;
      case MULTIPLE ->
          single(promise).acceptanceNumbers().get(0) > MOST_ERRORS_OF_MULTIPLE ? CURTAILED : this;
      case CALIBRATED, SINGLE, CURTAILED, ZERO_ACCEPTANCE -> this;
    };
  }

  SequentialPlan plan(Promise promise) {
    return switch (this) {
      case TRUNCATED -> SequentialDesigns.truncated(promise, Looks.EVERY_CHECK);
      case CALIBRATED -> SequentialDesigns.calibrated(promise, Looks.EVERY_CHECK);
      case ALWAYS_VALID -> AlwaysValid.plan(promise, evidence(promise), Looks.EVERY_CHECK);
      case SINGLE -> SequentialPlan.given(promise, Boundary.of(single(promise)));
      case CURTAILED -> SequentialPlan.given(promise, Curtailment.FULL.boundary(single(promise)));
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
                  SingleSampling.zeroAcceptance(
                      ErrorModel.of(promise.lot()),
                      promise.unacceptable(),
                      promise.consumerRisk())));
    };
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
    return SingleSampling.smallest(promise).orElseThrow(); // a lot always has one: all of it
  }
}
