package org.assay.io.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.assay.io.BadInputException;
import org.assay.io.policy.PolicyReader;
import org.assay.io.report.LevelPart;
import org.assay.io.report.ReportModel;
import org.assay.plan.Design;
import org.assay.plan.Evaluation.Decision;
import org.assay.result.Conclusion.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Report and evaluation of the same plan say the same. */
class ReportUnderPlanTest extends ReportPlanFixture {
  @Test
  void acceptsRejectsAndWaitsAsTheEvaluationDoes() throws IOException {
    Draw draw = Draw.of(plan(Plan.Options.USUAL), policy, read(), Draw.Options.of("seed", false));
    PlanStatus good = assertOneJudge(draw, filled(draw.pickList(), item -> false), null);
    assertEquals(5, good.count(Decision.ACCEPT));
    PlanStatus bad = assertOneJudge(draw, filled(draw.pickList(), item -> true), null);
    assertEquals(5, bad.count(Decision.REJECT));
    PlanStatus open = assertOneJudge(draw, filled(draw.pickList(), i -> i.endsWith("17")), null);
    assertTrue(open.count(Decision.CONTINUE) > 0);
    List<String> lines = filled(draw.pickList(), item -> false).lines().toList();
    PlanStatus first = assertOneJudge(draw, String.join("\n", lines.subList(0, 20)), null);
    assertEquals(5, first.count(Decision.CONTINUE));
  }

  @ParameterizedTest
  @EnumSource(value = Design.class, mode = EnumSource.Mode.EXCLUDE, names = "WALD")
  void everyDesignHasOneJudge(Design design) throws IOException {
    Draw draw = Draw.of(plan(options(design)), policy, read(), Draw.Options.of("seed", true));
    assertOneJudge(draw, filled(draw.pickList(), item -> false), null);
    assertOneJudge(draw, filled(draw.pickList(), item -> item.endsWith("3")), null);
    List<String> lines = filled(draw.pickList(), i -> i.endsWith("7")).lines().toList();
    assertOneJudge(draw, String.join("\n", lines.subList(0, 25)), null);
  }

  @Test
  void aMissingItemIsAnErrorOfThePlanAndUnresolvedInTheRate() throws IOException {
    Draw draw = Draw.of(plan(Plan.Options.USUAL), policy, read(), Draw.Options.of("seed", false));
    String item = key(draw).get(2).item();
    Path gone = Files.writeString(temp.resolve("gone.txt"), item + "\n");
    String verdicts =
        filled(draw.pickList(), i -> false)
            .lines()
            .filter(line -> !line.startsWith(item + ","))
            .reduce("", (a, b) -> a + b + "\n");
    PlanStatus status = assertOneJudge(draw, verdicts, gone);
    LevelState first = status.states().get(0);
    assertEquals(1, first.missing());
    LevelPart.Level row = row(report(draw, verdicts, gone), first);
    assertEquals(1, row.plan().errors());
    assertTrue(row.pending() >= 1);
    assertTrue(row.sentence().contains("1 item that could not be checked among them"));
  }

  /**
   * Nothing wrong in the first ones accepts; what comes later changes neither decision nor bound.
   */
  @Test
  void checksAfterTheDecisionChangeNothing() throws IOException {
    Draw draw = Draw.of(plan(Plan.Options.USUAL), policy, read(), Draw.Options.of("seed", true));
    PlanStatus all = evaluate(draw, filled(draw.pickList(), item -> false));
    ReportModel report = report(draw, filled(draw.pickList(), item -> false), null);
    for (LevelState s : all.states()) {
      LevelPart.Level row = row(report, s);
      int decided = s.level().checksWithoutErrors();
      assertEquals(decided, row.plan().decidedAfter());
      assertTrue(
          row.sentence()
              .contains("ACCEPT after the first " + decided + ", with no error, by the plan's own"),
          row::sentence);
    }
  }

  @Test
  void reportsAreNoLooks() throws IOException {
    Draw draw = Draw.of(plan(Plan.Options.USUAL), policy, read(), Draw.Options.of("seed", false));
    List<String> lines = filled(draw.pickList(), item -> false).lines().toList();
    ReportModel report = null;
    for (int n = 10; n < lines.size() + 10; n += 10) {
      String some = String.join("\n", lines.subList(0, Math.min(n, lines.size())));
      report = report(draw, some, null);
    }
    for (LevelPart.Level row : report.levels()) {
      assertTrue(row.plan() == null || row.look() == 1 && row.state() == State.PASS);
    }
  }

  @Test
  void lostRowsForbidAPass() throws IOException {
    Files.writeString(
        gradings,
        Files.readString(gradings)
            + "x,a01,?,2025-03-02T11:00:00Z,Q1\n"
                .repeat(3)
                .concat("y1,a02,?,2025-03-02T11:00:00Z,Q1\ny2,a02,?,2025-03-02T11:00:00Z,Q1\n")
                .concat("y3,a02,?,2025-03-02T11:00:00Z,Q1\n"));
    Draw draw = Draw.of(plan(Plan.Options.USUAL), policy, read(), Draw.Options.of("seed", false));
    ReportModel report = report(draw, filled(draw.pickList(), item -> false), null);
    LevelPart.Level lost =
        report.levels().stream()
            .filter(l -> l.member().equals("a02") && l.plan() != null)
            .findFirst()
            .orElseThrow();
    assertEquals(Decision.ACCEPT, lost.plan().decision());
    assertEquals(State.NOT_DEMONSTRATED, lost.state());
    assertTrue(lost.sentence().endsWith("see the first lines of the report."), lost::sentence);
  }

  /** Both lots of "bad" pass with p just below 0.05, so that Holm leaves neither. */
  @ParameterizedTest
  @ValueSource(strings = {"holm", "fdr"})
  void statesAreJudgedTogetherWithThoseOfOtherPeriods(String rule) throws IOException {
    policyText = POLICY.replace("{\"scheme\"", "{\"familyWise\": \"" + rule + "\", \"scheme\"");
    policy = PolicyReader.parse(policyText);
    Draw draw = Draw.of(plan(Plan.Options.USUAL), policy, read(), Draw.Options.of("seed", false));
    PlanStatus status = assertOneJudge(draw, filled(draw.pickList(), item -> false), null);
    for (PlanRuling ruling : status.rulings()) {
      if (ruling.at().level().level().equals("bad")) {
        assertEquals(State.NOT_DEMONSTRATED, ruling.state());
        assertEquals(PlanRuling.Reason.TOGETHER, ruling.reason());
      }
    }
    String summary = StatusFiles.summary(status);
    assertTrue(summary.contains("judged together with all others in the gradings"), summary);
    assertTrue(summary.contains("; not shown among all states of the level"), summary);
    // 60 random checks of February, all clean, make a third state that passes
    var more = new StringBuilder();
    var february = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      february.append("f" + i + ",a01,C,2025-02-0" + (1 + i % 9) + "T11:00:00Z,Q1\n");
      more.append("f" + i + ",r01,C,2025-04-01T09:00:00Z,census,1\n");
    }
    Files.writeString(gradings, Files.readString(gradings) + february);
    draw = Draw.of(plan(Plan.Options.USUAL), policy, read(), Draw.Options.of("seed", false));
    String list = filled(draw.pickList(), i -> false).replace("\n", ",,\n");
    list =
        list.replaceFirst(",,\n", ",selection_method,inclusion_probability\n")
            .concat(more.toString());
    assertOneJudge(draw, list, null);
  }

  @Test
  void refusesFilesThatDoNotBelongTogether() throws IOException {
    Draw draw = Draw.of(plan(Plan.Options.USUAL), policy, read(), Draw.Options.of("seed", false));
    String verdicts = filled(draw.pickList(), item -> false);
    String item = key(draw).get(4).item();
    Predicate<String> isDrawn = line -> line.startsWith(item + ",");
    String table = Files.readString(gradings);
    Files.writeString(gradings, table.replace("\n" + item + ",", "\nother,"));
    String message =
        assertThrows(
                BadInputException.class,
                () ->
                    report(
                        draw,
                        verdicts
                            .lines()
                            .filter(isDrawn.negate())
                            .reduce("", (a, b) -> a + b + "\n"),
                        null))
            .getMessage();
    assertEquals(
        "the key must be of the gradings in the table, but check 5 of lot L001 is item \""
            + item
            + "\" by \"a01\", which is not among the gradings of assessor a01, 2025-03; give the"
            + " table the plan was drawn from, with --missing for items that cannot be checked any"
            + " more, or leave out --plan and --key",
        message);
    Files.writeString(gradings, table + "i901,a02,C,2025-03-02T11:00:00Z,Q1\n");
    assertMessage(
        planFile
            + " must be a plan of the gradings in the table; give the table it was made for, or"
            + " leave out --plan and --key (lot L002 (assessor a02, 2025-03) must have the 201"
            + " gradings it was planned for, got 202; make the plan again)",
        () -> report(draw, verdicts, null));
    Files.writeString(gradings, table.replace("2025-0", "2024-0"));
    message =
        assertThrows(BadInputException.class, () -> report(draw, verdicts, null)).getMessage();
    assertTrue(message.startsWith(planFile + " must be a plan of the gradings"), message);
  }
}
