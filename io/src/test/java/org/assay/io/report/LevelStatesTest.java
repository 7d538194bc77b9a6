package org.assay.io.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.policy.FamilyWise;
import org.assay.io.policy.PolicyReader;
import org.assay.plan.QaLevel;
import org.assay.result.Conclusion.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** States of levels through files: what stands behind them, and what takes them away. */
class LevelStatesTest {
  @TempDir Path folder;

  private final StringBuilder gradings =
      new StringBuilder("item_id,assessor_id,grade,graded_at,stream_id\n");
  private final StringBuilder verdicts =
      new StringBuilder(
          "item_id,reviewer_id,grade,checked_at,selection_method,inclusion_probability,blind\n");

  /** Gradings of an assessor, of which the first ones are checked with a probability. */
  private void lot(String name, int size, int checked, int errors) {
    for (int i = 0; i < size; i++) {
      grading(name + i, name, i < errors ? "B" : "A");
      if (i < checked) {
        verdict(name + i, "A", (double) checked / size);
      }
    }
  }

  private void grading(String item, String assessor, String grade) {
    gradings.append(item).append(',').append(assessor).append(',').append(grade);
    gradings.append(",2025-03-03T10:00:00Z,").append("s").append('\n');
  }

  private void verdict(String item, String grade, double probability) {
    verdicts.append(item).append(",q1,").append(grade).append(",2025-03-10T10:00:00Z,SRS,");
    verdicts.append(probability).append(",BLIND\n");
  }

  private ReportModel report(String scope, String level, String policy) throws IOException {
    Path p = folder.resolve("policy.json");
    Files.writeString(
        p,
        "{\"scheme\": {\"grades\": [\"A\", \"B\", \"C\"]}, \"levels\": [{\"name\": \"any\","
            + " \"counts\": \"any\", \"acceptable\": 0.01, \"unacceptable\": 0.05,"
            + " \"producerRisk\": 0.05, \"consumerRisk\": 0.05, \"period\": \"all\", \"scope\": \""
            + scope
            + "\""
            + level
            + "}]"
            + policy
            + "}");
    Path g = Files.writeString(folder.resolve("g.csv"), gradings);
    Path v = Files.writeString(folder.resolve("v.csv"), verdicts);
    IngestOptions options = IngestOptions.of(g, PolicyReader.read(p)).withVerdicts(v);
    return ReportJob.run(options, p, folder.resolve("out"), null, "test", (t, s) -> {}).report();
  }

  private static LevelPart.Level only(ReportModel report) {
    assertEquals(1, report.levels().size());
    return report.levels().get(0);
  }

  @Test
  void aPassSaysHowSureItIs() throws IOException {
    lot("a", 600, 120, 0);
    LevelPart.Level level = only(report("unit", "", ""));
    assertEquals(State.PASS, level.state());
    assertTrue(level.sentence().contains("(95 % confidence, one look)"), level.sentence());
    assertEquals("hypergeometric", level.rate().method());
  }

  /** Six verdicts that cannot be read could be errors: 120 clean checks no longer show 5 %. */
  @Test
  void verdictsThatCannotBeReadStandBetween() throws IOException {
    lot("a", 600, 120, 0);
    String clean = verdicts.toString();
    for (int i = 0; i < 6; i++) {
      clean = clean.replace("a" + i + ",q1,A,", "a" + i + ",q1,?,");
    }
    verdicts.setLength(0);
    verdicts.append(clean);
    LevelPart.Level level = only(report("unit", "", ", \"unusableAtMost\": 0.2"));
    assertEquals(State.NOT_DEMONSTRATED, level.state());
    assertEquals(6, level.rate().unresolved());
    assertTrue(level.provisional());
    assertTrue(level.sentence().contains("6 selections have no usable verdict"), level.sentence());
  }

  @Test
  void nothingPassesWhereTooMuchIsLost() throws IOException {
    lot("a", 600, 120, 0);
    for (int i = 0; i < 60; i++) {
      grading("x" + i, "a", "?");
    }
    ReportModel report = report("unit", "", "");
    assertEquals(State.NOT_DEMONSTRATED, only(report).state());
    assertTrue(report.first().get(0).contains("60 of 660 gradings"), report.first().get(0));
  }

  /** 100 checks drawn at .2 from 500 of 1,000: the other half may be all errors. */
  @Test
  void whatCouldNotBeSelectedCountsAtItsWorst() throws IOException {
    lot("a", 500, 100, 0);
    lot("b", 500, 0, 0);
    LevelPart.Level level = only(report("unit", "", ""));
    assertEquals(State.NOT_DEMONSTRATED, level.state());
    assertEquals(.5, level.rate().covered(), 1e-12);
    assertTrue(level.upperBound() > .5);
  }

  /** One wrong answer in one check, a census of the person's single grading. */
  @Test
  void nothingIsSaidOfAPersonOnOneCheck() throws IOException {
    lot("a", 600, 120, 0);
    lot("b", 1, 1, 1);
    ReportModel report = report("assessor", "", "");
    assertEquals(State.PASS, report.levels().get(0).state());
    assertEquals(State.NOT_DEMONSTRATED, report.levels().get(1).state());
    assertTrue(
        report.levels().get(1).sentence().contains("fewer than 50 checks"),
        report.levels().get(1).sentence());
    assertEquals(QaLevel.About.PROCESS, report.levels().get(0).about());
    assertEquals(.1, report.levelTables().get(0).wrongPasses(), 1e-12);
  }

  /** Open at the first look; more checks would show it, but only one look was stated. */
  @Test
  void aSecondReportIsASecondLook() throws IOException {
    lot("a", 600, 30, 0);
    ReportModel first = report("unit", "", "");
    assertEquals(State.NOT_DEMONSTRATED, only(first).state());
    assertEquals(1, only(first).look());
    assertEquals(1, only(report("unit", "", "")).look()); // the same evidence is the same look
    for (int i = 30; i < 150; i++) {
      verdict("a" + i, "A", .25);
    }
    LevelPart.Level again = only(report("unit", "", ""));
    assertEquals(State.NOT_DEMONSTRATED, again.state());
    assertEquals(2, again.look());
    assertTrue(again.sentence().contains("the risks of the level are spent"), again.sentence());
  }

  @Test
  void looksThatWereStatedCount() throws IOException {
    String looks = ", \"looks\": 2";
    lot("a", 600, 30, 0);
    assertEquals(State.NOT_DEMONSTRATED, only(report("unit", looks, "")).state());
    for (int i = 30; i < 150; i++) {
      verdict("a" + i, "A", .25);
    }
    LevelPart.Level again = only(report("unit", looks, ""));
    assertEquals(.98, again.upperConfidence(), 1e-15); // 1 - .05 / 2.5
    assertEquals(.98, again.rate().confidence(), 1e-15); // whoever reads it looks as often
    assertNotEquals(State.FAIL, again.state());
  }

  /** One of four lots just passes alone, at 4.7 %; of four together none does. */
  @Test
  void statesHeldTogetherAreStricter() throws IOException {
    for (String name : new String[] {"a", "b", "c", "d"}) {
      lot(name, 600, 60, 0);
    }
    String lotLevel = ", \"about\": \"process\"";
    ReportModel alone = report("assessor", lotLevel, "");
    assertTrue(alone.levels().stream().allMatch(l -> l.state() == State.PASS));
    ReportModel together = report("assessor", lotLevel, ", \"familyWise\": \"holm\"");
    assertEquals(FamilyWise.HOLM, together.levelTables().get(0).familyWise());
    for (LevelPart.Level level : together.levels()) {
      assertEquals(State.NOT_DEMONSTRATED, level.state());
      assertFalse(level.provisional(), level::sentence); // no verdict is due
      assertTrue(
          level
              .sentence()
              .endsWith("Judged together with the level's other states, it is not shown."),
          level::sentence);
    }
  }
}
