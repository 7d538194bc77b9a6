package org.assay.estimate;

import java.util.ArrayList;
import java.util.List;
import org.assay.compare.Multiplicity;
import org.assay.data.Gradings;
import org.assay.internal.Check;
import org.assay.internal.Normal;
import org.assay.internal.Root;

/**
 * Which pairs of assessors give the <em>same wrong</em> grades more often than the difficulty of
 * the items explains.
 *
 * <p>Agreement proves nothing: two who grade well agree. Only items with a reference grade count,
 * and on these only wrong grades. For a pair, items are put into strata of stream, reference grade,
 * how many others graded the item and how many of them were wrong; within a stratum, and for each
 * wrong grade, the items on which both gave it have a hypergeometric law when the two grade
 * independently and the stratum's items are equally hard.
 *
 * <p>They are not equally hard, so that everybody shares wrong grades to some degree. How much is
 * seen in all other pairs: the odds ratio at which their shared wrong grades are as many as
 * expected. A pair is tested at the upper limit of that ratio (at 1 - {@value #LIMIT_RISK}, which
 * is added to p; the limit is widened by how unevenly the others share), so that it is named only
 * where it shares more than pairs of colleagues do. p-values are adjusted by Holm's method over all
 * pairs tested.
 *
 * <p><b>What it means.</b> Two are not independent on these items; nothing says why. They may sit
 * side by side, have been taught by the same person, share a queue that nobody else has, or look at
 * the same earlier grade. It is a reason to look at how the gradings are made, never evidence
 * against anybody, and not for publication.
 *
 * <p><b>Cost.</b> O(r²) for an item with r gradings, then a convolution per pair; with more than
 * {@value #MANY} pairs the ratio of all pairs serves for each, one pair being no part of it to
 * speak of. Immutable and thread-safe.
 *
 * <p><b>Source.</b> For conditioning on margins within strata of difficulty: Wollack (1997),
 * Applied Psychological Measurement 21, 307-320, who compares answer copying with the same idea;
 * Cornfield (1956), Proc. Third Berkeley Symposium 4, 135-148, for the law. For the limit of a
 * nuisance parameter: Berger and Boos (1994), JASA 89, 1012-1016.
 *
 * @param pairs every pair that was tested, by code of the first and then of the second
 * @param untested pairs with common items, but fewer than {@value #LEAST_ITEMS} with a reference,
 *     or no wrong grade that both gave on any
 * @param confidence one less the chance that any pair is named where all grade independently
 */
public record IndependenceScreen(List<Pair> pairs, long untested, double confidence) {
  /** No pair with fewer common items is tested. */
  public static final int LEAST_ITEMS = 50;

  /** In place of a grade: the item has no reference. */
  public static final int NO_REFERENCE = -1;

  static final double LIMIT_RISK = 1e-5;
  static final int MANY = 500;

  private static final double LARGEST_LOG_ODDS = 20;
  private static final int NONE = -1; // no pair is left out

  public IndependenceScreen {
    pairs = List.copyOf(pairs);
  }

  /**
   * Two assessors.
   *
   * @param first code of one
   * @param second code of the other, larger
   * @param items that both graded and that have a reference
   * @param shared of them, on which both gave the same wrong grade
   * @param expected how many colleagues as alike as the others are would share in their place
   * @param pValue that they share so many or more, at the upper limit of what others share
   * @param adjusted the same, adjusted for the number of pairs
   */
  public record Pair(
      int first,
      int second,
      long items,
      long shared,
      double expected,
      double pValue,
      double adjusted) {}

  /**
   * Screens the pairs of a table.
   *
   * @param gradings of an item the first by each assessor counts, by time or else by row
   * @param reference by code of the item a code of the scheme, or {@link #NO_REFERENCE}
   * @param confidence in (0, 1), for example 0.95
   * @return every pair tested
   * @throws IllegalArgumentException if reference is of another length or holds a code that is not
   *     of the scheme
   */
  public static IndependenceScreen of(Gradings gradings, int[] reference, double confidence) {
    Check.openUnit("confidence", confidence);
    int items = gradings.item().ids().size();
    if (reference.length != items) {
      throw new IllegalArgumentException(
          "reference must have one entry per item, " + items + ", got " + reference.length);
    }
    for (int item = 0; item < items; item++) {
      Check.range(
          "reference of item " + item,
          NO_REFERENCE,
          gradings.scheme().size() - 1L,
          reference[item]);
    }
    return screen(new SharedErrors(gradings, reference), confidence);
  }

  private static IndependenceScreen screen(SharedErrors errors, double confidence) {
    List<SharedErrors.PairCount> tested =
        errors.pairs().stream()
            .filter(p -> p.items() >= LEAST_ITEMS && p.law().maximum() > p.law().minimum())
            .toList();
    double shared = tested.stream().mapToDouble(SharedErrors.PairCount::shared).sum();
    Others all = Others.of(tested, NONE, shared);
    double[] p = new double[tested.size()];
    double[] expected = new double[tested.size()];
    for (int i = 0; i < p.length; i++) {
      SharedErrors.PairCount pair = tested.get(i);
      Others others = tested.size() > MANY ? all : Others.of(tested, i, shared - pair.shared());
      expected[i] = pair.law().moments(Math.exp(others.logOdds()))[0];
      p[i] =
          Math.min(
              1, pair.law().atLeast(pair.shared(), Math.exp(others.upperLogOdds())) + LIMIT_RISK);
    }
    double[] adjusted = Multiplicity.HOLM.adjust(p);
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      SharedErrors.PairCount pair = tested.get(i);
      pairs.add(
          new Pair(
              pair.first(),
              pair.second(),
              pair.items(),
              pair.shared(),
              expected[i],
              p[i],
              adjusted[i]));
    }
    return new IndependenceScreen(pairs, (long) errors.pairs().size() - tested.size(), confidence);
  }

  /**
   * The pairs that share more wrong grades than colleagues do.
   *
   * @return those whose adjusted p is at most 1 - confidence
   */
  public List<Pair> notIndependent() {
    return pairs.stream()
        .filter(pair -> Multiplicity.isRejected(pair.adjusted(), 1 - confidence))
        .toList();
  }

  /** How much pairs share, as an odds ratio: at least that of independence. */
  private record Others(double logOdds, double upperLogOdds) {
    static Others of(List<SharedErrors.PairCount> pairs, int without, double shared) {
      double[] atOne = moments(pairs, without, 0);
      double log = 0;
      if (shared > atOne[0]) {
        log =
            moments(pairs, without, LARGEST_LOG_ODDS)[0] <= shared
                ? LARGEST_LOG_ODDS
                : Root.between(x -> moments(pairs, without, x)[0] - shared, 0, LARGEST_LOG_ODDS);
      }
      double variance = moments(pairs, without, log)[1];
      double z = Normal.upper(LIMIT_RISK);
      double upper =
          variance > 0
              ? log + z * Math.sqrt(spread(pairs, without, log) / variance)
              : LARGEST_LOG_ODDS;
      return new Others(log, Math.min(LARGEST_LOG_ODDS, upper));
    }

    private static double[] moments(
        List<SharedErrors.PairCount> pairs, int without, double logOdds) {
      double[] sums = new double[2];
      for (int i = 0; i < pairs.size(); i++) {
        if (i != without) {
          double[] own = pairs.get(i).law().moments(Math.exp(logOdds));
          sums[0] += own[0];
          sums[1] += own[1];
        }
      }
      return sums;
    }

    // By how much the pairs differ from one another more than chance lets them; at least 1.
    private static double spread(List<SharedErrors.PairCount> pairs, int without, double logOdds) {
      double sum = 0;
      int count = 0;
      for (int i = 0; i < pairs.size(); i++) {
        double[] own = pairs.get(i).law().moments(Math.exp(logOdds));
        if (i != without && own[1] > 0) {
          double off = pairs.get(i).shared() - own[0];
          sum += off * off / own[1];
          count++;
        }
      }
      return count > 1 ? Math.max(1, sum / (count - 1)) : 1;
    }
  }
}
