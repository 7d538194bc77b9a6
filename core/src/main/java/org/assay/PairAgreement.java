package org.assay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.assay.agreement.AgreementEstimate;
import org.assay.agreement.BrennanPrediger;
import org.assay.agreement.CohenKappa;
import org.assay.agreement.GwetAc;
import org.assay.agreement.KrippendorffAlpha;
import org.assay.agreement.PercentAgreement;
import org.assay.agreement.ScottPi;
import org.assay.agreement.Weights;
import org.assay.agreement.Weights.WeightScheme;
import org.assay.count.ConfusionMatrix;
import org.assay.count.ConfusionTable;
import org.assay.count.RatingPatterns;
import org.assay.data.GradingScheme;

/**
 * How well two raters agree, or one rater and a reference.
 *
 * @param table what was counted; rows are the first's grades
 * @param coefficients grades agreeing or not; each with standard error, interval and cautions,
 *     undefined without a pair
 * @param weighted the same with quadratic weights; empty unless there are three grades or more and
 *     their order was given
 */
public record PairAgreement(
    ConfusionTable table, List<AgreementEstimate> coefficients, List<AgreementEstimate> weighted) {

  public PairAgreement {
    Objects.requireNonNull(table, "table");
    coefficients = List.copyOf(coefficients);
    weighted = List.copyOf(weighted);
  }

  static PairAgreement of(ConfusionMatrix pairs, GradingScheme scheme) {
    boolean isWeighted = scheme.isOrdered() && scheme.size() > 2; // of two all weights are the same
    return new PairAgreement(
        pairs.table(scheme.grades()),
        estimates(pairs, Weights.identity(scheme.size())),
        isWeighted ? estimates(pairs, WeightScheme.QUADRATIC.of(scheme.scores())) : List.of());
  }

  private static List<AgreementEstimate> estimates(ConfusionMatrix pairs, Weights weights) {
    RatingPatterns patterns = patterns(pairs);
    return List.of(
        PercentAgreement.with(weights).estimate(patterns),
        CohenKappa.with(weights).estimate(pairs),
        ScottPi.with(weights).estimate(pairs),
        BrennanPrediger.with(weights).estimate(patterns),
        GwetAc.with(weights).estimate(patterns),
        KrippendorffAlpha.with(weights).estimate(patterns));
  }

  private static RatingPatterns patterns(ConfusionMatrix pairs) {
    RatingPatterns patterns = RatingPatterns.create(pairs.grades());
    for (int r = 0; r < pairs.grades(); r++) {
      for (int g = 0; g < pairs.grades(); g++) {
        int[] counts = new int[pairs.grades()];
        counts[r]++;
        counts[g]++;
        patterns.add(counts, pairs.count(r, g));
      }
    }
    return patterns;
  }

  /**
   * The same pairs over grades in their order, those that nobody gave included.
   *
   * @param ordered labels in order, among them all that were seen
   * @return the agreement, with weighted coefficients where there are three grades or more
   * @throws IllegalArgumentException if a label that was seen is not among them
   */
  public PairAgreement grades(String... ordered) {
    GradingScheme scheme = GradingScheme.ordered(ordered);
    ConfusionMatrix pairs = ConfusionMatrix.create(scheme.size());
    List<String> seen = table.grades();
    for (int r = 0; r < seen.size(); r++) {
      for (int g = 0; g < seen.size(); g++) {
        pairs.add(
            scheme.codeOf(seen.get(r)), scheme.codeOf(seen.get(g)), table.counts().get(r).get(g));
      }
    }
    return of(pairs, scheme);
  }

  /**
   * An unweighted coefficient by its name.
   *
   * @param name {@code percentAgreement}, {@code cohenKappa}, {@code scottPi}, {@code
   *     brennanPrediger}, {@code gwetAC} or {@code krippendorffAlpha}
   * @return the estimate
   * @throws IllegalArgumentException if there is no such coefficient
   */
  public AgreementEstimate coefficient(String name) {
    return find(coefficients, name);
  }

  private static AgreementEstimate find(List<AgreementEstimate> estimates, String name) {
    var names = new ArrayList<String>();
    for (AgreementEstimate estimate : estimates) {
      if (estimate.coefficient().equals(name)) {
        return estimate;
      }
      names.add(estimate.coefficient());
    }
    throw new IllegalArgumentException("coefficient must be one of " + names + ", got " + name);
  }

  /**
   * The share of pairs that agree.
   *
   * @return percent agreement as a proportion
   */
  public AgreementEstimate percentAgreement() {
    return coefficient("percentAgreement");
  }

  /**
   * Cohen's kappa, unweighted.
   *
   * @return the estimate
   */
  public AgreementEstimate cohenKappa() {
    return coefficient("cohenKappa");
  }

  /**
   * Cohen's kappa with quadratic weights.
   *
   * @return the estimate
   * @throws IllegalArgumentException unless three grades or more were given in order
   */
  public AgreementEstimate weightedKappa() {
    if (weighted.isEmpty()) {
      throw new IllegalArgumentException(
          "grades must be given in order by grades(...), three or more, got "
              + table.grades()
              + " as they were seen");
    }
    return find(weighted, "cohenKappa");
  }

  /**
   * Gwet's AC1.
   *
   * @return the estimate
   */
  public AgreementEstimate gwetAc1() {
    return coefficient("gwetAC");
  }

  /**
   * Krippendorff's alpha for nominal data.
   *
   * @return the estimate
   */
  public AgreementEstimate krippendorffAlpha() {
    return coefficient("krippendorffAlpha");
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s; %s", percentAgreement(), cohenKappa());
  }
}
