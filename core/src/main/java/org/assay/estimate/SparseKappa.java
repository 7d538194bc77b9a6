package org.assay.estimate;

import org.assay.result.Outcome;
import org.assay.result.Undefined;

/**
 * Cohen's kappa of weighted cells and its linearised standard error, in O(cells that occur).
 *
 * <pre>{@code
 * kappa = (po - pe) / (1 - pe),   pe = sum_k a_k b_k
 * z     = ((same - po) (1 - pe) - (1 - po) (b_i + a_j - 2 pe)) / (1 - pe)^2    a check with i and j
 * SE^2  = sum w^2 z^2 / (sum w)^2
 * }</pre>
 *
 * with a the shares of reference grades and b those of grades given. With equal weights it is the
 * standard error of Fleiss, Cohen and Everitt (1969).
 */
record SparseKappa(Outcome value, Outcome standardError) {
  static SparseKappa of(MatrixSums sums) {
    int k = sums.grades;
    double agree = 0;
    double off = 0;
    for (int i = 0; i < sums.keys.length; i++) {
      boolean same = sums.keys[i] / k == sums.keys[i] % k;
      agree += same ? sums.weights[i] : 0;
      off += same ? 0 : sums.weights[i];
    }
    double chance = 0;
    for (int grade : sums.used) {
      chance += sums.margin(grade, true) / sums.weight * (sums.margin(grade, false) / sums.weight);
    }
    double room = 1 - chance;
    if (sums.used.length < 2 || !(room > 0) || isOneGrade(sums)) {
      Outcome none = Outcome.undefined(Undefined.NO_VARIATION);
      return new SparseKappa(none, none);
    }
    double observed = agree / sums.weight;
    double disagree = off / sums.weight;
    double variance = 0;
    for (int i = 0; i < sums.keys.length; i++) {
      int reference = sums.keys[i] / k;
      int grade = sums.keys[i] % k;
      double margins =
          (sums.margin(reference, false) + sums.margin(grade, true)) / sums.weight - 2 * chance;
      double z =
          (((reference == grade ? 1 : 0) - observed) * room - disagree * margins) / (room * room);
      variance += sums.squares[i] * z * z;
    }
    return new SparseKappa(
        Outcome.of(1 - disagree / room), Outcome.of(Math.sqrt(variance) / sums.weight));
  }

  private static boolean isOneGrade(MatrixSums sums) {
    return sums.keys.length == 1 && sums.keys[0] / sums.grades == sums.keys[0] % sums.grades;
  }
}
