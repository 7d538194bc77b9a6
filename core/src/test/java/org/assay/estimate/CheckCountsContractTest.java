package org.assay.estimate;

import java.util.SplittableRandom;
import org.assay.count.AccumulatorContract;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;

/** Counts of checks keep the contract of accumulators. */
class CheckCountsContractTest extends AccumulatorContract<CheckCounts> {
  @Override
  protected CheckCounts create() {
    return CheckCounts.create(new CheckCounts.Shape(5, 4, 2, 3, 6, 7, 3));
  }

  @Override
  protected void addRandom(CheckCounts counts, SplittableRandom random) {
    counts.add(
        new CheckCell(
            random.nextInt(5),
            random.nextInt(4),
            random.nextInt(2),
            random.nextInt(3),
            random.nextInt(6),
            Blindness.values()[random.nextInt(3)],
            SelectionMethod.values()[random.nextInt(4)],
            random.nextInt(CheckCell.ALONE, 7),
            1 / (1. + random.nextInt(3)),
            random.nextInt(CheckCell.PENDING, 3),
            random.nextInt(3),
            1));
  }

  @Override
  protected CheckCounts ofState(byte[] state) {
    return CheckCounts.ofState(state);
  }

  @Override
  protected Object content(CheckCounts counts) {
    return counts.snapshot();
  }
}
