package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** Each artefact that goes into assay.jar has an entry with the texts of its licence. */
class LicencesTest {
  private static final String FOLDER = "/META-INF/licences/";

  /** Where a repository keeps what is on the class path for the tests only. */
  private static final List<String> TEST_ONLY =
      List.of(
          "/org/duckdb/",
          "/org/junit/",
          "/org/opentest4j/",
          "/org/apiguardian/",
          "/org/jspecify/",
          "/org/apache/maven/surefire/");

  @Test
  void everyArtefactOnTheClassPathHasAnEntryAndEveryEntryAnArtefact() throws IOException {
    var entries = new TreeSet<>(entries().keySet());
    var missing = new TreeSet<String>();
    for (String jar : shippedJars()) {
      if (!entries.removeIf(entry -> jar.contains(folder(entry)))) {
        missing.add(jar);
      }
    }
    assertEquals(List.of(), List.copyOf(missing), "not in THIRD-PARTY.txt");
    assertEquals(List.of(), List.copyOf(entries), "in THIRD-PARTY.txt, but not shipped");
  }

  @Test
  void theTextsAreThoseThatTheArtefactsCarry() throws IOException {
    int compared = 0;
    for (var entry : entries().entrySet()) {
      String jar =
          shippedJars().stream()
              .filter(path -> path.contains(folder(entry.getKey())))
              .findFirst()
              .orElseThrow();
      List<String> texts = entry.getValue().stream().map(LicencesTest::words).toList();
      try (var file = new JarFile(jar)) {
        for (ZipEntry inside : file.stream().filter(LicencesTest::isLicence).toList()) {
          try (InputStream in = file.getInputStream(inside)) {
            String carried = words(in.readAllBytes());
            assertTrue(texts.contains(carried), entry.getKey() + ": " + inside.getName());
            compared++;
          }
        }
      }
    }
    assertTrue(compared >= 18, compared + " licence texts in the artefacts, 18 or more expected");
  }

  private static boolean isLicence(ZipEntry entry) {
    return entry.getName().matches("META-INF/([\\w-]+-)?LICENSE(\\.txt)?");
  }

  private static List<String> shippedJars() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(path -> path.replace(File.separatorChar, '/'))
        .filter(path -> path.endsWith(".jar"))
        .filter(path -> TEST_ONLY.stream().noneMatch(path::contains))
        .filter(path -> !path.matches(".*/assay-(core|io)-[^/]*"))
        .toList();
  }

  private static String folder(String artefact) {
    String[] parts = artefact.split(":");
    return "/" + parts[0].replace('.', '/') + "/" + parts[1] + "/";
  }

  /** The artefacts of THIRD-PARTY.txt, each with its texts. */
  private static Map<String, List<String>> entries() throws IOException {
    var entries = new TreeMap<String, List<String>>();
    for (String line : new String(read("THIRD-PARTY.txt"), StandardCharsets.UTF_8).split("\n")) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> fields = List.of(line.split(" +"));
      assertTrue(fields.size() >= 3, line);
      entries.put(fields.get(0), fields.subList(2, fields.size()));
    }
    return entries;
  }

  private static String words(String file) {
    try {
      return words(read(file));
    } catch (IOException e) {
      throw new AssertionError(file, e);
    }
  }

  private static String words(byte[] text) {
    return new String(text, StandardCharsets.UTF_8).strip().replaceAll("\\s+", " ");
  }

  private static byte[] read(String file) throws IOException {
    try (InputStream in = LicencesTest.class.getResourceAsStream(FOLDER + file)) {
      assertNotNull(in, FOLDER + file);
      return in.readAllBytes();
    }
  }
}
