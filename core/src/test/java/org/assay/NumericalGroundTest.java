package org.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One numerical ground: distributions and special functions come from {@code internal} only, so
 * that two places cannot have two Student's t with different tails. Linear algebra of EJML, and
 * linear programming, optimisation and integration of commons-math3, are used where they are
 * needed.
 */
class NumericalGroundTest {
  private static final Pattern GROUND =
      Pattern.compile(
          "org\\.apache\\.commons\\.(?:math3\\.(?:distribution|special|stat|random|util)"
              + "|statistics|numbers|rng)\\b");

  @TempDir Path temp;

  @Test
  void distributionsComeFromInternalOnly() throws IOException {
    assertEquals(List.of(), users(Path.of("src/main/java/org/assay")));
  }

  @Test
  void otherUsersAreFound() throws IOException {
    write("plan/A.java", "import org.apache.commons.statistics.distribution.TDistribution;\n");
    write("plan/B.java", "  x = org.apache.commons.math3.special.Beta.logBeta(a, b);\n");
    write("size/C.java", "import org.apache.commons.math3.optim.linear.SimplexSolver;\n");
    write("internal/D.java", "import org.apache.commons.numbers.gamma.Erfcx;\n");
    assertEquals(List.of("plan/A.java", "plan/B.java"), users(temp));
  }

  private void write(String file, String text) throws IOException {
    Path path = temp.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private static List<String> users(Path root) throws IOException {
    var users = new ArrayList<String>();
    try (var files = Files.walk(root)) {
      for (Path f :
          (Iterable<Path>) files.filter(p -> p.toString().endsWith(".java")).sorted()::iterator) {
        if (!f.getParent().equals(root.resolve("internal"))
            && GROUND.matcher(Files.readString(f)).find()) {
          users.add(root.relativize(f).toString().replace('\\', '/'));
        }
      }
    }
    return users;
  }
}
