package org.assay.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {
  @ParameterizedTest(name = "codes up to {0}")
  @ValueSource(ints = {0, 3, 255, 256, 65_535, 65_536, Integer.MAX_VALUE - 1})
  void everyCodeComesBack(int largest) {
    var rng = new SplittableRandom(largest);
    int[] expected = new int[1000];
    Codes.Builder b = Codes.builder();
    for (int i = 0; i < expected.length; i++) {
      expected[i] = i == 700 ? largest : rng.nextInt(largest + 1);
      b.add(expected[i]);
    }
    Codes codes = b.build();
    assertEquals(1000, codes.size());
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], codes.get(i));
    }
  }

  @Test
  void theColumnIsAsNarrowAsItsLargestCode() {
    assertEquals(1, Codes.builder().add(255).build().width());
    assertEquals(2, Codes.builder().add(1).add(256).build().width());
    assertEquals(2, Codes.builder().add(65_535).build().width());
    assertEquals(4, Codes.builder().add(0).add(65_536).build().width());
  }

  @Test
  void selectTakesRowsInOrder() {
    Codes codes = Codes.of(new int[] {7, 8, 9});
    Codes picked = codes.select(new int[] {2, 0, 2});
    assertEquals(9, picked.get(0));
    assertEquals(7, picked.get(1));
    assertEquals(9, picked.get(2));
  }

  @Test
  void messages() {
    assertEquals(
        "code must be >= 0, got -1",
        assertThrows(IllegalArgumentException.class, () -> Codes.builder().add(-1)).getMessage());
    assertEquals(
        "the column is 1 bytes wide, not 4",
        assertThrows(IllegalStateException.class, () -> Codes.of(new byte[1]).ints()).getMessage());
  }

  /** 200 columns: whatever was expected, the codes are those added, and little room is left. */
  @Test
  void expectationsChangeRoomOnly() {
    var random = new SplittableRandom(3);
    for (int round = 0; round < 200; round++) {
      int size = random.nextInt(3000);
      int range = random.nextInt(3) == 0 ? 100 : random.nextBoolean() ? 10_000 : 100_000;
      int[] expected = random.ints(size, 0, range).toArray();
      Codes.Builder builder = Codes.builder();
      for (int row = 0; row < size; row++) {
        if (random.nextInt(500) == 0) {
          builder.expect(random.nextLong(10_000));
        }
        builder.add(expected[row]);
      }
      Codes codes = builder.build();
      assertArrayEquals(expected, IntStream.range(0, size).map(codes::get).toArray());
      int room =
          switch (codes.width()) {
            case 1 -> codes.bytes().length;
            case 2 -> codes.twoBytes().length / 2;
            default -> codes.ints().length;
          };
      assertTrue(room <= size + size / 2 + 16, "room for " + room + ", used " + size);
    }
  }
}
