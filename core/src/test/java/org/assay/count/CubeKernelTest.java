package org.assay.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.assay.data.Codes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CubeKernelTest {
  private static Codes column(SplittableRandom rng, int rows, int size, int width) {
    int[] codes = new int[rows];
    for (int row = 0; row < rows; row++) {
      codes[row] = rng.nextInt(3) == 0 ? 0 : rng.nextInt(size); // one is common
    }
    return TestColumns.ofWidth(codes, width);
  }

  /** Every kernel: one table, groups of assessors, hashed blocks, few rows; each column width. */
  @ParameterizedTest(name = "{0} x {1} x {2} x {3}, {4} rows, assessors {5} and grades {6} bytes")
  @CsvSource({
    "5, 1, 1, 3, 1000, 1, 1",
    "200, 1, 1, 4, 30001, 1, 1",
    "500, 1, 1, 4, 200003, 2, 1",
    "4096, 1, 1, 3, 40003, 2, 1",
    "5000, 1, 1, 2, 40003, 2, 1",
    "500, 1, 1, 5, 40007, 2, 1",
    "1500, 1, 1, 5, 40007, 2, 1",
    "500, 1, 1, 5, 40007, 4, 1",
    "90, 9, 1, 5, 40007, 2, 1",
    "200, 7, 9, 4, 100003, 1, 1",
    "30, 1, 1, 20, 40007, 1, 1",
    "12, 5, 3, 5, 100003, 1, 1",
    "12, 5, 3, 5, 30000, 2, 4",
    "700, 52, 4, 4, 150001, 2, 1",
    "9000, 12, 1, 5, 60001, 4, 2",
    "70, 365, 10, 5, 60001, 1, 1",
    "3, 400, 20, 9, 20000, 1, 1",
    "1, 1, 1, 300, 20000, 1, 2",
    "6000, 100, 100, 30, 20000, 2, 1"
  })
  void columnsEqualOneAtATime(
      int assessors, int periods, int strata, int grades, int rows, int wide, int gradeWidth) {
    var rng = new SplittableRandom(assessors * 31L + rows);
    Codes assessor = column(rng, rows, assessors, wide);
    Codes period = periods == 1 ? null : column(rng, rows, periods, periods > 200 ? 2 : 1);
    Codes stratum = strata == 1 ? null : column(rng, rows, strata, 1);
    Codes reference = column(rng, rows, grades, gradeWidth);
    Codes grade = column(rng, rows, grades, gradeWidth);
    ConfusionCube one = ConfusionCube.create(assessors, periods, strata, grades);
    for (int row = 0; row < rows; row++) {
      one.add(
          assessor.get(row),
          period == null ? 0 : period.get(row),
          stratum == null ? 0 : stratum.get(row),
          reference.get(row),
          grade.get(row));
    }
    ConfusionCube all =
        ConfusionCube.create(assessors, periods, strata, grades)
            .addAll(assessor, period, stratum, reference, grade);
    assertEquals(one, all);
    assertEquals(
        ConfusionMatrix.create(grades).addAll(reference, grade), all.total(), "total of the cube");
    ConfusionCube parts =
        ConfusionCube.create(assessors, periods, strata, grades)
            .addAll(assessor, period, stratum, reference, grade, rows / 3, rows)
            .addAll(assessor, period, stratum, reference, grade, 0, rows / 3);
    assertEquals(one, parts);
    assertEquals(one.slice(0, 0, ConfusionCube.ALL), all.slice(0, 0, ConfusionCube.ALL));
  }

  /** A count that outgrows two bytes, in a table and in a group. */
  @ParameterizedTest(name = "{0} assessors")
  @CsvSource({"2", "20000"})
  void countsOutgrowTwoBytes(int assessors) {
    int rows = 150_000;
    Codes zero = Codes.of(new byte[rows]);
    ConfusionCube cube =
        ConfusionCube.create(assessors, 1, 1, 4).addAll(zero, null, null, zero, zero);
    assertEquals(rows, cube.count(0, 0, 0, 0, 0));
    cube.addAll(zero, null, null, zero, zero);
    assertEquals(2L * rows, cube.count(0, 0, 0, 0, 0));
    assertEquals(2L * rows, cube.total().total());
  }

  @Test
  void aCodeOutsideTheCubeCountsNothing() {
    ConfusionCube cube = ConfusionCube.create(2, 1, 1, 2);
    Codes good = Codes.of(new byte[] {0, 1});
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> cube.addAll(Codes.of(new byte[] {0, 2}), null, null, good, good));
    assertEquals("assessor in row 1 must be in [0, 2) (2 assessors), got 2", e.getMessage());
    assertEquals(0, cube.total().total());
  }
}
