package org.assay.bench.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.assay.plan.Boundary;
import org.assay.plan.BoundaryRun;
import org.assay.plan.Promise;
import org.assay.plan.SingleSampling;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequentialStudyTest {
  /**
   * What the truncated sequential plan of Klie et al. (ACL 2024, package sampleplan) really
   * achieves: an exact recursion over the limits that the package prints, computed before in
   * Python. The consumer's risk is up to twice what it promises. The same plan made from its
   * description agrees within 0.0003 and a fifth of a check.
   */
  @ParameterizedTest
  @CsvSource({
    "2000, 20, 100, .05, .05, .0266, .0986, 102.0, 70.6",
    "500, 5, 25, .05, .10, .0240, .1583, 71.2, 55.4",
    "1000, 10, 50, .05, .20, .0223, .3500, 49.8, 46.9",
    "2000, 20, 60, .05, .05, .0302, .1190, 246.1, 186.1",
    "1000, 10, 30, .01, .05, .0051, .0964, 236.9, 219.9",
    "5000, 50, 150, .01, .05, .0062, .1168, 289.7, 299.3",
    "1000, 20, 50, .05, .10, .0307, .1902, 135.9, 124.9",
    "5000, 100, 250, .05, .10, .0329, .1924, 152.6, 144.8"
  })
  void thePeerIsRebuilt(
      long lot,
      long acceptable,
      long unacceptable,
      double producerRisk,
      double consumerRisk,
      double producer,
      double consumer,
      double checksAtAcceptable,
      double checksAtUnacceptable) {
    var promise = Promise.inLot(lot, acceptable, unacceptable, producerRisk, consumerRisk);
    int size = (int) SingleSampling.smallest(promise).orElseThrow().maximum();
    Boundary cut = SequentialStudy.waldCutAt(size, promise);
    BoundaryRun good = BoundaryRun.of(cut, promise.lot(), promise.acceptable());
    BoundaryRun bad = BoundaryRun.of(cut, promise.lot(), promise.unacceptable());
    assertEquals(producer, good.reject(), 3e-4);
    assertEquals(consumer, bad.accept(), 3e-4);
    assertEquals(checksAtAcceptable, good.averageSampleNumber(), 0.2);
    assertEquals(checksAtUnacceptable, bad.averageSampleNumber(), 0.2);
  }
}
