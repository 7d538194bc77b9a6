package org.assay.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.assay.interval.FiniteLotBound;
import org.assay.interval.ProportionInterval.Sides;
import org.assay.plan.Evaluation.Decision;
import org.assay.plan.Evaluation.Verdict;
import org.assay.plan.SequentialDesigns.Looks;
import org.assay.result.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits of the rate of a lot whose plan stops because of what it finds. */
class StagewiseIntervalTest {
  private static final Promise PROMISE = Promise.inLot(300, 6, 30, 0.05, 0.05);
  private static final SequentialPlan PLAN =
      SequentialDesigns.truncated(PROMISE, Looks.EVERY_CHECK);

  private record End(int n, int d) {}

  // Every way to end, or to stand after so many checks, with its probability.
  private static Map<Evaluation, Double> ends(SequentialPlan plan, long defective, int atMost) {
    Map<Evaluation, Double> ends = new HashMap<>();
    Map<End, Double> open = Map.of(new End(0, 0), 1.0);
    for (int n = 0; n < Math.min(atMost, plan.boundary().maximum()); n++) {
      Map<End, Double> next = new HashMap<>();
      for (Map.Entry<End, Double> e : open.entrySet()) {
        int d = e.getKey().d;
        double error = (double) (defective - d) / (300 - n);
        for (Verdict verdict : new Verdict[] {Verdict.RIGHT, Verdict.ERROR}) {
          double p = e.getValue() * (verdict == Verdict.ERROR ? error : 1 - error);
          Evaluation after = Evaluation.open(n, d).add(plan, verdict);
          if (p > 0 && after.decision() == Decision.CONTINUE) {
            next.merge(new End(n + 1, after.errors()), p, Double::sum);
          } else if (p > 0) {
            ends.merge(after, p, Double::sum);
          }
        }
      }
      open = next;
    }
    open.forEach((end, p) -> ends.put(Evaluation.open(end.n, end.d), p));
    return ends;
  }

  /** Exact: at every number of defective items, at the end and before it. */
  @ParameterizedTest
  @ValueSource(ints = {20, 45, 1000})
  void missesOnEachSideWithAtMostHalfTheRisk(int atMost) {
    Map<Evaluation, Interval> limits = new HashMap<>();
    for (int defective = 0; defective <= 120; defective += defective < 40 ? 1 : 8) {
      double low = 0;
      double high = 0;
      double all = 0;
      for (Map.Entry<Evaluation, Double> end : ends(PLAN, defective, atMost).entrySet()) {
        Interval of = limits.computeIfAbsent(end.getKey(), e -> e.interval(PLAN, .9));
        low += of.upper() < defective ? end.getValue() : 0;
        high += of.lower() > defective ? end.getValue() : 0;
        all += end.getValue();
      }
      String where = defective + " of 300";
      assertEquals(1, all, 1e-9, where);
      assertTrue(low <= .05 + 1e-9, where + ": too low " + low);
      assertTrue(high <= .05 + 1e-9, where + ": too high " + high);
    }
  }

  /** Those of a fixed sample of as many checks do not: why there are others. */
  @Test
  void limitsOfAFixedSampleMissMoreOften() {
    double worst = 0;
    for (int defective = 1; defective <= 60; defective++) {
      double missed = 0;
      for (Map.Entry<Evaluation, Double> end : ends(PLAN, defective, 1000).entrySet()) {
        Evaluation e = end.getKey();
        Interval of = FiniteLotBound.of(e.errors(), e.checked(), 300, .9, Sides.TWO).asRate();
        boolean isIn = of.lower() * 300 <= defective + 1e-9 && of.upper() * 300 >= defective - 1e-9;
        missed += isIn ? 0 : end.getValue();
      }
      worst = Math.max(worst, missed);
    }
    assertTrue(worst > .12, "10 % promised, missed " + worst);
  }

  @Test
  void ofASinglePlanAreThoseOfItsSample() {
    SequentialPlan single =
        SequentialPlan.given(PROMISE, Boundary.of(SingleSampling.smallest(PROMISE).orElseThrow()));
    int n = single.boundary().maximum();
    Evaluation e =
        Evaluation.START
            .addAll(single, Collections.nCopies(n - 2, Verdict.RIGHT))
            .addAll(single, Collections.nCopies(2, Verdict.ERROR));
    Interval own = e.interval(single, .95);
    Interval fixed = FiniteLotBound.of(2, n, 300, .95, Sides.TWO).asRate();
    assertEquals(fixed.lower() * 300, own.lower(), 1e-9);
    assertEquals(fixed.upper() * 300, own.upper(), 1e-9);
    assertEquals("stagewise", own.method());
  }

  @Test
  void nothingCheckedSaysNothing() {
    Interval none = Evaluation.START.interval(PLAN, .95);
    assertEquals(0, none.lower());
    assertEquals(300, none.upper());
  }

  @Test
  void refusesAConfidenceThatIsNone() {
    assertEquals(
        "confidenceLevel must be in (0, 1), got 95.0",
        assertThrows(IllegalArgumentException.class, () -> Evaluation.START.interval(PLAN, 95))
            .getMessage());
  }
}
