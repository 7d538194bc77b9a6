package org.assay.io.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assay.data.Gradings;
import org.assay.io.BadInputException;
import org.assay.io.ingest.Ingest;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.policy.Policy;
import org.assay.io.policy.PolicyReader;
import org.assay.plan.Design;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is shown what: 400 items of two assessors in March, one grading in ten an A. */
class ExclusionAndExposureTest {
  private static final String POLICY =
      """
      {"exposureCeiling": {"perDay": 12, "byGrade": {"A": 2}},
       "calendar": {"workingDays": ["monday", "thursday"]},
       "scheme": {"grades": ["A", "B", "C"]},
       "levels": [
        {"name": "any", "counts": "any", "acceptable": 0.02, "unacceptable": 0.1,
         "producerRisk": 0.05, "consumerRisk": 0.05, "scope": "assessor", "period": "month"},
        {"name": "unit", "counts": "any", "acceptable": 0.02, "unacceptable": 0.1,
         "producerRisk": 0.05, "consumerRisk": 0.05, "scope": "unit", "period": "all"}]}
      """;

  @TempDir Path temp;
  private final Policy policy = PolicyReader.parse(POLICY);
  private final Map<String, String> gradeOf = new HashMap<>();
  private final Map<String, String> assessorOf = new HashMap<>();
  private Gradings gradings;

  @BeforeEach
  void files() throws IOException {
    var rows = new StringBuilder("item_id,assessor_id,grade,graded_at\n");
    for (int i = 0; i < 400; i++) {
      gradeOf.put("i" + i, i % 10 == 0 ? "A" : i % 3 == 0 ? "B" : "C");
      assessorOf.put("i" + i, i % 7 < 3 ? "a01" : "a02");
      rows.append("i" + i + "," + assessorOf.get("i" + i) + "," + gradeOf.get("i" + i));
      rows.append(",2025-03-0" + (1 + i % 9) + "T10:00:00Z\n");
    }
    rows.append("j1,a01,B,2025-01-03T10:00:00Z\n");
    Path file = Files.writeString(temp.resolve("gradings.csv"), rows);
    gradings = Ingest.read(IngestOptions.of(file, policy)).gradings();
  }

  private ExclusionList list(String... lines) throws IOException {
    return ExclusionList.read(
        List.of(Files.writeString(temp.resolve("seen.txt"), String.join("\n", lines) + "\n")));
  }

  private static final Plan.Options ANY =
      new Plan.Options(
          Set.of("any"), Optional.empty(), Optional.empty(), Design.TRUNCATED_SEQUENTIAL, 30);

  private Draw draw(Plan plan, ExclusionList excluded, Officers officers) {
    return Draw.of(
        plan,
        policy,
        gradings,
        new Draw.Options("seed", true, excluded, Optional.ofNullable(officers)));
  }

  private List<KeyRow> key(Draw draw) throws IOException {
    return KeyFile.read(Files.writeString(temp.resolve("key.csv"), draw.key()));
  }

  private PlanStatus evaluate(Plan plan, Draw draw, List<String> items) throws IOException {
    var rows = new StringBuilder("item_id,reviewer_id,grade,checked_at\n");
    for (String item : items) {
      rows.append(item + ",r01," + gradeOf.get(item) + ",2025-04-01T09:00:00Z\n");
    }
    Path verdicts = Files.writeString(temp.resolve("verdicts.csv"), rows);
    return PlanStatus.of(
        plan,
        policy,
        key(draw),
        Ingest.read(IngestOptions.of(temp.resolve("gradings.csv"), policy).withVerdicts(verdicts)),
        Set.of(),
        ExclusionList.NONE,
        Optional.empty(),
        Optional.of(Officers.of(2)));
  }

  private static List<String> items(String pickList) {
    return pickList.lines().skip(1).map(line -> line.split(",")[0]).toList();
  }

  @Nested
  class Excluding {
    @Test
    void aPlanMadeWithoutItemsIsAboutTheRest() throws IOException {
      ExclusionList seen = list("i0", "i1", "i2", "i3", "i4", "i5", "i6");
      Plan plan = Plan.of(policy, gradings, ANY.withExcluded(seen));
      Plan whole = Plan.of(policy, gradings, ANY);
      assertEquals(List.of(3L, 4L), plan.lots().stream().map(PlannedLot::excluded).toList());
      for (int i = 0; i < 2; i++) {
        assertEquals(
            whole.lots().get(i).gradings(),
            plan.lots().get(i).gradings() + plan.lots().get(i).excluded());
      }
      Draw draw = draw(plan, seen, null);
      assertEquals(0, draw.excluded());
      for (KeyRow row : key(draw)) {
        assertFalse(seen.entries().stream().anyMatch(e -> e.item().equals(row.item())));
        PlannedLot lot = plan.lots().get(row.lot().equals("L001") ? 0 : 1);
        assertEquals(
            (double) lot.maximumChecks() / lot.gradings(), row.inclusionProbability(), 1e-14);
      }
      String summary = ExclusionReport.of(plan, policy, gradings, seen).summary();
      assertTrue(
          summary.contains(
              "7 gradings are left out of the lots: what the checks show holds for the rest"),
          summary);
      assertEquals(
          "lot L001 (assessor a01, 2025-03) must be without the 3 gradings that were excluded when"
              + " it was planned, got 0 excluded; name the same lists with --exclude",
          assertThrows(BadInputException.class, () -> draw(plan, ExclusionList.NONE, null))
              .getMessage());
      assertEquals(
          plan, PlanFiles.read(Files.writeString(temp.resolve("p"), PlanFiles.json(plan))));
    }

    /** Excluded after the plan was made: the draw is the same, but nobody is shown the items. */
    @Test
    void laterExclusionsKeepTheirPlaceAndCountByAnEarlierVerdictOrAsErrors() throws IOException {
      Plan plan = Plan.of(policy, gradings, ANY);
      Draw before = draw(plan, ExclusionList.NONE, null);
      List<String> first = items(before.pickList()).subList(0, 3);
      ExclusionList seen = list(first.toArray(new String[0]));
      Draw draw = draw(plan, seen, null);
      assertEquals(3, draw.excluded());
      assertEquals(before.items() - 3, draw.items());
      assertEquals(
          key(before).stream().map(r -> r.id() + r.order() + r.inclusionProbability()).toList(),
          key(draw).stream().map(r -> r.id() + r.order() + r.inclusionProbability()).toList());
      for (String item : first) {
        assertFalse(items(draw.pickList()).contains(item));
      }
      String summary = ExclusionReport.of(plan, policy, gradings, seen).summary();
      assertTrue(summary.contains("3 gradings stay in the lots"), summary);

      PlanStatus unknown = evaluate(plan, draw, items(draw.pickList()));
      assertEquals(3, unknown.states().stream().mapToInt(LevelState::missing).sum());
      assertTrue(
          unknown.states().stream().anyMatch(s -> s.sentence().endsWith("counted as errors")));
      PlanStatus known = evaluate(plan, draw, items(before.pickList()));
      assertEquals(0, known.states().stream().mapToInt(LevelState::missing).sum());
      assertEquals(0, known.states().stream().mapToInt(s -> s.state().errors()).sum());
      for (String item : first) {
        assertFalse(
            evaluate(plan, draw, items(draw.pickList()).subList(0, 1)).nextItems().contains(item));
      }
    }

    @Test
    void everyIdIsAccountedFor() throws IOException {
      Plan plan = Plan.of(policy, gradings, ANY);
      Path csv =
          Files.writeString(
              temp.resolve("list.csv"), "item_id,reviewer_id\ni7,r01\n\"'=x\",r01\ni8,r02\n");
      var both = new ArrayList<>(list("i7", "", "j1", "nobody", "i7").entries());
      both.addAll(ExclusionList.read(List.of(csv)).entries());
      ExclusionReport report = ExclusionReport.of(plan, policy, gradings, new ExclusionList(both));
      assertEquals(
          List.of(
              "i7 1 EXCLUDED 1",
              "j1 3 IN_NO_LOT 0",
              "nobody 4 UNKNOWN 0",
              "i7 5 DUPLICATE 0",
              "i7 2 DUPLICATE 0",
              "=x 3 UNKNOWN 0",
              "i8 4 EXCLUDED 1"),
          report.rows().stream()
              .map(
                  r ->
                      r.entry().item()
                          + " "
                          + r.entry().line()
                          + " "
                          + r.outcome()
                          + " "
                          + r.gradings())
              .toList());
      assertEquals(
          """
          Excluded ids: 7.
            2 in the lots, not to be drawn
            1 graded, but in no planned lot (j1)
            2 not among the gradings (nobody, =x)
            2 listed before (i7, i7)
          """,
          report.summary().lines().limit(5).collect(Collectors.joining("\n", "", "\n")));
      assertEquals(8, report.csv().lines().count());
      assertTrue(report.csv().contains("\n'=x,"), report.csv());
    }

    @Test
    void aLotWithNothingLeftIsSaidAndNotPlanned() throws IOException {
      String[] all =
          assessorOf.keySet().stream()
              .filter(i -> assessorOf.get(i).equals("a01"))
              .toArray(String[]::new);
      ExclusionList seen = list(all);
      Plan plan = Plan.of(policy, gradings, ANY.withExcluded(seen));
      assertEquals(List.of("a02"), plan.lots().stream().map(PlannedLot::who).toList());
      assertTrue(
          ExclusionReport.of(plan, policy, gradings, seen)
              .summary()
              .contains("Lots with nothing left, which are not planned: 1."));
    }
  }

  @Nested
  class Exposing {
    /** [list][day] -> items. */
    private Map<String, List<String>> days(String pickList) {
      var days = new HashMap<String, List<String>>();
      for (String line : pickList.lines().skip(1).toList()) {
        String[] field = line.split(",", -1);
        days.computeIfAbsent(field[4] + " " + field[5], d -> new ArrayList<>()).add(field[0]);
      }
      return days;
    }

    private long count(List<String> items, String grade) {
      return items.stream().filter(item -> gradeOf.get(item).equals(grade)).count();
    }

    @Test
    void noReviewerDayIsAboveTheCeilingAndAllAreAlike() throws IOException {
      Plan plan = Plan.of(policy, gradings, ANY);
      Draw draw = draw(plan, ExclusionList.NONE, Officers.of(3));
      assertEquals(
          "item_id,reviewer_id,grade,checked_at,list,day,draw",
          draw.pickList().lines().findFirst().get());
      Map<String, List<String>> days = days(draw.pickList());
      long all = draw.items();
      long a = count(items(draw.pickList()), "A");
      assertEquals(Math.max((a + 5) / 6, (all + 35) / 36), draw.list().days());
      assertEquals(3, draw.list().lists());
      List<Long> shares = days.values().stream().map(d -> count(d, "A")).toList();
      for (List<String> day : days.values()) {
        assertTrue(day.size() <= 12 && count(day, "A") <= 2, day::toString);
      }
      assertTrue(
          shares.stream().mapToLong(s -> s).max().getAsLong()
                  - shares.stream().mapToLong(s -> s).min().getAsLong()
              <= 2,
          "a day says nothing about grades");
      assertEquals(all, new HashSet<>(items(draw.pickList())).size());
      assertTrue(draw.list().summary().startsWith("Split for 3 reviewers into "));
      assertEquals(
          new HashSet<>(items(draw(plan, ExclusionList.NONE, null).pickList())),
          new HashSet<>(items(draw.pickList())),
          "splitting changes nothing about the draw");
    }

    @Test
    void nobodyGetsTheirOwnOrWhatTheyHaveSeen() throws IOException {
      Plan plan = Plan.of(policy, gradings, ANY);
      List<String> all = items(draw(plan, ExclusionList.NONE, null).pickList());
      String given = all.get(0);
      String own = assessorOf.get(given);
      Path seen =
          Files.writeString(
              temp.resolve("seen.csv"),
              "item_id,reviewer_id,other\n" + given + ",r01,x\n" + all.get(1) + ",r01,x\n");
      Draw draw =
          draw(plan, ExclusionList.NONE, Officers.named(List.of("r01", own), List.of(seen)));
      for (String line : draw.pickList().lines().skip(1).toList()) {
        String[] field = line.split(",", -1);
        if (field[0].equals(given)) {
          assertTrue(line.startsWith(given + ",,,,,,"), () -> "nobody may see it: " + line);
        } else {
          assertFalse(field[1].equals(own) && assessorOf.get(field[0]).equals(own), line);
          assertFalse(field[0].equals(all.get(1)) && field[1].equals("r01"), line);
        }
      }
      assertTrue(draw.list().unassigned().contains(given));
      assertTrue(
          draw.list().summary().contains("have been seen by every reviewer"),
          draw.list().summary());
      Path bad = Files.writeString(temp.resolve("bad.csv"), "a,b\n1,2\n");
      assertEquals(
          bad + ": column \"item_id\" is missing, the header has [a, b]",
          assertThrows(BadInputException.class, () -> Officers.named(List.of("r01"), List.of(bad)))
              .getMessage());
    }

    @Test
    void theNextItemsAreSplitToo() throws IOException {
      Plan plan = Plan.of(policy, gradings, ANY);
      Draw draw = draw(plan, ExclusionList.NONE, Officers.of(2));
      PlanStatus status = evaluate(plan, draw, items(draw.pickList()).subList(0, 1));
      for (List<String> day : days(status.list().csv()).values()) {
        assertTrue(day.size() <= 12 && count(day, "A") <= 2, day::toString);
      }
      assertEquals(2, status.list().lists());
    }

    /** March 2025 has five Mondays and four Thursdays: nine working days. */
    @Test
    void thePlanSaysWhatCannotBeShownInThePeriod() {
      Plan plan =
          Plan.of(
              policy,
              gradings,
              new Plan.Options(
                      Set.of(), Optional.empty(), Optional.empty(), Design.TRUNCATED_SEQUENTIAL, 30)
                  .withOfficers(1));
      PlannedLot lot = plan.lots().get(0);
      assertEquals(9, lot.workingDays());
      assertEquals(lot.gradings(), lot.byGrade().stream().mapToLong(Long::longValue).sum());
      Exposure exposure = plan.exposure();
      double share = (double) lot.byGrade().get(0) / lot.gradings();
      assertEquals(
          (long) Math.ceil(Math.max(60 * share / 2, 60 / 12.0)), exposure.reviewerDays(lot, 60));
      assertEquals(Exposure.Fit.YES, exposure.fit(lot, 40, 60));
      assertEquals(Exposure.Fit.WITHOUT_ERRORS, exposure.fit(lot, 40, 120));
      assertEquals(Exposure.Fit.NO, exposure.fit(lot, 119, 120));
      assertEquals(2, exposure.officersFor(lot, 120));
      PlannedLot endless = plan.lots().get(2);
      assertEquals(Exposure.Fit.YES, exposure.fit(endless, 300, 400));
      double drawn = exposure.viewingsAtMost().stream().mapToDouble(Double::doubleValue).sum();
      assertTrue(
          drawn < plan.lots().stream().mapToInt(PlannedLot::maximumChecks).sum(),
          "shared checks count once");
      assertTrue(
          PlanFiles.summary(plan).contains("At the exposure ceiling all lots together take"));
      assertTrue(PlanFiles.csv(plan).lines().findFirst().get().contains(",working_days,"));
    }
  }
}
