package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A run that is killed at any moment leaves each file and folder as it was or as it should be,
 * whole. {@code -Dassay.kills=100} kills every command as often as is wanted.
 */
class KilledTest {
  private static final int USUAL = 2;
  private static final int KILLS = Integer.getInteger("assay.kills", USUAL);

  /** From the beginning of the work to the end, as far as a share of the time can tell. */
  private static final double FIRST = 0.4;

  private static final double SPAN = 0.7;

  @TempDir Path temp;

  @BeforeEach
  void files() throws IOException {
    TwoAssessors.write(300, temp.resolve("one.csv"), temp.resolve("p.json"));
    Files.writeString(
        temp.resolve("two.csv"),
        Files.readString(temp.resolve("one.csv")) + "j,a01,A,2025-03-02T10:00:00Z\n");
    Path demo = Path.of("..", "datasets", "demo");
    Path home = Files.createDirectories(temp.resolve("datasets/demo"));
    Files.copy(demo.resolve("policy.json"), home.resolve("policy.json"));
    String team = Files.readString(demo.resolve("team.json"));
    Files.writeString(home.resolve("team.json"), team);
  }

  private Process start(String line) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dassay.home=" + temp,
                "-cp",
                System.getProperty("java.class.path"),
                "org.assay.cli.Assay"));
    command.addAll(Arrays.asList(line.split(" ")));
    return new ProcessBuilder(command)
        .directory(temp.toFile())
        .redirectErrorStream(true)
        .redirectOutput(temp.resolve("log.txt").toFile())
        .start();
  }

  private void run(String line) throws IOException, InterruptedException {
    assertEquals(0, start(line).waitFor(), () -> line + ": " + read(temp.resolve("log.txt")));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** What a file has, or every file of a folder; what is not there is empty. */
  private Map<String, String> content(String output) throws IOException {
    var files = new TreeMap<String, String>();
    Path path = temp.resolve(output);
    if (Files.exists(path)) {
      try (Stream<Path> all = Files.walk(path)) {
        all.filter(Files::isRegularFile)
            .forEach(file -> files.put(path.relativize(file).toString(), read(file)));
      }
    }
    return files;
  }

  private List<Map<String, String>> contents(List<String> outputs) throws IOException {
    List<Map<String, String>> all = new ArrayList<>();
    for (String output : outputs) {
      all.add(content(output));
    }
    return all;
  }

  // Each output is one of both, whole; which one may differ between files of a run.
  private void killAndLook(String one, String two, List<String> outputs)
      throws IOException, InterruptedException {
    run(two);
    List<Map<String, String>> afterTwo = contents(outputs);
    long begun = System.nanoTime();
    run(one);
    long takes = System.nanoTime() - begun;
    List<Map<String, String>> afterOne = contents(outputs);
    var kills = new Kills(takes);
    while (kills.goOn()) {
      String line = kills.runs % 2 == 0 ? two : one;
      kills.run(start(line));
      for (int i = 0; i < outputs.size(); i++) {
        assertTrue(
            List.of(afterOne.get(i), afterTwo.get(i)).contains(content(outputs.get(i)))
                || isPutBackByTheNextRun(outputs.get(i)),
            outputs.get(i) + " is neither old nor new after " + line);
      }
    }
    run(one);
    assertEquals(afterOne, contents(outputs));
    try (Stream<Path> all = Files.list(temp)) {
      assertEquals(
          List.of(),
          all.map(f -> f.getFileName().toString()).filter(f -> f.startsWith(".")).toList());
    }
    kills.print(one);
  }

  /** Kills runs at moments chosen at random, until enough of them were killed at work. */
  private static final class Kills {
    private final SplittableRandom random = new SplittableRandom(20261128);
    private long takes; // nanoseconds of the fastest run that came to its end
    private int runs;
    private int killed;

    Kills(long takes) {
      this.takes = takes;
    }

    boolean goOn() {
      return killed < KILLS && runs < 5 * KILLS;
    }

    void run(Process process) throws InterruptedException {
      runs++;
      long begun = System.nanoTime();
      long when = (long) (takes * (FIRST + SPAN * random.nextDouble()));
      if (process.waitFor(when, TimeUnit.NANOSECONDS)) {
        takes = Math.min(takes, System.nanoTime() - begun);
      } else {
        killed++;
        process.destroyForcibly().waitFor();
      }
    }

    /** The figures of a long run. */
    void print(String line) {
      System.out.println(
          "killed " + killed + " of " + runs + " runs: " + line.substring(0, line.indexOf(' ')));
    }
  }

  // Between its two renames a folder is away, and the old one is whole under a hidden name.
  private boolean isPutBackByTheNextRun(String output) throws IOException {
    Path path = temp.resolve(output);
    try (Stream<Path> all = Files.list(path.getParent())) {
      return !Files.exists(path)
          && all.anyMatch(
              f ->
                  f.getFileName().toString().startsWith("." + path.getFileName())
                      && f.toString().endsWith("-old"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          report --gradings one.csv --policy p.json --out report \
          | report --gradings two.csv --policy p.json --out report | report
          plan --gradings one.csv --policy p.json --out plan.json --table plan.csv \
          | plan --gradings two.csv --policy p.json --out plan.json --table plan.csv \
          | plan.json plan.csv
          simulate --seed 1 --out year \
          | simulate --seed 2 --out year | year
          demo --seed 1 --out demo | demo --seed 2 --out demo | demo/report demo/data
          """)
  void whatIsThereIsOldOrNew(String one, String two, String outputs)
      throws IOException, InterruptedException {
    assumeTrue(
        KILLS > USUAL || !one.startsWith("demo"),
        "a demo takes a minute and is a simulation and a report; -Dassay.kills=100 kills it, too");
    killAndLook(one, two, List.of(outputs.split(" ")));
  }

  @Test
  void aDrawIsOldOrNew() throws IOException, InterruptedException {
    run("plan --gradings one.csv --policy p.json --out plan.json");
    String draw =
        "draw --plan plan.json --gradings one.csv --policy p.json --force --key key.csv"
            + " --pick-list list.xlsx --seed ";
    killAndLook(
        draw + "a-long-seed-of-draws",
        draw + "b-long-seed-of-draws",
        List.of("key.csv", "list.xlsx"));
  }

  @Test
  void anEvaluationIsOldOrNew() throws IOException, InterruptedException {
    run("plan --gradings one.csv --policy p.json --out plan.json");
    run(
        "draw --plan plan.json --gradings one.csv --policy p.json --key key.csv"
            + " --pick-list list.csv --seed a-long-seed-of-draws");
    String list = Files.readString(temp.resolve("list.csv"));
    Files.writeString(temp.resolve("v1.csv"), list.replace(",,,,", ",r1,B,2025-04-01,"));
    Files.writeString(temp.resolve("v2.csv"), list.replace(",,,,", ",r1,A,2025-04-01,"));
    String evaluate =
        "evaluate --plan plan.json --key key.csv --gradings one.csv --policy p.json --state s.json"
            + " --table s.csv --pick-list next.xlsx --verdicts ";
    killAndLook(evaluate + "v1.csv", evaluate + "v2.csv", List.of("s.json", "s.csv", "next.xlsx"));
  }

  /** A seed and its commitment are each whole or not there. */
  @Test
  void aCommitmentIsWholeOrAbsent() throws IOException, InterruptedException {
    long begun = System.nanoTime();
    run("commit --generate seed.txt --out c.json");
    long takes = System.nanoTime() - begun;
    var kills = new Kills(takes);
    while (kills.goOn()) {
      Files.deleteIfExists(temp.resolve("seed.txt"));
      Files.deleteIfExists(temp.resolve("c.json"));
      kills.run(start("commit --generate seed.txt --out c.json"));
      if (Files.exists(temp.resolve("seed.txt"))) {
        assertTrue(read(temp.resolve("seed.txt")).matches("[0-9a-f]{40}\n"));
      }
      if (Files.exists(temp.resolve("c.json"))) {
        assertTrue(read(temp.resolve("c.json")).endsWith("}\n"));
      }
    }
    kills.print("commit ");
  }

  /** What agreement writes is never replaced: it is there whole, or not at all. */
  @Test
  void agreementIsWholeOrAbsent() throws IOException, InterruptedException {
    String line = "agreement --gradings one.csv --policy p.json --out a.json";
    long begun = System.nanoTime();
    run(line);
    long takes = System.nanoTime() - begun;
    Map<String, String> whole = content("a.json");
    var kills = new Kills(takes);
    while (kills.goOn()) {
      Files.deleteIfExists(temp.resolve("a.json"));
      kills.run(start(line));
      assertTrue(List.of(Map.of(), whole).contains(content("a.json")));
    }
    kills.print(line);
  }
}
