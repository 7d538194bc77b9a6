package org.assay.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assay.count.RatingRows;
import org.assay.result.Undefined;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

public class ConcordanceTest {
  /** The data set for other tests. */
  public static int[][] anxiety() {
    return Arrays.stream(ANXIETY).map(int[]::clone).toArray(int[][]::new);
  }

  /** Data set anxiety of R package irr 0.84.1: 20 subjects, 3 raters, grades 1 to 6. */
  private static final int[][] ANXIETY = {
    {3, 3, 2}, {3, 6, 1}, {3, 4, 4}, {4, 6, 4}, {5, 2, 3}, {5, 4, 2}, {2, 2, 1}, {3, 4, 6},
    {5, 3, 1}, {2, 3, 1}, {2, 2, 1}, {6, 3, 2}, {1, 3, 3}, {5, 3, 3}, {2, 2, 1}, {2, 2, 1},
    {1, 1, 3}, {2, 3, 3}, {4, 3, 2}, {3, 4, 2}
  };

  static RatingRows rows(int[][] grades, int highest) {
    RatingRows rows = RatingRows.create(grades[0].length, highest + 1);
    for (int[] item : grades) {
      rows.add(item);
    }
    return rows;
  }

  @Nested
  class Published {
    /** irr 0.84.1 kendall(anxiety, TRUE), kendall(anxiety, FALSE). */
    @Test
    void anxiety() {
      Concordance corrected = Concordance.of(rows(ANXIETY, 6), true);
      assertEquals(0.5396568759543698, corrected.coefficient().value(), 1e-14);
      assertEquals(30.760441929399082, corrected.test().statistic().value(), 1e-12);
      assertEquals(19, corrected.test().degreesOfFreedom());
      assertEquals(0.04288347312694789, corrected.test().pValue().value(), 1e-13);
      Concordance plain = Concordance.of(rows(ANXIETY, 6), false);
      assertEquals(0.501921470342523, plain.coefficient().value(), 1e-14);
    }

    /** Scores of Shrout and Fleiss (1979), table 2: .88704 with ties. */
    @Test
    void shroutAndFleiss() {
      int[][] scores = {
        {9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}
      };
      assertEquals(0.88704, Concordance.of(rows(scores, 10), true).coefficient().value(), 5e-6);
    }
  }

  @Nested
  class Laws {
    @Test
    void sameOrderGivesOneAndOppositeOrdersNone() {
      int[][] same = {{0, 1}, {1, 2}, {2, 5}, {4, 6}};
      assertEquals(1, Concordance.of(rows(same, 6), true).coefficient().value());
      int[][] opposite = {{0, 5}, {1, 4}, {2, 3}, {3, 2}};
      assertEquals(0, Concordance.of(rows(opposite, 5), true).coefficient().value());
    }

    /** W = ((m - 1) mean Spearman correlation + 1) / m, for two raters without ties. */
    @Test
    void twoRatersGiveSpearman() {
      var random = new SplittableRandom(21);
      int n = 30;
      int[] order = new int[n];
      for (int i = 0; i < n; i++) {
        int j = random.nextInt(i + 1);
        order[i] = order[j];
        order[j] = i;
      }
      int[][] grades = new int[n][];
      double squares = 0;
      for (int i = 0; i < n; i++) {
        grades[i] = new int[] {i, order[i]};
        squares += (i - order[i]) * (i - order[i]);
      }
      double spearman = 1 - 6 * squares / (n * (n * n - 1.0));
      double w = Concordance.of(rows(grades, n), false).coefficient().value();
      assertEquals((1 + spearman) / 2, w, 1e-13);
    }

    @Test
    void stretchingTheGradesChangesNothing() {
      int[][] stretched = new int[ANXIETY.length][3];
      for (int i = 0; i < ANXIETY.length; i++) {
        for (int r = 0; r < 3; r++) {
          stretched[i][r] = ANXIETY[i][r] * ANXIETY[i][r];
        }
      }
      assertEquals(
          Concordance.of(rows(ANXIETY, 6), true), Concordance.of(rows(stretched, 36), true));
    }

    @Test
    void incompleteItemsAreLeftOut() {
      RatingRows rows = rows(ANXIETY, 6);
      rows.add(new int[] {1, RatingRows.MISSING, 6});
      assertEquals(Concordance.of(rows(ANXIETY, 6), true), Concordance.of(rows, true));
    }
  }

  @Test
  void undefined() {
    Concordance one = Concordance.of(rows(new int[][] {{1, 2}}, 2), true);
    assertEquals(Undefined.TOO_FEW_ITEMS, one.coefficient().reason().orElseThrow());
    Concordance tied = Concordance.of(rows(new int[][] {{1, 2}, {1, 2}}, 2), true);
    assertEquals(Undefined.NO_VARIATION, tied.test().pValue().reason().orElseThrow());
  }

  @Test
  void oneRater() {
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> Concordance.of(RatingRows.create(1, 3), true));
    assertEquals("raters must be >= 2, got 1", e.getMessage());
  }
}
