package org.assay.io.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.assay.Assay;
import org.assay.data.Columns;
import org.assay.data.GradingScheme;
import org.assay.data.Gradings;
import org.assay.data.Selection;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Verdicts;
import org.assay.io.ingest.Ingest;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.policy.Policy;
import org.assay.plan.QaLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** A report on tables in memory says what one on the same tables in files says. */
class ReportTest {
  private static final GradingScheme SCHEME = GradingScheme.ordered("A", "B", "C");
  private static final QaLevel LEVEL =
      QaLevel.named("any error")
          .of(SCHEME)
          .acceptable(0.02)
          .unacceptable(0.05)
          .risks(0.05, 0.05)
          .perAssessor()
          .perQuarter();
  private static final Policy POLICY = new Policy(SCHEME, List.of(LEVEL));

  private record Row(String item, String assessor, String grade, Instant at, String reference) {
    Instant checkedAt() {
      return at.plusSeconds(60);
    }
  }

  @TempDir Path temp;

  private static List<Row> rows() {
    var rows = new ArrayList<Row>();
    for (int i = 0; i < 300; i++) {
      Instant at = Instant.parse("2025-01-06T10:00:00Z").plusSeconds(10_000L * i);
      boolean isChecked = i % 2 == 0;
      rows.add(
          new Row(
              "i" + i,
              i % 3 == 0 ? "a1" : "a2",
              i % 36 == 0 ? "C" : "B",
              at,
              isChecked ? "B" : null));
    }
    return rows;
  }

  private static Gradings gradings() {
    return Gradings.from(
        rows(), Columns.of(Row::item, Row::assessor, Row::grade).time(Row::at).scheme(SCHEME));
  }

  private static Verdicts verdicts(Gradings gradings) {
    return Verdicts.from(
        gradings,
        rows().stream().filter(r -> r.reference() != null).toList(),
        Columns.of(Row::item, Row::assessor, Row::reference)
            .reviewer(row -> "q1")
            .time(Row::checkedAt)
            .selected(Selection.of(SelectionMethod.SRS, 0.5).blind()));
  }

  private ReportModel fromFiles() throws IOException {
    var gradings = new StringBuilder("item_id,assessor_id,grade,graded_at\n");
    var verdicts =
        new StringBuilder(
            "item_id,assessor_id,reviewer_id,grade,checked_at,selection_method,"
                + "inclusion_probability,stratum_id,blind\n");
    for (Row r : rows()) {
      gradings.append(String.join(",", r.item(), r.assessor(), r.grade(), r.at() + "\n"));
      if (r.reference() != null) {
        verdicts.append(
            String.join(
                ",",
                r.item(),
                r.assessor(),
                "q1",
                r.reference(),
                r.checkedAt().toString(),
                "SRS,0.5,,BLIND\n"));
      }
    }
    Path g = Files.writeString(temp.resolve("g.csv"), gradings);
    Path v = Files.writeString(temp.resolve("v.csv"), verdicts);
    return ReportBuilder.build(
        Ingest.read(IngestOptions.of(g, POLICY).withVerdicts(v)), POLICY, Optional.empty(), "dev");
  }

  private static ObjectNode withoutArrival(String json) {
    ObjectNode report = (ObjectNode) new ObjectMapper().readTree(json);
    report.remove("arrived");
    return report;
  }

  @Test
  void saysWhatFilesSay() throws IOException {
    Gradings gradings = gradings();
    Report report = Report.of(gradings, verdicts(gradings), POLICY);
    String files =
        new String(ReportFiles.json(fromFiles()), java.nio.charset.StandardCharsets.UTF_8);
    JsonNode memory = withoutArrival(report.toJson());
    assertEquals(withoutArrival(files).toPrettyString(), memory.toPrettyString());
    assertEquals(2, report.model().levels().size());
    assertEquals(
        Assay.judge(LEVEL, verdicts(gradings)).stream().map(s -> s.conclusion().state()).toList(),
        report.model().levels().stream().map(LevelPart.Level::state).toList());
  }

  @Test
  void writesItsFiles() throws IOException {
    Gradings gradings = gradings();
    Report report = Report.of(gradings, verdicts(gradings), POLICY);
    Path out = temp.resolve("report");
    report.writeTo(out);
    try (var files = Files.list(out)) {
      assertEquals(
          new TreeSet<>(
              Set.of("errors.csv", "index.html", "manifest.json", "report.json", "summary.txt")),
          new TreeSet<>(files.map(f -> f.getFileName().toString()).toList()));
    }
    assertEquals(report.toJson(), Files.readString(out.resolve("report.json")));
    byte[] first = Files.readAllBytes(out.resolve("manifest.json"));
    Report.of(gradings, verdicts(gradings), POLICY).writeTo(out);
    assertEquals(
        new String(first, java.nio.charset.StandardCharsets.UTF_8),
        Files.readString(out.resolve("manifest.json")));
  }

  @Test
  void badInput() {
    Gradings gradings = gradings();
    Policy other = new Policy(GradingScheme.ordered("A", "B"), POLICY.levels());
    assertEquals(
        "grades must be those of the policy, [A, B], got [A, B, C]",
        assertThrows(
                IllegalArgumentException.class,
                () -> Report.of(gradings, verdicts(gradings), other))
            .getMessage());
    assertEquals(
        "verdicts must be on the gradings given, got others",
        assertThrows(
                IllegalArgumentException.class,
                () -> Report.of(gradings, verdicts(gradings()), POLICY))
            .getMessage());
  }
}
