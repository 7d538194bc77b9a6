package org.assay.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assay.agreement.JointEstimates.Reading;
import org.assay.agreement.TeamAgreement.CoefficientHypothesis;
import org.assay.agreement.Weights.WeightScheme;
import org.assay.count.RatingPatterns;
import org.assay.count.RatingRows;
import org.assay.result.TestResult;
import org.assay.result.Undefined;
import org.junit.jupiter.api.Test;

/**
 * The example of the package's documentation compiles and runs, and is the one that stands there.
 */
class PackageExampleTest {
  @Test
  void runs() {
    // example begins
    RatingRows week = RatingRows.create(3, 3); // a row is the grades that the three gave
    week.add(new int[] {0, 0, 0}, 520); // times this many items
    week.add(new int[] {1, 1, 1}, 210);
    week.add(new int[] {0, 0, 1}, 60);
    week.add(new int[] {1, 2, 1}, 35);
    week.add(new int[] {2, 2, RatingRows.MISSING}, 90);
    RatingRows next = RatingRows.create(3, 3);
    next.add(new int[] {0, 1, 0}, 85);
    RatingRows both = RatingRows.create(3, 3).merge(week).merge(next);

    Inference score = Inference.standard().withInterval(Inference.IntervalKind.SCORE);
    Weights linear = WeightScheme.LINEAR.of(new double[] {1, 2, 4});
    AgreementEstimate kappa = FleissKappa.with(linear).estimate(both.patterns(), score);
    AgreementEstimate conger = CongerKappa.with(linear).estimate(both, score);

    // Is it above .8? Do the second and third assessor agree equally with the first?
    TestResult level =
        CoefficientHypothesis.of(kappa, 0.8, CoefficientHypothesis.Alternative.GREATER);
    CohenKappa cohen = CohenKappa.with(linear);
    TestResult equal =
        JointEstimates.of(both, List.of(Reading.of(cohen, 0, 1), Reading.of(cohen, 0, 2))).equal();

    // What does not exist says why.
    AgreementEstimate none = FleissKappa.of(RatingPatterns.of(new int[][] {{3, 0}, {3, 0}}));
    Undefined reason = none.value().reason().orElseThrow(); // NO_VARIATION
    // example ends

    assertEquals(1000, kappa.diagnostics().items());
    assertTrue(kappa.interval().orElseThrow().contains(kappa.value().value()));
    assertEquals(kappa.observed(), conger.observed()); // only chance differs
    double above = kappa.value().value() - 0.8;
    assertEquals(above / kappa.standardError().value(), level.statistic().value(), 1e-12);
    assertEquals(1, equal.degreesOfFreedom());
    assertEquals(Undefined.NO_VARIATION, reason);
  }

  @Test
  void standsInTheDocumentationToTheLetter() throws IOException {
    List<String> test =
        Files.readAllLines(Path.of("src/test/java/org/assay/agreement/PackageExampleTest.java"));
    List<String> documentation =
        Files.readAllLines(Path.of("src/main/java/org/assay/agreement/package-info.java"));
    List<String> code =
        test.subList(
            test.indexOf("    // example begins") + 1, test.indexOf("    // example ends"));
    List<String> shown =
        documentation.subList(
            documentation.indexOf(" * <pre>{@code") + 1, documentation.indexOf(" * }</pre>"));
    assertEquals(
        code.stream().map(line -> line.replaceFirst("^ {4}", "")).toList(),
        shown.stream().map(line -> line.replaceFirst("^ \\* ?", "")).toList());
  }
}
