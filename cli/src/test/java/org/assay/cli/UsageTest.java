package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mistyped command line gets: one line that says what to type. */
class UsageTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path temp;

  private int run(String... args) {
    return Assay.run(new PrintWriter(out), new PrintWriter(err, true), args);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          repot | assay: unknown command "repot"; did you mean report?; see assay --help
          xyzzy | assay: unknown command "xyzzy"; see assay --help
          report --gradngs x | assay report: unknown option --gradngs; did you mean --gradings?; see assay report --help
          report --gradings=x --olicy=y | assay report: unknown option --olicy; did you mean --policy?; see assay report --help
          report --zzz | assay report: unknown option --zzz; see assay report --help
          report --gradings | assay report: --gradings needs a value, FILE, got none; see assay report --help
          report --gradings g | assay report: --policy FILE and --out DIR must be given; see assay report --help
          report --out a --out b --gradings g --policy p | assay report: --out must be given once, got it twice; see assay report --help
          plan --gradings g --policy p --out o --date 31.3.2025 | assay plan: --date must be a date such as 2025-03-31, got "31.3.2025"
          plan --gradings g --policy p --out o --reviewers two | assay plan: --reviewers must be a whole number, got "two"
          plan --gradings g --policy p --out o --checks-per-hour x | assay plan: --checks-per-hour must be a number, got "x"
          agreement --gradings g --policy p --by day | assay agreement: --by must be one of unit, stream, stratum, week, month, quarter, year, got "day"
          report --gradings g --policy p --out o --fail-on red | assay report: --fail-on must be fail, not-demonstrated or excluded, got "red"
          draw --plan x --gradings g --policy p --seed a --seed-file b --pick-list l --key k | assay draw: --seed TEXT, --seed-file FILE must not be given together; see assay draw --help
          batch a b | assay batch: there must be nothing after the options, got "b"; see assay batch --help
          batch --timeout 0 x | assay batch: --timeout must be in [0.001, 1000000] seconds, got 0.0
          completion fish | assay completion: SHELL must be one of bash, zsh, got "fish"
          """)
  void saysWhatToType(String line, String message) {
    assertEquals(2, run(line.split(" ")));
    assertEquals(message + "\n", err.toString());
    assertEquals("", out.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check",
        "init",
        "convert",
        "report",
        "read",
        "agreement",
        "assessors",
        "plan",
        "commit",
        "draw",
        "evaluate",
        "batch",
        "help"
      })
  void helpShowsExamples(String command) {
    assertEquals(0, run(command, "--help"));
    assertTrue(out.toString().contains("Examples:"), out.toString());
  }

  /**
   * Whatever somebody types, the answer is a line of at most 300 characters that act on nothing.
   */
  @Test
  void aMessageIsOneShortLine() {
    String bad = "x\u001b[2J\u202e\u0085\r\n" + "y".repeat(500);
    for (String[] args :
        new String[][] {
          {bad},
          {"report", "--" + bad},
          {"report", "--gradings", bad, "--policy", bad, "--out", "o"},
          {"plan", "--date", bad, "--gradings", "g", "--policy", "p", "--out", "o"},
          {"batch", bad},
          {"agreement", "--by", bad, "--gradings", "g", "--policy", "p"}
        }) {
      err.getBuffer().setLength(0);
      assertEquals(2, run(args));
      String line = err.toString().stripTrailing();
      assertEquals(1, line.lines().count(), line);
      assertTrue(line.length() <= Failure.LONGEST, line);
      assertTrue(line.chars().allMatch(c -> c >= ' ' && c < 0x7f || c > 0x9f && c != 0x202e), line);
    }
  }

  @Test
  void nothingActsOnTheTerminal() {
    var bytes = new ByteArrayOutputStream();
    PrintWriter writer = SafeWriter.out(bytes);
    writer.print("a\u001b[31m\u0085\u202e\n\u00e4\u00a0\ud83d");
    writer.print("\ude00 {\"id\":\"\ud800\"}");
    writer.flush();
    assertEquals(
        "a\\u001b[31m\\u0085\\u202e\n\u00e4\u00a0\ud83d\ude00 {\"id\":\"\\ud800\"}",
        bytes.toString(StandardCharsets.UTF_8));
  }

  @Test
  void shellsCompleteCommandsAndOptions() {
    assertEquals(0, run("completion", "bash"));
    assertTrue(out.toString().contains("--fail-on"), "options of report");
    assertTrue(out.toString().contains("complete -F _complete_assay"), "for assay");
    assertEquals(0, run("completion", "zsh"));
    assertTrue(out.toString().contains("bashcompinit"));
  }
}
