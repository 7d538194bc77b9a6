package org.assay.io.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import org.assay.io.policy.PolicyReader;
import org.assay.io.report.LevelPart;
import org.assay.result.Conclusion.State;
import org.junit.jupiter.api.Test;

/**
 * States judged together, of which one stands on checks for a plan of another level: evaluation and
 * report take the same p-value, which allows for the plan's stopping.
 */
class FamilyBesidePlanTest extends ReportPlanFixture {
  private static final String TWO_LEVELS =
      """
      {"familyWise": "holm", "scheme": {"grades": ["A", "B", "C"]},
       "levels": [
        {"name": "month", "counts": "any", "acceptable": 0.01, "unacceptable": 0.1,
         "producerRisk": 0.05, "consumerRisk": 0.05, "scope": "assessor", "period": "month",
         "leastChecks": 1},
        {"name": "year", "counts": "any", "acceptable": 0.005, "unacceptable": 0.04,
         "producerRisk": 0.05, "consumerRisk": 0.05, "scope": "unit", "period": "year"}]}
      """;

  /**
   * The plan is for March and for the year; its 35 checks of February, all clean, were made for the
   * year. Taken for a fixed sample of a way of working they show February at p = .9^35 = .025031,
   * and Holm leaves neither month a state; as what they are, checks of a lot at any stop, they show
   * it, and then March at p = .0307, too.
   */
  @Test
  void checksForTheYearAreNoFixedSampleOfTheirMonth() throws IOException {
    var rows = new StringBuilder("item_id,assessor_id,grade,graded_at,stream_id\n");
    for (int i = 0; i < 400; i++) {
      String month = i < 200 ? "02" : "03";
      rows.append("i" + i + ",a01,C,2025-" + month + "-0" + (1 + i % 9) + "T10:00:00Z,Q1\n");
    }
    Files.writeString(gradings, rows);
    policyText = TWO_LEVELS;
    policy = PolicyReader.parse(policyText);
    Draw draw = Draw.of(plan(Plan.Options.USUAL), policy, read(), Draw.Options.of("seed", false));
    String verdicts = filled(draw.pickList(), item -> false);
    PlanStatus status = assertOneJudge(draw, verdicts, null);
    LevelPart.Level february = report(draw, verdicts, null).levels().get(0);
    assertEquals("2025-02", february.period());
    assertEquals(35, february.rate().checked());
    assertEquals(State.PASS, february.state(), february.sentence());
    assertTrue(2 * Math.pow(1 - .1, 35) > .05);
    PlanRuling march = status.rulings().get(0);
    assertEquals("2025-03", march.at().lot().period());
    assertEquals(0.03074, march.at().limitPValues().soFew(), 1e-5);
    assertEquals(State.PASS, march.state());
  }
}
