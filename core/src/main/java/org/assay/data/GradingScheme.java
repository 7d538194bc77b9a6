package org.assay.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.assay.internal.Check;

/**
 * The grades that can be given: their codes in order, the scores weights are computed from, and how
 * severe each mix-up is.
 *
 * <p>A grade's code is its place in {@link #grades()}, from 0. Labels are opaque: nothing is
 * trimmed, folded or sorted. Immutable and thread-safe.
 */
public final class GradingScheme {
  private final String version;
  private final List<String> grades;
  private final boolean ordered;
  private final double[] scores;
  private final double[][] severity; // [reference][grade]
  private final double largestSeverity;
  private final Map<String, Integer> codes = new HashMap<>();

  private GradingScheme(
      String version, List<String> grades, boolean ordered, double[] scores, double[][] severity) {
    this.version = Objects.requireNonNull(version, "version");
    this.grades = List.copyOf(grades);
    this.ordered = ordered;
    Check.atLeast("number of grades", 1, this.grades.size());
    for (int g = 0; g < this.grades.size(); g++) {
      Integer earlier = codes.put(this.grades.get(g), g);
      if (earlier != null) {
        throw new IllegalArgumentException(
            "grades must differ: \"" + grades.get(g) + "\" stands at " + earlier + " and " + g);
      }
    }
    this.scores = checkedScores(scores);
    this.severity = checkedSeverity(severity);
    this.largestSeverity =
        Arrays.stream(this.severity).flatMapToDouble(Arrays::stream).max().orElse(0);
  }

  /**
   * A scheme of ordered grades with scores 1..K and severity 1 for every mix-up.
   *
   * @param grades labels in order, all different
   * @return the scheme, with version ""
   * @throws IllegalArgumentException if there is no grade or a label stands twice
   */
  public static GradingScheme ordered(String... grades) {
    return new GradingScheme("", List.of(grades), true, null, null);
  }

  /**
   * A scheme of grades without an order, with severity 1 for every mix-up.
   *
   * @param grades labels, all different
   * @return the scheme, with version ""
   * @throws IllegalArgumentException if there is no grade or a label stands twice
   */
  public static GradingScheme unordered(String... grades) {
    return new GradingScheme("", List.of(grades), false, null, null);
  }

  /**
   * The same grades under a version name.
   *
   * @param version as in {@code scheme_version}
   * @return a new scheme
   */
  public GradingScheme withVersion(String version) {
    return new GradingScheme(version, grades, ordered, scores, severity);
  }

  /**
   * The same grades with other scores, from which the weights of agreement are computed.
   *
   * @param scores one finite number per grade
   * @return a new scheme
   * @throws IllegalArgumentException if the length differs from the grades or a score is not finite
   */
  public GradingScheme withScores(double... scores) {
    return new GradingScheme(version, grades, ordered, scores, severity);
  }

  /**
   * The same grades with another severity matrix.
   *
   * @param severity K x K; severity[reference][grade] is at least 0, and 0 on the diagonal
   * @return a new scheme
   * @throws IllegalArgumentException if the shape or a value is wrong
   */
  public GradingScheme withSeverity(double[][] severity) {
    return new GradingScheme(version, grades, ordered, scores, severity);
  }

  /**
   * The name of this version of the scheme.
   *
   * @return the version, "" when none was given
   */
  public String version() {
    return version;
  }

  /**
   * The labels in order.
   *
   * @return unmodifiable list; the place of a label is its code
   */
  public List<String> grades() {
    return grades;
  }

  /**
   * Number of grades, K.
   *
   * @return at least 1
   */
  public int size() {
    return grades.size();
  }

  /**
   * Whether the grades have an order.
   *
   * @return true for an ordered scheme
   */
  public boolean isOrdered() {
    return ordered;
  }

  /**
   * The label of a code.
   *
   * @param code in [0, K)
   * @return the label
   */
  public String grade(int code) {
    return grades.get(Check.index("code", code, size(), "grades"));
  }

  /**
   * The code of a label.
   *
   * @param grade label, compared exactly
   * @return the code, or empty when the scheme has no such grade
   */
  public OptionalInt code(String grade) {
    Integer code = codes.get(grade);
    return code == null ? OptionalInt.empty() : OptionalInt.of(code);
  }

  /**
   * The code of a label that must be known.
   *
   * @param grade label, compared exactly
   * @return the code
   * @throws IllegalArgumentException if the scheme has no such grade
   */
  public int codeOf(String grade) {
    Integer code = codes.get(grade);
    if (code == null) {
      throw new IllegalArgumentException("grade must be one of " + grades + ", got " + grade);
    }
    return code;
  }

  /**
   * Scores of the grades.
   *
   * @return a copy, one finite number per grade
   */
  public double[] scores() {
    return scores.clone();
  }

  /**
   * Severity of a mix-up.
   *
   * @param reference code of the reference grade
   * @param grade code of the grade given
   * @return at least 0; 0 when both are equal
   */
  public double severity(int reference, int grade) {
    return severity[Check.index("reference", reference, size(), "grades")][
        Check.index("grade", grade, size(), "grades")];
  }

  /**
   * The largest severity of any mix-up.
   *
   * @return at least 0
   */
  public double largestSeverity() {
    return largestSeverity;
  }

  private double[] checkedScores(double[] given) {
    double[] s = new double[grades.size()];
    if (given == null) {
      Arrays.setAll(s, g -> g + 1);
      return s;
    }
    if (given.length != s.length) {
      throw new IllegalArgumentException(
          "scores must have one number per grade: " + s.length + " grades, " + given.length);
    }
    for (int g = 0; g < s.length; g++) {
      s[g] = Check.finite("score of grade \"" + grades.get(g) + "\"", given[g]);
    }
    return s;
  }

  private double[][] checkedSeverity(double[][] given) {
    int k = grades.size();
    double[][] s = new double[k][k];
    if (given != null && given.length != k) {
      throw new IllegalArgumentException(
          "severity must have one row per grade: " + k + " grades, " + given.length + " rows");
    }
    for (int r = 0; r < k; r++) {
      if (given != null && given[r].length != k) {
        throw new IllegalArgumentException(
            "severity must be square: row " + r + " has length " + given[r].length + ", not " + k);
      }
      for (int g = 0; g < k; g++) {
        s[r][g] = given == null ? (r == g ? 0 : 1) : given[r][g];
        if (!(s[r][g] >= 0 && s[r][g] < Double.POSITIVE_INFINITY) || r == g && s[r][g] != 0) {
          throw new IllegalArgumentException(
              "severity must be >= 0, finite, and 0 on the diagonal: row "
                  + r
                  + ", column "
                  + g
                  + " is "
                  + s[r][g]);
        }
      }
    }
    return s;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof GradingScheme other
        && ordered == other.ordered
        && version.equals(other.version)
        && grades.equals(other.grades)
        && Arrays.equals(scores, other.scores)
        && Arrays.deepEquals(severity, other.severity);
  }

  @Override
  public int hashCode() {
    return Objects.hash(version, grades, ordered);
  }

  @Override
  public String toString() {
    return (version.isEmpty() ? "scheme " : "scheme " + version + " ") + grades;
  }
}
