package org.assay.estimate;

import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.assay.agreement.CohenKappa;
import org.assay.agreement.GwetAc;
import org.assay.agreement.Weights;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;
import org.assay.estimate.DesignAgreement.Estimate;
import org.assay.result.Interval;

/** Tables of blind checks, and kappa and AC1 of them at 95 %. */
final class CheckedAgreement {
  private CheckedAgreement() {}

  static CheckCell cell(int stratum, double probability, int reference, int grade, long n) {
    return new CheckCell(
        0,
        0,
        0,
        0,
        stratum,
        Blindness.BLIND,
        SelectionMethod.SRS,
        CheckCell.ALONE,
        probability,
        reference,
        grade,
        n);
  }

  static DesignAgreement of(List<CheckCell> cells, int grades, Blindness basis) {
    Weights weights = Weights.identity(grades);
    return DesignAgreement.of(
        cells,
        CheckWeights.of(cells, basis),
        List.of(CohenKappa.with(weights), GwetAc.with(weights)),
        .95);
  }

  static Estimate kappa(DesignAgreement a) {
    return a.estimates().get(0);
  }

  static Estimate ac1(DesignAgreement a) {
    return a.estimates().get(1);
  }

  /** Limits by the normal distribution, which are too short with few disagreements. */
  static Interval normal(Estimate e) {
    double half =
        NormalDistribution.of(0, 1).inverseSurvivalProbability(.025) * e.standardError().value();
    return Interval.within(
        -1, 1, e.value().value() - half, e.value().value() + half, .95, "normal");
  }
}
