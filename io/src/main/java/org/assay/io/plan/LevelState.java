package org.assay.io.plan;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.assay.draw.StoppedBound;
import org.assay.plan.Design;
import org.assay.plan.EProcess;
import org.assay.plan.Evaluation;
import org.assay.plan.Evaluation.Decision;
import org.assay.plan.LevelJudge;
import org.assay.plan.LimitPValues;
import org.assay.plan.SequentialPlan;
import org.assay.result.Conclusion.State;
import org.assay.result.Interval;

/**
 * Where one level of one lot stands.
 *
 * @param lot the lot
 * @param level the level
 * @param plan its plan
 * @param state after the verdicts so far
 * @param missing how many of them are items that cannot be checked, which count as errors
 * @param spared the state if these were right: what is said against somebody must hold then, too
 */
public record LevelState(
    PlannedLot lot,
    PlannedLevel level,
    SequentialPlan plan,
    Evaluation state,
    int missing,
    Evaluation spared) {

  /**
   * Whether the plan goes on.
   *
   * @return true without a decision
   */
  public boolean isOpen() {
    return state.decision() == Decision.CONTINUE;
  }

  /**
   * Checks in all at which the lot can be accepted if no further error comes.
   *
   * @return at most the plan's maximum; the checks made when there is a decision
   */
  public int acceptedAt() {
    int n = state.checked();
    while (isOpen() && n < level.maximumChecks()) {
      n++;
      if (plan.boundary().acceptAt(n) >= state.errors()) {
        break;
      }
    }
    return n;
  }

  /**
   * Whether an acceptance is still possible without a further error.
   *
   * @return false when the errors so far are too many for every later look
   */
  public boolean canAccept() {
    return !isOpen() || plan.boundary().acceptAt(acceptedAt()) >= state.errors();
  }

  /** Checks in all to be made before the next look: for a plan in stages the end of the stage. */
  int nextLook() {
    int end = acceptedAt();
    if (level.design().isInStages()) {
      for (int n = state.checked() + 1; n < end; n++) {
        if (plan.boundary().rejectAt(n) <= n) {
          return n;
        }
      }
    }
    return end;
  }

  /**
   * Upper bound of the rate at confidence 1 - consumer's risk, over all looks of the plan: after
   * ACCEPT by stagewise ordering ({@link Evaluation#upperBound}), and at any time when the plan is
   * always valid.
   *
   * @return in [0, 1]; empty otherwise
   */
  public OptionalDouble upperBound() {
    return rate(
        level.design() == Design.ALWAYS_VALID
            ? OptionalDouble.of(
                evidence().upperBound(state.checked(), state.errors(), level.consumerRisk()))
            : state.upperBound(plan));
  }

  /**
   * Lower bound of the rate at confidence 1 - producer's risk, likewise: after REJECT, and at any
   * time when the plan is always valid. Items that could not be checked count as right.
   *
   * @return in [0, 1]; empty otherwise
   */
  public OptionalDouble lowerBound() {
    return rate(
        level.design() == Design.ALWAYS_VALID
            ? OptionalDouble.of(
                evidence().lowerBound(spared.checked(), spared.errors(), level.producerRisk()))
            : spared.lowerBound(plan));
  }

  /**
   * Limits of the rate of the lot that hold although the plan stops by what it finds: at any time
   * when the plan is always valid, else those of {@link Evaluation#interval}. Items that could not
   * be checked are errors above and right below.
   *
   * @param confidenceLevel in (0, 1)
   * @return with the method
   */
  public Interval interval(double confidenceLevel) {
    org.assay.plan.Lot lot = plan.promise().lot();
    if (level.design() == Design.ALWAYS_VALID) {
      StoppedBound.Stratum found =
          new StoppedBound.Stratum(
              lot.size(), state.checked(), spared.errors(), state.errors() - spared.errors());
      Interval items = StoppedBound.of(List.of(found)).interval(confidenceLevel);
      return rates(items.lower(), items.upper(), items);
    }
    Interval above = state.interval(plan, confidenceLevel);
    double below = missing == 0 ? above.lower() : spared.interval(plan, confidenceLevel).lower();
    return rates(below, above.upper(), above);
  }

  private Interval rates(double lower, double upper, Interval of) {
    org.assay.plan.Lot lot = plan.promise().lot();
    return new Interval(lot.rate(lower), lot.rate(upper), of.confidenceLevel(), of.method());
  }

  private OptionalDouble rate(OptionalDouble quality) {
    return quality.isPresent()
        ? OptionalDouble.of(plan.promise().lot().rate(quality.getAsDouble()))
        : quality;
  }

  private EProcess evidence() {
    return EProcess.likelihoodRatio(plan.promise());
  }

  /** P-value of "the lot is unacceptable"; 1 without an ACCEPT. */
  double acceptancePValue() {
    return state.acceptancePValue(plan);
  }

  /** P-value of "the lot is acceptable"; 1 without a REJECT. */
  double rejectionPValue() {
    return state.rejectionPValue(plan);
  }

  /** Logarithm of the e-value against "the lot is unacceptable", at whatever look. */
  double logAcceptanceEValue() {
    return evidence().logCertify(state.checked(), state.errors());
  }

  /** Logarithm of the e-value against "the lot is acceptable". */
  double logRejectionEValue() {
    return evidence().logFail(state.checked(), state.errors());
  }

  /**
   * What the plan shows against each side of the limit: that the lot keeps it, if every item that
   * could not be checked is an error; that it does not, if none is.
   *
   * @return p-values that hold over all looks of the plan
   */
  public LimitPValues limitPValues() {
    return new LimitPValues(state.limitPValues(plan).soFew(), spared.limitPValues(plan).soMany());
  }

  /**
   * PASS, FAIL or not demonstrated, by the judge that reports have, too.
   *
   * @return {@link Evaluation#state} of the verdicts so far, where every item could be checked
   */
  public State standing() {
    return new LevelJudge(level.producerRisk(), level.consumerRisk(), 1).judge(limitPValues());
  }

  /**
   * Further checks that give a 70, 80 and 90 % chance of a decision, if what is not checked yet has
   * the rate {@link Evaluation#assumedRate}.
   *
   * @return three; zeros after a decision
   */
  public List<Evaluation.Remaining> remaining() {
    return state.remaining(plan);
  }

  String sentence() {
    String sentence =
        switch (state.decision()) {
          case ACCEPT ->
              String.format(
                  Locale.ROOT,
                  "at most %.3f %% at %s %% confidence",
                  100 * upperBound().orElseThrow(),
                  confidence(level.consumerRisk()));
          case REJECT ->
              lowerBound().isEmpty()
                  ? "worse than the acceptable rate only if what could not be checked is wrong"
                  : String.format(
                      Locale.ROOT,
                      "at least %.3f %% at %s %% confidence: worse than the acceptable %s %%, and"
                          + " %s the limit of %s %%",
                      100 * lowerBound().orElseThrow(),
                      confidence(level.producerRisk()),
                      Texts.plain(100 * level.acceptable()),
                      standing() == State.FAIL ? "worse than" : "not shown to be worse than",
                      Texts.plain(100 * level.unacceptable()));
          case CONTINUE -> further();
        };
    return missing == 0
        ? sentence
        : sentence + String.format(Locale.ROOT, "; %,d not checked, counted as errors", missing);
  }

  private static String confidence(double risk) {
    return Texts.plain(100 - 100 * risk);
  }

  private String further() {
    if (state.checked() >= level.maximumChecks()) {
      return "not decided by all that was drawn; check the rest of the lot";
    }
    String accepts =
        canAccept()
            ? String.format(
                Locale.ROOT,
                "%,d more accept it if they find no error",
                acceptedAt() - state.checked())
            : "it cannot be accepted any more";
    return accepts + "; " + decides() + " " + FurtherWords.assumed(assumedRate());
  }

  /**
   * The rate of what is not checked yet that {@link #remaining} stands on.
   *
   * @return in [0, 1]
   */
  public double assumedRate() {
    return state.assumedRate(plan);
  }

  private String decides() {
    List<Evaluation.Remaining> likely =
        remaining().stream().filter(r -> r.number().isPresent()).toList();
    if (likely.isEmpty()) {
      return "all checks that the plan has decide with less than 70 % chance";
    }
    String text =
        likely.stream()
                .map(r -> String.format(Locale.ROOT, "%,d", r.n()))
                .collect(Collectors.joining(", "))
            + " more decide with "
            + likely.stream()
                .map(r -> String.format(Locale.ROOT, "%.0f", 100 * r.chance()))
                .collect(Collectors.joining(", "))
            + " % chance";
    return likely.size() == remaining().size()
        ? text
        : text + ", and nothing that it has with more";
  }
}
