package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weeks are read where they are, and reported on together. */
class ReadCommandTest {
  private static final int WEEKS = 3;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path temp;

  /** Three weeks of a census; each week but the first has the checks of the one before. */
  @BeforeEach
  void write() throws IOException {
    for (int week = 0; week < WEEKS; week++) {
      var gradings = new StringBuilder("item_id,assessor_id,grade,graded_at\n");
      var verdicts =
          new StringBuilder(
              "item_id,reviewer_id,grade,checked_at,selection_method,inclusion_probability,blind\n");
      for (int i = 0; i < 60; i++) {
        gradings.append(
            String.format(
                Locale.ROOT, "i%d-%d,a%d,A,2025-03-%02dT10:00Z\n", week, i, i % 3, 3 + 7 * week));
        if (week > 0) {
          String grade = i % 9 == 0 ? "B" : "A";
          verdicts.append(
              String.format(
                  Locale.ROOT,
                  "i%d-%d,q1,%s,2025-03-%02dT10:00Z,CENSUS,1,BLIND\n",
                  week - 1,
                  i,
                  grade,
                  4 + 7 * week));
        }
      }
      gradings.append("i0-7,a1,A,2025-03-03T10:00Z\n");
      Files.writeString(temp.resolve("g" + week + ".csv"), gradings);
      Files.writeString(temp.resolve("v" + week + ".csv"), verdicts);
    }
    Files.writeString(
        temp.resolve("p.json"),
        """
        {"scheme": {"version": "1", "grades": ["A", "B"], "ordered": true},
         "levels": [{"name": "any error", "counts": "any", "acceptable": 0.02, "unacceptable": 0.05,
                     "producerRisk": 0.05, "consumerRisk": 0.05, "scope": "unit", "period": "all"}]}
        """);
  }

  private String path(String name) {
    return temp.resolve(name).toString();
  }

  private int run(String... args) {
    return Assay.commandLine(new PrintWriter(out), new PrintWriter(err, true)).execute(args);
  }

  @Test
  void processesForWeeksAndOneForTheReport() throws IOException, InterruptedException {
    var processes = new ArrayList<Process>();
    for (int week = WEEKS - 1; week >= 0; week--) {
      processes.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Assay.class.getName(),
                  "read",
                  "--gradings",
                  path("g" + week + ".csv"),
                  "--verdicts",
                  path("v" + week + ".csv"),
                  "--out",
                  path(week + ".state"))
              .inheritIO()
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start());
    }
    for (Process process : processes) {
      assertEquals(0, process.waitFor());
    }
    assertEquals(0, report("states", "--read", path("1.state"), path("2.state"), path("0.state")));
    assertEquals(
        0,
        report(
            "files",
            "--gradings",
            path("g2.csv"),
            path("g0.csv"),
            path("g1.csv"),
            "--verdicts",
            path("v1.csv"),
            path("v2.csv"),
            path("v0.csv")));
    assertSameFolders();
    assertTrue(out.toString().contains("FAIL: any error"), out.toString());
    assertEquals("", err.toString());
  }

  private int report(String folder, String... tables) {
    var args = new ArrayList<String>(List.of("report", "--policy", path("p.json")));
    args.addAll(List.of(tables));
    args.addAll(List.of("--out", path(folder)));
    return run(args.toArray(new String[0]));
  }

  private void assertSameFolders() throws IOException {
    try (Stream<Path> files = Files.list(temp.resolve("files"))) {
      List<Path> names = files.map(Path::getFileName).toList();
      assertEquals(5, names.size());
      for (Path name : names) {
        assertArrayEquals(
            Files.readAllBytes(temp.resolve("files").resolve(name)),
            Files.readAllBytes(temp.resolve("states").resolve(name)),
            name.toString());
      }
    }
  }

  @Test
  void statesAndFilesMayBeMixedAndStatesPutTogether() throws IOException {
    assertEquals(0, run("read", "--gradings", path("g0.csv"), "--out", path("a.state")));
    assertEquals(
        0,
        run(
            "read",
            "--read",
            path("a.state"),
            "--gradings",
            path("g1.csv"),
            "--verdicts",
            path("v0.csv"),
            path("v1.csv"),
            "--out",
            path("b.state")));
    assertTrue(
        out.toString().contains("122 rows of gradings and 60 of verdicts are in "), out.toString());
    assertEquals(
        0,
        report(
            "states",
            "--verdicts",
            path("v2.csv"),
            "--read",
            path("b.state"),
            "--gradings",
            path("g2.csv")),
        err.toString());
    assertEquals(
        0,
        report(
            "files",
            "--gradings",
            path("g0.csv"),
            path("g1.csv"),
            path("g2.csv"),
            "--verdicts",
            path("v0.csv"),
            path("v1.csv"),
            path("v2.csv")),
        err.toString());
    assertSameFolders();
  }

  @Test
  void agreementTakesTheGradingsOfStates() {
    assertEquals(
        0,
        run(
            "read",
            "--gradings",
            path("g0.csv"),
            "--verdicts",
            path("v1.csv"),
            "--out",
            path("a.state")));
    out.getBuffer().setLength(0);
    assertEquals(0, run("agreement", "--read", path("a.state"), "--policy", path("p.json")));
    String fromState = out.toString();
    out.getBuffer().setLength(0);
    assertEquals(0, run("agreement", "--gradings", path("g0.csv"), "--policy", path("p.json")));
    assertEquals(out.toString(), fromState);
  }

  @Test
  void badArgumentsAreOneLineAndNoFile() throws IOException {
    assertEquals(2, run("read", "--out", path("a.state")));
    assertEquals(
        "assay read: there must be a table of gradings or of verdicts, got none\n", err.toString());
    assertFalse(Files.exists(temp.resolve("a.state")));
    err.getBuffer().setLength(0);
    assertEquals(2, report("states"));
    assertEquals("assay report: there must be a table of gradings, got none\n", err.toString());
    err.getBuffer().setLength(0);
    assertEquals(2, report("states", "--read", path("g0.csv")));
    assertEquals(
        "assay report: "
            + path("g0.csv")
            + ": begins with \"item_id,assessor\", expected a state that assay read wrote\n",
        err.toString());
    err.getBuffer().setLength(0);
    Path there = Files.writeString(temp.resolve("b.state"), "mine");
    assertEquals(2, run("read", "--gradings", path("g0.csv"), "--out", there.toString()));
    assertEquals(
        "assay read: " + there + " exists; it is never overwritten; name another file\n",
        err.toString());
    assertEquals("mine", Files.readString(there));
  }
}
