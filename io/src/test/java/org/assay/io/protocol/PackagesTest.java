package org.assay.io.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Protocol and report know nothing of each other, and shapes know neither. */
class PackagesTest {
  private static final Path ROOT = Path.of("src/main/java/org/assay/io");

  private static final Map<String, List<String>> UNKNOWN =
      Map.of(
          "protocol", List.of("report", "plan", "policy", "ingest"),
          "report", List.of("protocol"),
          "plan", List.of("protocol"),
          "policy", List.of("protocol"),
          "schema", List.of("protocol", "report", "plan", "policy", "ingest"));

  @Test
  void importsGoOneWay() throws IOException {
    var wrong = new ArrayList<String>();
    int read = 0;
    for (Map.Entry<String, List<String>> each : UNKNOWN.entrySet()) {
      try (var files = Files.list(ROOT.resolve(each.getKey()))) {
        for (Path file : files.toList()) {
          String source = Files.readString(file);
          each.getValue().stream()
              .filter(other -> source.contains("org.assay.io." + other + "."))
              .forEach(other -> wrong.add(file + " uses " + other));
          read++;
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(read > 100, read + " files read");
  }
}
