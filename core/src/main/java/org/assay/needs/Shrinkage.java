package org.assay.needs;

import java.util.List;

/**
 * How much of the differences between people is chance, for drawing what was found towards what the
 * others' shares give.
 *
 * <p>A person's errors are taken to be a multiple of those expected, the multiples having mean 1
 * and variance v over people; v by moments,
 *
 * <pre>{@code
 * v = sum of [(x - e)^2 - chance variance] / sum of e^2     at least 0
 * shrunken x = e (1 + v x / f) / (1 + v e / f)              f the factor of the variance
 * }</pre>
 *
 * the posterior mean under a gamma distribution of multiples. One v is for all errors, one for
 * single mix-ups.
 *
 * @param all v of all errors
 * @param cells v of mix-ups
 */
record Shrinkage(double all, double cells) {
  /** Sums from which the variance follows. */
  static final class Moments {
    private double above;
    private double scale;

    void add(PeerCounts counts, double factor) {
      double excess = counts.found() - counts.expected();
      above += excess * excess - factor * counts.chance();
      scale += counts.expected() * counts.expected();
    }

    void add(Moments other) {
      above += other.above;
      scale += other.scale;
    }

    double variance() {
      return scale > 0 ? Math.max(0, above / scale) : 0;
    }
  }

  static Shrinkage of(List<Suspicion> people) {
    Moments all = new Moments();
    Moments cells = new Moments();
    for (Suspicion s : people) {
      all.add(s.all(), s.factor());
      cells.add(s.moments());
    }
    return new Shrinkage(all.variance(), cells.variance());
  }

  /** All errors of somebody. */
  double all(Suspicion s) {
    return shrunken(s.all(), s.factor(), all);
  }

  /** One mix-up of somebody. */
  double cell(PeerCounts counts, double factor) {
    return shrunken(counts, factor, cells);
  }

  // Where nobody else errs, everybody's share is the expected one.
  private static double shrunken(PeerCounts c, double factor, double v) {
    double e = c.expected() > 0 ? c.expected() : c.mean();
    return e * (1 + v * c.found() / factor) / (1 + v * e / factor);
  }
}
