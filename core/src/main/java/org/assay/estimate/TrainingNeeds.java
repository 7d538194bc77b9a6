package org.assay.estimate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.assay.internal.Check;
import org.assay.internal.Risk;

/**
 * Who errs more than the others in the same streams beyond what chance explains, and at which
 * boundary of the scheme.
 *
 * <p><b>Promise.</b> Where nobody differs, the chance that anybody is named is at most {@code
 * falseNameProbability}; and so is the chance that anybody is named wrongly, or a boundary tied to
 * somebody wrongly, where some differ. It is shared out equally among all who could be compared
 * before any error is looked at: those with at least {@value #LEAST_CHECKS} checks in streams and
 * grades in which others were checked, too.
 *
 * <p><b>Test.</b> Conditional on the checks and errors of each stratum, an assessor's errors have
 * an exact law, a sum of independent hypergeometric counts, whatever the rate is in each stratum.
 * Strata are stream, kind of check and reference grade; where gradings were chosen for a check by
 * the grade they were given, the grade given in place of the reference grade, so that no weights
 * are needed. Blind checks stand beside blind ones and those in sight of the grade beside their
 * like, so that all of them count though they find different shares. With a share of .8 of an
 * assessor's part all errors are tested, with the rest every mix-up of the scheme that its margins
 * could show (Tarone). Of somebody named, mix-ups are then tested with the whole part (Holm).
 *
 * <p><b>Errors that cluster.</b> The law is widened by the variance between periods of the same
 * person ({@link Overdispersion}); with a single period this cannot be seen, and the promise is
 * that of independent checks.
 *
 * <p><b>What it cannot tell.</b> Harder items within a stream, a stricter officer, or more
 * deference to the grade in sight, for one person only, and an error that all make.
 *
 * <p><b>Cost.</b> One pass over the cells, then for each assessor and mix-up a convolution over
 * strata.
 *
 * <p><b>Source.</b> Tarone (1990), Biometrics 46, 515-522; Holm (1979), Scandinavian Journal of
 * Statistics 6, 65-70; Meinshausen (2008), Biometrika 95, 265-278, for testing downwards.
 *
 * <p>Immutable and thread-safe.
 */
public final class TrainingNeeds {
  /** Nobody with fewer comparable checks is compared. */
  public static final int LEAST_CHECKS = 50;

  private static final double SHARE_OF_ALL_ERRORS = 0.8;

  private final PeerChecks checks;
  private final List<PeerComparison> comparisons;
  private final List<Few> few;
  private final double falseNameProbability;

  /**
   * Somebody with too few checks to be compared.
   *
   * @param assessor code of the assessor
   * @param checked checks in streams and grades in which others were checked, too
   */
  public record Few(int assessor, long checked) {}

  private TrainingNeeds(PeerChecks checks, int grades, double falseNameProbability) {
    this.checks = checks;
    this.falseNameProbability = falseNameProbability;
    List<Integer> compared = new ArrayList<>();
    List<Few> rest = new ArrayList<>();
    for (int a : checks.assessors()) {
      long n = checks.comparable(a);
      if (n >= LEAST_CHECKS) {
        compared.add(a);
      } else {
        rest.add(new Few(a, n));
      }
    }
    double part = falseNameProbability / Math.max(1, compared.size());
    this.few = List.copyOf(rest);
    this.comparisons = compared.parallelStream().map(a -> compare(a, grades, part)).toList();
  }

  /**
   * Compares everybody with the others.
   *
   * @param cells random checks of every kind, by periods within which errors may cluster (weeks)
   * @param grades number of grades of the scheme, at least 1
   * @param falseNameProbability chance that somebody is named where nobody differs, in (0, 1)
   * @return the comparisons
   */
  public static TrainingNeeds of(List<CheckCell> cells, int grades, double falseNameProbability) {
    Check.atLeast("grades", 1, grades);
    Check.openUnit("falseNameProbability", falseNameProbability);
    return new TrainingNeeds(new PeerChecks(cells, grades), grades, falseNameProbability);
  }

  /** One mix-up of an assessor. */
  private record MixUp(int reference, int grade, PeerChecks.Counts counts, double tail) {}

  private PeerComparison compare(int assessor, int grades, double part) {
    PeerChecks.Counts all = checks.errors(assessor);
    double factor = checks.varianceFactor(assessor);
    double level = SHARE_OF_ALL_ERRORS * part;
    boolean isAbove = Risk.isAtMost(tail(all, all.found(), factor), level);
    List<MixUp> mixUps = testable(assessor, grades, factor, (1 - SHARE_OF_ALL_ERRORS) * part);
    boolean isNamed =
        isAbove
            || mixUps.stream()
                .anyMatch(
                    m -> Risk.isAtMost(m.tail(), (1 - SHARE_OF_ALL_ERRORS) * part / mixUps.size()));
    return new PeerComparison(
        assessor,
        all.checked(),
        all.found(),
        all.expected(),
        limit(all, factor, level),
        1 - level,
        factor,
        isAbove,
        isNamed ? confirmed(testable(assessor, grades, factor, part), factor, part) : List.of());
  }

  private static double mean(PeerChecks.Counts counts) {
    return counts.law().mean();
  }

  private static double tail(PeerChecks.Counts counts, long found, double factor) {
    return Overdispersion.tail(counts.law().atLeast(found, 1), mean(counts), factor);
  }

  private static double limit(PeerChecks.Counts counts, double factor, double level) {
    return counts
        .law()
        .lowerOddsRatio(counts.found(), Overdispersion.exactTail(level, mean(counts), factor));
  }

  // The mix-ups that could be found at their share of a level, whatever the errors: their number is
  // the smallest k such that at most k could be at level / k. It depends on margins alone.
  private List<MixUp> testable(int assessor, int grades, double factor, double level) {
    List<MixUp> all = new ArrayList<>();
    List<Double> least = new ArrayList<>();
    for (int reference = 0; reference < grades; reference++) {
      for (int grade = 0; grade < grades; grade++) {
        if (reference == grade) {
          continue;
        }
        PeerChecks.Counts counts = checks.mixUps(assessor, reference, grade);
        if (counts.law().maximum() > counts.law().minimum()) {
          all.add(new MixUp(reference, grade, counts, tail(counts, counts.found(), factor)));
          least.add(tail(counts, counts.law().maximum(), factor));
        }
      }
    }
    int k = 1;
    while (countUpTo(least, level / k) > k) {
      k++;
    }
    List<MixUp> testable = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (Risk.isAtMost(least.get(i), level / k)) {
        testable.add(all.get(i));
      }
    }
    return testable;
  }

  private static int countUpTo(List<Double> values, double limit) {
    return (int) values.stream().filter(v -> Risk.isAtMost(v, limit)).count();
  }

  private static List<BoundaryExcess> confirmed(List<MixUp> mixUps, double factor, double level) {
    List<MixUp> sorted = new ArrayList<>(mixUps);
    sorted.sort(Comparator.comparingDouble(MixUp::tail));
    List<BoundaryExcess> confirmed = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      MixUp m = sorted.get(i);
      double own = level / (sorted.size() - i);
      if (!Risk.isAtMost(m.tail(), own)) {
        break;
      }
      confirmed.add(
          new BoundaryExcess(
              m.reference(),
              m.grade(),
              m.counts().found(),
              m.counts().checked(),
              m.counts().expected(),
              limit(m.counts(), factor, own),
              1 - own));
    }
    return confirmed;
  }

  /**
   * Everybody who could be compared.
   *
   * @return sorted by code
   */
  public List<PeerComparison> comparisons() {
    return comparisons;
  }

  /**
   * Everybody with checks who could not.
   *
   * @return sorted by code
   */
  public List<Few> few() {
    return few;
  }

  /**
   * The promise.
   *
   * @return chance that anybody is named where nobody differs
   */
  public double falseNameProbability() {
    return falseNameProbability;
  }

  /**
   * Whether shares are taken of the checks with one grade given, since gradings were chosen by it,
   * and not of those with one reference grade.
   *
   * @return true for a sample chosen by the grade given
   */
  public boolean isByGrade() {
    return checks.isByGrade();
  }

  /**
   * How errors of a period go together.
   *
   * @return what the comparisons allow for
   */
  public Overdispersion overdispersion() {
    return checks.overdispersion();
  }

  /**
   * One assessor's errors beside those of the others in the same streams.
   *
   * @param assessor code of the assessor
   * @param checked checks in streams and grades in which others were checked, too
   * @param errors among them
   * @param expected errors that the others' shares give in the same checks
   * @param oddsRatioAtLeast lower limit of the odds of an error over the others' odds
   * @param confidence of the limit, one-sided: allows for everybody compared
   * @param varianceFactor by how much the variance of errors is taken to be larger than with
   *     independent checks, at least 1
   * @param above whether there are more errors than chance explains: the limit is above 1
   * @param boundaries mix-ups shown to be more frequent than among the others, the clearest first;
   *     none unless the assessor is named
   */
  public record PeerComparison(
      int assessor,
      long checked,
      long errors,
      double expected,
      double oddsRatioAtLeast,
      double confidence,
      double varianceFactor,
      boolean above,
      List<BoundaryExcess> boundaries) {
    public PeerComparison {
      boundaries = List.copyOf(boundaries);
    }

    /**
     * Whether the assessor is named as erring more than the others, in all or at a boundary.
     *
     * @return true for at most the promised share of teams in which nobody differs
     */
    public boolean named() {
      return above || !boundaries.isEmpty();
    }
  }

  /**
   * A mix-up that one assessor makes more often than the others.
   *
   * @param reference code of the reference grade
   * @param grade code of the grade given
   * @param found how often it was found
   * @param checked checks it could have been found in: those with this reference grade, or, where
   *     the sample was chosen by the grade given, those with this grade
   * @param expected how often it would have been found with the others' shares in the same streams
   * @param oddsRatioAtLeast lower limit of the odds of it over the others' odds, above 1; the limit
   *     of the test that found it
   * @param confidence of the limit, one-sided
   */
  public record BoundaryExcess(
      int reference,
      int grade,
      long found,
      long checked,
      double expected,
      double oddsRatioAtLeast,
      double confidence) {}
}
