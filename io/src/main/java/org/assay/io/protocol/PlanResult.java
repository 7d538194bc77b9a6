package org.assay.io.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.OptionalLong;
import org.assay.plan.ErrorModel;
import org.assay.plan.OperatingCharacteristic;
import org.assay.plan.OperatingPoint;
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
 * @param boundary of a sequential design
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
    List<Point> curve) {

  /**
   * A point of a boundary.
   *
   * @param n checks
   * @param acceptAt accept at so many errors or fewer; null when that is not possible yet
   * @param rejectAt reject at so many errors or more; null when that is not possible yet
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
          at.averageTotalInspection().isPresent()
              ? at.averageTotalInspection().getAsDouble()
              : null);
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
        curve);
  }

  /** The exact curve of a plan of stages. */
  static List<Point> curve(StagedPlan plan, ErrorModel model, List<Double> rates) {
    return rates.stream()
        .map(rate -> Point.of(rate, OperatingCharacteristic.at(plan, model, rate)))
        .toList();
  }
}
