package org.assay.drift;

import org.assay.estimate.ReferenceChecks;

/** Orders checks by when their gradings were made, those of one time by row of the grading. */
final class TimeOrder {
  private final ReferenceChecks checks;
  private final long[] gradedAt;

  TimeOrder(ReferenceChecks checks, long[] gradedAt) {
    this.checks = checks;
    this.gradedAt = gradedAt;
  }

  /** Sorts a part of an array of checks: a merge sort from runs of one upwards. */
  void sort(int[] check, int from, int to) {
    int[] sorted = new int[to - from];
    for (int run = 1; run < to - from; run *= 2) {
      for (int left = from; left < to; left += 2 * run) {
        merge(check, left, Math.min(left + run, to), Math.min(left + 2 * run, to), sorted, from);
      }
      System.arraycopy(sorted, 0, check, from, sorted.length);
    }
  }

  private void merge(int[] check, int left, int middle, int end, int[] sorted, int from) {
    int a = left;
    int b = middle;
    for (int at = left; at < end; at++) {
      boolean takeLeft = a < middle && (b == end || !isBefore(check[b], check[a]));
      sorted[at - from] = check[takeLeft ? a++ : b++];
    }
  }

  private boolean isBefore(int one, int other) {
    int a = checks.grading(one);
    int b = checks.grading(other);
    return gradedAt[a] != gradedAt[b] ? gradedAt[a] < gradedAt[b] : a < b;
  }
}
