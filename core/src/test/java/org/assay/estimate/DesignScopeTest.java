package org.assay.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.assay.data.Blindness;
import org.assay.data.ErrorClass;
import org.assay.data.GradingScheme;
import org.assay.estimate.DesignSample.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DesignScopeTest {
  private static final GradingScheme SCHEME = GradingScheme.ordered("A", "B", "C");

  private static CheckCell cell(int stratum, Blindness blindness, double pi, int r, int g, long n) {
    return new CheckCell(0, 0, 0, 0, stratum, blindness, pi, r, g, n);
  }

  // Strata come again and again, and their codes are far apart.
  private static List<CheckCell> cells(SplittableRandom random) {
    List<CheckCell> cells = new ArrayList<>();
    int strata = random.nextInt(1, 40);
    for (int i = random.nextInt(0, 200); i > 0; i--) {
      cells.add(
          cell(
              random.nextInt(strata) * 1_000_003,
              Blindness.values()[random.nextInt(2)],
              random.nextInt(3) == 0 ? 1 : random.nextDouble(.01, 1),
              random.nextInt(-1, 3),
              random.nextInt(3),
              random.nextLong(1, 12)));
    }
    return cells;
  }

  private static DesignRate direct(List<CheckCell> cells, RateParts parts) {
    DesignSample sample = new DesignSample();
    for (CheckCell c : cells) {
      boolean isRead = !c.isPending() && c.blindness() == Blindness.BLIND;
      Part part = isRead ? parts.of(c.reference(), c.grade()) : Part.UNREAD;
      sample.add(c.stratum(), c.probability(), part, c.count());
    }
    return sample.rate();
  }

  static LongStream seeds() {
    return LongStream.range(0, 30);
  }

  /** The same sums in the same order: no tolerance. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void ratesAreThoseOfTheCellsOneAfterTheOther(long seed) {
    List<CheckCell> cells = cells(new SplittableRandom(seed));
    DesignScope scope = DesignScope.of(cells, Blindness.BLIND);
    for (RateParts parts :
        List.of(
            RateParts.errors(ErrorClass.any(SCHEME)),
            RateParts.errors(ErrorClass.pairs(SCHEME, List.of(List.of("A", "C")))),
            RateParts.gradeGivenReference(1, 2),
            RateParts.referenceGivenGrade(0, 1))) {
      DesignRate expected = direct(cells, parts);
      DesignRate rate = scope.rate(parts);
      assertEquals(expected.checked(), rate.checked());
      assertEquals(expected.errors(), rate.errors());
      assertEquals(expected.unread(), rate.unread());
      assertEquals(expected.strata(), rate.strata());
      assertEquals(expected.population(), rate.population());
      assertEquals(expected.covered(), rate.covered());
      assertEquals(expected.rate(), rate.rate());
      assertEquals(expected.standardError(), rate.standardError());
      assertEquals(expected.lot(), rate.lot());
      assertEquals(expected.kishSampleSize(), rate.kishSampleSize());
      assertEquals(expected.interval(.95), rate.interval(.95));
    }
  }

  @Test
  void namesAProbabilityThatIsNone() {
    List<CheckCell> cells = List.of(cell(0, Blindness.BLIND, 0, 0, 0, 1));
    var e =
        assertThrows(IllegalArgumentException.class, () -> DesignScope.of(cells, Blindness.BLIND));
    assertEquals("probability must be in (0, 1], got 0.0", e.getMessage());
  }
}
