package org.assay.latent;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Gradings drawn from a fit, by the same assessors of the same items. */
final class DrawnGradings {
  private DrawnGradings() {}

  static ItemGradings of(LatentFit fit, SplittableRandom random) {
    ItemGradings data = fit.gradings();
    ModelShape shape = fit.shape();
    double[] weights = Arrays.copyOf(fit.parameters(), shape.classes);
    double[] emission = fit.emission();
    int[] codes = new int[data.size()];
    double[] w = new double[shape.classes];
    for (int i = 0; i < data.items(); i++) {
      int known = data.known(i);
      for (int c = 0; c < w.length; c++) {
        boolean possible = known == ItemGradings.UNKNOWN || shape.gradeOf[c] == known;
        w[c] = possible ? weights[c] : 0;
      }
      int c = draw(w, random);
      for (int at = data.from(i); at < data.to(i); at++) {
        int first = data.assessor(at) * shape.grades;
        double u = random.nextDouble();
        int grade = 0;
        double sum = 0;
        int last = 0;
        for (int l = 0; l < shape.grades; l++) {
          double p = emission[(first + l) * shape.classes + c];
          sum += p;
          last = p > 0 ? l : last;
          grade = u >= sum ? l + 1 : grade;
        }
        codes[at] = first + Math.min(grade, last); // rounding can leave u above the sum
      }
    }
    return data.withCodes(codes);
  }

  private static int draw(double[] w, SplittableRandom random) {
    double u = random.nextDouble() * Arrays.stream(w).sum();
    int last = 0;
    double sum = 0;
    for (int c = 0; c < w.length; c++) {
      sum += w[c];
      if (w[c] > 0) {
        last = c;
        if (u < sum) {
          return c;
        }
      }
    }
    return last;
  }
}
