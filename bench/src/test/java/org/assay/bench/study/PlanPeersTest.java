package org.assay.bench.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.assay.plan.SingleSampling;
import org.assay.plan.StagedPlan;
import org.junit.jupiter.api.Test;

class PlanPeersTest {
  /** Where both rates are whole numbers of items: R AcceptanceSampling 1.0.11, find.plan. */
  @Test
  void plansOfThePeer() throws IOException {
    List<StagedPlan> plans =
        PlanPeers.problems(Path.of("peers/plans.csv")).stream()
            .map(problem -> SingleSampling.smallest(problem.promise()).orElseThrow())
            .toList();
    assertEquals(
        List.of(
            StagedPlan.single(181, 4),
            StagedPlan.single(80, 7),
            StagedPlan.single(47, 4),
            StagedPlan.single(176, 4),
            StagedPlan.single(414, 7),
            StagedPlan.single(629, 12),
            StagedPlan.single(303, 10),
            StagedPlan.single(181, 4),
            StagedPlan.single(53_238, 65),
            StagedPlan.single(288_648, 316)),
        plans.subList(0, 10));
  }
}
