package org.assay.drift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.assay.data.GradingScheme;
import org.assay.data.Gradings;
import org.assay.data.Periods;
import org.assay.data.Periods.PeriodKind;
import org.assay.data.Selection;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;
import org.assay.data.Verdicts;
import org.assay.data.Verdicts.ReferenceRule;
import org.assay.estimate.ReferenceChecks;
import org.junit.jupiter.api.Test;

class DriftTableTest {
  private static final GradingScheme SCHEME = GradingScheme.ordered("A", "B", "C");
  private static final long WEEK = 7 * 86_400_000L;
  private static final int ROWS = 120;

  private static ReferenceChecks checks(String stratum) {
    Gradings.Builder g = Gradings.builder(SCHEME).withTime();
    for (int i = 0; i < ROWS; i++) {
      g.add("i" + i, "a" + i % 3, i % 2, i / 30 * WEEK);
    }
    Gradings gradings = g.build();
    Verdicts.Builder v = Verdicts.builder(gradings);
    for (int row = 0; row < ROWS; row++) {
      if (row % 10 == 9) { // still to come
        v.addPending(row, SelectionMethod.SRS, .5, "", Blindness.BLIND);
        continue;
      }
      v.add(
          row,
          "q" + row % 4,
          row % 8 == 0 ? 2 : row % 2,
          9 * WEEK,
          Selection.of(SelectionMethod.SRS, .5)
              .in(stratum + row % 2)
              .with(row % 5 == 0 ? Blindness.NON_BLIND : Blindness.BLIND));
    }
    return ReferenceChecks.of(v.build(), ReferenceRule.FIRST_BLIND);
  }

  private static final Periods WEEKS =
      Periods.between(PeriodKind.WEEK, ZoneOffset.UTC, 0, 3 * WEEK);

  private static long[] totals(DriftChecks c) {
    long[] sums = new long[2 * WEEKS.size()];
    for (int row = 0; row < c.rows(); row++) {
      sums[c.period(row)] += c.checked(row);
      sums[WEEKS.size() + c.period(row)] += c.errors(row, DriftChecks.ALL);
    }
    return sums;
  }

  @Test
  void everyCheckOfTheBasisOnceByAssessorAndByOfficer() {
    DriftChecks people = DriftTable.byAssessor(checks("s"), WEEKS, Blindness.BLIND);
    DriftChecks officers = DriftTable.byOfficer(checks("s"), WEEKS, Blindness.BLIND);
    long used = IntStream.range(0, ROWS).filter(r -> r % 10 != 9 && r % 5 != 0).count();
    long wrong =
        IntStream.range(0, ROWS).filter(r -> r % 10 != 9 && r % 5 != 0 && r % 8 == 0).count();
    assertEquals(used, IntStream.range(0, WEEKS.size()).mapToLong(t -> totals(people)[t]).sum());
    assertArrayEquals(totals(people), totals(officers));
    assertArrayEquals(people.errorsByCell(), officers.errorsByCell());
    assertEquals(wrong, people.errorsByCell()[2 * 3]); // C, graded A
    assertEquals(3, people.assessors());
    assertEquals(4, officers.assessors());
  }

  @Test
  void gradingsMustCarryTimes() {
    Gradings.Builder g = Gradings.builder(SCHEME);
    g.add("i", "a", "A");
    var none = ReferenceChecks.of(Verdicts.builder(g.build()).build(), ReferenceRule.FIRST_BLIND);
    assertThrows(
        IllegalArgumentException.class, () -> DriftTable.byAssessor(none, WEEKS, Blindness.BLIND));
  }
}
