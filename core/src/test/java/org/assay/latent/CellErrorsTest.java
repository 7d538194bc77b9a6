package org.assay.latent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.assay.latent.CellErrors.CellError;
import org.assay.result.Undefined;
import org.assay.simulate.HardItems;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CellErrorsTest {
  /** With known items a row is a multinomial sample: p (1 - p) / n, sandwich and model alike. */
  @Test
  void knownItemsGiveBinomialErrors() {
    int n = 100;
    int[] item = new int[2 * n];
    int[] grade = new int[2 * n];
    int[] known = new int[2 * n];
    for (int i = 0; i < 2 * n; i++) {
      item[i] = i;
      known[i] = i / n;
      grade[i] = i % n < 30 ? 1 - known[i] : known[i];
    }
    LatentFit fit =
        LatentReference.of(Readings.of(item, new int[2 * n], grade, 2 * n, 1, 2).withKnown(known))
            .fit();
    CellError cell = CellErrors.of(fit, 0.95).cell(0, 0, 1);
    assertEquals(0.3, cell.estimate(), 1e-12);
    assertEquals(Math.sqrt(0.3 * 0.7 / n), cell.information().value(), 1e-12);
    assertEquals( // 200 items are the clusters
        Math.sqrt(0.3 * 0.7 / n * 200 / 199), cell.sandwich().value(), 1e-12);
    double half = 1.959963984540054 / Math.sqrt(n * 0.3 * 0.7);
    double logit = Math.log(0.3 / 0.7);
    assertEquals(1 / (1 + Math.exp(half - logit)), cell.informationInterval().lower(), 1e-12);
    assertEquals(1 / (1 + Math.exp(-half - logit)), cell.informationInterval().upper(), 1e-12);
  }

  /** The information is the second derivative of the exact log-likelihood, taken numerically. */
  @Test
  void theInformationIsTheCurvature() {
    ItemGradings data = Readings.caries();
    LatentFit fit = LatentReference.of(data).tolerance(1e-15).fit();
    int parameters = 11; // prevalence, and two rows of two cells for each of five
    double step = 1e-3;
    double[][] h = new double[parameters][parameters];
    for (int a = 0; a < parameters; a++) {
      for (int b = 0; b < parameters; b++) {
        h[a][b] =
            -(at(fit, a, step, b, step)
                    - at(fit, a, step, b, -step)
                    - at(fit, a, -step, b, step)
                    + at(fit, a, -step, b, -step))
                / (4 * step * step);
      }
    }
    DMatrixRMaj v = new DMatrixRMaj(h);
    assertTrue(CommonOps_DDRM.invert(v));
    CellErrors errors = CellErrors.of(fit, 0.95);
    double p = fit.prevalence()[1];
    assertEquals(
        Math.sqrt(v.get(0, 0)) * p * (1 - p), errors.prevalence(1).information().value(), 1e-6);
    for (int a = 1; a < parameters; a++) {
      int assessor = (a - 1) / 2;
      int right = (a - 1) % 2;
      double cell = fit.matrix(assessor)[right][1];
      assertEquals(
          Math.sqrt(v.get(a, a)) * cell * (1 - cell),
          errors.cell(assessor, right, 1).information().value(),
          2e-6);
    }
  }

  // Log-likelihood with two logits moved: of grade 1, and of saying 1 for each assessor and row.
  private static double at(LatentFit fit, int a, double byA, int b, double byB) {
    double[] x = fit.parameters().clone();
    move(x, a, byA);
    move(x, b, byB);
    return new Expectation(fit.gradings(), fit.shape(), 1).of(x).logLikelihood();
  }

  private static void move(double[] x, int parameter, double by) {
    int one = parameter == 0 ? 1 : 2 + (parameter - 1) / 2 * 4 + 2 + (parameter - 1) % 2;
    int other = parameter == 0 ? 0 : one - 2;
    double odds = x[one] / x[other] * Math.exp(by);
    x[one] = odds / (1 + odds);
    x[other] = 1 / (1 + odds);
  }

  @ParameterizedTest
  @EnumSource(LatentModel.class)
  void limitsHoldTheEstimateAlsoAtTheEnds(LatentModel model) {
    CellErrors errors =
        CellErrors.of(LatentReference.of(Readings.anaesthesia()).model(model).fit(), 0.9);
    assertEquals(Optional.empty(), errors.reason());
    for (int j = 0; j < 5; j++) {
      for (int k = 0; k < 3; k++) {
        for (int l = 0; l < 4; l++) {
          CellError cell = errors.cell(j, k, l);
          assertTrue(cell.interval().contains(cell.estimate()), cell::toString);
          assertTrue(cell.interval().width() > 0 && cell.interval().width() < 1, cell::toString);
        }
      }
    }
  }

  @Test
  void twoAssessorsHaveNoErrors() {
    LatentFit fit = LatentReference.of(Readings.drawn(1, 300, 2, 2, 2)).fit();
    CellErrors errors = CellErrors.of(fit, 0.95);
    assertEquals(Optional.of(Undefined.NOT_IDENTIFIED), errors.reason());
    assertNull(errors.cell(0, 0, 0).interval());
    assertEquals(Undefined.NOT_IDENTIFIED, errors.cell(0, 0, 0).sandwich().undefined());
  }

  @Test
  void rowsWithoutGradingsHaveNone() {
    LatentFit fit =
        LatentReference.of(
                Readings.of(
                    new int[] {0, 0, 0, 1, 1, 1},
                    new int[] {0, 1, 2, 0, 1, 2},
                    new int[] {0, 0, 0, 1, 1, 1},
                    2,
                    3,
                    3))
            .fit();
    assertEquals(
        Undefined.UNUSED_GRADE, CellErrors.of(fit, 0.95).cell(0, 2, 2).sandwich().undefined());
  }

  /**
   * Of cells off the diagonal with 15 % hard items, sandwich limits hold 93 to 97 % of what the
   * model estimates from 100 times as many items. 10 seeds of 120 cells: with 1,200 nearly
   * independent cells of coverage .95 the share is within .93 and .97 but for 2 in 1,000 seeds.
   */
  @Test
  void sandwichLimitsCover() {
    double[] accuracies = HardItems.accuracies(20, 7);
    LatentFit many = fit(new HardItems(1_000_000, 0.6, 0.2, 0.15), accuracies, 99);
    var items = new HardItems(30_000, 0.6, 0.2, 0.15);
    int inside = 0;
    int all = 0;
    for (int seed = 0; seed < 10; seed++) {
      CellErrors errors = CellErrors.of(fit(items, accuracies, 5000 + seed), 0.95);
      for (int j = 0; j < 20; j++) {
        double[][] target = many.matrix(j);
        for (int cell = 0; cell < 9; cell++) {
          if (cell / 3 != cell % 3) {
            all++;
            inside +=
                errors.cell(j, cell / 3, cell % 3).interval().contains(target[cell / 3][cell % 3])
                    ? 1
                    : 0;
          }
        }
      }
    }
    assertEquals(0.95, (double) inside / all, 0.02, inside + " of " + all);
  }

  private static LatentFit fit(HardItems items, double[] accuracies, long seed) {
    return LatentReference.of(items.draw(accuracies, seed).gradings()).tolerance(1e-9).fit();
  }
}
