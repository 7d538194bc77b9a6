package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs learn from a run: exit status and JSON. */
class GatesTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path temp;

  @BeforeEach
  void files() throws IOException {
    var gradings = new StringBuilder("item_id,assessor_id,grade,graded_at\n");
    var verdicts =
        new StringBuilder(
            "item_id,reviewer_id,grade,checked_at,selection_method,inclusion_probability,blind\n");
    for (int i = 0; i < 100; i++) {
      gradings.append("i" + i + ",a01,B,2025-03-02T10:00:00Z\n");
      verdicts.append("i" + i + ",r1,B,2025-03-09T10:00:00Z,SRS,1,BLIND\n");
    }
    Files.writeString(temp.resolve("g.csv"), gradings);
    Files.writeString(temp.resolve("right.csv"), verdicts);
    Files.writeString(temp.resolve("wrong.csv"), verdicts.toString().replace(",B,", ",A,"));
    List<String> few = new ArrayList<>(verdicts.toString().lines().limit(3).toList());
    Files.writeString(
        temp.resolve("few.csv"), String.join("\n", few).replace("SRS,1,", "SRS,0.02,") + "\n");
    Files.writeString(
        temp.resolve("odd.csv"), verdicts + "i1,r1,?,2025-03-09T10:00:00Z,SRS,1,BLIND\n");
    Files.writeString(
        temp.resolve("p.json"), TwoAssessors.POLICY.replace("]},", "]}, \"unusableAtMost\": 0.5,"));
  }

  private int report(String verdicts, String... more) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    var args =
        new ArrayList<>(
            List.of(
                "report",
                "--gradings",
                temp.resolve("g.csv").toString(),
                "--verdicts",
                temp.resolve(verdicts).toString(),
                "--policy",
                temp.resolve("p.json").toString(),
                "--out",
                temp.resolve("out-" + verdicts).toString()));
    args.addAll(List.of(more));
    return Assay.run(new PrintWriter(out), new PrintWriter(err, true), args.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "right.csv, fail, 0",
    "right.csv, not-demonstrated, 0",
    "right.csv, excluded, 0",
    "wrong.csv, fail, 1",
    "wrong.csv, FAIL, 1",
    "wrong.csv, not-demonstrated, 0",
    "few.csv, not_demonstrated, 1",
    "few.csv, fail, 0",
    "odd.csv, excluded, 1",
    "odd.csv, fail, 0"
  })
  void theStatusSaysWhetherItHappened(String verdicts, String what, int status) {
    assertEquals(0, report(verdicts, "--quiet"), err::toString);
    assertEquals("", out.toString());
    assertEquals(status, report(verdicts, "--quiet", "--fail-on", what), err::toString);
    assertEquals("", err.toString());
  }

  @Test
  void severalAtOnce() {
    assertEquals(1, report("few.csv", "--fail-on", "fail,not-demonstrated"), err::toString);
    assertEquals(1, report("few.csv", "--fail-on", "fail", "--fail-on", "not-demonstrated"));
    assertEquals(1, report("wrong.csv", "--fail-on-level"));
  }

  @Test
  void theSummaryOfAReportAsJson() {
    assertEquals(0, report("wrong.csv", "--json"), err::toString);
    JsonNode json = JsonMapper.shared().readTree(out.toString());
    assertEquals(1, json.path("states").path("FAIL").asInt());
    assertEquals(0, json.path("states").path("PASS").asInt());
    assertEquals("a01", json.path("levels").path(0).path("member").asString());
    assertEquals("FAIL", json.path("levels").path(0).path("state").asString());
    assertEquals(100, json.path("gradings").path("used").asInt());
    assertTrue(json.path("report").asString().endsWith("index.html"));
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

  @Test
  void anEvaluationAsJsonAndByStatus() throws IOException {
    assertEquals(0, run("plan --gradings @g.csv --policy @p.json --out @plan.json"));
    assertEquals(
        0,
        run(
            "draw --plan @plan.json --gradings @g.csv --policy @p.json --seed seed-of-this-draw"
                + " --pick-list @list.csv --key @key.csv"),
        err::toString);
    String list = Files.readString(temp.resolve("list.csv"));
    Files.writeString(temp.resolve("ok.csv"), list.replace(",,,", ",r1,B,2025-03-09T10:00:00Z"));
    Files.writeString(temp.resolve("bad.csv"), list.replace(",,,", ",r1,A,2025-03-09T10:00:00Z"));
    String evaluate =
        "evaluate --plan @plan.json --key @key.csv --gradings @g.csv --policy @p.json --verdicts ";
    assertEquals(0, run(evaluate + "@ok.csv --json --fail-on fail,not-demonstrated,excluded"));
    JsonNode json = JsonMapper.shared().readTree(out.toString());
    assertEquals("ACCEPT", json.path("lots").path(0).path("decision").asString());
    assertEquals(1, json.path("states").path("PASS").asInt());
    assertEquals(1, run(evaluate + "@bad.csv --quiet --fail-on fail"));
    assertEquals("", out.toString());
    assertEquals(1, run(evaluate + "@list.csv --fail-on not-demonstrated"));
    assertEquals(0, run(evaluate + "@list.csv --fail-on fail"));
  }

  @Test
  void pathsBeyondAscii() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("Prüfung é 测试"));
    Files.copy(temp.resolve("g.csv"), folder.resolve("g.csv"));
    assertEquals(
        0,
        Assay.run(
            new PrintWriter(out),
            new PrintWriter(err, true),
            "plan",
            "--gradings",
            folder.resolve("g.csv").toString(),
            "--policy",
            temp.resolve("p.json").toString(),
            "--out",
            folder.resolve("plan.json").toString()),
        err::toString);
    assertTrue(Files.exists(folder.resolve("plan.json")));
  }
}
