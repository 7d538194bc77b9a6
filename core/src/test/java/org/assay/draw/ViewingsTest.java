package org.assay.draw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assay.data.Codes;
import org.junit.jupiter.api.Test;

class ViewingsTest {
  @Test
  void nothingIsViewedBeforeADraw() {
    assertEquals(0, Viewings.of(5).total());
    assertEquals(0, Viewings.of(0).total());
  }

  /** Ten gradings of a unit, four of them of one assessor. */
  @Test
  void aSharedGradingIsViewedOnce() {
    Viewings viewings = Viewings.of(10);
    viewings.draw(IntStream.range(0, 10), 0.2);
    viewings.draw(IntStream.range(0, 4), 0.5);
    assertEquals(4 * 0.5 + 6 * 0.2, viewings.total(), 1e-15);
    Codes.Builder grade = Codes.builder();
    IntStream.range(0, 10).forEach(i -> grade.add(i % 2));
    assertArrayEquals(new double[] {1.6, 1.6}, viewings.byGrade(grade.build(), 2), 1e-15);
  }

  /**
   * Lots that draw the smallest of shared tickets: the mean over 2,000 orders is the expectation,
   * up to the fixed sizes of the draws (below 0.5 of 58) and 5 standard errors (0.15 in all).
   */
  @Test
  void isWhatSharedTicketsGive() {
    var random = new SplittableRandom(5);
    double sum = 0;
    for (int run = 0; run < 2_000; run++) {
      double[] ticket = random.doubles(200).toArray();
      boolean[] drawn = new boolean[200];
      draw(ticket, 0, 200, 40, drawn);
      draw(ticket, 0, 60, 30, drawn);
      for (boolean d : drawn) {
        sum += d ? 1 : 0;
      }
    }
    Viewings viewings = Viewings.of(200);
    viewings.draw(IntStream.range(0, 200), 0.2);
    viewings.draw(IntStream.range(0, 60), 0.5);
    assertEquals(58, viewings.total(), 1e-12);
    assertTrue(Math.abs(sum / 2_000 - 58) < 0.65, "mean " + sum / 2_000);
  }

  private static void draw(double[] ticket, int from, int to, int size, boolean[] drawn) {
    double[] sorted = Arrays.copyOfRange(ticket, from, to);
    Arrays.sort(sorted);
    for (int i = from; i < to; i++) {
      drawn[i] |= ticket[i] <= sorted[size - 1];
    }
  }

  @Test
  void messages() {
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> Viewings.of(2).draw(IntStream.range(0, 2), 1.5));
    assertEquals("share must be in [0, 1], got 1.5", e.getMessage());
  }
}
