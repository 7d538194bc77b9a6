package org.assay.bench.study.sentences;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** How assessors grade the same items, and the agreement among them that follows from it. */
final class PlantedAgreement {
  private static final int GRADES = 4;

  private final List<Kind> kinds = new ArrayList<>();
  private final List<Group> groups = new ArrayList<>();

  /** A kind of item, and the probability of each grade that assessors give it. */
  static final class Kind {
    private final double share;
    private final int right;
    private final double[][] gives;

    private Kind(double share, int right, double[][] gives) {
      this.share = share;
      this.right = right;
      this.gives = gives;
    }

    /** The right grade. */
    int right() {
      return right;
    }
  }

  /** Assessors who grade an item together, two or more. */
  private static final class Group {
    private final double share;
    private final int[] members;

    private Group(double share, int[] members) {
      this.share = share;
      this.members = members;
    }
  }

  PlantedAgreement kind(double share, int right, double[][] gives) {
    kinds.add(new Kind(share, right, gives));
    return this;
  }

  PlantedAgreement group(double share, int... members) {
    groups.add(new Group(share, members));
    return this;
  }

  Kind kind(SplittableRandom random) {
    double u = random.nextDouble();
    for (Kind kind : kinds) {
      u -= kind.share;
      if (u < 0) {
        return kind;
      }
    }
    return kinds.get(kinds.size() - 1);
  }

  int[] group(SplittableRandom random) {
    double u = random.nextDouble();
    for (Group group : groups) {
      u -= group.share;
      if (u < 0) {
        return group.members;
      }
    }
    return groups.get(groups.size() - 1).members;
  }

  /** The grade an assessor gives. */
  static int grade(SplittableRandom random, Kind kind, int assessor) {
    double u = random.nextDouble();
    for (int k = 0; k < GRADES - 1; k++) {
      u -= kind.gives[assessor][k];
      if (u < 0) {
        return k;
      }
    }
    return GRADES - 1;
  }

  /** The probability that two who grade an item agree. */
  double agree() {
    double sum = 0;
    for (Group group : groups) {
      int[] m = group.members;
      double pairs = m.length * (m.length - 1) / 2.0;
      for (int a = 0; a < m.length; a++) {
        for (int b = 0; b < a; b++) {
          double[][] table = table(m[a], new int[] {m[b]});
          for (int k = 0; k < GRADES; k++) {
            sum += group.share / pairs * table[k][k];
          }
        }
      }
    }
    return sum;
  }

  private double[] shares() {
    double[] shares = new double[GRADES];
    for (Group group : groups) {
      for (int a : group.members) {
        for (Kind kind : kinds) {
          for (int k = 0; k < GRADES; k++) {
            shares[k] += group.share / group.members.length * kind.share * kind.gives[a][k];
          }
        }
      }
    }
    return shares;
  }

  /** Fleiss' kappa. */
  double kappa() {
    double expected = 0;
    for (double share : shares()) {
      expected += share * share;
    }
    return (agree() - expected) / (1 - expected);
  }

  /** Gwet's AC1. */
  double ac1() {
    double expected = 0;
    for (double share : shares()) {
      expected += share * (1 - share) / (GRADES - 1);
    }
    return (agree() - expected) / (1 - expected);
  }

  /** Kappa with quadratic weights of somebody and the others who grade the same items. */
  double withOthers(int assessor) {
    double[][] table = new double[GRADES][GRADES];
    double all = 0;
    for (Group group : groups) {
      int[] others = new int[group.members.length - 1];
      int n = 0;
      boolean isIn = false;
      for (int m : group.members) {
        if (m == assessor) {
          isIn = true;
        } else if (n < others.length) {
          others[n++] = m;
        }
      }
      if (isIn) {
        double[][] own = table(assessor, others);
        all += group.share;
        for (int i = 0; i < GRADES; i++) {
          for (int j = 0; j < GRADES; j++) {
            table[i][j] += group.share * own[i][j];
          }
        }
      }
    }
    return weighted(table, all);
  }

  /** One's grade by the others', spread over them. */
  private double[][] table(int one, int[] others) {
    double[][] table = new double[GRADES][GRADES];
    for (Kind kind : kinds) {
      for (int other : others) {
        for (int i = 0; i < GRADES; i++) {
          for (int j = 0; j < GRADES; j++) {
            table[i][j] += kind.share / others.length * kind.gives[one][i] * kind.gives[other][j];
          }
        }
      }
    }
    return table;
  }

  private static double weighted(double[][] table, double all) {
    double[] rows = new double[GRADES];
    double[] columns = new double[GRADES];
    double apart = 0;
    for (int i = 0; i < GRADES; i++) {
      for (int j = 0; j < GRADES; j++) {
        rows[i] += table[i][j] / all;
        columns[j] += table[i][j] / all;
        apart += (i - j) * (i - j) * table[i][j] / all;
      }
    }
    double byChance = 0;
    for (int i = 0; i < GRADES; i++) {
      for (int j = 0; j < GRADES; j++) {
        byChance += (i - j) * (i - j) * rows[i] * columns[j];
      }
    }
    return 1 - apart / byChance;
  }
}
