package org.assay.drift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.assay.data.ErrorClass;
import org.assay.data.Gradings;
import org.assay.data.Periods;
import org.assay.data.ReferenceRule;
import org.assay.data.Verdicts;
import org.assay.estimate.CheckCell;
import org.assay.estimate.Overdispersion;
import org.assay.estimate.ReferenceChecks;
import org.assay.result.Interval;

/**
 * Trends of each assessor's errors among random checks: a point a period with exact limits, and a
 * two-sided Bernoulli CUSUM over the single checks in order of grading.
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

  private record Checked(long gradedAt, int row, int period, boolean error) {}

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
    Gradings gradings = checks.verdicts().gradings();
    long[] gradedAt =
        gradings
            .gradedAt()
            .orElseThrow(() -> new IllegalArgumentException("gradings must carry times"));
    var byAssessor = new ArrayList<List<Checked>>();
    for (int assessor = 0; assessor < gradings.assessor().ids().size(); assessor++) {
      byAssessor.add(new ArrayList<>());
    }
    for (int i = 0; i < checks.size(); i++) {
      int grading = checks.grading(i);
      int reference = checks.reference(i);
      if (reference != CheckCell.PENDING
          && checks.selections(i).blindness(checks.row(i)) == options.basis()) {
        byAssessor
            .get(gradings.assessor().codes().get(grading))
            .add(
                new Checked(
                    gradedAt[grading],
                    grading,
                    periods.code(gradedAt[grading]),
                    errors.counts(reference, gradings.grade().get(grading))));
      }
    }
    List<Counted> counted = byAssessor.parallelStream().map(own -> counted(own, options)).toList();
    Overdispersion overdispersion = overdispersion(counted);
    return IntStream.range(0, byAssessor.size())
        .parallel()
        .filter(assessor -> !byAssessor.get(assessor).isEmpty())
        .mapToObj(
            a -> trend(gradings.assessor().ids().id(a), counted.get(a), overdispersion, options))
        .sorted(Comparator.comparing(AssessorTrend::assessor))
        .toList();
  }

  /** Checks of an assessor in order, counted by period, and the first periods. */
  private record Counted(
      List<Checked> checks, SortedMap<Integer, long[]> periods, List<Integer> first) {
    Baseline baseline() {
      return new Baseline(
          first.stream().mapToLong(p -> periods.get(p)[0]).sum(),
          first.stream().mapToLong(p -> periods.get(p)[1]).sum());
    }

    double[] expected(double rate) {
      return first.stream().mapToDouble(p -> rate * periods.get(p)[1]).toArray();
    }
  }

  private static Counted counted(List<Checked> checks, TrendOptions options) {
    checks.sort(Comparator.comparingLong(Checked::gradedAt).thenComparingInt(Checked::row));
    var periods = new TreeMap<Integer, long[]>(); // errors, checked
    for (Checked c : checks) {
      long[] count = periods.computeIfAbsent(c.period, p -> new long[2]);
      count[0] += c.error ? 1 : 0;
      count[1]++;
    }
    List<Integer> first = periods.keySet().stream().limit(options.baselinePeriods()).toList();
    return new Counted(checks, periods, first);
  }

  // From the baselines alone: what is watched does not choose its own limits.
  private static Overdispersion overdispersion(List<Counted> team) {
    Overdispersion.Builder builder = Overdispersion.builder();
    for (Counted c : team) {
      if (!c.first.isEmpty()) {
        long[] errors = c.first.stream().mapToLong(p -> c.periods.get(p)[0]).toArray();
        builder.add(errors, c.expected(1), c.baseline().checked());
      }
    }
    return builder.build();
  }

  private static AssessorTrend trend(
      String assessor, Counted counted, Overdispersion overdispersion, TrendOptions options) {
    Baseline baseline = counted.baseline();
    double factor =
        overdispersion.isSeen()
            ? overdispersion.factor(counted.expected(baseline.posteriorMean()))
            : 1;
    List<Integer> first = counted.first;
    Optional<TwoSidedCusum> charts = charts(baseline, first.size(), factor, options);
    int last = first.get(first.size() - 1);
    List<Checked> watched = counted.checks.stream().filter(c -> c.period > last).toList();
    return new AssessorTrend(
        assessor,
        baseline,
        points(counted.periods, first, baseline, options),
        charts.orElse(null),
        charts.map(c -> signals(c, watched)).orElse(List.of()),
        factor);
  }

  private static Optional<TwoSidedCusum> charts(
      Baseline baseline, int periods, double varianceFactor, TrendOptions options) {
    if (periods < options.baselinePeriods() || baseline.errors() == baseline.checked()) {
      return Optional.empty();
    }
    double horizon = options.horizonPeriods() * ((double) baseline.checked() / periods);
    return TwoSidedCusum.allowing(
        baseline, options.oddsRatio(), horizon, options.falseSignalProbability(), varianceFactor);
  }

  private static List<TrendPoint> points(
      SortedMap<Integer, long[]> periods,
      List<Integer> first,
      Baseline baseline,
      TrendOptions options) {
    var points = new ArrayList<TrendPoint>();
    double oneSided = (1 + options.confidenceLevel()) / 2;
    periods.forEach(
        (period, count) -> {
          var own = new Baseline(count[0], count[1]);
          var interval =
              new Interval(
                  own.lower(oneSided),
                  own.upper(oneSided),
                  options.confidenceLevel(),
                  "clopperPearson");
          long fewest = 0;
          long most = count[1];
          boolean inside = first.contains(period);
          if (!inside || first.size() > 1) {
            Baseline others =
                inside
                    ? new Baseline(baseline.errors() - count[0], baseline.checked() - count[1])
                    : baseline;
            var limits = new PeriodLimits(others, options.confidenceLevel());
            fewest = limits.fewest(count[1]);
            most = limits.most(count[1]);
          }
          points.add(new TrendPoint(period, count[0], count[1], interval, fewest, most));
        });
    return points;
  }

  private static List<AssessorTrend.Signal> signals(TwoSidedCusum charts, List<Checked> checks) {
    BernoulliCusum increase = BernoulliCusum.create(charts.increase());
    BernoulliCusum decrease = BernoulliCusum.create(charts.decrease());
    var signals = new ArrayList<AssessorTrend.Signal>();
    for (Checked c : checks) {
      for (BernoulliCusum chart : List.of(increase, decrease)) {
        chart
            .add(c.error)
            .ifPresent(
                s ->
                    signals.add(
                        new AssessorTrend.Signal(
                            s.increase(), checks.get((int) s.since()).period, c.period)));
      }
    }
    return signals;
  }
}
