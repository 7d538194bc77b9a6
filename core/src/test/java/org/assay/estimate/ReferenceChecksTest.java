package org.assay.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.assay.data.GradingScheme;
import org.assay.data.Gradings;
import org.assay.data.Periods;
import org.assay.data.Selection;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;
import org.assay.data.Verdicts;
import org.assay.data.Verdicts.ReferenceRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceChecksTest {
  private static final GradingScheme SCHEME = GradingScheme.ordered("A", "B", "C");

  private static Verdicts.Builder verdicts(int gradings) {
    Gradings.Builder g = Gradings.builder(SCHEME);
    for (int i = 0; i < gradings; i++) {
      g.add("i" + i, "a01", "A");
    }
    return Verdicts.builder(g.build());
  }

  private static void check(Verdicts.Builder v, int reference, long at, Blindness blind) {
    v.add(0, "q" + at, reference, at, new Selection(SelectionMethod.SRS, .5, "", blind, false));
  }

  /** Verdicts on one grading, by time: B not blind, C blind, B blind, C not blind, C blind. */
  @ParameterizedTest
  @CsvSource({"FIRST_BLIND, 2", "FIRST, 1", "LAST, 2", "MAJORITY, 2", "ADJUDICATED, 2"})
  void oneOfSeveralIsTheReference(ReferenceRule rule, int reference) {
    Verdicts.Builder v = verdicts(1);
    check(v, 2, 5, Blindness.BLIND);
    check(v, 1, 1, Blindness.NON_BLIND);
    check(v, 2, 2, Blindness.BLIND);
    check(v, 1, 3, Blindness.BLIND);
    check(v, 2, 4, Blindness.NON_BLIND);
    ReferenceChecks checks = ReferenceChecks.of(v.build(), rule);
    assertEquals(1, checks.size());
    assertEquals(reference, checks.reference(0));
    assertEquals(4, checks.furtherVerdicts());
  }

  @ParameterizedTest
  @CsvSource({"MAJORITY", "ADJUDICATED"})
  void twoThatDifferSettleNothing(ReferenceRule rule) {
    Verdicts.Builder v = verdicts(1);
    check(v, 1, 1, Blindness.BLIND);
    check(v, 2, 2, Blindness.BLIND);
    assertEquals(CheckCell.PENDING, ReferenceChecks.of(v.build(), rule).reference(0));
  }

  /** A second and a third verdict leave a sample as large as it is. */
  @Test
  void aGradingEntersARateOnce() {
    Verdicts.Builder v = verdicts(40);
    for (int i = 0; i < 20; i++) {
      for (int q = 0; q < 3; q++) {
        v.add(
            i,
            "q" + q,
            i == 0 ? 1 : 0,
            q,
            new Selection(SelectionMethod.SRS, .5, "", Blindness.BLIND, false));
      }
    }
    List<CheckCell> cells = CheckCounts.of(v.build(), Periods.all()).snapshot();
    assertEquals(20, cells.stream().mapToLong(CheckCell::count).sum());
    assertEquals(
        1, cells.stream().filter(c -> c.reference() == 1).mapToLong(CheckCell::count).sum());
  }

  /** What has a verdict does not wait; what has none of any use stays in the denominator. */
  @Test
  void unresolvedSelectionsStay() {
    Verdicts.Builder v = verdicts(4);
    check(v, 0, 1, Blindness.BLIND);
    v.addPending(0, SelectionMethod.SRS, .5, "", Blindness.BLIND);
    v.addPending(1, SelectionMethod.SRS, .5, "", Blindness.BLIND);
    v.addUnresolved(2, SelectionMethod.SRS, .5, "", Blindness.BLIND, false);
    v.addPending(3, SelectionMethod.TARGETED, .5, "", Blindness.BLIND);
    List<CheckCell> cells = CheckCounts.of(v.build(), Periods.all()).snapshot();
    assertEquals(3, cells.stream().mapToLong(CheckCell::count).sum());
    assertEquals(2, cells.stream().filter(CheckCell::pending).mapToLong(CheckCell::count).sum());
  }

  /** A verdict in sight of the grade does not stand for a blind one that cannot be read. */
  @Test
  void aBlindVerdictThatCannotBeReadIsUnresolved() {
    Verdicts.Builder v = verdicts(1);
    check(v, 0, 1, Blindness.NON_BLIND);
    v.addUnresolved(0, SelectionMethod.SRS, .5, "", Blindness.BLIND, false);
    ReferenceChecks checks = ReferenceChecks.of(v.build(), ReferenceRule.FIRST_BLIND);
    assertEquals(CheckCell.PENDING, checks.reference(0));
  }
}
