package org.assay.io.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TrendChartTest {
  /** The usual format is exact, and slow; halves, and doubles next to them, are the hard ones. */
  @Test
  void coordinatesAreWrittenAsTheUsualFormatWritesThem() {
    var random = new SplittableRandom(7);
    for (int i = 0; i < 20_000; i++) {
      double x =
          switch (i % 4) {
            case 0 -> random.nextDouble(-10, 400);
            case 1 -> random.nextInt(8_000) / 20.0; // 0.05, 0.15, ... among them
            case 2 -> Math.nextUp(random.nextInt(8_000) / 20.0);
            default -> Math.nextDown(random.nextInt(8_000) / 20.0);
          };
      assertEquals(String.format(Locale.ROOT, "%.1f", x), TrendChart.n(x));
    }
    assertEquals("12345678901.3", TrendChart.n(12345678901.26));
  }
}
