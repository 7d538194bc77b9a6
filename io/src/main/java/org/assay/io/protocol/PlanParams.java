package org.assay.io.protocol;

import java.util.List;
import java.util.Locale;
import org.assay.io.schema.Required;
import org.assay.io.schema.Within;
import org.assay.plan.Design;
import org.assay.plan.ErrorModel;
import org.assay.plan.Lot;
import org.assay.plan.Promise;
import org.assay.plan.StagedPlan.Curtailment;

/**
 * Parameters of the {@code plan} operation.
 *
 * @param design the design
 * @param distribution how errors are distributed; hypergeometric when left out with lotSize,
 *     binomial without
 * @param lotSize items in the lot
 * @param acceptable rate at which a lot should pass; in a lot the nearest number of items, halves
 *     to even
 * @param unacceptable rate at which a lot should fail, likewise
 * @param acceptableCount the acceptable rate as defective items of a lot
 * @param unacceptableCount the unacceptable rate as defective items of a lot
 * @param producerRisk chance of rejecting an acceptable lot, in (0, 1)
 * @param consumerRisk chance of accepting an unacceptable one, in (0, 1)
 * @param rates error rates at which to give the curve; none when left out
 * @param checks numbers of checks at which to give the boundary of design wald
 * @param curtailment when design curtailed stops; full when left out
 * @param maximum most checks; of designs truncatedSequential and optimal
 * @param every checks from one look of a sequential design to the next; 1 when left out
 * @param looks numbers of checks after which a sequential design is looked at; instead of every
 * @param test test of design sequential; likelihoodRatio when left out
 * @param evidence evidence of design alwaysValid; likelihoodRatio when left out
 * @param shapes both shapes of the beta mixture; [0.5, 50] when left out
 * @param objective what design optimal makes small; mean when left out
 * @param weights rates whose expected cost counts, for objective mean; when left out alike at half
 *     the acceptable rate, the acceptable one, the middle of both and the unacceptable one
 * @param errorCost cost of a check that finds an error when others cost 1, for objective mean; 1
 *     when left out
 */
record PlanParams(
    @Required Design design,
    ErrorModel.Kind distribution,
    Long lotSize,
    Double acceptable,
    Double unacceptable,
    Long acceptableCount,
    Long unacceptableCount,
    Double producerRisk,
    Double consumerRisk,
    List<Double> rates,
    List<Long> checks,
    Curtailment curtailment,
    Integer maximum,
    Integer every,
    List<Integer> looks,
    Test test,
    Evidence evidence,
    @Within("[2, 2]") List<Double> shapes,
    Objective objective,
    List<Weight> weights,
    Double errorCost) {
  /**
   * A rate whose expected cost counts.
   *
   * @param rate error rate
   * @param weight relative weight; 1 when left out
   */
  record Weight(@Required Double rate, Double weight) {}

  /** Tests of design sequential. */
  enum Test {
    /** Wald's likelihood ratio. */
    LIKELIHOOD_RATIO,
    /** Lorden's 2-SPRT, with fewer checks between the two rates. */
    TWO_SPRT
  }

  /** Evidence of design alwaysValid. */
  enum Evidence {
    /** Likelihood ratios at the two rates. */
    LIKELIHOOD_RATIO,
    /** Mixtures of likelihood ratios over a beta distribution. */
    BETA_MIXTURE
  }

  /** What design optimal makes small. */
  enum Objective {
    /** The expected cost over the weights. */
    MEAN,
    /** The expected checks at the worst rate. */
    MINIMAX
  }

  PlanParams {
    rates = rates == null ? List.of() : List.copyOf(rates);
    checks = checks == null ? List.of() : List.copyOf(checks);
    curtailment = curtailment == null ? Curtailment.FULL : curtailment;
    test = test == null ? Test.LIKELIHOOD_RATIO : test;
    evidence = evidence == null ? Evidence.LIKELIHOOD_RATIO : evidence;
    objective = objective == null ? Objective.MEAN : objective;
  }

  /** How errors are distributed. */
  ErrorModel model() {
    return model(distribution, lotSize);
  }

  /** How errors are distributed, for the operations that take a distribution and a lot. */
  static ErrorModel model(ErrorModel.Kind distribution, Long lotSize) {
    ErrorModel.Kind kind =
        distribution == null
            ? lotSize == null ? ErrorModel.Kind.BINOMIAL : ErrorModel.Kind.HYPERGEOMETRIC
            : distribution;
    if (kind == ErrorModel.Kind.HYPERGEOMETRIC) {
      Given.required("params.lotSize", lotSize);
    }
    return new ErrorModel(kind, lotSize == null ? 0 : lotSize);
  }

  /** Both qualities and risks. */
  Promise promise() {
    if (acceptable != null && unacceptable != null && acceptable >= unacceptable) {
      throw new FieldException(
          "params.acceptable",
          "acceptable must be below unacceptable (" + unacceptable + "), got " + acceptable);
    }
    double good = quality("acceptable", acceptable, acceptableCount);
    double bad = quality("unacceptable", unacceptable, unacceptableCount);
    if (acceptable != null && unacceptable != null && good >= bad) {
      throw new FieldException(
          "params.unacceptable",
          String.format(
              Locale.ROOT,
              "unacceptable must be more of the %d items than acceptable, to the nearest item, got"
                  + " %s, %.0f as well",
              lotSize,
              unacceptable,
              bad));
    }
    return new Promise(
        model().kind() == ErrorModel.Kind.HYPERGEOMETRIC ? Lot.of(lotSize) : Lot.UNLIMITED,
        good,
        bad,
        Given.required("params.producerRisk", producerRisk),
        Given.required("params.consumerRisk", consumerRisk));
  }

  /** The quality to rule out. */
  double unacceptableQuality() {
    return quality("unacceptable", unacceptable, unacceptableCount);
  }

  private double quality(String name, Double rate, Long count) {
    String countName = name + "Count";
    if (rate != null && count != null) {
      throw new FieldException(
          "params." + countName, countName + " must not be given together with " + name);
    }
    if (count == null) {
      return model().quality(Given.required("params." + name, rate));
    }
    if (model().kind() != ErrorModel.Kind.HYPERGEOMETRIC) {
      throw new FieldException(
          "params." + countName, countName + " is for distribution hypergeometric only");
    }
    return count;
  }
}
