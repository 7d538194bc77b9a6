package org.assay.needs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assay.compare.Multiplicity;
import org.assay.estimate.Overdispersion;
import org.assay.internal.Binomial;
import org.assay.internal.Risk;
import org.assay.interval.EffectiveClopperPearson;

/**
 * Problems of the guideline, told apart from personal ones: mix-ups whose share among everybody's
 * checks of a grade is shown to be at least a given one, and which at least two thirds of the
 * people make at that rate.
 *
 * <pre>{@code
 * p      = P(Binomial(N, g) >= X), widened by the variance between people
 * factor = sum of (x - n s)^2 / [s (1 - s) sum of n (1 - n / N)]     at least 1
 * }</pre>
 *
 * with g the share asked for, x of n by person, X of N of all, s = X / N; Benjamini and Hochberg
 * over every pair of grades with checks enough. A person's share is drawn towards s by the part of
 * the differences that is chance: with v the variance between people by moments, its weight is n v
 * / (n v + s (1 - s)).
 */
final class GuidelineNeeds {
  private static final double LEAST_BREADTH = 2.0 / 3;

  private GuidelineNeeds() {}

  static List<GuidelineNeed> of(PeerChecks checks, List<PeerGroup> people, NeedOptions options) {
    if (people.size() < 2) {
      return List.of();
    }
    List<MixUpTally> above = new ArrayList<>();
    int pairs = 0;
    for (int in = 0; in < checks.grades(); in++) {
      int margin = in;
      long[] checked = people.stream().mapToLong(g -> checks.checked(g, margin)).toArray();
      long all = Arrays.stream(checked).sum();
      if (all >= TrainingNeeds.LEAST_CHECKS) {
        pairs += checks.grades() - 1;
        for (int other : checks.frequent(in, options.guidelineShare())) {
          long[] found = people.stream().mapToLong(g -> checks.found(g, margin, other)).toArray();
          above.add(new MixUpTally(in, other, found, checked));
        }
      }
    }
    double[] pValues = new double[pairs];
    Arrays.fill(pValues, 1);
    for (int i = 0; i < above.size(); i++) {
      pValues[i] = pValue(above.get(i), options.guidelineShare());
    }
    double[] adjusted = Multiplicity.BENJAMINI_HOCHBERG.adjust(pValues);
    List<GuidelineNeed> needs = new ArrayList<>();
    for (int i = 0; i < above.size(); i++) {
      MixUpTally t = above.get(i);
      GuidelineNeed.Breadth breadth = t.breadth(options.guidelineShare());
      if (Risk.isAtMost(adjusted[i], options.falseDiscoveryRate())
          && breadth.above() >= LEAST_BREADTH * breadth.people()) {
        needs.add(need(checks, t, adjusted[i], breadth, options.falseDiscoveryRate() / pairs));
      }
    }
    return needs;
  }

  private static GuidelineNeed need(
      PeerChecks checks,
      MixUpTally t,
      double adjusted,
      GuidelineNeed.Breadth breadth,
      double chance) {
    double factor = t.factor();
    return new GuidelineNeed(
        checks.isByGrade() ? t.other() : t.in(),
        checks.isByGrade() ? t.in() : t.other(),
        t.all(),
        t.among(),
        EffectiveClopperPearson.lower(t.all() / factor, t.among() / factor, 1 - chance),
        adjusted,
        breadth);
  }

  private static double pValue(MixUpTally t, double share) {
    double tail = new Binomial(t.among(), share).tails(t.all() - 1).upper();
    return Overdispersion.tail(tail, t.among() * share, t.factor());
  }
}
