package org.assay.latent;

import java.util.Arrays;
import java.util.List;
import org.assay.internal.Check;

/**
 * Gradings that count beside those observed, so that an assessor with few of them has no rates of 0
 * and 1: the mode under Dirichlet priors with these numbers plus 1.
 *
 * @param rows K x K: for each right grade the gradings added to the row of every assessor, at least
 *     0 each; the diagonal and the rest count for the two cells of {@link LatentModel#ONE_COIN}
 * @param prevalence K: items added to each grade, at least 0 each
 */
public record DirichletPrior(List<List<Double>> rows, List<Double> prevalence) {
  public DirichletPrior {
    rows = rows.stream().map(List::copyOf).toList();
    prevalence = List.copyOf(prevalence);
    for (List<Double> row : rows) {
      if (row.size() != rows.size()) {
        throw new IllegalArgumentException(
            "rows must be square: "
                + rows.size()
                + " rows, one of them has "
                + row.size()
                + " numbers");
      }
      row.forEach(DirichletPrior::requireCount);
    }
    if (prevalence.size() != rows.size()) {
      throw new IllegalArgumentException(
          "prevalence must have a number per grade: "
              + rows.size()
              + " grades, "
              + prevalence.size()
              + " numbers");
    }
    prevalence.forEach(DirichletPrior::requireCount);
  }

  private static void requireCount(double count) {
    if (!(Check.finite("pseudo-counts", count) >= 0)) {
      throw new IllegalArgumentException("pseudo-counts must be >= 0, got " + count);
    }
  }

  /**
   * The same number everywhere but on the diagonal.
   *
   * @param grades number of grades, at least 2
   * @param right gradings added to each diagonal cell, at least 0
   * @param wrong gradings added to each other cell, at least 0
   * @return the prior, which adds nothing to the prevalence
   */
  public static DirichletPrior of(int grades, double right, double wrong) {
    Check.atLeast("grades", 2, grades);
    Double[][] rows = new Double[grades][grades];
    Double[] prevalence = new Double[grades];
    for (int k = 0; k < grades; k++) {
      for (int l = 0; l < grades; l++) {
        rows[k][l] = k == l ? right : wrong;
      }
      prevalence[k] = 0.0;
    }
    return new DirichletPrior(Arrays.stream(rows).map(List::of).toList(), List.of(prevalence));
  }

  /** As counts of the parameters of a model. */
  double[] counts(ModelShape shape) {
    int grades = shape.grades;
    if (rows.size() != grades) {
      throw new IllegalArgumentException(
          "prior must have as many grades as the gradings, " + grades + ", got " + rows.size());
    }
    double[] counts = new double[shape.parameters()];
    for (int c = 0; c < grades; c++) { // classes 0 to K - 1 are the grades in every model
      counts[c] = prevalence.get(c);
    }
    for (int at = 0; at < shape.cellOf.length; at++) {
      int c = at % shape.classes;
      if (c < grades) {
        counts[shape.cellOf[at]] += rows.get(c).get(at / shape.classes % grades);
      }
    }
    return counts;
  }
}
