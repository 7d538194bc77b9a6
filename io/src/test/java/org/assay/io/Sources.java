package org.assay.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** Java sources, for tests of what they may use. */
final class Sources {
  private Sources() {}

  /** The text of each source below a folder, by its path with forward slashes. */
  static SortedMap<String, String> below(Path root) throws IOException {
    var texts = new TreeMap<String, String>();
    try (var files = Files.walk(root)) {
      for (Path f : (Iterable<Path>) files.filter(p -> p.toString().endsWith(".java"))::iterator) {
        texts.put(root.relativize(f).toString().replace('\\', '/'), Files.readString(f));
      }
    }
    return texts;
  }

  /** Writes a source. */
  static void write(Path root, String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
