package org.assay.drift;

import java.util.Arrays;
import java.util.Optional;
import org.assay.internal.Check;

/**
 * A one-sided Bernoulli CUSUM: a chart of single checks, error or not, that signals when errors
 * have become more frequent, or rarer, than they were.
 *
 * <pre>{@code
 * more frequent:  S = max(0, S + step - 1) after an error, max(0, S - 1) after another check
 * rarer:          S = max(0, S - (step - 1)) after an error, S + 1 after another check
 * signal when S >= limit
 * }</pre>
 *
 * S begins at 0. This is the likelihood ratio chart of the two rates with its scores rounded to a
 * lattice: step is the whole number next to r2 / r1, where r1 = -ln((1 - p1) / (1 - p0)) and r2 =
 * ln(p1 (1 - p0) / (p0 (1 - p1))). On the lattice run lengths are exact, not approximated.
 *
 * <p><b>Run length.</b> The number of checks until a signal; its mean at a rate at which nothing
 * should signal says how rare false signals are. It holds when that rate is known; see {@link
 * TwoSidedCusum#allowing} for a rate that was estimated.
 *
 * <p><b>Cost.</b> O(limit + step). <b>Source.</b> Reynolds and Stoumbos (1999), Journal of Quality
 * Technology 31, 87-108; Brook and Evans (1972), Biometrika 59, 539-549 for the Markov chain.
 *
 * @param inControlRate p0, rate of errors among checks that the chart takes for normal
 * @param shiftedRate p1, rate that it is built to notice
 * @param step what an error outweighs, in checks without error; at least 2
 * @param limit at least 1
 */
record CusumDesign(double inControlRate, double shiftedRate, int step, int limit) {
  private static final int LARGEST_STEP = 100_000;
  static final int LARGEST_LIMIT = 1_000_000;
  static final int NO_STEP = 0;

  public CusumDesign {
    Check.openUnit("inControlRate", inControlRate);
    Check.openUnit("shiftedRate", shiftedRate);
    if (inControlRate == shiftedRate) {
      throw new IllegalArgumentException(
          "shiftedRate must differ from inControlRate, got " + shiftedRate);
    }
    Check.range("step", 2, LARGEST_STEP, step);
    Check.range("limit", 1, LARGEST_LIMIT, limit);
  }

  /**
   * The chart with the smallest limit that reaches an average run length.
   *
   * @param inControlRate p0, in (0, 1)
   * @param shiftedRate p1, in (0, 1), above p0 to notice an increase and below to notice a decrease
   * @param runLength average number of checks until a false signal, at least 1
   * @return the design
   * @throws IllegalArgumentException if the rates are so close or so large that no chart with a
   *     step of 2 to 100,000 and a limit up to 1,000,000 does it
   */
  public static CusumDesign of(double inControlRate, double shiftedRate, double runLength) {
    Check.finite("runLength", runLength);
    int step = step(inControlRate, shiftedRate);
    if (step == NO_STEP) {
      throw new IllegalArgumentException(
          "inControlRate and shiftedRate must differ and give a step of 2 to "
              + LARGEST_STEP
              + ", got "
              + inControlRate
              + " and "
              + shiftedRate);
    }
    FalseSignals promise = FalseSignals.oneIn(Math.max(1, runLength), inControlRate);
    return smallest(inControlRate, shiftedRate, promise, LARGEST_LIMIT)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "a chart must signal with a limit of at most " + LARGEST_LIMIT + ", got none"));
  }

  /** The same chart with a limit that is that many times as large. */
  CusumDesign widened(double factor) {
    int wide = (int) Math.min(LARGEST_LIMIT, Math.ceil(limit * factor));
    return new CusumDesign(inControlRate, shiftedRate, step, wide);
  }

  /**
   * The chart with the smallest limit that keeps a promise about false signals.
   *
   * <p>The hardest of the promise's rates goes ahead of the others: where no chart keeps the
   * promise, its run lengths alone tell. Where errors at that rate lift a chart for an increase by
   * more than the other checks take away, Wald's identity tells at once: (rate step - 1) A is at
   * most what the chart can have climbed at the signal, limit + step - 2.
   *
   * @param most largest limit tried, but never more than 1,000,000
   * @return empty when no step or no limit in range does it
   */
  static Optional<CusumDesign> smallest(
      double inControlRate, double shiftedRate, FalseSignals promise, double most) {
    int step = step(inControlRate, shiftedRate);
    if (step == NO_STEP) {
      return Optional.empty();
    }
    var chart = new CusumDesign(inControlRate, shiftedRate, step, 1);
    var growing =
        Arrays.stream(promise.rates()).mapToObj(chart::growing).toArray(RunLength.Growing[]::new);
    int largest = (int) Math.max(0, Math.min(LARGEST_LIMIT, most));
    int hardest = promise.hardest(chart.forIncrease());
    double rise = chart.forIncrease() ? promise.rates()[hardest] * step - 1 : 0;
    if (rise * promise.needed(hardest) > largest + (step - 2.0)) {
      return Optional.empty();
    }
    double[] lengths = new double[growing.length];
    int first = 0;
    do {
      if (++first > largest) {
        return Optional.empty();
      }
      lengths[hardest] = growing[hardest].next();
    } while (!promise.allow(hardest, lengths[hardest]));
    for (int limit = 1; limit <= largest; limit++) {
      for (int r = 0; r < lengths.length; r++) {
        if (r != hardest || limit > first) {
          lengths[r] = growing[r].next();
        }
      }
      if (limit >= first && promise.allow(lengths)) {
        return Optional.of(new CusumDesign(inControlRate, shiftedRate, step, limit));
      }
    }
    return Optional.empty();
  }

  /**
   * The step for two rates: what an error outweighs, rounded.
   *
   * @return at least 2, for rates below about a half; {@link #NO_STEP} when the rates are too close
   *     or too large
   */
  static int step(double inControlRate, double shiftedRate) {
    Check.openUnit("inControlRate", inControlRate);
    Check.openUnit("shiftedRate", shiftedRate);
    double r1 = Math.log1p(-inControlRate) - Math.log1p(-shiftedRate);
    double r2 = Math.log(shiftedRate) - Math.log(inControlRate) + r1;
    double step = r2 / r1;
    return step >= 1.5 && step < LARGEST_STEP + 0.5 ? (int) Math.round(step) : NO_STEP;
  }

  /**
   * Whether the chart looks for an increase.
   *
   * @return true when the shifted rate is above the one in control
   */
  public boolean forIncrease() {
    return shiftedRate > inControlRate;
  }

  /**
   * Average number of checks until a signal, exactly.
   *
   * @param rate of errors among checks, in (0, 1)
   * @return at least 1
   */
  public double averageRunLength(double rate) {
    RunLength.Growing growing = growing(Check.openUnit("rate", rate));
    for (int smaller = 1; smaller < limit; smaller++) {
      growing.next();
    }
    return growing.next();
  }

  /**
   * Probability of a signal within a number of checks, exactly. O(checks x limit).
   *
   * @param rate of errors among checks, in (0, 1)
   * @param checks at least 0
   * @return in [0, 1]
   */
  public double signalProbability(double rate, int checks) {
    Check.openUnit("rate", rate);
    Check.atLeast("checks", 0, checks);
    double[] at = new double[limit];
    at[0] = 1;
    double signalled = 0;
    for (int c = 0; c < checks; c++) {
      double[] next = new double[limit];
      for (int s = 0; s < limit; s++) {
        int afterError = after(s, true);
        int afterOther = after(s, false);
        if (afterError < limit) {
          next[afterError] += at[s] * rate;
        } else {
          signalled += at[s] * rate;
        }
        if (afterOther < limit) {
          next[afterOther] += at[s] * (1 - rate);
        } else {
          signalled += at[s] * (1 - rate);
        }
      }
      at = next;
    }
    return Math.min(1, signalled);
  }

  /** Where the chart stands after one more check. */
  int after(int value, boolean error) {
    int move = error ? step - 1 : -1;
    return Math.max(0, forIncrease() ? value + move : value - move);
  }

  private RunLength.Growing growing(double rate) {
    return forIncrease() ? RunLength.increase(rate, step) : RunLength.decrease(rate, step);
  }
}
