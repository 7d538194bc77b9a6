package org.assay.io.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.assay.data.Verdicts.ReferenceRule;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.policy.PolicyReader;
import org.assay.io.report.LevelPart;
import org.assay.io.report.ReportJob;
import org.assay.io.report.ReportModel;
import org.assay.plan.Design;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Evaluation and report count the same verdict on a grading, whichever the policy wants. */
class ReferenceUnderPlanTest extends PlanFixture {
  private static final String HEADER =
      "item_id,reviewer_id,grade,checked_at,blind,verdict_id,supersedes\n";

  private String policyText = POLICY;

  private void rule(ReferenceRule rule) {
    String name =
        rule == ReferenceRule.FIRST_BLIND ? "firstBlind" : rule.name().toLowerCase(Locale.ROOT);
    policyText = POLICY.replace("{\"scheme\"", "{\"reference\": \"" + name + "\", \"scheme\"");
    policy = PolicyReader.parse(policyText);
  }

  // Up to three verdicts on an item, at random right or wrong, blind or not, some corrected.
  private List<String> rows(Draw draw) {
    SplittableRandom random = new SplittableRandom(5);
    List<String> rows = new ArrayList<>();
    draw.pickList()
        .lines()
        .skip(1)
        .map(line -> line.split(",")[0].replace("'=", "="))
        .forEach(
            item -> {
              int verdicts = 1 + random.nextInt(3);
              for (int v = 0; v < verdicts; v++) {
                String id = item + "-" + v;
                String corrects = v == 2 && random.nextInt(4) == 0 ? item + "-1" : "";
                rows.add(
                    item
                        + ",r0"
                        + v
                        + ","
                        + (random.nextInt(12) == 0 ? "A" : "C")
                        + ",2025-04-0"
                        + (1 + random.nextInt(9))
                        + "T09:00:00Z,"
                        + (random.nextInt(3) == 0 ? "non_blind" : "blind")
                        + ","
                        + id
                        + ","
                        + corrects);
              }
              if (random.nextInt(40) == 0) {
                rows.add(item + ",r09,,,blind,,"); // a blind verdict that is due
              }
            });
    return rows;
  }

  private ReportModel report() throws IOException {
    Path policyFile = Files.writeString(temp.resolve("policy.json"), policyText);
    IngestOptions tables =
        IngestOptions.of(gradings, policy).withVerdicts(temp.resolve("verdicts.csv"));
    PlannedChecks.Files files =
        new PlannedChecks.Files(planFile, temp.resolve("key.csv"), Optional.empty(), List.of());
    return ReportJob.run(
            tables,
            policyFile,
            Optional.of(files),
            temp.resolve("out"),
            null,
            "test",
            (task, share) -> {})
        .report();
  }

  private static LevelPart.Level row(ReportModel report, LevelState s) {
    String member = s.lot().who().isEmpty() ? "all" : s.lot().who();
    return report.levels().stream()
        .filter(l -> l.plan() != null)
        .filter(l -> l.level().equals(s.level().level()) && l.member().equals(member))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(ReferenceRule.class)
  void evaluationAndReportCountTheSameVerdict(ReferenceRule rule) throws IOException {
    rule(rule);
    Draw draw = Draw.of(plan(options(Design.SINGLE)), policy, read(), Draw.Options.of("s", true));
    List<String> rows = rows(draw);
    PlanStatus status = evaluate(draw, HEADER + String.join("\n", rows) + "\n");
    ReportModel report = report();
    for (PlanRuling ruling : status.rulings()) {
      LevelState s = ruling.at();
      LevelPart.Level row = row(report, s);
      assertEquals(ruling.state(), row.state(), row::sentence);
      assertEquals(s.state().checked(), row.plan().checked(), row::sentence);
      assertEquals(s.state().errors(), row.plan().errors(), row::sentence);
      assertEquals(s.upperBound().orElse(1), row.upperBound());
    }
    boolean mayBeOpen = rule != ReferenceRule.FIRST && rule != ReferenceRule.LAST;
    assertEquals(mayBeOpen, status.verdicts().waiting() > 0, rule::name);
    assertTrue(status.verdicts().second() > 50);
  }

  /** Rows in any order over two files, corrections and repeats across them included. */
  @ParameterizedTest
  @EnumSource(ReferenceRule.class)
  void resumingIsTheSameAsAllAtOnce(ReferenceRule rule) throws IOException {
    rule(rule);
    Draw draw = Draw.of(plan(options(Design.SINGLE)), policy, read(), Draw.Options.of("s", true));
    List<String> rows = rows(draw);
    List<String> first = new ArrayList<>();
    List<String> then = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(6);
    rows.forEach(row -> (random.nextBoolean() ? first : then).add(row));
    then.add(first.get(3)); // told again
    then.add("i-none,r01,C,2025-04-01T09:00:00Z,blind,x,"); // not there
    resume =
        Optional.of(
            Files.writeString(
                temp.resolve("state.json"), state(draw, HEADER + String.join("\n", first) + "\n")));
    String rest = HEADER + String.join("\n", then) + "\n";
    PlanStatus resumed = evaluate(draw, rest);
    Path last = Files.writeString(temp.resolve("last.json"), state(draw, rest));
    resume = Optional.empty();
    String all = String.join("\n", first) + "\n" + String.join("\n", then) + "\n";
    PlanStatus whole = evaluate(draw, HEADER + all);
    assertEquals(StatusFiles.csv(whole), StatusFiles.csv(resumed));
    assertEquals(whole.nextItems(), resumed.nextItems());
    assertEquals(whole.excluded(), resumed.excluded());
    assertEquals(whole.verdicts().waiting(), resumed.verdicts().waiting());
    assertEquals(Files.readString(last), state(draw, HEADER + all));
  }
}
