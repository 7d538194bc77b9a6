package org.assay.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assay.internal.GammaSampler;

/**
 * Populations that may be behind counted patterns: a Dirichlet process whose prior has the mass of
 * 1.2 items, 0.4 of them unanimous.
 *
 * <pre>{@code
 * weight of a pattern seen n times:  Gamma(n)
 * weight of all that was not seen:   Gamma(1.2), broken into pieces V, V (1 - V), ... of PriorItems
 * V:                                 Beta(1, 1.2)
 * }</pre>
 *
 * For the table of two raters that is a Dirichlet distribution with a prior of total mass 1.2 over
 * the cells. The mass does not grow with the grades or the raters: a prior with a mass a cell
 * drowns small samples of many grades. The random numbers are pinned, so that the same counts give
 * the same populations.
 *
 * <p><b>Source.</b> Ferguson (1973), Annals of Statistics 1, 209-230; Sethuraman (1994), Statistica
 * Sinica 4, 639-650, for the pieces; Perks (1947), Journal of the Institute of Actuaries 73,
 * 285-334, for a prior of mass 1.
 */
final class Dirichlet {
  private static final long SEED = 0x5DEECE66DL;
  private static final double MASS = 1.2;
  private static final int PIECES = 7; // the last takes what is left, (6/11)^6 or 1/38 on average

  private final long[] counts;
  private final List<int[]> like = new ArrayList<>(); // pairable patterns
  private final double[] cumulative; // number of items up to each of them
  private final GammaSampler random = new GammaSampler(SEED);
  private final PriorItem item;

  /**
   * Prepares the draws.
   *
   * @param vectors patterns of items
   * @param counts how many items have each
   * @param pairable whether a pattern has two ratings: unseen items have the shapes of these
   * @param grades number of grades
   */
  Dirichlet(List<int[]> vectors, long[] counts, boolean[] pairable, int grades) {
    this.counts = counts.clone();
    this.item = new PriorItem(random, grades);
    double[] sums = new double[vectors.size()];
    double sum = 0;
    for (int v = 0; v < counts.length; v++) {
      if (pairable[v]) {
        sum += counts[v];
        sums[like.size()] = sum;
        like.add(vectors.get(v));
      }
    }
    cumulative = Arrays.copyOf(sums, like.size());
  }

  /**
   * Draws a population.
   *
   * @param weights receives the weight of each pattern
   * @param shape makes an unseen item like a pattern that was seen
   * @param unseen receives unseen items with their weights
   */
  void draw(double[] weights, Shape shape, Unseen unseen) {
    for (int v = 0; v < counts.length; v++) {
      weights[v] = random.sample((double) counts[v]);
    }
    double rest = random.sample(MASS);
    for (int piece = 0; piece < PIECES; piece++) {
      double left = piece == PIECES - 1 ? 0 : left();
      unseen.add(shape.like(anyPairable(), item.next()), rest * (1 - left));
      rest *= left;
    }
  }

  /** Beta(1.2, 1): a uniform variable to the power of 1 / 1.2 = 1 / 2 + 1 / 3. */
  private double left() {
    double u = random.uniform();
    return Math.sqrt(u) * StrictMath.cbrt(u);
  }

  private int[] anyPairable() {
    double at = random.uniform() * cumulative[cumulative.length - 1];
    int place = Arrays.binarySearch(cumulative, at);
    return like.get(Math.min(like.size() - 1, place < 0 ? -place - 1 : place + 1));
  }

  /** Takes an unseen item. */
  @FunctionalInterface
  interface Unseen {
    void add(int[] vector, double weight);
  }

  /** Makes an unseen item with the raters of one that was seen. */
  @FunctionalInterface
  interface Shape {
    int[] like(int[] seen, PriorItem item);
  }
}
