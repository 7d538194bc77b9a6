package org.assay;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.assay.Confusions.Confusion;
import org.assay.data.Columns;
import org.assay.data.ErrorClass;
import org.assay.data.GradingScheme;
import org.assay.data.Gradings;
import org.assay.data.Selection;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;
import org.assay.data.Verdicts;
import org.assay.drift.AssessorTrend;
import org.assay.plan.Design;
import org.assay.plan.Lot.Reading;
import org.assay.plan.Promise;
import org.assay.plan.QaLevel;
import org.assay.plan.SingleSampling;
import org.assay.result.Conclusion;
import org.assay.result.Undefined;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AssayTest {
  private static final GradingScheme SCHEME = GradingScheme.ordered("A", "B", "C");
  private static final long WEEK = 7 * 24 * 3_600_000L;
  private static final long START = Instant.parse("2025-01-01T12:00:00Z").toEpochMilli();
  private static final ZoneId UTC = ZoneId.of("UTC");

  private record Pair(String first, String second) {}

  private record Checked(
      String item, String assessor, String unit, String grade, String reference, long at) {
    long checkedAt() {
      return at + 1;
    }
  }

  private static final Columns<Function<Checked, ?>> GRADED =
      Columns.of(Checked::item, Checked::assessor, Checked::grade)
          .time(Checked::at)
          .unit(Checked::unit)
          .scheme(SCHEME);

  private static QaLevel level() {
    return QaLevel.named("any error")
        .of(SCHEME)
        .acceptable(0.02)
        .unacceptable(0.05)
        .risks(0.05, 0.05)
        .perAssessor()
        .perQuarter();
  }

  private static void refused(String message, org.junit.jupiter.api.function.Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  private static Verdicts verdicts(List<Checked> rows, Selection how) {
    return Verdicts.from(
        Gradings.from(rows, GRADED),
        rows.stream().filter(r -> r.reference() != null).toList(),
        Columns.of(Checked::item, Checked::assessor, Checked::reference)
            .time(Checked::checkedAt)
            .selected(how));
  }

  /** Twenty gradings each; a1 gave C for B three times. */
  private static List<Checked> twoAssessors() {
    var rows = new ArrayList<Checked>();
    for (int i = 0; i < 20; i++) {
      rows.add(new Checked("i" + i, "a1", "U1", i < 3 ? "C" : "B", "B", START));
      rows.add(new Checked("j" + i, "a2", "U1", "A", "A", START));
    }
    return rows;
  }

  @Nested
  class Pairs {
    private static final long[][] COHEN = {{88, 14, 18}, {10, 40, 10}, {2, 6, 12}};

    private static List<Pair> pairs() {
      var pairs = new ArrayList<Pair>();
      for (int r = 0; r < 3; r++) {
        for (int g = 0; g < 3; g++) {
          for (int n = 0; n < COHEN[r][g]; n++) {
            pairs.add(new Pair(SCHEME.grade(r), SCHEME.grade(g)));
          }
        }
      }
      return pairs;
    }

    /** Cohen (1960), p. 45: kappa .492. */
    @Test
    void cohen1960() {
      PairAgreement a = Assay.agreement(pairs(), Pair::first, Pair::second);
      assertAll(
          () -> assertEquals(29.0 / 59, a.cohenKappa().value().value(), 1e-14),
          () -> assertEquals(0.391, a.cohenKappa().interval().orElseThrow().lower(), 5e-4),
          () -> assertEquals(0.592, a.cohenKappa().interval().orElseThrow().upper(), 5e-4),
          () -> assertEquals(0.7, a.percentAgreement().value().value(), 1e-14),
          () -> assertEquals(18, a.table().count("A", "C")),
          () -> assertEquals(List.of(), a.weighted()));
      PairAgreement table = Assay.agreement(SCHEME, COHEN);
      assertEquals(a.coefficients(), table.coefficients());
      assertEquals(table, a.grades("A", "B", "C"));
      assertEquals(table, Assay.agreement(SCHEME, pairs(), Pair::first, Pair::second));
      assertEquals(table, Assay.agreement(a.table()).grades("A", "B", "C"));
    }

    /** With the quadratic weights of Cohen's own table, by hand: 1 - sum w o / sum w e. */
    @Test
    void weightedKappa() {
      double observed = 0;
      double expected = 0;
      double[] rows = {120, 60, 20};
      double[] columns = {100, 60, 40};
      for (int r = 0; r < 3; r++) {
        for (int g = 0; g < 3; g++) {
          observed += (double) (r - g) * (r - g) * COHEN[r][g] / 200;
          expected += (r - g) * (r - g) * rows[r] * columns[g] / 40_000;
        }
      }
      PairAgreement a = Assay.agreement(SCHEME, COHEN);
      assertEquals(1 - observed / expected, a.weightedKappa().value().value(), 1e-14);
    }

    @Test
    void withoutAPairNothingIsDefined() {
      PairAgreement a = Assay.agreement(SCHEME, List.<Pair>of(), Pair::first, Pair::second);
      assertEquals(Undefined.NO_PAIRS, a.cohenKappa().value().reason().orElseThrow());
      assertFalse(a.gwetAc1().value().defined());
      assertFalse(a.krippendorffAlpha().value().defined());
    }

    @Test
    void badInput() {
      refused(
          "grade must be one of [A, B], got C",
          () -> Assay.agreement(pairs(), Pair::first, Pair::second).grades("A", "B"));
      refused(
          "row 1: second must be a label, got null",
          () -> Assay.agreement(List.of(new Pair("A", null)), Pair::first, Pair::second));
      refused(
          "rows must be at least one where the grades are not given, got none",
          () -> Assay.agreement(List.<Pair>of(), Pair::first, Pair::second));
      refused(
          "counts must be as large as the scheme, 3, got 2",
          () -> Assay.agreement(SCHEME, new long[2][2]));
      refused(
          "coefficient must be one of [percentAgreement, cohenKappa, scottPi, brennanPrediger,"
              + " gwetAC, krippendorffAlpha], got kappa",
          () -> Assay.agreement(SCHEME, COHEN).coefficient("kappa"));
      refused(
          "grades must be given in order by grades(...), three or more, got [A, B, C] as they were seen",
          () -> Assay.agreement(pairs(), Pair::first, Pair::second).weightedKappa());
    }
  }

  @Test
  void gradingsAgreeAsAgreementSays() {
    Gradings g = Gradings.from(twoAssessors(), GRADED);
    assertEquals(org.assay.agreement.Agreement.of(g), Assay.agreement(g));
  }

  @Nested
  class Matrices {
    private final Selection census = Selection.of(SelectionMethod.CENSUS, 1).blind();

    @Test
    void byAssessor() {
      List<Confusion> all = Assay.confusion(verdicts(twoAssessors(), census)).by(Part.ASSESSOR);
      assertEquals(List.of("a1", "a2"), all.stream().map(Confusion::of).toList());
      Confusion a1 = all.get(0);
      assertEquals(3, a1.counts().count("B", "C"));
      assertEquals(17, a1.counts().count("B", "B"));
      assertEquals(0.15, a1.errors().rate().value());
      // A census of the gradings leaves no doubt about them.
      assertEquals(0.15, a1.errors().interval().lower());
      assertEquals(0.15, a1.errors().interval().upper());
      Confusion.Cell cell =
          a1.cells().stream()
              .filter(c -> c.reference().equals("B") && c.grade().equals("C"))
              .findFirst()
              .orElseThrow();
      // R: binom.test(3, 20)$conf.int
      assertEquals(0.03207094, cell.share().lower(), 1e-8);
      assertEquals(0.3789268, cell.share().upper(), 1e-7);
      assertEquals(0, all.get(1).errors().rate().value());
    }

    @Test
    void ofAllAndByUnit() {
      Confusions matrices = Assay.confusion(verdicts(twoAssessors(), census));
      assertEquals(20, matrices.all().counts().count("A", "A"));
      assertEquals(matrices.all().counts(), matrices.by(Part.UNIT).get(0).counts());
      refused("gradings must carry their stream", () -> matrices.by(Part.STREAM));
    }

    @Test
    void checksThatAreNotRandomEnterNoRate() {
      Confusion all = Assay.confusion(verdicts(twoAssessors(), Selection.unknown())).all();
      assertFalse(all.errors().rate().defined());
      assertEquals(0, all.counts().count("A", "A"));
      assertEquals(1, all.errors().interval().upper());
    }

    @Test
    void theRateOfTheWholeTable() {
      Verdicts v = verdicts(twoAssessors(), census);
      assertEquals(3.0 / 40, Assay.rate(v, ErrorClass.any(SCHEME)).rate().value(), 1e-15);
      assertEquals(Assay.confusion(v).all().errors(), Assay.rate(v, ErrorClass.any(SCHEME)));
    }
  }

  @Nested
  class Levels {
    @Test
    void ofCounts() {
      Conclusion newcomer = level().judge(3, 40);
      assertEquals(Conclusion.State.NOT_DEMONSTRATED, newcomer.state());
      // P(X <= 3) is 0.05 among 40 checks at this rate
      assertEquals(0.18258685, newcomer.passBound(), 1e-8);
      assertEquals(Conclusion.State.PASS, level().judge(0, 100).state());
      assertEquals(Conclusion.State.FAIL, level().judge(20, 100, 100_000).state());
    }

    /** Equal weights: the bounds are those of the counts. */
    @Test
    void ofATable() {
      var rows = new ArrayList<Checked>();
      for (int i = 0; i < 400; i++) {
        boolean isChecked = i % 4 == 0;
        boolean isError = isChecked && i < 80; // 20 of 100 checks
        rows.add(
            new Checked("i" + i, "a1", "", isError ? "C" : "B", isChecked ? "B" : null, START));
      }
      rows.add(new Checked("x", "a2", "", "A", null, START + 20 * WEEK));
      List<LevelState> states =
          Assay.judge(level(), verdicts(rows, Selection.of(SelectionMethod.SRS, 0.25).blind()));
      assertEquals(
          List.of("a1 2025-Q1", "a2 2025-Q2"),
          states.stream().map(s -> s.of() + " " + s.period()).toList());
      Conclusion a1 = states.get(0).conclusion();
      assertEquals(Conclusion.State.FAIL, a1.state());
      assertEquals(level().judge(20, 100).failBound(), a1.failBound(), 1e-9);
      assertEquals(Conclusion.State.NOT_DEMONSTRATED, states.get(1).conclusion().state());
      assertEquals(1, states.get(1).conclusion().passBound());
    }

    @Test
    void aBuilderSaysWhatIsMissing() {
      refused(
          "level \"x\" must be given acceptable(...) before it is built",
          () -> QaLevel.named("x").of(SCHEME).unacceptable(0.05).perUnit().perMonth());
    }
  }

  @Nested
  class Plans {
    @Test
    void asSingleSampling() {
      Plan plan = Assay.plan(level()).lot(2_000).design(Design.SINGLE).build();
      var single =
          SingleSampling.smallest(Promise.of(level(), 2_000, Reading.AT_MOST)).orElseThrow();
      assertEquals(single.maximum(), plan.maximum());
      assertEquals((double) single.maximum(), plan.meanChecks(), 1e-9);
      assertTrue(plan.acceptable().reject() <= 0.05, plan::toString);
      assertTrue(plan.unacceptable().accept() <= 0.05, plan::toString);
      assertEquals(101.0 / 2_000, plan.unacceptable().rate());
      int c = single.acceptanceNumbers().get(0).intValue();
      assertEquals(plan.maximum(), plan.card().get(c).accepts());
    }

    @Test
    void fewerChecksWhenLookedAtOneByOne() {
      Plan plan = Assay.plan(level()).lot(2_000).build();
      Plan single = Assay.plan(level()).lot(2_000).design(Design.SINGLE).build();
      assertEquals(Design.TRUNCATED_SEQUENTIAL, plan.design());
      assertTrue(plan.meanChecks() < 0.8 * single.meanChecks(), plan::toString);
    }

    @Test
    void theSameSeedDrawsTheSame() {
      Plan plan = Assay.plan(level()).lot(300).design(Design.CURTAILED).build();
      List<String> ids = IntStream.range(0, 300).mapToObj(i -> "i" + i).toList();
      assertEquals(plan.maximum(), plan.draw(ids, "s").size());
      assertEquals(plan.draw(ids, "s"), plan.draw(ids, "s"));
      refused("ids must be the lot's 300, got 299", () -> plan.draw(ids.subList(1, 300), "s"));
      refused("lot must be given by lot(...), got none", () -> Assay.plan(level()).build());
    }
  }

  @Test
  void drift() {
    var rows = new ArrayList<Checked>();
    for (int week = 0; week < 40; week++) {
      for (int i = 0; i < 20; i++) {
        boolean isError = i == 0 || week >= 25 && i < 8; // 5 %, from week 25 on 40 %
        String id = "i" + week + "," + i;
        long at = START + week * WEEK + i;
        rows.add(new Checked(id, "a1", "", isError ? "C" : "B", "B", at));
        rows.add(new Checked(id, "a2", "", i == 0 ? "C" : "B", "B", at));
      }
    }
    Selection how = Selection.of(SelectionMethod.SRS, 0.5).with(Blindness.UNKNOWN);
    List<AssessorTrend> trends = Assay.drift(verdicts(rows, how), UTC);
    assertEquals(List.of("a1", "a2"), trends.stream().map(AssessorTrend::assessor).toList());
    AssessorTrend.Signal signal = trends.get(0).signals().get(0);
    assertTrue(signal.increase());
    assertTrue(signal.at() >= 25 && signal.at() <= 26, signal::toString);
    assertEquals(List.of(), trends.get(1).signals());
  }
}
