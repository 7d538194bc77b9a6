package org.assay.io.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.assay.io.schema.MayBeNull;
import org.assay.plan.ErrorModel;
import org.assay.plan.OperatingCharacteristic;
import org.assay.plan.OperatingCharacteristic.OperatingPoint;
import org.assay.plan.SequentialPlan;
import org.assay.plan.StagedPlan;

/**
 * Result of the {@code plan} operation. What a design does not have is left out.
 *
 * @param sampleSizes checks of each stage
 * @param acceptanceNumbers most errors that accept, of each stage, counted from the start; no
 *     number where it cannot accept
 * @param rejectionNumbers fewest errors that reject, of each stage, counted from the start
 * @param achievedProducerRisk exact chance of rejecting at the acceptable quality
 * @param achievedConsumerRisk exact chance of accepting at the unacceptable quality
 * @param maximum most checks there can be
 * @param slope slope of Wald's boundaries, in errors per check
 * @param acceptIntercept intercept of Wald's acceptance line, in errors
 * @param rejectIntercept intercept of Wald's rejection line, in errors
 * @param boundary numbers of a sequential design, at every number of checks at which it can decide
 * @param card the same numbers by errors, for the inspector
 * @param fullInspection true when a sequential design may come to check the whole lot
 * @param curve how the plan behaves at the rates asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlanResult(
    List<Long> sampleSizes,
    List<@MayBeNull Long> acceptanceNumbers,
    List<Long> rejectionNumbers,
    Double achievedProducerRisk,
    Double achievedConsumerRisk,
    Long maximum,
    Double slope,
    Double acceptIntercept,
    Double rejectIntercept,
    List<Step> boundary,
    List<CardLine> card,
    Boolean fullInspection,
    List<Point> curve) {

  /**
   * A line of the inspector's card.
   *
   * @param errors errors found so far
   * @param acceptFrom fewest checks at which that many errors accept; null when never
   * @param rejectUntil most checks at which that many errors reject; null when never
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record CardLine(int errors, Integer acceptFrom, Integer rejectUntil) {}

  /**
   * A point of a boundary.
   *
   * @param n checks made
   * @param acceptAt accept at that many errors or fewer; null when that is not possible yet
   * @param rejectAt reject at that many errors or more; null when that is not possible yet
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Step(long n, Long acceptAt, Long rejectAt) {
    static Step of(long n, OptionalLong acceptAt, OptionalLong rejectAt) {
      return new Step(
          n,
          acceptAt.isPresent() ? acceptAt.getAsLong() : null,
          rejectAt.isPresent() ? rejectAt.getAsLong() : null);
    }
  }

  /**
   * A point of the operating characteristic.
   *
   * @param rate error rate
   * @param accept probability of acceptance
   * @param averageSampleNumber expected checks
   * @param q95 checks that suffice with probability 0.95
   * @param averageOutgoing expected error rate after inspection
   * @param averageTotalInspection expected checks with rejected lots checked throughout
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Point(
      double rate,
      double accept,
      double averageSampleNumber,
      Long q95,
      Double averageOutgoing,
      Double averageTotalInspection) {
    static Point of(double rate, OperatingPoint at) {
      return new Point(
          rate,
          at.accept(),
          at.averageSampleNumber(),
          at.q95(),
          at.averageOutgoing(),
          at.averageTotalInspection().number());
    }
  }

  /** A plan of stages with its risks and curve. */
  static PlanResult of(
      StagedPlan plan, Double producerRisk, Double consumerRisk, List<Point> curve) {
    return new PlanResult(
        plan.sampleSizes(),
        numbers(plan),
        plan.rejectionNumbers(),
        producerRisk,
        consumerRisk,
        plan.maximum(),
        null,
        null,
        null,
        null,
        null,
        null,
        curve);
  }

  /** Acceptance numbers, null where the stage cannot accept. */
  static List<Long> numbers(StagedPlan plan) {
    return Arrays.asList(
        plan.acceptanceNumbers().stream().map(c -> c < 0 ? null : c).toArray(Long[]::new));
  }

  /** A sequential plan with its risks, boundary and curve. */
  static PlanResult of(SequentialPlan plan, List<Double> rates) {
    return new PlanResult(
        null,
        null,
        null,
        plan.producerRisk(),
        plan.consumerRisk(),
        (long) plan.boundary().maximum(),
        null,
        null,
        null,
        plan.boundary().rows().stream()
            .map(r -> new Step(r.n(), whole(r.acceptAt()), whole(r.rejectAt())))
            .toList(),
        plan.boundary().card().stream()
            .map(c -> new CardLine(c.errors(), c.accepts(), c.rejects()))
            .toList(),
        plan.mayInspectAll() ? true : null,
        rates.stream().map(rate -> Point.of(rate, plan.point(rate))).toList());
  }

  private static Long whole(OptionalInt number) {
    return number.isPresent() ? (long) number.getAsInt() : null;
  }

  /** The exact curve of a plan of stages. */
  static List<Point> curve(StagedPlan plan, ErrorModel model, List<Double> rates) {
    return rates.stream()
        .map(rate -> Point.of(rate, OperatingCharacteristic.at(plan, model, rate)))
        .toList();
  }
}
