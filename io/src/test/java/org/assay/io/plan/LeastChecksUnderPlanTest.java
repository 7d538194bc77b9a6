package org.assay.io.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import org.assay.io.policy.PolicyReader;
import org.assay.io.report.LevelPart;
import org.assay.plan.Design;
import org.assay.plan.Evaluation.Decision;
import org.assay.plan.QaLevel;
import org.assay.result.Conclusion.State;
import org.junit.jupiter.api.Test;

/** No state, in plan, evaluation or report, on fewer checks than the policy wants. */
class LeastChecksUnderPlanTest extends ReportPlanFixture {
  /** The plan was made before the policy asked for so many checks. */
  @Test
  void nothingIsSaidOnFewerChecksThanThePolicyWants() throws IOException {
    Plan plan = plan(Plan.Options.USUAL);
    Draw draw = Draw.of(plan, policy, read(), Draw.Options.of("seed", false));
    policyText = POLICY.replace("\"scope\": \"unit\"", "\"leastChecks\": 500, \"scope\": \"unit\"");
    policy = PolicyReader.parse(policyText);
    String verdicts = filled(draw.pickList(), item -> true);
    assertOneJudge(draw, verdicts, null);
    LevelPart.Level unit =
        report(draw, verdicts, null).levels().stream()
            .filter(l -> l.scope() == QaLevel.Scope.UNIT && l.plan() != null)
            .findFirst()
            .orElseThrow();
    assertEquals(Decision.REJECT, unit.plan().decision());
    assertEquals(State.NOT_DEMONSTRATED, unit.state());
    assertTrue(unit.sentence().contains("on fewer than 500 checks."), unit::sentence);
    assertTrue(
        StatusFiles.summary(evaluate(draw, verdicts))
            .contains("; no state on fewer than 500 checks"));
  }

  /** Unless it says otherwise a state about a person needs 29 checks at a limit of 10 %. */
  @Test
  void aPlanDecidesNothingAboutAPersonBeforeTheLeastChecks() throws IOException {
    for (Design design : Arrays.stream(Design.values()).filter(Design::hasEnd).toList()) {
      for (PlannedLot lot : plan(options(design)).lots()) {
        for (PlannedLevel level : lot.levels()) {
          int least = level.level().equals("any") ? 29 : level.level().equals("bad") ? 50 : 1;
          assertEquals(least, level.leastChecks());
          if (design != Design.ZERO_ACCEPTANCE) {
            int first = level.plan(lot.gradings()).boundary().rows().get(0).n();
            assertTrue(first >= least, () -> design + " " + level);
          }
          assertTrue(level.checksWithoutErrors() >= least, () -> design + " " + level);
          assertTrue(
              design == Design.ZERO_ACCEPTANCE
                  || level.achievedProducerRisk() <= level.producerRisk(),
              () -> design + " " + level);
          assertTrue(
              level.achievedConsumerRisk() <= level.consumerRisk(), () -> design + " " + level);
        }
      }
    }
  }

  @Test
  void aLotWithFewerGradingsThanAStateNeedsSaysSo() throws IOException {
    policy =
        PolicyReader.parse(
            POLICY.replace(
                "\"scope\": \"assessor\"", "\"leastChecks\": 300, \"scope\": \"assessor\""));
    Plan plan = plan(Plan.Options.USUAL);
    assertEquals(300, plan.lots().get(0).levels().get(0).checksWithoutErrors());
    assertTrue(
        PlanFiles.csv(plan)
            .contains(
                " No PASS or FAIL is possible: the lot has 201 gradings, and a state needs 300"
                    + " checks."));
    assertTrue(
        PlanFiles.summary(plan)
            .contains("Levels of lots with fewer gradings than a PASS or FAIL needs: 2;"));
  }
}
