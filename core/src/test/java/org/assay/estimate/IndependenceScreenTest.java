package org.assay.estimate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.assay.data.GradingScheme;
import org.assay.data.Gradings;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;
import org.assay.estimate.IndependenceScreen.Pair;
import org.junit.jupiter.api.Test;

class IndependenceScreenTest {
  private static final GradingScheme SCHEME = GradingScheme.ordered("A", "B", "C", "D");

  /**
   * Known items, 60 % of them hard: 10 % wrong where others are 1 % wrong, with a pull of half of
   * the hard ones to one wrong grade; b copies a with a chance.
   */
  private record Study(int assessors, int items, double copying) {
    IndependenceScreen screen(long seed) {
      var random = new SplittableRandom(seed);
      Gradings.Builder gradings = Gradings.builder(SCHEME);
      int[] reference = new int[items];
      for (int i = 0; i < items; i++) {
        reference[i] = random.nextInt(4);
        boolean isHard = random.nextInt(10) < 6;
        int pull = isHard && random.nextBoolean() ? 1 + random.nextInt(3) : 0;
        int copied = 0;
        for (int a = 0; a < assessors; a++) {
          boolean isWrong = random.nextDouble() < (isHard ? 0.1 : 0.01);
          int off = isWrong ? pull > 0 ? pull : 1 + random.nextInt(3) : 0;
          int grade = (reference[i] + off) % 4;
          if (a == 1 && random.nextDouble() < copying) {
            grade = copied;
          }
          copied = a == 0 ? grade : copied;
          gradings.add("i" + i, "a" + (100 + a), grade, 0);
        }
      }
      return IndependenceScreen.of(gradings.build(), reference, 0.95);
    }
  }

  /**
   * Nobody copies, but hard items are wrong for all: of 60 studies at most 5 % should name a pair;
   * more than 9 has a probability below 1e-3, and none is what is seen of a test this cautious.
   */
  @Test
  void difficultyIsNotCopying() {
    var study = new Study(8, 600, 0);
    int named = 0;
    for (int seed = 0; seed < 60; seed++) {
      named += study.screen(seed).notIndependent().isEmpty() ? 0 : 1;
    }
    assertTrue(named <= 9, named + " of 60 studies");
  }

  @Test
  void theCopyingPairIsFoundAndNoOther() {
    for (int seed = 100; seed < 110; seed++) {
      IndependenceScreen screen = new Study(11, 1000, 0.35).screen(seed);
      assertEquals(55, screen.pairs().size());
      assertEquals(
          List.of("0 1"),
          screen.notIndependent().stream().map(p -> p.first() + " " + p.second()).toList(),
          "seed " + seed);
    }
  }

  /**
   * 60 items, A right throughout; wrong grades B of the first on 6, of the second on 5, 2 shared.
   */
  @Test
  void countsOfAPair() {
    Gradings.Builder gradings = Gradings.builder(SCHEME);
    for (int i = 0; i < 60; i++) {
      gradings.add("i" + i, "a", i < 6 ? 1 : 0, 0);
      gradings.add("i" + i, "b", i >= 4 && i < 9 ? 1 : 0, 0);
      gradings.add("i" + i, "a", 3, 0); // a repeat does not count
    }
    IndependenceScreen screen = IndependenceScreen.of(gradings.build(), new int[60], 0.95);
    Pair pair = screen.pairs().get(0);
    assertEquals(60, pair.items());
    assertEquals(2, pair.shared());
    assertEquals(6 * 5 / 60.0, pair.expected(), 1e-12);
    assertEquals(1, pair.pValue(), 1e-6); // nobody else says how much colleagues share
    assertEquals(List.of(), screen.notIndependent());
  }

  @Test
  void tooFewItemsAndItemsWithoutReference() {
    Gradings.Builder gradings = Gradings.builder(SCHEME);
    int[] reference = new int[100];
    for (int i = 0; i < 100; i++) {
      gradings.add("i" + i, "a", 1, 0);
      gradings.add("i" + i, "b", 1, 0);
      reference[i] = i < 49 ? 0 : IndependenceScreen.NO_REFERENCE;
    }
    IndependenceScreen screen = IndependenceScreen.of(gradings.build(), reference, 0.95);
    assertEquals(List.of(), screen.pairs());
    assertEquals(1, screen.untested());
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> IndependenceScreen.of(Gradings.builder(SCHEME).build(), new int[1], 0.95));
    assertEquals("reference must have one entry per item, 0, got 1", e.getMessage());
  }

  /** The last blind verdict on any grading of an item, and none in sight of the grade. */
  @Test
  void referencesOfItems() {
    var team = new OfficerTeam();
    for (int i = 0; i < 4; i++) {
      team.grading("a", "s");
    }
    team.verdict(0, "q", 2, 5, SelectionMethod.SEEDED, Blindness.BLIND)
        .verdict(0, "q", 1, 3, Blindness.BLIND)
        .verdict(1, "q", 1, 3, Blindness.NON_BLIND)
        .verdict(2, "q", 1, 3, Blindness.BLIND)
        .verdict(2, "p", 0, 3, Blindness.BLIND);
    assertArrayEquals(new int[] {2, -1, 0, -1}, ItemReferences.of(team.build()));
  }
}
