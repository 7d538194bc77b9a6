package org.assay.io.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assay.estimate.OfficerComparisons;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.policy.PolicyReader;
import org.assay.io.report.FindingPart.Finding;
import org.assay.io.report.FindingPart.FindingKind;
import org.assay.io.report.ReferencePart.Band;
import org.assay.io.report.ReferencePart.ReferenceQuality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** QA officers beside each other, through the report. */
class ReferenceSectionTest {
  private static final String POLICY =
      """
      {"scheme": {"version": "1", "grades": ["A", "B"], "ordered": true},
       "levels": [{"name": "any error", "counts": "any", "acceptable": 0.02,
         "unacceptable": 0.3, "producerRisk": 0.05, "consumerRisk": 0.05,
         "scope": "unit", "period": "all"}]}
      """;

  @TempDir Path folder;

  private final StringBuilder gradings = new StringBuilder("item_id,assessor_id,grade,graded_at\n");
  private final StringBuilder verdicts =
      new StringBuilder(
          "item_id,reviewer_id,grade,checked_at,selection_method,inclusion_probability,blind\n");
  private int items;

  private String item() {
    String item = "i" + items++;
    gradings.append(item).append(",a1,A,2025-03-03T10:00:00Z\n");
    return item;
  }

  private void verdict(String item, String officer, String grade, int minute) {
    String at =
        "2025-04-%02dT%02d:%02d:00Z"
            .formatted(1 + minute / 600, 10 + minute / 60 % 10, minute % 60);
    verdicts.append(String.join(",", item, officer, grade, at, "SRS", "0.5", "BLIND")).append('\n');
  }

  /** So many checks by an officer, every twentieth or so of which finds an error. */
  private void checks(String officer, int checked, int every) {
    for (int i = 0; i < checked; i++) {
      verdict(item(), officer, i % every == 0 ? "B" : "A", i);
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

  private static List<Finding> officers(ReportJob.Result result) {
    return result.report().findings().stream()
        .filter(f -> f.kind() == FindingKind.OFFICER)
        .toList();
  }

  /** 20 of 400 each, and the fourth 4 of 400: 20 expected, as the others find. */
  @Test
  void whoFindsFewerIsAFinding() throws IOException {
    for (String officer : List.of("q1", "q2", "q3")) {
      checks(officer, 400, 20);
    }
    checks("q4", 400, 100);
    ReportJob.Result result = report();
    assertEquals(
        List.of(Map.of("officer", "q4")), officers(result).stream().map(Finding::about).toList());
    assertTrue(
        officers(result)
            .get(0)
            .sentence()
            .startsWith(
                "q4: Finds fewer errors than the other officers: 4 in 400 random checks; others"
                    + " would have found 20.0 in the same work."),
        () -> officers(result).get(0).sentence());
    ReferenceQuality quality = result.report().referenceQuality();
    assertEquals(OfficerComparisons.Finding.FINDS_FEWER, quality.officers().get(3).finding());
    assertEquals(
        OfficerComparisons.Finding.NOT_DISTINGUISHABLE, quality.officers().get(0).finding());
    assertTrue(quality.officers().get(3).oddsUpper() < 1);
    assertTrue(quality.sentences().contains(ReferenceSection.UNSEEN));
    String page = Files.readString(folder.resolve("report/index.html"));
    assertTrue(page.contains("How well the reference agrees with itself"));
    assertTrue(result.summary().contains("q4: Finds fewer errors"), result::summary);
  }

  /** 38 of 40 pairs agree; one difference is settled against the second officer, one is not. */
  @Test
  void doubleChecksAndBands() throws IOException {
    for (int i = 0; i < 40; i++) {
      String item = item();
      boolean differs = i < 2;
      verdict(item, "q1", i % 4 == 0 ? "B" : "A", i);
      verdict(item, "q2", differs ? i % 4 == 0 ? "A" : "B" : i % 4 == 0 ? "B" : "A", 100 + i);
      if (i == 0) {
        verdict(item, "q3", "B", 300);
      }
    }
    ReportJob.Result result = report();
    ReferenceQuality quality = result.report().referenceQuality();
    assertEquals(40, quality.blindPairs().gradings());
    assertEquals(38, quality.blindPairs().agreed());
    assertEquals(0.8308, quality.blindPairs().lower(), 5e-5); // Clopper-Pearson of 38 of 40
    assertEquals(0.9939, quality.blindPairs().upper(), 5e-5);
    assertEquals(new ReferencePart.Calibration(10, 10, 29, 29, 1), quality.calibration());
    assertEquals(1, quality.officers().get(1).overturned());
    assertEquals(0, quality.officers().get(0).overturned());
    assertEquals(
        List.of(Band.Source.DOUBLE_CHECKS, Band.Source.ASSUMED, Band.Source.ASSUMED),
        quality.bands().stream().map(Band::source).toList());
    Band assumed = quality.bands().get(1);
    RatePart.Rate rate = result.report().rates().all();
    assertEquals((rate.lower() - 0.005) / 0.995, assumed.lower(), 1e-12);
    assertEquals(Math.min(1, rate.upper() / 0.9), assumed.upper(), 1e-12);
    assertEquals(List.of(), officers(result));
    assertNull(quality.officers().get(0).expected()); // fewer than 50 checks
    assertTrue(
        quality.sentences().get(0).startsWith("40 gradings were checked blind by two officers"));
  }

  @Test
  void withoutASecondReading() throws IOException {
    checks("q1", 60, 20);
    ReferenceQuality quality = report().report().referenceQuality();
    assertTrue(
        quality.sentences().get(0).startsWith("No grading was checked blind by two officers"));
    assertEquals(1, quality.blindPairs().upper());
    assertNull(quality.blindPairs().kappa());
    assertNull(quality.officers().get(0).finding());
  }
}
