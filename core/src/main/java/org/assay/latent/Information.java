package org.assay.latent;

import java.util.Arrays;
import org.assay.internal.Check;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.decomposition.TriangularSolver_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/**
 * The observed information of a fit and the spread of its item scores, on the scale of logits.
 *
 * <p>Each block of probabilities above {@link #BOUNDARY} is written as a multinomial logit against
 * its largest; a probability at 0 is no parameter. With S_ic the score of the complete data of item
 * i in class c, t_ic the probability of the class and s_i = sum_c t_ic S_ic the score of what was
 * observed:
 *
 * <pre>{@code
 * H = sum over blocks n_b (diag(x) - x x') - sum_i (sum_c t_ic S_ic S_ic' - s_i s_i')
 * M = sum_i s_i s_i' * items / (items - 1)
 * }</pre>
 *
 * <p>H is Louis's (1982) observed information, JRSS B 44, 226-233; a prior adds its pseudo-counts
 * to n_b. The inverse of H is the covariance where the model holds; H^-1 M H^-1, clustered by item,
 * also where it does not (Huber 1967, White 1982).
 */
final class Information {
  /** Probabilities up to this are taken as 0. */
  static final double BOUNDARY = 1e-7;

  /** Most free parameters: the matrices are dense. */
  static final int MOST = 2_000;

  private static final double SINGULAR = 1e-9; // of a pivot, beside a diagonal of ones
  private static final double NEGLIGIBLE = 1e-14; // probability of a class of an item

  private final LatentFit fit;
  private final ModelShape shape;
  private final double[] x;
  private final int[] free; // index of a parameter among the free ones, or -1
  private final int[][] members; // free parameters by block
  private final int size;

  private Information(LatentFit fit) {
    this.fit = fit;
    this.shape = fit.shape();
    this.x = fit.parameters();
    this.free = new int[x.length];
    int[] largest = new int[shape.blocks];
    int[] positive = new int[shape.blocks];
    Arrays.fill(largest, -1);
    for (int p = 0; p < x.length; p++) {
      int b = shape.block[p];
      if (x[p] > BOUNDARY) {
        positive[b]++;
        largest[b] = largest[b] < 0 || x[p] > x[largest[b]] ? p : largest[b];
      }
    }
    this.members = new int[shape.blocks][];
    for (int b = 0; b < members.length; b++) {
      members[b] = new int[Math.max(0, positive[b] - 1)];
    }
    int[] next = new int[shape.blocks];
    int n = 0;
    for (int p = 0; p < x.length; p++) {
      int b = shape.block[p];
      boolean isFree = x[p] > BOUNDARY && p != largest[b];
      free[p] = isFree ? n++ : -1;
      if (isFree) {
        members[b][next[b]++] = p;
      }
    }
    this.size = n;
  }

  static Information of(LatentFit fit) {
    return new Information(fit);
  }

  /**
   * The same with the rows of all assessors moved together: one parameter per cell off the
   * diagonal.
   */
  static Information ofTeam(LatentFit fit) {
    return new Information(fit, fit.shape());
  }

  private Information(LatentFit fit, ModelShape shape) {
    this.fit = fit;
    this.shape = shape;
    this.x = fit.parameters();
    this.free = new int[x.length];
    Arrays.fill(free, -1);
    int n = 0;
    for (int c = 1; c < shape.classes; c++) { // all but the first
      free[c] = x[c] > BOUNDARY ? n++ : -1;
    }
    for (int kind = 0; kind < shape.kinds(); kind++) {
      for (int l = 0; l < shape.cells(); l++) {
        boolean any = false;
        for (int j = 0; j < shape.assessors() && l != kind; j++) {
          int p = shape.parameter(j, kind, l);
          free[p] = x[p] > BOUNDARY ? n : -1;
          any |= free[p] >= 0;
        }
        n += any ? 1 : 0;
      }
    }
    for (int p = shape.parameter(0, 0, 0); p < x.length; p++) {
      if (shape.block[p] == shape.blocks - 1 && shape.model == LatentModel.DIFFICULTY) {
        free[p] = x[p] > BOUNDARY && p < x.length - 1 ? n++ : -1; // answers to hard items
      }
    }
    this.size = n;
    this.members = new int[shape.blocks][];
    for (int b = 0; b < members.length; b++) {
      members[b] = new int[0];
    }
    int[] count = new int[shape.blocks];
    for (int p = 0; p < x.length; p++) {
      count[shape.block[p]] += free[p] >= 0 ? 1 : 0;
    }
    Arrays.setAll(members, b -> new int[count[b]]);
    for (int p = x.length - 1; p >= 0; p--) {
      if (free[p] >= 0) {
        members[shape.block[p]][--count[shape.block[p]]] = p;
      }
    }
  }

  int size() {
    return size;
  }

  /** Both covariances; null when the information is singular. */
  Covariances covariances() {
    DMatrixRMaj information = new DMatrixRMaj(size, size);
    DMatrixRMaj scores = new DMatrixRMaj(size, size);
    addComplete(information);
    int items = addItems(information, scores);
    DMatrixRMaj inverse = inverse(information);
    if (inverse == null) {
      return null;
    }
    if (items > 1) {
      CommonOps_DDRM.scale((double) items / (items - 1), scores);
    }
    DMatrixRMaj half = new DMatrixRMaj(size, size);
    CommonOps_DDRM.mult(inverse, scores, half);
    CommonOps_DDRM.mult(half, inverse, scores);
    return new Covariances(inverse, scores);
  }

  /** The covariance matrices of the free parameters. */
  static final class Covariances {
    private final DMatrixRMaj model;
    private final DMatrixRMaj sandwich;

    private Covariances(DMatrixRMaj model, DMatrixRMaj sandwich) {
      this.model = model;
      this.sandwich = sandwich;
    }

    /** Variance of a function of the parameters, where the model holds. */
    double model(Gradient gradient) {
      return gradient.form(model);
    }

    /** The same, also where it does not. */
    double sandwich(Gradient gradient) {
      return gradient.form(sandwich);
    }
  }

  /** Derivatives of a function with respect to the free parameters. */
  static final class Gradient {
    private int[] at = new int[16];
    private double[] by = new double[16];
    private int size;

    private void add(int index, double derivative) {
      if (size == at.length) {
        at = Arrays.copyOf(at, 2 * size);
        by = Arrays.copyOf(by, 2 * size);
      }
      at[size] = index;
      by[size++] = derivative;
    }

    private double form(DMatrixRMaj v) {
      double sum = 0;
      for (int a = 0; a < size; a++) {
        for (int b = 0; b < size; b++) {
          sum += by[a] * by[b] * v.unsafe_get(at[a], at[b]);
        }
      }
      return Math.max(0, sum);
    }
  }

  /**
   * From derivatives with respect to probabilities to derivatives with respect to logits: x_p (g_p
   * - sum_q x_q g_q) within the block.
   *
   * @param slopes by parameter; only those of the blocks are looked at
   * @param blocks the blocks that have any
   */
  Gradient gradient(double[] slopes, int[] blocks) {
    var gradient = new Gradient();
    for (int b : blocks) {
      double mean = 0;
      for (int p = 0; p < x.length; p++) {
        mean += shape.block[p] == b ? x[p] * slopes[p] : 0;
      }
      for (int p : members[b]) {
        gradient.add(free[p], x[p] * (slopes[p] - mean));
      }
    }
    return gradient;
  }

  private void addComplete(DMatrixRMaj information) {
    double[] counts = fit.counts().clone();
    fit.prior()
        .ifPresent(
            prior -> {
              double[] more = prior.counts(shape);
              for (int p = 0; p < counts.length; p++) {
                counts[p] += more[p];
              }
            });
    double[] sums = shape.sums(counts);
    for (int b = 0; b < members.length; b++) {
      for (int p : members[b]) {
        information.add(free[p], free[p], sums[b] * x[p]);
        for (int q : members[b]) {
          information.add(free[p], free[q], -sums[b] * x[p] * x[q]);
        }
      }
    }
  }

  /** A number per item, of mean 0 under the model. */
  @FunctionalInterface
  interface ItemScore {
    double of(int item, double logLikelihood);
  }

  /**
   * A sum over items in units of its standard error, given that the parameters are fitted: sum g_i
   * / sqrt(sum g_i^2 - b' A^-1 b), b = sum g_i s_i, A = sum s_i s_i' (Neyman's C(alpha)).
   *
   * @param score of each item
   * @return approximately standard normal under the model; NaN where A is singular
   */
  double standardised(ItemScore score) {
    ItemGradings data = fit.gradings();
    DMatrixRMaj scores = new DMatrixRMaj(size, size);
    double[] b = new double[size];
    double sum = 0;
    double squares = 0;
    Touched ofClass = new Touched(size);
    Touched ofItem = new Touched(size);
    double[] p = new double[shape.classes];
    for (int i = 0; i < data.items(); i++) {
      if (data.from(i) < data.to(i)) {
        double g = score.of(i, itemScore(i, p, ofClass, ofItem, null));
        ofItem.addOuter(scores, 1);
        for (int a = 0; a < ofItem.count; a++) {
          b[ofItem.indices[a]] += g * ofItem.value[ofItem.indices[a]];
        }
        sum += g;
        squares += g * g;
      }
    }
    DMatrixRMaj inverse = inverse(scores);
    if (inverse == null) {
      return Double.NaN;
    }
    double explained = 0;
    for (int p1 = 0; p1 < size; p1++) {
      for (int p2 = 0; p2 < size; p2++) {
        explained += b[p1] * b[p2] * inverse.get(p1, p2);
      }
    }
    double variance = squares - explained;
    return variance > SINGULAR * squares ? sum / Math.sqrt(variance) : Double.NaN;
  }

  private int addItems(DMatrixRMaj information, DMatrixRMaj scores) {
    ItemGradings data = fit.gradings();
    Touched ofClass = new Touched(size);
    Touched ofItem = new Touched(size);
    double[] p = new double[shape.classes];
    int items = 0;
    for (int i = 0; i < data.items(); i++) {
      if (data.from(i) == data.to(i)) {
        continue;
      }
      if ((items++ & 0xFFF) == 0) {
        Check.goingOn();
      }
      itemScore(i, p, ofClass, ofItem, information);
      ofItem.addOuter(information, 1);
      ofItem.addOuter(scores, 1);
    }
    return items;
  }

  // The score of an item; what its class would add to the information is taken off on the way.
  private double itemScore(
      int item, double[] p, Touched ofClass, Touched ofItem, DMatrixRMaj information) {
    ItemGradings data = fit.gradings();
    double logLikelihood = fit.classes(item, p);
    ofItem.clear();
    for (int c = 0; c < p.length; c++) {
      if (p[c] > NEGLIGIBLE) {
        ofClass.clear();
        step(ofClass, c);
        for (int at = data.from(item); at < data.to(item); at++) {
          step(ofClass, shape.cellOf[data.codes()[at] * shape.classes + c]);
        }
        if (information != null) {
          ofClass.addOuter(information, -p[c]);
        }
        ofItem.add(ofClass, p[c]);
      }
    }
    return logLikelihood;
  }

  // One outcome of a block: 1 for the parameter, less the probabilities of all.
  private void step(Touched score, int parameter) {
    if (free[parameter] >= 0) {
      score.add(free[parameter], 1);
    }
    for (int p : members[shape.block[parameter]]) {
      score.add(free[p], -x[p]);
    }
  }

  /** A sparse vector that is used again and again. */
  private static final class Touched {
    private final double[] value;
    private final boolean[] isIn;
    private final int[] indices;
    private int count;

    Touched(int size) {
      value = new double[size];
      isIn = new boolean[size];
      indices = new int[size];
    }

    void clear() {
      for (int a = 0; a < count; a++) {
        value[indices[a]] = 0;
        isIn[indices[a]] = false;
      }
      count = 0;
    }

    void add(int index, double by) {
      if (!isIn[index]) {
        isIn[index] = true;
        indices[count++] = index;
      }
      value[index] += by;
    }

    void add(Touched other, double factor) {
      for (int a = 0; a < other.count; a++) {
        add(other.indices[a], factor * other.value[other.indices[a]]);
      }
    }

    void addOuter(DMatrixRMaj m, double factor) {
      double[] data = m.getData();
      int columns = m.getNumCols();
      for (int a = 0; a < count; a++) {
        double row = factor * value[indices[a]];
        int at = indices[a] * columns;
        for (int b = 0; b < count; b++) {
          data[at + indices[b]] += row * value[indices[b]];
        }
      }
    }
  }

  // Scaled to a diagonal of ones, so that a pivot near 0 means a direction without information.
  private DMatrixRMaj inverse(DMatrixRMaj information) {
    double[] scale = new double[size];
    for (int p = 0; p < size; p++) {
      double diagonal = information.get(p, p);
      if (!(diagonal > 0)) {
        return null;
      }
      scale[p] = 1 / Math.sqrt(diagonal);
    }
    DMatrixRMaj scaled = information.copy();
    for (int p = 0; p < size; p++) {
      for (int q = 0; q < size; q++) {
        scaled.set(p, q, information.get(p, q) * scale[p] * scale[q]);
      }
    }
    CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(size, true);
    if (!cholesky.decompose(scaled)) {
      return null;
    }
    DMatrixRMaj lower = cholesky.getT(null);
    for (int p = 0; p < size; p++) {
      if (lower.get(p, p) * lower.get(p, p) < SINGULAR) {
        return null;
      }
    }
    DMatrixRMaj inverse = new DMatrixRMaj(size, size);
    TriangularSolver_DDRM.invertLower(lower.getData(), size);
    CommonOps_DDRM.multTransA(lower, lower, inverse);
    for (int p = 0; p < size; p++) {
      for (int q = 0; q < size; q++) {
        inverse.set(p, q, inverse.get(p, q) * scale[p] * scale[q]);
      }
    }
    return inverse;
  }
}
