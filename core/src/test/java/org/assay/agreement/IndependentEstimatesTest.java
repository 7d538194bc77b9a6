package org.assay.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.assay.agreement.TeamAgreement.CoefficientHypothesis;
import org.assay.agreement.TeamAgreement.CoefficientHypothesis.Alternative;
import org.assay.count.ConfusionMatrix;
import org.assay.result.Outcome;
import org.assay.result.TestResult;
import org.assay.result.Undefined;
import org.junit.jupiter.api.Test;

class IndependentEstimatesTest {
  private static AgreementEstimate kappa(long[][] table) {
    return CohenKappa.with(Weights.identity(2))
        .estimate(
            ConfusionMatrix.of(table),
            Inference.standard().withStandardError(Inference.StandardError.DELTA));
  }

  private static IndependentEstimates all(AgreementEstimate... kappas) {
    return IndependentEstimates.of(
        List.of(kappas).stream().map(AgreementEstimate::value).toList(),
        List.of(kappas).stream().map(AgreementEstimate::standardError).toList());
  }

  /** Fleiss, Levin and Paik (2003), problem 18.3: pooled .39, chi-squared .19 on 2 degrees. */
  @Test
  void fleissLevinPaik() {
    var all =
        all(
            kappa(new long[][] {{12, 1}, {4, 3}}),
            kappa(new long[][] {{15, 2}, {1, 2}}),
            kappa(new long[][] {{15, 6}, {3, 6}}));
    assertEquals(0.39055, all.pooled().value(), 5e-6);
    assertEquals(0.11879, all.standardError().value(), 5e-6);
    assertEquals(0.19220, all.test().statistic().value(), 5e-6);
    assertEquals(2, all.test().degreesOfFreedom());
    assertEquals(0.908, all.test().pValue().value(), 5e-4);
  }

  @Test
  void equalCoefficientsGiveZero() {
    AgreementEstimate one = kappa(new long[][] {{12, 1}, {4, 3}});
    assertEquals(0, all(one, one).test().statistic().value());
    assertEquals(one.value().value(), all(one, one).pooled().value(), 1e-15);
  }

  @Test
  void undefinedOnesMakeTheTestUndefined() {
    AgreementEstimate one = kappa(new long[][] {{12, 1}, {4, 3}});
    AgreementEstimate none = kappa(new long[][] {{12, 0}, {0, 0}});
    AgreementEstimate perfect = kappa(new long[][] {{12, 0}, {0, 5}});
    assertEquals(Undefined.NO_VARIATION, all(one, none).test().statistic().reason().orElseThrow());
    assertEquals(Undefined.ZERO_VARIANCE, all(perfect, one).pooled().reason().orElseThrow());
  }

  @Test
  void oneValueTooFew() {
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> IndependentEstimates.of(List.of(Outcome.of(1)), List.of(Outcome.of(1))));
    assertEquals("values must be >= 2, got 1", e.getMessage());
  }

  /** Against any value: t = (kappa - kappa0) / s; the sides share out the p. */
  @Test
  void againstAStatedCoefficient() {
    AgreementEstimate one = kappa(new long[][] {{60, 5}, {10, 25}});
    double s = one.standardError().value();
    TestResult two = CoefficientHypothesis.of(one, 0.8, Alternative.TWO_SIDED);
    assertEquals((one.value().value() - 0.8) / s, two.statistic().value(), 1e-14);
    assertEquals(99, two.degreesOfFreedom());
    double less = CoefficientHypothesis.of(one, 0.8, Alternative.LESS).pValue().value();
    double greater = CoefficientHypothesis.of(one, 0.8, Alternative.GREATER).pValue().value();
    assertEquals(1, less + greater, 1e-14);
    assertEquals(two.pValue().value(), 2 * Math.min(less, greater), 1e-14);
    assertEquals(
        one.pValue().value(),
        CoefficientHypothesis.of(one, 0, Alternative.TWO_SIDED).pValue().value(),
        1e-14);
  }

  @Test
  void noStandardErrorNoTest() {
    AgreementEstimate perfect = kappa(new long[][] {{12, 0}, {0, 5}});
    TestResult test = CoefficientHypothesis.of(perfect, 0.8, Alternative.GREATER);
    assertEquals(Undefined.ZERO_VARIANCE, test.pValue().reason().orElseThrow());
  }
}
