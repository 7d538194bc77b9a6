package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** {@code check}, {@code init}, {@code convert} and {@code help} from the command line. */
class FirstStepsTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path temp;
  private String gradings;

  @BeforeEach
  void table() throws IOException {
    Path file = temp.resolve("g.csv");
    Files.writeString(
        file,
        """
        item_id,assessor_id,grade,graded_at
        1,ann,A,2025-03-03 09:00
        1,bob,B,2025-03-03 10:00
        2,ann,A,2025-03-04 09:00
        2,bob,a,2025-03-04 09:00
        3,ann,#N/A,2025-03-04 09:00
        """);
    gradings = file.toString();
  }

  private int run(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Assay.run(new PrintWriter(out), new PrintWriter(err, true), args);
  }

  private String file(String name) {
    return temp.resolve(name).toString();
  }

  @Test
  void checkSaysWhatCanBeConcluded() {
    assertEquals(0, run("check", gradings), err.toString());
    String page = out.toString().replaceAll("\\s+", " ");
    assertTrue(page.contains("2 of 2 items were graded by two assessors or more"), page);
    assertTrue(out.toString().contains("g.csv: 5 rows in = 4 used + 1 excluded."));
    assertEquals(1, run("check", gradings, "--quiet", "--fail-on", "excluded"));
    assertEquals("", out.toString());
    assertEquals(0, run("check", "--gradings", gradings, "--json"));
    assertEquals(5, JsonMapper.shared().readTree(out.toString()).path("answers").size());
    assertEquals(2, run("check", gradings, "--gradings", gradings));
  }

  /** The policy is accepted at once, and a second one replaces it only when that is wanted. */
  @Test
  void initWritesAPolicyThatWorks() throws IOException {
    assertEquals(0, run("init", gradings, "--out", file("p.json")), err.toString());
    assertTrue(out.toString().contains("DECIDE"), out.toString());
    int report =
        run("report", "--gradings", gradings, "--policy", file("p.json"), "--out", file("r"));
    assertEquals(0, report, err.toString());
    Files.writeString(temp.resolve("p.json"), "mine");
    assertEquals(2, run("init", gradings, "--out", file("p.json")));
    assertTrue(err.toString().contains("is there already; name another file, or replace it with"));
    assertEquals("mine", Files.readString(temp.resolve("p.json")));
    assertEquals(
        0, run("init", gradings, "--zone", "Asia/Tokyo", "--out", file("p.json"), "--force"));
    assertTrue(Files.readString(temp.resolve("p.json")).contains("\"zone\": \"Asia/Tokyo\""));
    assertEquals(2, run("init", gradings, "--out", gradings, "--force"));
    assertTrue(err.toString().contains("is an input of this run"), err.toString());
    assertEquals(2, run("init", gradings, "--zone", "Mars", "--out", file("q.json")));
    assertEquals(
        "assay init: --zone must be a time zone such as Europe/London, got \"Mars\"\n",
        err.toString());
  }

  @Test
  void convertNeverReplacesItsSource() throws IOException {
    assertEquals(0, run("convert", gradings, "--out", file("t")), err.toString());
    assertTrue(out.toString().startsWith("5 rows are in "), out.toString());
    String once = Files.readString(temp.resolve("t/gradings.csv"));
    assertFalse(Files.exists(temp.resolve("t/verdicts.csv")));
    assertEquals(0, run("convert", gradings, "--out", file("t"))); // the same again
    assertEquals(
        2, run("convert", file("t/gradings.csv"), "--out", file("t"), "--force"), err.toString());
    assertEquals(once, Files.readString(temp.resolve("t/gradings.csv")));
    Files.writeString(temp.resolve("t/gradings.csv"), "mine");
    assertEquals(2, run("convert", gradings, "--out", file("t")));
    assertEquals("mine", Files.readString(temp.resolve("t/gradings.csv")));
  }

  @Test
  void aStateAndAWideTableAreNamedAsWhatTheyAre() throws IOException {
    assertEquals(0, run("read", "--gradings", gradings, "--out", file("s.state")));
    assertEquals(2, run("check", "--gradings", file("s.state")));
    assertTrue(err.toString().contains("is a state of assay"), err.toString());
    assertTrue(err.toString().contains("--read"), err.toString());
    assertEquals(0, run("check", "--read", file("s.state")), err.toString());
    Path wide = Files.writeString(temp.resolve("w.csv"), "item_id,ann,bob\n1,A,B\n2,B,B\n");
    assertEquals(2, run("check", wide.toString()));
    assertTrue(err.toString().contains("a column per assessor, say --wide"), err.toString());
    assertEquals(0, run("check", wide.toString(), "--wide"), err.toString());
  }

  @Test
  void agreementSaysFirstWhatIsLeftOut() {
    assertEquals(0, run("agreement", gradings), err.toString());
    assertEquals(
        "1 of 5 gradings left out: 1, a field holds an error of a spreadsheet, such as #N/A, in"
            + " place of a value; assay check says more.",
        out.toString().lines().skip(2).findFirst().orElseThrow());
  }

  @Test
  void noBareCodes() throws IOException {
    Path apart =
        Files.writeString(temp.resolve("a.csv"), "item_id,assessor_id,grade\n1,ann,A\n2,bob,B\n");
    assertEquals(0, run("agreement", apart.toString()), err.toString());
    assertTrue(out.toString().contains("no figure: no item has two ratings (0 items)"));
    assertFalse(out.toString().contains("NO_PAIRS"));
  }

  @Test
  void helpOfACommand() {
    assertEquals(0, run("help"));
    String all = out.toString();
    assertTrue(all.contains("check"), all);
    assertEquals(0, run("help", "report"));
    String help = out.toString();
    assertEquals(0, run("report", "--help"));
    assertEquals(out.toString(), help);
    assertEquals(2, run("help", "repot"));
    assertEquals(
        "assay: unknown command \"repot\"; did you mean report?; see assay --help\n",
        err.toString());
  }

  /** No example is broken where the screen ends: it could not be copied. */
  @Test
  void examplesAreWhole() {
    for (var command :
        Assay.commandLine(new PrintWriter(out), new PrintWriter(err)).getSubcommands().values()) {
      for (String line : command.getCommandSpec().usageMessage().footer()) {
        assertTrue(line.length() < Assay.HELP_WIDTH, line);
      }
    }
  }
}
