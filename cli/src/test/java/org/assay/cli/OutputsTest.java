package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run may not overwrite, what it says instead, and how it ends when it cannot write. */
class OutputsTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path temp;

  @BeforeEach
  void files() throws IOException {
    TwoAssessors.write(60, temp.resolve("g.csv"), temp.resolve("p.json"));
  }

  private int run(String line) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    String[] args = line.split(" ");
    for (int i = 0; i < args.length; i++) {
      args[i] = args[i].startsWith("@") ? temp.resolve(args[i].substring(1)).toString() : args[i];
    }
    return Assay.run(new PrintWriter(out), new PrintWriter(err, true), args);
  }

  private void planAndDraw() {
    assertEquals(0, run("plan --gradings @g.csv --policy @p.json --out @plan.json"));
    assertEquals(
        0,
        run(
            "draw --plan @plan.json --gradings @g.csv --policy @p.json --seed a-long-seed-of-draws"
                + " --pick-list @list.csv --key @key.csv"));
  }

  private void fill() throws IOException {
    Path list = temp.resolve("list.csv");
    Files.writeString(
        list, Files.readString(list).replaceFirst(",,,", ",r1,B,2025-03-09T10:00:00Z"));
  }

  /** Every way to lose a file that was found by trying. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          plan --gradings @g.csv --policy @p.json --out @p.json | p.json
          plan --gradings @g.csv --policy @p.json --out @other.json --table @g.csv | g.csv
          plan --gradings @g.csv --policy @p.json --out @list.csv | list.csv
          draw --plan @plan.json --gradings @g.csv --policy @p.json --seed a-long-seed-of-draws --pick-list @list.csv --key @key.csv | list.csv
          draw --plan @plan.json --gradings @g.csv --policy @p.json --seed another-long-seed --pick-list @new.csv --key @key.csv | key.csv
          draw --plan @plan.json --gradings @g.csv --policy @p.json --seed a-long-seed-of-draws --pick-list @plan.json --key @key.csv | plan.json
          evaluate --plan @plan.json --key @key.csv --gradings @g.csv --policy @p.json --verdicts @list.csv --pick-list @list.csv | list.csv
          evaluate --plan @plan.json --key @key.csv --gradings @g.csv --policy @p.json --verdicts @list.csv --state @key.csv | key.csv
          evaluate --plan @plan.json --key @key.csv --gradings @g.csv --policy @p.json --verdicts @list.csv --table @link.csv | list.csv
          agreement --gradings @g.csv --policy @p.json --out @g.csv | g.csv
          report --gradings @g.csv --policy @p.json --out @g.csv | g.csv
          report --gradings @g.csv --policy @p.json --out @. | g.csv
          simulate --out @. | g.csv
          commit --seed-file @seed.txt --out @seed.txt | seed.txt
          """)
  void nothingIsLost(String line, String file) throws IOException {
    planAndDraw();
    fill();
    Files.writeString(temp.resolve("seed.txt"), "f1b2c3d4e5f60718293a4b5c6d7e8f90");
    Files.createSymbolicLink(temp.resolve("link.csv"), temp.resolve("list.csv"));
    String before = Files.readString(temp.resolve(file));
    assertEquals(2, run(line), () -> out + " " + err);
    assertEquals(before, Files.readString(temp.resolve(file)));
    assertEquals(1, err.toString().lines().count(), err.toString());
    assertFalse(Files.exists(temp.resolve("other.json")), "a file of a run that failed");
    assertFalse(Files.exists(temp.resolve("new.csv")), "a file of a run that failed");
  }

  @Test
  void forceReplacesAFilledListButNoInput() throws IOException {
    planAndDraw();
    fill();
    String draw =
        "draw --plan @plan.json --gradings @g.csv --policy @p.json --seed a-long-seed-of-draws"
            + " --key @key.csv --force --pick-list ";
    assertEquals(0, run(draw + "@list.csv"), err::toString);
    assertFalse(Files.readString(temp.resolve("list.csv")).contains("r1"));
    assertEquals(2, run(draw + "@g.csv"));
  }

  @Test
  void whatNobodyTouchedIsReplaced() {
    planAndDraw();
    planAndDraw();
    String evaluate =
        "evaluate --plan @plan.json --key @key.csv --gradings @g.csv --policy @p.json"
            + " --verdicts @list.csv --table @t.csv --state @s.json --pick-list @next.csv";
    assertEquals(0, run(evaluate), err::toString);
    assertEquals(0, run(evaluate), err::toString);
    assertEquals(0, run(evaluate + " --resume @s.json"), err::toString);
  }

  /** A disk that is full after so many bytes. */
  private static final class Full extends OutputStream {
    private int left;

    Full(int left) {
      this.left = left;
    }

    @Override
    public void write(int b) throws IOException {
      if (--left < 0) {
        throw new IOException("No space left on device");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--version",
    "--help",
    "schema",
    "schema --page",
    "completion bash",
    "plan --help",
    "report --gradings @g.csv --policy @p.json --out @report",
    "plan --gradings @g.csv --policy @p.json --out @q.json",
    "agreement --gradings @g.csv --policy @p.json",
    "batch @requests.jsonl"
  })
  void aFullStandardOutputIsStatus4(String line) throws IOException {
    Files.writeString(
        temp.resolve("requests.jsonl"),
        "{\"op\": \"interval\", \"input\": {\"errors\": 1, \"checked\": 9}}\n".repeat(3));
    String[] args = line.split(" ");
    for (int i = 0; i < args.length; i++) {
      args[i] = args[i].startsWith("@") ? temp.resolve(args[i].substring(1)).toString() : args[i];
    }
    for (int left : List.of(0, 3)) {
      err.getBuffer().setLength(0);
      int status = Assay.run(SafeWriter.out(new Full(left)), new PrintWriter(err, true), args);
      assertEquals(4, status, line + err);
      assertEquals(
          "assay: standard output cannot be written: it is full, or its reader has gone\n",
          err.toString());
    }
  }

  @Test
  void aFileThatCannotBeWrittenIsStatus4() throws IOException {
    Files.writeString(temp.resolve("file"), "");
    assertEquals(4, run("plan --gradings @g.csv --policy @p.json --out @file/plan.json"));
    assertTrue(err.toString().contains("plan.json cannot be written"), err.toString());
    assertEquals(1, err.toString().lines().count(), err.toString());
  }
}
