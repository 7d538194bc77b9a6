package org.assay.agreement;

/**
 * Kappa of one assessor and the others who graded the same items: each item is one pair, its second
 * grade spread over the grades that the others gave.
 *
 * <p>Vectors are K counts of the assessor's gradings of an item and K counts of the others'. With
 * one other on every item it is Cohen's kappa. Items that nobody else graded are left out.
 */
final class PeerKappa extends Coefficient {
  PeerKappa(Weights weights) {
    super("peerKappa", weights);
  }

  @Override
  int totals(int width) {
    return grades() * grades();
  }

  @Override
  void contribute(int[] vector, TotalSink sink) {
    int grades = grades();
    if (!isPairable(vector)) {
      return;
    }
    double pairs = pairs(vector);
    for (int own = 0; own < grades; own++) {
      for (int other = 0; vector[own] > 0 && other < grades; other++) {
        if (vector[grades + other] > 0) {
          sink.add(own * grades + other, vector[own] * (double) vector[grades + other] / pairs);
        }
      }
    }
  }

  @Override
  Disagreement evaluate(double[] totals) {
    return PairShares.of(totals, 0, weights()).chanceByRater(weights());
  }

  @Override
  void differentiate(double[] totals, double[] observed, double[] expected) {
    PairShares.of(totals, 0, weights()).differentiateByRater(weights(), observed, expected);
  }

  @Override
  int ratings(int[] vector) {
    return isPairable(vector) ? sum(vector, 0) + sum(vector, grades()) : 0;
  }

  @Override
  int[] like(int[] seen, PriorItem item) {
    int[] vector = new int[seen.length];
    item.addGrades(sum(seen, 0), vector, 0);
    item.addGrades(sum(seen, grades()), vector, grades());
    return vector;
  }

  @Override
  int[] pair(int first, int second) {
    int[] vector = new int[2 * grades()];
    vector[first] = 1;
    vector[grades() + second] = 1;
    return vector;
  }

  @Override
  void addGrades(int[] vector, long items, long[] grades) {
    for (int k = 0; k < grades(); k++) {
      grades[k] += items * (vector[k] + vector[grades() + k]);
    }
  }

  @Override
  long pairs(int[] vector) {
    return (long) sum(vector, 0) * sum(vector, grades());
  }

  @Override
  boolean isPairable(int[] vector) {
    return sum(vector, 0) > 0 && sum(vector, grades()) > 0;
  }

  private int sum(int[] vector, int from) {
    int sum = 0;
    for (int k = 0; k < grades(); k++) {
      sum += vector[from + k];
    }
    return sum;
  }
}
