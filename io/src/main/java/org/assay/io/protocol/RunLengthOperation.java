package org.assay.io.protocol;

import org.assay.drift.CountCusum;
import org.assay.drift.Ewma;
import org.assay.drift.NormalCusum;
import org.assay.io.schema.Required;

/** Op {@code runLength}: run lengths of charts, and limits for a wanted one. */
final class RunLengthOperation {
  static final Operation<Operation.NoInput, Params, Result> OPERATION =
      new Operation<>(
          "runLength",
          Operation.NoInput.class,
          Params.class,
          Result.class,
          (none, params) -> runLength(params));

  private RunLengthOperation() {}

  /** Charts. */
  private enum Kind {
    /** Exponentially weighted moving average of unit normal observations. */
    EWMA,
    /** Cumulative sum of unit normal observations. */
    CUSUM,
    /** Likelihood-ratio CUSUM of single checks. */
    BERNOULLI_CUSUM,
    /** Likelihood-ratio CUSUM of batches of checks. */
    BINOMIAL_CUSUM,
    /** CUSUM of errors per period. */
    POISSON_CUSUM
  }

  /** Limits of an EWMA. */
  private enum Limits {
    /** Those of a point after long, from the beginning. */
    FIXED,
    /** The exact ones of each point. */
    EXACT
  }

  /** Sides. */
  private enum Sides {
    /** Signals above only. */
    ONE,
    /** Signals above and below. */
    TWO
  }

  /** Where the chart stands when the run begins. */
  private enum State {
    /** At its start. */
    ZERO,
    /** Where it is after long without a signal; for ewma, and for cusum with one side. */
    STEADY
  }

  /**
   * Which chart, and what happens.
   *
   * @param kind the chart
   * @param lambda weight of the newest observation, for ewma
   * @param reference what is no evidence, for cusum in standard deviations, for poissonCusum in
   *     errors
   * @param limit of ewma in standard deviations of the average, of cusum in those of an
   *     observation, of bernoulliCusum and binomialCusum the logarithm of the likelihood ratio, of
   *     poissonCusum errors; or target
   * @param target wanted mean run length when nothing changes, for ewma and cusum; then limit is
   *     designed
   * @param limits of ewma; fixed when left out
   * @param sided one or two sides, for ewma and cusum; two when left out
   * @param barrier where a one-sided ewma is held from below, in standard deviations of the average
   * @param state where the run begins; zero when left out
   * @param mean of the observations, in standard deviations; of poissonCusum, errors per period; 0
   *     when left out
   * @param checks of a batch, for binomialCusum
   * @param inControlRate normal rate of errors, for bernoulliCusum and binomialCusum
   * @param shiftedRate rate that the chart is built to notice, above the normal one
   * @param rate of errors in the run; inControlRate when left out
   * @param start where the chart begins, for the charts of counts, in [0, limit); 0 when left out
   */
  record Params(
      @Required Kind kind,
      Double lambda,
      Double reference,
      Double limit,
      Double target,
      Limits limits,
      Sides sided,
      Double barrier,
      State state,
      Double mean,
      Integer checks,
      Double inControlRate,
      Double shiftedRate,
      Double rate,
      Double start) {
    Params {
      limits = limits == null ? Limits.FIXED : limits;
      sided = sided == null ? Sides.TWO : sided;
      state = state == null ? State.ZERO : state;
      start = start == null ? 0 : start;
    }

    double meanOrZero() {
      return mean == null ? 0 : mean;
    }
  }

  /**
   * The run length.
   *
   * @param averageRunLength mean number of observations, batches or periods until a signal, that of
   *     the signal included; null when there can be none
   * @param limit as given, or designed
   */
  record Result(Double averageRunLength, double limit) {
    static Result of(double length, double limit) {
      return new Result(Double.isInfinite(length) ? null : length, limit);
    }
  }

  private static Result runLength(Params params) {
    return switch (params.kind()) {
      case EWMA -> ewma(params);
      case CUSUM -> cusum(params);
      case BERNOULLI_CUSUM -> counts(1, params);
      case BINOMIAL_CUSUM -> counts(Given.required("params.checks", params.checks()), params);
      case POISSON_CUSUM -> poisson(params);
    };
  }

  private static Result ewma(Params params) {
    double lambda = Given.required("params.lambda", params.lambda());
    boolean oneSided = params.sided() == Sides.ONE;
    double barrier =
        oneSided ? Given.required("params.barrier", params.barrier()) : Double.NEGATIVE_INFINITY;
    if (params.target() != null && (oneSided || params.limits() == Limits.EXACT)) {
      throw new FieldException(
          "params.target", "target must go with a two-sided ewma with fixed limits");
    }
    Ewma chart =
        params.target() == null
            ? new Ewma(lambda, limit(params), barrier)
            : Ewma.withRunLength(lambda, params.target());
    double length =
        params.state() == State.STEADY
            ? chart.steadyStateRunLength(params.meanOrZero())
            : params.limits() == Limits.EXACT
                ? exact(chart, params)
                : chart.averageRunLength(params.meanOrZero());
    return Result.of(length, chart.limit());
  }

  private static double exact(Ewma chart, Params params) {
    if (params.sided() == Sides.ONE) {
      throw new FieldException("params.limits", "limits must be fixed for a one-sided ewma");
    }
    return chart.averageRunLengthOfExactLimits(params.meanOrZero());
  }

  private static Result cusum(Params params) {
    double reference = Given.required("params.reference", params.reference());
    boolean twoSided = params.sided() == Sides.TWO;
    NormalCusum chart =
        params.target() == null
            ? new NormalCusum(reference, limit(params), twoSided)
            : NormalCusum.withRunLength(reference, twoSided, params.target());
    double length =
        params.state() == State.STEADY
            ? chart.steadyStateRunLength(params.meanOrZero())
            : chart.averageRunLength(params.meanOrZero());
    return Result.of(length, chart.limit());
  }

  private static Result counts(int checks, Params params) {
    double normal = Given.required("params.inControlRate", params.inControlRate());
    double shifted = Given.required("params.shiftedRate", params.shiftedRate());
    double limit = limit(params);
    double rate = params.rate() == null ? normal : params.rate();
    CountCusum chart = CountCusum.ofRates(checks, normal, shifted, limit);
    return Result.of(
        chart.binomialRunLength(checks, rate, params.start() * chart.limit() / limit), limit);
  }

  private static Result poisson(Params params) {
    double reference = Given.required("params.reference", params.reference());
    double mean = Given.required("params.mean", params.mean());
    double limit = limit(params);
    double length = new CountCusum(reference, limit).poissonRunLength(mean, params.start());
    return Result.of(length, limit);
  }

  private static double limit(Params params) {
    if (params.target() != null) {
      throw new FieldException(
          "params.target", "target must go with ewma or cusum, and without limit");
    }
    return Given.required("params.limit", params.limit());
  }
}
