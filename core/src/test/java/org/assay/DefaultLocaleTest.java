package org.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The same inputs, the same bytes: nothing is formatted or folded in the machine's own locale. */
class DefaultLocaleTest {
  private static final Pattern DEFAULT =
      Pattern.compile(
          "String\\.format\\((?!\\s*Locale)|\\.printf\\((?!\\s*Locale)|\\.formatted\\("
              + "|\\.to(?:Lower|Upper)Case\\(\\)");

  @Test
  void noModuleUsesTheDefaultLocale() throws IOException {
    List<String> found = new ArrayList<>();
    for (String module : List.of("core", "io", "cli", "bench")) {
      try (var files = Files.walk(Path.of("..", module, "src/main/java"))) {
        for (Path f :
            (Iterable<Path>) files.filter(p -> p.toString().endsWith(".java"))::iterator) {
          if (DEFAULT.matcher(Files.readString(f)).find()) {
            found.add(f.toString());
          }
        }
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  void whatIsForbiddenIsFound() {
    assertTrue(DEFAULT.matcher("String.format(\n  \"%d\", n)").find());
    assertTrue(DEFAULT.matcher("word.toLowerCase()").find());
    assertTrue(DEFAULT.matcher("\"%s\".formatted(x)").find());
    assertFalse(DEFAULT.matcher("String.format(\n  Locale.ROOT, \"%d\", n)").find());
    assertFalse(DEFAULT.matcher("word.toLowerCase(Locale.ROOT)").find());
  }
}
