package org.assay.bench.study.sentences;

/** Agreement of right and given grades in the whole of a stream. */
final class Agreed {
  private final double observed;
  private final double byMargins;
  private final double byPrevalence;

  Agreed(long[][] grades) {
    int k = grades.length;
    double[] right = new double[k];
    double[] given = new double[k];
    double same = 0;
    double all = 0;
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        right[i] += grades[i][j];
        given[j] += grades[i][j];
        same += i == j ? grades[i][j] : 0;
        all += grades[i][j];
      }
    }
    double margins = 0;
    double prevalence = 0;
    for (int i = 0; i < k; i++) {
      margins += right[i] / all * (given[i] / all);
      double mean = (right[i] + given[i]) / (2 * all);
      prevalence += mean * (1 - mean) / (k - 1);
    }
    observed = same / all;
    byMargins = margins;
    byPrevalence = prevalence;
  }

  /** Cohen's kappa; several grades are in use in every design that asks. */
  double kappa() {
    return (observed - byMargins) / (1 - byMargins);
  }

  /** Gwet's AC1. */
  double ac1() {
    return (observed - byPrevalence) / (1 - byPrevalence);
  }
}
