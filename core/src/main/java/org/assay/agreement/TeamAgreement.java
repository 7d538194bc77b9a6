package org.assay.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.assay.compare.Multiplicity;
import org.assay.count.ConfusionMatrix;
import org.assay.count.DistinctVectors;
import org.assay.count.PairTables;
import org.assay.count.PeerPatterns;
import org.assay.internal.Check;
import org.assay.internal.StudentT;
import org.assay.result.Outcome;
import org.assay.result.TestResult;
import org.assay.result.Undefined;

/**
 * Who agrees with whom: kappa of all pairs of assessors, of each assessor with the rest, and of
 * each with the reference, every one with its interval and a p-value adjusted for their number.
 *
 * <p>Those with fewer than {@code minimumItems} common items are left out and counted: with a few
 * items kappa is noise, and every row that is tested weakens the others' adjusted p. Nothing is
 * ranked; rows come in the order of the assessors' codes.
 *
 * <p><b>Cost.</b> O(distinct cells), from mergeable counts; 10,000 assessors cost what their
 * overlap costs. Immutable and thread-safe.
 *
 * @param weights K x K
 * @param inference standard errors and intervals; the default has logit limits, honest near 1
 * @param minimumItems common items that a comparison needs, at least 1
 * @param hypothesised kappa that is tested against, finite
 * @param alternative which kappas speak against it
 * @param multiplicity how the p-values are adjusted
 */
public record TeamAgreement(
    Weights weights,
    Inference inference,
    long minimumItems,
    double hypothesised,
    CoefficientHypothesis.Alternative alternative,
    Multiplicity multiplicity) {

  public TeamAgreement {
    Objects.requireNonNull(weights, "weights");
    Objects.requireNonNull(inference, "inference");
    Check.atLeast("minimumItems", 1, minimumItems);
    Check.finite("hypothesised", hypothesised);
    Objects.requireNonNull(alternative, "alternative");
    Objects.requireNonNull(multiplicity, "multiplicity");
  }

  /** In {@link Row#second}: not one other assessor, but the rest or the reference. */
  public static final int ALL_OTHERS = -1;

  /**
   * A comparison.
   *
   * @param first code of an assessor
   * @param second code of another, or {@link #ALL_OTHERS}
   * @param kappa with interval and number of common items
   * @param test against the hypothesised kappa
   * @param adjusted p-value adjusted for all comparisons made with it; undefined like the test
   */
  public record Row(
      int first, int second, AgreementEstimate kappa, TestResult test, Outcome adjusted) {}

  /**
   * All comparisons of one kind.
   *
   * @param rows in the order of the assessors' codes
   * @param omitted comparisons with fewer than the minimum of common items, but at least one
   */
  public record Comparisons(List<Row> rows, long omitted) {
    public Comparisons {
      rows = List.copyOf(rows);
    }
  }

  /**
   * Unweighted kappa, 20 common items, two-sided against 0, adjusted by Holm.
   *
   * @param grades number of grades K
   * @return the defaults
   */
  public static TeamAgreement standard(int grades) {
    return new TeamAgreement(
        Weights.identity(grades),
        Inference.standard().withInterval(Inference.IntervalKind.LOGIT),
        20,
        0,
        CoefficientHypothesis.Alternative.TWO_SIDED,
        Multiplicity.HOLM);
  }

  /**
   * Other weights.
   *
   * @param other K x K
   * @return a copy with them
   */
  public TeamAgreement withWeights(Weights other) {
    return new TeamAgreement(
        other, inference, minimumItems, hypothesised, alternative, multiplicity);
  }

  /**
   * Other inference.
   *
   * @param other how standard errors and intervals are computed
   * @return a copy with it
   */
  public TeamAgreement withInference(Inference other) {
    return new TeamAgreement(weights, other, minimumItems, hypothesised, alternative, multiplicity);
  }

  /**
   * Another minimum overlap.
   *
   * @param items at least 1
   * @return a copy with it
   */
  public TeamAgreement withMinimumItems(long items) {
    return new TeamAgreement(weights, inference, items, hypothesised, alternative, multiplicity);
  }

  /**
   * Another hypothesis.
   *
   * @param kappa that is tested against, for example 0.6
   * @param against which kappas speak against it
   * @return a copy with it
   */
  public TeamAgreement withHypothesis(double kappa, CoefficientHypothesis.Alternative against) {
    return new TeamAgreement(weights, inference, minimumItems, kappa, against, multiplicity);
  }

  /**
   * Another adjustment.
   *
   * @param method how the p-values are adjusted
   * @return a copy with it
   */
  public TeamAgreement withMultiplicity(Multiplicity method) {
    return new TeamAgreement(weights, inference, minimumItems, hypothesised, alternative, method);
  }

  /**
   * All pairs of assessors that have items in common.
   *
   * @param tables same number of grades as the weights
   * @return one row per pair
   */
  public Comparisons pairs(PairTables tables) {
    return pairs(tables, share -> {});
  }

  /**
   * The same for somebody who waits: limits from the posterior take milliseconds per pair, and 100
   * assessors are 5,000 pairs. Pairs are computed on all processors; the figures are the same on
   * any number of them.
   *
   * @param tables same number of grades as the weights
   * @param progress receives the share of the pairs that is done, now and then
   * @return one row per pair
   */
  public Comparisons pairs(PairTables tables, DoubleConsumer progress) {
    requireGrades(tables.grades());
    long[] all = {0};
    tables.forEach((first, second, table) -> all[0] += table.total() >= minimumItems ? 1 : 0);
    var collector = new Collector(rows -> progress.accept((double) rows / Math.max(1, all[0])));
    CohenKappa kappa = CohenKappa.with(weights);
    tables.forEach(
        (first, second, table) ->
            collector.add(first, second, table.total(), () -> kappa.estimate(table, inference)));
    return collector.done();
  }

  /**
   * Each assessor against the reference.
   *
   * @param assessors number of assessors
   * @param table the confusion matrix of an assessor by code, rows the reference
   * @return one row per assessor
   */
  public Comparisons againstReference(int assessors, IntFunction<ConfusionMatrix> table) {
    var collector = new Collector();
    CohenKappa kappa = CohenKappa.with(weights);
    for (int assessor = 0; assessor < Check.atLeast("assessors", 0, assessors); assessor++) {
      ConfusionMatrix own = table.apply(assessor);
      collector.add(assessor, ALL_OTHERS, own.total(), () -> kappa.estimate(own, inference));
    }
    return collector.done();
  }

  /**
   * Each assessor against the rest of those who graded the same items.
   *
   * <p>An item is one pair of grades however many others graded it, its second grade spread over
   * theirs; with one other on every item it is Cohen's kappa. The standard error is that of the
   * items.
   *
   * @param peers same number of grades as the weights
   * @return one row per assessor
   */
  public Comparisons againstRest(PeerPatterns peers) {
    requireGrades(peers.grades());
    var collector = new Collector();
    PeerKappa kappa = new PeerKappa(weights);
    peers.forEach(
        (assessor, views) ->
            collector.add(
                assessor,
                ALL_OTHERS,
                shared(views, kappa),
                () -> kappa.estimate(views, inference)));
    return collector.done();
  }

  private static long shared(DistinctVectors views, PeerKappa kappa) {
    long items = 0;
    for (int v = 0; v < views.size(); v++) {
      items += kappa.isPairable(views.vector(v)) ? views.count(v) : 0;
    }
    return items;
  }

  private void requireGrades(int grades) {
    if (grades != weights.grades()) {
      throw new IllegalArgumentException(
          "weights must have the grades of the data, " + grades + ", got " + weights.grades());
    }
  }

  /**
   * Takes comparisons one by one, makes some at a time beside each other, and adjusts them together
   * at the end.
   */
  private final class Collector {
    private static final int TOGETHER = 256;

    private final List<Row> rows = new ArrayList<>();
    private final List<Supplier<Row>> waiting = new ArrayList<>();
    private final IntConsumer done;
    private long omitted;

    Collector() {
      this(rows -> {});
    }

    /** Says how many rows are done. */
    Collector(IntConsumer done) {
      this.done = done;
    }

    void add(int first, int second, long items, Supplier<AgreementEstimate> kappa) {
      if (items < minimumItems) {
        omitted += items > 0 ? 1 : 0;
        return;
      }
      waiting.add(() -> row(first, second, kappa.get()));
      if (waiting.size() == TOGETHER) {
        make();
      }
    }

    private Row row(int first, int second, AgreementEstimate estimate) {
      TestResult test = CoefficientHypothesis.of(estimate, hypothesised, alternative);
      return new Row(first, second, estimate, test, test.pValue());
    }

    private void make() {
      rows.addAll(waiting.parallelStream().map(Supplier::get).toList());
      waiting.clear();
      done.accept(rows.size());
    }

    Comparisons done() {
      make();
      List<Outcome> adjusted = multiplicity.adjust(rows.stream().map(Row::adjusted).toList());
      for (int i = 0; i < adjusted.size(); i++) {
        Row row = rows.get(i);
        rows.set(i, new Row(row.first, row.second, row.kappa, row.test, adjusted.get(i)));
      }
      return new Comparisons(rows, omitted);
    }
  }

  /**
   * Test of one coefficient against any value, not only 0: is agreement at the level that was asked
   * for?
   *
   * <pre>{@code
   * t = (x - x0) / s on items - 1 degrees of freedom
   * }</pre>
   *
   * <p>Near 1 the interval of {@link Inference.IntervalKind#LOGIT} answers better than this test,
   * whose standard error is that at the estimate.
   */
  public static final class CoefficientHypothesis {
    /** Which coefficients speak against the hypothesis. */
    public enum Alternative {
      /** Those above or below it. */
      TWO_SIDED,
      /** Those above it. */
      GREATER,
      /** Those below it. */
      LESS
    }

    private CoefficientHypothesis() {}

    /**
     * Tests an estimate.
     *
     * @param estimate with its standard error
     * @param hypothesised x0, finite, for example 0.8
     * @param alternative which coefficients speak against it
     * @return undefined when the coefficient or its standard error is, or the latter is 0
     *     (ZERO_VARIANCE)
     */
    public static TestResult of(
        AgreementEstimate estimate, double hypothesised, Alternative alternative) {
      Check.finite("hypothesised", hypothesised);
      double degrees = Math.max(1, estimate.diagnostics().items() - 1.0);
      String method = estimate.coefficient() + " = " + hypothesised + ", t";
      Outcome error = estimate.standardError();
      if (!error.defined() || error.value() == 0) {
        Outcome none = Outcome.undefined(error.reason().orElse(Undefined.ZERO_VARIANCE));
        return new TestResult(none, degrees, none, method);
      }
      double t = (estimate.value().value() - hypothesised) / error.value();
      var reference = new StudentT(degrees);
      double p =
          switch (alternative) {
            case TWO_SIDED -> Math.min(1, 2 * reference.tails(Math.abs(t)).upper());
            case GREATER -> reference.tails(t).upper();
            case LESS -> reference.tails(t).lower();
          };
      return new TestResult(Outcome.of(t), degrees, Outcome.of(p), method);
    }
  }

  /**
   * What a team's coefficient would be without one of its assessors.
   *
   * <p>All of the assessor's gradings are taken out; the items stay as long as anybody else graded
   * them. The coefficient's totals are sums over items, so leaving an assessor out is a subtraction
   * and costs O(the assessor's distinct patterns), not another pass over the gradings.
   *
   * @param assessor code of the one left out
   * @param without the coefficient of the others' gradings; undefined (NO_PAIRS) when no item has
   *     two of them, (NO_VARIATION) when they used one grade
   * @param influence coefficient of all less {@code without}: above 0 when the assessor raises the
   *     team's agreement; undefined when one of the two is
   */
  public record LeaveOneOut(int assessor, Outcome without, Outcome influence) {
    /** Expected disagreement this small is what rounding leaves of a subtraction. */
    private static final double ROUNDING = 1e-12;

    /**
     * Leaves out each assessor in turn.
     *
     * @param coefficient which, with weights of as many grades as the data have
     * @param peers the team's items
     * @return one per assessor, in the order of their codes
     */
    public static List<LeaveOneOut> of(PatternCoefficient coefficient, PeerPatterns peers) {
      coefficient.requireGrades(peers.grades());
      DistinctVectors items = peers.items().snapshot();
      double[] totals = new double[coefficient.totals(peers.grades())];
      long pairable = 0;
      for (int v = 0; v < items.size(); v++) {
        add(coefficient, items.vector(v), (double) items.count(v), totals);
        pairable += coefficient.isPairable(items.vector(v)) ? items.count(v) : 0;
      }
      long all = pairable;
      Outcome whole = value(coefficient, totals, all);
      var left = new ArrayList<LeaveOneOut>();
      peers.forEach(
          (assessor, views) -> left.add(without(coefficient, totals, all, whole, assessor, views)));
      return left;
    }

    private static LeaveOneOut without(
        PatternCoefficient coefficient,
        double[] totals,
        long pairable,
        Outcome whole,
        int assessor,
        DistinctVectors views) {
      int grades = coefficient.grades();
      double[] rest = totals.clone();
      long remaining = pairable;
      int[] before = new int[grades];
      int[] after = new int[grades];
      for (int v = 0; v < views.size(); v++) {
        int[] view = views.vector(v);
        for (int k = 0; k < grades; k++) {
          after[k] = view[grades + k];
          before[k] = view[k] + after[k];
        }
        double times = views.count(v);
        add(coefficient, before, -times, rest);
        add(coefficient, after, times, rest);
        remaining -= coefficient.isPairable(before) ? views.count(v) : 0;
        remaining += coefficient.isPairable(after) ? views.count(v) : 0;
      }
      Outcome value = value(coefficient, rest, remaining);
      return new LeaveOneOut(
          assessor,
          value,
          whole.defined() && value.defined()
              ? Outcome.of(whole.value() - value.value())
              : whole.defined() ? value : whole);
    }

    private static void add(
        PatternCoefficient coefficient, int[] counts, double times, double[] totals) {
      if (coefficient.ratings(counts) > 0) {
        coefficient.contribute(counts, (total, x) -> totals[total] += times * x);
      }
    }

    private static Outcome value(PatternCoefficient coefficient, double[] totals, long pairable) {
      if (pairable == 0) {
        return Outcome.undefined(Undefined.NO_PAIRS);
      }
      Disagreement disagreement = coefficient.evaluate(totals);
      return disagreement.isDefined() && disagreement.expected() > ROUNDING
          ? Outcome.of(disagreement.coefficient())
          : Outcome.undefined(Undefined.NO_VARIATION);
    }
  }
}
