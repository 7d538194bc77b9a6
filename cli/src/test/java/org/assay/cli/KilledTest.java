package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that is killed at any moment leaves the old report or the new one, whole. {@code
 * -Dassay.kills=100} kills as often as is wanted.
 */
class KilledTest {
  private static final int KILLS = Integer.getInteger("assay.kills", 3);

  @TempDir Path temp;

  private Process start(String gradings) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.assay.cli.Assay",
                "report",
                "--gradings",
                gradings,
                "--policy",
                "p.json",
                "--out",
                "report"));
    return new ProcessBuilder(command)
        .directory(temp.toFile())
        .redirectErrorStream(true)
        .redirectOutput(temp.resolve("log.txt").toFile())
        .start();
  }

  private void run(String gradings) throws IOException, InterruptedException {
    assertEquals(0, start(gradings).waitFor(), () -> read(temp.resolve("log.txt")));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private Map<String, String> report() throws IOException {
    var files = new TreeMap<String, String>();
    try (Stream<Path> all = Files.list(temp.resolve("report"))) {
      all.forEach(file -> files.put(file.getFileName().toString(), read(file)));
    }
    return files;
  }

  @Test
  void theReportIsOldOrNew() throws IOException, InterruptedException {
    var rows = new StringBuilder("item_id,assessor_id,grade,graded_at\n");
    for (int i = 0; i < 300; i++) {
      rows.append("i" + i + ",a" + i % 5 + ",B,2025-03-02T10:00:00Z\n");
    }
    Files.writeString(temp.resolve("one.csv"), rows);
    Files.writeString(temp.resolve("two.csv"), rows + "j,a1,A,2025-03-02T10:00:00Z\n");
    Files.writeString(
        temp.resolve("p.json"),
        """
        {"scheme": {"grades": ["A", "B"]},
         "levels": [{"name": "any", "counts": "any", "acceptable": 0.02, "unacceptable": 0.1,
          "producerRisk": 0.05, "consumerRisk": 0.05, "scope": "assessor", "period": "month"}]}
        """);
    run("two.csv");
    Map<String, String> two = report();
    long begun = System.nanoTime();
    run("one.csv");
    long takes = System.nanoTime() - begun;
    Map<String, String> one = report();
    var random = new SplittableRandom(20261128);
    for (int kill = 0; kill < KILLS; kill++) {
      Process process = start(kill % 2 == 0 ? "two.csv" : "one.csv");
      process.waitFor((long) (takes * (0.4 + 0.7 * random.nextDouble())), TimeUnit.NANOSECONDS);
      process.destroyForcibly().waitFor();
      assertTrue(Set.of(one, two).contains(report()), "a report that is neither old nor new");
    }
    run("one.csv");
    assertEquals(one, report());
    try (Stream<Path> all = Files.list(temp)) {
      assertEquals(0, all.filter(f -> f.getFileName().toString().startsWith(".")).count());
    }
  }
}
