package org.assay.agreement;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * Whether the influence of every item on a coefficient is 0 by algebra, in exact arithmetic: items
 * that all agree to a third, say, or grades that are symmetric.
 *
 * <p>A coefficient is 1 - D_o / D_e, so the influence of an item is 0 where the relative changes of
 * D_o and D_e with its weight are equal. With all shares brought to a common denominator both are
 * quotients of whole numbers and weights, which are exact as decimal fractions; cross
 * multiplication needs no division.
 */
final class ExactInfluence {
  private static final int MOST_BITS = 4_096; // of the common denominator

  private final Coefficient coefficient;
  private final List<int[]> vectors;
  private final BigDecimal[] times;
  private final int grades;
  private final BigDecimal[][] disagreement;

  private ExactInfluence(Coefficient coefficient, List<int[]> vectors, long[] items) {
    this.coefficient = coefficient;
    this.vectors = vectors;
    this.times = Arrays.stream(items).mapToObj(BigDecimal::new).toArray(BigDecimal[]::new);
    this.grades = coefficient.grades();
    this.disagreement = new BigDecimal[grades][grades];
    for (int k = 0; k < grades; k++) {
      for (int l = 0; l < grades; l++) {
        disagreement[k][l] = new BigDecimal(coefficient.weights().disagreement(k, l));
      }
    }
  }

  /**
   * Whether all influences are 0.
   *
   * @param coefficient which
   * @param vectors distinct patterns with a rating
   * @param items number of items of each
   * @return false also where it was not found out: coefficients that ask for the rater, whose zeros
   *     come out by themselves, and numbers of ratings without a manageable common denominator
   */
  static boolean isZero(Coefficient coefficient, List<int[]> vectors, long[] items) {
    if (vectors.isEmpty()) {
      return false;
    }
    var exact = new ExactInfluence(coefficient, vectors, items);
    if (coefficient instanceof ItemMeanCoefficient mean) {
      return exact.ofMeans(mean);
    }
    return coefficient instanceof KrippendorffAlpha alpha
        && !alpha.isOrdinal()
        && exact.ofCoincidences();
  }

  // D_o = B / (L A) and D_e = Q / T^2 up to a factor, T = L N: zero where
  // b A Q N - a B Q N - q A B N + 2 A B Q = 0 with q the change of Q.
  private boolean ofMeans(ItemMeanCoefficient mean) {
    BigInteger common = common(true);
    if (common == null) {
      return false;
    }
    BigDecimal unit = new BigDecimal(common);
    int rows = vectors.size();
    BigDecimal[] b = new BigDecimal[rows];
    BigDecimal[][] shares = new BigDecimal[rows][grades];
    BigDecimal sumB = BigDecimal.ZERO;
    BigDecimal pairable = BigDecimal.ZERO;
    BigDecimal n = BigDecimal.ZERO;
    BigDecimal[] s = zeros();
    for (int v = 0; v < rows; v++) {
      long r = coefficient.ratings(vectors.get(v));
      b[v] = r < 2 ? BigDecimal.ZERO : within(v).multiply(part(common, r * (r - 1)));
      sumB = sumB.add(times[v].multiply(b[v]));
      pairable = r < 2 ? pairable : pairable.add(times[v]);
      n = n.add(times[v]);
      for (int k = 0; k < grades; k++) {
        shares[v][k] = part(common, r).multiply(new BigDecimal(vectors.get(v)[k]));
        s[k] = s[k].add(times[v].multiply(shares[v][k]));
      }
    }
    ExactForm form = mean.exactForm(this, s, unit.multiply(n));
    for (int v = 0; v < rows; v++) {
      BigDecimal q = form.change(shares[v], unit);
      BigDecimal a = coefficient.ratings(vectors.get(v)) < 2 ? BigDecimal.ZERO : BigDecimal.ONE;
      BigDecimal difference =
          b[v].multiply(pairable)
              .subtract(a.multiply(sumB))
              .multiply(form.value())
              .multiply(n)
              .subtract(q.multiply(pairable).multiply(sumB).multiply(n))
              .add(form.value().multiply(pairable).multiply(sumB).multiply(BigDecimal.valueOf(2)));
      if (difference.signum() != 0) {
        return false;
      }
    }
    return true;
  }

  // Alpha: D_o = O / M, D_e = Q / M^2: zero where o M Q + r O Q - q O M = 0.
  private boolean ofCoincidences() {
    BigInteger common = common(false);
    if (common == null) {
      return false;
    }
    int rows = vectors.size();
    BigDecimal[] o = new BigDecimal[rows];
    BigDecimal sumO = BigDecimal.ZERO;
    BigDecimal m = BigDecimal.ZERO;
    BigDecimal[] n = zeros();
    for (int v = 0; v < rows; v++) {
      long r = coefficient.ratings(vectors.get(v));
      if (r < 2) {
        o[v] = BigDecimal.ZERO;
        continue;
      }
      o[v] = within(v).multiply(part(common, r - 1));
      sumO = sumO.add(times[v].multiply(o[v]));
      m = m.add(times[v].multiply(BigDecimal.valueOf(r)));
      for (int k = 0; k < grades; k++) {
        n[k] = n[k].add(times[v].multiply(new BigDecimal(vectors.get(v)[k])));
      }
    }
    ExactForm form = quadratic(n);
    for (int v = 0; v < rows; v++) {
      long r = coefficient.ratings(vectors.get(v));
      if (r < 2) {
        continue;
      }
      BigDecimal[] counts =
          Arrays.stream(vectors.get(v)).mapToObj(BigDecimal::new).toArray(BigDecimal[]::new);
      BigDecimal difference =
          o[v].multiply(m)
              .add(BigDecimal.valueOf(r).multiply(sumO))
              .multiply(form.value())
              .subtract(form.change(counts, BigDecimal.ZERO).multiply(sumO).multiply(m));
      if (difference.signum() != 0) {
        return false;
      }
    }
    return true;
  }

  /** The form sum d_kl x_k x_l at x. */
  ExactForm quadratic(BigDecimal[] x) {
    BigDecimal[] by = zeros();
    for (int k = 0; k < grades; k++) {
      for (int l = 0; l < grades; l++) {
        by[k] = by[k].add(disagreement[k][l].add(disagreement[l][k]).multiply(x[l]));
      }
    }
    BigDecimal twice = dot(by, x);
    return new ExactForm(twice.divide(BigDecimal.valueOf(2)), (change, ofTotal) -> dot(by, change));
  }

  static BigDecimal dot(BigDecimal[] x, BigDecimal[] y) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int k = 0; k < x.length; k++) {
      sum = sum.add(x[k].multiply(y[k]));
    }
    return sum;
  }

  private BigDecimal[] zeros() {
    BigDecimal[] zeros = new BigDecimal[grades];
    Arrays.fill(zeros, BigDecimal.ZERO);
    return zeros;
  }

  private BigDecimal within(int v) {
    int[] counts = vectors.get(v);
    BigDecimal sum = BigDecimal.ZERO;
    for (int k = 0; k < grades; k++) {
      for (int l = 0; l < grades; l++) {
        sum =
            sum.add(
                disagreement[k][l]
                    .multiply(new BigDecimal(counts[k]))
                    .multiply(new BigDecimal(counts[l])));
      }
    }
    return sum;
  }

  private static BigDecimal part(BigInteger common, long of) {
    return new BigDecimal(common.divide(BigInteger.valueOf(of)));
  }

  /** A common multiple of r (r - 1), or of r - 1, over the items; null when it is too long. */
  private BigInteger common(boolean both) {
    BigInteger common = BigInteger.ONE;
    for (int[] vector : vectors) {
      long r = coefficient.ratings(vector);
      BigInteger next = BigInteger.valueOf(r < 2 ? 1 : both ? r * (r - 1) : r - 1);
      common = common.multiply(next.divide(common.gcd(next)));
      if (common.bitLength() > MOST_BITS) {
        return null;
      }
    }
    return common;
  }

  /**
   * A quadratic form of shares, and how it changes with an item.
   *
   * @param value at the totals
   * @param by its change by an item's shares and by the item's part of the total
   */
  record ExactForm(BigDecimal value, Change by) {
    BigDecimal change(BigDecimal[] shares, BigDecimal ofTotal) {
      return by.of(shares, ofTotal);
    }
  }

  /** A linear form of an item's shares. */
  @FunctionalInterface
  interface Change {
    BigDecimal of(BigDecimal[] shares, BigDecimal ofTotal);
  }
}
