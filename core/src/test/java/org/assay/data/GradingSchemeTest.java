package org.assay.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class GradingSchemeTest {
  private final GradingScheme scheme = GradingScheme.ordered("A", "B", "C");

  @Test
  void labelsAreOpaque() {
    GradingScheme odd = GradingScheme.unordered("a", "A", "10", "2", " 2", "");
    assertEquals(List.of("a", "A", "10", "2", " 2", ""), odd.grades());
    assertEquals(OptionalInt.of(4), odd.code(" 2"));
    assertEquals(OptionalInt.empty(), odd.code("b"));
    assertFalse(odd.isOrdered());
  }

  @Test
  void defaults() {
    assertArrayEquals(new double[] {1, 2, 3}, scheme.scores());
    assertEquals(0, scheme.severity(1, 1));
    assertEquals(1, scheme.severity(0, 2));
    assertTrue(scheme.isOrdered());
  }

  @Test
  void withScoresAndSeverityLeavesTheOriginalAlone() {
    double[] scores = {1, 2, 5};
    GradingScheme scored = scheme.withScores(scores).withVersion("v2");
    scores[0] = 99;
    assertArrayEquals(new double[] {1, 2, 5}, scored.scores());
    assertArrayEquals(new double[] {1, 2, 3}, scheme.scores());
    assertNotEquals(scheme, scored);
    assertEquals("scheme v2 [A, B, C]", scored.toString());
  }

  @Test
  void messages() {
    message("number of grades must be >= 1, got 0", () -> GradingScheme.ordered());
    message(
        "grades must differ: \"B\" stands at 1 and 2", () -> GradingScheme.ordered("A", "B", "B"));
    message("scores must have one number per grade: 3 grades, 2", () -> scheme.withScores(1, 2));
    message(
        "score of grade \"C\" must be finite, got NaN", () -> scheme.withScores(1, 2, Double.NaN));
    message(
        "severity must be square: row 1 has length 2, not 3",
        () -> scheme.withSeverity(new double[][] {{0, 1, 1}, {1, 0}, {1, 1, 0}}));
    message(
        "severity must be >= 0, finite, and 0 on the diagonal: row 1, column 1 is 2.0",
        () -> scheme.withSeverity(new double[][] {{0, 1, 1}, {1, 2, 1}, {1, 1, 0}}));
    message("code must be in [0, 3) (3 grades), got 3", () -> scheme.grade(3));
  }

  @Test
  void errorClassesCountPairsOrAll() {
    ErrorClass any = ErrorClass.any(scheme);
    ErrorClass critical = ErrorClass.pairs(scheme, List.of(List.of("A", "C")));
    assertTrue(any.counts(0, 1));
    assertFalse(any.counts(1, 1));
    assertTrue(any.isAny());
    assertTrue(critical.counts(0, 2));
    assertFalse(critical.counts(2, 0));
    assertFalse(critical.isAny());
    message(
        "grade must be one of [A, B, C], got \"D\"",
        () -> ErrorClass.pairs(scheme, List.of(List.of("A", "D"))));
    message(
        "a pair must be [reference grade, assigned grade] with two different grades, got [A, A]",
        () -> ErrorClass.pairs(scheme, List.of(List.of("A", "A"))));
    message("number of pairs must be >= 1, got 0", () -> ErrorClass.pairs(scheme, List.of()));
  }

  private static void message(String expected, Executable call) {
    assertEquals(expected, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
