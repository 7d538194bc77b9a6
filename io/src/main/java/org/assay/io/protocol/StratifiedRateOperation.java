package org.assay.io.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.assay.estimate.DesignRate;
import org.assay.estimate.DesignSample;
import org.assay.estimate.DesignSample.Part;
import org.assay.interval.RateInterval;
import org.assay.io.schema.Required;
import org.assay.io.schema.Within;
import org.assay.result.Interval;
import org.assay.result.Undefined;

/** Op {@code stratifiedRate}: the error rate of a stratified random sample. */
final class StratifiedRateOperation {
  static final Operation<Input, Params, Result> OPERATION =
      new Operation<>(
          "stratifiedRate",
          Input.class,
          Params.class,
          Result.class,
          StratifiedRateOperation::estimate);

  private StratifiedRateOperation() {}

  /** Intervals. */
  private enum Method {
    /** Holds also with few errors; what reports use. */
    WEIGHTED,
    /** Normal quantiles; too short with few errors. */
    NORMAL,
    /** Student's quantiles with checked - strata degrees of freedom; too short with few errors. */
    T,
    /** Korn and Graubard's, by the effective sample size. */
    @JsonProperty("korngraubard")
    KORN_GRAUBARD
  }

  /**
   * The strata.
   *
   * @param strata at least one
   */
  record Input(@Required List<Stratum> strata) {}

  /**
   * One stratum.
   *
   * @param size gradings in it
   * @param checked of them chosen at random and checked, at least 1
   * @param errors errors found among the checked
   */
  record Stratum(@Required Long size, @Required Long checked, @Required Long errors) {}

  /**
   * How the limits are found.
   *
   * @param confidence confidence of the two-sided interval; 0.95 when left out
   * @param interval the interval; weighted when left out
   */
  record Params(@Within("(0, 1)") Double confidence, Method interval) {
    Params {
      confidence = confidence == null ? 0.95 : confidence;
      interval = interval == null ? Method.WEIGHTED : interval;
    }
  }

  /**
   * The rate.
   *
   * @param estimate weighted error rate in [0, 1]
   * @param standardError standard error with finite population correction; null with one check
   * @param lower lower limit in [0, 1]; null when undefined
   * @param upper upper limit in [0, 1]; null when undefined
   * @param effectiveSampleSize rate (1 - rate) / standardError^2, in checks; null at no errors
   * @param undefined why a number is missing; left out when none is
   * @param cautions words for what weakens the answer
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Result(
      double estimate,
      Double standardError,
      Double lower,
      Double upper,
      Double effectiveSampleSize,
      @JsonInclude(JsonInclude.Include.NON_NULL) Undefined undefined,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> cautions) {}

  private static Result estimate(Input input, Params params) {
    if (input.strata().isEmpty()) {
      throw new FieldException("input.strata", "strata must have at least one stratum");
    }
    Method method = params.interval();
    double confidence = params.confidence();
    DesignSample sample = new DesignSample();
    long checked = 0;
    for (int h = 0; h < input.strata().size(); h++) {
      checked += add(sample, h, input.strata().get(h));
    }
    DesignRate rate = sample.rate();
    Double effective = rate.effectiveSampleSize().number();
    boolean defined = rate.standardError().defined();
    if (!defined && method != Method.WEIGHTED) {
      return new Result(
          rate.rate().value(),
          null,
          null,
          null,
          effective,
          Undefined.TOO_FEW_ITEMS,
          cautions(method));
    }
    Interval interval = interval(method, rate, checked, input.strata().size(), confidence);
    return new Result(
        rate.rate().value(),
        defined ? rate.standardError().value() : null,
        interval.lower(),
        interval.upper(),
        effective,
        defined ? null : Undefined.TOO_FEW_ITEMS,
        cautions(method));
  }

  private static List<String> cautions(Method method) {
    return method == Method.WEIGHTED
        ? List.of()
        : List.of(
            "These limits are too short with few errors, or errors in few strata: as few as 19 to"
                + " 44 of 100 nominal 95 % intervals held then. Interval \"weighted\" holds.");
  }

  private static Interval interval(
      Method method, DesignRate rate, long checked, int strata, double confidence) {
    if (method == Method.WEIGHTED) {
      return rate.interval(confidence);
    }
    double r = rate.rate().value();
    double se = rate.standardError().value();
    long degrees = Math.max(1, checked - strata);
    return switch (method) {
      case NORMAL -> RateInterval.normal(r, se, confidence);
      case T -> RateInterval.student(r, se, degrees, confidence);
      default -> RateInterval.kornGraubard(r, se, checked, degrees, confidence);
    };
  }

  private static long add(DesignSample sample, int h, Stratum s) {
    String at = "input.strata[" + h + "]";
    require(at + ".size", "size", 1, Long.MAX_VALUE, s.size());
    require(at + ".checked", "checked", 1, s.size(), s.checked());
    require(at + ".errors", "errors", 0, s.checked(), s.errors());
    double probability = (double) s.checked() / s.size();
    sample.add(h, probability, Part.ERROR, s.errors());
    sample.add(h, probability, Part.CLEAN, s.checked() - s.errors());
    return s.checked();
  }

  private static void require(String field, String name, long from, long to, long x) {
    if (x < from || x > to) {
      throw new FieldException(field, name + " must be in [" + from + ", " + to + "], got " + x);
    }
  }
}
