package org.assay.data;

import java.util.Arrays;
import java.util.List;
import org.assay.internal.Check;

/**
 * Which mix-ups count as an error: any, or listed pairs of reference grade and grade.
 *
 * <p>Immutable and thread-safe.
 */
public final class ErrorClass {
  private final int grades;
  private final boolean any;
  private final boolean[] counts; // counts[reference * grades + grade]

  private ErrorClass(int grades, boolean any, boolean[] counts) {
    this.grades = grades;
    this.any = any;
    this.counts = counts;
  }

  /**
   * Every grade that differs from the reference grade.
   *
   * @param scheme the grades
   * @return the class
   */
  public static ErrorClass any(GradingScheme scheme) {
    int k = scheme.size();
    boolean[] counts = new boolean[k * k];
    for (int cell = 0; cell < counts.length; cell++) {
      counts[cell] = cell / k != cell % k;
    }
    return new ErrorClass(k, true, counts);
  }

  /**
   * Listed pairs only.
   *
   * @param scheme the grades
   * @param pairs each a pair [reference grade, assigned grade] of two different grades
   * @return the class
   * @throws IllegalArgumentException if there is no pair, a grade is unknown, or a pair repeats a
   *     grade
   */
  public static ErrorClass pairs(GradingScheme scheme, List<List<String>> pairs) {
    int k = scheme.size();
    boolean[] counts = new boolean[k * k];
    Check.atLeast("number of pairs", 1, pairs.size());
    for (List<String> pair : pairs) {
      if (pair.size() != 2 || pair.get(0).equals(pair.get(1))) {
        throw new IllegalArgumentException(
            "a pair must be [reference grade, assigned grade] with two different grades, got "
                + pair);
      }
      counts[code(scheme, pair.get(0)) * k + code(scheme, pair.get(1))] = true;
    }
    return new ErrorClass(k, false, counts);
  }

  private static int code(GradingScheme scheme, String grade) {
    return scheme
        .code(grade)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "grade must be one of " + scheme.grades() + ", got \"" + grade + "\""));
  }

  /**
   * Whether a mix-up counts.
   *
   * @param reference code of the reference grade
   * @param grade code of the grade
   * @return true when it is an error of this class; never for equal grades
   */
  public boolean counts(int reference, int grade) {
    return counts[reference * grades + grade];
  }

  /**
   * Whether a grading of this grade can be an error of this class at all.
   *
   * @param grade code of the grade
   * @return true when some reference grade makes it one
   */
  public boolean isPossible(int grade) {
    for (int reference = 0; reference < grades; reference++) {
      if (counts(reference, grade)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether every mix-up counts.
   *
   * @return true for {@link #any}
   */
  public boolean isAny() {
    return any;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof ErrorClass other
        && grades == other.grades
        && Arrays.equals(counts, other.counts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(counts);
  }
}
