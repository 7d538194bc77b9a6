package org.assay.io.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.assay.drift.AttributeChart;
import org.assay.drift.AttributeChart.AttributeKind;
import org.assay.drift.ControlChart;
import org.assay.drift.EvidenceChart;
import org.assay.drift.EvidenceChart.Checks;
import org.assay.drift.Ewma;
import org.assay.drift.NormalCusum;
import org.assay.drift.NormalCusum.CusumPoint;
import org.assay.estimate.FunnelPlot;
import org.assay.estimate.FunnelPlot.Dispersion;
import org.assay.io.schema.Form;
import org.assay.io.schema.MayBeNull;
import org.assay.io.schema.Required;

/** Op {@code chart}: control charts. */
final class ChartOperation {
  static final Operation<Input, Params, Result> OPERATION =
      new Operation<>("chart", Input.class, Params.class, Result.class, ChartOperation::chart);

  private static final double THREE_SIGMAS = 3;
  private static final double FUNNEL_CONFIDENCE = 0.95;

  private ChartOperation() {}

  /** Charts. */
  private enum Kind {
    /** Share of errors among checks. */
    P,
    /** Number of errors among equally many checks. */
    NP,
    /** Errors per unit, where one can have several. */
    U,
    /** Number of errors in equal periods. */
    C,
    /** Share of errors where periods vary more, or less, than by chance. */
    LANEY,
    /** Errors per unit where periods vary more, or less, than by chance. */
    LANEY_U,
    /** Exponentially weighted moving average of values, with the exact limit of each point. */
    EWMA,
    /** Cumulative sums of values, above and below the centre. */
    CUSUM,
    /** Likelihood-ratio CUSUM of checks with one normal rate. */
    BERNOULLI_CUSUM,
    /** The same where each point has its own normal rate. */
    RISK_ADJUSTED_CUSUM,
    /** Shiryaev-Roberts chart of checks. */
    SHIRYAEV_ROBERTS,
    /** Page-Hinkley chart of values. */
    PAGE_HINKLEY,
    /** Funnel: one point per person, exact limits around the team's rate. */
    FUNNEL
  }

  /**
   * What is charted.
   *
   * @param points in order of time: values, or errors among checks
   */
  record Input(@Required List<@Form(Forms.CHART_POINT) Object> points) {}

  /**
   * Which chart.
   *
   * @param kind the chart
   * @param sigmas standard deviations from the centre to a limit, for p, np, u, c, laney and
   *     laneyU; 3 when left out
   * @param confidence for exact limits in place of sigmas, for p, np, u, c; for funnel .95 when
   *     left out
   * @param baseline number of points, from the first, that centre and limits come from; all when
   *     left out
   * @param lambda weight of the newest value, for ewma
   * @param limit of ewma, in standard deviations of the average; of cusum, in those of a value; of
   *     the charts of evidence, where they signal
   * @param centre of ewma and cusum; for funnel the team's rate, that of all points when left out
   * @param standardDeviation of a value, for ewma and cusum
   * @param reference what a value may lie off without evidence, for cusum, in standard deviations
   * @param inControlRate normal rate of errors, for bernoulliCusum, and for shiryaevRoberts where
   *     points have none
   * @param oddsRatio odds of an error after the change over those before, for bernoulliCusum and
   *     riskAdjustedCusum
   * @param oddsRatios the same, one or several, for shiryaevRoberts
   * @param tolerance what a value may lie above the mean without evidence, for pageHinkley
   * @param overdispersion whether funnel limits allow for people who differ more than by chance;
   *     false when left out
   */
  record Params(
      @Required Kind kind,
      Double sigmas,
      Double confidence,
      Integer baseline,
      Double lambda,
      Double limit,
      Double centre,
      Double standardDeviation,
      Double reference,
      Double inControlRate,
      Double oddsRatio,
      List<Double> oddsRatios,
      Double tolerance,
      Boolean overdispersion) {}

  /**
   * A point.
   *
   * @param value what is charted; of cusum, high or low, whichever is further from 0
   * @param lower lower limit; null for charts without
   * @param upper upper limit
   * @param signal whether the chart signals here
   * @param high sum above the centre, of cusum
   * @param low sum below the centre, at most 0, of cusum
   */
  record Point(
      Double value,
      Double lower,
      Double upper,
      boolean signal,
      @JsonInclude(JsonInclude.Include.NON_NULL) Double high,
      @JsonInclude(JsonInclude.Include.NON_NULL) Double low) {}

  /**
   * The chart.
   *
   * @param centre centre of the points; null for charts of evidence
   * @param points one per point given
   * @param changePoint place of the first point of the most likely stretch that changed, from 0, at
   *     the first signal of a chart of evidence; null without one
   */
  record Result(Double centre, List<Point> points, @MayBeNull Integer changePoint) {}

  private static Result chart(Input input, Params params) {
    ChartPoints points = new ChartPoints(input.points());
    return switch (params.kind()) {
      case P -> attribute(AttributeKind.P, points, params);
      case NP -> attribute(AttributeKind.NP, points, params);
      case U -> attribute(AttributeKind.U, points, params);
      case C -> attribute(AttributeKind.C, points, params);
      case LANEY -> attribute(AttributeKind.LANEY_P, points, params);
      case LANEY_U -> attribute(AttributeKind.LANEY_U, points, params);
      case EWMA -> ewma(points, params);
      case CUSUM -> cusum(points, params);
      case BERNOULLI_CUSUM ->
          evidence(points.checks(rate(params)), params.oddsRatio(), limit(params));
      case RISK_ADJUSTED_CUSUM -> evidence(points.checks(null), params.oddsRatio(), limit(params));
      case SHIRYAEV_ROBERTS ->
          of(
              EvidenceChart.shiryaevRoberts(
                  points.checks(params.inControlRate()),
                  Given.required("params.oddsRatios", params.oddsRatios()),
                  limit(params)));
      case PAGE_HINKLEY ->
          of(
              EvidenceChart.pageHinkley(
                  points.values(),
                  Given.required("params.tolerance", params.tolerance()),
                  limit(params)));
      case FUNNEL -> funnel(points, params);
    };
  }

  private static double limit(Params params) {
    return Given.required("params.limit", params.limit());
  }

  private static double rate(Params params) {
    return Given.required("params.inControlRate", params.inControlRate());
  }

  private static Result attribute(AttributeKind kind, ChartPoints points, Params params) {
    double confidence = params.confidence() == null ? 0 : params.confidence();
    double usual = params.confidence() == null ? THREE_SIGMAS : 0;
    var chart =
        new AttributeChart(
            kind,
            params.sigmas() == null ? usual : params.sigmas(),
            confidence,
            params.baseline() == null ? 0 : params.baseline());
    long[] errors = points.errors();
    return of(chart.of(errors, kind == AttributeKind.C ? errors : points.checked()));
  }

  private static Result ewma(ChartPoints points, Params params) {
    double lambda = Given.required("params.lambda", params.lambda());
    return of(
        Ewma.twoSided(lambda, limit(params))
            .of(points.values(), centre(params), deviation(params)));
  }

  private static double centre(Params params) {
    return Given.required("params.centre", params.centre());
  }

  private static double deviation(Params params) {
    return Given.required("params.standardDeviation", params.standardDeviation());
  }

  private static Result cusum(ChartPoints points, Params params) {
    double reference = Given.required("params.reference", params.reference());
    double limit = limit(params);
    List<CusumPoint> sums =
        new NormalCusum(reference, limit, true)
            .of(points.values(), centre(params), deviation(params));
    return new Result(
        params.centre(),
        sums.stream()
            .map(
                p ->
                    new Point(
                        p.high() >= -p.low() ? p.high() : p.low(),
                        -limit,
                        limit,
                        p.signal(),
                        p.high(),
                        p.low()))
            .toList(),
        null);
  }

  private static Result evidence(List<Checks> checks, Double oddsRatio, double limit) {
    return of(EvidenceChart.cusum(checks, Given.required("params.oddsRatio", oddsRatio), limit));
  }

  private static Result funnel(ChartPoints points, Params params) {
    long[] errors = points.errors();
    long[] checked = points.checked();
    double centre =
        params.centre() == null
            ? AttributeChart.of(AttributeKind.P).of(errors, checked).centre()
            : params.centre();
    double confidence = params.confidence() == null ? FUNNEL_CONFIDENCE : params.confidence();
    var funnel = new FunnelPlot(centre);
    Dispersion dispersion =
        Boolean.TRUE.equals(params.overdispersion())
            ? funnel.dispersion(errors, checked)
            : new Dispersion(1, 0);
    double tail = (1 - confidence) / 2;
    var limited = new ArrayList<ControlChart.ChartPoint>();
    for (int i = 0; i < errors.length; i++) {
      limited.add(
          new ControlChart.ChartPoint(
              (double) errors[i] / checked[i],
              funnel.limit(checked[i], tail, dispersion),
              funnel.limit(checked[i], 1 - tail, dispersion)));
    }
    return of(new ControlChart(centre, limited));
  }

  private static Result of(ControlChart chart) {
    return new Result(
        chart.centre(),
        chart.points().stream()
            .map(p -> new Point(p.value(), p.lower(), p.upper(), p.signal(), null, null))
            .toList(),
        null);
  }

  private static Result of(EvidenceChart chart) {
    return new Result(
        null,
        chart.values().stream()
            .map(v -> new Point(v, null, chart.limit(), v >= chart.limit(), null, null))
            .toList(),
        chart.alarms().isEmpty() ? null : chart.alarms().get(0).since());
  }
}
