package org.assay.io.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.io.ingest.Intake;
import org.assay.io.policy.Policy;
import org.assay.io.report.NeedPart.Guideline;
import org.assay.io.report.NeedPart.Need;
import org.assay.io.report.NeedPart.Person;
import org.assay.io.report.NeedPart.Trained;
import org.assay.needs.Evidence;

/**
 * Every assessor's checks, rate, state and needs: what a report says of them, without the report.
 *
 * @param engineVersion version of Assay
 * @param basis which checks the rates stand on
 * @param first what must be read before anything else: what is lost, and whose
 * @param assessors in the order of their ids
 * @param units beside each other, where there are several
 * @param guideline mix-ups of everybody
 * @param trainings what trainings did, in the order of the policy
 * @param promise what is promised about names
 * @param fairness rules that hold for every figure about a person
 */
public record AssessorsModel(
    String engineVersion,
    String basis,
    List<String> first,
    List<Assessor> assessors,
    List<Person> units,
    List<Guideline> guideline,
    List<Trained> trainings,
    String promise,
    List<String> fairness) {

  /**
   * One assessor.
   *
   * @param id as in the gradings
   * @param rate of any error
   * @param expected rate the others would have in the same streams; null when it cannot be said
   * @param compared checks beside those of others, of every kind
   * @param state how well more errors than those of the others are shown
   * @param needs none unless the state is STRONG or MODERATE
   * @param sentences the same in words
   */
  public record Assessor(
      String id,
      RatePart.Rate rate,
      Double expected,
      long compared,
      Evidence state,
      List<Need> needs,
      List<String> sentences) {}

  /**
   * Looks at everybody.
   *
   * @param intake gradings and verdicts
   * @param policy scheme, levels and trainings
   * @param engineVersion version of Assay
   * @return the figures of a report on the same tables
   */
  public static AssessorsModel of(Intake intake, Policy policy, String engineVersion) {
    ReportModel r = ReportBuilder.build(intake, policy, Optional.empty(), engineVersion);
    Map<String, Person> people = new HashMap<>();
    r.needs().people().forEach(p -> people.put(p.id(), p));
    List<Assessor> rows = new ArrayList<>();
    for (PeoplePart.Support s : r.support()) {
      Person p = people.get(s.assessor());
      rows.add(
          new Assessor(
              s.assessor(),
              s.rate(),
              s.expected(),
              p.checked(),
              p.evidence(),
              p.needs(),
              s.sentences()));
    }
    return new AssessorsModel(
        engineVersion,
        r.basis().sentence(),
        r.first(),
        rows,
        r.needs().cohorts(),
        r.needs().guideline(),
        r.needs().trainings(),
        r.needs().promise(),
        r.fairness());
  }

  /**
   * As a JSON file.
   *
   * @return JSON text; the same model, the same text
   */
  public String json() {
    return new String(ReportFiles.json(this), StandardCharsets.UTF_8);
  }
}
