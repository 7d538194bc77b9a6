package org.assay.needs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assay.compare.Multiplicity;
import org.assay.estimate.CheckCell;
import org.assay.internal.Risk;

/**
 * Problems of the guideline, told apart from personal ones: mix-ups whose share among the items of
 * a reference grade is shown to be at least a given one, and which at least two thirds of the
 * people make at that rate.
 *
 * <p>Shares are weighted by the design ({@link WeightedTally}); their p-values are those of a
 * binomial count of the effective number of checks, Benjamini and Hochberg over every pair of
 * grades whose reference grade has {@value TrainingNeeds#LEAST_CHECKS} checks. A person's share is
 * drawn towards that of all by the part of the differences that is chance. Checks in sight of the
 * grade find less and count like the others, which makes shares smaller than they are.
 */
final class GuidelineNeeds {
  private static final double LEAST_BREADTH = 2.0 / 3;

  private GuidelineNeeds() {}

  static List<GuidelineNeed> of(
      List<CheckCell> cells, List<PeerGroup> people, int grades, NeedOptions options) {
    if (people.size() < 2) {
      return List.of();
    }
    Map<Integer, Integer> places = new HashMap<>();
    people.forEach(g -> places.put(g.code(), places.size()));
    List<CheckCell> used =
        cells.stream().filter(c -> !c.pending() && places.containsKey(c.assessor())).toList();
    long[] checks = new long[grades];
    double[] weights = new double[grades];
    double[][] found = new double[grades][grades];
    for (CheckCell c : used) {
      double weight = c.count() / c.probability();
      checks[c.reference()] += c.count();
      weights[c.reference()] += weight;
      found[c.reference()][c.grade()] += weight;
    }
    List<List<WeightedTally>> frequent = new ArrayList<>(); // by reference grade
    int pairs = 0;
    for (int r = 0; r < grades; r++) {
      List<WeightedTally> above = new ArrayList<>();
      frequent.add(above);
      if (checks[r] >= TrainingNeeds.LEAST_CHECKS) {
        pairs += grades - 1;
        for (int g = 0; g < grades; g++) {
          if (g != r && found[r][g] > options.guidelineShare() * weights[r]) {
            above.add(new WeightedTally(r, g, places.size()));
          }
        }
      }
    }
    for (CheckCell c : used) {
      for (WeightedTally t : frequent.get(c.reference())) {
        t.add(places.get(c.assessor()), c.grade() == t.grade(), 1 / c.probability(), c.count());
      }
    }
    return selected(frequent.stream().flatMap(List::stream).toList(), pairs, options);
  }

  private static List<GuidelineNeed> selected(
      List<WeightedTally> above, int pairs, NeedOptions options) {
    double[] pValues = new double[pairs];
    Arrays.fill(pValues, 1); // of those that are not above the share
    for (int i = 0; i < above.size(); i++) {
      pValues[i] = above.get(i).pValue(options.guidelineShare());
    }
    double[] adjusted = Multiplicity.BENJAMINI_HOCHBERG.adjust(pValues);
    List<GuidelineNeed> needs = new ArrayList<>();
    for (int i = 0; i < above.size(); i++) {
      GuidelineNeed.Breadth breadth = above.get(i).breadth(options.guidelineShare());
      if (Risk.isAtMost(adjusted[i], options.falseDiscoveryRate())
          && breadth.above() >= LEAST_BREADTH * breadth.people()) {
        double chance = options.falseDiscoveryRate() * needed(adjusted, options) / pairs;
        needs.add(need(above.get(i), adjusted[i], breadth, 1 - chance));
      }
    }
    return needs;
  }

  private static long needed(double[] adjusted, NeedOptions options) {
    return Arrays.stream(adjusted)
        .filter(p -> Risk.isAtMost(p, options.falseDiscoveryRate()))
        .count();
  }

  private static GuidelineNeed need(
      WeightedTally t, double adjusted, GuidelineNeed.Breadth breadth, double confidence) {
    return new GuidelineNeed(
        t.reference(),
        t.grade(),
        t.errors(),
        t.checks(),
        new GuidelineNeed.Share(t.share(), t.lower(confidence), confidence),
        adjusted,
        breadth);
  }
}
