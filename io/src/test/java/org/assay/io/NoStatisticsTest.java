package org.assay.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The library computes; what reads, words and passes on does not. A statistic that was worked out
 * here could be called by nobody and simulated by nothing.
 */
class NoStatisticsTest {
  private static final List<Path> MODULES =
      List.of(Path.of("src/main/java"), Path.of("../cli/src/main/java"));

  /** Libraries of statistics and linear algebra, and the ground under the library's own. */
  private static final Pattern LIBRARY =
      Pattern.compile(
          "org\\.apache\\.commons\\.(?:math\\d*|statistics|numbers|rng)\\b|org\\.ejml\\b"
              + "|org\\.assay\\.internal\\b");

  /** Functions that no table needs; sums, shares and rounding are left. */
  private static final Pattern FUNCTION =
      Pattern.compile(
          "(?<![\\w.])(?:Strict)?Math\\s*\\.\\s*"
              + "(sqrt|cbrt|hypot|exp|expm1|log|log1p|log10|pow|a?sin|a?cos|a?tan|atan2"
              + "|sinh|cosh|tanh)\\b");

  private static final Pattern IMPORTED = Pattern.compile("java\\.lang\\.(?:Strict)?Math\\.\\w+");

  /** What is allowed all the same, by file, and why. */
  private static final Map<String, List<String>> ALLOWED =
      Map.of(
          "org/assay/io/report/Words.java", List.of("pow"), // decimal digits of a percentage
          "org/assay/io/plan/FurtherWords.java", List.of("pow", "log10")); // significant digits

  @TempDir Path temp;

  @Test
  void nothingIsComputedHere() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path module : MODULES) {
      assertTrue(Files.isDirectory(module), module.toString());
      found.addAll(statistics(module));
    }
    assertEquals(List.of(), found);
  }

  @Test
  void whatIsAllowedIsStillThere() throws IOException {
    for (var allowed : ALLOWED.entrySet()) {
      String text = Files.readString(MODULES.get(0).resolve(allowed.getKey()));
      List<String> used = FUNCTION.matcher(text).results().map(m -> m.group(1)).distinct().toList();
      assertEquals(allowed.getValue(), used, allowed.getKey());
    }
  }

  @Test
  void statisticsAreFound() throws IOException {
    Sources.write(
        temp, "A.java", "double z = (p - q) / Math.sqrt(v);\nimport static java.lang.Math.exp;\n");
    Sources.write(temp, "B.java", "import org.apache.commons.math3.distribution.TDistribution;\n");
    Sources.write(temp, "C.java", "double share = Math.min(1, (double) errors / checked);\n");
    Sources.write(temp, "D.java", "org.ejml.data.DMatrixRMaj m;\n");
    assertEquals(
        List.of(
            "A.java: Math.sqrt",
            "A.java: java.lang.Math.exp",
            "B.java: org.apache.commons.math3",
            "D.java: org.ejml"),
        statistics(temp));
  }

  private static List<String> statistics(Path root) throws IOException {
    var found = new ArrayList<String>();
    for (var source : Sources.below(root).entrySet()) {
      String text = source.getValue();
      List<String> allowed = ALLOWED.getOrDefault(source.getKey(), List.of());
      FUNCTION
          .matcher(text)
          .results()
          .filter(m -> !allowed.contains(m.group(1)))
          .forEach(m -> found.add(source.getKey() + ": " + m.group()));
      for (Pattern pattern : List.of(IMPORTED, LIBRARY)) {
        pattern.matcher(text).results().forEach(m -> found.add(source.getKey() + ": " + m.group()));
      }
    }
    return found;
  }
}
