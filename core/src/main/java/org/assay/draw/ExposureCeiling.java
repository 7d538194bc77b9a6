package org.assay.draw;

import java.util.ArrayList;
import java.util.List;
import org.assay.internal.Check;

/**
 * The most that one person is shown in a working day: items in all, and items of each grade.
 *
 * <p>An item counts under the grade it was given, because the reference grade is not known before
 * somebody has looked.
 *
 * @param perDay items a person may be shown in a day, at least 1
 * @param byGrade the same by grade code, each in [1, perDay]
 */
public record ExposureCeiling(int perDay, List<Integer> byGrade) {
  public ExposureCeiling {
    Check.atLeast("perDay", 1, perDay);
    byGrade = List.copyOf(byGrade);
    for (int g = 0; g < byGrade.size(); g++) {
      Check.range("byGrade[" + g + "]", 1, perDay, byGrade.get(g));
    }
  }

  /**
   * A ceiling for all grades together.
   *
   * @param perDay items a person may be shown in a day
   * @param grades number of grades
   * @return the ceiling
   */
  public static ExposureCeiling ofAll(int perDay, int grades) {
    var same = new ArrayList<Integer>();
    for (int g = 0; g < grades; g++) {
      same.add(perDay);
    }
    return new ExposureCeiling(perDay, same);
  }

  /**
   * The fewest reviewer-days in which items can be shown.
   *
   * <pre>{@code
   * max(ceil(n / perDay), ceil(n_g / byGrade_g) over the grades g)
   * }</pre>
   *
   * <p>That few are enough: dealt out grade after grade, each of that many days gets n_g / days
   * items of every grade and n / days in all, rounded up or down.
   *
   * @param viewings items by grade code; expected numbers need not be whole, and what they exceed a
   *     whole day by less than 1e-9 is taken for rounding
   * @return 0 when there are none
   */
  public long reviewerDays(double[] viewings) {
    if (viewings.length != byGrade.size()) {
      throw new IllegalArgumentException(
          "viewings must have one number per grade ("
              + byGrade.size()
              + "), got "
              + viewings.length);
    }
    double all = 0;
    long days = 0;
    for (int g = 0; g < viewings.length; g++) {
      all += viewings[g];
      days = Math.max(days, days(viewings[g], byGrade.get(g)));
    }
    return Math.max(days, days(all, perDay));
  }

  private static long days(double viewings, int ceiling) {
    return (long) Math.ceil(viewings / ceiling - 1e-9);
  }

  /**
   * The grade of an item that was given several.
   *
   * @param one a grade code
   * @param other a grade code
   * @return the one with the lower ceiling; the first when they are the same
   */
  public int stricter(int one, int other) {
    return byGrade.get(other) < byGrade.get(one) ? other : one;
  }
}
