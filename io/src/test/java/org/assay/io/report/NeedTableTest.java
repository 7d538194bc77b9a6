package org.assay.io.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assay.io.ingest.Ingest;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.policy.Policy;
import org.assay.io.policy.PolicyReader;
import org.assay.io.report.FindingPart.Finding;
import org.assay.io.report.FindingPart.FindingKind;
import org.assay.io.report.NeedPart.Needs;
import org.assay.io.report.NeedPart.Person;
import org.assay.needs.Evidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Units and the guideline, told apart from people. */
class NeedTableTest {
  private static final String POLICY =
      """
      {"scheme": {"version": "1", "grades": ["A", "B", "C"], "ordered": true},
       "levels": [{"name": "any error", "counts": "any", "acceptable": 0.02,
         "unacceptable": 0.3, "producerRisk": 0.05, "consumerRisk": 0.05,
         "scope": "unit", "period": "all"}]}
      """;

  @TempDir Path folder;

  private final StringBuilder gradings =
      new StringBuilder("item_id,assessor_id,grade,graded_at,unit_id\n");
  private final StringBuilder verdicts =
      new StringBuilder(
          "item_id,reviewer_id,grade,checked_at,selection_method,inclusion_probability,blind\n");
  private int items;

  /** Checks with reference grade B, of which some got C. */
  private void person(String unit, String assessor, int wrong, int all) {
    for (int i = 0; i < all; i++) {
      String item = "i" + items++;
      String at = "2025-03-%02dT10:00:00Z".formatted(1 + items % 28);
      gradings
          .append(String.join(",", item, assessor, i < wrong ? "C" : "B", at, unit))
          .append('\n');
      verdicts.append(item).append(",q1,B,2025-04-02T10:00:00Z,SRS,0.5,BLIND\n");
    }
  }

  private ReportModel report() throws IOException {
    Policy policy = PolicyReader.read(Files.writeString(folder.resolve("policy.json"), POLICY));
    Path g = Files.writeString(folder.resolve("gradings.csv"), gradings);
    Path v = Files.writeString(folder.resolve("verdicts.csv"), verdicts);
    IngestOptions options = IngestOptions.of(g, policy).withVerdicts(v);
    return ReportBuilder.build(Ingest.read(options), policy, Optional.empty(), "test");
  }

  private static List<Finding> of(ReportModel report, FindingKind kind) {
    return report.findings().stream().filter(f -> f.kind() == kind).toList();
  }

  @Test
  void aUnitBesideTheOther() throws IOException {
    int[] wrong = {20, 22, 21, 5, 4, 6};
    for (int i = 0; i < 6; i++) {
      person(i < 3 ? "north" : "south", "a" + i, wrong[i], 400);
    }
    ReportModel report = report();
    Needs needs = report.needs();
    assertEquals(List.of("north", "south"), needs.cohorts().stream().map(Person::id).toList());
    Person north = needs.cohorts().get(0);
    assertTrue(north.evidence().names(), north.toString());
    assertEquals(63, north.needs().get(0).errors().found());
    assertEquals(1200, north.needs().get(0).errors().checked());
    assertEquals(15 / 1200.0, north.needs().get(0).errors().others(), 1e-12);
    assertEquals(Evidence.NOT_DISTINGUISHABLE, needs.cohorts().get(1).evidence());
    List<Finding> findings = of(report, FindingKind.TRAINING_NEED);
    assertEquals("north", findings.get(0).about().get("unit"));
    assertTrue(findings.get(0).sentence().startsWith("north: Needs support on the B/C boundary"));
    assertTrue(of(report, FindingKind.GUIDELINE).isEmpty());
  }

  @Test
  void aProblemOfTheGuideline() throws IOException {
    for (int i = 0; i < 5; i++) {
      person("one", "a" + i, 28 + i, 200);
    }
    ReportModel report = report();
    assertTrue(report.needs().cohorts().isEmpty());
    Finding f = of(report, FindingKind.GUIDELINE).get(0);
    assertTrue(
        f.sentence()
            .startsWith(
                "Everybody's B/C boundary: where the reference grade is B, C is given in 15.0 % (at"
                    + " least "),
        f.sentence());
    assertTrue(f.sentence().contains("by 5 of 5 people alike"), f.sentence());
    assertEquals(.15, (Double) f.evidence().get("share"), 1e-12);
    assertFalse(report.needs().people().stream().anyMatch(p -> p.evidence().names()));
  }
}
