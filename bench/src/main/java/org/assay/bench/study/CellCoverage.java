package org.assay.bench.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.assay.data.GradingScheme;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;
import org.assay.estimate.AssessorMatrices;
import org.assay.estimate.AssessorMatrix;
import org.assay.estimate.CheckCell;
import org.assay.estimate.CheckWeights;
import org.assay.estimate.MatrixShare;
import org.assay.interval.ProportionInterval;
import org.assay.result.Outcome;
import org.assay.result.Undefined;
import org.assay.simulate.Team;
import org.assay.simulate.Team.AssessorProfile;
import org.assay.simulate.Team.ItemStream;

/**
 * How often limits of matrix cells and of rates hold what they say, where checks are chosen as in
 * the demo year: the same number of each grade given, of an assessor's week.
 *
 * <p>Truth is the assessor's matrix over streams, easy and hard items. What is sampled are counts,
 * so that a year costs a few thousand draws.
 */
final class CellCoverage {
  private static final double CONFIDENCE = 0.95;

  /** Cells by how many errors of the kind are to be expected in the checks. */
  static final double[] BANDS = {0, 0.3, 1, 3, 10, 30, Double.POSITIVE_INFINITY};

  /** Limits asked, those that hold, and the sum of their widths, by band. */
  static final class Tally {
    final long[] asked = new long[BANDS.length - 1];
    final long[] held = new long[BANDS.length - 1];
    final long[] above = new long[BANDS.length - 1];

    void add(double expected, double truth, MatrixShare share) {
      int band = 0;
      while (expected >= BANDS[band + 1]) {
        band++;
      }
      asked[band]++;
      held[band] += share.interval().contains(truth) ? 1 : 0;
      above[band] += truth > share.interval().upper() ? 1 : 0;
    }

    String row(String name) {
      StringBuilder row = new StringBuilder("| " + name + " |");
      long all = 0;
      long hold = 0;
      for (int b = 0; b < asked.length; b++) {
        row.append(cell(asked[b], held[b], above[b]));
        all += b == 0 ? 0 : asked[b];
        hold += b == 0 ? 0 : held[b];
      }
      return row + cell(all, hold, -1);
    }

    private static String cell(long asked, long held, long above) {
      if (asked == 0) {
        return " |";
      }
      double share = 100.0 * held / asked;
      return above < 0
          ? String.format(Locale.ROOT, " **%.1f** |", share)
          : String.format(Locale.ROOT, " %.1f (%.1f) |", share, 100.0 * above / asked);
    }
  }

  private final Team team;
  private final GradingScheme scheme;
  private final int weeks;
  private final int perGrade;
  private final double blindShare;
  final Tally rows = new Tally();
  final Tally columns = new Tally();
  final Tally rates = new Tally();
  final Tally plain = new Tally();

  CellCoverage(Team team, int weeks, int perGrade, double blindShare) {
    this.team = team;
    this.scheme = GradingScheme.ordered(team.grading().grades().toArray(String[]::new));
    this.weeks = weeks;
    this.perGrade = perGrade;
    this.blindShare = blindShare;
  }

  /** Share of gradings by reference and grade. */
  double[][] truth(AssessorProfile person) {
    int k = scheme.size();
    double[][] joint = new double[k][k];
    for (int s = 0; s < team.streams().size(); s++) {
      ItemStream stream = team.streams().get(s);
      double share =
          person.shares() == null || person.shares().isEmpty()
              ? stream.share()
              : person.shares().get(s);
      for (int r = 0; r < k; r++) {
        double p = share * stream.prevalence().get(r);
        double right = 0;
        for (int g = 0; g < k; g++) {
          if (g != r) {
            double each =
                person.errorFactor()
                    * ((1 - stream.hardShare()) * team.grading().easy().get(r).get(g)
                        + stream.hardShare() * team.grading().hard().get(r).get(g));
            joint[r][g] += p * each;
            right += each;
          }
        }
        joint[r][r] += p * (1 - right);
      }
    }
    return joint;
  }

  /** Plays one assessor's weeks, and looks which limits hold. */
  void play(AssessorProfile person, SplittableRandom random) {
    double[][] joint = truth(person);
    int k = scheme.size();
    List<CheckCell> cells = new ArrayList<>();
    double[][] expected = new double[k][k];
    for (int week = 0; week < weeks; week++) {
      for (int g = 0; g < k; g++) {
        sample(person, joint, week, g, random, cells, expected);
      }
    }
    AssessorMatrix matrix =
        AssessorMatrices.ofChecks(cells, CheckWeights.of(cells, Blindness.BLIND), 1, k, CONFIDENCE)
            .of(0);
    look(joint, expected, matrix);
  }

  private void sample(
      AssessorProfile person,
      double[][] joint,
      int week,
      int g,
      SplittableRandom random,
      List<CheckCell> cells,
      double[][] expected) {
    int k = scheme.size();
    double share = 0;
    for (int r = 0; r < k; r++) {
      share += joint[r][g];
    }
    double mean = person.gradingsPerWeek() * share;
    long graded = Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
    long checked = Math.min(graded, perGrade);
    long[][] counts = new long[2][k]; // blind, not blind
    for (long i = 0; i < checked; i++) {
      double u = random.nextDouble() * share;
      int r = 0;
      while (r < k - 1 && u >= joint[r][g]) {
        u -= joint[r++][g];
      }
      counts[random.nextDouble() < blindShare ? 0 : 1][r]++;
    }
    for (int kind = 0; kind < 2; kind++) {
      for (int r = 0; r < k; r++) {
        if (counts[kind][r] > 0) {
          cells.add(
              new CheckCell(
                  0,
                  0,
                  0,
                  0,
                  week * k + g,
                  kind == 0 ? Blindness.BLIND : Blindness.NON_BLIND,
                  SelectionMethod.STRATIFIED,
                  CheckCell.ALONE,
                  (double) checked / graded,
                  r,
                  g,
                  counts[kind][r]));
        }
      }
    }
    for (int r = 0; r < k; r++) {
      expected[r][g] += checked * blindShare * joint[r][g] / share;
    }
  }

  private void look(double[][] joint, double[][] expected, AssessorMatrix matrix) {
    int k = scheme.size();
    double wrong = 0;
    double over = 0;
    double under = 0;
    double all = 0;
    double found = 0;
    for (int r = 0; r < k; r++) {
      double row = Arrays.stream(joint[r]).sum();
      all += row;
      for (int g = 0; g < k; g++) {
        int grade = g;
        double column = Arrays.stream(joint).mapToDouble(each -> each[grade]).sum();
        if (r != g) {
          wrong += joint[r][g];
          over += g < r ? joint[r][g] : 0;
          under += g > r ? joint[r][g] : 0;
          found += expected[r][g];
          add(rows, expected[r][g], joint[r][g] / row, matrix.gradeGivenReference(r, g));
          add(plain, expected[r][g], joint[r][g] / row, plain(matrix, r, g));
          add(columns, expected[r][g], joint[r][g] / column, matrix.referenceGivenGrade(r, g));
        }
      }
    }
    var summary = matrix.rates(scheme);
    add(rates, found, wrong / all, summary.error());
    add(rates, found / 2, over / all, summary.overGrading());
    add(rates, found / 2, under / all, summary.underGrading());
  }

  // What a heat map without weights says: counts of a row, limits of Clopper and Pearson.
  private static MatrixShare plain(AssessorMatrix matrix, int reference, int grade) {
    long count = (long) matrix.count(reference, grade);
    long all = 0;
    for (int g = 0; g < matrix.grades(); g++) {
      all += (long) matrix.count(reference, g);
    }
    Outcome none = Outcome.undefined(Undefined.NOT_APPLICABLE);
    return all == 0
        ? MatrixShare.undefined(Undefined.UNUSED_GRADE)
        : new MatrixShare(
            Outcome.of((double) count / all),
            ProportionInterval.CLOPPER_PEARSON.of(count, all, CONFIDENCE),
            none,
            all);
  }

  private static void add(Tally tally, double expected, double truth, MatrixShare share) {
    if (share.interval() != null) {
      tally.add(expected, truth, share);
    }
  }
}
