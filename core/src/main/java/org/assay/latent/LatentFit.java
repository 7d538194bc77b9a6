package org.assay.latent;

import java.util.Arrays;
import java.util.Optional;
import org.assay.internal.Check;
import org.assay.latent.Climb.Top;
import org.assay.latent.LatentReference.Start;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/**
 * A latent reference: prevalences, the matrix of each assessor, and the probabilities of the right
 * grade of any item, with how they were found.
 *
 * <p>Probabilities of items are not stored but computed when they are asked for, O(gradings of the
 * item x K). Where {@link #identification} is not {@link Identification.Verdict#IDENTIFIED} the
 * numbers are one explanation of the gradings among others that are as good. Immutable and
 * thread-safe.
 */
public final class LatentFit {
  private final ItemGradings data;
  private final ModelShape shape;
  private final double[] x;
  private final double[] counts;
  private final Convergence convergence;
  private final Start start;
  private final DirichletPrior prior;
  private final ItemPosterior posterior;
  private volatile Identification identification; // this and the next: found when first asked for
  private volatile double[] rows; // of all assessors

  LatentFit(
      ItemGradings data, ModelShape shape, Top top, Start start, Optional<DirichletPrior> prior) {
    this.data = data;
    this.shape = shape;
    this.x = top.x();
    this.counts = top.step().counts();
    this.convergence = top.convergence();
    this.start = start;
    this.prior = prior.orElse(null);
    this.posterior = new ItemPosterior(data, shape).use(x);
  }

  /**
   * The gradings it was made of.
   *
   * @return the gradings
   */
  public ItemGradings gradings() {
    return data;
  }

  /**
   * Which model.
   *
   * @return the model
   */
  public LatentModel model() {
    return shape.model;
  }

  /**
   * Where the search began.
   *
   * @return vote shares also where another start was asked for but not possible
   */
  public Start start() {
    return start;
  }

  /**
   * How the search ended.
   *
   * @return with log-likelihood, iterations, and whether it converged
   */
  public Convergence convergence() {
    return convergence;
  }

  /**
   * Whether the gradings determine the parameters.
   *
   * @return the verdict, with the groups of assessors
   */
  public Identification identification() {
    if (identification == null) {
      identification = Identification.of(data);
    }
    return identification;
  }

  /**
   * The prior, given or estimated from the team.
   *
   * @return empty when there was none
   */
  public Optional<DirichletPrior> prior() {
    return Optional.ofNullable(prior);
  }

  /**
   * Share of items of each grade.
   *
   * @return K shares that sum to 1
   */
  public double[] prevalence() {
    double[] shares = new double[shape.grades];
    for (int c = 0; c < shape.classes; c++) {
      shares[shape.gradeOf[c]] += x[c];
    }
    return shares;
  }

  /**
   * The matrix of an assessor, P(grade | right grade): over easy and hard items as they occur.
   *
   * @param assessor code
   * @return rows are right grades, columns grades given; a row without evidence is 0 throughout
   */
  public double[][] matrix(int assessor) {
    Check.index("assessor", assessor, data.assessors(), "assessors");
    double[] share = prevalence();
    double[][] matrix = new double[shape.grades][shape.grades];
    for (int l = 0; l < shape.grades; l++) {
      int cell = (assessor * shape.grades + l) * shape.classes;
      for (int c = 0; c < shape.classes; c++) {
        int k = shape.gradeOf[c];
        double weight = shape.classes == shape.grades ? 1 : share[k] > 0 ? x[c] / share[k] : 0;
        matrix[k][l] += weight * posterior.emission()[cell + c];
      }
    }
    return matrix;
  }

  /**
   * How many gradings stand behind each row of an assessor's matrix.
   *
   * @param assessor code
   * @return gradings of items of each grade, as expected given all gradings
   */
  public double[] rowGradings(int assessor) {
    Check.index("assessor", assessor, data.assessors(), "assessors");
    double[] all = allRows();
    return Arrays.copyOfRange(all, assessor * shape.grades, (assessor + 1) * shape.grades);
  }

  /** How often an assessor gave each grade. */
  double[] gradesGiven(int assessor) {
    double[] all = allRows();
    int from = data.assessors() * shape.grades;
    return Arrays.copyOfRange(
        all, from + assessor * shape.grades, from + (assessor + 1) * shape.grades);
  }

  // Posteriors summed: a pass over the items, made once for everybody.
  private double[] allRows() {
    if (rows == null) {
      int given = data.assessors() * shape.grades;
      double[] sums = new double[2 * given]; // by right grade, then by grade given
      double[] p = new double[shape.classes];
      for (int i = 0; i < data.items(); i++) {
        if (data.from(i) < data.to(i)) {
          posterior.of(i, p);
          for (int at = data.from(i); at < data.to(i); at++) {
            sums[given + data.assessor(at) * shape.grades + data.grade(at)]++;
            for (int c = 0; c < p.length; c++) {
              sums[data.assessor(at) * shape.grades + shape.gradeOf[c]] += p[c];
            }
          }
        }
      }
      rows = sums;
    }
    return rows;
  }

  /**
   * Probability of each grade being the right one of an item, given its gradings.
   *
   * @param item code
   * @return K probabilities that sum to 1; the prevalences where nobody graded it
   */
  public double[] posterior(int item) {
    Check.index("item", item, data.items(), "items");
    double[] p = new double[shape.classes];
    posterior.of(item, p);
    double[] ofGrade = new double[shape.grades];
    for (int c = 0; c < p.length; c++) {
      ofGrade[shape.gradeOf[c]] += p[c];
    }
    return ofGrade;
  }

  /**
   * The most probable right grade of an item.
   *
   * @param item code
   * @return code of the grade, the lowest where several are as probable
   */
  public int grade(int item) {
    double[] p = posterior(item);
    int best = 0;
    for (int k = 1; k < p.length; k++) {
      best = p[k] > p[best] ? k : best;
    }
    return best;
  }

  /**
   * Share of items that pull everybody to the same wrong grade.
   *
   * @return in [0, 1]; {@link Undefined#NOT_APPLICABLE} for models without hard items
   */
  public Outcome hardShare() {
    if (shape.model != LatentModel.DIFFICULTY) {
      return Outcome.undefined(Undefined.NOT_APPLICABLE);
    }
    double hard = 0;
    for (int c = shape.grades; c < shape.classes; c++) {
      hard += x[c];
    }
    return Outcome.of(hard);
  }

  ModelShape shape() {
    return shape;
  }

  double[] parameters() {
    return x;
  }

  /** Expected counts by parameter. */
  double[] counts() {
    return counts;
  }

  /** Probabilities of the classes of an item; its log-likelihood is returned. */
  double classes(int item, double[] p) {
    return posterior.of(item, p);
  }

  /** Probability of each (code, class). */
  double[] emission() {
    return posterior.emission();
  }

  @Override
  public String toString() {
    return shape.model + ", " + convergence;
  }
}
