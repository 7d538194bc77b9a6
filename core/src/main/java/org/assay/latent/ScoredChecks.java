package org.assay.latent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.assay.interval.WeightedClopperPearson;
import org.assay.latent.WrongGradeScore.Group;
import org.assay.latent.WrongGradeScore.Term;
import org.assay.result.Interval;

/** Checks with their scores, and the line through them on the scale of logits. */
final class ScoredChecks {
  private static final double PRIOR = 1; // standard deviation of the slope about 1
  private static final int MOST_STEPS = 100;
  private static final double SETTLED = 1e-10;
  private static final double LEAST_STEP = 1e-6;
  private static final int MOST_GROUPS = 10;

  private final double[] score;
  private final boolean[] wrong;
  private final double[] w; // design weights, of mean 1

  ScoredChecks(double[] score, boolean[] wrong, double[] weight) {
    this.score = score;
    this.wrong = wrong;
    double total = Arrays.stream(weight).sum();
    this.w = Arrays.stream(weight).map(each -> each * weight.length / total).toArray();
  }

  // Newton's method, with halved steps where the penalised likelihood would fall.
  double[] line() {
    double[] at = {0, 1};
    double value = penalised(at);
    for (int n = 0; n < MOST_STEPS; n++) {
      double[] g = {0, -(at[1] - 1) / (PRIOR * PRIOR)};
      double[] h = {0, 0, 1 / (PRIOR * PRIOR)};
      for (int i = 0; i < score.length; i++) {
        double t = WrongGradeScore.logit(score[i]);
        double p = WrongGradeScore.expit(at[0] + at[1] * t);
        double r = w[i] * ((wrong[i] ? 1 : 0) - p);
        double q = w[i] * p * (1 - p);
        g[0] += r;
        g[1] += r * t;
        h[0] += q;
        h[1] += q * t;
        h[2] += q * t * t;
      }
      double det = h[0] * h[2] - h[1] * h[1];
      if (!(det > 0)) {
        return at;
      }
      double[] by = {(h[2] * g[0] - h[1] * g[1]) / det, (h[0] * g[1] - h[1] * g[0]) / det};
      double step = 1;
      double[] next = {at[0] + by[0], at[1] + by[1]};
      double nextValue = penalised(next);
      while (nextValue < value && step > LEAST_STEP) {
        step /= 2;
        next = new double[] {at[0] + step * by[0], at[1] + step * by[1]};
        nextValue = penalised(next);
      }
      if (nextValue < value) {
        return at;
      }
      boolean settled = Math.abs(next[0] - at[0]) + Math.abs(next[1] - at[1]) < SETTLED;
      at = next;
      value = nextValue;
      if (settled) {
        return at;
      }
    }
    return at;
  }

  double penalised(double[] line) {
    double off = (line[1] - 1) / PRIOR;
    double sum = -off * off / 2;
    for (int i = 0; i < score.length; i++) {
      double t = line[0] + line[1] * WrongGradeScore.logit(score[i]);
      sum -= w[i] * Math.log1p(Math.exp(wrong[i] ? -t : t));
    }
    return sum;
  }

  // Sandwich of the weighted scores.
  double[] variances(double[] line) {
    double[] h = {0, 0, 1 / (PRIOR * PRIOR)};
    double[] m = new double[3];
    for (int i = 0; i < score.length; i++) {
      double t = WrongGradeScore.logit(score[i]);
      double p = WrongGradeScore.expit(line[0] + line[1] * t);
      double q = w[i] * p * (1 - p);
      double r = w[i] * ((wrong[i] ? 1 : 0) - p);
      h[0] += q;
      h[1] += q * t;
      h[2] += q * t * t;
      m[0] += r * r;
      m[1] += r * r * t;
      m[2] += r * r * t * t;
    }
    double det = h[0] * h[2] - h[1] * h[1];
    double small = score.length / Math.max(1.0, score.length - 2.0);
    double a = h[2] / det;
    double b = -h[1] / det;
    double d = h[0] / det;
    return new double[] {
      small * (a * a * m[0] + 2 * a * b * m[1] + b * b * m[2]),
      small * (b * b * m[0] + 2 * b * d * m[1] + d * d * m[2])
    };
  }

  Term inTheLarge(double confidence) {
    int n = score.length;
    double mean = 0;
    for (int i = 0; i < n; i++) {
      mean += w[i] * ((wrong[i] ? 1 : 0) - score[i]) / n;
    }
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double off = w[i] * ((wrong[i] ? 1 : 0) - score[i] - mean);
      squares += off * off;
    }
    return Term.of(mean, squares / n / Math.max(1, n - 1), confidence);
  }

  List<Group> groups(double[] line, double confidence) {
    int[] order =
        IntStream.range(0, score.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> score[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double total = Arrays.stream(w).sum();
    var groups = new ArrayList<Group>();
    int from = 0;
    double before = 0;
    for (int g = 1; g <= MOST_GROUPS && from < order.length; g++) {
      int to = from;
      double sum = 0;
      while (to < order.length
          && (to == from
              || before + sum < g * total / MOST_GROUPS - 1e-9 * total
              || score[order[to]] == score[order[to - 1]])) { // equal scores stay together
        sum += w[order[to++]];
      }
      groups.add(group(Arrays.copyOfRange(order, from, to), sum, line, confidence));
      before += sum;
      from = to;
    }
    return groups;
  }

  private Group group(int[] members, double sum, double[] line, double confidence) {
    double mean = 0;
    double calibrated = 0;
    double rate = 0;
    double variance = 0;
    double largest = 0;
    for (int i : members) {
      double share = w[i] / sum;
      mean += share * score[i];
      calibrated +=
          share * WrongGradeScore.expit(line[0] + line[1] * WrongGradeScore.logit(score[i]));
      rate += wrong[i] ? share : 0;
      variance += wrong[i] ? share * share : 0;
      largest = Math.max(largest, share);
    }
    double beyond = (1 + confidence) / 2;
    double y = Math.min(1, rate);
    var interval =
        new Interval(
            WeightedClopperPearson.lower(y, variance, beyond),
            WeightedClopperPearson.upper(y, variance, largest, largest * largest, beyond),
            confidence,
            "weightedClopperPearson");
    return new Group(members.length, Math.min(1, mean), calibrated, y, interval);
  }
}
