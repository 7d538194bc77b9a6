package org.assay.latent;

import java.util.Arrays;

/**
 * A latent class model written as tables, so that one E-step and one M-step serve all of them.
 *
 * <p>The parameters x are probabilities in blocks that each sum to 1: the first block has the
 * weights of the classes, the others what is graded in which class. A grading of code (assessor,
 * grade) in class c has probability x[cellOf[code * classes + c]] / spread of that parameter: the
 * probability of a parameter may be spread evenly over several grades.
 */
final class ModelShape {
  static final int PREVALENCE = 0; // block of the weights of the classes

  final LatentModel model;
  final int grades;
  final int classes;
  final int[] gradeOf; // right grade of each class
  final int[] cellOf; // [code * classes + class]: index of the parameter
  final int[] block; // of each parameter
  final double[] spread; // of each parameter: number of grades that share it
  final int blocks;

  private ModelShape(
      LatentModel model, int grades, int[] gradeOf, int[] cellOf, int[] block, double[] spread) {
    this.model = model;
    this.grades = grades;
    this.classes = gradeOf.length;
    this.gradeOf = gradeOf;
    this.cellOf = cellOf;
    this.block = block;
    this.spread = spread;
    this.blocks = 1 + Arrays.stream(block).max().orElseThrow();
  }

  static ModelShape of(LatentModel model, int assessors, int grades) {
    return switch (model) {
      case ONE_COIN -> oneCoin(assessors, grades);
      case DAWID_SKENE -> dawidSkene(assessors, grades);
      case DIFFICULTY -> difficulty(assessors, grades);
    };
  }

  private static ModelShape dawidSkene(int assessors, int grades) {
    int[] gradeOf = new int[grades];
    Arrays.setAll(gradeOf, k -> k);
    int cells = assessors * grades * grades;
    int[] cellOf = new int[cells];
    Arrays.setAll(cellOf, at -> grades + at);
    int[] block = new int[grades + cells];
    for (int at = 0; at < cells; at++) {
      int assessor = at / grades / grades;
      block[grades + at] = 1 + assessor * grades + at % grades;
    }
    return new ModelShape(
        LatentModel.DAWID_SKENE, grades, gradeOf, cellOf, block, ones(block.length));
  }

  private static ModelShape oneCoin(int assessors, int grades) {
    int[] gradeOf = new int[grades];
    Arrays.setAll(gradeOf, k -> k);
    int[] block = new int[grades + 2 * assessors];
    double[] spread = ones(block.length);
    int[] cellOf = new int[assessors * grades * grades];
    for (int j = 0; j < assessors; j++) {
      int right = grades + 2 * j;
      block[right] = 1 + j;
      block[right + 1] = 1 + j;
      spread[right + 1] = grades - 1;
      for (int l = 0; l < grades; l++) {
        for (int k = 0; k < grades; k++) {
          cellOf[(j * grades + l) * grades + k] = l == k ? right : right + 1;
        }
      }
    }
    return new ModelShape(LatentModel.ONE_COIN, grades, gradeOf, cellOf, block, spread);
  }

  // Class k < K: easy, of grade k. Class K + k (K - 1) + m', where m' numbers the grades but k:
  // hard, of grade k, pulled to m.
  private static ModelShape difficulty(int assessors, int grades) {
    int classes = grades * grades;
    int[] gradeOf = new int[classes];
    int[] pull = new int[classes];
    for (int c = 0; c < classes; c++) {
      int k = c < grades ? c : (c - grades) / (grades - 1);
      int m = c < grades ? c : (c - grades) % (grades - 1);
      gradeOf[c] = k;
      pull[c] = c >= grades && m >= k ? m + 1 : m;
    }
    int rows = assessors * grades * grades;
    int hard = classes + rows;
    int[] block = new int[hard + 3];
    double[] spread = ones(block.length);
    spread[hard + 2] = Math.max(1, grades - 2);
    Arrays.fill(block, hard, hard + 3, 1 + assessors * grades);
    int[] cellOf = new int[assessors * grades * classes];
    for (int code = 0; code < assessors * grades; code++) {
      int l = code % grades;
      for (int k = 0; k < grades; k++) {
        block[classes + code * grades + k] = 1 + code / grades * grades + k;
      }
      for (int c = 0; c < classes; c++) {
        int easy = classes + code * grades + c;
        int pulled = l == gradeOf[c] ? hard : l == pull[c] ? hard + 1 : hard + 2;
        cellOf[code * classes + c] = c < grades ? easy : pulled;
      }
    }
    return new ModelShape(LatentModel.DIFFICULTY, grades, gradeOf, cellOf, block, spread);
  }

  private static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  int parameters() {
    return block.length;
  }

  int assessors() {
    return cellOf.length / classes / grades;
  }

  /** How many blocks every assessor has: a row per grade, or one in all. */
  int kinds() {
    return model == LatentModel.ONE_COIN ? 1 : grades;
  }

  /** How many parameters such a block has. */
  int cells() {
    return model == LatentModel.ONE_COIN ? 2 : grades;
  }

  /** Index of a parameter of an assessor: cell of a block. */
  int parameter(int assessor, int kind, int cell) {
    return model == LatentModel.ONE_COIN
        ? classes + 2 * assessor + cell
        : classes + (assessor * grades + cell) * grades + kind;
  }

  /** Probability of each (code, class); classes with the same parameters in other places too. */
  void emission(double[] x, double[] emission) {
    for (int at = 0; at < cellOf.length; at++) {
      int cell = cellOf[at];
      emission[at] = x[cell] / spread[cell];
    }
  }

  /** Expected counts of (code, class) and of classes, as counts of the parameters. */
  double[] counts(double[] emitted, double[] ofClasses) {
    double[] counts = new double[parameters()];
    System.arraycopy(ofClasses, 0, counts, 0, classes);
    for (int at = 0; at < cellOf.length; at++) {
      counts[cellOf[at]] += emitted[at];
    }
    return counts;
  }

  /** Divides each block by its sum; a block without anything stays 0. */
  void normalise(double[] x) {
    double[] sums = sums(x);
    for (int p = 0; p < x.length; p++) {
      double sum = sums[block[p]];
      x[p] = sum > 0 ? x[p] / sum : 0;
    }
  }

  double[] sums(double[] x) {
    double[] sums = new double[blocks];
    for (int p = 0; p < x.length; p++) {
      sums[block[p]] += x[p];
    }
    return sums;
  }
}
