package org.assay.io.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assay.io.ingest.Ingest;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.policy.FamilyWise;
import org.assay.io.policy.Policy;
import org.assay.io.policy.PolicyReader;
import org.assay.result.Conclusion.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What would settle the rest, added up over levels, members and periods. */
class FurtherSectionTest {
  private static final String LEVEL =
      """
      {"name": "%s", "counts": "any", "acceptable": 0.01, "unacceptable": %s,
       "producerRisk": 0.05, "consumerRisk": 0.05, "period": "month", "scope": "%s"%s}\
      """;

  @TempDir Path folder;

  private final StringBuilder gradings = new StringBuilder("item_id,assessor_id,grade,graded_at\n");
  private final StringBuilder verdicts =
      new StringBuilder(
          "item_id,reviewer_id,grade,checked_at,selection_method,inclusion_probability,blind\n");

  /** Gradings of an assessor in a month, of which the first ones are checked and right. */
  private void lot(String who, int month, int size, int checked) {
    for (int i = 0; i < size; i++) {
      String item = who + month + "-" + i;
      gradings.append(item + "," + who + ",A,2025-0" + month + "-03T10:00:00Z\n");
      if (i < checked) {
        verdicts.append(item + ",q1,A,2025-09-10T10:00:00Z,SRS," + (double) checked / size);
        verdicts.append(",BLIND\n");
      }
    }
  }

  private static String level(String name, double limit, String scope, String more) {
    return LEVEL.formatted(name, limit, scope, more);
  }

  private ReportModel report(String more, String... levels) throws IOException {
    Policy policy =
        PolicyReader.parse(
            "{\"scheme\": {\"grades\": [\"A\", \"B\", \"C\"]}, \"levels\": ["
                + String.join(",", levels)
                + "]"
                + more
                + "}");
    Path g = Files.writeString(folder.resolve("g.csv"), gradings);
    Path v = Files.writeString(folder.resolve("v.csv"), verdicts);
    return ReportBuilder.build(
        Ingest.read(IngestOptions.of(g, policy).withVerdicts(v)), policy, Optional.empty(), "test");
  }

  private static long further(ReportModel report, String level, String member, String period) {
    return report.levels().stream()
        .filter(l -> l.level().equals(level) && l.member().equals(member))
        .filter(l -> l.period().equals(period))
        .findFirst()
        .orElseThrow()
        .furtherChecks();
  }

  /** Two levels of each person need one sample: the larger; the unit's lot shares in it. */
  @Test
  void oneSampleServesLevelsAndScopes() throws IOException {
    lot("a", 1, 2_000, 40);
    lot("b", 1, 2_000, 40);
    lot("a", 2, 2_000, 40);
    ReportModel report =
        report(
            "",
            level("five", 0.05, "assessor", ""),
            level("four", 0.04, "assessor", ""),
            level("all", 0.02, "unit", ""));
    FurtherTotals.Part all = report.further().all();
    FurtherTotals.Part last = report.further().last();
    assertEquals(8, report.levels().size());
    assertEquals(8, all.open());
    assertEquals(8, all.settled());
    long person = further(report, "four", "a", "2025-01");
    assertEquals(person, further(report, "four", "b", "2025-01"));
    assertEquals(person, further(report, "four", "a", "2025-02"));
    assertTrue(further(report, "five", "a", "2025-01") < person);
    long january = further(report, "all", "all", "2025-01");
    long february = further(report, "all", "all", "2025-02");
    assertEquals(3 * person + january + february, all.checks());
    assertEquals(person + february, last.checks());
    assertEquals(3, last.settled());
    // both need the same share of January, and the unit's share is of the same gradings
    double inJanuary = Math.max(person / 1960.0, january / 3920.0) * 3920;
    double inFebruary = Math.max(person, february);
    assertEquals(inFebruary, last.viewings(), 1e-9);
    assertEquals(inJanuary + inFebruary, all.viewings(), 1e-9);
    assertEquals(all.viewings() / 30, all.hours(), 1e-12);
    assertNull(all.reviewerDays());
    String text = report.further().sentences().get(0);
    assertTrue(text.startsWith("8 states are NOT DEMONSTRATED, 3 of them in the last"), text);
  }

  /** Ten gradings say nothing of a person, and of the lot only when all are checked. */
  @Test
  void whatNothingSettlesIsSaidAndNotAddedUp() throws IOException {
    lot("a", 1, 10, 5);
    ReportModel report =
        report(
            ", \"exposureCeiling\": {\"perDay\": 10}",
            level("person", 0.02, "assessor", ""),
            level("lot", 0.02, "unit", ""));
    assertEquals(new FurtherTotals.Part(2, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0L), report.further().all());
    String text = String.join(" ", report.further().sentences());
    assertTrue(text.contains("No number of further checks within the lot"), text);
    assertTrue(text.contains("which nobody is asked for"), text);
  }

  @Test
  void verdictsThatAreDueComeFirst() throws IOException {
    lot("a", 1, 2_000, 62);
    for (int i = 0; i < 4; i++) {
      int at = verdicts.indexOf("a1-" + i + ",q1,A,2025-09-10T10:00:00Z");
      verdicts.replace(
          at, at + ("a1-" + i + ",q1,A,2025-09-10T10:00:00Z").length(), "a1-" + i + ",,,");
    }
    FurtherTotals.Part all = report("", level("five", 0.05, "unit", "")).further().all();
    assertEquals(1, all.open());
    assertEquals(1, all.waiting());
    assertEquals(0, all.settled());
  }

  /** 62 clean checks of 2,000 show 5 % at p = .040: enough for one state, not for two. */
  @Test
  void whatIsShownAloneOnlyHasItsOwnCategory() throws IOException {
    lot("a", 1, 2_000, 62);
    lot("a", 2, 2_000, 62);
    String rule = ", \"familyWise\": \"holm\"";
    ReportModel report = report(rule, level("five", 0.05, "unit", ""));
    assertTrue(report.levels().get(0).sentence().endsWith(LevelSentence.TOGETHER));
    FurtherTotals.Part all = report.further().all();
    assertEquals(2, all.open());
    assertEquals(2, all.together());
    assertEquals(0, all.settled() + all.waiting() + all.everything() + all.nothing());
    assertEquals(0, all.checks());
    String text = String.join(" ", report.further().sentences());
    assertFalse(text.contains("is likely to settle"), text);
    assertEquals(
        List.of("Open: 2. Shown alone, but not among all states of the level: 2."),
        FurtherText.summary(report.further()));
    assertTrue(text.contains("2 are shown by themselves, but not among all states"), text);
    assertEquals(
        2,
        report("", level("five", 0.05, "unit", "")).levels().stream()
            .filter(l -> l.state() == State.PASS)
            .count());
  }

  @Test
  void nothingIsSaidWhereNothingIsOpen() throws IOException {
    lot("a", 1, 2_000, 200);
    ReportModel report = report("", level("five", 0.05, "unit", ""));
    assertEquals(0, report.further().all().open());
    assertEquals(1, report.further().sentences().size());
    assertTrue(FurtherText.summary(report.further()).isEmpty());
  }

  /** The summary has two lines, however large the numbers. */
  @Test
  void twoLines() {
    var part =
        new FurtherTotals.Part(2_345, 1_111, 99, 88, 77, 0, 55, 234_567, 154_321.4, 5_144, 9_999L);
    FurtherTotals totals = FurtherText.of(part, part, FamilyWise.NONE, true);
    assertEquals(2, FurtherText.summary(totals).size());
    FurtherText.summary(totals).forEach(line -> assertTrue(line.length() <= 94, line));
  }
}
