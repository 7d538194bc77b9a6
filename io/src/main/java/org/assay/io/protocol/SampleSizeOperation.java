package org.assay.io.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.assay.drift.DriftSize;
import org.assay.interval.ProportionInterval;
import org.assay.plan.SampleSize;
import org.assay.size.BoundSize;
import org.assay.size.KappaSize;
import org.assay.size.PrecisionSize;
import tools.jackson.databind.JsonNode;

/** The {@code sampleSize} operation: how many items a question needs. */
final class SampleSizeOperation {
  private static final Map<String, Function<Params, SampleSize>> QUESTIONS =
      Map.of(
          "precision", SampleSizeOperation::precision,
          "bound", SampleSizeOperation::bound,
          "kappa", SampleSizeOperation::kappa,
          "kappaPrecision", SampleSizeOperation::kappaPrecision,
          "drift", SampleSizeOperation::drift);

  private static final Map<String, ProportionInterval> METHODS = methods();

  static final Operation<Operation.NoInput, Params, SampleSize> OPERATION =
      new Operation<>(
          "sampleSize",
          Operation.NoInput.class,
          Params.class,
          SampleSize.class,
          (none, params) -> Choice.of("params.for", params.what(), QUESTIONS).apply(params));

  private SampleSizeOperation() {}

  /**
   * The question.
   *
   * @param what precision, bound, kappa, kappaPrecision or drift
   * @param method of precision: an interval or hypergeometric; of kappa: goodnessOfFit (default) or
   *     delta
   * @param rate expected error rate, of precision
   * @param halfWidth largest half-width, of precision
   * @param confidence of precision and bound, 0.95 when left out
   * @param populationSize items in the lot, of precision and bound
   * @param atMost limit to show, of bound
   * @param strict whether below and not at the limit, of bound; false when left out
   * @param expectedErrors in the sample, of bound
   * @param expectedRate in its place
   * @param distribution of bound: hypergeometric (default with populationSize), binomial or poisson
   * @param kappa0 tested value, of kappa
   * @param kappa1 true value, of kappa
   * @param kappa expected value, of kappaPrecision
   * @param lower limit wanted, of kappaPrecision
   * @param marginals shares of the grades; of delta one such list a rater
   * @param raters number of raters, 2 when left out
   * @param power of kappa, 0.8 when left out
   * @param significance of kappa and kappaPrecision, 0.05 when left out
   * @param sided 1 or 2, of delta; 2 when left out
   * @param from usual rate, of drift
   * @param to rate to notice, of drift
   * @param delay periods, of drift
   * @param falseAlarmRate false signals per period, of drift
   */
  record Params(
      @JsonProperty("for") String what,
      String method,
      Double rate,
      Double halfWidth,
      Double confidence,
      Long populationSize,
      Double atMost,
      Boolean strict,
      Long expectedErrors,
      Double expectedRate,
      String distribution,
      Double kappa0,
      Double kappa1,
      Double kappa,
      Double lower,
      JsonNode marginals,
      Integer raters,
      Double power,
      Double significance,
      Integer sided,
      Double from,
      Double to,
      Double delay,
      Double falseAlarmRate) {
    Params {
      confidence = confidence == null ? 0.95 : confidence;
      strict = strict != null && strict;
      raters = raters == null ? 2 : raters;
      power = power == null ? 0.8 : power;
      significance = significance == null ? 0.05 : significance;
      sided = sided == null ? 2 : sided;
    }
  }

  private static SampleSize precision(Params p) {
    double rate = Given.required("params.rate", p.rate());
    double halfWidth = Given.required("params.halfWidth", p.halfWidth());
    if ("hypergeometric".equals(p.method())) {
      long lot = Given.required("params.populationSize", p.populationSize());
      return PrecisionSize.inLot(rate, halfWidth, Given.confidence(p.confidence()), lot);
    }
    String method = p.method() == null ? ProportionInterval.CLOPPER_PEARSON.word() : p.method();
    ProportionInterval interval = Choice.of("params.method", method, METHODS);
    return p.populationSize() == null
        ? PrecisionSize.of(interval, rate, halfWidth, Given.confidence(p.confidence()))
        : PrecisionSize.of(
            interval, rate, halfWidth, Given.confidence(p.confidence()), p.populationSize());
  }

  private static SampleSize bound(Params p) {
    var size =
        new BoundSize(
            PlanParams.model(p.distribution(), p.populationSize()),
            Given.required("params.atMost", p.atMost()),
            p.strict(),
            Given.confidence(p.confidence()));
    if (p.expectedErrors() != null && p.expectedRate() != null) {
      throw new FieldException(
          "params.expectedRate", "expectedRate must not be given together with expectedErrors");
    }
    return p.expectedRate() == null
        ? size.forErrors(p.expectedErrors() == null ? 0 : p.expectedErrors())
        : size.forRate(p.expectedRate());
  }

  private static SampleSize kappa(Params p) {
    double kappa0 = Given.required("params.kappa0", p.kappa0());
    double kappa1 = Given.required("params.kappa1", p.kappa1());
    String method = p.method() == null ? "goodnessOfFit" : p.method();
    boolean delta =
        Choice.of("params.method", method, Map.of("goodnessOfFit", false, "delta", true));
    if (!delta) {
      return KappaSize.goodnessOfFit(
          kappa0, kappa1, shares(p.marginals()), p.raters(), p.power(), p.significance());
    }
    return KappaSize.delta(
        kappa0, kappa1, shares(p, 0), shares(p, 1), p.power(), p.significance(), p.sided());
  }

  private static SampleSize kappaPrecision(Params p) {
    return KappaSize.precision(
        Given.required("params.kappa", p.kappa()),
        Given.required("params.lower", p.lower()),
        shares(p.marginals()),
        p.raters(),
        p.significance());
  }

  private static SampleSize drift(Params p) {
    return DriftSize.checksPerPeriod(
        Given.required("params.from", p.from()),
        Given.required("params.to", p.to()),
        Given.required("params.delay", p.delay()),
        Given.required("params.falseAlarmRate", p.falseAlarmRate()));
  }

  private static List<Double> shares(JsonNode marginals) {
    Given.required("params.marginals", marginals);
    if (!marginals.isArray()
        || !StreamSupport.stream(marginals.spliterator(), false).allMatch(JsonNode::isNumber)) {
      throw new FieldException("params.marginals", "marginals must be a list of numbers");
    }
    return StreamSupport.stream(marginals.spliterator(), false).map(JsonNode::doubleValue).toList();
  }

  private static List<Double> shares(Params p, int rater) {
    Given.required("params.marginals", p.marginals());
    if (!p.marginals().isArray() || p.marginals().size() != 2) {
      throw new FieldException(
          "params.marginals", "marginals must be two lists of shares, one a rater, for delta");
    }
    return shares(p.marginals().get(rater));
  }

  private static Map<String, ProportionInterval> methods() {
    var methods = new HashMap<String, ProportionInterval>();
    for (ProportionInterval method : ProportionInterval.values()) {
      methods.put(method.word(), method);
    }
    return Map.copyOf(methods);
  }
}
