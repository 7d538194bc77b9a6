package org.assay.io.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.assay.io.ingest.Ingest;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.ingest.Intake;
import org.assay.io.policy.PolicyReader;
import org.assay.io.report.LevelPart;
import org.assay.io.report.ReportBuilder;
import org.assay.io.report.ReportModel;
import org.assay.plan.FurtherChecks;
import org.assay.plan.LevelJudge.LevelAssessment;
import org.assay.plan.QaLevel;
import org.assay.result.Conclusion;
import org.assay.result.Conclusion.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        OptionalInt.of(looks));
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

  private QaLevel level(String name) {
    return policy.levels().stream().filter(l -> l.name().equals(name)).findFirst().orElseThrow();
  }

  /** A level about the way of working: an assessor's gradings are a sample of it. */
  @Test
  void sameAnswerAsOfTheSameChecks() throws IOException {
    Progress progress = progress(HEAD + checks(12, 60, 4, "0.3"), 1);
    Progress.Level found = of(progress, "a02", "any");
    assertEquals(60, found.checked());
    assertEquals(4, found.errors());
    Conclusion same = LevelAssessment.of(level("any"), 4, 60);
    assertEquals(State.NOT_DEMONSTRATED, found.state());
    assertEquals(same.state(), found.state());
    assertEquals(same.furtherChecks(), found.further().number());
    assertEquals(FurtherChecks.of(level("any")).inProcess(4, 0, 60), found.further());
    assertEquals(4.0 / 60, found.further().assumedRate());
    String text = ProgressFiles.summary(progress, 30);
    assertTrue(text.contains("if the rate is 6.67 %"), text);
    assertTrue(text.contains("both risks are up to twice those stated"), text);
    assertTrue(
        ProgressFiles.csv(progress).contains(",any,60,4,0,NOT_DEMONSTRATED,CHECKS,"),
        ProgressFiles.csv(progress));
  }

  /** 30 clean checks would show 10 % of anybody but a person, of whom 50 are asked first. */
  @Test
  void leastChecksAreAmongTheAnswer() throws IOException {
    policy =
        PolicyReader.parse(
            POLICY.replace("\"name\": \"any\",", "\"name\": \"any\", \"leastChecks\": 50,"));
    Progress.Level found = of(progress(HEAD + checks(12, 30, 0, "0.15"), 1), "a02", "any");
    assertEquals(State.NOT_DEMONSTRATED, found.state());
    assertEquals(20, found.further().number().getAsLong());
  }

  /**
   * Every number of the report on the same files: two verdicts per grading of which the blind one
   * counts, another kind of check beside them, unread ones, and a simple sample per assessor.
   */
  @ParameterizedTest
  @ValueSource(strings = {"", "\"familyWise\": \"holm\",", "\"reference\": \"last\","})
  void sameStatesAndNumbersAsTheReport(String rule) throws IOException {
    policy =
        PolicyReader.parse(
            POLICY
                .replace("{\"scheme\"", "{" + rule + " \"scheme\"")
                .replace(
                    "\"name\": \"bad\",", "\"name\": \"bad\", \"looks\": 3, \"about\": \"lot\","));
    var text = new StringBuilder(HEAD.replace("\n", ",blind\n"));
    var random = new SplittableRandom(11);
    for (int i = 0; i < 700; i++) {
      boolean second = i % 7 >= 5;
      if (i == 0 || i == 5 || random.nextDouble() > (second ? .4 : .2)) {
        continue;
      }
      String who = second ? "a02" : "a01";
      String tail = ",2025-04-0%dT09:00:00Z,SRS," + (second ? ".4" : ".2");
      String grade = random.nextInt(30) == 0 ? "A" : "C";
      String blind = random.nextInt(5) == 0 ? "NON_BLIND" : "BLIND";
      String item = "i" + i + "," + who + ",r0";
      text.append(item + 1 + "," + grade + tail.formatted(2) + "," + blind + "\n");
      text.append(item + 2 + ",B" + tail.formatted(1) + ",NON_BLIND\n"); // earlier, in sight
      if (random.nextInt(40) == 0) {
        text.append("i" + (i + 7) % 700 + "," + who + ",,," + tail.substring(22) + ",BLIND\n");
      }
    }
    Path file = Files.writeString(temp.resolve("v.csv"), text);
    Intake intake = Ingest.read(IngestOptions.of(gradings, policy).withVerdicts(file));
    Progress progress =
        Progress.of(
            plan(Plan.Options.USUAL), policy, intake, ExclusionList.NONE, OptionalInt.empty());
    ReportModel report = ReportBuilder.build(intake, policy, Optional.empty(), "test");
    int compared = 0;
    for (Progress.Level l : progress.levels()) {
      LevelPart.Level same =
          report.levels().stream()
              .filter(r -> r.level().equals(l.level()) && r.period().equals(l.lot().period()))
              .filter(r -> l.lot().who().isEmpty() || r.member().equals(l.lot().who()))
              .findFirst()
              .orElseThrow();
      String where = l.level() + ", " + l.lot().who() + ": " + same.sentence();
      assertEquals(same.state(), l.state(), where);
      assertEquals(same.rate().checked(), l.checked(), where);
      assertEquals(same.rate().errors(), l.errors(), where);
      assertEquals(same.pending(), l.pending(), where);
      assertEquals(same.looks(), l.further().looks(), where);
      assertEquals(
          same.furtherChecks() == null
              ? OptionalLong.empty()
              : OptionalLong.of(same.furtherChecks()),
          l.further().number(),
          where);
      compared++;
    }
    assertEquals(5, compared);
    assertTrue(progress.levels().stream().anyMatch(l -> l.state() == State.NOT_DEMONSTRATED));
  }

  @Test
  void oneSampleServesAllLevelsAndLotsShareViewings() throws IOException {
    Progress progress = progress(HEAD + checks(12, 30, 0, "0.15"), 1);
    long sum = progress.levels().stream().mapToLong(l -> l.remaining().checks()).sum();
    assertTrue(progress.checks() < sum, "levels of a lot share a sample");
    assertTrue(
        progress.viewings() < progress.checks(), "the unit's lot shares with the assessors'");
    long largest =
        progress.levels().stream().mapToLong(l -> l.remaining().checks()).max().orElse(0);
    assertTrue(progress.viewings() >= largest - 1e-9);
  }

  @Test
  void looksArePaidFor() throws IOException {
    String verdicts = HEAD + checks(12, 35, 0, "0.15");
    assertEquals(State.PASS, of(progress(verdicts, 1), "a02", "any").state());
    Progress.Level three = of(progress(verdicts, 4), "a02", "any");
    assertEquals(State.NOT_DEMONSTRATED, three.state());
    assertEquals(4, three.further().looks());
  }

  /** Two pending checks could both be errors; their verdicts are due before any further check. */
  @Test
  void pendingChecks() throws IOException {
    String verdicts =
        HEAD + checks(12, 35, 0, "0.15") + "i264,a02,,,,SRS,0.15\ni257,a02,,,,SRS,0.15\n";
    Progress progress = progress(verdicts, 1);
    Progress.Level found = of(progress, "a02", "any");
    assertEquals(2, found.pending());
    assertEquals(State.NOT_DEMONSTRATED, found.state());
    assertEquals(new Remaining(Remaining.Kind.VERDICTS, 0), found.remaining());
    String text = ProgressFiles.summary(progress, 30);
    assertTrue(text.contains("only the selections without a verdict stand between"), text);
  }

  /** What a lot of 200 cannot show, nobody is sent to check. */
  @Test
  void whatNothingSettlesIsNotAddedUp() throws IOException {
    Progress progress = progress(HEAD + checks(12, 100, 9, "0.5"), 1);
    Progress.Level found = of(progress, "a02", "any");
    assertEquals(Remaining.Kind.NOTHING, found.remaining().kind());
    assertEquals(0, found.remaining().checks());
    String text = ProgressFiles.summary(progress, 30);
    assertTrue(text.contains("more than are left of the lot"), text);
    assertTrue(text.contains("that nothing within the lot settles"), text);
  }

  /** 40 clean checks show 10 %, but not where one of them stands for a 26th of the work. */
  @Test
  void unequalProbabilitiesCountByWhatTheyAreWorth() throws IOException {
    Progress progress =
        progress(HEAD + checks(12, 20, 0, "0.3") + checks(12 + 140, 20, 0, "0.1"), 1);
    Progress.Level found = of(progress, "a02", "any");
    assertEquals(State.PASS, LevelAssessment.of(level("any"), 0, 40).state());
    assertEquals(State.NOT_DEMONSTRATED, found.state());
    assertTrue(found.further().number().getAsLong() > 0);
  }

  @Test
  void verdictsThatNoDrawChoseAreNamed() throws IOException {
    Progress progress = progress(HEAD + checks(12, 10, 0, "0.15").replace("SRS", "TARGETED"), 1);
    assertEquals(10, progress.notRandom());
    assertEquals(0, of(progress, "a02", "any").checked());
    assertTrue(ProgressFiles.summary(progress, 30).contains("not counted: 10."));
  }
}
