package org.assay.latent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assay.internal.Check;

/**
 * P(this grade is wrong) from what everybody can see of a grading: its grade, what a second grading
 * said, its stream and its assessor.
 *
 * <p>The weighted rate of errors among checks of the same kind, each drawn towards the rate of the
 * larger kind it belongs to by {@value #PSEUDO} checks: all gradings, those of the same grade and
 * second grading, those of the same stream among them, those of the same assessor among these.
 *
 * <pre>{@code p = (sum of w over errors + 4 p of the larger kind) / (sum of w + 4)}</pre>
 *
 * with weights of mean 1. Where second gradings are few it tells wrong grades as well as a latent
 * model does, and it can be explained in a sentence. Checks that it was made of must not be those
 * by which {@link WrongGradeScore} puts it right: take an earlier period, or another part.
 * Immutable.
 */
public final class CellScore {
  /** Checks that the rate of the larger kind counts for. */
  static final double PSEUDO = 4;

  private final Map<List<Object>, double[]> sums; // by kind: weighted errors, weighted checks

  private CellScore(Map<List<Object>, double[]> sums) {
    this.sums = sums;
  }

  /** What a second grading said. */
  public enum SecondGrade {
    /** There is none. */
    NONE,
    /** The same grade. */
    SAME,
    /** Another grade. */
    OTHER
  }

  /**
   * What is seen of a grading.
   *
   * @param grade code of the grade
   * @param second what a second grading said
   * @param stream code of the stream
   * @param assessor code of the assessor
   */
  public record Cell(int grade, SecondGrade second, int stream, int assessor) {
    private List<List<Object>> kinds() {
      return List.of(
          List.of(),
          List.of(grade, second),
          List.of(grade, second, stream),
          List.of(grade, second, stream, assessor));
    }
  }

  /**
   * Learns from random blind checks.
   *
   * @param cells one per check
   * @param wrong whether the grade was wrong
   * @param weight design weight of each, above 0
   * @return rates of all kinds
   * @throws IllegalArgumentException if there is no check, or the lengths differ
   */
  public static CellScore of(List<Cell> cells, boolean[] wrong, double[] weight) {
    Check.atLeast("checks", 1, cells.size());
    Check.rows("check", "wrong", cells.size(), wrong.length);
    Check.rows("check", "weight", cells.size(), weight.length);
    double total = 0;
    for (double w : weight) {
      total += Check.positive("weight", w);
    }
    var sums = new HashMap<List<Object>, double[]>();
    for (int i = 0; i < wrong.length; i++) {
      double w = weight[i] * wrong.length / total;
      for (List<Object> kind : cells.get(i).kinds()) {
        double[] sum = sums.computeIfAbsent(kind, k -> new double[2]);
        sum[0] += wrong[i] ? w : 0;
        sum[1] += w;
      }
    }
    return new CellScore(sums);
  }

  /**
   * The probability that a grade is wrong.
   *
   * @param cell what is seen of the grading
   * @return in (0, 1); the rate of the larger kind where no check was of this one
   */
  public double of(Cell cell) {
    double p = 0.5;
    double pseudo = 1; // half an error in one check, before anything is known
    for (List<Object> kind : cell.kinds()) {
      double[] sum = sums.getOrDefault(kind, new double[2]);
      p = (sum[0] + pseudo * p) / (sum[1] + pseudo);
      pseudo = PSEUDO;
    }
    return p;
  }
}
