package org.assay.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalLong;
import org.assay.data.ErrorClass;
import org.assay.data.GradingScheme;
import org.assay.data.Periods.PeriodKind;
import org.assay.interval.FiniteLotBound;
import org.assay.interval.ProportionInterval;
import org.assay.interval.ProportionInterval.Sides;
import org.assay.plan.LevelJudge.LevelAssessment;
import org.assay.plan.Lot.Reading;
import org.assay.result.Conclusion;
import org.assay.result.Conclusion.State;
import org.junit.jupiter.api.Test;

class LevelAssessmentTest {
  private static final QaLevel LEVEL =
      QaLevel.named("any error")
          .counting(ErrorClass.any(GradingScheme.ordered("A", "B")))
          .acceptable(0.01)
          .unacceptable(0.05)
          .producerRisk(0.05)
          .consumerRisk(0.05)
          .of(QaLevel.Scope.UNIT)
          .per(PeriodKind.MONTH)
          .build();

  @Test
  void aBuilderNamesWhatIsMissing() {
    assertEquals(QaLevel.Judging.of(QaLevel.Scope.UNIT), LEVEL.judging());
    assertEquals(
        "level \"any error\" must be given unacceptable(...) before it is built",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    QaLevel.named("any error")
                        .counting(LEVEL.counts())
                        .acceptable(0.01)
                        .of(QaLevel.Scope.UNIT)
                        .per(PeriodKind.MONTH)
                        .build())
            .getMessage());
  }

  @Test
  void passAtTheFirstSampleThatShowsIt() {
    assertEquals(State.NOT_DEMONSTRATED, LevelAssessment.of(LEVEL, 0, 58).state());
    Conclusion pass = LevelAssessment.of(LEVEL, 0, 59);
    assertEquals(State.PASS, pass.state());
    assertEquals(0.04950761, pass.passBound(), 5e-9); // zero errors: 1 - 0.05^(1/59)
    assertEquals(OptionalLong.of(0), pass.furtherChecks());
  }

  @Test
  void failWhenTheLowerBoundIsAbove() {
    Conclusion fail = LevelAssessment.of(LEVEL, 12, 100);
    assertEquals(State.FAIL, fail.state());
    assertEquals(
        ProportionInterval.CLOPPER_PEARSON.of(12, 100, 0.95, Sides.LOWER).lower(),
        fail.failBound());
  }

  @Test
  void lotNeedsFewer() {
    assertEquals(State.PASS, LevelAssessment.of(LEVEL, 0, 57, 2000).state());
    assertEquals(State.NOT_DEMONSTRATED, LevelAssessment.of(LEVEL, 0, 56, 2000).state());
    assertEquals(
        FiniteLotBound.of(0, 58, 2000, 0.95, Sides.UPPER).upperCount() / 2000.0,
        LevelAssessment.of(LEVEL, 0, 58, 2000).passBound());
  }

  @Test
  void nothingChecked() {
    Conclusion none = LevelAssessment.of(LEVEL, 0, 0);
    assertEquals(State.NOT_DEMONSTRATED, none.state());
    assertFalse(none.estimate().defined());
    assertEquals(OptionalLong.of(361), none.furtherChecks()); // at half the limit
  }

  @Test
  void readingOfALimit() {
    assertEquals(3, Reading.AT_MOST.largest(0.03, 100));
    assertEquals(2, Reading.LESS_THAN.largest(0.03, 100));
    assertEquals(29, Reading.AT_MOST.largest(0.29, 100)); // 0.29 * 100 is 28.999999999999996
    assertEquals(1, Reading.AT_MOST.largest(0.03, 50));
    assertEquals(1, Reading.LESS_THAN.largest(0.03, 50));
    assertEquals(-1, Reading.LESS_THAN.largest(0, 50));
  }

  /**
   * A published confidence sequence truncates rate x lot and tests 156 of 3,000 counts as others.
   */
  @Test
  void everyCountIsItsOwnRate() {
    for (long lot : new long[] {100, 3_000}) {
      for (long count = 0; count <= lot; count++) {
        double rate = (double) count / lot;
        assertEquals(count, Reading.AT_MOST.largest(rate, lot));
        assertEquals(count - 1, Reading.LESS_THAN.largest(rate, lot));
        assertEquals((double) count, Lot.of(lot).quality(rate));
      }
    }
  }
}
