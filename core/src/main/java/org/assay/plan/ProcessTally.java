package org.assay.plan;

import org.assay.internal.Binomial;
import org.assay.internal.DiscreteDistribution;

/** Independent checks, which may be effective ones. */
record ProcessTally(
    double errors, double unresolved, double checked, double limit, double rate, LevelJudge judge)
    implements Tally {
  @Override
  public boolean isEndless() {
    return true;
  }

  @Override
  public long most() {
    return FurtherChecks.NO_CEILING;
  }

  @Override
  public long mostErrors() {
    return FurtherChecks.NO_CEILING;
  }

  @Override
  public boolean keepsLimit() {
    return rate <= limit;
  }

  @Override
  public boolean passes(long more, long further) {
    return judge.shows(
        Binomial.realTails(checked + more, limit, errors + unresolved + further).lower());
  }

  @Override
  public boolean fails(long more, long further) {
    return judge.refutes(Binomial.realTails(checked + more, limit, errors + further - 1).upper());
  }

  @Override
  public DiscreteDistribution future(long more) {
    return new Binomial(more, rate);
  }

  @Override
  public long about(long further, double tail, boolean pass) {
    double k = errors + further + (pass ? unresolved : 0);
    return (long) (Approximation.size(k, limit, tail, pass) - checked);
  }
}
