package org.assay.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.assay.data.GradingScheme;
import org.assay.data.Gradings;
import org.assay.data.Periods;
import org.assay.data.Selection;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;
import org.assay.data.Verdicts;
import org.assay.result.Interval;
import org.assay.result.Undefined;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectionRatioTest {
  private static final GradingScheme SCHEME = GradingScheme.ordered("A", "B");

  /** Strata of errors and checks in sight of the grade, then blind. */
  private static DetectionRatio of(int[]... strata) {
    Gradings.Builder g = Gradings.builder(SCHEME);
    for (int[] s : strata) {
      for (int i = 0; i < s[1] + s[3]; i++) {
        g.add("i" + g.size(), "a", "A");
      }
    }
    Verdicts.Builder v = Verdicts.builder(g.build());
    for (int h = 0; h < strata.length; h++) {
      int[] s = strata[h];
      for (int i = 0; i < s[1]; i++) {
        add(v, i < s[0] ? 1 : 0, "s" + h, Blindness.NON_BLIND);
      }
      for (int i = 0; i < s[3]; i++) {
        add(v, i < s[2] ? 1 : 0, "s" + h, Blindness.BLIND);
      }
    }
    return DetectionRatio.of(CheckCounts.of(v.build(), Periods.all()).snapshot());
  }

  private static void add(Verdicts.Builder v, int reference, String stratum, Blindness blind) {
    v.add(
        v.size(),
        "q",
        reference,
        0,
        new Selection(SelectionMethod.STRATIFIED, 1, stratum, blind, false));
  }

  /** One stratum: the ratio of shares, and the usual standard error of its logarithm. */
  @Test
  void oneStratum() {
    DetectionRatio r = of(new int[] {20, 400, 30, 300});
    assertEquals(.5, r.ratio().value(), 1e-12);
    assertEquals(Math.sqrt(1 / 20.0 - 1 / 400.0 + 1 / 30.0 - 1 / 300.0), r.logError(), 2e-2);
    Interval i = r.interval(.95);
    assertEquals(r.ratio().value(), Math.sqrt(i.lower() * i.upper()), 1e-12);
  }

  /** Half of the checks of one stratum are blind, a tenth of the other's: no effect, no ratio. */
  @Test
  void blindShareMayGoWithTheStratum() {
    DetectionRatio r = of(new int[] {90, 900, 10, 100}, new int[] {0, 400, 0, 600});
    assertEquals(1, r.ratio().value(), 1e-12);
  }

  /**
   * A census of 1,000 with 50 errors halved at random, no effect: an interval below 1 in at most
   * 2.5 %. Of 4,000 draws, 138 or more with a chance of 1e-4 at exactly that. With a correction for
   * the finite population it was 8.4 %.
   */
  @ParameterizedTest(name = "{0} gradings, {1} errors, {2} of them blind")
  @CsvSource({"1000, 50, 500", "1000, 50, 300", "200, 10, 100"})
  void nothingIsHiddenByChance(int all, int errors, int blind) {
    var random = new SplittableRandom(11);
    int below = 0;
    for (int draw = 0; draw < 4000; draw++) {
      int found = 0;
      int left = errors;
      for (int i = 0; i < blind; i++) {
        if (random.nextInt(all - i) < left) {
          left--;
          found++;
        }
      }
      if (left > 0 && found > 0) {
        below += isBelow(left, all - blind, found, blind) ? 1 : 0;
      }
    }
    assertTrue(below < 138, below + " of 4,000");
  }

  private final Map<Integer, Boolean> known = new HashMap<>();

  private boolean isBelow(int seen, int inSight, int found, int blind) {
    return known.computeIfAbsent(
        found, f -> of(new int[] {seen, inSight, found, blind}).interval(.95).upper() < 1);
  }

  @Test
  void undefined() {
    assertEquals(
        Optional.of(Undefined.TOO_FEW_ITEMS),
        of(new int[] {3, 10, 0, 0}, new int[] {0, 0, 2, 9}).ratio().reason());
    assertEquals(
        Optional.of(Undefined.NO_VARIATION), of(new int[] {0, 10, 2, 10}).ratio().reason());
  }
}
