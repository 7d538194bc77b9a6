package org.assay.io.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assay.io.ingest.Ingest;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.policy.Policy;
import org.assay.io.policy.PolicyReader;
import org.assay.io.report.LevelPart;
import org.assay.io.report.RatePart;
import org.assay.io.report.ReportJob;
import org.assay.io.report.ReportModel;
import org.assay.plan.Evaluation.Decision;
import org.assay.result.Conclusion.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lots of 300 under truncated plans, from files to the report, looked at three times: a wrong state
 * counts if it is ever said.
 */
class PlanPromisesTest {
  private static final int DRAWS = 20;
  private static final int LOTS = 8; // of each kind
  private static final String POLICY =
      """
      {"scheme": {"grades": ["A", "B"]},
       "levels": [{"name": "any", "counts": "any", "acceptable": 0.02, "unacceptable": 0.1,
        "producerRisk": 0.05, "consumerRisk": 0.05, "scope": "unit", "period": "all"}]}
      """;

  private enum Kind {
    ACCEPTABLE,
    AT_LIMIT,
    UNACCEPTABLE
  }

  @TempDir Path temp;
  private final Policy policy = PolicyReader.parse(POLICY);
  private Path gradings;
  private Plan plan;

  private static String unit(Kind kind, int lot) {
    return kind + "-" + lot;
  }

  // Errors are the first items of each lot: the draw does not know.
  private static boolean isWrong(String item, Plan plan) {
    String[] part = item.split("-");
    PlannedLevel level = plan.lots().get(0).levels().get(0);
    long errors =
        switch (Kind.valueOf(part[0])) {
          case ACCEPTABLE -> level.acceptableCount();
          case AT_LIMIT -> level.unacceptableCount() - 1;
          case UNACCEPTABLE -> level.unacceptableCount();
        };
    return Integer.parseInt(part[2]) < errors;
  }

  private void makePlan() throws IOException {
    var rows = new StringBuilder("item_id,assessor_id,unit_id,grade,graded_at\n");
    for (Kind kind : Kind.values()) {
      for (int lot = 0; lot < LOTS; lot++) {
        for (int i = 0; i < 300; i++) {
          rows.append(unit(kind, lot)).append('-').append(i).append(",a,").append(unit(kind, lot));
          rows.append(",B,2025-03-02T10:00:00Z\n");
        }
      }
    }
    gradings = Files.writeString(temp.resolve("gradings.csv"), rows);
    Files.writeString(temp.resolve("policy.json"), POLICY);
    plan =
        Plan.of(
            policy, Ingest.read(IngestOptions.of(gradings, policy)).gradings(), Plan.Options.USUAL);
    Files.writeString(temp.resolve("plan.json"), PlanFiles.json(plan));
  }

  private ReportModel report(String list, int verdicts) throws IOException {
    var rows = new StringBuilder("item_id,reviewer_id,grade,checked_at\n");
    list.lines()
        .skip(1)
        .limit(verdicts)
        .map(line -> line.split(",")[0])
        .forEach(
            item ->
                rows.append(item)
                    .append(isWrong(item, plan) ? ",r,A" : ",r,B")
                    .append(",2025-04-01T09:00:00Z\n"));
    Path file = Files.writeString(temp.resolve("verdicts.csv"), rows);
    return ReportJob.run(
            IngestOptions.of(gradings, policy).withVerdicts(file),
            temp.resolve("policy.json"),
            Optional.of(
                new PlannedChecks.Files(
                    temp.resolve("plan.json"),
                    temp.resolve("key.csv"),
                    Optional.empty(),
                    List.of())),
            temp.resolve("out"),
            null,
            "test",
            (task, share) -> {})
        .report();
  }

  /**
   * Each of the three numbers is at most binomial with 160 lots and 5 %, for which 23 or more have
   * probability 5.5e-6. Limits of 95 % miss at most binomially 480 rates at each look, for which 47
   * or more have probability 8e-6, and 60 of all together, 13 or more 7e-6. All together give a
   * false alarm in at most 1 of 14,000 changes of the seeds.
   */
  @Test
  void wrongStatesAreAsRareAsTheRisksSay() throws IOException {
    makePlan();
    int passes = 0;
    int rejections = 0;
    int fails = 0;
    int right = 0;
    Misses misses = new Misses();
    for (int run = 0; run < DRAWS; run++) {
      Draw draw =
          Draw.of(
              plan,
              policy,
              Ingest.read(IngestOptions.of(gradings, policy)).gradings(),
              Draw.Options.of("seed " + run, true));
      Files.writeString(temp.resolve("key.csv"), draw.key());
      boolean[][] passed = new boolean[Kind.values().length][LOTS];
      boolean[][] failed = new boolean[Kind.values().length][LOTS];
      boolean[][] rejected = new boolean[Kind.values().length][LOTS];
      for (int part = 1; part <= 3; part++) {
        ReportModel report = report(draw.pickList(), draw.items() * part / 3);
        misses.add(report, part);
        for (LevelPart.Level row : report.levels()) {
          String[] member = row.member().split("-");
          int kind = Kind.valueOf(member[0]).ordinal();
          int lot = Integer.parseInt(member[1]);
          passed[kind][lot] |= row.state() == State.PASS;
          failed[kind][lot] |= row.state() == State.FAIL;
          rejected[kind][lot] |= row.plan().decision() == Decision.REJECT;
        }
      }
      for (int lot = 0; lot < LOTS; lot++) {
        passes += passed[Kind.UNACCEPTABLE.ordinal()][lot] ? 1 : 0;
        rejections += rejected[Kind.ACCEPTABLE.ordinal()][lot] ? 1 : 0;
        fails += failed[Kind.AT_LIMIT.ordinal()][lot] ? 1 : 0;
        right += passed[Kind.ACCEPTABLE.ordinal()][lot] ? 1 : 0;
      }
    }
    String found = passes + " PASS, " + rejections + " REJECT, " + fails + " FAIL";
    assertTrue(passes < 23, found);
    assertTrue(rejections < 23, found);
    assertTrue(fails < 23, found);
    assertEquals(DRAWS * LOTS, right + rejections, "every lot is decided in the end");
    for (int part = 1; part <= 3; part++) {
      assertTrue(misses.ofLevels[part] < 47, part + ": " + misses.ofLevels[part]);
      assertTrue(misses.ofUnits[part] < 47, part + ": " + misses.ofUnits[part]);
    }
    assertTrue(misses.ofAll < 13, "of 60: " + misses.ofAll);
  }

  /** Limits of rates that miss the rate of the lot, at each look. */
  private final class Misses {
    private final int[] ofLevels = new int[4];
    private final int[] ofUnits = new int[4];
    private int ofAll;

    void add(ReportModel report, int part) {
      for (LevelPart.Level row : report.levels()) {
        assertEquals("stagewise", row.rate().method());
        ofLevels[part] += isMissed(row.rate(), rate(row.member())) ? 1 : 0;
      }
      double sum = 0;
      for (RatePart.Member unit : report.rates().units()) {
        assertEquals("anyTime", unit.rate().method());
        assertTrue(unit.rate().sentence().contains("confidence, whenever the plan stopped, "));
        ofUnits[part] += isMissed(unit.rate(), rate(unit.id())) ? 1 : 0;
        sum += rate(unit.id());
      }
      double mean = sum / report.rates().units().size();
      ofAll += isMissed(report.rates().all(), mean) ? 1 : 0;
    }

    private double rate(String unit) {
      return IntStream.range(0, 300).filter(i -> isWrong(unit + "-" + i, plan)).count() / 300.0;
    }

    private static boolean isMissed(RatePart.Rate rate, double truth) {
      return rate.lower() > truth + 1e-12 || rate.upper() < truth - 1e-12;
    }
  }
}
