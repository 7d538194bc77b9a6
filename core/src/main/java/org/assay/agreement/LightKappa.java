package org.assay.agreement;

import java.util.EnumSet;
import java.util.Set;
import org.assay.agreement.AgreementEstimate.Caution;
import org.assay.count.RatingRows;

/**
 * Light's kappa: the mean of Cohen's kappa over all pairs of raters, each over the items that both
 * rated.
 *
 * <p><b>Edges.</b> Pairs that share no item, or whose kappa is undefined, are left out of the mean,
 * with {@link Caution#PAIRS_LEFT_OUT}. Undefined when no pair is left. {@code observed} and {@code
 * expected} are means over the same pairs. <br>
 * <b>Cost.</b> O(rows x raters^2 + raters^2 x grades^2). <br>
 * <b>Source.</b> Light (1971), Psychological Bulletin 76, 365-377. <b>Agrees with</b> irr {@code
 * kappam.light}; the standard error is that of the mean of dependent kappas by the influence of
 * each item, not irr's product formula.
 */
public final class LightKappa extends RaterCoefficient {
  private LightKappa(Weights weights) {
    super("lightKappa", weights);
  }

  /**
   * Light's kappa with weights.
   *
   * @param weights K x K
   * @return the coefficient
   */
  public static LightKappa with(Weights weights) {
    return new LightKappa(weights);
  }

  /**
   * Unweighted Light's kappa.
   *
   * @param rows the items
   * @return the estimate with the defaults
   */
  public static AgreementEstimate of(RatingRows rows) {
    return with(Weights.identity(rows.grades())).estimate(rows);
  }

  @Override
  int totals(int width) {
    long cells = (long) width * (width - 1) / 2 * grades() * grades();
    return Math.toIntExact(cells);
  }

  @Override
  void contribute(int[] row, TotalSink sink) {
    int pair = 0;
    for (int g = 0; g < row.length; g++) {
      for (int h = g + 1; h < row.length; h++, pair++) {
        if (row[g] != RatingRows.MISSING && row[h] != RatingRows.MISSING) {
          sink.add((pair * grades() + row[g]) * grades() + row[h], 1);
        }
      }
    }
  }

  @Override
  Disagreement evaluate(double[] totals) {
    double observed = 0;
    double expected = 0;
    double sum = 0;
    int defined = 0;
    boolean shared = false;
    for (int from = 0; from < totals.length; from += cells()) {
      PairShares pair = PairShares.of(totals, from, weights());
      Disagreement d = pair.chanceByRater(weights());
      shared |= pair.pairs() > 0;
      if (d.isDefined()) {
        observed += d.observed();
        expected += d.expected();
        sum += d.coefficient();
        defined++;
      }
    }
    if (defined > 0) {
      return new Disagreement(observed / defined, expected / defined, sum / defined);
    }
    // The pairs that share items agree on one grade throughout.
    return shared ? Disagreement.of(0, 0) : Disagreement.NONE;
  }

  @Override
  double[] gradient(double[] totals) {
    double[] gradient = new double[totals.length];
    int defined = 0;
    for (int from = 0; from < totals.length; from += cells()) {
      PairShares pair = PairShares.of(totals, from, weights());
      Disagreement d = pair.chanceByRater(weights());
      if (!d.isDefined()) {
        continue;
      }
      defined++;
      double[] observed = new double[cells()];
      double[] expected = new double[cells()];
      pair.differentiateByRater(weights(), observed, expected);
      for (int cell = 0; cell < cells(); cell++) {
        gradient[from + cell] =
            ((1 - d.coefficient()) * expected[cell] - observed[cell]) / d.expected();
      }
    }
    for (int t = 0; t < gradient.length; t++) {
      gradient[t] /= defined;
    }
    return gradient;
  }

  @Override
  double termSize(double[] totals) {
    double largest = 0;
    for (int from = 0; from < totals.length; from += cells()) {
      PairShares pair = PairShares.of(totals, from, weights());
      Disagreement d = pair.chanceByRater(weights());
      if (d.isDefined()) {
        double[] observed = new double[cells()];
        double[] expected = new double[cells()];
        pair.differentiateByRater(weights(), observed, expected);
        largest = Math.max(largest, termSize(d, observed, expected));
      }
    }
    return largest;
  }

  @Override
  void differentiate(double[] totals, double[] observed, double[] expected) {
    throw new UnsupportedOperationException("the mean has its own gradient");
  }

  @Override
  Set<Caution> cautions(double[] totals) {
    var cautions = EnumSet.noneOf(Caution.class);
    for (int from = 0; from < totals.length; from += cells()) {
      PairShares pair = PairShares.of(totals, from, weights());
      if (!pair.chanceByRater(weights()).isDefined()) {
        cautions.add(Caution.PAIRS_LEFT_OUT);
      } else if (pair.hasConstantRater()) {
        cautions.add(Caution.NO_VARIATION_RATER);
      }
    }
    return cautions;
  }

  private int cells() {
    return grades() * grades();
  }
}
