package org.assay.latent;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Matrices from moments, a start that does not take the majority's word.
 *
 * <p>Assessors are dealt to three groups; v_g are the shares of the grades that group g gave an
 * item, M_g their means by right grade, W the prevalences. Over items that all three groups graded,
 *
 * <pre>{@code
 * P = E v_1 v_2' = M_1 W M_2',   T = E v_1 v_2' (e'v_3) = M_1 W diag(M_3' e) M_2'
 * T P^-1 = M_1 diag(M_3' e) M_1^-1
 * }</pre>
 *
 * <p>so that the eigenvectors are the columns of M_1, for any e; of some drawn ones the e whose
 * eigenvalues are farthest apart is taken. A column belongs to the grade that is the commonest in
 * it. Then W = M_1^-1 E v_1, M_2 from P and M_3 alike, and the matrix C of an assessor of group g
 * from E (grade) v_h' = C W M_h' of another group h. What comes out below 0.001 is set to that.
 * Source: Anandkumar, Hsu and Kakade (2012), COLT, algorithm A; as a start of
 * expectation-maximisation Zhang, Chen, Zhou and Jordan (2016), JMLR 17 (102), who take a tensor
 * decomposition instead.
 *
 * <p>Empty where it cannot be: fewer than {@value #LEAST_ITEMS} items per grade that all groups
 * graded, moments that are singular, or two columns with the same commonest grade.
 */
final class SpectralStart {
  static final int LEAST_ITEMS = 20;

  private static final int GROUPS = 3;
  private static final int DIRECTIONS = 20;
  private static final double FLOOR = 1e-3;
  private static final double RIGHT = 0.7; // on the diagonal of who shares no item with a group

  private final ItemGradings data;
  private final int grades;
  private final double[][] views; // of the item at hand, by group
  private final boolean[] present = new boolean[GROUPS];

  private SpectralStart(ItemGradings data) {
    this.data = data;
    this.grades = data.grades();
    this.views = new double[GROUPS][grades];
  }

  /** Parameters of {@link LatentModel#DAWID_SKENE}. */
  static Optional<double[]> of(ItemGradings data) {
    return new SpectralStart(data).start();
  }

  private Optional<double[]> start() {
    DMatrixRMaj pairs = new DMatrixRMaj(grades, grades); // groups 1 and 2
    DMatrixRMaj others = new DMatrixRMaj(grades, grades); // groups 1 and 3
    DMatrixRMaj mean = new DMatrixRMaj(grades, 1);
    DMatrixRMaj[] triples = new DMatrixRMaj[grades]; // by the grade of group 3
    Arrays.setAll(triples, k -> new DMatrixRMaj(grades, grades));
    int items = 0;
    for (int i = 0; i < data.items(); i++) {
      look(i);
      if (present[0] && present[1] && present[2]) {
        items++;
        for (int a = 0; a < grades; a++) {
          mean.add(a, 0, views[0][a]);
          for (int b = 0; b < grades; b++) {
            pairs.add(a, b, views[0][a] * views[1][b]);
            others.add(a, b, views[0][a] * views[2][b]);
            for (int c = 0; c < grades; c++) {
              triples[c].add(a, b, views[0][a] * views[1][b] * views[2][c]);
            }
          }
        }
      }
    }
    DMatrixRMaj inverse = new DMatrixRMaj(grades, grades);
    if (items < LEAST_ITEMS * grades || !CommonOps_DDRM.invert(pairs.copy(), inverse)) {
      return Optional.empty();
    }
    CommonOps_DDRM.divide(mean, items);
    DMatrixRMaj first = columns(triples, inverse);
    return first == null ? Optional.empty() : solved(first, mean, pairs, others, items);
  }

  // Vote shares of each group for an item.
  private void look(int item) {
    double[] n = new double[GROUPS];
    for (double[] view : views) {
      Arrays.fill(view, 0);
    }
    for (int at = data.from(item); at < data.to(item); at++) {
      int group = data.assessor(at) % GROUPS;
      views[group][data.grade(at)]++;
      n[group]++;
    }
    for (int g = 0; g < GROUPS; g++) {
      present[g] = n[g] > 0;
      for (int k = 0; k < grades && present[g]; k++) {
        views[g][k] /= n[g];
      }
    }
  }

  // M_1, each column in the place of its commonest grade; null when there is none.
  private DMatrixRMaj columns(DMatrixRMaj[] triples, DMatrixRMaj inverse) {
    var random = new SplittableRandom(1); // any directions do; the same ones, for the same result
    DMatrixRMaj best = null;
    double farthest = 0;
    for (int d = 0; d < DIRECTIONS; d++) {
      DMatrixRMaj sum = new DMatrixRMaj(grades, grades);
      for (DMatrixRMaj each : triples) {
        CommonOps_DDRM.addEquals(sum, 2 * random.nextDouble() - 1, each);
      }
      DMatrixRMaj product = new DMatrixRMaj(grades, grades);
      CommonOps_DDRM.mult(sum, inverse, product);
      EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(grades, true);
      if (eigen.decompose(product)) {
        double apart = apart(eigen);
        DMatrixRMaj placed = apart > farthest ? placed(eigen) : null;
        if (placed != null) {
          best = placed;
          farthest = apart;
        }
      }
    }
    return best;
  }

  private double apart(EigenDecomposition_F64<DMatrixRMaj> eigen) {
    double[] values = new double[grades];
    for (int k = 0; k < grades; k++) {
      Complex_F64 value = eigen.getEigenvalue(k);
      if (!value.isReal()) {
        return 0;
      }
      values[k] = value.getReal();
    }
    Arrays.sort(values);
    double least = Double.POSITIVE_INFINITY;
    for (int k = 1; k < grades; k++) {
      least = Math.min(least, values[k] - values[k - 1]);
    }
    return least;
  }

  private DMatrixRMaj placed(EigenDecomposition_F64<DMatrixRMaj> eigen) {
    DMatrixRMaj placed = new DMatrixRMaj(grades, grades);
    boolean[] taken = new boolean[grades];
    for (int k = 0; k < grades; k++) {
      DMatrixRMaj vector = eigen.getEigenVector(k);
      double sum = CommonOps_DDRM.elementSum(vector);
      int commonest = 0;
      for (int l = 0; l < grades; l++) {
        commonest = vector.get(l) / sum > vector.get(commonest) / sum ? l : commonest;
      }
      if (taken[commonest] || sum == 0) {
        return null;
      }
      taken[commonest] = true;
      double[] column = new double[grades];
      for (int l = 0; l < grades; l++) {
        column[l] = vector.get(l) / sum;
      }
      floor(column);
      for (int l = 0; l < grades; l++) {
        placed.set(l, commonest, column[l]);
      }
    }
    return placed;
  }

  private Optional<double[]> solved(
      DMatrixRMaj first, DMatrixRMaj mean, DMatrixRMaj pairs, DMatrixRMaj others, int items) {
    DMatrixRMaj shares = new DMatrixRMaj(grades, 1);
    if (!CommonOps_DDRM.solve(first, mean, shares)) {
      return Optional.empty();
    }
    double[] w = shares.getData().clone();
    floor(w);
    DMatrixRMaj[] means = {first, means(first, w, pairs, items), means(first, w, others, items)};
    if (means[1] == null || means[2] == null) {
      return Optional.empty();
    }
    return Optional.of(parameters(means, w));
  }

  // M of another group from P = M_1 W M'.
  private DMatrixRMaj means(DMatrixRMaj first, double[] w, DMatrixRMaj moments, int items) {
    DMatrixRMaj solved = new DMatrixRMaj(grades, grades);
    if (!CommonOps_DDRM.solve(first, moments, solved)) {
      return null;
    }
    DMatrixRMaj means = new DMatrixRMaj(grades, grades);
    for (int k = 0; k < grades; k++) {
      double[] column = new double[grades];
      for (int l = 0; l < grades; l++) {
        column[l] = solved.get(k, l) / (w[k] * items);
      }
      floor(column);
      for (int l = 0; l < grades; l++) {
        means.set(l, k, column[l]);
      }
    }
    return means;
  }

  private double[] parameters(DMatrixRMaj[] means, double[] w) {
    ModelShape shape = ModelShape.of(LatentModel.DAWID_SKENE, data.assessors(), grades);
    double[] x = new double[shape.parameters()];
    System.arraycopy(w, 0, x, 0, grades);
    DMatrixRMaj[] joint = new DMatrixRMaj[data.assessors()]; // own grade x next group's shares
    double[] n = new double[data.assessors()];
    Arrays.setAll(joint, j -> new DMatrixRMaj(grades, grades));
    for (int i = 0; i < data.items(); i++) {
      look(i);
      for (int at = data.from(i); at < data.to(i); at++) {
        int j = data.assessor(at);
        int next = (j + 1) % GROUPS;
        if (present[next]) {
          n[j]++;
          for (int l = 0; l < grades; l++) {
            joint[j].add(data.grade(at), l, views[next][l]);
          }
        }
      }
    }
    for (int j = 0; j < joint.length; j++) {
      DMatrixRMaj rows = rows(joint[j], means[(j + 1) % GROUPS], n[j]);
      for (int k = 0; k < grades; k++) {
        double[] row = new double[grades];
        for (int l = 0; l < grades; l++) {
          row[l] =
              rows == null ? (k == l ? RIGHT : (1 - RIGHT) / (grades - 1)) : rows.get(k, l) / w[k];
        }
        floor(row);
        for (int l = 0; l < grades; l++) {
          x[shape.parameter(j, k, l)] = row[l];
        }
      }
    }
    return x;
  }

  // W C' from J / n = C W M', that is M W C' = J' / n.
  private DMatrixRMaj rows(DMatrixRMaj joint, DMatrixRMaj means, double n) {
    DMatrixRMaj solved = new DMatrixRMaj(grades, grades);
    if (n == 0) {
      return null;
    }
    DMatrixRMaj turned = CommonOps_DDRM.transpose(joint, null);
    CommonOps_DDRM.divide(turned, n);
    return CommonOps_DDRM.solve(means, turned, solved) ? solved : null;
  }

  private static void floor(double[] p) {
    double sum = 0;
    for (int k = 0; k < p.length; k++) {
      p[k] = p[k] > FLOOR ? p[k] : FLOOR;
      sum += p[k];
    }
    for (int k = 0; k < p.length; k++) {
      p[k] /= sum;
    }
  }
}
