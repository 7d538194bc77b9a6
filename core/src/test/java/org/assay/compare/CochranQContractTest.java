package org.assay.compare;

import java.util.SplittableRandom;
import org.assay.count.AccumulatorContract;

/** The sums of Cochran's Q keep the contract of accumulators. */
class CochranQContractTest extends AccumulatorContract<CochranQ> {
  @Override
  protected CochranQ create() {
    return CochranQ.create(4);
  }

  @Override
  protected void addRandom(CochranQ q, SplittableRandom random) {
    q.add(random.nextBoolean(), random.nextBoolean(), random.nextBoolean(), random.nextBoolean());
  }

  @Override
  protected CochranQ ofState(byte[] state) {
    return CochranQ.ofState(state);
  }

  @Override
  protected Object content(CochranQ q) {
    return q.items() + " " + q.snapshot();
  }
}
