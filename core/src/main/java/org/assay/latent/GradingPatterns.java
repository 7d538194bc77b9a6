package org.assay.latent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Pairs and triples of gradings of an item, by their grades: observed and expected by a fit. */
final class GradingPatterns {
  private final LatentFit fit;
  private final ModelShape shape;
  private final int grades;
  private final double[] weights;
  private final long[] pairsSeen;
  private final double[] pairsExpected;
  private final long[] triplesSeen;
  private final double[] triplesExpected;
  private final double[] joint; // room for the probabilities of a triple
  private double wrongPairs;

  private GradingPatterns(LatentFit fit) {
    this.fit = fit;
    this.shape = fit.shape();
    this.grades = shape.grades;
    this.weights = Arrays.copyOf(fit.parameters(), shape.classes);
    this.pairsSeen = new long[grades * grades];
    this.pairsExpected = new double[grades * grades];
    this.triplesSeen = new long[grades * grades * grades];
    this.triplesExpected = new double[grades * grades * grades];
    this.joint = new double[triplesSeen.length];
  }

  static GradingPatterns of(LatentFit fit) {
    var patterns = new GradingPatterns(fit);
    ItemGradings data = fit.gradings();
    for (int i = 0; i < data.items(); i++) {
      int n = data.to(i) - data.from(i);
      if (n > 1 && data.known(i) == ItemGradings.UNKNOWN) {
        patterns.addItem(data, i, data.from(i), n);
      }
    }
    return patterns;
  }

  // Neighbours, the last beside the first; with two or three gradings that would be the same again.
  private void addItem(ItemGradings data, int item, int from, int n) {
    double[] p = new double[weights.length];
    fit.classes(item, p);
    double[] ofGrade = new double[grades];
    for (int c = 0; c < p.length; c++) {
      ofGrade[shape.gradeOf[c]] += p[c];
    }
    for (int s = 0; s < (n > 2 ? n : 1); s++) {
      addPair(data, from + s, from + (s + 1) % n, ofGrade);
    }
    for (int s = 0; s < (n > 3 ? n : n - 2); s++) {
      addTriple(data, from + s, from + (s + 1) % n, from + (s + 2) % n);
    }
  }

  private void addPair(ItemGradings data, int a, int b, double[] p) {
    if (data.assessor(a) == data.assessor(b)) {
      return;
    }
    int l = data.grade(a);
    int m = data.grade(b);
    pairsSeen[Math.min(l, m) * grades + Math.max(l, m)]++;
    wrongPairs += l == m ? 1 - p[l] : 0;
    double[] e = fit.emission();
    for (int c = 0; c < weights.length; c++) {
      for (int y = 0; y < grades; y++) {
        double first = weights[c] * e[(data.assessor(a) * grades + y) * weights.length + c];
        for (int z = 0; z < grades; z++) {
          pairsExpected[Math.min(y, z) * grades + Math.max(y, z)] +=
              first * e[(data.assessor(b) * grades + z) * weights.length + c];
        }
      }
    }
  }

  private void addTriple(ItemGradings data, int a, int b, int c) {
    int first = data.assessor(a);
    int second = data.assessor(b);
    int third = data.assessor(c);
    if (first == second || second == third || first == third) {
      return;
    }
    triplesSeen[sorted(data.grade(a), data.grade(b), data.grade(c))]++;
    double[] e = fit.emission();
    int classes = weights.length;
    Arrays.fill(joint, 0);
    for (int k = 0; k < classes; k++) {
      int at = 0;
      for (int y = 0; y < grades; y++) {
        double one = weights[k] * e[(first * grades + y) * classes + k];
        for (int z = 0; z < grades; z++) {
          double two = one * e[(second * grades + z) * classes + k];
          for (int u = 0; u < grades; u++) {
            joint[at++] += two * e[(third * grades + u) * classes + k];
          }
        }
      }
    }
    for (int at = 0; at < joint.length; at++) {
      triplesExpected[sorted(at / grades / grades, at / grades % grades, at % grades)] += joint[at];
    }
  }

  private int sorted(int a, int b, int c) {
    int least = Math.min(a, Math.min(b, c));
    int most = Math.max(a, Math.max(b, c));
    return (least * grades + (a + b + c - least - most)) * grades + most;
  }

  double pairs() {
    return distance(pairsSeen, pairsExpected);
  }

  double triples() {
    return distance(triplesSeen, triplesExpected);
  }

  // Half an expected count stands in the way of cells that nearly nothing is expected of.
  private static double distance(long[] seen, double[] expected) {
    double sum = 0;
    for (int at = 0; at < seen.length; at++) {
      double off = seen[at] - expected[at];
      sum += off * off / (expected[at] + 0.5);
    }
    return sum;
  }

  double wrongPairs() {
    return wrongPairs;
  }

  long pairCount() {
    return Arrays.stream(pairsSeen).sum();
  }

  long tripleCount() {
    return Arrays.stream(triplesSeen).sum();
  }

  List<GoodnessOfFit.Pattern> patterns() {
    var patterns = new ArrayList<GoodnessOfFit.Pattern>();
    for (int at = 0; at < triplesSeen.length; at++) {
      int a = at / grades / grades;
      int b = at / grades % grades;
      int c = at % grades;
      if (a <= b && b <= c && triplesExpected[at] + triplesSeen[at] > 0) {
        patterns.add(
            new GoodnessOfFit.Pattern(List.of(a, b, c), triplesSeen[at], triplesExpected[at]));
      }
    }
    return patterns;
  }
}
