package org.assay.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.assay.data.ErrorClass;
import org.assay.data.GradingScheme;
import org.assay.data.Periods.PeriodKind;
import org.assay.internal.PlanSearch;
import org.assay.internal.Risk;
import org.assay.interval.FiniteLotBound;
import org.assay.interval.ProportionInterval;
import org.assay.interval.ProportionInterval.Sides;
import org.assay.plan.Evaluation.Decision;
import org.assay.plan.Evaluation.Verdict;
import org.assay.plan.LevelJudge.LevelAssessment;
import org.assay.plan.Lot.Reading;
import org.assay.result.Conclusion.State;
import org.assay.size.BoundSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * If c errors in n pass, everything says so, and of c + 1 nothing does: decided in exact arithmetic
 * and asked of plans, bounds, assessments, sizes and evaluations. Half of the cases are ties.
 */
class TiesTest {
  private static final double[] RISKS = {0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.3, 0.4, 0.45};

  static LongStream seeds() {
    return LongStream.range(0, 1_000);
  }

  private static QaLevel level(double limit, double risk) {
    return QaLevel.named("any error")
        .counting(ErrorClass.any(GradingScheme.ordered("A", "B")))
        .acceptable(0)
        .unacceptable(limit)
        .producerRisk(risk)
        .consumerRisk(risk)
        .of(QaLevel.Scope.UNIT)
        .per(PeriodKind.MONTH)
        .build();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void lot(long seed) {
    var random = new SplittableRandom(seed);
    double risk = RISKS[random.nextInt(RISKS.length)];
    long lot = random.nextLong(4, 1_001);
    boolean tie = random.nextBoolean();
    if (tie) { // one too many: P(X = 0) = 1 - n / lot is the risk
      lot = 100 * random.nextLong(1, 11);
    }
    long allowed = tie ? 0 : random.nextLong(0, Math.max(1, lot / 5));
    long n = tie ? Math.round(lot * (1 - risk)) : random.nextLong(1, lot + 1);
    double limit = allowed == 0 ? 0.5 / lot : (double) allowed / lot;
    long most = mostInLot(lot, allowed + 1, n, risk);
    if (tie) {
      assertEquals(0, most, "the case is one");
    }
    var level = level(limit, risk);
    double confidence = Risk.complement(risk);
    for (long errors = Math.max(0, most); errors <= Math.min(n, most + 1); errors++) {
      boolean passes = errors <= most;
      String text = errors + " in " + n + " of " + lot + ", allowed " + allowed + ", risk " + risk;
      assertEquals(
          passes,
          LevelAssessment.of(level, errors, n, lot).state() == State.PASS,
          "state: " + text);
      assertEquals(
          passes,
          FiniteLotBound.of(errors, n, lot, confidence, Sides.UPPER).upperCount() <= allowed,
          "bound: " + text);
      if (errors <= allowed) {
        var size = new BoundSize(ErrorModel.inLot(lot), limit, false, confidence);
        assertEquals(passes, size.forErrors(errors).n() <= n, "size: " + text);
        long smallest =
            SingleSampling.smallestSize(
                ErrorModel.inLot(lot), (double) (allowed + 1), risk, errors);
        assertEquals(passes, smallest != PlanSearch.NONE && smallest <= n, "plan: " + text);
      }
      if (n < lot && passes) {
        Promise promise = Promise.of(level, lot, Reading.AT_MOST);
        var plan =
            SequentialPlan.given(
                promise, Boundary.stages(StagedPlan.single(n, most), false, false));
        assertTrue(Risk.isAtMost(plan.consumerRisk(), risk), "evaluate: " + text);
        var after = accepted(plan, n, errors);
        assertTrue(after.upperBound(plan).orElseThrow() <= allowed, "evaluated bound: " + text);
        assertTrue(Risk.isAtMost(after.acceptancePValue(plan), risk), "evaluated: " + text);
      }
      assertEquals(
          most, new SampleReach(ErrorModel.inLot(lot), n, confidence).mostErrors(limit), text);
    }
  }

  /** Ties of independent checks: rates and risks with few digits, as 0.8 and 0.04 at 2 checks. */
  @Test
  void process() {
    for (int hundredths = 1; hundredths < 100; hundredths++) {
      double limit = hundredths / 100.0;
      for (int n = 1; n <= 12; n++) {
        for (int c = 0; c < n; c++) {
          BigDecimal exact = binomial(n, c, hundredths);
          for (double risk : risks(exact)) {
            boolean passes = exact.compareTo(BigDecimal.valueOf(risk)) <= 0;
            String text = c + " in " + n + " at " + limit + ", risk " + risk;
            var level = level(limit, risk);
            double confidence = Risk.complement(risk);
            assertEquals(passes, LevelAssessment.of(level, c, n).state() == State.PASS, text);
            var size = new BoundSize(ErrorModel.BINOMIAL, limit, false, confidence);
            assertEquals(passes, size.forErrors(c).n() <= n, text);
            long most = new SampleReach(ErrorModel.BINOMIAL, n, confidence).mostErrors(limit);
            assertEquals(passes, c <= most, text);
            double upper =
                ProportionInterval.CLOPPER_PEARSON.of(c, n, confidence, Sides.UPPER).upper();
            assertTrue(passes ? upper <= limit * (1 + 1e-12) : upper > limit, text);
          }
        }
      }
    }
  }

  // The risks of the list, and the probability itself where it is a decimal of few places.
  private static double[] risks(BigDecimal exact) {
    var asRisk = exact.setScale(6, RoundingMode.DOWN);
    boolean tie = asRisk.compareTo(exact) == 0 && asRisk.signum() > 0;
    double own = asRisk.doubleValue();
    return tie && own < 0.5 ? new double[] {own, 0.05, 0.1} : new double[] {0.05, 0.1};
  }

  private static BigDecimal binomial(int n, int c, int hundredths) {
    BigInteger sum = BigInteger.ZERO;
    for (int k = 0; k <= c; k++) {
      sum =
          sum.add(
              choose(n, k)
                  .multiply(BigInteger.valueOf(hundredths).pow(k))
                  .multiply(BigInteger.valueOf(100 - hundredths).pow(n - k)));
    }
    return new BigDecimal(sum, 2 * n);
  }

  // Most errors in n with P(X <= errors) at most the risk, in whole numbers; -1 for none.
  private static long mostInLot(long lot, long defective, long n, double risk) {
    BigInteger all = choose(lot, n);
    BigDecimal allowed = new BigDecimal(all).multiply(BigDecimal.valueOf(risk));
    BigInteger sum = BigInteger.ZERO;
    for (long x = 0; x <= n; x++) {
      if (x <= defective && n - x <= lot - defective) {
        sum = sum.add(choose(defective, x).multiply(choose(lot - defective, n - x)));
      }
      if (new BigDecimal(sum).compareTo(allowed) > 0) {
        return x - 1;
      }
    }
    return n;
  }

  private static BigInteger choose(long n, long k) {
    BigInteger c = BigInteger.ONE;
    for (long i = 1; i <= Math.min(k, n - k); i++) {
      c = c.multiply(BigInteger.valueOf(n - i + 1)).divide(BigInteger.valueOf(i));
    }
    return c;
  }

  private static Evaluation accepted(SequentialPlan plan, long n, long errors) {
    Evaluation state = Evaluation.START;
    for (long i = 0; i < n; i++) {
      state = state.add(plan, i < errors ? Verdict.ERROR : Verdict.RIGHT);
    }
    assertEquals(Decision.ACCEPT, state.decision());
    return state;
  }
}
