package org.assay.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data flows one way here, too: the packages have an order, and what is used follows it. */
class IoPackageOrderTest {
  private static final Path ROOT = Path.of("src/main/java/org/assay/io");

  /** A package may use itself and the packages to its left. */
  static final List<String> ORDER =
      List.of(
          "files",
          "table",
          "annotation",
          "policy",
          "ingest",
          "plan",
          "report",
          "doctor",
          "schema",
          "protocol",
          "simulate");

  /** Packages that know nothing of each other, whatever their places in the order. */
  static final Map<String, Set<String>> APART =
      Map.of(
          "policy", Set.of("table", "annotation"),
          "schema", Set.of("table", "policy", "ingest", "plan", "report", "doctor"),
          "protocol", Set.of("policy", "ingest", "plan", "report", "doctor"),
          "simulate", Set.of("table", "policy", "ingest", "plan", "report", "doctor", "protocol"));

  static final Pattern USE = Pattern.compile("(?<![\\w.])org\\.assay\\.io\\.(\\w+)(?=\\.[A-Z*])");

  @TempDir Path temp;

  @Test
  void usesPointLeft() throws IOException {
    assertEquals(List.of(), violations(ROOT));
  }

  @Test
  void everyPackageHasItsPlace() throws IOException {
    try (var dirs = Files.list(ROOT)) {
      assertEquals(
          List.of(),
          dirs.filter(Files::isDirectory)
              .map(d -> d.getFileName().toString())
              .filter(d -> !ORDER.contains(d))
              .toList());
    }
  }

  @Test
  void wrongUsesAreFound() throws IOException {
    Sources.write(temp, "table/A.java", "import org.assay.io.ingest.Ingest;\n");
    Sources.write(temp, "protocol/B.java", "import org.assay.io.report.ReportModel;\n");
    Sources.write(temp, "ingest/C.java", "import org.assay.io.table.Table;\n");
    Sources.write(temp, "plan/D.java", "  org.assay.io.report.ReportModel model;\n");
    assertEquals(
        List.of("plan/D.java: report", "protocol/B.java: report", "table/A.java: ingest"),
        violations(temp));
  }

  static List<String> violations(Path root) throws IOException {
    var bad = new ArrayList<String>();
    for (var source : Sources.below(root).entrySet()) {
      String[] path = source.getKey().split("/");
      String from = path.length < 2 ? "" : path[path.length - 2]; // "" is the ground of all
      var uses = USE.matcher(source.getValue());
      while (uses.find()) {
        String used = uses.group(1);
        boolean toTheRight = ORDER.indexOf(used) > ORDER.indexOf(from);
        if (ORDER.contains(from)
            && (toTheRight || APART.getOrDefault(from, Set.of()).contains(used))) {
          bad.add(source.getKey() + ": " + used);
        }
      }
    }
    return bad;
  }
}
