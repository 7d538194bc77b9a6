package org.assay.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.assay.count.ConfusionMatrix;
import org.assay.count.WeightedConfusion;
import org.assay.data.GradingScheme;
import org.assay.interval.ProportionInterval;
import org.assay.result.Interval;
import org.assay.result.Undefined;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CorrectnessTest {
  private static final GradingScheme SCHEME = GradingScheme.ordered("A", "B", "C");

  @Nested
  class Laws {
    /** With equal weights, whatever they are, everything is that of the counts. */
    @Test
    void equalWeightsAreCounts() {
      var random = new SplittableRandom(61);
      for (double weight : new double[] {1, 0.25, 13}) {
        for (int run = 0; run < 20; run++) {
          WeightedConfusion table = WeightedConfusion.create(3);
          ConfusionMatrix counts = ConfusionMatrix.create(3);
          int n = random.nextInt(1, 60);
          for (int i = 0; i < n; i++) {
            int reference = random.nextInt(3);
            int grade = random.nextInt(4) > 0 ? reference : random.nextInt(3);
            table.add(reference, grade, weight);
            counts.add(reference, grade);
          }
          Correctness c = Correctness.of(table, SCHEME, 0.9);
          long errors = n - counts.agreeing();
          Interval exact = ProportionInterval.CLOPPER_PEARSON.of(errors, n, 0.9);
          assertEquals((double) errors / n, c.errorRate().value(), 1e-14);
          assertEquals(exact.lower(), c.interval().orElseThrow().lower(), 1e-10);
          assertEquals(exact.upper(), c.interval().orElseThrow().upper(), 1e-10);
          AgreementEstimate kappa = CohenKappa.of(counts);
          assertEquals(kappa.value().reason(), c.kappa().reason());
          if (kappa.value().defined()) {
            assertEquals(kappa.value().value(), c.kappa().value(), 1e-12);
          }
        }
      }
    }

    @Test
    void mergeEqualsOnePassUpToRounding() {
      var random = new SplittableRandom(62);
      WeightedConfusion whole = WeightedConfusion.create(3);
      WeightedConfusion left = WeightedConfusion.create(3);
      WeightedConfusion right = WeightedConfusion.create(3);
      for (int i = 0; i < 300; i++) {
        int reference = random.nextInt(3);
        int grade = random.nextInt(3);
        double weight = random.nextDouble(0.1, 9);
        whole.add(reference, grade, weight);
        (random.nextBoolean() ? left : right).add(reference, grade, weight);
      }
      Correctness one = Correctness.of(whole, SCHEME, 0.95);
      Correctness two = Correctness.of(left.merge(right), SCHEME, 0.95);
      assertEquals(one.errorRate().value(), two.errorRate().value(), 1e-13);
      assertEquals(
          one.interval().orElseThrow().upper(), two.interval().orElseThrow().upper(), 1e-12);
      assertEquals(one.kappa().value(), two.kappa().value(), 1e-13);
    }

    @Test
    void severityIsTheMeanOverGradings() {
      double[][] severity = {{0, 1, 5}, {1, 0, 2}, {7, 2, 0}};
      WeightedConfusion table = WeightedConfusion.create(3);
      table.add(0, 0, 6);
      table.add(2, 0, 2);
      table.add(1, 2, 1);
      table.add(0, 1, 1);
      Correctness c = Correctness.of(table, SCHEME.withSeverity(severity), 0.95);
      assertEquals(1.7, c.severity().value(), 1e-15);
      assertEquals(0.4, c.errorRate().value(), 1e-15);
      assertEquals(
          c.errorRate().value(), Correctness.of(table, SCHEME, 0.95).severity().value(), 1e-15);
    }
  }

  @Test
  void nothingChecked() {
    Correctness c = Correctness.of(WeightedConfusion.create(3), SCHEME, 0.95);
    assertEquals(Undefined.NO_PAIRS, c.errorRate().reason().orElseThrow());
    assertTrue(c.interval().isEmpty());
  }

  @Test
  void weightThatIsNone() {
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> WeightedConfusion.create(3).add(0, 1, 0));
    assertEquals("weight must be above 0 and finite, got 0.0", e.getMessage());
  }

  @Test
  void schemeOfOtherGrades() {
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Correctness.of(WeightedConfusion.create(2), SCHEME, 0.95));
    assertEquals("scheme must have the grades of the table, 2, got 3", e.getMessage());
  }
}
