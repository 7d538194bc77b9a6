package org.assay.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class VerdictsTest {
  private static final GradingScheme SCHEME = GradingScheme.ordered("A", "B", "C");

  private static Gradings gradings(int rows) {
    Gradings.Builder b = Gradings.builder(SCHEME).withTime().with(Gradings.Attribute.STREAM);
    for (int i = 0; i < rows; i++) {
      b.add("i" + i, "a" + i % 3, i % 3, 1000L * i, i % 2 == 0 ? "Q1" : "Q2");
    }
    return b.build();
  }

  @Test
  void gradingsComeBackAsColumns() {
    Gradings g = gradings(100);
    assertEquals(100, g.size());
    assertEquals("i41", g.item().id(41));
    assertEquals("a2", g.assessor().id(41));
    assertEquals(3, g.assessor().ids().size());
    assertEquals(2, g.grade().get(41));
    assertEquals(41_000, g.gradedAt().orElseThrow()[41]);
    assertEquals(100, g.gradedAt().orElseThrow().length);
    assertEquals("Q2", g.attribute(Gradings.Attribute.STREAM).orElseThrow().id(41));
    assertEquals(Optional.empty(), g.attribute(Gradings.Attribute.UNIT));
  }

  @Test
  void withoutTimesThereAreNone() {
    Gradings.Builder b = Gradings.builder(SCHEME);
    b.add("i", "a", "C");
    assertEquals(Optional.empty(), b.build().gradedAt());
  }

  @Test
  void verdictsPointAtWhatTheyChecked() {
    Gradings g = gradings(50);
    Verdicts.Builder b = Verdicts.builder(g);
    for (int row = 0; row < 40; row++) {
      b.add(
          row,
          "q1",
          row % 3,
          row,
          new Selection(SelectionMethod.SRS, 0.5, "s", Blindness.BLIND, false));
    }
    b.add(7, "q2", 0, 99, new Selection(SelectionMethod.TARGETED, 0, "", Blindness.UNKNOWN, false));
    b.addPending(49, SelectionMethod.SRS, 0.5, "s", Blindness.NON_BLIND);
    Verdicts v = b.build();
    assertEquals(41, v.size());
    assertFalse(v.isError(7));
    assertTrue(v.isError(40));
    assertEquals(1, v.grade(40));
    assertEquals(99, v.checkedAt(40));
    assertEquals("q2", v.reviewer().id(40));
    assertTrue(v.selections().isRandom(7));
    assertFalse(v.selections().isRandom(40));
    assertEquals(Blindness.UNKNOWN, v.selections().blindness(40));
    assertEquals(SelectionMethod.TARGETED, v.selections().method(40));
    assertEquals("s", v.selections().stratum().id(7));
    assertEquals(1, v.pending().size());
    assertEquals(49, v.pending().grading(0));
  }

  @Test
  void columnsMakeTheSameVerdicts() {
    Gradings g = gradings(5);
    Verdicts v =
        Verdicts.of(
            g,
            selections(new int[] {4, 1}, 0.5),
            ids("q1", "q2"),
            Codes.of(new byte[] {1, 0}),
            new long[] {7, 8},
            selections(new int[] {3}, 0));
    assertEquals(2, v.size());
    assertFalse(v.isError(0));
    assertTrue(v.isError(1));
    assertEquals("q2", v.reviewer().id(1));
    assertEquals(8, v.checkedAt(1));
    assertEquals(4, v.selections().grading(0));
    assertEquals(SelectionMethod.STRATIFIED, v.selections().method(0));
    assertEquals(Blindness.NON_BLIND, v.selections().blindness(0));
    assertEquals(0.5, v.selections().inclusionProbability(0));
    assertEquals("s0", v.selections().stratum().id(0));
    assertEquals(3, v.pending().grading(0));
  }

  @Test
  void theDrawnUnitIsTheGradingUnlessSaidOtherwise() {
    Gradings g = gradings(6);
    Verdicts v =
        Verdicts.builder(g)
            .add(0, "q", 0, 1, new Selection(SelectionMethod.SRS, 1, "", Blindness.BLIND, false))
            .add(1, "q", 0, 1, new Selection(SelectionMethod.SRS, 1, "", Blindness.BLIND, true))
            .addPending(2, SelectionMethod.SRS, 1, "", Blindness.BLIND, true)
            .addPending(3, SelectionMethod.SRS, 1, "", Blindness.BLIND)
            .build();
    assertFalse(v.selections().isItem(0));
    assertTrue(v.selections().isItem(1));
    assertTrue(v.pending().isItem(0));
    assertFalse(v.pending().isItem(1));
    assertFalse(selections(new int[] {1}, 0.5).isItem(0));
    boolean[] item = {true, false};
    Selections s =
        Selections.of(new int[2], new byte[2], new double[2], new byte[2], ids("", ""), item);
    assertTrue(s.isItem(0));
    assertFalse(s.isItem(1));
    message(
        "item must have one row per selection: 1 selections, 2 rows",
        () -> Selections.of(new int[1], new byte[1], new double[1], new byte[1], ids("s"), item));
  }

  @Test
  void unresolvedSelectionsStandApart() {
    Gradings g = gradings(6);
    Verdicts v =
        Verdicts.builder(g)
            .add(0, "q", 0, 1, new Selection(SelectionMethod.SRS, 1, "", Blindness.BLIND, false))
            .addUnresolved(4, SelectionMethod.PPS, 0.25, "s", Blindness.NON_BLIND, true)
            .build();
    assertEquals(1, v.size());
    assertEquals(0, v.pending().size());
    assertEquals(1, v.unresolved().size());
    assertEquals(4, v.unresolved().grading(0));
    assertEquals(0.25, v.unresolved().inclusionProbability(0));
    assertEquals(Blindness.NON_BLIND, v.unresolved().blindness(0));
    assertTrue(v.unresolved().isItem(0));
    message(
        "gradingRow must be in [0, 6), got 6",
        () ->
            Verdicts.builder(g)
                .addUnresolved(6, SelectionMethod.SRS, 1, "", Blindness.BLIND, false));
    message(
        "unresolved selections must be random and have a probability, got TARGETED with 1.0",
        () ->
            Verdicts.builder(g)
                .addUnresolved(0, SelectionMethod.TARGETED, 1, "", Blindness.BLIND, false));
    Selections none = Selections.builder().build();
    Selections noProbability = selections(new int[] {1}, 0);
    message(
        "unresolved selections must be random and have a probability, got STRATIFIED with 0.0",
        () -> Verdicts.of(g, none, ids(), Codes.of(new byte[0]), new long[0], none, noProbability));
  }

  private static Selections selections(int[] grading, double probability) {
    byte[] method = new byte[grading.length];
    byte[] blindness = new byte[grading.length];
    double[] probabilities = new double[grading.length];
    String[] strata = new String[grading.length];
    for (int i = 0; i < grading.length; i++) {
      method[i] = (byte) SelectionMethod.STRATIFIED.ordinal();
      blindness[i] = (byte) Blindness.NON_BLIND.ordinal();
      probabilities[i] = probability;
      strata[i] = "s" + i;
    }
    return Selections.of(grading, method, probabilities, blindness, ids(strata));
  }

  private static IdColumn ids(String... ids) {
    var column = new IdColumn.Builder();
    for (String id : ids) {
      column.add(id);
    }
    return column.build();
  }

  @Test
  void columnsThatDoNotFit() {
    Gradings g = gradings(2);
    Selections one = selections(new int[] {1}, 0.5);
    Selections none = Selections.builder().build();
    Codes grade = Codes.of(new byte[] {2});
    message(
        "method must have one row per selection: 1 selections, 2 rows",
        () -> Selections.of(new int[1], new byte[2], new double[1], new byte[1], ids("s")));
    message(
        "method must be in [0, 10) (10 methods), got 10",
        () -> Selections.of(new int[1], new byte[] {10}, new double[1], new byte[1], ids("s")));
    message(
        "blindness must be in [0, 3) (3 kinds), got -1",
        () -> Selections.of(new int[1], new byte[1], new double[1], new byte[] {-1}, ids("s")));
    message("probability must be in [0, 1], got 2.0", () -> selections(new int[1], 2));
    message("grading must be >= 0, got -1", () -> selections(new int[] {-1}, 1));
    message(
        "reviewer must have one row per verdict: 1 verdicts, 2 rows",
        () -> Verdicts.of(g, one, ids("q", "q"), grade, new long[1], none));
    message(
        "checkedAt must have one row per verdict: 1 verdicts, 0 rows",
        () -> Verdicts.of(g, one, ids("q"), grade, new long[0], none));
    message(
        "gradingRow must be in [0, 2), got 2",
        () -> Verdicts.of(g, one, ids("q"), grade, new long[1], selections(new int[] {2}, 1)));
    Codes unknown = Codes.of(new byte[] {3});
    assertThrows(
        IllegalArgumentException.class,
        () -> Verdicts.of(g, one, ids("q"), unknown, new long[1], none));
  }

  @Test
  void aRandomMethodWithoutProbabilitySupportsNoClaim() {
    Selections s = Selections.builder().add(0, SelectionMethod.SRS, 0, "", Blindness.BLIND).build();
    assertFalse(s.isRandom(0));
  }

  @Test
  void onlyTheFirstFiveMethodsAreRandom() {
    boolean[] random = new boolean[SelectionMethod.values().length];
    for (SelectionMethod m : SelectionMethod.values()) {
      random[m.ordinal()] = m.isRandom();
    }
    assertArrayEquals(
        new boolean[] {true, true, true, true, true, false, false, false, false, false}, random);
  }

  @Test
  void messages() {
    Gradings g = gradings(2);
    message(
        "grade must be one of [A, B, C], got D", () -> Gradings.builder(SCHEME).add("i", "a", "D"));
    message(
        "values must bring every declared attribute, got 0",
        () -> Gradings.builder(SCHEME).with(Gradings.Attribute.UNIT).add("i", "a", 0, 0));
    message(
        "gradingRow must be in [0, 2), got 2",
        () -> Verdicts.builder(g).addPending(2, SelectionMethod.SRS, 1, "", Blindness.BLIND));
    message(
        "inclusionProbability must be in [0, 1], got 1.5",
        () ->
            Verdicts.builder(g)
                .add(
                    0,
                    "q",
                    0,
                    0,
                    new Selection(SelectionMethod.SRS, 1.5, "", Blindness.BLIND, false)));
  }

  private static void message(String expected, Executable call) {
    assertEquals(expected, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
