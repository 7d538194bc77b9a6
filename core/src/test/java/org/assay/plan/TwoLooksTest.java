package org.assay.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.HypergeometricDistribution;
import org.apache.commons.math3.distribution.IntegerDistribution;
import org.assay.plan.FurtherChecks.FurtherAnswer;
import org.assay.plan.Lot.Reading;
import org.assay.result.Conclusion.State;
import org.junit.jupiter.api.Test;

/**
 * Judged, where open checked as many times more as the answer says, and judged again: the exact
 * probability of a wrong state over both looks, by the distributions of another library.
 */
class TwoLooksTest {
  private static final int LONGEST = 20_000; // more checks than anybody makes at these limits

  /** Errors in checks of a lot, or of a process (lot 0), at the limit or just above it. */
  private record World(int lot, double limit, int defective) {
    IntegerDistribution errors(int checked, int found, int more) {
      return lot == 0
          ? new BinomialDistribution(null, more, limit)
          : new HypergeometricDistribution(
              null, lot - checked, Math.max(0, defective - found), more);
    }

    LimitPValues pValues(int errors, int checked) {
      return lot == 0
          ? LimitPValues.ofProcess(errors, checked, limit)
          : LimitPValues.ofLot(errors, checked, lot, limit);
    }

    FurtherAnswer further(FurtherChecks question, int errors, int checked) {
      return lot == 0
          ? question.inProcess(errors, 0, checked)
          : question.inLot(errors, 0, checked, lot);
    }
  }

  @Test
  void adviceIsPaidFor() {
    for (double risk : new double[] {0.01, 0.05, 0.2}) {
      for (double limit : new double[] {0.02, 0.05, 0.2}) {
        for (int lot : new int[] {0, 200, 1_000}) {
          FurtherChecks question = FurtherChecks.of(limit, new LevelJudge(risk, risk, 2));
          int allowed = (int) Reading.AT_MOST.largest(limit, Math.max(1, lot));
          for (int first = 20; first <= (lot == 200 ? 100 : 400); first += 30) {
            String where = risk + " " + limit + " " + lot + " " + first;
            double pass = said(State.PASS, question, new World(lot, limit, allowed + 1), first);
            double fail = said(State.FAIL, question, new World(lot, limit, allowed), first);
            assertTrue(pass <= risk && fail <= risk, where + ": " + pass + " " + fail);
          }
        }
      }
    }
  }

  /** With equal parts of the risk the same advice is not paid for: the figures of LevelJudge. */
  @Test
  void equalPartsAreNotEnough() {
    assertEquals(1.03, equalParts(0.05, 70), 0.005);
    assertEquals(1.19, equalParts(0.01, 130), 0.005);
  }

  private static double equalParts(double risk, int first) {
    FurtherChecks question = FurtherChecks.of(0.05, new LevelJudge(risk / 2, risk / 2, 1));
    return said(State.PASS, question, new World(1_000, 0.05, 51), first) / risk;
  }

  /** The table of docs/sampling.md: a process at its limit of 5 %, two looks. */
  @Test
  void tableOfTheDocumentation() {
    int[] first = {59, 100, 150};
    double[] pass = {0.035, 0.038, 0.038};
    double[] fail = {0.028, 0.031, 0.035};
    FurtherChecks question = FurtherChecks.of(0.05, new LevelJudge(0.05, 0.05, 2));
    for (int i = 0; i < first.length; i++) {
      assertEquals(pass[i], said(State.PASS, question, new World(0, 0.05, 0), first[i]), 0.0006);
      assertEquals(fail[i], said(State.FAIL, question, new World(0, 0.05, 0), first[i]), 0.0006);
    }
  }

  private static double said(State state, FurtherChecks question, World world, int first) {
    IntegerDistribution errors = world.errors(0, 0, first);
    double sum = 0;
    for (int x = 0; x <= first; x++) {
      double p = errors.probability(x);
      if (p > 1e-10) {
        State now = question.judge().judge(world.pValues(x, first));
        sum += now == state ? p : 0;
        sum += now == State.NOT_DEMONSTRATED ? p * saidLater(state, question, world, first, x) : 0;
      }
    }
    return sum;
  }

  private static double saidLater(
      State state, FurtherChecks question, World world, int first, int found) {
    long more = world.further(question, found, first).number().orElse(LONGEST);
    if (more >= LONGEST) {
      return 0;
    }
    IntegerDistribution errors = world.errors(first, found, (int) more);
    double sum = 0;
    double reach = 10 * Math.sqrt(errors.getNumericalVariance()) + 10; // beyond it nothing counts
    int from = (int) Math.max(0, errors.getNumericalMean() - reach);
    for (int y = from; y <= Math.min((double) more, errors.getNumericalMean() + reach); y++) {
      double p = errors.probability(y);
      if (p > 1e-10
          && question.judge().judge(world.pValues(found + y, first + (int) more)) == state) {
        sum += p;
      }
    }
    return sum;
  }
}
