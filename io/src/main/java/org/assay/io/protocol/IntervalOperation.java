package org.assay.io.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashMap;
import java.util.Map;
import org.assay.interval.FiniteLotBound;
import org.assay.interval.PoissonInterval;
import org.assay.interval.ProportionInterval;
import org.assay.interval.Sides;
import org.assay.result.Interval;

/** The {@code interval} operation: limits for an error rate. */
final class IntervalOperation {
  private static final Map<String, Method> METHODS = methods();

  static final Operation<Input, Params, Result> OPERATION =
      new Operation<>(
          "interval", Input.class, Params.class, Result.class, IntervalOperation::limits);

  private IntervalOperation() {}

  private interface Method {
    Result limits(Input input, double confidence, Sides sides);
  }

  /**
   * What was found.
   *
   * @param errors errors, at least 0
   * @param checked checks; may be left out for poisson
   * @param populationSize items in the lot; needed for hypergeometric, and only there
   */
  record Input(Long errors, Long checked, Long populationSize) {}

  /**
   * How.
   *
   * @param method wald, wilson, wilsonCc, clopperPearson (default), jeffreys, agrestiCoull, midP,
   *     blaker, hypergeometric or poisson
   * @param confidence 0.95 when left out
   * @param sides two (default), upper or lower
   */
  record Params(String method, Double confidence, String sides) {
    Params {
      method = method == null ? ProportionInterval.CLOPPER_PEARSON.word() : method;
      confidence = confidence == null ? 0.95 : confidence;
    }
  }

  /**
   * The limits.
   *
   * @param estimate errors / checked, or the errors where nothing says how many were checked
   * @param lower limit
   * @param upper limit; left out where a one-sided Poisson limit has none
   * @param lowerCount defective items in the lot, at least
   * @param upperCount defective items in the lot, at most
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Result(double estimate, double lower, Double upper, Long lowerCount, Long upperCount) {}

  private static Result limits(Input input, Params params) {
    Method method = Choice.of("params.method", params.method(), METHODS);
    Given.required("input.errors", input.errors());
    if (input.populationSize() != null && !params.method().equals("hypergeometric")) {
      throw new FieldException(
          "input.populationSize", "populationSize is for method hypergeometric only");
    }
    return method.limits(
        input,
        Given.confidence(params.confidence()),
        Choice.of("params.sides", params.sides(), Sides.class, Sides.TWO));
  }

  private static Map<String, Method> methods() {
    var methods = new HashMap<String, Method>();
    for (ProportionInterval method : ProportionInterval.values()) {
      methods.put(
          method.word(),
          (input, confidence, sides) ->
              rate(input, method.of(input.errors(), checked(input), confidence, sides)));
    }
    methods.put("poisson", IntervalOperation::poisson);
    methods.put("hypergeometric", IntervalOperation::lot);
    return Map.copyOf(methods);
  }

  private static long checked(Input input) {
    long checked = Given.required("input.checked", input.checked());
    if (checked < 1) { // the estimate of the answer is a number
      throw new IllegalArgumentException("checked must be >= 1, got " + checked);
    }
    return checked;
  }

  private static Result rate(Input input, Interval limits) {
    return new Result(
        (double) input.errors() / input.checked(), limits.lower(), limits.upper(), null, null);
  }

  private static Result poisson(Input input, double confidence, Sides sides) {
    long unit = input.checked() == null ? 1 : input.checked();
    Interval limits = PoissonInterval.ofRate(input.errors(), unit, confidence, sides);
    return new Result(
        (double) input.errors() / unit,
        limits.lower(),
        sides == Sides.LOWER ? null : limits.upper(),
        null,
        null);
  }

  private static Result lot(Input input, double confidence, Sides sides) {
    long lot = Given.required("input.populationSize", input.populationSize());
    FiniteLotBound counts =
        FiniteLotBound.of(input.errors(), checked(input), lot, confidence, sides);
    Result rate = rate(input, counts.asRate());
    return new Result(
        rate.estimate(), rate.lower(), rate.upper(), counts.lowerCount(), counts.upperCount());
  }
}
