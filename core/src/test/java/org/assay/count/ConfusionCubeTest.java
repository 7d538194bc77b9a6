package org.assay.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.assay.data.Codes;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfusionCubeTest {
  private static final int ASSESSORS = 7;
  private static final int PERIODS = 3;
  private static final int STRATA = 2;
  private static final int GRADES = 4;

  private static ConfusionCube empty() {
    return ConfusionCube.create(ASSESSORS, PERIODS, STRATA, GRADES);
  }

  private static int[] randomRow(SplittableRandom rng) {
    return new int[] {
      rng.nextInt(ASSESSORS - 1), // the last assessor has no row
      rng.nextInt(PERIODS),
      rng.nextInt(STRATA),
      rng.nextInt(GRADES),
      rng.nextInt(GRADES)
    };
  }

  private static void add(ConfusionCube cube, int[] row) {
    cube.add(row[0], row[1], row[2], row[3], row[4]);
  }

  @Nested
  class Laws {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void mergeEqualsOnePassAndSubtractUndoesIt(long seed) {
      var rng = new SplittableRandom(seed);
      ConfusionCube whole = empty();
      ConfusionCube left = empty();
      ConfusionCube right = empty();
      for (int i = rng.nextInt(400); i > 0; i--) {
        int[] row = randomRow(rng);
        add(whole, row);
        add(rng.nextBoolean() ? left : right, row);
      }
      assertEquals(whole, left.copy().merge(right));
      assertEquals(whole, right.copy().merge(left));
      assertEquals(left, whole.copy().subtract(right));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void slicesAddUp(long seed) {
      var rng = new SplittableRandom(seed);
      ConfusionCube cube = empty();
      ConfusionMatrix[][][] expected = new ConfusionMatrix[ASSESSORS][PERIODS][STRATA];
      for (int a = 0; a < ASSESSORS; a++) {
        for (int p = 0; p < PERIODS; p++) {
          for (int s = 0; s < STRATA; s++) {
            expected[a][p][s] = ConfusionMatrix.create(GRADES);
          }
        }
      }
      for (int i = 0; i < 300; i++) {
        int[] row = randomRow(rng);
        add(cube, row);
        expected[row[0]][row[1]][row[2]].add(row[3], row[4]);
      }
      ConfusionMatrix byAssessor = ConfusionMatrix.create(GRADES);
      ConfusionMatrix byPeriod = ConfusionMatrix.create(GRADES);
      ConfusionMatrix byStratum = ConfusionMatrix.create(GRADES);
      for (int a = 0; a < ASSESSORS; a++) {
        byAssessor.merge(cube.ofAssessor(a));
        for (int p = 0; p < PERIODS; p++) {
          for (int s = 0; s < STRATA; s++) {
            assertEquals(expected[a][p][s], cube.slice(a, p, s));
          }
        }
      }
      for (int p = 0; p < PERIODS; p++) {
        byPeriod.merge(cube.ofPeriod(p));
      }
      for (int s = 0; s < STRATA; s++) {
        byStratum.merge(cube.ofStratum(s));
      }
      assertEquals(300, cube.total().total());
      assertEquals(cube.total(), byAssessor);
      assertEquals(cube.total(), byPeriod);
      assertEquals(cube.total(), byStratum);
    }
  }

  @Nested
  class Columns {
    @Test
    void oneRowEach() {
      ConfusionCube cube =
          empty()
              .addAll(
                  Codes.of(new byte[] {0, 5}),
                  Codes.of(new byte[] {1, 2}),
                  Codes.of(new byte[] {0, 1}),
                  Codes.of(new byte[] {3, 0}),
                  Codes.of(new byte[] {3, 1}));
      assertEquals(1, cube.count(0, 1, 0, 3, 3));
      assertEquals(1, cube.count(5, 2, 1, 0, 1));
      assertEquals(2, cube.total().total());
    }

    @Test
    void axesOfSizeOneNeedNoColumn() {
      ConfusionCube cube =
          ConfusionCube.create(2, 1, 1, 2)
              .addAll(
                  Codes.of(new byte[] {0, 1}),
                  null,
                  null,
                  Codes.of(new byte[] {1, 1}),
                  Codes.of(new byte[] {0, 1}));
      assertEquals(1, cube.count(0, 0, 0, 1, 0));
    }
  }

  @Nested
  class Messages {
    @Test
    void codeOutsideTheCube() {
      var e = assertThrows(IllegalArgumentException.class, () -> empty().add(7, 0, 0, 0, 0));
      assertEquals("assessor must be in [0, 7) (7 assessors), got 7", e.getMessage());
    }

    @Test
    void missingColumn() {
      Codes none = Codes.of(new byte[0]);
      var e =
          assertThrows(
              IllegalArgumentException.class, () -> empty().addAll(none, null, none, none, none));
      assertEquals("period must be given, got null", e.getMessage());
    }

    @Test
    void columnsOfDifferentLength() {
      Codes none = Codes.of(new byte[0]);
      Codes one = Codes.of(new byte[1]);
      var e =
          assertThrows(
              IllegalArgumentException.class, () -> empty().addAll(none, one, one, one, one));
      assertEquals("assessor must have 1 rows as grade has, got 0", e.getMessage());
    }

    @Test
    void notASlice() {
      ConfusionCube one = empty();
      one.add(2, 0, 0, 1, 1);
      var e = assertThrows(IllegalArgumentException.class, () -> empty().subtract(one));
      assertEquals(
          "other must be a slice of this: assessor 2 has 1 of 0 in a cell", e.getMessage());
    }

    @Test
    void shapesDiffer() {
      var e =
          assertThrows(
              IllegalArgumentException.class,
              () -> empty().merge(ConfusionCube.create(7, 3, 2, 5)));
      assertEquals(
          "other must have the same shape: this has 7 x 3 x 2 x 4 x 4, other has 7 x 3 x 2 x 5 x 5",
          e.getMessage());
    }
  }
}
