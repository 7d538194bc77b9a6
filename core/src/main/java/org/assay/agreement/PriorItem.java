package org.assay.agreement;

import org.assay.internal.GammaSampler;

/**
 * What an unseen item may look like: rated by as many as a given one, with every grade alike
 * possible. A third of such items are unanimous; on the others every rating is independent.
 */
final class PriorItem {
  /** Share of unanimous items; with none, three raters could hardly ever agree. */
  private static final double UNANIMOUS = 1.0 / 3;

  /** Ratings beyond which their spread over the grades is as good as even. */
  private static final int MANY = 64;

  private final GammaSampler random;
  private final int grades;
  private int common; // the grade of a unanimous item, or -1

  PriorItem(GammaSampler random, int grades) {
    this.random = random;
    this.grades = grades;
  }

  /** Starts another item. */
  PriorItem next() {
    common = random.uniform() < UNANIMOUS ? random.below(grades) : -1;
    return this;
  }

  /** The grade of a rating. */
  int grade() {
    return common < 0 ? random.below(grades) : common;
  }

  /** Adds the grades of several ratings to their counts. */
  void addGrades(int ratings, int[] counts, int from) {
    if (common >= 0) {
      counts[from + common] += ratings;
      return;
    }
    int even = ratings > MANY ? ratings / grades : 0;
    for (int k = 0; k < grades; k++) {
      counts[from + k] += even;
    }
    for (int r = even * grades; r < ratings; r++) {
      counts[from + random.below(grades)]++;
    }
  }
}
