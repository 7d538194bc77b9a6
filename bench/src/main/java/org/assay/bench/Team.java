package org.assay.bench;

import java.util.SplittableRandom;
import org.assay.data.Codes;

/**
 * The columns of a made-up team, the same for every fork and every run: seven of ten references are
 * the first grade and the others any; seven of ten gradings repeat the reference and the others are
 * any grade; assessors, periods and strata come in random order.
 */
final class Team {
  final char[] assessor;
  final byte[] period;
  final byte[] stratum;
  final byte[] reference;
  final byte[] grade;

  Team(int rows, int assessors, int periods, int strata, int grades) {
    var rng = new SplittableRandom(20261122L);
    assessor = new char[rows];
    period = new byte[rows];
    stratum = new byte[rows];
    reference = new byte[rows];
    grade = new byte[rows];
    for (int i = 0; i < rows; i++) {
      reference[i] = (byte) (rng.nextInt(10) < 7 ? 0 : rng.nextInt(grades));
      grade[i] = rng.nextInt(10) < 7 ? reference[i] : (byte) rng.nextInt(grades);
      assessor[i] = (char) rng.nextInt(assessors);
      period[i] = (byte) rng.nextInt(periods);
      stratum[i] = (byte) rng.nextInt(strata);
    }
  }

  /** Pairs only: one assessor, period and stratum. */
  static Team pairs(int rows, int grades) {
    return new Team(rows, 1, 1, 1, grades);
  }

  Codes assessors() {
    return Codes.of(assessor);
  }

  Codes periods() {
    return Codes.of(period);
  }

  Codes strata() {
    return Codes.of(stratum);
  }

  Codes references() {
    return Codes.of(reference);
  }

  Codes grades() {
    return Codes.of(grade);
  }

  /** Item of each row when items have the same number of ratings and stand in order. */
  static int[] itemsInOrder(int rows, int ratings) {
    int[] item = new int[rows];
    for (int i = 0; i < rows; i++) {
      item[i] = i / ratings;
    }
    return item;
  }

  /** The same in random order. */
  static int[] itemsShuffled(int rows, int ratings) {
    int[] item = itemsInOrder(rows, ratings);
    var rng = new SplittableRandom(20261123L);
    for (int i = rows - 1; i > 0; i--) {
      int j = rng.nextInt(i + 1);
      int t = item[i];
      item[i] = item[j];
      item[j] = t;
    }
    return item;
  }
}
