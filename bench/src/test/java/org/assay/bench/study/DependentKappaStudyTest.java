package org.assay.bench.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.assay.bench.study.DependentKappaStudy.Rejected;
import org.assay.bench.study.DependentKappaStudy.Setting;
import org.junit.jupiter.api.Test;

/** The short form of the study: fewer tables, wider limits. */
class DependentKappaStudyTest {
  @Test
  void settingsAreWhatTheySay() {
    List<Setting> settings = DependentKappaStudy.equal();
    for (Setting setting : settings) {
      int grades = setting.shares().size();
      double[] agree = new double[2];
      double[] chance = new double[2];
      double[][] margins = new double[3][grades];
      for (int cell = 0; cell < grades * grades * grades; cell++) {
        int[] row = {cell / (grades * grades), cell / grades % grades, cell % grades};
        double share = setting.cells().get(cell);
        for (int g = 0; g < 3; g++) {
          margins[g][row[g]] += share;
        }
        for (int g = 0; g < 2; g++) {
          agree[g] += row[0] == row[g + 1] ? share : 0;
        }
      }
      for (int g = 0; g < 2; g++) {
        for (int k = 0; k < grades; k++) {
          assertEquals(setting.shares().get(k), margins[0][k], 1e-12);
          chance[g] += margins[0][k] * margins[g + 1][k];
        }
        double kappa = (agree[g] - chance[g]) / (1 - chance[g]);
        assertEquals(setting.kappas().get(g), kappa, 1e-9, setting.toString());
      }
    }
    assertTrue(settings.size() >= 40, "settings " + settings.size());
  }

  /** Of 400 tables at a true share of .06 more than 44 reject with a chance below 1e-4. */
  @Test
  void smoothedHoldsWhereHotellingDoesNot() {
    Setting rare =
        DependentKappaStudy.equal().stream()
            .filter(s -> s.shares().equals(List.of(.95, .05)) && s.kappas().get(0) == .4)
            .filter(s -> s.margins().equals("x 0.50, x 1.50"))
            .findFirst()
            .orElseThrow();
    Rejected rejected = DependentKappaStudy.run(rare, 50, 400, 0, 3);
    assertTrue(rejected.smoothed() <= .11, rejected.toString());
    assertTrue(rejected.hotelling() >= .13, rejected.toString()); // .22: below 1e-5
  }
}
