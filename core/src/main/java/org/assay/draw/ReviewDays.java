package org.assay.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.assay.internal.Check;

/**
 * Splits items to be shown into reviewer-days, none of them above an exposure ceiling.
 *
 * <p>Items are dealt out grade after grade, each to the reviewer who may see it and has fewest of
 * the grade so far (then fewest in all), and each reviewer's items to the days in the same way. So
 * every day has the same share of every grade, but for one item: a day or a list says nothing about
 * the grades on it that the whole sample does not say. Within a reviewer's grade the earlier items
 * come on the earlier days.
 *
 * <p>When everybody may see everything, no split takes fewer days. Otherwise the ceiling is kept
 * all the same, in as many days as the reviewer with the longest list needs.
 *
 * <p><b>Cost.</b> O(items x (reviewers + days)).
 */
public final class ReviewDays {
  private ReviewDays() {}

  /**
   * Where an item is shown.
   *
   * @param reviewer from 0; -1 when every reviewer is barred from the item
   * @param day from 0; -1 with no reviewer
   */
  public record Slot(int reviewer, int day) {
    /** No reviewer may see the item. */
    public static final Slot NOBODY = new Slot(-1, -1);
  }

  /** Who may not see an item, for example because they have seen it before. */
  public interface Bar {
    /**
     * Whether a reviewer is barred from an item.
     *
     * @param item place in the list of items
     * @param reviewer from 0
     * @return true when the reviewer may not be shown the item
     */
    boolean holds(int item, int reviewer);
  }

  /**
   * Splits items.
   *
   * @param grades grade code of each item, in the order of checking
   * @param ceiling for each reviewer and day
   * @param reviewers number of reviewers, at least 1
   * @param bar who may not see what
   * @return one slot an item, in the same order
   */
  public static List<Slot> split(
      List<Integer> grades, ExposureCeiling ceiling, int reviewers, Bar bar) {
    Check.atLeast("reviewers", 1, reviewers);
    int classes = ceiling.byGrade().size();
    for (int i = 0; i < grades.size(); i++) {
      Check.index("grades[" + i + "]", grades.get(i), classes, "grades");
    }
    int[] reviewer = toReviewers(grades, classes, reviewers, bar);
    var ofReviewer = new ArrayList<List<Integer>>();
    long days = 0;
    for (int r = 0; r < reviewers; r++) {
      int who = r;
      List<Integer> own =
          IntStream.range(0, reviewer.length).filter(i -> reviewer[i] == who).boxed().toList();
      ofReviewer.add(own);
      double[] viewings = new double[classes];
      own.forEach(i -> viewings[grades.get(i)]++);
      days = Math.max(days, ceiling.reviewerDays(viewings));
    }
    Slot[] slots = new Slot[reviewer.length];
    Arrays.fill(slots, Slot.NOBODY);
    for (int r = 0; r < reviewers; r++) {
      toDays(ofReviewer.get(r), grades, classes, r, (int) days, slots);
    }
    return List.of(slots);
  }

  // Grade after grade, within a grade those first that fewest may see.
  private static int[] toReviewers(List<Integer> grades, int classes, int reviewers, Bar bar) {
    int[] open = new int[grades.size()];
    for (int i = 0; i < open.length; i++) {
      for (int r = 0; r < reviewers; r++) {
        open[i] += bar.holds(i, r) ? 0 : 1;
      }
    }
    int[] order =
        IntStream.range(0, open.length)
            .boxed()
            .sorted(Comparator.<Integer>comparingInt(grades::get).thenComparingInt(i -> open[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    var deal = new Deal(reviewers, classes);
    int[] reviewer = new int[open.length];
    for (int i : order) {
      reviewer[i] = open[i] == 0 ? -1 : deal.next(grades.get(i), r -> !bar.holds(i, r));
    }
    return reviewer;
  }

  private static void toDays(
      List<Integer> own, List<Integer> grades, int classes, int reviewer, int days, Slot[] slots) {
    var deal = new Deal(days, classes);
    for (int g = 0; g < classes; g++) {
      int grade = g;
      List<Integer> items = own.stream().filter(i -> grades.get(i) == grade).toList();
      items.forEach(i -> deal.next(grade, day -> true));
      int at = 0;
      for (int day = 0; day < days; day++) {
        for (int k = 0; k < deal.of(day, grade); k++) {
          slots[items.get(at++)] = new Slot(reviewer, day);
        }
      }
    }
  }

  /** Deals items into piles, each to the one with fewest of its grade, then with fewest in all. */
  private static final class Deal {
    private final int[][] count;
    private final int[] all;

    Deal(int piles, int classes) {
      count = new int[piles][classes];
      all = new int[piles];
    }

    int of(int pile, int grade) {
      return count[pile][grade];
    }

    int next(int grade, IntPredicate allowed) {
      int best = -1;
      for (int p = 0; p < all.length; p++) {
        if (allowed.test(p)
            && (best < 0
                || count[p][grade] < count[best][grade]
                || count[p][grade] == count[best][grade] && all[p] < all[best])) {
          best = p;
        }
      }
      count[best][grade]++;
      all[best]++;
      return best;
    }
  }
}
