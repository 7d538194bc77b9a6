package org.assay.io.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.assay.plan.Boundary;
import org.assay.plan.ErrorModel;
import org.assay.plan.OperatingCharacteristic;
import org.assay.plan.OperatingPoint;
import org.assay.plan.SequentialPlan;
import org.assay.plan.StagedPlan;

/**
 * Result of the {@code plan} operation. What a design does not have is left out.
 *
 * @param sampleSizes items of each stage
 * @param acceptanceNumbers of each stage, from the start; null where it cannot accept
 * @param rejectionNumbers of each stage, from the start
 * @param achievedProducerRisk exact
 * @param achievedConsumerRisk exact
 * @param maximum most checks there can be
 * @param slope of Wald's boundaries
 * @param acceptIntercept of Wald's boundaries
 * @param rejectIntercept of Wald's boundaries
 * @param boundary of a sequential design: every number of checks at which it can decide
 * @param card the same numbers by errors, for the inspector
 * @param fullInspection true when a sequential design may come to check the whole lot
 * @param curve at the rates asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlanResult(
    List<Long> sampleSizes,
    List<Long> acceptanceNumbers,
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
   * @param errors errors found
   * @param acceptFrom fewest checks at which that many errors accept; null when never
   * @param rejectUntil most checks at which that many errors reject; null when never
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record CardLine(int errors, Integer acceptFrom, Integer rejectUntil) {}

  /**
   * A point of a boundary.
   *
   * @param n checks
   * @param acceptAt accept at that many errors or fewer; null when that is not possible yet
   * @param rejectAt reject at that many errors or more; null when that is not possible yet
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Step(long n, Long acceptAt, Long rejectAt) {
    /** The row of a boundary that it stands for. */
    Boundary.Row row() {
      return new Boundary.Row(Math.toIntExact(n), number(acceptAt), number(rejectAt));
    }

    private static Integer number(Long number) {
      return number == null ? null : (Integer) Math.toIntExact(number);
    }

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
        plan.acceptanceNumbers(),
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
