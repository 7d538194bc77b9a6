package org.assay.plan;

import org.assay.internal.DiscreteDistribution;
import org.assay.internal.Hypergeometric;

/** A simple random sample of a lot. */
record LotTally(
    long errors,
    long unresolved,
    long done,
    long lotSize,
    long allowed,
    long defectiveLeft,
    LevelJudge judge)
    implements Tally {
  @Override
  public double checked() {
    return (double) done;
  }

  @Override
  public double rate() {
    return (double) defectiveLeft / Math.max(1, lotSize - done);
  }

  @Override
  public boolean isEndless() {
    return false;
  }

  @Override
  public long most() {
    return lotSize - done;
  }

  @Override
  public long mostErrors() {
    return defectiveLeft;
  }

  @Override
  public boolean keepsLimit() {
    return errors + Math.round(unresolved * rate()) + defectiveLeft <= allowed;
  }

  @Override
  public boolean passes(long more, long further) {
    return judge.shows(
        new Hypergeometric(lotSize, allowed + 1, done + more)
            .tails(errors + unresolved + further)
            .lower());
  }

  @Override
  public boolean fails(long more, long further) {
    return judge.refutes(
        new Hypergeometric(lotSize, allowed, done + more).tails(errors + further - 1).upper());
  }

  @Override
  public DiscreteDistribution future(long more) {
    return new Hypergeometric(Math.max(1, lotSize - done), defectiveLeft, more);
  }

  @Override
  public long about(long further, double tail, boolean pass) {
    double k = (double) (errors + further + (pass ? unresolved : 0));
    double defective = (double) (pass ? allowed + 1 : Math.max(1, allowed));
    return (long) (Approximation.size(k, defective, (double) lotSize, tail, pass) - done);
  }
}
