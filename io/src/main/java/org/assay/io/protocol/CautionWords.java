package org.assay.io.protocol;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.assay.agreement.AgreementEstimate;
import org.assay.agreement.AgreementEstimate.Caution;
import org.assay.agreement.Inference;
import org.assay.io.schema.Words;

/** What weakens the answer of op {@code agreement}, in words. */
final class CautionWords {
  private CautionWords() {}

  static List<String> of(List<AgreementEstimate> estimates, Inference inference) {
    Set<Caution> all = EnumSet.noneOf(Caution.class);
    estimates.forEach(e -> all.addAll(e.cautions()));
    var words = new ArrayList<String>();
    for (Caution caution : all) {
      words.add(words(caution, Words.of(inference.interval())));
    }
    return words;
  }

  private static String words(Caution caution, String interval) {
    return switch (caution) {
      case NO_VARIATION_RATER ->
          "A rater gave one grade throughout: that rater's kappa is 0 whatever the agreement.";
      case BOUNDARY ->
          "No two ratings of an item disagree, or all do: the standard errors say nothing there.";
      case ILL_CONDITIONED ->
          "Chance alone gives more than 95 % agreement: the coefficients that correct for it hang"
              + " on very few disagreements.";
      case FEW_PAIRABLE_ITEMS -> "Fewer than 10 items have two ratings.";
      case PAIRS_LEFT_OUT ->
          "Some pairs of raters share no item, or have no kappa, and are left out of lightKappa.";
      case SHORT_LIMITS ->
          String.format(
              Locale.ROOT,
              "Fewer than 50 items have two ratings, or fewer than 20 are expected with another"
                  + " grade than the commonest: limits by interval \"%s\" can be much too short"
                  + " there (of 95 %% limits by t, 14 to 92 %% held at 20 to 200 items and grades"
                  + " 95 to 5). Interval \"posterior\" keeps its coverage.",
              interval);
      case INTERVAL_CUT ->
          String.format(
              Locale.ROOT,
              "Limits by interval \"%s\" were cut at -1 or 1, so it does not suit the data.",
              interval);
    };
  }
}
