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
  /** org.assay itself. */
  static final String FRONT_DOOR = "assay";

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
          "needs",
          "latent",
          "drift",
          "simulate",
          FRONT_DOOR);

  static final Pattern USE =
      Pattern.compile("(?<![\\w.])org\\.assay\\.(?:(\\w+)(?=\\.[A-Z*])|[A-Z])");

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
          dirs.filter(Files::isDirectory)
              .map(d -> d.getFileName().toString())
              .filter(d -> !ORDER.contains(d))
              .toList());
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
    Files.writeString(count.resolve("C.java"), "import org.assay.Assay;\n");
    Files.writeString(temp.resolve("D.java"), "import org.assay.count.A;\n");
    assertEquals(
        List.of("count/A.java: plan", "count/C.java: assay"),
        violations(temp).stream().sorted().toList());
  }

  static List<String> violations(Path root) throws IOException {
    var bad = new ArrayList<String>();
    try (var files = Files.walk(root)) {
      for (Path f : (Iterable<Path>) files.filter(p -> p.toString().endsWith(".java"))::iterator) {
        int from =
            ORDER.indexOf(
                f.getParent().equals(root) ? FRONT_DOOR : f.getParent().getFileName().toString());
        var uses = USE.matcher(Files.readString(f));
        while (uses.find()) {
          String used = uses.group(1) == null ? FRONT_DOOR : uses.group(1);
          if (ORDER.indexOf(used) > from) {
            bad.add(root.relativize(f) + ": " + used);
          }
        }
      }
    }
    return bad;
  }
}
