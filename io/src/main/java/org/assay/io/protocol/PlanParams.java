package org.assay.io.protocol;

import java.util.List;
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
 * @param acceptable rate at which a lot should pass
 * @param unacceptable rate at which a lot should fail
 * @param acceptableCount the same as defective items of a lot
 * @param unacceptableCount the same as defective items of a lot
 * @param producerRisk chance of rejecting an acceptable lot
 * @param consumerRisk chance of accepting an unacceptable one
 * @param rates where to give the curve
 * @param checks numbers of checks at which to give the boundary of a design that has no end
 * @param curtailment full (default) or semi, of a curtailed design
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
    String curtailment) {
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
    return new Promise(
        model().kind() == ErrorModel.Kind.HYPERGEOMETRIC ? Lot.of(lotSize) : Lot.UNLIMITED,
        quality("acceptable", acceptable, acceptableCount),
        quality("unacceptable", unacceptable, unacceptableCount),
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
