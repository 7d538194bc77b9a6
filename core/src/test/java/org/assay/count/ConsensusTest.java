package org.assay.count;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.assay.data.GradingScheme;
import org.assay.data.Gradings;
import org.junit.jupiter.api.Test;

class ConsensusTest {
  private static ConfusionCube consensus(String... rows) {
    Gradings.Builder gradings = Gradings.builder(GradingScheme.ordered("A", "B", "C"));
    for (String row : rows) {
      String[] cells = row.split(" ");
      for (int a = 0; a < cells.length - 1; a++) {
        if (!cells[a + 1].equals("-")) {
          gradings.add(cells[0], "a" + a, cells[a + 1]);
        }
      }
    }
    return SharedGradings.of(gradings.build()).consensus();
  }

  /** Of A A B the others of the third say A; those of the first are split. */
  @Test
  void nobodysOwnGradeCounts() {
    ConfusionCube c = consensus("i1 A A B");
    assertEquals(1, c.count(2, 0, 0, 0, 1));
    assertEquals(1, c.total().total());
  }

  @Test
  void theGradeOfMost() {
    ConfusionCube c = consensus("i1 A A A B C", "i2 B B C", "i3 C - -", "i4 - A C");
    assertEquals(1, c.count(0, 0, 0, 0, 0)); // A A B C: A
    assertEquals(1, c.count(3, 0, 0, 0, 1));
    assertEquals(1, c.count(2, 0, 0, 1, 2)); // i2
    assertEquals(1, c.count(1, 0, 0, 2, 0)); // i4: the only other one
    assertEquals(5 + 1 + 2, c.total().total());
  }

  /** Repeats count once, so that nobody has two votes. */
  @Test
  void oneVoteEach() {
    Gradings.Builder gradings = Gradings.builder(GradingScheme.ordered("A", "B"));
    gradings.add("i", "a0", "A");
    gradings.add("i", "a0", "A");
    gradings.add("i", "a1", "B");
    gradings.add("i", "a2", "B");
    ConfusionCube c = SharedGradings.of(gradings.build()).consensus();
    assertEquals(1, c.count(0, 0, 0, 1, 0));
    assertEquals(1, c.total().total()); // those of a1 and a2 are split
  }
}
