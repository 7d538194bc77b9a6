package org.assay.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.assay.draw.ReviewDays.Slot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReviewDaysTest {
  private static final ExposureCeiling CEILING = new ExposureCeiling(10, List.of(2, 5, 10));

  static List<Long> seeds() {
    return LongStream.range(0, 40).boxed().toList();
  }

  private static List<Integer> grades(SplittableRandom random, int n) {
    var grades = new ArrayList<Integer>();
    for (int i = 0; i < n; i++) {
      grades.add(random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(2));
    }
    return grades;
  }

  // [reviewer][day][grade]
  private static int[][][] counts(List<Slot> slots, List<Integer> grades, int reviewers, int days) {
    int[][][] counts = new int[reviewers][days][3];
    for (int i = 0; i < slots.size(); i++) {
      counts[slots.get(i).reviewer()][slots.get(i).day()][grades.get(i)]++;
    }
    return counts;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void takesTheFewestDaysAndMixesThemAlike(long seed) {
    var random = new SplittableRandom(seed);
    int reviewers = random.nextInt(1, 5);
    List<Integer> grades = grades(random, random.nextInt(1, 150));
    List<Slot> slots = ReviewDays.split(grades, CEILING, reviewers, (item, r) -> false);
    int days = 1 + slots.stream().mapToInt(Slot::day).max().orElseThrow();
    double[] viewings = new double[3];
    grades.forEach(g -> viewings[g]++);
    long reviewerDays = CEILING.reviewerDays(viewings);
    assertEquals((reviewerDays + reviewers - 1) / reviewers, days);
    int[][][] counts = counts(slots, grades, reviewers, days);
    for (int r = 0; r < reviewers; r++) {
      int[] ofReviewer = new int[3];
      for (int d = 0; d < days; d++) {
        int all = 0;
        for (int g = 0; g < 3; g++) {
          ofReviewer[g] += counts[r][d][g];
          all += counts[r][d][g];
          assertTrue(counts[r][d][g] <= CEILING.byGrade().get(g));
          assertTrue(Math.abs(counts[r][d][g] - counts[r][0][g]) <= 1, "days alike");
        }
        assertTrue(all <= CEILING.perDay());
      }
      for (int g = 0; g < 3; g++) {
        assertTrue(Math.abs(ofReviewer[g] - viewings[g] / reviewers) < 1, "reviewers alike");
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void keepsBarsAndTheCeilingTogether(long seed) {
    var random = new SplittableRandom(seed);
    List<Integer> grades = grades(random, 90);
    boolean[][] barred = new boolean[90][3];
    for (boolean[] item : barred) {
      for (int r = 0; r < 3; r++) {
        item[r] = random.nextInt(3) == 0;
      }
    }
    List<Slot> slots = ReviewDays.split(grades, CEILING, 3, (item, r) -> barred[item][r]);
    int[][][] counts = new int[3][100][3];
    for (int i = 0; i < 90; i++) {
      Slot slot = slots.get(i);
      if (barred[i][0] && barred[i][1] && barred[i][2]) {
        assertEquals(Slot.NOBODY, slot);
      } else {
        assertFalse(barred[i][slot.reviewer()]);
        counts[slot.reviewer()][slot.day()][grades.get(i)]++;
      }
    }
    for (int[][] reviewer : counts) {
      for (int[] day : reviewer) {
        assertTrue(day[0] + day[1] + day[2] <= 10 && day[0] <= 2 && day[1] <= 5);
      }
    }
  }

  @Test
  void earlierItemsComeOnEarlierDays() {
    List<Integer> grades = Collections.nCopies(25, 2);
    List<Slot> slots = ReviewDays.split(grades, CEILING, 1, (item, r) -> false);
    assertEquals(
        List.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 1), slots.stream().map(Slot::day).limit(10).toList());
    assertEquals(2, slots.get(24).day());
  }

  @Test
  void messages() {
    var e =
        assertThrows(IllegalArgumentException.class, () -> new ExposureCeiling(10, List.of(11)));
    assertEquals("byGrade[0] must be in [1, 10], got 11", e.getMessage());
    e =
        assertThrows(
            IllegalArgumentException.class,
            () -> ReviewDays.split(List.of(3), CEILING, 1, (item, r) -> false));
    assertEquals("grades[0] must be in [0, 3) (3 grades), got 3", e.getMessage());
    e =
        assertThrows(
            IllegalArgumentException.class, () -> CEILING.reviewerDays(new double[] {1, 2}));
    assertEquals("viewings must have one number per grade (3), got 2", e.getMessage());
  }
}
