package org.assay.io.report;

import java.util.Optional;
import org.assay.io.ingest.Intake;
import org.assay.io.plan.PlannedChecks;
import org.assay.io.policy.Policy;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What changed and when, without the rest of a report: on a page of plain text, or as JSON. */
public final class DriftText {
  private final TrendPart.Trend trend;

  private DriftText(TrendPart.Trend trend) {
    this.trend = trend;
  }

  /**
   * Looks at what was read.
   *
   * @param intake gradings and verdicts
   * @param policy calendar and budget
   * @return the same as the section of the report
   */
  public static DriftText of(Intake intake, Policy policy) {
    var facts = new Facts(intake, policy, PlannedChecks.NONE);
    return new DriftText(new TrendSection(facts).trend());
  }

  /**
   * A page of text.
   *
   * @param assessor whose line alone is wanted; empty for everybody
   * @return text with line ends: the team first, then people in the order of their ids
   */
  public String page(Optional<String> assessor) {
    var out = new StringBuilder();
    if (assessor.isEmpty()) {
      trend.moves().forEach(m -> out.append(m.sentence()).append("\n"));
      if (trend.moves().isEmpty()) {
        out.append("Nothing moved for everybody that the checks could show.\n");
      }
      out.append("\n");
    }
    trend.series().stream()
        .filter(s -> assessor.isEmpty() || s.assessor().equals(assessor.get()))
        .forEach(s -> out.append(s.assessor()).append("  ").append(s.sentence()).append("\n"));
    out.append("\n").append(trend.sentences().get(1)).append("\n");
    return out.toString();
  }

  /**
   * All figures.
   *
   * @return as in {@code trend} of report.json
   */
  public String json() {
    return JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(trend)
        + "\n";
  }
}
