package org.assay.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.assay.data.Codes;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PairTablesTest {
  @Nested
  class Laws {
    /** Against a table for every pair, filled item by item. */
    @Test
    void equalsDenseTables() {
      var random = new SplittableRandom(41);
      int assessors = 12;
      long[][][][] dense = new long[assessors][assessors][3][3];
      PairTables sparse = PairTables.create(3);
      for (int item = 0; item < 500; item++) {
        int[] who = random.ints(random.nextInt(5), 0, assessors).toArray();
        int[] grade = random.ints(who.length, 0, 3).toArray();
        sparse.add(who, grade);
        for (int i = 0; i < who.length; i++) {
          for (int j = 0; j < who.length; j++) {
            if (who[i] != who[j]) {
              dense[who[i]][who[j]][grade[i]][grade[j]]++;
            }
          }
        }
      }
      int[] pairs = {0};
      sparse.forEach(
          (first, second, table) -> {
            assertTrue(first < second);
            assertEquals(ConfusionMatrix.of(dense[first][second]), table);
            pairs[0]++;
          });
      assertEquals(assessors * (assessors - 1) / 2, pairs[0]);
      for (int a = 0; a < assessors; a++) {
        for (int b = 0; b < assessors; b++) {
          if (a != b) {
            assertEquals(ConfusionMatrix.of(dense[a][b]), sparse.table(a, b));
          }
        }
      }
    }

    @Test
    void columnsGiveTheSameAsItems() {
      int[] item = {7, 7, 7, 3, 9, 9, 9, 9};
      int[] assessor = {2, 0, 5, 1, 5, 0, 2, 0};
      int[] grade = {0, 1, 1, 2, 2, 2, 1, 0};
      PairTables byColumns =
          PairTables.create(3)
              .addAll(Codes.of(item), Codes.of(assessor), Codes.of(grade), 0, item.length);
      PairTables byItems = PairTables.create(3);
      byItems.add(new int[] {2, 0, 5}, new int[] {0, 1, 1});
      byItems.add(new int[] {1}, new int[] {2});
      byItems.add(new int[] {5, 0, 2, 0}, new int[] {2, 2, 1, 0});
      assertEquals(byItems.table(0, 2), byColumns.table(0, 2));
      assertEquals(byItems.table(5, 0), byColumns.table(5, 0));
      assertEquals(3, byColumns.table(0, 2).total()); // once, and twice by the repeated grading
      assertEquals(0, byColumns.table(1, 2).total());
    }

    /** 10,000 assessors in groups of five: memory follows the overlap, not the 50 million pairs. */
    @Test
    void manyAssessorsFewOverlaps() {
      PairTables tables = PairTables.create(4);
      var random = new SplittableRandom(42);
      for (int item = 0; item < 60_000; item++) {
        int group = 5 * (item % 2_000);
        tables.add(
            new int[] {group, group + 1 + item / 2_000 % 4},
            new int[] {random.nextInt(4), random.nextInt(4)});
      }
      long[] seen = new long[2];
      tables.forEach(
          (first, second, table) -> {
            seen[0]++;
            seen[1] += table.total();
          });
      assertEquals(8_000, seen[0]);
      assertEquals(60_000, seen[1]);
    }
  }

  @Nested
  class Messages {
    @Test
    void codesOutside() {
      PairTables tables = PairTables.create(2);
      var grade =
          assertThrows(
              IllegalArgumentException.class, () -> tables.add(new int[] {0, 1}, new int[] {0, 2}));
      assertEquals("grade must be in [0, 2) (2 grades), got 2", grade.getMessage());
      var assessor =
          assertThrows(
              IllegalArgumentException.class,
              () -> tables.add(new int[] {0, 1 << 21}, new int[] {0, 1}));
      assertEquals(
          "assessor must be in [0, 2097152) (2097152 assessors), got 2097152",
          assessor.getMessage());
    }

    @Test
    void ragged() {
      var e =
          assertThrows(
              IllegalArgumentException.class,
              () -> PairTables.create(2).add(new int[] {0, 1}, new int[] {0}));
      assertEquals("assessors and grade must have the same length, got 2 and 1", e.getMessage());
    }

    @Test
    void otherGrades() {
      var e =
          assertThrows(
              IllegalArgumentException.class,
              () -> PairTables.create(2).merge(PairTables.create(3)));
      assertEquals("other must have the same grades: this has 2, other has 3", e.getMessage());
    }
  }
}
