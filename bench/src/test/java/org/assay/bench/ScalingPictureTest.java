package org.assay.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ScalingPictureTest {
  @Test
  void linearCostIsAStraightLine() {
    String svg =
        ScalingPicture.draw(
            Map.of(
                "ScalingBenchmark.cube rows=10000 threads=1", new Compare.Score(10, 0, 10, "us/op"),
                "ScalingBenchmark.cube rows=100000 threads=1",
                    new Compare.Score(100, 0, 100, "us/op"),
                "Another.thing rows=1 threads=1", new Compare.Score(1, 0, 1, "us/op")));
    assertTrue(svg.contains("points=\"70.0,300.0 150.0,240.0\""), svg);
    assertEquals(1, svg.split("<polyline class=\"s", -1).length - 1);
  }
}
