package org.assay.io.protocol;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assay.plan.ErrorModel;
import org.assay.plan.Lot;
import org.assay.plan.Promise;

/**
 * Parameters of the {@code plan} operation.
 *
 * @param design one of the designs
 * @param distribution hypergeometric (default with lotSize), binomial (default without) or poisson
 * @param lotSize items in the lot
 * @param acceptable rate at which a lot should pass; in a lot the nearest number of items, halves
 *     to even
 * @param unacceptable rate at which a lot should fail, likewise
 * @param acceptableCount the same as defective items of a lot
 * @param unacceptableCount the same as defective items of a lot
 * @param producerRisk chance of rejecting an acceptable lot
 * @param consumerRisk chance of accepting an unacceptable one
 * @param rates where to give the curve
 * @param checks numbers of checks at which to give the boundary of a design that has no end
 * @param curtailment full (default) or semi, of a curtailed design
 * @param maximum most checks of a truncatedSequential or optimal design
 * @param every a sequential design is looked at after each so many checks, 1 when left out
 * @param looks it is looked at after these numbers of checks, instead of every
 * @param test likelihoodRatio (default) or twoSprt, of design sequential
 * @param evidence likelihoodRatio (default) or betaMixture, of design alwaysValid
 * @param shapes both shapes of the beta mixture, [0.5, 50] when left out
 * @param objective mean (default) or minimax, of design optimal
 * @param weights rates whose expected cost counts, for objective mean; when left out alike at half
 *     the acceptable rate, the acceptable one, the middle of both and the unacceptable one
 * @param errorCost cost of a check that finds an error when others cost 1, for objective mean
 */
record PlanParams(
    String design,
    String distribution,
    Long lotSize,
    Double acceptable,
    Double unacceptable,
    Long acceptableCount,
    Long unacceptableCount,
    Double producerRisk,
    Double consumerRisk,
    List<Double> rates,
    List<Long> checks,
    String curtailment,
    Integer maximum,
    Integer every,
    List<Integer> looks,
    String test,
    String evidence,
    List<Double> shapes,
    String objective,
    List<Weight> weights,
    Double errorCost) {
  /**
   * A rate whose expected cost counts.
   *
   * @param rate error rate
   * @param weight relative weight, 1 when left out
   */
  record Weight(Double rate, Double weight) {}

  PlanParams {
    rates = rates == null ? List.of() : List.copyOf(rates);
    checks = checks == null ? List.of() : List.copyOf(checks);
  }

  private static final Map<String, ErrorModel.Kind> KINDS =
      Map.of(
          "hypergeometric", ErrorModel.Kind.HYPERGEOMETRIC,
          "binomial", ErrorModel.Kind.BINOMIAL,
          "poisson", ErrorModel.Kind.POISSON);

  /** How errors are distributed. */
  ErrorModel model() {
    return model(distribution, lotSize);
  }

  /** How errors are distributed, for the operations that take a distribution and a lot. */
  static ErrorModel model(String distribution, Long lotSize) {
    ErrorModel.Kind kind =
        distribution == null
            ? lotSize == null ? ErrorModel.Kind.BINOMIAL : ErrorModel.Kind.HYPERGEOMETRIC
            : Choice.of("params.distribution", distribution, KINDS);
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
