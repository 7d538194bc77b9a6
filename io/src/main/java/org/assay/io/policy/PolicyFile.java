package org.assay.io.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The policy file as Jackson binds it: the fields of its JSON, all boxed, so that an absent one can
 * be told from a zero. {@code "//"} is a comment in each of its objects.
 */
@JsonIgnoreProperties("//")
record PolicyFile(
    SchemePart scheme,
    List<LevelPart> levels,
    String zone,
    List<String> strata,
    CalendarPart calendar,
    Double driftBudget,
    ExposurePart exposureCeiling,
    String reference,
    Double unusableAtMost,
    Boolean foldCase,
    Integer gradingsPerVerdictAtMost,
    String familyWise,
    NotSampledPart notSampled,
    List<TrainingPart> trainings) {

  /** The grading scheme. */
  @JsonIgnoreProperties("//")
  record SchemePart(
      String version,
      List<String> grades,
      Boolean ordered,
      List<Double> scores,
      List<List<Double>> severity) {}

  /** One QA level; {@code counts} is the word "any" or a list of pairs. */
  @JsonIgnoreProperties("//")
  record LevelPart(
      String name,
      JsonNode counts,
      Double acceptable,
      Double unacceptable,
      Double producerRisk,
      Double consumerRisk,
      String scope,
      String period,
      String about,
      Integer leastChecks,
      Integer looks) {}

  /** What is not sampled. */
  @JsonIgnoreProperties("//")
  record NotSampledPart(List<String> streams, List<String> strata) {}

  /** A training. */
  @JsonIgnoreProperties("//")
  record TrainingPart(String assessor, String date, String since, String reference, String grade) {}

  /** The exposure ceiling. */
  @JsonIgnoreProperties("//")
  record ExposurePart(Integer perDay, Map<String, Integer> byGrade) {}

  /** The calendar. */
  @JsonIgnoreProperties("//")
  record CalendarPart(List<String> workingDays, List<String> holidays) {}
}
