package org.assay.io.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assay.data.Selection.SelectionMethod;
import org.assay.drift.DriftOptions;
import org.assay.estimate.CheckWeights;
import org.assay.needs.TrainingNeeds;

/** What every report says about how it was made, and the rules for figures about people. */
final class Methods {
  private static final int BASELINE_WEEKS = DriftOptions.usual().baselinePeriods();

  static final List<String> METHODS =
      List.of(
          "Rates: random checks with a recorded inclusion probability only, each weighted by its"
              + " inverse (Hajek estimator). Each grading counts once. Within a stratum the checks"
              + " of one kind, blind or not, stand for those of the other; they are never mixed. A"
              + " selection without a usable verdict, a grading that could not be selected without"
              + " that having been declared, and a stratum without a check count at their worst:"
              + " errors in upper limits, none in lower ones.",
          "Intervals of rates: weighted Clopper-Pearson limits after Fay and Feuer (1997), of drawn"
              + " items where one verdict checks several gradings; exact hypergeometric limits for"
              + " a simple random sample of a lot of known size; 95 % over all looks that the"
              + " levels state, half of the rest on each side. Rates and levels of units and"
              + " streams are of the gradings made; those of assessors of the way of working behind"
              + " them. Standard errors: linearised, stratified, with finite population correction;"
              + " a stratum with a single check is taken around the overall mean.",
          "Levels: PASS when the one-sided upper limit at confidence 1 - consumer's risk is at or"
              + " below the unacceptable rate, FAIL when the one-sided lower limit at confidence 1"
              + " - producer's risk is above it, otherwise NOT DEMONSTRATED; of k looks stated each"
              + " has 1 / (k + 0.5) of the risks. An error is only thought possible where the grade"
              + " given makes one of the class possible.",
          "Further checks: chosen as those made were, for a chance of 80 % of a verdict at the rate"
              + " that is named: the one seen, and while there is no error half an error among the"
              + " checks, or among 1 / limit checks if fewer were made.",
          "Mix-ups: shares of the population by the weights. Where the sample was stratified by the"
              + " grade given, unweighted rows of a confusion matrix would be wrong.",
          "Expected rates: the others' rate in each stream, streams counted as the assessor has"
              + " them (indirect standardisation). The difficulty of items within a stream is not"
              + " known and not allowed for.",
          "Who errs more: exact conditional test of an assessor's errors beside the others', by"
              + " stream, kind of check (blind or not) and reference grade, or the grade given"
              + " where the sample was chosen by it. The chance that anybody is named where nobody"
              + " differs is at most 5 % in all, and where some differ 5 % of the names are wrong"
              + " on average at most (Benjamini and Hochberg; of the mix-ups of those named,"
              + " Benjamini and Bogomolov); evidence is strong where Holm's bound on any wrong name"
              + " holds, too. A fifth of each part goes to single mix-ups that could show (Tarone)."
              + " Errors that go together within a week widen the test by as much as they are seen"
              + " to. Nothing is named with odds below 1.25 times those of the others.",
          "Change: within a stream, grade, week and officer's checks an assessor's part of the errors"
              + " given all of them (noncentral hypergeometric law), the assessor's own level"
              + " integrated out; a mixture over size and week of a change, in all errors and in each"
              + " common mix-up. Flagged by local false-discovery rate, with a cut that simulated"
              + " teams calibrate. Weeks in which a change may have begun: inversion of the"
              + " likelihood ratio, given the errors before and after.",
          "Agreement: percent agreement, Cohen's kappa and Gwet's AC1 of the population by the"
              + " weights, with linearised standard errors and limits from the posterior of the"
              + " table.",
          "QA officers: errors found beside those that the others would have found in the same work"
              + " (assessor, stream, thirty days, grade given, blind or not), by an exact"
              + " conditional test; the chance that an officer is named where all find alike is at"
              + " most 1 % in all (Holm). Two blind verdicts on a grading: exact limits of the"
              + " share that agrees.",
          "Reference grades come from one QA officer's check. Officers err, too, and an error that"
              + " assessors and officers share cannot be seen here.");

  private static final String PLAN =
      "Levels under a plan: state and limits are those of assay evaluate, by the plan's own"
          + " boundary over all its looks (stagewise ordering), about the gradings of the lot, with"
          + " so many checks as the plan asks for; reports are no looks. REJECT shows more than the"
          + " acceptable rate, FAIL more than the limit. Verdicts on drawn gradings have as"
          + " probability the share of their lot that the plan has looked at; a reserve that was"
          + " not issued is neither checked nor pending. When a plan stops depends on what it"
          + " finds: the limits of levels and rates allow for that. Rates are those of the checks,"
          + " of which a plan that stops at errors has more than the gradings; comparisons of"
          + " people, agreement and drift take the number of checks as given.";

  static final List<String> FAIRNESS =
      List.of(
          "Nobody is compared with the others on fewer than "
              + TrainingNeeds.LEAST_CHECKS
              + " checks, and nobody is said to have changed without a baseline of "
              + BASELINE_WEEKS
              + " weeks.",
          "Nobody is said to err more, or to have changed, except in a finding with its evidence"
              + " and what is promised about chance.",
          "In the table of people every rate has an interval, and beside it stand the errors that"
              + " the others' shares would give in the same checks.",
          "There are no rankings. People stand in the order of their ids.",
          "A flag means: look again. It is never a sanction, and no decision is made by a machine.",
          "Everyone can see and dispute all that was used about them.",
          "QA officers are measured by the same rules, each beside the others in the same work.",
          "Absence is not performance: weeks without gradings do not count.");

  private Methods() {}

  /** How the figures of this report were made. */
  static List<String> of(Facts facts) {
    List<String> sentences = new ArrayList<>(METHODS);
    CheckWeights weights = facts.weights();
    if (weights.pooledStrata() > 0) {
      sentences.add(
          "Weights: strata with fewer than "
              + CheckWeights.FEWEST
              + " checks of the report's basis are pooled, with those of the same assessor, stream"
              + " and grade, then of the same stream and grade, then with the rest: "
              + Words.count(weights.pooledStrata())
              + " of "
              + Words.count(weights.strata())
              + " here. "
              + (weights.readSharesDiffer()
                  ? "The shares checked on the basis differ among some of them, so these stand for"
                      + " themselves, and those without a check are not covered."
                  : "The shares checked on the basis do not differ among them beyond chance."));
    }
    if (facts.checks().furtherVerdicts() > 0) {
      sentences.add(
          "Of several verdicts on a grading one is the reference ("
              + facts.policy().reference().name().toLowerCase(Locale.ROOT).replace('_', ' ')
              + "); "
              + Words.count(
                  facts.checks().furtherVerdicts(), "other verdict says", "other verdicts say")
              + " how QA officers agree, not how often errors happen.");
    }
    if (facts.cells().stream().anyMatch(c -> c.method() == SelectionMethod.SYSTEMATIC)) {
      sentences.add(
          "Systematic samples are treated as if random: where the work has a rhythm of its own, the"
              + " limits may not hold.");
    }
    if (!facts.planned().isEmpty()) {
      sentences.add(PLAN);
    }
    return sentences;
  }
}
