package org.assay.draw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A sample that is drawn by several machines. */
class BottomSampleStateTest {
  private static BottomSample sample() {
    return BottomSample.create("3141-5926", 8);
  }

  @Test
  void anySplitHasTheSameState() {
    var random = new SplittableRandom(71);
    for (int split = 0; split < 10_000; split++) {
      BottomSample whole = sample();
      List<BottomSample> parts = List.of(sample(), sample(), sample());
      for (int item = random.nextInt(30); item > 0; item--) {
        whole.add("i" + item);
        parts.get(random.nextInt(3)).add("i" + item);
      }
      BottomSample merged = BottomSample.ofState(parts.get(split % 3).state());
      merged.merge(BottomSample.ofState(parts.get((split + 2) % 3).state()));
      merged.merge(BottomSample.ofState(parts.get((split + 1) % 3).state()));
      assertArrayEquals(whole.state(), merged.state());
      assertEquals(whole.snapshot(), merged.snapshot());
    }
  }

  @Test
  void damagedStatesAreRefused() {
    BottomSample sample = sample();
    for (int i = 0; i < 20; i++) {
      sample.add("i" + i);
    }
    byte[] state = sample.state();
    for (int i = 0; i < state.length; i++) {
      byte[] flipped = state.clone();
      flipped[i] ^= 4;
      assertThrows(IllegalArgumentException.class, () -> BottomSample.ofState(flipped));
      byte[] cut = Arrays.copyOf(state, i);
      assertThrows(IllegalArgumentException.class, () -> BottomSample.ofState(cut));
    }
    assertEquals(sample, sample.copy());
  }
}
