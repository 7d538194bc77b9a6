package org.assay.simulate;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assay.data.Codes;
import org.assay.internal.Check;
import org.assay.internal.GammaSampler;
import org.assay.latent.ItemGradings;

/**
 * Items of three grades of which some are hard: whoever grades a hard item errs in 30 % of cases,
 * and in 70 % of these gives the same wrong grade, which is the item's own. So gradings depend on
 * each other beyond the right grade, as the model of Dawid and Skene denies.
 *
 * <p>Right grades have shares .2, .3 and .5. An assessor of accuracy a errs on other items in .6 (1
 * - a) of cases, evenly to both sides. Every item is graded once, a share of them by a second and a
 * share by a third assessor, all drawn at random; who is drawn twice grades once.
 *
 * @param items number of items
 * @param second share with a second grading, in [0, 1]
 * @param third share with a third grading, in [0, 1]
 * @param hard share of hard items, in [0, 1]
 */
public record HardItems(int items, double second, double third, double hard) {
  /** Number of grades. */
  public static final int GRADES = 3;

  /** No grading in this place. */
  public static final int NONE = -1;

  private static final double[] SHARES = {0.2, 0.3, 0.5};
  private static final double HARD_ERROR = 0.3;
  private static final double PULL = 0.7;
  private static final double EASY_ERROR = 0.6;

  public HardItems {
    Check.atLeast("items", 1, items);
    Check.closedUnit("second", second);
    Check.closedUnit("third", third);
    Check.closedUnit("hard", hard);
  }

  /**
   * Accuracies of a team, from Beta(60, 3).
   *
   * @param assessors how many
   * @param seed of the draws
   * @return one per assessor
   */
  public static double[] accuracies(int assessors, long seed) {
    var gamma = new GammaSampler(seed);
    double[] accuracies = new double[assessors];
    for (int j = 0; j < assessors; j++) {
      double a = gamma.sample(60);
      accuracies[j] = a / (a + gamma.sample(3));
    }
    return accuracies;
  }

  /**
   * P(given | right) of an assessor over all items, easy and hard.
   *
   * @param accuracy of the assessor
   * @param right code
   * @param given code
   * @return the probability
   */
  public double cell(double accuracy, int right, int given) {
    double error = (1 - hard) * EASY_ERROR * (1 - accuracy) + hard * HARD_ERROR;
    return right == given ? 1 - error : error / (GRADES - 1);
  }

  /**
   * Draws items and their gradings.
   *
   * @param accuracies of the team
   * @param seed of the draws
   * @return what happened
   */
  public Drawn draw(double[] accuracies, long seed) {
    var random = new SplittableRandom(seed);
    int[] right = new int[items];
    int[][] assessor = new int[GRADES][items];
    int[][] grade = new int[GRADES][items];
    double[] share = {1, second, third};
    for (int i = 0; i < items; i++) {
      double u = random.nextDouble();
      right[i] = u < SHARES[0] ? 0 : u < SHARES[0] + SHARES[1] ? 1 : 2;
      boolean isHard = random.nextDouble() < hard;
      int pull = 1 + random.nextInt(GRADES - 1);
      for (int r = 0; r < share.length; r++) {
        int j = random.nextInt(accuracies.length);
        boolean graded = random.nextDouble() < share[r];
        double error = isHard ? HARD_ERROR : EASY_ERROR * (1 - accuracies[j]);
        boolean wrong = random.nextDouble() < error;
        int away = isHard && random.nextDouble() < PULL ? pull : 1 + random.nextInt(GRADES - 1);
        for (int before = 0; before < r; before++) {
          graded &= assessor[before][i] != j;
        }
        assessor[r][i] = graded ? j : NONE;
        grade[r][i] = !graded ? NONE : wrong ? (right[i] + away) % GRADES : right[i];
      }
    }
    return new Drawn(accuracies.length, right, assessor, grade);
  }

  /** Items with their gradings. Immutable by convention: the arrays are not copies. */
  public static final class Drawn {
    private final int assessors;
    private final int[] right;
    private final int[][] assessor;
    private final int[][] grade;

    private Drawn(int assessors, int[] right, int[][] assessor, int[][] grade) {
      this.assessors = assessors;
      this.right = right;
      this.assessor = assessor;
      this.grade = grade;
    }

    /**
     * Right grades.
     *
     * @return by item
     */
    public int[] right() {
      return right;
    }

    /**
     * Who gave the first, second or third grading.
     *
     * @param place 0, 1 or 2
     * @return by item, {@link #NONE} where there is none
     */
    public int[] assessor(int place) {
      return assessor[place];
    }

    /**
     * What the first, second or third grade was.
     *
     * @param place 0, 1 or 2
     * @return by item, {@link #NONE} where there is none
     */
    public int[] grade(int place) {
      return grade[place];
    }

    /**
     * All gradings.
     *
     * @return by item
     */
    public ItemGradings gradings() {
      int[][] rows = new int[3][assessor.length * right.length];
      int n = 0;
      for (int r = 0; r < assessor.length; r++) {
        for (int i = 0; i < right.length; i++) {
          if (assessor[r][i] != NONE) {
            rows[0][n] = i;
            rows[1][n] = assessor[r][i];
            rows[2][n++] = grade[r][i];
          }
        }
      }
      return ItemGradings.of(
          Codes.of(Arrays.copyOf(rows[0], n)),
          Codes.of(Arrays.copyOf(rows[1], n)),
          Codes.of(Arrays.copyOf(rows[2], n)),
          right.length,
          assessors,
          GRADES);
    }
  }
}
