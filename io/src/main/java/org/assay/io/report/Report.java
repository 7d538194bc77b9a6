package org.assay.io.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assay.data.Gradings;
import org.assay.data.Verdicts;
import org.assay.io.BadInputException;
import org.assay.io.ingest.Intake;
import org.assay.io.policy.Policy;

/**
 * The whole report on tables in memory, as an object and as files.
 *
 * <pre>{@code
 * Report report = Report.of(gradings, verdicts, PolicyReader.read(Path.of("policy.json")));
 * report.toJson();                       // report.json
 * report.writeTo(Path.of("report"));     // index.html, report.json, summary.txt, errors.csv, manifest.json
 * }</pre>
 *
 * <p>Of tables in memory every row is used; {@link org.assay.io.ingest.Ingest} reads tables in
 * files and states and accounts for the rows it cannot use. Immutable; the same tables give the
 * same bytes.
 */
public final class Report {
  private final ReportModel model;
  private final Intake tables;
  private final Policy policy;

  private Report(ReportModel model, Intake tables, Policy policy) {
    this.model = model;
    this.tables = tables;
    this.policy = policy;
  }

  /**
   * Computes the report.
   *
   * @param gradings each row once
   * @param verdicts on these gradings
   * @param policy levels, calendar and rules
   * @return every number and sentence
   * @throws IllegalArgumentException if the grades are not those of the policy, or the verdicts are
   *     on other gradings
   */
  public static Report of(Gradings gradings, Verdicts verdicts, Policy policy) {
    if (!gradings.scheme().grades().equals(policy.scheme().grades())) {
      throw new IllegalArgumentException(
          "grades must be those of the policy, "
              + policy.scheme().grades()
              + ", got "
              + gradings.scheme().grades());
    }
    if (verdicts.gradings() != gradings) {
      throw new IllegalArgumentException("verdicts must be on the gradings given, got others");
    }
    return of(Intake.inMemory(gradings, verdicts), policy);
  }

  /**
   * Computes the report on tables that were read, with an account of the rows that could not be
   * used.
   *
   * @param tables of files, states or both, read under the policy
   * @param policy levels, calendar and rules
   * @return every number and sentence
   */
  public static Report of(Intake tables, Policy policy) {
    String version = Report.class.getPackage().getImplementationVersion();
    return new Report(
        ReportBuilder.build(tables, policy, Optional.empty(), version == null ? "dev" : version),
        tables,
        policy);
  }

  /**
   * Every number and sentence.
   *
   * @return what {@link #toJson} writes
   */
  public ReportModel model() {
    return model;
  }

  /**
   * The content of {@code report.json}.
   *
   * @return JSON that the schema of {@code assay schema} describes
   */
  public String toJson() {
    return new String(ReportFiles.json(model), StandardCharsets.UTF_8);
  }

  /**
   * Writes the report's files.
   *
   * @param folder absent, empty, or holding an earlier report
   * @throws BadInputException if the folder holds something else
   * @throws IOException if a file cannot be written
   */
  public void writeTo(Path folder) throws IOException {
    ReportFolder out = ReportFolder.at(folder, List.of(), false);
    SortedMap<String, String> parameters = new TreeMap<>();
    parameters.put("zone", policy.zone().getId());
    out.write(ReportFiles.of(model, tables, parameters, List.of()));
  }
}
