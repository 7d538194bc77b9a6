package org.assay.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GammaSamplerTest {
  /** Mean and variance are the shape; 4.9 standard errors are passed once in a million times. */
  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.5, 1, 1.5, 7, 400})
  void meanAndVarianceAreTheShape(double shape) {
    var random = new GammaSampler(17);
    int n = 200_000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double d = random.sample(shape) - shape;
      sum += d;
      squares += d * d;
    }
    assertEquals(0, sum / n, 4.9 * Math.sqrt(shape / n));
    // the fourth central moment of a gamma variable is 3 shape (shape + 2)
    assertEquals(
        shape, squares / n, 4.9 * Math.sqrt((3 * shape * (shape + 2) - shape * shape) / n));
  }

  @Test
  void aSeedGivesItsNumbersEverywhere() {
    var random = new GammaSampler(1);
    var again = new GammaSampler(1);
    for (int i = 0; i < 1_000; i++) {
      assertEquals(random.sample(2.5), again.sample(2.5));
    }
  }
}
