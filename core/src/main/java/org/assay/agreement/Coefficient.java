package org.assay.agreement;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import org.assay.agreement.AgreementEstimate.Caution;
import org.assay.count.DistinctVectors;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/**
 * A coefficient of agreement: 1 - observed / expected disagreement, both smooth functions of totals
 * over items.
 *
 * <p>Each item adds a few numbers to the totals. That one property gives everything else: totals of
 * any slice can be added, the coefficient costs O(distinct patterns), leaving out an item is a
 * subtraction, a bootstrap replicate is a multinomial draw on the patterns, and the influence of an
 * item is the gradient times what it adds.
 */
public abstract sealed class Coefficient permits PatternCoefficient, RaterCoefficient, PeerKappa {
  private final String name;
  private final Weights weights;

  Coefficient(String name, Weights weights) {
    this.name = name;
    this.weights = weights;
  }

  /**
   * Name of the coefficient, as in the protocol.
   *
   * @return for example {@code fleissKappa}
   */
  public String name() {
    return name;
  }

  /**
   * Weights of the coefficient.
   *
   * @return K x K
   */
  public Weights weights() {
    return weights;
  }

  int grades() {
    return weights.grades();
  }

  /** Number of totals for vectors of this width. */
  abstract int totals(int width);

  /** Reports what an item with this vector adds to the totals. */
  abstract void contribute(int[] vector, TotalSink sink);

  /** The coefficient from totals; {@link Disagreement#NONE} when no item has two ratings. */
  abstract Disagreement evaluate(double[] totals);

  /** Fills the derivatives of observed and expected disagreement by the totals. */
  abstract void differentiate(double[] totals, double[] observed, double[] expected);

  /** Derivatives of the coefficient by the totals; it must exist there. */
  double[] gradient(double[] totals) {
    double[] observed = new double[totals.length];
    double[] expected = new double[totals.length];
    differentiate(totals, observed, expected);
    Disagreement d = evaluate(totals);
    for (int t = 0; t < observed.length; t++) {
      observed[t] = ((1 - d.coefficient()) * expected[t] - observed[t]) / d.expected();
    }
    return observed;
  }

  /** Largest of the terms that derivatives are differences of, for what rounding may leave. */
  double termSize(double[] totals) {
    double[] observed = new double[totals.length];
    double[] expected = new double[totals.length];
    differentiate(totals, observed, expected);
    return termSize(evaluate(totals), observed, expected);
  }

  static double termSize(Disagreement at, double[] observed, double[] expected) {
    double change = Math.abs(1 - at.coefficient()) * Influence.largest(expected);
    return (Influence.largest(observed) + change) / at.expected();
  }

  /** Number of ratings on an item with this vector. */
  abstract int ratings(int[] vector);

  /** Adds to the ratings of each grade those on items with this vector. */
  abstract void addGrades(int[] vector, long items, long[] grades);

  /** Number of pairs of ratings on an item with this vector. */
  long pairs(int[] vector) {
    long ratings = ratings(vector);
    return ratings * (ratings - 1) / 2;
  }

  /** The largest value that the raters' grade shares allow, where it can be below 1. */
  Outcome maximum(double[] totals) {
    return Outcome.undefined(Undefined.NOT_APPLICABLE);
  }

  /** Whether an item with this vector has a say in the observed disagreement. */
  boolean isPairable(int[] vector) {
    return ratings(vector) >= 2;
  }

  /** A vector with the raters, or as many ratings, of one that was seen. */
  abstract int[] like(int[] seen, PriorItem item);

  /** The vector of an item with these two ratings. */
  abstract int[] pair(int first, int second);

  /** Whether items rated once are left out altogether, also where chance is estimated. */
  boolean usesPairableOnly() {
    return false;
  }

  /** Whether the coefficient corrects for chance, so that it needs two grades. */
  boolean correctsForChance() {
    return true;
  }

  /** Cautions that only the coefficient itself can see. */
  Set<Caution> cautions(double[] totals) {
    return EnumSet.noneOf(Caution.class);
  }

  void requireGrades(int dataGrades) {
    if (dataGrades != grades()) {
      throw new IllegalArgumentException(
          "weights must have the grades of the data, " + dataGrades + ", got " + grades());
    }
  }

  AgreementEstimate estimate(DistinctVectors items, Inference inference) {
    return estimate(Sample.of(items), inference);
  }

  static List<AgreementEstimate> estimateAll(
      List<? extends Coefficient> coefficients, DistinctVectors items, Inference inference) {
    Sample sample = Sample.of(items);
    List<Estimator> estimators =
        coefficients.stream().map(c -> new Estimator(c, sample, inference)).toList();
    if (inference.needsBootstrap() && !estimators.isEmpty()) {
      Estimator.drawTogether(estimators);
    }
    return estimators.stream().map(Estimator::estimate).toList();
  }

  <T> AgreementEstimate estimateClustered(
      Collection<T> clusters, Function<T, DistinctVectors> items, Inference inference) {
    return estimate(Sample.clustered(clusters.stream().map(items).toList()), inference);
  }

  <T> AgreementEstimate estimateWeighted(
      SortedMap<Double, T> byWeight, Function<T, DistinctVectors> items, Inference inference) {
    return estimate(
        Sample.weighted(
            byWeight.entrySet().stream()
                .map(e -> new Sample.Slice(items.apply(e.getValue()), e.getKey()))
                .toList()),
        inference);
  }

  AgreementEstimate estimate(Sample sample, Inference inference) {
    return new Estimator(this, sample, inference).estimate();
  }

  /** Takes what an item adds to a total. */
  @FunctionalInterface
  interface TotalSink {
    void add(int total, double value);
  }
}
