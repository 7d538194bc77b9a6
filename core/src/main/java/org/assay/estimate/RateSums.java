package org.assay.estimate;

import org.assay.estimate.DesignSample.Part;

/**
 * Sums over the strata of a scope, for one rate. Unresolved selections enter twice: as errors
 * wherever they can be ({@link #high}), and as no errors wherever they need not be ({@link #low}).
 */
final class RateSums {
  final StratumVariance variance;
  final StratumVariance process;
  final Evidence high;
  final Evidence low;
  final Evidence known; // checks alone

  RateSums() {
    this(
        new StratumVariance(true),
        new StratumVariance(false),
        new Evidence(),
        new Evidence(),
        new Evidence());
  }

  private RateSums(
      StratumVariance variance,
      StratumVariance process,
      Evidence high,
      Evidence low,
      Evidence known) {
    this.variance = variance;
    this.process = process;
    this.high = high;
    this.low = low;
    this.known = known;
  }

  /** The same, as if there were no unresolved selections. */
  RateSums withoutUnresolved() {
    RateSums sums = new RateSums(variance, process, known, known, known);
    known.largest = high.largest;
    known.largestSquare = high.largestSquare;
    sums.errors = errors;
    sums.clean = clean;
    sums.strata = strata;
    sums.domain = domain;
    sums.errorWeight = errorWeight;
    sums.squares = squares;
    sums.isWhole = isWhole;
    return sums;
  }

  /** What bounds are made of. */
  static final class Evidence {
    long errors;
    long checked;
    double domain; // sum of weights
    double errorWeight;
    double errorSquares; // sum over drawn units of (weight of the errors)^2
    double errorFirsts; // the same over w
    double largest; // most weight that one drawn unit could add in errors
    double largestSquare; // of the same unit, L^2 (1 - 1/w)

    void add(long count, double w, boolean isError) {
      checked += count;
      domain += count * w;
      if (isError) {
        errors += count;
        errorWeight += count * w;
        errorSquares += count * w * w;
        errorFirsts += count * w;
      }
    }

    void couldAdd(double weight, double w) {
      if (weight > largest) {
        largest = weight;
        largestSquare = weight * weight * (1 - 1 / w);
      }
    }
  }

  /** Sums of one stratum. */
  static final class Stratum {
    double units; // sampled in the stratum, in the scope or not
    double inverse; // sum of 1/w over them
    long errors;
    long clean;
    double errorWeight;
    double cleanWeight;
    double ee2; // sum over drawn units of E^2, E C, C^2
    double ec2;
    double cc2;
    double ee1; // the same over w
    double ec1;
    double cc1;

    /** Begins anew. */
    void clear(CheckWeights.Units of) {
      units = of == null ? 0 : of.count;
      inverse = of == null ? 0 : of.inverse;
      errors = 0;
      clean = 0;
      errorWeight = 0;
      cleanWeight = 0;
      ee2 = 0;
      ec2 = 0;
      cc2 = 0;
      ee1 = 0;
      ec1 = 0;
      cc1 = 0;
    }

    void add(Part part, double w, long count) {
      if (part == Part.ERROR) {
        errors += count;
        errorWeight += count * w;
        ee2 += count * w * w;
        ee1 += count * w;
      } else if (part != Part.OUTSIDE) {
        clean += count;
        cleanWeight += count * w;
        cc2 += count * w * w;
        cc1 += count * w;
      }
    }

    /** A drawn item with that many errors and clean checks. */
    void addItem(long wrong, double wrongWeight, long right, double rightWeight, double w) {
      errors += wrong;
      clean += right;
      errorWeight += wrongWeight;
      cleanWeight += rightWeight;
      ee2 += wrongWeight * wrongWeight;
      ec2 += wrongWeight * rightWeight;
      cc2 += rightWeight * rightWeight;
      ee1 += wrongWeight * wrongWeight / w;
      ec1 += wrongWeight * rightWeight / w;
      cc1 += rightWeight * rightWeight / w;
    }

    /** The sums of one without those of a part of it; no rest where nothing is left. */
    static Stratum difference(Stratum all, Stratum part) {
      var left = new Stratum();
      left.units = all.units;
      left.inverse = all.inverse;
      left.errors = all.errors - part.errors;
      left.clean = all.clean - part.clean;
      if (left.errors > 0) {
        left.errorWeight = all.errorWeight - part.errorWeight;
        left.ee2 = all.ee2 - part.ee2;
        left.ee1 = all.ee1 - part.ee1;
      }
      if (left.clean > 0) {
        left.cleanWeight = all.cleanWeight - part.cleanWeight;
        left.cc2 = all.cc2 - part.cc2;
        left.cc1 = all.cc1 - part.cc1;
      }
      if (left.errors > 0 && left.clean > 0) {
        left.ec2 = all.ec2 - part.ec2;
        left.ec1 = all.ec1 - part.ec1;
      }
      return left;
    }
  }

  long errors;
  long clean;
  long unresolved;
  int strata;
  double domain;
  double errorWeight;
  double squares;
  boolean isWhole = true; // nothing is outside the domain

  /** Adds the sums of a stratum. */
  void add(Stratum s) {
    errors += s.errors;
    clean += s.clean;
    domain += s.errorWeight + s.cleanWeight;
    errorWeight += s.errorWeight;
    squares += s.ee2 + 2 * s.ec2 + s.cc2;
    strata += s.errors + s.clean > 0 ? 1 : 0;
    variance.add(s, 1);
    process.add(s, 1);
  }

  double rate() {
    return Math.min(1, errorWeight / domain);
  }
}
