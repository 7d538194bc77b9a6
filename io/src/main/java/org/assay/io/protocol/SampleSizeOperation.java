package org.assay.io.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.StreamSupport;
import org.assay.drift.DriftSize;
import org.assay.interval.ProportionInterval;
import org.assay.io.schema.Form;
import org.assay.io.schema.Required;
import org.assay.io.schema.Within;
import org.assay.io.schema.Words;
import org.assay.plan.ErrorModel;
import org.assay.plan.SampleSize;
import org.assay.size.BoundSize;
import org.assay.size.KappaSize;
import org.assay.size.PrecisionSize;
import tools.jackson.databind.JsonNode;

/** Op {@code sampleSize}: how many items a question needs. */
final class SampleSizeOperation {
  static final Operation<Operation.NoInput, Params, Result> OPERATION =
      new Operation<>(
          "sampleSize",
          Operation.NoInput.class,
          Params.class,
          Result.class,
          (none, params) -> Result.of(size(params)));

  private SampleSizeOperation() {}

  /** What a size is asked for. */
  private enum Question {
    /** An interval that is short enough. */
    PRECISION,
    /** An upper limit that is low enough. */
    BOUND,
    /** Power of a test of kappa. */
    KAPPA,
    /** A lower limit of kappa that is high enough. */
    KAPPA_PRECISION,
    /** Checks per period that notice a change in time. */
    DRIFT
  }

  /** Ways to find a size for a precision or a kappa. */
  private enum Method {
    /** Of precision: normal approximation. */
    WALD(ProportionInterval.WALD),
    /** Of precision: Wilson's score interval. */
    WILSON(ProportionInterval.WILSON),
    /** Of precision: Wilson's with continuity correction. */
    WILSON_CC(ProportionInterval.WILSON_CC),
    /** Of precision: exact. */
    CLOPPER_PEARSON(ProportionInterval.CLOPPER_PEARSON),
    /** Of precision: Bayes interval under Jeffreys' prior. */
    JEFFREYS(ProportionInterval.JEFFREYS),
    /** Of precision: Wald's formula with z² checks added. */
    AGRESTI_COULL(ProportionInterval.AGRESTI_COULL),
    /** Of precision: mid-p. */
    MID_P(ProportionInterval.MID_P),
    /** Of precision: Blaker's exact interval. */
    BLAKER(ProportionInterval.BLAKER),
    /** Of precision: exact in a lot of populationSize items. */
    HYPERGEOMETRIC(null),
    /** Of kappa: Donner and Eliasziw's test. */
    GOODNESS_OF_FIT(null),
    /** Of kappa: Cantor's and Flack's, by the large-sample standard error. */
    DELTA(null);

    private final ProportionInterval interval;

    Method(ProportionInterval interval) {
      this.interval = interval;
    }
  }

  /**
   * The question; which parameters it takes, each of them says.
   *
   * @param what the question
   * @param method way to find the size; of precision clopperPearson when left out, of kappa
   *     goodnessOfFit
   * @param rate expected error rate in [0, 1]; of precision
   * @param halfWidth largest half-width of the interval, as a rate; of precision
   * @param confidence probability with which limits hold; of precision and bound, 0.95 when left
   *     out
   * @param populationSize items in the lot; of precision and bound
   * @param atMost limit to show, as a rate; of bound
   * @param strict whether below and not at the limit; of bound, false when left out
   * @param expectedErrors errors expected in the sample; of bound
   * @param expectedRate error rate expected in the sample, instead of expectedErrors; of bound
   * @param distribution how errors are distributed; of bound, hypergeometric when left out with
   *     populationSize, binomial without
   * @param kappa0 tested value; of kappa
   * @param kappa1 true value; of kappa
   * @param kappa expected value; of kappaPrecision
   * @param lower lower limit wanted; of kappaPrecision
   * @param marginals shares of the grades, with a sum of 1; of delta one such list per rater
   * @param raters number of raters; 2 when left out
   * @param power chance of a significant test at kappa1, in (0, 1); of kappa, 0.8 when left out
   * @param significance chance of a significant test at kappa0, in (0, 1); of kappa and
   *     kappaPrecision, 0.05 when left out
   * @param sided sides of the test, 1 or 2; of delta, 2 when left out
   * @param from usual error rate; of drift
   * @param to error rate to notice; of drift
   * @param delay periods in which it is to be noticed; of drift
   * @param falseAlarmRate false signals per period; of drift
   */
  record Params(
      @Required @JsonProperty("for") Question what,
      Method method,
      Double rate,
      Double halfWidth,
      @Within("(0, 1)") Double confidence,
      Long populationSize,
      Double atMost,
      Boolean strict,
      Long expectedErrors,
      Double expectedRate,
      ErrorModel.Kind distribution,
      Double kappa0,
      Double kappa1,
      Double kappa,
      Double lower,
      @Form(Forms.MARGINALS) JsonNode marginals,
      Integer raters,
      Double power,
      Double significance,
      @Within("[1, 2]") Integer sided,
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

  /**
   * The answer.
   *
   * @param n items to check; of drift per period
   * @param achieved what was asked for, as it comes out: half-width, limit, power or delay
   */
  record Result(long n, double achieved) {
    static Result of(SampleSize size) {
      return new Result(size.n(), size.achieved());
    }
  }

  private static SampleSize size(Params p) {
    return switch (p.what()) {
      case PRECISION -> precision(p);
      case BOUND -> bound(p);
      case KAPPA -> kappa(p);
      case KAPPA_PRECISION -> kappaPrecision(p);
      case DRIFT -> drift(p);
    };
  }

  private static SampleSize precision(Params p) {
    double rate = Given.required("params.rate", p.rate());
    double halfWidth = Given.required("params.halfWidth", p.halfWidth());
    if (p.method() == Method.HYPERGEOMETRIC) {
      long lot = Given.required("params.populationSize", p.populationSize());
      return PrecisionSize.inLot(rate, halfWidth, p.confidence(), lot);
    }
    Method method = p.method() == null ? Method.CLOPPER_PEARSON : p.method();
    if (method.interval == null) {
      throw new FieldException(
          "params.method", "method " + Words.of(method) + " is for kappa only");
    }
    return p.populationSize() == null
        ? PrecisionSize.of(method.interval, rate, halfWidth, p.confidence())
        : PrecisionSize.of(method.interval, rate, halfWidth, p.confidence(), p.populationSize());
  }

  private static SampleSize bound(Params p) {
    var size =
        new BoundSize(
            PlanParams.model(p.distribution(), p.populationSize()),
            Given.required("params.atMost", p.atMost()),
            p.strict(),
            p.confidence());
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
    Method method = p.method() == null ? Method.GOODNESS_OF_FIT : p.method();
    if (method != Method.GOODNESS_OF_FIT && method != Method.DELTA) {
      throw new FieldException(
          "params.method",
          "method must be goodnessOfFit or delta for kappa, got " + Words.of(method));
    }
    if (method == Method.GOODNESS_OF_FIT) {
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
          "params.marginals", "marginals must be two lists of shares, one per rater, for delta");
    }
    return shares(p.marginals().get(rater));
  }
}
