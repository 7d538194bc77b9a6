package org.assay.needs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.assay.compare.HierarchicalSelection;
import org.assay.compare.Multiplicity;
import org.assay.estimate.CheckCell;
import org.assay.estimate.FairComparison;
import org.assay.estimate.Overdispersion;
import org.assay.internal.Check;
import org.assay.internal.Risk;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/**
 * Who errs more than the others in the same streams beyond what chance explains, and at which
 * boundary of the scheme; and which mix-ups are everybody's.
 *
 * <p><b>Promise.</b> Where nobody differs, the chance that anybody is named is at most the
 * false-discovery rate q (but for the slight dependence of people compared with each other); where
 * some differ, so large is at most the share of the names, and of the mix-ups of somebody named,
 * that are wrong on average ({@link HierarchicalSelection}). What is {@link Evidence#STRONG} is so
 * even with the chance of any wrong one among all limited to q. Who is compared is settled before
 * any error is looked at: those with at least {@value #LEAST_CHECKS} checks in streams and grades
 * in which others were checked, too, and cohorts of two of them or more.
 *
 * <p><b>Test.</b> Conditional on the checks and errors of each stratum, a person's errors have an
 * exact law, a sum of independent hypergeometric counts, whatever the rate is in each stratum.
 * Strata are stream, kind of check and reference grade; where gradings were chosen for a check by
 * the grade they were given, the grade given in place of the reference grade, so that no weights
 * are needed. Blind checks stand beside blind ones and those in sight of the grade beside their
 * like, so that all of them count though they find different shares. Four fifths of a person's
 * level test all errors, one fifth every mix-up that the margins could show (Tarone).
 *
 * <p><b>Least effect.</b> Nothing is named whose odds ratio (Mantel and Haenszel) is below the
 * least effect: its p-value counts as 1, before anything is selected, so that the promise stays.
 *
 * <p><b>Errors that cluster.</b> The law is widened by the variance between periods of the same
 * person ({@link Overdispersion}), that of a cohort also by the variance between its members; with
 * a single period this cannot be seen, and the promise is that of independent checks.
 *
 * <p><b>What it cannot tell.</b> Harder items within a stream, a stricter officer, or more
 * deference to the grade in sight, for one person only.
 *
 * <p><b>Cost.</b> One pass over the cells; for each person O(own cells and those of the same
 * strata) and, for what is more frequent than among the others, a convolution over strata.
 *
 * <p><b>Source.</b> Tarone (1990), Biometrics 46, 515-522; Benjamini and Bogomolov (2014), JRSS B
 * 76, 297-318; Holm (1979), Scandinavian Journal of Statistics 6, 65-70; Mantel and Haenszel
 * (1959), JNCI 22, 719-748.
 *
 * <p>Immutable and thread-safe.
 */
public final class TrainingNeeds {
  /** Nobody with fewer comparable checks is compared. */
  public static final int LEAST_CHECKS = FairComparison.LEAST_CHECKS;

  private final PeerChecks checks;
  private final NeedOptions options;
  private final List<PeerComparison> comparisons;
  private final List<PeerComparison> cohorts;
  private final List<GuidelineNeed> guideline;
  private final List<Few> few = new ArrayList<>();
  private final long possible;

  /**
   * Somebody with too few checks to be compared.
   *
   * @param assessor code of the assessor
   * @param checked checks in streams and grades in which others were checked, too
   */
  public record Few(int assessor, long checked) {}

  private TrainingNeeds(List<CheckCell> cells, int grades, NeedOptions options) {
    this.options = options;
    this.checks = PeerChecks.of(cells, grades);
    List<PeerGroup> compared = new ArrayList<>();
    for (PeerGroup g : checks.assessors()) {
      long n = checks.errors(g).checked();
      if (n >= LEAST_CHECKS) {
        compared.add(g);
      } else {
        few.add(new Few(g.code(), n));
      }
    }
    List<Cohorts.Cohort> groups = Cohorts.of(checks, compared, options.cohorts());
    List<Suspicion> people =
        compared.parallelStream()
            .map(g -> new Suspicion(checks, g, checks.ownFactor(g), options))
            .toList();
    List<Suspicion> together =
        groups.stream().map(c -> new Suspicion(checks, c.group(), c.factor(), options)).toList();
    List<Suspicion> all = new ArrayList<>(people);
    all.addAll(together);
    HierarchicalSelection selection =
        HierarchicalSelection.of(
            all.stream().mapToDouble(Suspicion::pValue).toArray(), options.falseDiscoveryRate());
    Verdicts verdicts = new Verdicts(selection, options, Shrinkage.of(people));
    List<PeerComparison> made =
        IntStream.range(0, all.size())
            .parallel()
            .mapToObj(i -> verdicts.of(all.get(i), i))
            .toList();
    this.comparisons = made.subList(0, people.size());
    this.cohorts = made.subList(people.size(), made.size());
    this.guideline = GuidelineNeeds.of(cells, compared, grades, options);
    this.possible = all.stream().mapToLong(s -> 1 + s.possible()).sum();
  }

  /**
   * Compares everybody with the others, by the usual options but for one.
   *
   * @param cells random checks of every kind, by periods within which errors may cluster (weeks)
   * @param grades number of grades of the scheme, at least 1
   * @param falseDiscoveryRate q in (0, 1)
   * @return the comparisons
   */
  public static TrainingNeeds of(List<CheckCell> cells, int grades, double falseDiscoveryRate) {
    return of(cells, grades, NeedOptions.usual().withFalseDiscoveryRate(falseDiscoveryRate));
  }

  /**
   * Compares everybody with the others.
   *
   * @param cells random checks of every kind, by periods within which errors may cluster (weeks)
   * @param grades number of grades of the scheme, at least 1
   * @param options what is asked
   * @return the comparisons
   */
  public static TrainingNeeds of(List<CheckCell> cells, int grades, NeedOptions options) {
    Check.atLeast("grades", 1, grades);
    options.requireGrades(grades);
    return new TrainingNeeds(cells, grades, options);
  }

  /** Turns tests into what is said. */
  private record Verdicts(
      HierarchicalSelection selection, NeedOptions options, Shrinkage shrinkage) {
    PeerComparison of(Suspicion s, int place) {
      double level = Suspicion.SHARE_OF_ALL_ERRORS * selection.level();
      double limit = s.limit(s.all(), level);
      Evidence evidence =
          selection.isSelected(place)
              ? strong(selection.familyWise(place)) ? Evidence.STRONG : Evidence.MODERATE
              : limit > 1 ? Evidence.SMALL : Evidence.NOT_DISTINGUISHABLE;
      boolean isAbove = Risk.isAtMost(s.allTail(), level);
      return new PeerComparison(
          s.group().code(),
          excess(s.all(), shrinkage.all(s), limit, level),
          s.factor(),
          new PeerComparison.Tested(s.pValue(), selection.adjusted(place), evidence),
          s.severityExcess() / Math.max(1, s.all().checked()),
          isAbove,
          evidence.names() ? boundaries(s, place) : List.of());
    }

    private boolean strong(double familyWise) {
      return Risk.isAtMost(familyWise, options.falseDiscoveryRate());
    }

    private List<CellNeed> boundaries(Suspicion s, int place) {
      double level = selection.level();
      double[] pValues = s.pValues(level); // those of testable mix-ups without effect are 1
      double[] adjusted = selection.within(pValues);
      double[] holm = Multiplicity.HOLM.adjust(pValues);
      double part = options.falseDiscoveryRate() / selection.families();
      long found = Arrays.stream(adjusted).filter(p -> Risk.isAtMost(p, level)).count();
      List<Suspicion.MixUp> mixUps = s.testable(level);
      List<CellNeed> needs = new ArrayList<>();
      for (int i = 0; i < mixUps.size(); i++) {
        if (Risk.isAtMost(adjusted[i], level)) {
          boolean isStrong = strong(selection.familyWise(place)) && Risk.isAtMost(holm[i], part);
          needs.add(need(s, mixUps.get(i), level * found / pValues.length, adjusted[i], isStrong));
        }
      }
      needs.sort(Comparator.comparingDouble(CellNeed::severityExcess).reversed());
      return needs;
    }

    private CellNeed need(
        Suspicion s, Suspicion.MixUp m, double level, double adjusted, boolean isStrong) {
      double shrunken = shrinkage.cell(m.counts(), s.factor());
      double weight = options.weight(m.reference(), m.grade()) / s.all().checked();
      return new CellNeed(
          m.reference(),
          m.grade(),
          excess(m.counts(), shrunken, s.limit(m.counts(), level), level),
          new PeerComparison.Tested(
              m.pValue(),
              Math.min(1, adjusted * options.falseDiscoveryRate() / selection.level()),
              isStrong ? Evidence.STRONG : Evidence.MODERATE),
          weight * (m.counts().found() - m.counts().expected()),
          weight * (shrunken - m.counts().expected()));
    }

    private static Excess excess(PeerCounts c, double shrunken, double limit, double level) {
      double odds = c.oddsRatio();
      return new Excess(
          c.found(),
          c.checked(),
          c.expected(),
          shrunken,
          Double.isFinite(odds) ? Outcome.of(odds) : Outcome.undefined(Undefined.NO_VARIATION),
          limit,
          1 - level);
    }
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
   * Cohorts that could be compared with everybody outside.
   *
   * @return sorted by code
   */
  public List<PeerComparison> cohorts() {
    return cohorts;
  }

  /**
   * Mix-ups that most make, at least at the share of a reference grade that the options say.
   *
   * @return by reference grade and grade
   */
  public List<GuidelineNeed> guideline() {
    return guideline;
  }

  /**
   * Everybody with checks who could not be compared.
   *
   * @return sorted by code
   */
  public List<Few> few() {
    return List.copyOf(few);
  }

  /**
   * What was asked.
   *
   * @return the options
   */
  public NeedOptions options() {
    return options;
  }

  /**
   * How many comparisons were possible: of all errors, and of every mix-up that could have shown.
   *
   * @return at least 0
   */
  public long possible() {
    return possible;
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
}
