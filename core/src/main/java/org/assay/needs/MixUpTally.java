package org.assay.needs;

import java.util.Arrays;

/** A mix-up of everybody and of each person: how often found, and checks that could show it. */
final class MixUpTally {
  private final int in;
  private final int other;
  private final long[] found;
  private final long[] checked;
  private final long all;
  private final long among;
  private final double squares; // between people
  private final double free; // what chance makes of them with a variance of 1 per check

  MixUpTally(int in, int other, long[] found, long[] checked) {
    this.in = in;
    this.other = other;
    this.found = found;
    this.checked = checked;
    this.all = Arrays.stream(found).sum();
    this.among = Arrays.stream(checked).sum();
    double sum = 0;
    double chance = 0;
    for (int i = 0; i < found.length; i++) {
      double gap = found[i] - checked[i] * share();
      sum += gap * gap;
      chance += checked[i] * (1 - (double) checked[i] / among);
    }
    this.squares = sum;
    this.free = chance;
  }

  /** The margin. */
  int in() {
    return in;
  }

  /** The grade beside it. */
  int other() {
    return other;
  }

  long all() {
    return all;
  }

  long among() {
    return among;
  }

  private double share() {
    return (double) all / among;
  }

  // Variance of one check.
  private double one() {
    return share() * (1 - share());
  }

  /** By how much the variance of the sum is larger than with equal people, at least 1. */
  double factor() {
    double chance = one() * free;
    return chance > 0 ? Math.max(1, squares / chance) : 1;
  }

  // Variance between people, by moments.
  private double between() {
    double size = 0;
    double cubes = 0;
    for (double n : checked) {
      size += n * n;
      cubes += n * n * n;
    }
    double scale = size - 2 * cubes / among + size * size / among / among;
    return scale > 0 ? Math.max(0, (squares - one() * free) / scale) : 0;
  }

  /** People whose share, drawn towards that of all, is at least a given one. */
  GuidelineNeed.Breadth breadth(double least) {
    double between = between();
    long people = 0;
    long above = 0;
    for (int i = 0; i < checked.length; i++) {
      double own = checked[i];
      if (own > 0) {
        double weight = between > 0 ? own * between / (own * between + one()) : 0;
        people++;
        above += share() + weight * (found[i] / own - share()) >= least ? 1 : 0;
      }
    }
    return new GuidelineNeed.Breadth(people, above);
  }
}
