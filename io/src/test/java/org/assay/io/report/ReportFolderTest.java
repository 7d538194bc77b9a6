package org.assay.io.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assay.io.files.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTest {
  @TempDir Path parent;

  private static Map<String, byte[]> files(String summary) {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("summary.txt", summary.getBytes(StandardCharsets.UTF_8));
    String manifest =
        "{\"kind\": \"assay-report\", \"outputs\": [{\"file\": \"summary.txt\", \"sha256\": \""
            + Sha256.of(summary)
            + "\"}]}";
    files.put("manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
    return files;
  }

  private List<String> names() throws IOException {
    try (Stream<Path> list = Files.list(parent)) {
      return list.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void failureLeavesNothing() throws IOException {
    Map<String, byte[]> broken = files("new");
    broken.put("no/such/folder.txt", new byte[0]);
    assertThrows(
        IOException.class,
        () -> ReportFolder.at(parent.resolve("report"), List.of(), false).write(broken));
    assertEquals(List.of(), names());
  }

  @Test
  void failureKeepsTheEarlierReport() throws IOException {
    Path report = parent.resolve("report");
    ReportFolder.at(report, List.of(), false).write(files("old"));
    Map<String, byte[]> broken = files("new");
    broken.put("no/such/folder.txt", new byte[0]);
    assertThrows(IOException.class, () -> ReportFolder.at(report, List.of(), false).write(broken));
    assertEquals("old", Files.readString(report.resolve("summary.txt")));
    assertEquals(List.of("report"), names());
  }
}
