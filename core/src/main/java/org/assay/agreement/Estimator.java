package org.assay.agreement;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.assay.agreement.AgreementEstimate.Caution;
import org.assay.agreement.Inference.StandardError;
import org.assay.internal.Distribution;
import org.assay.internal.Normal;
import org.assay.internal.StudentT;
import org.assay.result.Interval;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/** Assembles a coefficient, its standard error, interval and p-values. */
final class Estimator {
  /** Share of bootstrap replicates that must give a value. */
  private static final double REPLICATES_NEEDED = 0.9;

  private static final double ILL_CONDITIONED = 0.05;

  /**
   * Standard deviation of an item's influence below which exact arithmetic is asked whether it is
   * 0.
   */
  private static final double DOUBTFUL = 1e-8;

  private static final int FEW_ITEMS = 10;
  private static final int SMALL_SAMPLE = 50;
  private static final int RARE_GRADES = 20; // items expected with another grade than the commonest

  private final Coefficient coefficient;
  private final Sample sample;
  private final ItemTotals items;
  private final Inference inference;
  private final double[] totals;
  private final Disagreement disagreement;
  private final long n;
  private final long pairable;
  private final long units; // what was drawn: items, or clusters of them
  private final long pairableUnits;
  private final Resampling resampling;
  private double[] replicates; // drawn once, when first needed

  Estimator(Coefficient coefficient, Sample sample, Inference inference) {
    this.coefficient = coefficient;
    this.sample = sample;
    this.items = new ItemTotals(coefficient, sample);
    this.inference = inference;
    this.totals = items.sum();
    this.n = items.items();
    this.pairable = items.pairableItems();
    this.units = sample.isClustered() ? items.slicesRated() : n;
    this.pairableUnits = sample.isClustered() ? items.slicesPairable() : pairable;
    Disagreement d = coefficient.evaluate(totals);
    // With one grade, two ratings cannot but agree.
    this.disagreement =
        coefficient.correctsForChance() && coefficient.grades() < 2 && d.hasPairs()
            ? Disagreement.of(d.observed(), 0)
            : d;
    this.resampling = new Resampling(coefficient, items);
    requireSuitable();
  }

  private void requireSuitable() {
    inference
        .populationSize()
        .ifPresent(
            size -> {
              if (size < units) {
                throw new IllegalArgumentException(
                    "populationSize must be >= the items rated (" + units + "), got " + size);
              }
            });
    StandardError kind = inference.standardError();
    if (kind == StandardError.DELTA && !items.isCompletePairs()) {
      throw new IllegalArgumentException(
          "standardError DELTA needs exactly two ratings on every item");
    }
    boolean itemsOnly = kind == StandardError.DELTA || kind == StandardError.GWET;
    if (!sample.isSimple() && itemsOnly) {
      throw new IllegalArgumentException(
          "standardError must be LINEARIZED for weighted or clustered items or drawn raters, got "
              + kind);
    }
    boolean resampled =
        kind == StandardError.JACKKNIFE
            || inference.needsBootstrap()
            || inference.interval() == Inference.IntervalKind.POSTERIOR;
    if (resampled && (sample.isClustered() || sample.raterVariance() > 0)) {
      throw new IllegalArgumentException(
          "standardError must be LINEARIZED and the interval not from a bootstrap or a posterior for"
              + " clustered items or drawn raters");
    }
  }

  AgreementEstimate estimate() {
    if (!disagreement.isDefined()) {
      return undefined(disagreement.hasPairs() ? Undefined.NO_VARIATION : Undefined.NO_PAIRS);
    }
    double value = disagreement.coefficient();
    Set<Caution> cautions = cautions();
    Outcome error = standardError(value);
    Interval limits = interval(value, error, cautions);
    return new AgreementEstimate(
        coefficient.name(),
        Outcome.of(value),
        Outcome.of(1 - disagreement.observed()),
        Outcome.of(1 - disagreement.expected()),
        error,
        limits,
        pValue(value, error, true),
        pValue(value, error, false),
        items.diagnostics(coefficient.maximum(totals)),
        cautions);
  }

  private AgreementEstimate undefined(Undefined reason) {
    Outcome none = Outcome.undefined(reason);
    boolean pairs = disagreement.hasPairs();
    return new AgreementEstimate(
        coefficient.name(),
        none,
        pairs ? Outcome.of(1 - disagreement.observed()) : none,
        pairs ? Outcome.of(1 - disagreement.expected()) : none,
        none,
        null,
        none,
        none,
        items.diagnostics(none),
        Set.of());
  }

  private Set<Caution> cautions() {
    Set<Caution> cautions = coefficient.cautions(totals);
    if (disagreement.observed() == 0 || disagreement.observed() == 1) {
      cautions.add(Caution.BOUNDARY);
    }
    if (disagreement.expected() < ILL_CONDITIONED) {
      cautions.add(Caution.ILL_CONDITIONED);
    }
    if (pairable < FEW_ITEMS) {
      cautions.add(Caution.FEW_PAIRABLE_ITEMS);
    }
    if (inference.interval() != Inference.IntervalKind.POSTERIOR && hasShortLimits()) {
      cautions.add(Caution.SHORT_LIMITS);
    }
    return cautions;
  }

  /**
   * Whether the sample is one of those in which only the posterior was seen to keep its promise.
   */
  private boolean hasShortLimits() {
    return pairable < SMALL_SAMPLE || pairable * (1 - items.commonest()) < RARE_GRADES;
  }

  private Outcome standardError(double value) {
    boolean gwet = inference.standardError() == StandardError.GWET;
    if (units < 2 || (pairableUnits < 2 && !gwet)) {
      return Outcome.undefined(Undefined.TOO_FEW_ITEMS);
    }
    double error =
        switch (inference.standardError()) {
          case LINEARIZED -> Math.sqrt(linearizedVariance());
          case GWET -> gwetError(value);
          case DELTA -> Math.sqrt(itemSquares(coefficient.gradient(totals), 0));
          case JACKKNIFE -> resampling.jackknifeStandardError();
          case BOOTSTRAP -> bootstrapError();
        };
    if (!Double.isFinite(error)) {
      return Outcome.undefined(Undefined.NOT_IDENTIFIED);
    }
    return Outcome.of(Math.sqrt(error * error * (1 - drawnShare()) + sample.raterVariance()));
  }

  private double drawnShare() {
    return inference.populationSize().isPresent()
        ? (double) units / inference.populationSize().getAsLong()
        : 0;
  }

  private double linearizedVariance() {
    double[] gradient = coefficient.gradient(totals);
    double squares =
        sample.isClustered() ? items.clusterSquares(gradient) : itemSquares(gradient, 0);
    double used = coefficient.usesPairableOnly() ? pairableUnits : units;
    return used / (used - 1) * squares;
  }

  // Items rated once count as disagreeing with the mean there: that is the shift.
  private double gwetError(double value) {
    boolean pairableOnly = coefficient.usesPairableOnly();
    double squares = itemSquares(coefficient.gradient(totals), pairableOnly ? 0 : value);
    double used = pairableOnly ? pairable : n;
    return Math.sqrt(used / (used - 1) * squares);
  }

  private double itemSquares(double[] gradient, double shift) {
    double squares = 0;
    for (int row = 0; row < items.rows(); row++) {
      double u = items.influence(row, gradient);
      if (shift != 0) {
        u += shift * ((items.isPairable(row) ? 1.0 / pairable : 0) - 1.0 / n);
      }
      squares += items.items(row) * u * u;
    }
    boolean doubtful = shift == 0 && squares * n < DOUBTFUL * DOUBTFUL;
    return doubtful && sample.hasNoInfluence(coefficient) ? 0 : squares;
  }

  private double[] replicates() {
    if (replicates == null) {
      drawTogether(List.of(this));
    }
    return replicates;
  }

  /** Draws the bootstrap replicates of coefficients of one sample once for all of them. */
  static void drawTogether(List<Estimator> estimators) {
    Inference how = estimators.get(0).inference;
    double[][] values =
        Resampling.bootstrap(
            estimators.stream().map(e -> e.resampling).toList(), how.replicates(), how.seed());
    for (int e = 0; e < values.length; e++) {
      estimators.get(e).replicates = values[e];
    }
  }

  private boolean enoughReplicates() {
    return replicates().length >= Math.max(2, REPLICATES_NEEDED * inference.replicates());
  }

  private double bootstrapError() {
    if (!enoughReplicates()) {
      return Double.NaN;
    }
    double first = replicates()[0]; // so that equal replicates have a mean without rounding
    double mean = 0;
    for (double x : replicates()) {
      mean += (x - first) / replicates().length;
    }
    double squares = 0;
    for (double x : replicates()) {
      squares += (x - first - mean) * (x - first - mean);
    }
    return Math.sqrt(squares / (replicates().length - 1));
  }

  private Interval interval(double value, Outcome error, Set<Caution> cautions) {
    if (!error.defined()) {
      return null;
    }
    double confidence = inference.confidenceLevel();
    var limits =
        switch (inference.interval()) {
          case T, NORMAL -> Limits.wald(value, error.value(), reference(), confidence);
          case LOGIT ->
              Limits.logit(
                  value, error.value(), disagreement, pairableUnits, reference(), confidence);
          case SCORE ->
              Limits.score(
                  value, error.value(), disagreement, pairableUnits, reference(), confidence);
          case POSTERIOR ->
              new Posterior(coefficient, sample, items)
                  .limits(value, pairableUnits, drawnShare(), confidence);
          case PERCENTILE ->
              enoughReplicates() ? Limits.percentile(replicates(), confidence) : null;
          case BCA ->
              enoughReplicates()
                  ? Limits.bca(value, replicates(), resampling.leaveOneOut(), items, confidence)
                  : null;
        };
    if (limits == null) {
      return null;
    }
    if (limits.lower() < -1 || limits.upper() > 1) {
      cautions.add(Caution.INTERVAL_CUT);
    }
    String method = inference.interval().name().toLowerCase(Locale.ROOT);
    return Interval.within(-1, 1, limits.lower(), limits.upper(), confidence, method);
  }

  private Outcome pValue(double value, Outcome error, boolean twoSided) {
    if (!error.defined()) {
      return error;
    }
    if (error.value() == 0) {
      return value == 0
          ? Outcome.undefined(Undefined.ZERO_VARIANCE)
          : Outcome.of(!twoSided && value < 0 ? 1 : 0);
    }
    double ratio = value / error.value();
    return Outcome.of(
        twoSided
            ? Math.min(1, 2 * reference().tails(Math.abs(ratio)).upper())
            : reference().tails(ratio).upper());
  }

  private long counted() {
    return coefficient.usesPairableOnly() && inference.degrees() == Inference.Degrees.USED
        ? pairableUnits
        : units;
  }

  private Distribution reference() {
    return switch (inference.interval()) {
      case T, LOGIT, SCORE, POSTERIOR ->
          new StudentT(sample.degreesOfFreedom().orElse((double) Math.max(1, counted() - 1)));
      case NORMAL, PERCENTILE, BCA -> Normal.STANDARD;
    };
  }
}
