package org.assay.needs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assay.estimate.Overdispersion;
import org.assay.internal.Risk;

/** The tests of one person or cohort: of all errors, and of the mix-ups that could show. */
final class Suspicion {
  /** Part of a level that tests all errors; the rest tests mix-ups. */
  static final double SHARE_OF_ALL_ERRORS = 0.8;

  private static final double SURE = 1e-60; // that small, a tail stays small however errors cluster

  private final PeerGroup group;
  private final double factor;
  private final double leastEffect;
  private final PeerCounts all;
  private final double allTail;
  private final List<MixUp> mixUps = new ArrayList<>(); // with an effect worth naming
  private final double[] leastTails; // of all mix-ups that somebody made, rising
  private final int possible;
  private final double pValue;
  private final double severityExcess;
  private final Shrinkage.Moments moments = new Shrinkage.Moments();

  /**
   * One mix-up.
   *
   * @param leastTail the smallest p-value that the margins allow
   */
  record MixUp(int reference, int grade, PeerCounts counts, double pValue, double leastTail) {}

  Suspicion(PeerChecks checks, PeerGroup group, double ownFactor, NeedOptions options) {
    this.group = group;
    this.factor = checks.varianceFactor(group, ownFactor);
    this.leastEffect = options.leastEffect();
    this.all = checks.errors(group);
    this.allTail = tail(all);
    List<Double> least = new ArrayList<>();
    double[] severity = {0};
    checks.mixUps(
        group,
        (counts, code) -> {
          if (counts.varies()) {
            int reference = checks.reference(code);
            int grade = checks.grade(code);
            severity[0] += options.weight(reference, grade) * (counts.found() - counts.expected());
            moments.add(counts, factor);
            double smallest = leastTail(counts);
            least.add(smallest);
            if (isWorthNaming(counts)) {
              mixUps.add(new MixUp(reference, grade, counts, tail(counts), smallest));
            }
          }
        });
    this.severityExcess = severity[0];
    this.leastTails = least.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    this.possible = parts((1 - SHARE_OF_ALL_ERRORS) * options.falseDiscoveryRate());
    double smallest = mixUps.stream().mapToDouble(MixUp::pValue).min().orElse(1);
    this.pValue =
        Math.min(
            1,
            Math.min(
                allTail / SHARE_OF_ALL_ERRORS, possible * smallest / (1 - SHARE_OF_ALL_ERRORS)));
  }

  private boolean isWorthNaming(PeerCounts counts) {
    return counts.found() > counts.expected() && counts.oddsRatio() >= leastEffect;
  }

  // 1 where the effect is not worth naming.
  private double tail(PeerCounts counts) {
    return isWorthNaming(counts)
        ? Overdispersion.tail(counts.law().atLeast(counts.found(), 1), counts.mean(), factor)
        : 1;
  }

  private double leastTail(PeerCounts counts) {
    double tail = counts.leastTail();
    return tail < SURE ? tail : Overdispersion.tail(tail, counts.mean(), factor);
  }

  /**
   * Into how many parts a level is to be parted, so that at most as many mix-ups could be found at
   * a part of it, whatever the errors. It depends on margins alone.
   */
  private int parts(double level) {
    int k = 1;
    while (count(level / k) > k) {
      k++;
    }
    return k;
  }

  private int count(double limit) {
    int low = 0;
    int high = leastTails.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Risk.isAtMost(leastTails[middle], limit)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The mix-ups with an effect worth naming that could be found at a level. */
  List<MixUp> testable(double level) {
    double limit = level / parts(level);
    return mixUps.stream().filter(m -> Risk.isAtMost(m.leastTail(), limit)).toList();
  }

  /** The p-values of all that could be found at a level, those of {@link #testable} first. */
  double[] pValues(double level) {
    double[] values = new double[count(level / parts(level))];
    Arrays.fill(values, 1);
    int i = 0;
    for (MixUp m : testable(level)) {
      values[i++] = m.pValue();
    }
    return values;
  }

  /** Lower limit of an odds ratio, at a chance of 1 - confidence. */
  double limit(PeerCounts counts, double chance) {
    return counts
        .law()
        .lowerOddsRatio(counts.found(), Overdispersion.exactTail(chance, counts.mean(), factor));
  }

  PeerGroup group() {
    return group;
  }

  double factor() {
    return factor;
  }

  PeerCounts all() {
    return all;
  }

  /** The p-value of all errors. */
  double allTail() {
    return allTail;
  }

  /** The p-value of all errors and mix-ups together. */
  double pValue() {
    return pValue;
  }

  /** How many mix-ups were tested at most. */
  int possible() {
    return leastTails.length == 0 ? 0 : possible;
  }

  /** Severities of the errors found less those of the errors expected. */
  double severityExcess() {
    return severityExcess;
  }

  Shrinkage.Moments moments() {
    return moments;
  }
}
