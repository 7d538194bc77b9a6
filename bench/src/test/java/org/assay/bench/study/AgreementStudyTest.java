package org.assay.bench.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short form of the study: fewer samples, wider limits. */
class AgreementStudyTest {
  private static final int SAMPLES = 800;

  /**
   * Error ratio in [.88, 1.12]: five times its Monte Carlo error of .025 with 800 samples, 6e-7 a
   * row for ratios near 1. Coverage at least .905: five times .008 below .945.
   */
  @ParameterizedTest(name = "{0} of the items rated once")
  @ValueSource(doubles = {0, .6, .9})
  void errorsAreRight(double singly) {
    var population =
        new AgreementStudy.Population("", List.of(.5, .3, .2), List.of(.9, .85, .8), singly);
    for (AgreementStudy.Row row : AgreementStudy.run(population, 400, SAMPLES, 11)) {
      assertEquals(1, row.errorRatio(), .12, row.toString());
      row.coverage().values().forEach(share -> assertTrue(share >= .905, row.toString()));
      if (singly == .9 && !row.coefficient().equals("alpha")) {
        assertTrue(row.gwetRatio() > 1.2, "what the default avoids: " + row);
      }
    }
  }
}
