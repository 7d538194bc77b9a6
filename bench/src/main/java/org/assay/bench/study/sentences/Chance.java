package org.assay.bench.study.sentences;

import java.util.SplittableRandom;

/** What designs draw. */
final class Chance {
  private Chance() {}

  /** A simple random sample without replacement, in random order. */
  static int[] sample(SplittableRandom random, int drawn, int size) {
    int[] all = new int[size];
    for (int i = 0; i < size; i++) {
      all[i] = i;
    }
    int[] sample = new int[drawn];
    for (int i = 0; i < drawn; i++) {
      int j = i + random.nextInt(size - i);
      sample[i] = all[j];
      all[j] = all[i];
    }
    return sample;
  }

  /** That many of the places marked, every choice of places equally likely. */
  static boolean[] marked(SplittableRandom random, int marked, int size) {
    boolean[] marks = new boolean[size];
    for (int i : sample(random, marked, size)) {
      marks[i] = true;
    }
    return marks;
  }

  static boolean happens(SplittableRandom random, double probability) {
    return random.nextDouble() < probability;
  }

  /** Errors of a lot at its limit (even lots) or just above it (odd ones). */
  static int atLimit(int lot, int size, double limit) {
    return (int) Math.floor(size * limit + 1e-9) + lot % 2;
  }
}
