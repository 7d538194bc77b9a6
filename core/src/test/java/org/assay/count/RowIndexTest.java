package org.assay.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assay.data.Codes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowIndexTest {
  @ParameterizedTest(name = "{0} bytes")
  @ValueSource(ints = {1, 2, 4})
  void rowsOfEachCodeInOrder(int width) {
    int codes = 50;
    int[] column = new SplittableRandom(width).ints(400, 0, codes - 5).toArray();
    RowIndex index = RowIndex.of(TestColumns.ofWidth(column, width), codes);
    for (int code = 0; code < codes; code++) {
      int c = code;
      List<Integer> expected =
          IntStream.range(0, column.length).filter(row -> column[row] == c).boxed().toList();
      List<Integer> found = new ArrayList<>();
      for (int i = index.from(code); i < index.to(code); i++) {
        found.add(index.row(i));
      }
      assertEquals(expected, found);
    }
  }

  @Test
  void codesOutsideAreRefused() {
    Codes column = Codes.of(new byte[] {0, 4});
    var e = assertThrows(IllegalArgumentException.class, () -> RowIndex.of(column, 4));
    assertEquals("column in row 1 must be in [0, 4) (4 codes), got 4", e.getMessage());
    e = assertThrows(IllegalArgumentException.class, () -> RowIndex.of(column, 5).from(5));
    assertEquals("code must be in [0, 5) (5 codes), got 5", e.getMessage());
  }
}
