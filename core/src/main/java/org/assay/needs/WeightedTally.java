package org.assay.needs;

import org.assay.internal.Beta;
import org.assay.interval.EffectiveClopperPearson;

/**
 * A mix-up of everybody and of each person, weighted by the design.
 *
 * <pre>{@code
 * s   = sum of w e / sum of w
 * V   = sum of w^2 (e - s)^2                            of independent checks
 * B   = sum over people of (x - n s)^2 J / (J - 1)      x, n: sums of w e and w of a person
 * n*  = s (1 - s) (sum of w)^2 / max(V, B)
 * }</pre>
 *
 * n* is the number of independent checks as good as these; people who differ make it smaller.
 */
final class WeightedTally {
  private final int reference;
  private final int grade;
  private final double[] found; // weights by person
  private final double[] checked;
  private final double[] squares; // of the weights checked
  private double foundSquares;
  private long errors;
  private long checks;

  WeightedTally(int reference, int grade, int people) {
    this.reference = reference;
    this.grade = grade;
    this.found = new double[people];
    this.checked = new double[people];
    this.squares = new double[people];
  }

  void add(int person, boolean isMixUp, double weight, long count) {
    checks += count;
    checked[person] += weight * count;
    squares[person] += weight * weight * count;
    if (isMixUp) {
      errors += count;
      found[person] += weight * count;
      foundSquares += weight * weight * count;
    }
  }

  int reference() {
    return reference;
  }

  int grade() {
    return grade;
  }

  long errors() {
    return errors;
  }

  long checks() {
    return checks;
  }

  double share() {
    return all() > 0 ? sum(found) / all() : 0;
  }

  private double all() {
    return sum(checked);
  }

  private static double sum(double[] of) {
    double sum = 0;
    for (double x : of) {
      sum += x;
    }
    return sum;
  }

  private double independent() {
    double s = share();
    return (1 - s) * (1 - s) * foundSquares + s * s * (sum(squares) - foundSquares);
  }

  private double between() {
    double s = share();
    double sum = 0;
    int people = 0;
    for (int i = 0; i < checked.length; i++) {
      double gap = found[i] - checked[i] * s;
      sum += gap * gap;
      people += checked[i] > 0 ? 1 : 0;
    }
    return people > 1 ? sum * people / (people - 1) : 0;
  }

  // Independent checks as good as these; as many as there are where nothing varies.
  private double effective() {
    double s = share();
    double variance = Math.max(independent(), between());
    return variance > 0
        ? Math.min((double) checks, s * (1 - s) * all() * all() / variance)
        : checks;
  }

  /** Chance of so large a share if the true one is a given one. */
  double pValue(double share) {
    double n = effective();
    double x = n * share();
    return x > 0 ? new Beta(x, n - x + 1).tails(share).lower() : 1;
  }

  double lower(double confidenceLevel) {
    double n = effective();
    return EffectiveClopperPearson.lower(Math.min(n, n * share()), n, confidenceLevel);
  }

  /** People whose share, drawn towards that of all, is at least a given one. */
  GuidelineNeed.Breadth breadth(double least) {
    double s = share();
    double size = 0;
    for (double n : checked) {
      size += n * n;
    }
    double variance = size > 0 ? Math.max(0, (between() - independent()) / size) : 0;
    long people = 0;
    long above = 0;
    for (int i = 0; i < checked.length; i++) {
      if (checked[i] > 0) {
        double own = s * (1 - s) * squares[i] / (checked[i] * checked[i]);
        double part = variance > 0 ? variance / (variance + own) : 0;
        people++;
        above += s + part * (found[i] / checked[i] - s) >= least ? 1 : 0;
      }
    }
    return new GuidelineNeed.Breadth(people, above);
  }
}
