package org.assay.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.assay.count.ConfusionMatrix;
import org.assay.result.Undefined;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KendallTauTest {
  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  /** The definition, pair by pair of items. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void isItsDefinition(long seed) {
    var random = new SplittableRandom(seed);
    int[][] items = new int[20][2];
    ConfusionMatrix table = ConfusionMatrix.create(4);
    for (int[] item : items) {
      item[0] = random.nextInt(4);
      item[1] = random.nextInt(10) < 6 ? item[0] : random.nextInt(4);
      table.add(item[0], item[1]);
    }
    double difference = 0;
    double rows = 0;
    double columns = 0;
    for (int i = 0; i < items.length; i++) {
      for (int j = 0; j < i; j++) {
        int r = Integer.compare(items[i][0], items[j][0]);
        int c = Integer.compare(items[i][1], items[j][1]);
        difference += r * c;
        rows += r * r;
        columns += c * c;
      }
    }
    assertEquals(difference / Math.sqrt(rows * columns), KendallTau.of(table).value(), 1e-12);
  }

  @Test
  void edges() {
    ConfusionMatrix table = ConfusionMatrix.create(3);
    table.add(0, 1);
    assertEquals(Undefined.TOO_FEW_ITEMS, KendallTau.of(table).undefined());
    table.add(2, 1);
    assertEquals(Undefined.NO_VARIATION, KendallTau.of(table).undefined());
    ConfusionMatrix reversed = ConfusionMatrix.of(new long[][] {{0, 0, 2}, {0, 2, 0}, {2, 0, 0}});
    assertEquals(-1, KendallTau.of(reversed).value());
  }
}
