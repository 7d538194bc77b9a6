package org.assay.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleConsumer;
import java.util.function.IntPredicate;
import org.assay.agreement.Weights.WeightScheme;
import org.assay.count.ConfusionCube;
import org.assay.count.RatingPatterns;
import org.assay.count.SharedGradings;
import org.assay.data.GradingScheme;
import org.assay.data.Gradings;

/**
 * How well the assessors of a table of gradings agree with one another, without any reference.
 *
 * <pre>{@code
 * Agreement agreement = Agreement.of(gradings);
 * agreement.coefficient("fleissKappa"); // over all items that two assessors or more graded
 * agreement.pairs(); // everybody with everybody
 * agreement.againstOthers(); // each with all others who graded the same items
 * agreement.repeats(); // each with themselves, where an item was repeated
 * }</pre>
 *
 * <p>Only items that two assessors or more graded count between assessors, for chance agreement,
 * too (irrCAC takes the grades' shares from all items); which items those are is the design's
 * affair, and agreement on overlap that was chosen for its difficulty is not that of the work. An
 * assessor counts once per item, by the first grading. Where the grades are ordered, the weighted
 * coefficients stand beside the unweighted ones; weights are those of the scores.
 *
 * <p>Nobody is ranked: rows come in the order of the assessors' codes.
 *
 * @param items items of the table, shared or not
 * @param gradings gradings of the table
 * @param sharedItems items that two assessors or more graded
 * @param sharedGradings first gradings of those items
 * @param coefficients of all shared items, grades agreeing or not
 * @param weighted the same with quadratic weights; empty unless the scheme has three ordered grades
 *     or more
 * @param pairs kappa of each pair of assessors with enough items in common
 * @param againstOthers kappa of each assessor with the others
 * @param repeats agreement of each assessor's first grading of an item with the next
 */
public record Agreement(
    long items,
    long gradings,
    long sharedItems,
    long sharedGradings,
    List<AgreementEstimate> coefficients,
    List<AgreementEstimate> weighted,
    TeamAgreement.Comparisons pairs,
    TeamAgreement.Comparisons againstOthers,
    TeamAgreement.Comparisons repeats) {
  /** Most assessors for whom chance agreement by assessor (Conger's kappa) is computed. */
  private static final int MOST_COLUMNS = 30;

  public Agreement {
    coefficients = List.copyOf(coefficients);
    weighted = List.copyOf(weighted);
    Objects.requireNonNull(pairs, "pairs");
    Objects.requireNonNull(againstOthers, "againstOthers");
    Objects.requireNonNull(repeats, "repeats");
  }

  /**
   * The agreement of a whole table, as {@link #standard} compares.
   *
   * @param gradings each row once
   * @return undefined coefficients where nobody shares an item
   */
  public static Agreement of(Gradings gradings) {
    return of(gradings, row -> true, standard(gradings.scheme()));
  }

  /**
   * The agreement of a part of a table.
   *
   * @param gradings each row once
   * @param included whether a row belongs to the part: a unit, a stream, a period
   * @param how weights, intervals, multiplicity and the fewest common items of a comparison
   * @return undefined coefficients where nobody shares an item
   */
  public static Agreement of(Gradings gradings, IntPredicate included, TeamAgreement how) {
    return of(gradings, included, how, share -> {});
  }

  /**
   * The same for somebody who waits.
   *
   * @param gradings each row once
   * @param included whether a row belongs to the part: a unit, a stream, a period
   * @param how weights, intervals, multiplicity and the fewest common items of a comparison
   * @param progress receives the share of the pairs of assessors that is done, now and then
   * @return undefined coefficients where nobody shares an item
   */
  public static Agreement of(
      Gradings gradings, IntPredicate included, TeamAgreement how, DoubleConsumer progress) {
    SharedGradings shared = SharedGradings.of(gradings, included);
    GradingScheme scheme = gradings.scheme();
    RatingPatterns patterns = shared.patterns();
    ConfusionCube repeats = shared.repeats();
    return new Agreement(
        shared.items(),
        shared.gradings(),
        patterns.snapshot().items(),
        gradings(patterns),
        coefficients(Weights.identity(scheme.size()), shared, patterns, how.inference()),
        scheme.isOrdered() && scheme.size() > 2 // of two grades all weights are the same
            ? coefficients(
                WeightScheme.QUADRATIC.of(scheme.scores()), shared, patterns, how.inference())
            : List.of(),
        how.pairs(shared.pairs(), progress),
        how.againstRest(shared.peers()),
        how.againstReference(shared.assessors(), repeats::ofAssessor));
  }

  /**
   * Kappa with limits from the posterior, weighted (quadratic) where grades are ordered; 20 common
   * items; p-values two-sided against 0, adjusted by Holm.
   *
   * @param scheme of the gradings
   * @return how {@link #of(Gradings)} compares
   */
  public static TeamAgreement standard(GradingScheme scheme) {
    TeamAgreement unweighted = TeamAgreement.standard(scheme.size());
    TeamAgreement how =
        new TeamAgreement(
            unweighted.weights(),
            posterior(),
            unweighted.minimumItems(),
            unweighted.hypothesised(),
            unweighted.alternative(),
            unweighted.multiplicity());
    return scheme.isOrdered() ? how.withWeights(WeightScheme.QUADRATIC.of(scheme.scores())) : how;
  }

  private static Inference posterior() {
    return Inference.standard().withInterval(Inference.IntervalKind.POSTERIOR);
  }

  private static long gradings(RatingPatterns patterns) {
    var distinct = patterns.snapshot();
    long sum = 0;
    for (int v = 0; v < distinct.size(); v++) {
      for (int count : distinct.vector(v)) {
        sum = Math.addExact(sum, count * distinct.count(v));
      }
    }
    return sum;
  }

  private static List<AgreementEstimate> coefficients(
      Weights weights, SharedGradings shared, RatingPatterns patterns, Inference inference) {
    List<AgreementEstimate> all = new ArrayList<>();
    all.add(PercentAgreement.with(weights).estimate(patterns, inference));
    all.add(BrennanPrediger.with(weights).estimate(patterns, inference));
    all.add(FleissKappa.with(weights).estimate(patterns, inference));
    all.add(GwetAc.with(weights).estimate(patterns, inference));
    all.add(KrippendorffAlpha.with(weights).estimate(patterns, inference));
    if (shared.assessors() > 1 && shared.assessors() <= MOST_COLUMNS) {
      all.add(CongerKappa.with(weights).estimate(shared.rows(MOST_COLUMNS), inference));
    }
    return all;
  }

  /**
   * An unweighted coefficient of all shared items by its name, for example {@code fleissKappa}.
   *
   * @param name see {@link AgreementEstimate#coefficient}
   * @return the estimate
   * @throws IllegalArgumentException if there is no such coefficient
   */
  public AgreementEstimate coefficient(String name) {
    return coefficients.stream()
        .filter(estimate -> estimate.coefficient().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "coefficient must be one of "
                        + coefficients.stream().map(AgreementEstimate::coefficient).toList()
                        + ", got "
                        + name));
  }
}
