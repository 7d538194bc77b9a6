package org.assay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Planning, drawing and evaluating as a user does it. */
class PlanCommandsTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path temp;

  @BeforeEach
  void files() throws IOException {
    TwoAssessors.write(300, temp.resolve("gradings.csv"), temp.resolve("policy.json"));
  }

  private int run(String command, String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    String[] all = new String[args.length + 5];
    all[0] = command;
    all[1] = "--gradings";
    all[2] = file("gradings.csv");
    all[3] = "--policy";
    all[4] = file("policy.json");
    System.arraycopy(args, 0, all, 5, args.length);
    return Assay.commandLine(new PrintWriter(out), new PrintWriter(err, true)).execute(all);
  }

  private String file(String name) {
    return temp.resolve(name).toString();
  }

  private String read(String name) throws IOException {
    return Files.readString(temp.resolve(name));
  }

  private int drawWith(String seed, String... more) {
    return run(
        "draw",
        with(
            more,
            "--plan",
            file("plan.json"),
            "--seed",
            seed,
            "--pick-list",
            file("list.csv"),
            "--key",
            file("key.csv")));
  }

  private int draw(String... more) {
    return drawWith("a-long-seed-of-draws", more);
  }

  private static String[] with(String[] more, String... all) {
    String[] both = Arrays.copyOf(all, all.length + more.length);
    System.arraycopy(more, 0, both, all.length, more.length);
    return both;
  }

  private int evaluate(String verdicts, String... more) {
    return run(
        "evaluate",
        with(
            more,
            "--plan",
            file("plan.json"),
            "--key",
            file("key.csv"),
            "--verdicts",
            file(verdicts),
            "--table",
            file("status.csv")));
  }

  @Test
  void fromAPlanToADecision() throws IOException {
    assertEquals(
        0,
        run(
            "plan",
            "--out",
            file("plan.json"),
            "--table",
            file("plan.csv"),
            "--checks-per-hour",
            "10"),
        err::toString);
    assertTrue(out.toString().contains("L002  assessor a02  2025-03  any"), out.toString());
    assertTrue(out.toString().contains("10 checks per hour"), out.toString());
    assertTrue(
        read("plan.csv")
            .contains(
                "Fewest checks of a plan of design truncated-sequential: a lot with 3 defective of 150"),
        read("plan.csv"));
    String plan = read("plan.json");
    assertEquals(0, run("plan", "--out", file("plan.json"), "--checks-per-hour", "10"));
    assertEquals(plan, read("plan.json"), "same inputs, same bytes");

    assertEquals(0, drawWith("a-long-seed-of-draws"), err::toString);
    assertTrue(out.toString().contains("Commitment to the seed, to publish now: "));
    String key = read("key.csv");
    assertEquals(0, drawWith("a-long-seed-of-draws"));
    assertEquals(key, read("key.csv"));

    assertEquals(0, evaluate("list.csv", "--pick-list", file("next.csv")), err::toString);
    assertEquals(
        read("list.csv").lines().sorted().toList(),
        read("next.csv").lines().sorted().toList(),
        "nothing checked: the same items again");
    Files.writeString(
        temp.resolve("verdicts.csv"),
        read("list.csv").replace(",,,", ",r01,B,2025-04-01T09:00:00Z"));
    assertEquals(0, evaluate("verdicts.csv", "--pick-list", file("next.csv")), err::toString);
    assertTrue(out.toString().contains("ACCEPT: 2, REJECT: 0, CONTINUE: 0"), out.toString());
    assertEquals("item_id,reviewer_id,grade,checked_at,draw\n", read("next.csv"));
    assertTrue(
        read("status.csv").contains("assessor,a01,,2025-03,any,ACCEPT,"), read("status.csv"));
  }

  /** State and decision of each assessor: of the evaluation's table, and of the report. */
  private void assertReportAndEvaluationAgree(String verdicts, String expected, String... more)
      throws IOException {
    assertEquals(0, evaluate(verdicts, more), err::toString);
    List<String> head = List.of(read("status.csv").lines().findFirst().orElseThrow().split(","));
    List<String> evaluated = new ArrayList<>();
    for (String line : read("status.csv").lines().skip(1).toList()) {
      String[] field = line.split(",");
      evaluated.add(field[head.indexOf("decision")] + " " + field[field.length - 1]);
    }
    assertEquals(
        0,
        run(
            "report",
            with(
                more,
                "--plan",
                file("plan.json"),
                "--key",
                file("key.csv"),
                "--verdicts",
                file(verdicts),
                "--out",
                file("report"))),
        err::toString);
    List<String> reported = new ArrayList<>();
    JsonMapper.shared()
        .readTree(read("report/report.json"))
        .path("levels")
        .forEach(
            row ->
                reported.add(
                    row.path("plan").path("decision").asString()
                        + " "
                        + row.path("state").asString()));
    assertEquals(evaluated, reported);
    assertEquals(List.of(expected, expected), reported);
    assertTrue(read("report/manifest.json").contains("\"role\" : \"key\""));
  }

  @Test
  void reportAndEvaluationHaveOneJudge() throws IOException {
    assertEquals(0, run("plan", "--out", file("plan.json")), err::toString);
    drawWith("a-long-seed-of-draws");
    String list = read("list.csv");
    String good = list.replace(",,,", ",r01,B,2025-04-01T09:00:00Z");
    Files.writeString(temp.resolve("good.csv"), good);
    Files.writeString(temp.resolve("bad.csv"), list.replace(",,,", ",r01,A,2025-04-01T09:00:00Z"));
    Files.write(temp.resolve("few.csv"), good.lines().toList().subList(0, 30));
    assertReportAndEvaluationAgree("good.csv", "ACCEPT PASS");
    assertReportAndEvaluationAgree("bad.csv", "REJECT FAIL");
    assertReportAndEvaluationAgree("few.csv", "CONTINUE NOT_DEMONSTRATED");
    // Eight items gone: errors of the plan, though nobody made any.
    List<String> gone =
        good.lines().skip(1).limit(8).map(line -> line.substring(0, line.indexOf(','))).toList();
    Files.write(temp.resolve("gone.txt"), gone);
    Files.write(
        temp.resolve("rest.csv"),
        good.lines().filter(line -> !gone.contains(line.substring(0, line.indexOf(',')))).toList());
    assertReportAndEvaluationAgree(
        "rest.csv", "REJECT NOT_DEMONSTRATED", "--missing", file("gone.txt"));
    assertTrue(
        read("status.csv").contains("only if what could not be checked is wrong; "),
        read("status.csv"));
  }

  @Test
  void aTableCutShortRejectsNobody() throws IOException {
    assertEquals(0, run("plan", "--out", file("plan.json")), err::toString);
    drawWith("a-long-seed-of-draws");
    String drawn = read("list.csv").lines().skip(1).findFirst().orElseThrow().split(",", -1)[0];
    List<String> all = Files.readAllLines(temp.resolve("gradings.csv"));
    all.removeIf(line -> List.of(line.split(",", -1)).contains(drawn));
    Files.write(temp.resolve("gradings.csv"), all);
    assertEquals(2, evaluate("list.csv"));
    assertEquals(
        "assay evaluate: 1 drawn item is not in the gradings any more, such as \""
            + drawn
            + "\"; give all gradings, or name with --missing what cannot be checked any more\n",
        err.toString());
  }

  @Test
  void aReportNeedsPlanAndKeyTogether() throws IOException {
    Files.writeString(temp.resolve("list.csv"), "item_id,reviewer_id,grade,checked_at\n");
    String[] out = {"--out", file("report")};
    assertEquals(2, run("report", with(out, "--plan", file("plan.json"))));
    assertEquals(
        "assay report: --plan must come with --key, got --plan alone; give the key.csv of its"
            + " draw\n",
        err.toString());
    assertEquals(2, run("report", with(out, "--key", file("key.csv"))));
    assertEquals(
        "assay report: --key must come with --plan, got --key alone; give the plan.json it was"
            + " drawn for\n",
        err.toString());
    assertEquals(2, run("report", with(out, "--missing", file("gone.txt"))));
    assertEquals(
        "assay report: --missing is about the draw of a plan; give --plan and --key too, or leave"
            + " it out\n",
        err.toString());
    assertFalse(Files.exists(temp.resolve("report")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "truncated", // as earlier versions wrote truncated-sequential
        "optimal",
        "always-valid",
        "single",
        "double",
        "zero-acceptance"
      })
  void anEvaluationGoesOnFromItsState(String design) throws IOException {
    assertEquals(0, run("plan", "--out", file("plan.json"), "--design", design), err::toString);
    drawWith("a-long-seed-of-draws");
    List<String> all =
        read("list.csv").replace(",,,", ",r01,B,2025-04-01T09:00:00Z").lines().toList();
    Files.write(temp.resolve("all.csv"), all);
    Files.write(temp.resolve("one.csv"), all.subList(0, 30));
    var rest = new ArrayList<>(all.subList(30, all.size()));
    rest.add(0, all.get(0));
    Files.write(temp.resolve("two.csv"), rest);
    assertEquals(0, evaluate("all.csv", "--state", file("whole.json")), err::toString);
    String status = read("status.csv");
    assertTrue(out.toString().contains("ACCEPT: 2"), out.toString());
    assertEquals(0, evaluate("one.csv", "--state", file("state.json")), err::toString);
    assertTrue(out.toString().contains("CONTINUE: 2"), out.toString());
    assertEquals(
        0,
        evaluate("two.csv", "--resume", file("state.json"), "--state", file("state.json")),
        err::toString);
    assertEquals(status, read("status.csv"));
    assertEquals(read("whole.json"), read("state.json"));
  }

  @Test
  void allLotsTogether() throws IOException {
    run("plan", "--out", file("plan.json"));
    drawWith("a-long-seed-of-draws");
    Files.writeString(
        temp.resolve("verdicts.csv"),
        read("list.csv").replace(",,,", ",r01,B,2025-04-01T09:00:00Z"));
    assertEquals(0, evaluate("verdicts.csv", "--family-wise", "0.05"), err::toString);
    assertTrue(out.toString().contains("(Holm, p-values at the end of each plan)"));
    assertTrue(read("status.csv").contains(",adjusted p-value (Holm),"), read("status.csv"));
    assertEquals(0, evaluate("verdicts.csv", "--false-discovery", "0.1"), err::toString);
    assertTrue(out.toString().contains("(e-BH, e-values valid at any look)"));
    assertEquals(2, evaluate("verdicts.csv", "--family-wise", "5"));
    assertEquals("assay evaluate: --family-wise must be in (0, 1), got 5.0\n", err.toString());
    assertEquals(2, evaluate("verdicts.csv", "--family-wise", "0.05", "--false-discovery", "0.05"));
    assertEquals(1, err.toString().lines().count(), err.toString());
  }

  @Test
  void excludedItemsAreOnNoListAndNoneIsLost() throws IOException {
    Files.writeString(temp.resolve("seen.txt"), "i1\ni2\nnobody\ni2\n");
    assertEquals(
        0, run("plan", "--out", file("plan.json"), "--exclude", file("seen.txt")), err::toString);
    assertTrue(out.toString().contains("2 gradings are left out of the lots"), out.toString());
    assertEquals(2, drawWith("a-long-seed-of-draws"));
    assertTrue(err.toString().endsWith("name the same lists with --exclude\n"), err.toString());
    assertEquals(
        0,
        draw("--exclude", file("seen.txt"), "--exclude-report", file("account.csv"), "--reserve"),
        err::toString);
    assertTrue(out.toString().contains("1 not among the gradings (nobody)"), out.toString());
    assertTrue(out.toString().contains("1 listed before (i2)"), out.toString());
    assertEquals(5, read("account.csv").lines().count());
    assertFalse(read("key.csv").contains(",i1,") || read("list.csv").contains("\ni2,"));
    assertEquals(2, draw("--exclude", file("absent.txt")));
    assertEquals("assay draw: " + file("absent.txt") + " does not exist\n", err.toString());
  }

  @Test
  void theListIsSplitAtTheExposureCeiling() throws IOException {
    Files.writeString(
        temp.resolve("policy.json"),
        read("policy.json")
            .replace("{\"scheme\"", "{\"exposureCeiling\": {\"perDay\": 7}, \"scheme\""));
    assertEquals(0, run("plan", "--out", file("plan.json"), "--reviewers", "1"), err::toString);
    assertTrue(out.toString().contains("At the exposure ceiling all lots together"));
    assertEquals(0, draw("--reviewer", "r01,r02"), err::toString);
    assertTrue(out.toString().contains("Split for 2 reviewers into "), out.toString());
    Map<String, Long> days =
        read("list.csv")
            .lines()
            .skip(1)
            .collect(
                Collectors.groupingBy(
                    line -> line.substring(line.indexOf(','), line.lastIndexOf(',')),
                    Collectors.counting()));
    assertTrue(days.containsKey(",r02,,,2,1"), days::toString);
    assertTrue(days.values().stream().allMatch(n -> n <= 7), days::toString);
    assertEquals(0, evaluate("list.csv", "--pick-list", file("next.csv"), "--reviewers", "3"));
    assertTrue(read("next.csv").contains(",,,,3,1,"), read("next.csv"));
    assertEquals(2, draw("--reviewers", "2", "--reviewer", "r01"));
    assertEquals(
        "assay draw: --reviewers and --reviewer must not be given together\n", err.toString());
    assertEquals(2, draw("--seen", file("next.csv")));
    assertEquals("assay draw: --seen must be given with --reviewer, by name\n", err.toString());
    assertEquals(2, draw("--reviewers", "0"));
    assertEquals("assay draw: the number of reviewers must be at least 1, got 0\n", err.toString());
    assertEquals(2, run("plan", "--out", file("plan.json"), "--reviewers", "0"));
    assertEquals("assay plan: --reviewers must be at least 1, got 0\n", err.toString());
  }

  @Test
  void aKeyIsNotOverwrittenByAnother() throws IOException {
    run("plan", "--out", file("plan.json"), "--design", "single");
    drawWith("one-seed-of-the-draw");
    String key = read("key.csv");
    String list = read("list.csv");
    assertEquals(2, drawWith("two-seeds-of-the-draw"));
    assertEquals(
        "assay draw: "
            + file("key.csv")
            + " holds the key of another draw; name another file, or replace it with --force\n",
        err.toString());
    assertEquals(key, read("key.csv"));
    assertEquals(list, read("list.csv"));
  }

  /** Levels that no plan can keep are refused with their name; nothing is written. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"acceptable\": 0.02; \"acceptable\": 0.2; acceptable must be below unacceptable (0.1), got 0.2",
        "\"producerRisk\": 0.05; \"producerRisk\": 0.5; producerRisk must be in (0, 0.5), got 0.5",
        "\"consumerRisk\": 0.05; \"consumerRisk\": 0; consumerRisk must be in (0, 0.5), got 0.0",
        "\"unacceptable\": 0.1; \"unacceptable\": 1.5; unacceptable must be in (0, 1), got 1.5"
      })
  void badLevels(String good, String bad, String message) throws IOException {
    Files.writeString(temp.resolve("policy.json"), read("policy.json").replace(good, bad));
    assertEquals(2, run("plan", "--out", file("plan.json")));
    assertTrue(err.toString().contains("levels[0] \"any\": " + message), err.toString());
    assertEquals(1, err.toString().lines().count(), err.toString());
    assertFalse(Files.exists(temp.resolve("plan.json")));
  }

  /** A rate that is a fraction of an item is read as "at most": 10 % of 15 gradings rules out 2. */
  @Test
  void aFractionOfAGradingIsReadAsAtMost() throws IOException {
    String few = read("gradings.csv").lines().limit(31).collect(Collectors.joining("\n"));
    Files.writeString(temp.resolve("gradings.csv"), few + "\n");
    assertEquals(
        0, run("plan", "--out", file("plan.json"), "--table", file("plan.csv")), err::toString);
    assertTrue(
        read("plan.csv").contains("a lot with 0 defective of 15 is rejected"), read("plan.csv"));
    assertTrue(read("plan.csv").contains("one with 2 accepted"), read("plan.csv"));
    assertEquals(0, run("plan", "--out", file("plan.json"), "--design", "multiple"));
  }

  @Test
  void badArgumentsAreOneLineAndLeaveNothing() {
    assertEquals(2, run("plan", "--out", file("plan.json"), "--level", "other"));
    assertEquals("assay plan: the level must be one of [any], got \"other\"\n", err.toString());
    assertEquals(2, run("plan", "--out", file("plan.json"), "--checks-per-hour", "-1"));
    assertEquals(
        "assay plan: checks per hour must be above 0 and finite, got -1.0\n", err.toString());
    assertFalse(Files.exists(temp.resolve("plan.json")));
    assertEquals(2, drawWith("a-long-seed-of-draws"));
    assertEquals("assay draw: " + file("plan.json") + " does not exist\n", err.toString());
    assertEquals(2, run("plan", "--out", file("plan.json"), "--date", "soon"));
    assertEquals(1, err.toString().lines().count(), err.toString());
  }

  private int plain(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Assay.commandLine(new PrintWriter(out), new PrintWriter(err, true)).execute(args);
  }

  @Test
  void promisesASeedBeforeTheGradings() throws IOException {
    String[] commit = {
      "commit",
      "--generate",
      file("seed.txt"),
      "--out",
      file("c.json"),
      "--at",
      "2025-03-01T00:00:00+01:00"
    };
    assertEquals(0, plain(commit), err::toString);
    assertTrue(out.toString().contains("Made at 2025-02-28T23:00:00Z"), out.toString());
    String seed = read("seed.txt").strip();
    assertTrue(seed.matches("[0-9a-f]{40}"), seed);
    assertEquals(2, plain(commit), "nothing is overwritten");
    assertTrue(err.toString().contains("it is never overwritten"), err.toString());
    assertEquals(seed, read("seed.txt").strip());
    assertEquals(
        2,
        plain("commit", "--seed-file", file("seed.txt"), "--out", file("c.json")),
        err::toString);
    assertTrue(err.toString().contains("it is never overwritten"), err.toString());

    assertEquals(0, run("plan", "--out", file("plan.json")), err::toString);
    String[] draw = {
      "--plan",
      file("plan.json"),
      "--seed-file",
      file("seed.txt"),
      "--pick-list",
      file("list.csv"),
      "--key",
      file("key.csv")
    };
    assertEquals(0, run("draw", with(draw, "--commitment", file("c.json"))), err::toString);
    assertTrue(out.toString().contains("before the last grading of the lots"), out.toString());
    Files.delete(temp.resolve("key.csv"));
    assertEquals(0, run("draw", draw), err::toString);
    assertTrue(out.toString().contains("proves nothing against whoever drew"), out.toString());
    assertTrue(read("key.csv").contains(",with the draw: worthless against the drawer\n"));
    assertEquals(2, drawWith("another-seed-of-draws", "--commitment", file("c.json")));
    assertEquals(
        "assay draw: the seed must be the one that the commitment promised\n", err.toString());
    assertEquals(
        2,
        plain("commit", "--seed-file", file("seed.txt"), "--out", file("d.json"), "--at", "now"));
    assertTrue(err.toString().contains("--at must be a time with offset or Z"), err.toString());
  }

  @Test
  void saysWhatIsDoneAndWhatRemains() throws IOException {
    var rows =
        new StringBuilder(
            "item_id,reviewer_id,grade,checked_at,selection_method,inclusion_probability\n");
    for (int i = 0; i < 40; i++) {
      rows.append("i" + 2 * i + ",r01," + (i < 3 ? "A" : "B") + ",2025-04-01T09:00:00Z,SRS,0.3\n");
    }
    Files.writeString(temp.resolve("v.csv"), rows);
    String[] plan = {"--out", file("plan.json"), "--verdicts", file("v.csv")};
    assertEquals(0, run("plan", with(plan, "--further", file("f.csv"))), err::toString);
    assertTrue(
        out.toString().contains("By the random checks made so far, as a report"), out.toString());
    assertTrue(out.toString().contains("if the rate is 7.5 %"), out.toString());
    assertTrue(read("f.csv").contains(",any,40,3,0,NOT_DEMONSTRATED,"), read("f.csv"));
    assertEquals(0, run("plan", with(plan, "--looks", "2")), err::toString);
    assertTrue(out.toString().contains("Each of 2 looks has its part of the risks"));
    assertEquals(2, run("plan", with(plan, "--looks", "0")));
    assertEquals("assay plan: --looks must be at least 1, got 0\n", err.toString());
    assertEquals(2, run("plan", "--out", file("plan.json"), "--further", file("f.csv")));
    assertTrue(err.toString().contains("--further needs the verdicts so far"), err.toString());
  }
}
