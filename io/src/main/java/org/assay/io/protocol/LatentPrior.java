package org.assay.io.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assay.latent.DirichletPrior;
import org.assay.latent.LatentReference;

/** Reads the {@code prior} of op {@code latent}. */
final class LatentPrior {
  private LatentPrior() {}

  /** A prior that is not given by numbers. */
  enum Named {
    /** Estimated from the matrices of all assessors. */
    TEAM
  }

  /**
   * Gives a reference its prior.
   *
   * @param prior a number, a matrix, the word team, or null
   * @param grades number of grades
   * @param reference gets it
   */
  static void apply(Object prior, int grades, LatentReference reference) {
    if (prior instanceof String) {
      reference.teamPrior();
    } else if (prior instanceof Number cell) {
      reference.prior(checked(Collections.nCopies(grades, nCopies(grades, cell)), grades));
    } else if (prior instanceof List<?> rows) {
      var matrix = new ArrayList<List<Double>>();
      for (Object row : rows) {
        var cells = new ArrayList<Double>();
        ((List<?>) row).forEach(cell -> cells.add(((Number) cell).doubleValue()));
        matrix.add(cells);
      }
      reference.prior(checked(matrix, grades));
    }
  }

  private static List<Double> nCopies(int grades, Number cell) {
    return Collections.nCopies(grades, cell.doubleValue());
  }

  private static DirichletPrior checked(List<List<Double>> rows, int grades) {
    if (rows.size() != grades) {
      throw new FieldException(
          "params.prior",
          "prior must have a row per grade: " + grades + " grades, " + rows.size() + " rows");
    }
    try {
      return new DirichletPrior(rows, Collections.nCopies(grades, 0.0));
    } catch (IllegalArgumentException e) {
      throw new FieldException("params.prior", e.getMessage());
    }
  }
}
