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

/** Everything public in core has a doc comment, unless it overrides something that has one. */
class DocumentedTest {
  private static final Pattern PUBLIC = Pattern.compile("^(  )*(public) (?!\\w+ \\{).*");

  @TempDir Path temp;

  @Test
  void publicApiIsDocumented() throws IOException {
    assertEquals(List.of(), undocumented(Path.of("src/main/java/org/assay")));
  }

  @Test
  void aMissingCommentIsFound() throws IOException {
    Files.writeString(
        temp.resolve("A.java"),
        "/** A. */\npublic record A(int x) {\n  public A {\n  }\n\n  public int y() {\n");
    assertEquals(List.of("A.java:6"), undocumented(temp));
  }

  private static List<String> undocumented(Path root) throws IOException {
    var bad = new ArrayList<String>();
    try (var files = Files.walk(root)) {
      for (Path f : (Iterable<Path>) files.filter(p -> p.toString().endsWith(".java"))::iterator) {
        List<String> lines = Files.readAllLines(f);
        for (int i = 0; i < lines.size(); i++) {
          if (PUBLIC.matcher(lines.get(i)).matches() && !isDocumented(lines, i)) {
            bad.add(root.relativize(f) + ":" + (i + 1));
          }
        }
      }
    }
    return bad;
  }

  private static boolean isDocumented(List<String> lines, int declaration) {
    int i = declaration - 1;
    while (i >= 0 && lines.get(i).strip().startsWith("@")) {
      if (lines.get(i).strip().equals("@Override")) {
        return true;
      }
      i--;
    }
    return i >= 0 && lines.get(i).strip().endsWith("*/");
  }
}
