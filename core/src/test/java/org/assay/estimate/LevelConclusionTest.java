package org.assay.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.assay.data.ErrorClass;
import org.assay.data.GradingScheme;
import org.assay.data.Periods.PeriodKind;
import org.assay.data.Selections.Blindness;
import org.assay.estimate.DesignSample.Part;
import org.assay.estimate.SamplingFrame.ScopeFrame;
import org.assay.plan.FurtherChecks.FurtherAnswer;
import org.assay.plan.FurtherChecks.FurtherAnswer.Kind;
import org.assay.plan.LevelJudge.LevelAssessment;
import org.assay.plan.QaLevel;
import org.assay.plan.QaLevel.Scope;
import org.assay.result.Conclusion;
import org.assay.result.Conclusion.State;
import org.assay.result.Outcome;
import org.assay.result.Undefined;
import org.junit.jupiter.api.Test;

class LevelConclusionTest {
  private static QaLevel level(double acceptable, double unacceptable) {
    GradingScheme scheme = GradingScheme.ordered("A", "B");
    return QaLevel.named("any error")
        .counting(ErrorClass.any(scheme))
        .acceptable(acceptable)
        .unacceptable(unacceptable)
        .producerRisk(.05)
        .consumerRisk(.05)
        .of(Scope.UNIT)
        .per(PeriodKind.ALL)
        .build();
  }

  private static DesignRate rate(long size, long checked, long errors) {
    double probability = (double) checked / size;
    return new DesignSample()
        .add(0, probability, Part.ERROR, errors)
        .add(0, probability, Part.CLEAN, checked - errors)
        .rate(size);
  }

  /** Zero errors in 59 demonstrate 5 % at 95 % (binomial), 58 do not: the auditors' number. */
  @Test
  void fiftyNine() {
    DesignSample passes = new DesignSample();
    DesignSample open = new DesignSample();
    for (int h = 0; h < 2; h++) { // two strata, so that the lot is not a simple random sample
      passes.add(h, 1e-9, Part.CLEAN, 29 + h);
      open.add(h, 1e-9, Part.CLEAN, 29);
    }
    // 29 and 30 of two equal halves: the heavier check stands for 1/58 of the population.
    assertEquals(State.PASS, LevelConclusion.of(level(.01, .052), passes.rate()).state());
    assertEquals(State.NOT_DEMONSTRATED, LevelConclusion.of(level(.01, .05), open.rate()).state());
  }

  @Test
  void simpleRandomSampleConcludesAsTheLotTest() {
    for (long errors : new long[] {0, 2, 5, 12, 30}) {
      QaLevel level = level(.01, .05);
      Conclusion weighted = LevelConclusion.of(level, rate(2000, 176, errors));
      assertEquals(LevelAssessment.of(level, errors, 176, 2000), weighted);
    }
  }

  @Test
  void passNeedsNoFurtherCheckAndFailNeither() {
    Conclusion pass = LevelConclusion.of(level(.01, .05), rate(100_000, 1000, 10));
    Conclusion fail = LevelConclusion.of(level(.01, .05), rate(100_000, 1000, 90));
    assertEquals(State.PASS, pass.state());
    assertEquals(State.FAIL, fail.state());
    assertTrue(pass.passBound() <= .05 && fail.failBound() > .05);
    assertEquals(OptionalLong.of(0), pass.furtherChecks());
  }

  /** 3 errors in 40: between 1.6 and 20.4 %. Nobody can tell yet; the number needed is given. */
  @Test
  void newcomer() {
    Conclusion c = LevelConclusion.of(level(.02, .06), rate(8000, 40, 3));
    assertEquals(State.NOT_DEMONSTRATED, c.state());
    assertTrue(c.furtherChecks().orElseThrow() > 40);
  }

  /** Equal allocation in unequal strata takes more checks than a simple random sample would. */
  @Test
  void furtherChecksPayForTheDesign() {
    DesignSample unequal =
        new DesignSample().add(0, .1, Part.CLEAN, 50).add(1, .01, Part.CLEAN, 50);
    long design =
        LevelConclusion.of(level(.005, .05), unequal.rate()).furtherChecks().orElseThrow();
    long simple =
        LevelConclusion.of(level(.005, .05), rate(5500, 55, 0)).furtherChecks().orElseThrow();
    assertTrue(design > simple, design + " and " + simple);
  }

  @Test
  void nothingChecked() {
    Conclusion c = LevelConclusion.of(level(.01, .05), new DesignSample().rate());
    assertEquals(State.NOT_DEMONSTRATED, c.state());
    assertEquals(Outcome.undefined(Undefined.TOO_FEW_ITEMS), c.estimate());
    assertEquals(List.of(1.0, 0.0), List.of(c.passBound(), c.failBound()));
    assertTrue(c.furtherChecks().orElseThrow() > 0);
  }

  /** 30 clean checks show 10 %, but nothing is said about a person before 50. */
  @Test
  void furtherChecksReachTheLeastNumber() {
    QaLevel level =
        level(.01, .1).withJudging(new QaLevel.Judging(QaLevel.About.LOT, OptionalInt.of(50), 1));
    Conclusion c = LevelConclusion.of(level, rate(2000, 30, 0));
    assertEquals(State.NOT_DEMONSTRATED, c.state());
    assertEquals(OptionalLong.of(20), c.furtherChecks());
    assertEquals(Kind.NEVER, LevelConclusion.further(level, rate(45, 30, 0)).kind());
  }

  /** Of twenty gradings no number beyond twenty can be checked. */
  @Test
  void nothingCheckedOfASmallLot() {
    DesignRate none =
        DesignScope.of(
                List.of(), CheckWeights.of(List.of(), Blindness.BLIND), new ScopeFrame(20, 0))
            .rate(level(.01, .05).counts());
    FurtherAnswer further = LevelConclusion.further(level(.01, .05), none);
    assertEquals(Kind.EVERYTHING_LEFT, further.kind());
    assertEquals(OptionalLong.of(20), further.number());
  }
}
