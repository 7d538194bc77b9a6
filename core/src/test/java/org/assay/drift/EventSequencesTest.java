package org.assay.drift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.assay.data.ErrorClass;
import org.assay.data.GradingScheme;
import org.assay.data.Gradings;
import org.assay.data.Periods;
import org.assay.data.Periods.PeriodKind;
import org.assay.data.Selection;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;
import org.assay.data.Verdicts;
import org.assay.data.Verdicts.ReferenceRule;
import org.assay.drift.AssessorTrend.Baseline;
import org.assay.estimate.ReferenceChecks;
import org.junit.jupiter.api.Test;

class EventSequencesTest {
  private static final GradingScheme SCHEME = GradingScheme.ordered("A", "B");
  private static final long DAY = 86_400_000L;
  private static final int ROWS = 2_000;

  private record Event(String assessor, long time, int row, boolean error) {}

  /** The same order, errors and periods as sorting objects gives, many events at one time. */
  @Test
  void theSameAsSortingObjects() {
    var random = new SplittableRandom(5);
    Gradings.Builder g = Gradings.builder(SCHEME).withTime();
    var times = new long[ROWS];
    for (int i = 0; i < ROWS; i++) {
      times[i] = random.nextInt(300) * DAY / 10; // 30 days
      g.add("i" + i, "a" + random.nextInt(5), random.nextInt(2), times[i]);
    }
    Gradings gradings = g.build();
    Verdicts.Builder v = Verdicts.builder(gradings);
    var expected = new ArrayList<Event>();
    for (int k = 0; k < ROWS; k++) {
      int row = k * 7 % ROWS; // not in the order of the gradings
      boolean blind = random.nextInt(4) > 0;
      if (random.nextInt(10) == 0) {
        v.addPending(row, SelectionMethod.SRS, .5, "", Blindness.BLIND);
        continue;
      }
      int reference = random.nextInt(2);
      v.add(
          row,
          "q",
          reference,
          40 * DAY,
          Selection.of(SelectionMethod.SRS, .5)
              .with(blind ? Blindness.BLIND : Blindness.NON_BLIND));
      if (blind) {
        expected.add(
            new Event(
                gradings.assessor().id(row),
                times[row],
                row,
                gradings.grade().get(row) != reference));
      }
    }
    expected.sort(Comparator.comparingLong(Event::time).thenComparingInt(Event::row));
    Periods weeks = Periods.between(PeriodKind.WEEK, ZoneOffset.UTC, 0, 30 * DAY);
    var sequences = sequences(v.build(), weeks);
    assertEquals(5, sequences.cells());
    for (int a = 0; a < 5; a++) {
      String id = gradings.assessor().ids().id(a);
      List<Event> own = expected.stream().filter(e -> e.assessor.equals(id)).toList();
      EventSequence events = sequences.of(a);
      assertEquals(own.size(), events.size());
      for (int e = 0; e < own.size(); e++) {
        assertEquals(own.get(e).error, events.isError(e));
        assertEquals(weeks.code(own.get(e).time), events.period(e));
      }
      long later = own.stream().filter(e -> weeks.code(e.time) > 1).count();
      assertEquals(later, events.after(1).size());
      assertEquals(2, events.after(1).period(0));
    }
  }

  private static EventSequences sequences(Verdicts verdicts, Periods periods) {
    var assessor = verdicts.gradings().assessor();
    return EventSequences.of(
        ReferenceChecks.of(verdicts, ReferenceRule.FIRST_BLIND),
        assessor.codes(),
        assessor.ids().size(),
        ErrorClass.any(SCHEME),
        periods,
        Blindness.BLIND);
  }

  /** By hand: two checks in week 0, one of them an error, none in week 1, one in week 2. */
  @Test
  void countsOfPeriodsWithChecks() {
    Gradings gradings = timed(new long[] {3 * DAY, 2 * DAY, 16 * DAY});
    Verdicts.Builder v = Verdicts.builder(gradings);
    for (int row = 0; row < 3; row++) {
      v.add(row, "q", row == 1 ? 1 : 0, 40 * DAY, Selection.of(SelectionMethod.SRS, .5).blind());
    }
    Periods weeks = Periods.between(PeriodKind.WEEK, ZoneOffset.UTC, 0, 30 * DAY);
    var events = sequences(v.build(), weeks).of(0);
    var counts = PeriodCounts.of(events);
    assertEquals(2, counts.size());
    assertArrayEquals(new long[] {1, 0}, counts.errors());
    assertEquals(2, counts.checked(0));
    assertEquals(new Baseline(1, 3), counts.total());
    assertEquals(new Baseline(1, 2), counts.first(1).total());
    assertArrayEquals(new double[] {.5, .25}, counts.expected(.25));
    assertEquals(weeks.code(16 * DAY), counts.last());
    assertEquals(0, PeriodCounts.of(events.after(counts.last())).size());
  }

  private static Gradings timed(long[] times) {
    Gradings.Builder g = Gradings.builder(SCHEME).withTime();
    for (int i = 0; i < times.length; i++) {
      g.add("i" + i, "a", 0, times[i]);
    }
    return g.build();
  }

  @Test
  void gradingsMustCarryTimes() {
    Gradings.Builder g = Gradings.builder(SCHEME);
    g.add("i", "a", "A");
    Verdicts verdicts = Verdicts.builder(g.build()).build();
    var e = assertThrows(IllegalArgumentException.class, () -> sequences(verdicts, Periods.all()));
    assertEquals("gradings must carry times", e.getMessage());
  }
}
