package org.assay.io.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assay.io.ingest.Ingest;
import org.assay.io.ingest.IngestOptions;
import org.assay.plan.FurtherAnswer;
import org.assay.plan.FurtherAnswer.Kind;
import org.assay.plan.FurtherChecks;
import org.assay.plan.LevelAssessment;
import org.assay.plan.QaLevel;
import org.assay.result.Conclusion;
import org.assay.result.Conclusion.State;
import org.junit.jupiter.api.Test;

/** What is done and what remains. */
class ProgressTest extends PlanFixture {
  private static final String HEAD =
      "item_id,assessor_id,reviewer_id,grade,checked_at,selection_method,inclusion_probability\n";

  // Gradings i1, i8, i15 ... of a02 (700 / 7 = 100 a remainder), checked, the first ones wrong.
  private Progress progress(String verdicts, int looks) throws IOException {
    Path file = Files.writeString(temp.resolve("v.csv"), verdicts);
    Plan plan = plan(Plan.Options.USUAL);
    return Progress.of(
        plan,
        policy,
        Ingest.read(IngestOptions.of(gradings, policy).withVerdicts(file)),
        ExclusionList.NONE,
        looks);
  }

  private static String checks(int from, int count, int errors, String probability) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String grade = i < errors ? "B" : "C";
      text.append("i" + (from + 7 * i) + ",a02,r01," + grade + ",2025-04-01T09:00:00Z,SRS,");
      text.append(probability).append('\n');
    }
    return text.toString();
  }

  private static Progress.Level of(Progress progress, String who, String level) {
    return progress.levels().stream()
        .filter(l -> l.lot().who().equals(who) && l.level().equals(level))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void sameAnswerAsOfTheSameChecks() throws IOException {
    Progress progress = progress(HEAD + checks(12, 30, 2, "0.15"), 1);
    Progress.Level found = of(progress, "a02", "any");
    QaLevel level = policy.levels().get(0);
    long lot = found.lot().gradings();
    assertEquals(30, found.checked());
    assertEquals(2, found.errors());
    Conclusion same = LevelAssessment.of(level, 2, 30, lot);
    assertEquals(same.state(), found.state());
    assertEquals(same.furtherChecks(), found.further().number());
    assertEquals(FurtherChecks.of(level).inLot(2, 0, 30, lot), found.further());
    assertEquals(2.0 / 30, found.further().assumedRate());
    String text = ProgressFiles.summary(progress, 30, 1);
    assertTrue(text.contains("if the rate is 6.67 %"), text);
    assertTrue(text.contains("both risks are up to twice those stated"), text);
    assertTrue(
        ProgressFiles.csv(progress).contains(",any,30,2,0,NOT_DEMONSTRATED,CHECKS,"),
        ProgressFiles.csv(progress));
  }

  @Test
  void oneSampleServesAllLevelsAndLotsShareViewings() throws IOException {
    Progress progress = progress(HEAD + checks(12, 30, 0, "0.15"), 1);
    long sum = progress.levels().stream().mapToLong(Progress.Level::toDo).sum();
    assertTrue(progress.checks() < sum, "levels of a lot share a sample");
    assertTrue(
        progress.viewings() < progress.checks(), "the unit's lot shares with the assessors'");
    long largest = progress.levels().stream().mapToLong(Progress.Level::toDo).max().orElse(0);
    assertTrue(progress.viewings() >= largest);
  }

  @Test
  void looksArePaidFor() throws IOException {
    String verdicts = HEAD + checks(12, 35, 0, "0.15");
    assertEquals(State.PASS, of(progress(verdicts, 1), "a02", "any").state());
    Progress.Level three = of(progress(verdicts, 4), "a02", "any");
    assertEquals(State.NOT_DEMONSTRATED, three.state());
    assertEquals(4, three.further().looks());
  }

  /** Pending checks speak for neither side, and are the first of those to make. */
  @Test
  void pendingChecks() throws IOException {
    String verdicts =
        HEAD + checks(12, 35, 0, "0.15") + "i5,a02,,,,SRS,0.15\ni257,a02,,,,SRS,0.15\n";
    verdicts = verdicts.replace("i5,a02,", "i264,a02,");
    Progress.Level found = of(progress(verdicts, 1), "a02", "any");
    assertEquals(2, found.pending());
    assertEquals(State.NOT_DEMONSTRATED, found.state());
    assertEquals(Kind.SETTLED, found.further().kind());
    assertEquals(2, found.toDo());
  }

  @Test
  void unequalProbabilitiesCountByWhatTheyAreWorth() throws IOException {
    Progress progress =
        progress(HEAD + checks(12, 20, 1, "0.3") + checks(12 + 140, 20, 1, "0.1"), 1);
    FurtherAnswer further = of(progress, "a02", "any").further();
    assertTrue(further.left().isPresent());
    assertTrue(
        further.number().getAsLong()
            > FurtherChecks.of(policy.levels().get(0)).inLot(2, 0, 40, 200).number().getAsLong());
  }

  @Test
  void verdictsThatNoDrawChoseAreNamed() throws IOException {
    Progress progress = progress(HEAD + checks(12, 10, 0, "0.15").replace("SRS", "TARGETED"), 1);
    assertEquals(10, progress.notRandom());
    assertEquals(0, of(progress, "a02", "any").checked());
    assertTrue(ProgressFiles.summary(progress, 30, 1).contains("not counted: 10."));
  }
}
