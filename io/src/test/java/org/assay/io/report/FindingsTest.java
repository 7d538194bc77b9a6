package org.assay.io.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.policy.PolicyReader;
import org.assay.io.report.FindingPart.Finding;
import org.assay.io.report.FindingPart.FindingKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FindingsTest {
  private static final String POLICY =
      """
      {"scheme": {"version": "1", "grades": ["A", "B", "C"], "ordered": true},
       "levels": [{"name": "any error", "counts": "any", "acceptable": 0.02,
         "unacceptable": 0.3, "producerRisk": 0.05, "consumerRisk": 0.05,
         "scope": "assessor", "period": "all"}]}
      """;

  @TempDir Path folder;

  private final StringBuilder gradings = new StringBuilder("item_id,assessor_id,grade,graded_at\n");
  private final StringBuilder verdicts =
      new StringBuilder(
          "item_id,reviewer_id,grade,checked_at,selection_method,inclusion_probability,blind\n");
  private int items;

  private void checked(int times, String assessor, String reference, String grade) {
    for (int i = 0; i < times; i++) {
      String item = "i" + items++;
      String at = "2025-03-%02dT10:00:00Z".formatted(1 + items % 28);
      gradings.append(String.join(",", item, assessor, grade, at)).append('\n');
      verdicts.append(
          String.join(",", item, "q1", reference, "2025-04-02T10:00:00Z", "SRS", "0.5", "BLIND"));
      verdicts.append('\n');
    }
  }

  private ReportJob.Result report() throws IOException {
    Path policy = Files.writeString(folder.resolve("policy.json"), POLICY);
    Path g = Files.writeString(folder.resolve("gradings.csv"), gradings);
    Path v = Files.writeString(folder.resolve("verdicts.csv"), verdicts);
    IngestOptions options = IngestOptions.of(g, PolicyReader.read(policy)).withVerdicts(v);
    return ReportJob.run(
        options, policy, folder.resolve("report"), null, "test", (task, share) -> {});
  }

  private static List<Finding> of(ReportJob.Result result, FindingKind kind) {
    return result.report().findings().stream().filter(f -> f.kind() == kind).toList();
  }

  private void team(int people) {
    for (int i = 1; i <= people; i++) {
      checked(190, "a" + i, "A", "A");
      checked(190, "a" + i, "B", "B");
      checked(10, "a" + i, "B", "A");
    }
  }

  /** One blind check is enough for rates to stand on the blind ones: the others are counted. */
  @Test
  void whatIsNotOnTheBasisIsCounted() throws IOException {
    checked(20, "a1", "A", "A");
    assertFalse(report().report().basis().sentence().contains("of another kind"));
    int first = verdicts.indexOf("BLIND");
    String others = verdicts.substring(first + 5).replace("BLIND", "NON_BLIND");
    verdicts.replace(first + 5, verdicts.length(), others);
    assertTrue(
        report()
            .report()
            .basis()
            .sentence()
            .endsWith(
                " Another 19 random checks are of another kind and in no rate and no level."));
  }

  @Test
  void aBoundaryWithItsEvidence() throws IOException {
    team(4);
    checked(30, "a2", "B", "C");
    ReportJob.Result result = report();
    List<Finding> needs = of(result, FindingKind.TRAINING_NEED);
    assertEquals(1, needs.size());
    Finding f = needs.get(0);
    assertEquals("a2", f.about().get("assessor"));
    assertTrue(
        f.sentence()
            .startsWith(
                "a2: Needs support on the B/C boundary: where the reference grade is B, C was given"
                    + " in 30 of 230 checks; with the others' shares in the same streams it would"
                    + " be 0.0. The odds of this mix-up are at least "),
        f.sentence());
    assertEquals(30L, f.evidence().get("found"));
    assertTrue((Double) f.evidence().get("oddsRatioAtLeast") > 1);
    assertTrue(f.promise().contains("at most 5 %"), f.promise());
    String page = Files.readString(folder.resolve("report/index.html"), StandardCharsets.UTF_8);
    assertTrue(page.contains("Needs support on the B/C boundary"));
    String summary = result.summary().replaceAll("\\s+", " ");
    assertTrue(summary.contains(f.sentence()), summary);
    for (PeoplePart.Support s : result.report().support()) {
      assertEquals(
          s.assessor().equals("a2"),
          s.sentences().get(0).startsWith("Needs support"),
          s.sentences().toString());
    }
  }

  @Test
  void jsonHasTheList() throws IOException {
    team(3);
    checked(30, "a2", "B", "C");
    report();
    JsonNode findings =
        JsonMapper.shared()
            .readTree(Files.readString(folder.resolve("report/report.json")))
            .path("findings");
    JsonNode first = findings.get(0);
    assertEquals("TRAINING_NEED", first.path("kind").asString());
    assertEquals("a2", first.path("about").path("assessor").asString());
    assertEquals("REFERENCE_GRADE", first.path("evidence").path("of").asString());
  }

  /** More errors, none of them at one boundary, is said in just these words. */
  @Test
  void errorsOfAllKinds() throws IOException {
    team(6);
    for (String pair : List.of("AB", "BA", "BC", "AC")) {
      for (int i = 1; i <= 6; i++) {
        checked(i == 3 ? 8 : 3, "a" + i, pair.substring(0, 1), pair.substring(1));
      }
    }
    checked(6, "a3", "B", "A");
    checked(4, "a3", "A", "B");
    List<Finding> needs = of(report(), FindingKind.TRAINING_NEED);
    String sentences = needs.stream().map(Finding::sentence).collect(Collectors.joining());
    assertEquals(1, needs.size(), sentences);
    assertTrue(sentences.startsWith("a3: More errors than the others"), sentences);
    assertTrue(sentences.contains("do not tie this to one boundary"), sentences);
    assertFalse(sentences.contains("spread over"), sentences);
  }

  @Test
  void fewChecksAreOneLine() throws IOException {
    team(3);
    checked(2, "b1", "B", "C");
    checked(2, "b1", "B", "B");
    checked(9, "b2", "B", "C");
    List<Finding> few = of(report(), FindingKind.TOO_FEW_CHECKS);
    assertEquals(1, few.size());
    assertEquals(
        "Not compared with the others, for fewer than 50 checks in streams and grades in which"
            + " others were checked, too: b1 (4), b2 (9).",
        few.get(0).sentence());
    assertEquals(List.of(), of(report(), FindingKind.TRAINING_NEED));
  }

  @Test
  void aTeamOfOne() throws IOException {
    checked(200, "a1", "B", "B");
    checked(40, "a1", "B", "C");
    ReportJob.Result result = report();
    assertEquals(List.of(), of(result, FindingKind.TRAINING_NEED));
    assertEquals(
        List.of("Not compared: nobody else was checked in the same streams."),
        result.report().support().get(0).sentences());
    assertTrue(result.summary().contains("Nobody is shown to err more than the others"));
  }

  @Test
  void aFailedLevelIsAFinding() throws IOException {
    team(2);
    checked(60, "b1", "B", "C");
    checked(60, "b1", "B", "B");
    Finding f = of(report(), FindingKind.LEVEL).get(0);
    assertEquals("b1", f.about().get("assessor"));
    assertTrue(f.sentence().contains("the rate is at least"), f.sentence());
  }
}
