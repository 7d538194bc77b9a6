package org.assay.plan;

import org.assay.internal.Binomial;
import org.assay.internal.DiscreteDistribution;
import org.assay.internal.Hypergeometric;

/**
 * A weighted sample of a finite population, in effective checks of an effective lot.
 *
 * <p>After t of N effective checks with e errors the bounds are those of t / (1 - f) independent
 * checks, f = t / N, with (e + 1) / (1 - f) - 1 errors for the upper one and e / (1 - f) for the
 * lower one: what {@link org.assay.interval.WeightedClopperPearson} makes of equal weights. Nor is
 * a bound outside what the unchecked rest can still do.
 */
record DesignTally(
    double errors, double checked, double lot, double limit, double rate, LevelJudge judge)
    implements Tally {
  private static final double ALL = 1e-9;

  @Override
  public boolean isEndless() {
    return false;
  }

  @Override
  public long most() {
    return Math.min(Hypergeometric.LARGEST, Math.max(0, (long) Math.ceil(lot - checked)));
  }

  @Override
  public long mostErrors() {
    return defectiveLeft();
  }

  private long defectiveLeft() {
    return Math.min(most(), Math.round(rate * (lot - checked)));
  }

  @Override
  public boolean keepsLimit() {
    return errors + defectiveLeft() <= limit * lot;
  }

  @Override
  public boolean passes(long more, long further) {
    double t = Math.min(lot, checked + more);
    double found = Math.min(t, errors + further);
    double open = 1 - t / lot;
    if (found + (lot - t) <= limit * lot || open < ALL) {
      return found + (lot - t) <= limit * lot * (1 + ALL);
    }
    return judge.shows(Binomial.realTails(t / open, limit, (found + 1) / open - 1).lower());
  }

  @Override
  public boolean fails(long more, long further) {
    double t = Math.min(lot, checked + more);
    double found = Math.min(t, errors + further);
    double open = 1 - t / lot;
    if (found > limit * lot * (1 + ALL) || open < ALL) {
      return found > limit * lot * (1 + ALL);
    }
    return found > 0
        && judge.refutes(Binomial.realTails(t / open, limit, found / open - 1).upper());
  }

  @Override
  public DiscreteDistribution future(long more) {
    return new Hypergeometric(Math.max(1, most()), defectiveLeft(), more);
  }

  @Override
  public long about(long further, double tail, boolean pass) {
    double k = errors + further;
    double defective = limit * lot + (pass ? 1 : 0);
    return (long) (Approximation.size(k, Math.max(1, defective), lot, tail, pass) - checked);
  }
}
