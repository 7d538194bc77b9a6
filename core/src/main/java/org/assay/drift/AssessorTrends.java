package org.assay.drift;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assay.data.ErrorClass;
import org.assay.data.IdColumn;
import org.assay.data.Periods;
import org.assay.data.Selections.Blindness;
import org.assay.data.Verdicts;
import org.assay.data.Verdicts.ReferenceRule;
import org.assay.drift.AssessorTrend.Baseline;
import org.assay.estimate.Overdispersion;
import org.assay.estimate.ReferenceChecks;
import org.assay.internal.Check;

/**
 * Trends of each assessor's errors among random checks: a point per period with exact limits, and
 * what the {@link Detectors} notice in the single checks in order of grading: a two-sided Bernoulli
 * CUSUM.
 *
 * <p><b>Unweighted, on purpose.</b> The question is whether something changed, not what the rate
 * is: weights would only let one heavy check move a week. So a rate here is one among checks; where
 * grades are sampled at unequal rates it differs from the rate of the population. It follows that a
 * change of the sampling plan or of what arrives can move it too; a signal says "look again", not
 * that an assessor changed.
 *
 * <p><b>Baseline.</b> An assessor's own first periods, see {@link TrendOptions}. It is not watched
 * itself: the charts begin after it. A period of the baseline is compared with the rest of it. The
 * limits and run lengths allow for its being an estimate ({@link PeriodLimits}, {@link
 * TwoSidedCusum#allowing}).
 *
 * <p><b>False alarms.</b> The promise is for one assessor. Among n stationary assessors one false
 * signal comes n times as often, and limits at 99.8 % are crossed by chance in up to one of 500
 * periods of an assessor.
 *
 * <p><b>Errors that go together.</b> The promise is that of independent checks. Where the baselines
 * of the team vary more from period to period than chance explains, the charts are widened by as
 * much, see {@link TwoSidedCusum#allowing(Baseline, double, double, double, double)}; with few
 * periods of few assessors this may not be seen.
 *
 * <p><b>Cost.</b> One pass over the verdicts, a sort of each assessor's checks.
 */
public final class AssessorTrends {
  private AssessorTrends() {}

  /**
   * The trends of all assessors with random checks of the wanted kind, the reference of a grading
   * being its first blind verdict.
   *
   * @param verdicts the checks; the gradings must carry times
   * @param errors which mix-ups count
   * @param periods calendar that covers the gradings
   * @param options how
   * @return one per assessor, sorted by pseudonym
   * @throws IllegalArgumentException if the gradings carry no times
   */
  public static List<AssessorTrend> of(
      Verdicts verdicts, ErrorClass errors, Periods periods, TrendOptions options) {
    return of(ReferenceChecks.of(verdicts, ReferenceRule.FIRST_BLIND), errors, periods, options);
  }

  /**
   * The trends of all assessors with random checks of the wanted kind.
   *
   * @param checks each grading once; the gradings must carry times
   * @param errors which mix-ups count
   * @param periods calendar that covers the gradings
   * @param options how
   * @return one per assessor, sorted by pseudonym
   * @throws IllegalArgumentException if the gradings carry no times
   */
  public static List<AssessorTrend> of(
      ReferenceChecks checks, ErrorClass errors, Periods periods, TrendOptions options) {
    return of(checks, errors, periods, options, true);
  }

  /**
   * The same without looking for a change: points, limits and baselines alone, with nobody watched.
   *
   * @param checks each grading once; the gradings must carry times
   * @param errors which mix-ups count
   * @param periods calendar that covers the gradings
   * @param options how
   * @return one per assessor, sorted by pseudonym
   * @throws IllegalArgumentException if the gradings carry no times
   */
  public static List<AssessorTrend> unwatched(
      ReferenceChecks checks, ErrorClass errors, Periods periods, TrendOptions options) {
    return of(checks, errors, periods, options, false);
  }

  private static List<AssessorTrend> of(
      ReferenceChecks checks,
      ErrorClass errors,
      Periods periods,
      TrendOptions options,
      boolean watch) {
    IdColumn assessors = checks.verdicts().gradings().assessor();
    var sequences =
        EventSequences.of(
            checks, assessors.codes(), assessors.ids().size(), errors, periods, options.basis());
    List<PeriodCounts> counts =
        IntStream.range(0, sequences.cells())
            .mapToObj(a -> PeriodCounts.of(sequences.of(a)))
            .toList();
    Overdispersion overdispersion = overdispersion(counts, options);
    return IntStream.range(0, sequences.cells())
        .parallel()
        .filter(a -> sequences.of(a).size() > 0)
        .mapToObj(
            a ->
                trend(
                    assessors.ids().id(a),
                    sequences.of(a),
                    counts.get(a),
                    overdispersion,
                    options,
                    watch))
        .sorted(Comparator.comparing(AssessorTrend::assessor))
        .toList();
  }

  // From the baselines alone: what is watched does not choose its own limits.
  private static Overdispersion overdispersion(List<PeriodCounts> team, TrendOptions options) {
    Overdispersion.Builder builder = Overdispersion.builder();
    for (PeriodCounts periods : team) {
      if (periods.size() > 0) {
        PeriodCounts first = periods.first(options.baselinePeriods());
        builder.add(first.errors(), first.expected(1), first.total().checked());
      }
    }
    return builder.build();
  }

  private static AssessorTrend trend(
      String assessor,
      EventSequence events,
      PeriodCounts periods,
      Overdispersion overdispersion,
      TrendOptions options,
      boolean watch) {
    PeriodCounts first = periods.first(options.baselinePeriods());
    Baseline baseline = first.total();
    double factor =
        overdispersion.isSeen()
            ? overdispersion.factor(first.expected(baseline.posteriorMean()))
            : 1;
    EventSequence watched = events.after(first.last());
    Optional<List<ChangeSignal>> signals =
        watch ? Detectors.of(options).signals(first, factor, watched) : Optional.empty();
    return new AssessorTrend(
        assessor,
        baseline,
        PeriodPoints.of(periods, first, options.confidenceLevel()),
        signals.isPresent(),
        signals.orElse(List.of()).stream().map(s -> inPeriods(s, watched)).toList(),
        factor);
  }

  private static AssessorTrend.Signal inPeriods(ChangeSignal signal, EventSequence watched) {
    return new AssessorTrend.Signal(
        signal.increase(), watched.period((int) signal.since()), watched.period((int) signal.at()));
  }

  /**
   * How trends are computed.
   *
   * @param basis which checks: blind or non-blind ones, never both
   * @param baselinePeriods how many of an assessor's first periods with checks are the baseline, at
   *     least 1
   * @param oddsRatio change of the odds of an error that the charts are built to notice, above 1
   * @param horizonPeriods for how many periods after the baseline, at its pace of checks, the
   *     promise about false signals holds, at least 1
   * @param falseSignalProbability chance of a false signal of one assessor's charts in this time,
   *     the uncertainty of the baseline included, in (0, 1)
   * @param confidenceLevel of the interval of each period's rate and of the limits around the
   *     baseline
   */
  public record TrendOptions(
      Blindness basis,
      int baselinePeriods,
      double oddsRatio,
      int horizonPeriods,
      double falseSignalProbability,
      double confidenceLevel) {

    public TrendOptions {
      Check.atLeast("baselinePeriods", 1, baselinePeriods);
      if (!(oddsRatio > 1 && oddsRatio < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("oddsRatio must be above 1, got " + oddsRatio);
      }
      Check.atLeast("horizonPeriods", 1, horizonPeriods);
      Check.openUnit("falseSignalProbability", falseSignalProbability);
      Check.openUnit("confidenceLevel", confidenceLevel);
    }

    TrendOptions withFalseSignalProbability(double probability) {
      return new TrendOptions(
          basis, baselinePeriods, oddsRatio, horizonPeriods, probability, confidenceLevel);
    }

    /**
     * Weekly trends: 20 weeks of baseline, odds of an error 2.5 times up or down, one false signal
     * in at least 20 years of an assessor, limits at 99.8 %.
     *
     * @param basis which checks
     * @return the options
     */
    public static TrendOptions weekly(Blindness basis) {
      return new TrendOptions(basis, 20, 2.5, 52, .05, .998);
    }
  }
}
