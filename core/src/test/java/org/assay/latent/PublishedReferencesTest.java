package org.assay.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that others computed. */
class PublishedReferencesTest {
  /** Log-likelihoods of the first iterations: an independent EM in numpy, from vote shares. */
  @ParameterizedTest
  @CsvSource({"1, -205.091138", "2, -194.550953", "3, -193.159445"})
  void anaesthesiaStepByStep(int iterations, double logLikelihood) {
    Convergence c =
        LatentReference.of(Readings.anaesthesia())
            .accelerated(false)
            .tolerance(0)
            .maximumIterations(iterations)
            .fit()
            .convergence();
    assertEquals(logLikelihood, c.logLikelihood(), 1e-6);
    assertEquals(iterations, c.iterations());
  }

  /**
   * Dawid and Skene (1979), tables 2 to 4, to more digits than they print: an independent EM in
   * numpy; the paper has marginals .40 .42 .11 .07.
   */
  @ParameterizedTest(name = "accelerated {0}")
  @ValueSource(booleans = {false, true})
  void anaesthesia(boolean accelerated) {
    LatentFit fit =
        LatentReference.of(Readings.anaesthesia()).accelerated(accelerated).tolerance(1e-14).fit();
    assertTrue(fit.convergence().converged());
    assertEquals(-192.8908812142, fit.convergence().logLikelihood(), 1e-9);
    assertArrayEquals(new double[] {.399555, .421983, .111795, .066667}, fit.prevalence(), 5e-7);
    double[][][] expected = {
      {
        {.889488, .110512, 0, 0},
        {.070585, .876380, .053035, 0},
        {0, .338822, .661178, 0},
        {0, 0, .555556, .444444}
      },
      {{.834214, .165786, 0, 0}, {.052707, .632946, .314347, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}},
      {
        {1, 0, 0, 0},
        {.106378, .788299, .105323, 0},
        {0, .403671, .198776, .397552},
        {0, 0, .666667, .333333}
      },
      {
        {.944430, .055570, 0, 0},
        {.053672, .842627, .103702, 0},
        {0, 0, .801224, .198776},
        {0, 0, .333333, .666667}
      },
      {
        {1, 0, 0, 0},
        {.159039, .734520, .106440, 0},
        {0, .209114, .790886, 0},
        {0, 0, .333333, .666667}
      }
    };
    for (int j = 0; j < 5; j++) {
      for (int k = 0; k < 4; k++) {
        assertArrayEquals(expected[j][k], fit.matrix(j)[k], 6e-7, "observer " + j + " row " + k);
      }
    }
    assertEquals("142222132243121111222222112111131224233111212", grades(fit));
    assertArrayEquals(new double[] {.981, .019}, first(fit.posterior(6), 2), 5e-4);
    assertArrayEquals(new double[] {.948, .052}, middle(fit.posterior(34)), 5e-4);
    assertArrayEquals(new double[] {.0212, .9788}, middle(fit.posterior(37)), 5e-5);
  }

  /** R 4.2.2, data of package rater; an independent EM in numpy. */
  @Test
  void anaesthesiaOfRater() {
    LatentFit fit = LatentReference.of(Readings.anaesthesiaOfRater()).tolerance(1e-13).fit();
    assertEquals(-190.73099659497726, fit.convergence().logLikelihood(), 2e-6);
  }

  /** An independent EM in numpy on the table of R package rater, two classes. */
  @Test
  void caries() {
    LatentFit fit = LatentReference.of(Readings.caries()).tolerance(1e-15).fit();
    assertEquals(-7410.94197627, fit.convergence().logLikelihood(), 1e-8);
    assertEquals(.199659, fit.prevalence()[1], 2e-6);
    double[] sensitivity = {.403678, .705862, .590540, .485395, .913406};
    double[] specificity = {.994181, .898286, .986726, .969238, .695571};
    for (int j = 0; j < 5; j++) {
      assertEquals(sensitivity[j], fit.matrix(j)[1][1], 3e-6);
      assertEquals(specificity[j], fit.matrix(j)[0][0], 3e-6);
    }
  }

  /**
   * Answers of Zheng et al. (2017), PVLDB 10(5), which may not be copied: an independent EM in
   * numpy. The files are looked for in the folder of the system property assay.real.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "d_jn_product, 2, -7570.986438674203, 0.939386650631389",
    "s_dog, 4, -4745.549870559054, 0.8426270136307311"
  })
  void crowds(String name, int grades, double logLikelihood, double accuracy) throws IOException {
    String folder = System.getProperty("assay.real", "");
    Assumptions.assumeFalse(
        folder.isEmpty(), "the answers are not here; -Dassay.real=FOLDER says where they are");
    Map<String, Integer> items = new HashMap<>();
    Map<String, Integer> workers = new HashMap<>();
    List<String[]> rows = rows(Path.of(folder, name + ".answer.csv"));
    int[][] codes = new int[3][rows.size()];
    for (int r = 0; r < rows.size(); r++) {
      codes[0][r] = items.computeIfAbsent(rows.get(r)[0], id -> items.size());
      codes[1][r] = workers.computeIfAbsent(rows.get(r)[1], id -> workers.size());
      codes[2][r] = Integer.parseInt(rows.get(r)[2]);
    }
    ItemGradings data =
        Readings.of(codes[0], codes[1], codes[2], items.size(), workers.size(), grades);
    LatentFit fit =
        LatentReference.of(data)
            .accelerated(false)
            .tolerance(1e-12)
            .maximumIterations(20_000)
            .fit();
    assertEquals(logLikelihood, fit.convergence().logLikelihood(), 1e-8 * -logLikelihood);
    int right = 0;
    List<String[]> truth = rows(Path.of(folder, name + ".truth.csv"));
    for (String[] row : truth) {
      right += fit.grade(items.get(row[0])) == Integer.parseInt(row[1]) ? 1 : 0;
    }
    assertEquals(accuracy, (double) right / truth.size(), 1e-12);
    LatentFit quick = LatentReference.of(data).tolerance(1e-12).fit();
    assertEquals(logLikelihood, quick.convergence().logLikelihood(), 1e-8 * -logLikelihood);
  }

  private static List<String[]> rows(Path file) throws IOException {
    return Files.readAllLines(file).stream().skip(1).map(line -> line.split(",")).toList();
  }

  private static double[] first(double[] p, int n) {
    return Arrays.copyOf(p, n);
  }

  private static double[] middle(double[] p) {
    return new double[] {p[1], p[2]};
  }

  private static String grades(LatentFit fit) {
    var text = new StringBuilder();
    for (int i = 0; i < fit.gradings().items(); i++) {
      text.append(fit.grade(i) + 1);
    }
    return text.toString();
  }
}
