package org.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data flows one way: the packages have an order, and imports follow it. */
class PackageOrderTest {
  /** A package may import from itself and from packages to its left. */
  static final List<String> ORDER =
      List.of(
          "internal",
          "result",
          "data",
          "count",
          "interval",
          "compare",
          "agreement",
          "plan",
          "size",
          "draw",
          "estimate",
          "latent",
          "drift",
          "simulate");

  static final Pattern USE = Pattern.compile("(?<![\\w.])org\\.assay\\.(\\w+)(?=\\.[A-Z*])");

  @TempDir Path temp;

  @Test
  void coreImportsPointLeft() throws IOException {
    assertEquals(List.of(), violations(Path.of("src/main/java/org/assay")));
  }

  @Test
  void everyPackageHasItsPlace() throws IOException {
    try (var dirs = Files.list(Path.of("src/main/java/org/assay"))) {
      assertEquals(
          List.of(),
          dirs.map(d -> d.getFileName().toString()).filter(d -> !ORDER.contains(d)).toList());
    }
  }

  @Test
  void otherModulesLeaveInternalAlone() throws IOException {
    for (String module : List.of("io", "cli", "bench")) {
      try (var files = Files.walk(Path.of("..", module, "src/main/java"))) {
        for (Path f :
            (Iterable<Path>) files.filter(p -> p.toString().endsWith(".java"))::iterator) {
          assertFalse(Files.readString(f).contains("org.assay.internal"), f.toString());
        }
      }
    }
  }

  @Test
  void aWrongImportIsFound() throws IOException {
    Path count = Files.createDirectories(temp.resolve("count"));
    Files.writeString(count.resolve("A.java"), "import org.assay.plan.Plan;\n");
    Files.writeString(count.resolve("B.java"), "import org.assay.data.Codes;\n");
    assertEquals(List.of("count/A.java: plan"), violations(temp));
  }

  static List<String> violations(Path root) throws IOException {
    var bad = new ArrayList<String>();
    try (var files = Files.walk(root)) {
      for (Path f : (Iterable<Path>) files.filter(p -> p.toString().endsWith(".java"))::iterator) {
        int from = ORDER.indexOf(f.getParent().getFileName().toString());
        var uses = USE.matcher(Files.readString(f));
        while (uses.find()) {
          if (ORDER.indexOf(uses.group(1)) > from) {
            bad.add(root.relativize(f) + ": " + uses.group(1));
          }
        }
      }
    }
    return bad;
  }
}
