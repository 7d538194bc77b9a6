package org.assay.io.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.assay.interval.FiniteLotBound;
import org.assay.interval.PoissonInterval;
import org.assay.interval.ProportionInterval;
import org.assay.interval.ProportionInterval.Sides;
import org.assay.io.schema.Required;
import org.assay.io.schema.Within;
import org.assay.result.Interval;

/** Op {@code interval}: limits for an error rate. */
final class IntervalOperation {
  static final Operation<Input, Params, Result> OPERATION =
      new Operation<>(
          "interval", Input.class, Params.class, Result.class, IntervalOperation::limits);

  private IntervalOperation() {}

  /** Ways to find limits. */
  private enum Method {
    /** Normal approximation around the observed rate. */
    WALD(ProportionInterval.WALD),
    /** Wilson's score interval. */
    WILSON(ProportionInterval.WILSON),
    /** Wilson's score interval with Newcombe's continuity correction. */
    WILSON_CC(ProportionInterval.WILSON_CC),
    /** Exact: coverage is never below the confidence. */
    CLOPPER_PEARSON(ProportionInterval.CLOPPER_PEARSON),
    /** Equal-tailed Bayes interval under Jeffreys' prior. */
    JEFFREYS(ProportionInterval.JEFFREYS),
    /** Wald's formula with z² checks added. */
    AGRESTI_COULL(ProportionInterval.AGRESTI_COULL),
    /** Clopper-Pearson with half the probability of what was seen. */
    MID_P(ProportionInterval.MID_P),
    /** Exact and never longer than Clopper-Pearson; two-sided only. */
    BLAKER(ProportionInterval.BLAKER),
    /** Exact in a lot of populationSize items. */
    HYPERGEOMETRIC(null),
    /** Exact for counts, or for rates when checked is given. */
    POISSON(null);

    private final ProportionInterval binomial;

    Method(ProportionInterval binomial) {
      this.binomial = binomial;
    }
  }

  /**
   * What was found.
   *
   * @param errors errors found
   * @param checked checks made; may be left out for poisson
   * @param populationSize items in the lot; needed for hypergeometric, and only there
   */
  record Input(@Required @Within("[0, )") Long errors, Long checked, Long populationSize) {}

  /**
   * How the limits are found.
   *
   * @param method way to find the limits; clopperPearson when left out
   * @param confidence probability with which the limits hold; 0.95 when left out
   * @param sides which limits; two when left out
   */
  record Params(Method method, @Within("(0, 1)") Double confidence, Sides sides) {
    Params {
      method = method == null ? Method.CLOPPER_PEARSON : method;
      confidence = confidence == null ? 0.95 : confidence;
      sides = sides == null ? Sides.TWO : sides;
    }
  }

  /**
   * The limits.
   *
   * @param estimate errors / checked, or the errors where nothing says how many were checked
   * @param lower lower limit, of a rate in [0, 1]
   * @param upper upper limit; left out where a one-sided Poisson limit has none
   * @param lowerCount fewest defective items in the lot; of hypergeometric
   * @param upperCount most defective items in the lot; of hypergeometric
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Result(double estimate, double lower, Double upper, Long lowerCount, Long upperCount) {}

  private static Result limits(Input input, Params params) {
    Method method = params.method();
    if (input.populationSize() != null && method != Method.HYPERGEOMETRIC) {
      throw new FieldException(
          "input.populationSize", "populationSize is for method hypergeometric only");
    }
    double confidence = params.confidence();
    Sides sides = params.sides();
    return switch (method) {
      case POISSON -> poisson(input, confidence, sides);
      case HYPERGEOMETRIC -> lot(input, confidence, sides);
      default -> rate(input, method.binomial.of(input.errors(), checked(input), confidence, sides));
    };
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
