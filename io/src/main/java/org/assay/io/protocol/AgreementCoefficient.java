package org.assay.io.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.assay.agreement.BrennanPrediger;
import org.assay.agreement.CohenKappa;
import org.assay.agreement.CongerKappa;
import org.assay.agreement.FleissKappa;
import org.assay.agreement.GwetAc;
import org.assay.agreement.KrippendorffAlpha;
import org.assay.agreement.LightKappa;
import org.assay.agreement.PatternCoefficient;
import org.assay.agreement.PercentAgreement;
import org.assay.agreement.RaterCoefficient;
import org.assay.agreement.ScottPi;
import org.assay.agreement.Weights;

/** The coefficients that op {@code agreement} can give. */
enum AgreementCoefficient {
  /** Share of pairs of ratings that agree, as weighted. */
  PERCENT_AGREEMENT,
  /** Cohen's kappa, of two raters. */
  COHEN_KAPPA,
  /** Scott's pi, of two raters. */
  SCOTT_PI,
  /** Conger's kappa, of any number of raters. */
  CONGER_KAPPA,
  /** Light's kappa, the mean of all pairs of raters. */
  LIGHT_KAPPA,
  /** Fleiss' kappa; raters need not be the same for each item. */
  FLEISS_KAPPA,
  /** Gwet's AC1, with weights AC2. */
  @JsonProperty("gwetAC")
  GWET_AC,
  /** Brennan's and Prediger's coefficient: chance gives every grade equally often. */
  BRENNAN_PREDIGER,
  /** Krippendorff's alpha. */
  KRIPPENDORFF_ALPHA;

  /** Whether it needs to know which rater gave which rating. */
  boolean isByRater() {
    return switch (this) {
      case COHEN_KAPPA, SCOTT_PI, CONGER_KAPPA, LIGHT_KAPPA -> true;
      default -> false;
    };
  }

  /** Whether it is for two raters only. */
  boolean isOfTwo() {
    return this == COHEN_KAPPA || this == SCOTT_PI;
  }

  PatternCoefficient ofPatterns(Weights weights) {
    return switch (this) {
      case PERCENT_AGREEMENT -> PercentAgreement.with(weights);
      case FLEISS_KAPPA -> FleissKappa.with(weights);
      case GWET_AC -> GwetAc.with(weights);
      case BRENNAN_PREDIGER -> BrennanPrediger.with(weights);
      case KRIPPENDORFF_ALPHA -> KrippendorffAlpha.with(weights);
      default -> throw new AssertionError(this);
    };
  }

  RaterCoefficient ofRaters(Weights weights) {
    return switch (this) {
      case COHEN_KAPPA -> CohenKappa.with(weights);
      case SCOTT_PI -> ScottPi.with(weights);
      case CONGER_KAPPA -> CongerKappa.with(weights);
      case LIGHT_KAPPA -> LightKappa.with(weights);
      default -> throw new AssertionError(this);
    };
  }
}
