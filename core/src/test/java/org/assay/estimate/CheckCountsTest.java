package org.assay.estimate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.assay.count.Labelled;
import org.assay.data.ErrorClass;
import org.assay.data.GradingScheme;
import org.assay.data.Gradings;
import org.assay.data.Gradings.Attribute;
import org.assay.data.Periods;
import org.assay.data.Periods.PeriodKind;
import org.assay.data.Selection;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;
import org.assay.data.Verdicts;
import org.assay.data.Verdicts.ReferenceRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheckCountsTest {
  private static final GradingScheme SCHEME = GradingScheme.ordered("A", "B", "C");
  private static final long WEEK = 7 * 86_400_000L;

  private static Verdicts random(long seed) {
    var random = new SplittableRandom(seed);
    Gradings.Builder g =
        Gradings.builder(SCHEME).withTime().with(Attribute.UNIT).with(Attribute.STREAM);
    for (int i = 0; i < 400; i++) {
      g.add(
          "i" + i,
          "a0" + random.nextInt(3),
          random.nextInt(3),
          random.nextLong(5 * WEEK),
          "u" + random.nextInt(2),
          "q" + random.nextInt(3));
    }
    Verdicts.Builder v = Verdicts.builder(g.build());
    SelectionMethod[] methods = SelectionMethod.values();
    Blindness[] blindness = Blindness.values();
    for (int i = 0; i < 300; i++) {
      SelectionMethod how = methods[random.nextInt(methods.length)];
      double probability = random.nextInt(4) / 4.0;
      String stratum = "s" + random.nextInt(4);
      Blindness blind = blindness[random.nextInt(3)];
      if (random.nextInt(5) == 0) {
        v.addPending(i, how, probability, stratum, blind);
      } else {
        v.add(
            i,
            "q1",
            random.nextInt(3),
            6 * WEEK,
            new Selection(how, probability, stratum, blind, false));
      }
    }
    return v.build();
  }

  private static ReferenceChecks checks(long seed) {
    return ReferenceChecks.of(random(seed), ReferenceRule.FIRST_BLIND);
  }

  private static Periods weeks() {
    return Periods.between(PeriodKind.WEEK, ZoneOffset.UTC, 0, 5 * WEEK);
  }

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void mergeEqualsOnePass(long seed) {
    Verdicts verdicts = random(seed);
    Periods periods = weeks();
    var random = new SplittableRandom(seed);
    var checks = ReferenceChecks.of(verdicts, ReferenceRule.FIRST_BLIND);
    var columns = new CheckColumns(checks, periods);
    var left = CheckCounts.create(columns.shape());
    var right = CheckCounts.create(columns.shape());
    for (int check = 0; check < checks.size(); check++) {
      columns.count(check, check + 1, random.nextBoolean() ? left : right);
    }
    assertEquals(CheckCounts.of(checks, periods).snapshot(), right.merge(left).snapshot());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void cellsHoldEveryRandomCheckAndNothingElse(long seed) {
    Verdicts verdicts = random(seed);
    List<CheckCell> cells = CheckCounts.of(verdicts, weeks()).snapshot();
    long checks = 0;
    long errors = 0;
    for (int row = 0; row < verdicts.size(); row++) {
      if (verdicts.selections().isRandom(row)) {
        checks++;
        errors += verdicts.isError(row) ? 1 : 0;
      }
    }
    assertEquals(
        checks, cells.stream().filter(c -> !c.pending()).mapToLong(CheckCell::count).sum());
    assertEquals(
        errors,
        cells.stream()
            .filter(c -> !c.pending() && c.reference() != c.grade())
            .mapToLong(CheckCell::count)
            .sum());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void coarserCellsAreThoseCountedByTheCoarserCalendar(long seed) {
    Verdicts verdicts = random(seed);
    Periods months = Periods.between(PeriodKind.MONTH, ZoneOffset.UTC, 0, 5 * WEEK);
    assertEquals(2, months.size());
    Periods year = Periods.between(PeriodKind.YEAR, ZoneOffset.UTC, 0, 5 * WEEK);
    assertEquals(
        CheckCounts.of(verdicts, year).snapshot(),
        CheckCounts.coarser(CheckCounts.of(verdicts, months).snapshot(), months.within(year)));
    assertEquals(
        CheckCounts.of(verdicts, Periods.all()).snapshot(),
        CheckCounts.coarser(
            CheckCounts.of(verdicts, weeks()).snapshot(), weeks().within(Periods.all())));
  }

  /** Blind checks find 2 of 4, the others 0 of 4: no figure in between ever appears. */
  @Test
  void blindAndNonBlindAreNeverMixed() {
    Gradings.Builder g = Gradings.builder(SCHEME);
    for (int i = 0; i < 9; i++) {
      g.add("i" + i, "a01", "B");
    }
    Verdicts.Builder v = Verdicts.builder(g.build());
    for (int i = 0; i < 8; i++) {
      Blindness blind = i < 4 ? Blindness.BLIND : Blindness.NON_BLIND;
      v.add(i, "q1", i < 2 ? 2 : 1, 0, new Selection(SelectionMethod.SRS, .5, "", blind, false));
    }
    v.add(8, "q1", 0, 0, new Selection(SelectionMethod.TARGETED, 0, "", Blindness.BLIND, false));
    List<CheckCell> cells = CheckCounts.of(v.build(), Periods.all()).snapshot();
    ErrorClass any = ErrorClass.any(SCHEME);
    assertEquals(.5, DesignRates.of(cells, any, Blindness.BLIND).rate().value());
    assertEquals(0, DesignRates.of(cells, any, Blindness.NON_BLIND).rate().value());
    assertEquals(4, DesignRates.of(cells, any, Blindness.BLIND).checked());
    assertEquals(4, DesignRates.of(cells, any, Blindness.BLIND).unread());
    assertEquals(0, DesignRates.of(cells, any, Blindness.UNKNOWN).checked());
    assertEquals(Blindness.BLIND, DesignRates.basis(cells));
  }

  /** An A/C mix-up is only possible where A or C was graded; B gradings cannot hide one. */
  @Test
  void gradesThatCannotBeAnErrorDoNotWidenTheBound() {
    Gradings.Builder g = Gradings.builder(SCHEME);
    Verdicts.Builder v;
    for (int i = 0; i < 40; i++) {
      g.add("i" + i, "a01", i < 20 ? "A" : "B");
    }
    v = Verdicts.builder(g.build());
    for (int i = 0; i < 40; i++) {
      v.add(
          i,
          "q1",
          i < 20 ? 0 : 1,
          0,
          new Selection(
              SelectionMethod.STRATIFIED,
              i < 20 ? .5 : .05,
              i < 20 ? "A" : "B",
              Blindness.BLIND,
              false));
    }
    List<CheckCell> cells = CheckCounts.of(v.build(), Periods.all()).snapshot();
    ErrorClass critical = ErrorClass.pairs(SCHEME, List.of(List.of("A", "C"), List.of("C", "A")));
    double narrow = DesignRates.of(cells, critical, Blindness.BLIND).upperBound(.95);
    double wide = DesignRates.of(cells, ErrorClass.any(SCHEME), Blindness.BLIND).upperBound(.95);
    assertTrue(narrow < wide / 4, narrow + " of " + wide);
  }

  /** Two tables whose ids come in another order are put together by label. */
  @Test
  void tablesOfTwoProcesses() {
    Labelled<CheckCounts> one = labelled(1);
    Labelled<CheckCounts> other = labelled(2);
    Labelled<CheckCounts> both = one.merge(other);
    assertArrayEquals(both.state(), other.merge(one).state());
    assertEquals(one.counts().snapshot(), both.subtract(other).counts().snapshot());
    assertEquals(total(one.counts()) + total(other.counts()), total(other.merge(one).counts()));
  }

  private static Labelled<CheckCounts> labelled(long seed) {
    var columns = new CheckColumns(checks(seed), weeks());
    CheckCounts counts = CheckCounts.of(checks(seed), weeks());
    return Labelled.ofState(columns.labelled(counts).state(), CheckCounts::ofState);
  }

  private static long total(CheckCounts counts) {
    return counts.snapshot().stream().mapToLong(CheckCell::count).sum();
  }

  @Test
  void mergeRefusesAnotherShape() {
    CheckCounts counts = CheckCounts.of(checks(1), weeks());
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> counts.merge(CheckCounts.of(checks(1), Periods.all())));
    assertTrue(e.getMessage().startsWith("other must have the same shape"), e.getMessage());
  }
}
