package org.assay.agreement;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.assay.result.Interval;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/**
 * An agreement coefficient with the parts it was computed from.
 *
 * @param coefficient name, for example {@code fleissKappa}
 * @param value at most 1; undefined without pairs of ratings, or when agreement by chance is
 *     certain
 * @param observed observed agreement in [0, 1]; undefined without pairs of ratings
 * @param expected agreement by chance in [0, 1]; 0 for a coefficient that corrects for none
 * @param standardError of {@code value}, at least 0
 * @param limits interval around {@code value}, within [-1, 1]; null when there is no standard error
 * @param pValue two-sided, against 0
 * @param pValueOneSided against 0, that the coefficient is above it
 * @param diagnostics numbers of items, pairs and ratings, and the prevalence of the grades
 * @param cautions what a reader should know about the estimate
 */
public record AgreementEstimate(
    String coefficient,
    Outcome value,
    Outcome observed,
    Outcome expected,
    Outcome standardError,
    Interval limits,
    Outcome pValue,
    Outcome pValueOneSided,
    Diagnostics diagnostics,
    Set<Caution> cautions) {

  public AgreementEstimate {
    Objects.requireNonNull(coefficient, "coefficient");
    cautions = Set.copyOf(cautions);
  }

  /**
   * The limits, for code that handles absence itself.
   *
   * @return the interval, or empty when there is none
   */
  public Optional<Interval> interval() {
    return Optional.ofNullable(limits);
  }

  /**
   * How much the value magnifies an error in the observed agreement.
   *
   * @return 1 / (1 - expected); undefined where expected is, or is 1 (NO_VARIATION)
   */
  public Outcome condition() {
    if (!expected.defined()) {
      return expected;
    }
    return expected.value() < 1
        ? Outcome.of(1 / (1 - expected.value()))
        : Outcome.undefined(Undefined.NO_VARIATION);
  }

  /** The same data without a coefficient. */
  AgreementEstimate undefinedBecause(Undefined reason) {
    return withoutError(Outcome.undefined(reason), reason, Set.of());
  }

  /** The same value without standard error, interval and p-values. */
  AgreementEstimate errorUndefinedBecause(Undefined reason) {
    return withoutError(value, reason, cautions);
  }

  private AgreementEstimate withoutError(Outcome number, Undefined reason, Set<Caution> remaining) {
    Outcome none = Outcome.undefined(reason);
    return new AgreementEstimate(
        coefficient, number, observed, expected, none, null, none, none, diagnostics, remaining);
  }

  @Override
  public String toString() {
    if (!value.defined()) {
      return String.format(
          Locale.ROOT,
          "%s %s, %d of %d items in pairs",
          coefficient,
          value,
          diagnostics.pairableItems(),
          diagnostics.items());
    }
    String limits =
        interval()
            .map(i -> String.format(Locale.ROOT, "%.4f to %.4f", i.lower(), i.upper()))
            .orElse("no interval");
    return String.format(
        Locale.ROOT,
        "%s %.4f (%s), observed %.4f, expected %.4f, %d of %d items in pairs",
        coefficient,
        value.value(),
        limits,
        observed.value(),
        expected.value(),
        diagnostics.pairableItems(),
        diagnostics.items());
  }

  /** What a reader should know about an estimate that is defined all the same. */
  public enum Caution {
    /** A rater gave one grade throughout; kappa is then 0 whatever the agreement. */
    NO_VARIATION_RATER,
    /** No two ratings of an item disagree, or all do: the standard error says nothing there. */
    BOUNDARY,
    /** Chance alone gives more than 95 % agreement: the value hangs on very few disagreements. */
    ILL_CONDITIONED,
    /** Fewer than 10 items have two ratings; large-sample intervals are then a guess. */
    FEW_PAIRABLE_ITEMS,
    /** Some pairs of raters share no item, or have no kappa, and are left out of the mean. */
    PAIRS_LEFT_OUT,
    /**
     * Fewer than 50 items with two ratings, or fewer than 20 expected with another grade than the
     * commonest: limits other than {@link Inference.IntervalKind#POSTERIOR} are too short there. Of
     * 95 % limits by t, .14 to .92 held at 20 to 200 items and grades 95 to 5.
     */
    SHORT_LIMITS,
    /** The interval was cut at -1 or 1, which means that the method does not suit the data. */
    INTERVAL_CUT
  }

  /**
   * The data that an estimate rests on. Counts are of the items at hand, without sampling weights.
   *
   * @param items items with at least one rating
   * @param pairableItems items with a say in the observed agreement: those with at least two
   *     ratings
   * @param pairs pairs of ratings on the pairable items
   * @param ratings ratings on the items
   * @param prevalence share of each grade among the ratings, by code; empty without a rating
   * @param maximum largest value that the raters' grade shares allow, of unweighted Cohen's kappa;
   *     NOT_APPLICABLE to coefficients that can always be 1
   */
  public record Diagnostics(
      long items,
      long pairableItems,
      long pairs,
      long ratings,
      List<Double> prevalence,
      Outcome maximum) {

    public Diagnostics {
      prevalence = List.copyOf(prevalence);
    }
  }
}
