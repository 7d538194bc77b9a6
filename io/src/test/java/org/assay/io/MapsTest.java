package org.assay.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The maps in {@code package-info} name classes that exist. The compiler sees to those in {@code
 * link}; those that are not public stand in {@code code}.
 */
class MapsTest {
  private static final List<Path> MODULES =
      List.of(Path.of("../core/src/main/java"), Path.of("src/main/java"));
  private static final Pattern DECLARED =
      Pattern.compile("\\b(?:class|record|enum|interface)\\s+([A-Z]\\w+)");
  private static final Pattern NAMED = Pattern.compile("\\{@code\\s+([A-Z]\\w+)(?:\\.\\w+)*\\}");

  private static List<Path> sources() throws IOException {
    List<Path> all = new ArrayList<>();
    for (Path module : MODULES) {
      try (Stream<Path> files = Files.walk(module)) {
        files.filter(f -> f.toString().endsWith(".java")).forEach(all::add);
      }
    }
    return all;
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(m -> m.group(1)).collect(Collectors.toSet());
  }

  @Test
  void everyClassNamedExists() throws IOException {
    Set<String> declared = new TreeSet<>();
    Set<String> named = new TreeSet<>();
    for (Path file : sources()) {
      String text = Files.readString(file);
      if (file.endsWith("package-info.java")) {
        String map = text.replaceAll("(?s)<pre>.*?</pre>", "").replaceAll("\n \\*\\s*", " ");
        named.addAll(found(NAMED, map));
      } else {
        declared.addAll(found(DECLARED, text));
      }
    }
    assertTrue(named.size() > 100, "named " + named.size());
    named.removeAll(declared);
    assertEquals(Set.of(), named);
  }
}
