package org.assay.io.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.policy.PolicyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Agreement among assessors in a report, through files. */
class AmongSectionTest {
  @TempDir Path folder;

  private ReportModel report(String gradings) throws IOException {
    Path policy =
        Files.writeString(
            folder.resolve("policy.json"),
            """
            {"scheme": {"grades": ["1", "2", "3", "4", "5"]}, "levels": [{"name": "any",
             "counts": "any", "acceptable": 0.01, "unacceptable": 0.05, "producerRisk": 0.05,
             "consumerRisk": 0.05, "period": "all", "scope": "unit"}]}
            """);
    Path file = Files.writeString(folder.resolve("g.csv"), gradings);
    return ReportJob.run(
            IngestOptions.of(file, PolicyReader.read(policy)),
            policy,
            folder.resolve("out"),
            null,
            "test",
            (task, share) -> {})
        .report();
  }

  private static void grading(
      StringBuilder to, String item, String assessor, String grade, String stream) {
    to.append(item).append(',').append(assessor).append(',').append(grade);
    to.append(",2025-03-03T10:00:00Z,").append(stream).append('\n');
  }

  /** Four raters of Gwet (2014): the 11 items that two or more rated; one item is in stream s2. */
  @Test
  void publishedRatersInTwoStreams() throws IOException {
    StringBuilder csv = new StringBuilder("item_id,assessor_id,grade,graded_at,stream_id\n");
    List<String> rows =
        Files.readAllLines(Path.of("../datasets/agreement/gwet_cac_raw4raters_12x4.csv"));
    for (int i = 1; i <= 12; i++) {
      String[] cells = rows.get(i + 1).split(",", -1); // after a comment and the header
      for (int rater = 0; rater < cells.length; rater++) {
        if (cells[rater].matches("[1-5]")) {
          grading(csv, "i" + i, "r" + rater, cells[rater], i == 1 ? "s2" : "s1");
        }
      }
    }
    AmongPart.Among among = report(csv.toString()).among();
    assertEquals(
        List.of("all streams", "s1", "s2"),
        among.parts().stream().map(AmongPart.Part::stream).toList());
    AmongPart.Part all = among.parts().get(0);
    assertEquals(12, all.items());
    assertEquals(11, all.sharedItems());
    assertEquals(1, among.parts().get(2).sharedItems());
    assertEquals(0.8181818, all.coefficients().get(0).value(), 1e-6);
    assertEquals(null, among.parts().get(2).coefficients().get(0).lower()); // of one item
    for (AgreementModel.Coefficient c : all.coefficients()) {
      assertTrue(c.lower() <= c.value() && c.value() <= c.upper(), c.toString());
    }
    assertTrue(all.sentence().startsWith("11 of 12 items were graded by two assessors or more"));
    assertEquals(0, among.others().rows().size()); // nobody shares 20 items
    assertEquals(4, among.others().omitted());
  }

  @Test
  void nobodySharesAnItem() throws IOException {
    StringBuilder csv = new StringBuilder("item_id,assessor_id,grade,graded_at,stream_id\n");
    for (int i = 0; i < 10; i++) {
      grading(csv, "i" + i, "a" + i % 2, "1", "s");
    }
    AmongPart.Among among = report(csv.toString()).among();
    assertTrue(among.parts().isEmpty());
    assertTrue(among.sentence().startsWith("No item was graded by two assessors"));
    assertTrue(
        Files.readString(folder.resolve("out/summary.txt"))
            .contains("No item was graded by two assessors"));
  }
}
