package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a user calls it: what it prints where, and its exit status. */
class AssayTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path temp;

  private int run(String... args) {
    return Assay.commandLine(new PrintWriter(out), new PrintWriter(err, true)).execute(args);
  }

  @Test
  void withoutACommandItPointsToHelp() {
    assertEquals(2, run());
    assertEquals("assay: a command is needed; see assay --help\n", err.toString());
  }

  @Test
  void helpShowsExamples() {
    assertEquals(0, run("--help"));
    assertTrue(out.toString().contains("Examples:"), out.toString());
  }

  @Test
  void versionIsPrinted() {
    assertEquals(0, run("--version"));
    assertTrue(out.toString().startsWith("assay "), out.toString());
  }

  @Test
  void batchAnswersEveryLine() throws IOException {
    Path requests =
        Files.writeString(
            temp.resolve("r.jsonl"), "{\"id\": 1, \"op\": \"nothing\"}\n\nnot json\n");
    assertEquals(0, run("batch", requests.toString()));
    String[] lines = out.toString().split("\n");
    assertEquals(2, lines.length);
    assertTrue(lines[0].startsWith("{\"id\":1,\"op\":\"nothing\",\"error\""), lines[0]);
    assertTrue(lines[1].contains("line 3 is not JSON"), lines[1]);
  }

  @Test
  void batchSaysWhetherARequestFailed() throws IOException {
    String right =
        "{\"id\": 1, \"op\": \"interval\", \"input\": {\"errors\": 1, \"checked\": 9}}\n";
    Path good = Files.writeString(temp.resolve("good.jsonl"), right);
    Path mixed = Files.writeString(temp.resolve("mixed.jsonl"), "{}\n" + right);
    assertEquals(0, run("batch", "--fail-on-error", good.toString()));
    assertEquals(0, run("batch", mixed.toString()));
    assertEquals(1, run("batch", "--fail-on-error", mixed.toString()));
    assertEquals(5, out.toString().lines().count());
  }

  /** The status 1 is that of a failed level; nobody must take a defect for one. */
  @Test
  void aDefectIsOneLineAndALog() throws IOException {
    int status =
        Defect.report(
            new IllegalStateException("what nobody expected"),
            "assay report",
            new PrintWriter(err, true));
    assertEquals(3, status);
    String line = err.toString();
    assertEquals(1, line.lines().count());
    assertTrue(line.startsWith("assay report: a defect of the program, not of your data"), line);
    Path log = Path.of(line.substring(line.indexOf(" is in ") + 7).strip());
    assertTrue(Files.readString(log).contains("what nobody expected"));
    Files.delete(log);
  }

  @Test
  void aTeamThatCannotBePlayedIsBadInput() throws IOException {
    String team =
        Files.readString(Path.of("../datasets/demo/team.json"))
            .replace("\"exactDuplicates\": 12", "\"exactDuplicates\": 99999999");
    Path file = Files.writeString(temp.resolve("team.json"), team);
    assertEquals(
        2, run("simulate", "--team", file.toString(), "--out", temp.resolve("y").toString()));
    assertEquals(1, err.toString().lines().count(), err.toString());
  }

  @Test
  void batchNamesAMissingFile() {
    assertEquals(2, run("batch", "no-such-file"));
    assertEquals("assay batch: no-such-file does not exist\n", err.toString());
  }

  @Test
  void schemaIsPrinted() {
    assertEquals(0, run("schema"));
    assertTrue(out.toString().contains("\"$defs\""), out.toString());
    assertTrue(out.toString().contains("\"#/$defs/report.json\""), out.toString());
  }

  @Test
  void thePageOfTheProtocolIsPrinted() throws IOException {
    assertEquals(0, run("schema", "--page"));
    assertEquals(
        Files.readString(Path.of("../docs/protocol.md")).replace("\r\n", "\n"), out.toString());
  }
}
