package org.assay.io.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.assay.data.Gradings.Attribute;
import org.assay.data.SelectionMethod;
import org.assay.data.Selections;
import org.assay.data.Verdicts;
import org.assay.io.BadInputException;
import org.assay.io.ingest.Ingest;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.ingest.Note;
import org.assay.io.ingest.TableLedger;
import org.assay.io.policy.PolicyReader;
import org.assay.io.report.LevelPart;
import org.assay.io.report.ReportJob;
import org.assay.io.report.ReportModel;
import org.assay.plan.Decision;
import org.assay.plan.Design;
import org.assay.plan.QaLevel;
import org.assay.result.Conclusion.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Report and evaluation of the same plan say the same, and the sample is what was looked at. */
class ReportUnderPlanTest extends PlanFixture {
  private String policyText = POLICY;

  private PlannedChecks.Files files(Path missing) {
    return new PlannedChecks.Files(
        planFile, temp.resolve("key.csv"), Optional.ofNullable(missing), excluded);
  }

  private IngestOptions tables() {
    return IngestOptions.of(gradings, policy).withVerdicts(temp.resolve("verdicts.csv"));
  }

  private ReportModel report(Draw draw, String verdicts, Path missing) throws IOException {
    Files.writeString(temp.resolve("verdicts.csv"), verdicts);
    Files.writeString(temp.resolve("key.csv"), draw.key());
    Path policyFile = Files.writeString(temp.resolve("policy.json"), policyText);
    return ReportJob.run(
            tables(),
            policyFile,
            Optional.of(files(missing)),
            temp.resolve("out"),
            null,
            "test",
            (task, share) -> {})
        .report();
  }

  private Verdicts selected(Draw draw, String verdicts) throws IOException {
    Files.writeString(temp.resolve("verdicts.csv"), verdicts);
    Files.writeString(temp.resolve("key.csv"), draw.key());
    return PlannedChecks.read(files(null), policy, Ingest.read(tables())).intake().verdicts();
  }

  private static LevelPart.Level row(ReportModel report, LevelState s) {
    String member = s.lot().who().isEmpty() ? "all" : s.lot().who();
    return report.levels().stream()
        .filter(
            l ->
                l.level().equals(s.level().level())
                    && l.member().equals(member)
                    && l.period().equals(s.lot().period()))
        .findFirst()
        .orElseThrow();
  }

  private PlanStatus assertOneJudge(Draw draw, String verdicts, Path missing) throws IOException {
    PlanStatus status = evaluate(draw, verdicts, missing);
    ReportModel report = report(draw, verdicts, missing);
    for (PlanRuling ruling : status.rulings()) {
      LevelState s = ruling.at();
      LevelPart.Level row = row(report, s);
      assertEquals(ruling.state(), row.state(), row::sentence);
      assertEquals(ruling.leastChecks(), row.leastChecks());
      assertEquals(s.state().decision(), row.plan().decision(), row::sentence);
      assertEquals(s.state().checked(), row.plan().checked());
      assertEquals(s.state().errors(), row.plan().errors());
      assertEquals(s.lot().id(), row.plan().lot());
      assertEquals(s.level().maximumChecks(), row.plan().maximum());
      assertEquals(s.upperBound().orElse(1), row.upperBound());
      assertEquals(s.lowerBound().orElse(0), row.lowerBound());
      assertTrue(row.sentence().contains(row.plan().decision().name()), row::sentence);
      assertTrue(row.sentence().contains("the plan's own boundary, over all its looks"));
      assertEquals(QaLevel.About.LOT, row.about());
      assertEquals(1, row.look());
    }
    assertEquals(
        status.states().size(), report.levels().stream().filter(l -> l.plan() != null).count());
    return status;
  }

  @Test
  void acceptsRejectsAndWaitsAsTheEvaluationDoes() throws IOException {
    Draw draw = Draw.of(plan(Plan.Options.USUAL), policy, read(), Draw.Options.of("seed", false));
    PlanStatus good = assertOneJudge(draw, filled(draw.pickList(), item -> false), null);
    assertEquals(5, good.count(Decision.ACCEPT));
    PlanStatus bad = assertOneJudge(draw, filled(draw.pickList(), item -> true), null);
    assertEquals(5, bad.count(Decision.REJECT));
    PlanStatus open = assertOneJudge(draw, filled(draw.pickList(), i -> i.endsWith("17")), null);
    assertTrue(open.count(Decision.CONTINUE) > 0);
    List<String> lines = filled(draw.pickList(), item -> false).lines().toList();
    PlanStatus first = assertOneJudge(draw, String.join("\n", lines.subList(0, 20)), null);
    assertEquals(5, first.count(Decision.CONTINUE));
  }

  @ParameterizedTest
  @EnumSource(value = Design.class, mode = EnumSource.Mode.EXCLUDE, names = "WALD")
  void everyDesignHasOneJudge(Design design) throws IOException {
    Draw draw = Draw.of(plan(options(design)), policy, read(), Draw.Options.of("seed", true));
    assertOneJudge(draw, filled(draw.pickList(), item -> false), null);
    assertOneJudge(draw, filled(draw.pickList(), item -> item.endsWith("3")), null);
    List<String> lines = filled(draw.pickList(), i -> i.endsWith("7")).lines().toList();
    assertOneJudge(draw, String.join("\n", lines.subList(0, 25)), null);
  }

  @Test
  void aMissingItemIsAnErrorOfThePlanAndUnresolvedInTheRate() throws IOException {
    Draw draw = Draw.of(plan(Plan.Options.USUAL), policy, read(), Draw.Options.of("seed", false));
    String item = key(draw).get(2).item();
    Path gone = Files.writeString(temp.resolve("gone.txt"), item + "\n");
    String verdicts =
        filled(draw.pickList(), i -> false)
            .lines()
            .filter(line -> !line.startsWith(item + ","))
            .reduce("", (a, b) -> a + b + "\n");
    PlanStatus status = assertOneJudge(draw, verdicts, gone);
    LevelState first = status.states().get(0);
    assertEquals(1, first.missing());
    LevelPart.Level row = row(report(draw, verdicts, gone), first);
    assertEquals(1, row.plan().errors());
    assertTrue(row.pending() >= 1);
    assertTrue(row.sentence().contains("1 item that could not be checked among them"));
  }

  /** 33 of 300 were looked at, and 74 drawn: the lot is 300, not 33 / (74 / 300). */
  @Test
  void theReserveIsNoPartOfTheProbability() throws IOException {
    policy =
        PolicyReader.parse(
            "{\"scheme\": {\"grades\": [\"A\", \"B\", \"C\"]}, \"levels\": [{\"name\": \"unit\","
                + " \"counts\": \"any\", \"acceptable\": 0.02, \"unacceptable\": 0.1,"
                + " \"producerRisk\": 0.05, \"consumerRisk\": 0.05, \"scope\": \"unit\","
                + " \"period\": \"month\"}]}");
    Plan plan = plan(Plan.Options.USUAL);
    PlannedLevel level = plan.lots().get(0).levels().get(0);
    long lot = plan.lots().get(0).gradings();
    Draw draw = Draw.of(plan, policy, read(), Draw.Options.of("seed", false));
    int looked = level.checksWithoutErrors();
    assertTrue(looked < level.maximumChecks());

    Verdicts decided = selected(draw, filled(draw.pickList(), item -> false));
    assertSample(decided, looked, 0, (double) looked / lot);
    List<String> half = filled(draw.pickList(), i -> false).lines().toList().subList(0, 21);
    assertSample(selected(draw, String.join("\n", half)), 20, looked - 20, (double) looked / lot);

    Draw all = Draw.of(plan, policy, read(), Draw.Options.of("seed", true));
    List<String> list = new ArrayList<>(all.pickList().lines().toList());
    List<String> filled = filled(all.pickList(), i -> false).lines().toList();
    for (int i = 0; i <= looked; i++) {
      list.set(i, filled.get(i));
    }
    // the blank rows of a reserve that nobody needs any more wait for nothing
    assertSample(selected(all, String.join("\n", list)), looked, 0, (double) looked / lot);
    ReportModel report = report(all, String.join("\n", list), null);
    LevelPart.Level row = report.levels().get(report.levels().size() - 1);
    assertEquals((double) lot, row.rate().population());
    assertEquals("stagewise", row.rate().method());
    assertTrue(
        report.methods().stream().anyMatch(m -> m.startsWith("Levels under a plan:")),
        report.methods()::toString);
    TableLedger told = report.arrived().ledger().verdicts();
    assertEquals(looked, (int) told.rowsUsed());
    assertTrue(told.noted(Note.Kind.NO_SELECTION_METHOD) > 0);
    assertTrue(
        told.notes().stream()
            .filter(note -> note.kind() == Note.Kind.NO_SELECTION_METHOD)
            .allMatch(note -> note.sentence().contains("have it from the key")));
    assertEquals(
        3,
        told.missingColumns().stream()
            .filter(column -> column.sentence().contains("from the key"))
            .count());
    assertTrue(
        row.sentence().startsWith(looked + " checks of the plan found no error: ACCEPT by"),
        row::sentence);
  }

  private static void assertSample(Verdicts verdicts, int checked, int pending, double p) {
    Selections all = verdicts.selections();
    int random = 0;
    for (int v = 0; v < all.size(); v++) {
      if (all.isRandom(v)) {
        random++;
        assertEquals(SelectionMethod.SRS, all.method(v));
        assertEquals(p, all.inclusionProbability(v), 1e-15);
        assertEquals("unit, 2025-03", all.stratum().id(v));
        assertFalse(all.isItem(v));
      }
    }
    assertEquals(checked, random);
    assertEquals(pending, verdicts.pending().size());
    for (int i = 0; i < pending; i++) {
      assertEquals(p, verdicts.pending().inclusionProbability(i), 1e-15);
    }
  }

  /**
   * Unit and assessor lots overlap: the probability is the share looked at of those in the same
   * lots.
   */
  @Test
  void overlappingLotsAreStrata() throws IOException {
    Draw draw = Draw.of(plan(Plan.Options.USUAL), policy, read(), Draw.Options.of("seed", false));
    Verdicts verdicts = selected(draw, filled(draw.pickList(), item -> false));
    double[] stands = new double[2];
    long[] checked = new long[2];
    Selections all = verdicts.selections();
    for (int v = 0; v < all.size(); v++) {
      if (all.isRandom(v)) {
        int a = verdicts.gradings().assessor().id(all.grading(v)).equals("a01") ? 0 : 1;
        stands[a] += 1 / all.inclusionProbability(v);
        checked[a]++;
        assertTrue(all.stratum().id(v).endsWith("; unit, 2025-03"), all.stratum().id(v));
      }
    }
    assertTrue(checked[0] > 0 && checked[1] > 0);
    assertEquals(501, stands[0], 1e-9); // gradings of a01 in March
    assertEquals(201, stands[1], 1e-9);
  }

  @Test
  void aSelectionOfItsOwnStaysAndACopyOfTheKeysDoesNot() throws IOException {
    Draw draw = Draw.of(plan(Plan.Options.USUAL), policy, read(), Draw.Options.of("seed", false));
    List<KeyRow> key = key(draw);
    List<String> lines = filled(draw.pickList(), item -> false).lines().toList();
    var rows = new StringBuilder(lines.get(0) + ",selection_method,inclusion_probability\n");
    String own = key.get(0).item();
    String targeted = key.get(1).item();
    for (String line : lines.subList(1, lines.size())) {
      String item = line.split(",")[0];
      double p =
          key.stream()
              .filter(k -> k.item().equals(item))
              .findFirst()
              .orElseThrow()
              .inclusionProbability();
      rows.append(line)
          .append(
              item.equals(own) ? ",SRS,0.7" : item.equals(targeted) ? ",TARGETED," : ",srs," + p)
          .append('\n');
    }
    Verdicts verdicts = selected(draw, rows.toString());
    Selections all = verdicts.selections();
    for (int v = 0; v < all.size(); v++) {
      String item = verdicts.gradings().item().id(all.grading(v));
      if (item.equals(own)) {
        assertEquals(0.7, all.inclusionProbability(v));
      } else if (item.equals(targeted)) {
        assertEquals(SelectionMethod.TARGETED, all.method(v));
      } else if (all.isRandom(v)) {
        assertTrue(all.stratum().id(v).contains("2025-03"), all.stratum().id(v));
      }
    }
    // The plan has both; for the rate they are not checked by its draw.
    assertEquals(2, verdicts.pending().size());
  }

  /**
   * Nothing wrong in the first ones accepts; what comes later changes neither decision nor bound.
   */
  @Test
  void checksAfterTheDecisionChangeNothing() throws IOException {
    Draw draw = Draw.of(plan(Plan.Options.USUAL), policy, read(), Draw.Options.of("seed", true));
    PlanStatus all = evaluate(draw, filled(draw.pickList(), item -> false));
    ReportModel report = report(draw, filled(draw.pickList(), item -> false), null);
    for (LevelState s : all.states()) {
      LevelPart.Level row = row(report, s);
      int decided = s.level().checksWithoutErrors();
      assertEquals(decided, row.plan().decidedAfter());
      assertTrue(
          row.sentence()
              .contains("ACCEPT after the first " + decided + ", with no error, by the plan's own"),
          row::sentence);
    }
  }

  @Test
  void reportsAreNoLooks() throws IOException {
    Draw draw = Draw.of(plan(Plan.Options.USUAL), policy, read(), Draw.Options.of("seed", false));
    List<String> lines = filled(draw.pickList(), item -> false).lines().toList();
    ReportModel report = null;
    for (int n = 10; n < lines.size() + 10; n += 10) {
      String some = String.join("\n", lines.subList(0, Math.min(n, lines.size())));
      report = report(draw, some, null);
    }
    for (LevelPart.Level row : report.levels()) {
      assertTrue(row.plan() == null || row.look() == 1 && row.state() == State.PASS);
    }
  }

  @Test
  void lostRowsForbidAPass() throws IOException {
    Files.writeString(
        gradings,
        Files.readString(gradings)
            + "x,a01,?,2025-03-02T11:00:00Z,Q1\n"
                .repeat(3)
                .concat("y1,a02,?,2025-03-02T11:00:00Z,Q1\ny2,a02,?,2025-03-02T11:00:00Z,Q1\n")
                .concat("y3,a02,?,2025-03-02T11:00:00Z,Q1\n"));
    Draw draw = Draw.of(plan(Plan.Options.USUAL), policy, read(), Draw.Options.of("seed", false));
    ReportModel report = report(draw, filled(draw.pickList(), item -> false), null);
    LevelPart.Level lost =
        report.levels().stream()
            .filter(l -> l.member().equals("a02") && l.plan() != null)
            .findFirst()
            .orElseThrow();
    assertEquals(Decision.ACCEPT, lost.plan().decision());
    assertEquals(State.NOT_DEMONSTRATED, lost.state());
    assertTrue(lost.sentence().endsWith("see the first lines of the report."), lost::sentence);
  }

  /** The plan was made before the policy asked for so many checks. */
  @Test
  void nothingIsSaidOnFewerChecksThanThePolicyWants() throws IOException {
    Plan plan = plan(Plan.Options.USUAL);
    Draw draw = Draw.of(plan, policy, read(), Draw.Options.of("seed", false));
    policyText = POLICY.replace("\"scope\": \"unit\"", "\"leastChecks\": 500, \"scope\": \"unit\"");
    policy = PolicyReader.parse(policyText);
    String verdicts = filled(draw.pickList(), item -> true);
    assertOneJudge(draw, verdicts, null);
    LevelPart.Level unit =
        report(draw, verdicts, null).levels().stream()
            .filter(l -> l.scope() == QaLevel.Scope.UNIT && l.plan() != null)
            .findFirst()
            .orElseThrow();
    assertEquals(Decision.REJECT, unit.plan().decision());
    assertEquals(State.NOT_DEMONSTRATED, unit.state());
    assertTrue(unit.sentence().contains("on fewer than 500 checks."), unit::sentence);
    assertTrue(
        StatusFiles.summary(evaluate(draw, verdicts))
            .contains("; no state on fewer than 500 checks"));
  }

  /** Unless it says otherwise a state about a person needs 29 checks at a limit of 10 %. */
  @Test
  void aPlanDecidesNothingAboutAPersonBeforeTheLeastChecks() throws IOException {
    for (Design design : Arrays.stream(Design.values()).filter(Design::hasEnd).toList()) {
      for (PlannedLot lot : plan(options(design)).lots()) {
        for (PlannedLevel level : lot.levels()) {
          int least = level.level().equals("any") ? 29 : level.level().equals("bad") ? 50 : 1;
          assertEquals(least, level.leastChecks());
          if (design != Design.ZERO_ACCEPTANCE) {
            int first = level.plan(lot.gradings()).boundary().rows().get(0).n();
            assertTrue(first >= least, () -> design + " " + level);
          }
          assertTrue(level.checksWithoutErrors() >= least, () -> design + " " + level);
          assertTrue(
              design == Design.ZERO_ACCEPTANCE
                  || level.achievedProducerRisk() <= level.producerRisk(),
              () -> design + " " + level);
          assertTrue(
              level.achievedConsumerRisk() <= level.consumerRisk(), () -> design + " " + level);
        }
      }
    }
  }

  @Test
  void aLotWithFewerGradingsThanAStateNeedsSaysSo() throws IOException {
    policy =
        PolicyReader.parse(
            POLICY.replace(
                "\"scope\": \"assessor\"", "\"leastChecks\": 300, \"scope\": \"assessor\""));
    Plan plan = plan(Plan.Options.USUAL);
    assertEquals(300, plan.lots().get(0).levels().get(0).checksWithoutErrors());
    assertTrue(
        PlanFiles.csv(plan)
            .contains(
                " No PASS or FAIL is possible: the lot has 201 gradings, and a state needs 300"
                    + " checks."));
    assertTrue(
        PlanFiles.summary(plan)
            .contains("Levels of lots with fewer gradings than a PASS or FAIL needs: 2;"));
  }

  /** Both lots of "bad" pass with p just below 0.05, so that Holm leaves neither. */
  @ParameterizedTest
  @ValueSource(strings = {"holm", "fdr"})
  void statesAreJudgedTogetherWithThoseOfOtherPeriods(String rule) throws IOException {
    policyText = POLICY.replace("{\"scheme\"", "{\"familyWise\": \"" + rule + "\", \"scheme\"");
    policy = PolicyReader.parse(policyText);
    Draw draw = Draw.of(plan(Plan.Options.USUAL), policy, read(), Draw.Options.of("seed", false));
    PlanStatus status = assertOneJudge(draw, filled(draw.pickList(), item -> false), null);
    for (PlanRuling ruling : status.rulings()) {
      if (ruling.at().level().level().equals("bad")) {
        assertEquals(State.NOT_DEMONSTRATED, ruling.state());
        assertEquals(PlanRuling.Reason.TOGETHER, ruling.reason());
      }
    }
    String summary = StatusFiles.summary(status);
    assertTrue(summary.contains("judged together with all others in the gradings"), summary);
    assertTrue(summary.contains("; not shown among all states of the level"), summary);
    // 60 random checks of February, all clean, make a third state that passes
    var more = new StringBuilder();
    var february = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      february.append("f" + i + ",a01,C,2025-02-0" + (1 + i % 9) + "T11:00:00Z,Q1\n");
      more.append("f" + i + ",r01,C,2025-04-01T09:00:00Z,census,1\n");
    }
    Files.writeString(gradings, Files.readString(gradings) + february);
    draw = Draw.of(plan(Plan.Options.USUAL), policy, read(), Draw.Options.of("seed", false));
    String list = filled(draw.pickList(), i -> false).replace("\n", ",,\n");
    list =
        list.replaceFirst(",,\n", ",selection_method,inclusion_probability\n")
            .concat(more.toString());
    assertOneJudge(draw, list, null);
  }

  @Test
  void lotsByStratumAndOtherPeriodsAreNotUnderThePlan() throws IOException {
    Plan.Options byStream =
        new Plan.Options(
            Set.of(),
            Optional.empty(),
            Optional.of(Attribute.STREAM),
            Design.TRUNCATED_SEQUENTIAL,
            30);
    Draw draw = Draw.of(plan(byStream), policy, read(), Draw.Options.of("seed", false));
    ReportModel report = report(draw, filled(draw.pickList(), item -> false), null);
    assertTrue(report.levels().stream().allMatch(l -> l.plan() == null));
    assertTrue(report.checks().random() > 0);
    // the checks stopped by what they found, so that no limit is that of a fixed sample
    List<LevelPart.Level> march =
        report.levels().stream().filter(l -> l.period().equals("2025-03")).toList();
    assertEquals(5, march.size());
    for (LevelPart.Level row : march) {
      assertEquals("anyTime", row.rate().method(), row::sentence);
      assertNull(row.rate().standardError());
      assertTrue(row.sentence().contains("confidence, whenever the plan stopped)"), row::sentence);
      assertEquals(row.state() == State.PASS, row.upperBound() <= row.limit(), row::sentence);
      assertNull(row.furtherChecks());
    }
    assertEquals(
        march.stream().filter(l -> l.state() == State.NOT_DEMONSTRATED).count(),
        report.further().all().planned());
    draw = Draw.of(plan(Plan.Options.USUAL), policy, read(), Draw.Options.of("seed", false));
    report = report(draw, filled(draw.pickList(), item -> false), null);
    for (LevelPart.Level row : report.levels()) {
      if (row.period().equals("2025-02")) {
        assertNull(row.plan());
      } else {
        assertNotNull(row.plan());
      }
    }
  }

  @Test
  void aPlanWithoutSomeItemsNeedsTheirList() throws IOException {
    Path list = Files.writeString(temp.resolve("seen.txt"), "i3\ni4\n");
    ExclusionList seen = ExclusionList.read(List.of(list));
    Draw draw =
        Draw.of(
            plan(Plan.Options.USUAL.withExcluded(seen)),
            policy,
            read(),
            new Draw.Options("seed", false, seen, Optional.empty()));
    String verdicts = filled(draw.pickList(), item -> false);
    String message =
        assertThrows(BadInputException.class, () -> report(draw, verdicts, null)).getMessage();
    assertTrue(message.endsWith("name the same lists with --exclude)"), message);
    excluded = List.of(list);
    assertOneJudge(draw, verdicts, null);
    LevelPart.Level unit =
        report(draw, verdicts, null).levels().stream()
            .filter(l -> l.scope() == QaLevel.Scope.UNIT && l.plan() != null)
            .findFirst()
            .orElseThrow();
    assertTrue(
        unit.sentence()
            .contains("The 2 gradings excluded when the plan was made are not in the lot."),
        unit::sentence);
  }

  @Test
  void refusesFilesThatDoNotBelongTogether() throws IOException {
    Draw draw = Draw.of(plan(Plan.Options.USUAL), policy, read(), Draw.Options.of("seed", false));
    String verdicts = filled(draw.pickList(), item -> false);
    String item = key(draw).get(4).item();
    Predicate<String> isDrawn = line -> line.startsWith(item + ",");
    String table = Files.readString(gradings);
    Files.writeString(gradings, table.replace("\n" + item + ",", "\nother,"));
    String message =
        assertThrows(
                BadInputException.class,
                () ->
                    report(
                        draw,
                        verdicts
                            .lines()
                            .filter(isDrawn.negate())
                            .reduce("", (a, b) -> a + b + "\n"),
                        null))
            .getMessage();
    assertEquals(
        "the key must be of the gradings in the table, but check 5 of lot L001 is item \""
            + item
            + "\" by \"a01\", which is not among the gradings of assessor a01, 2025-03; give the"
            + " table the plan was drawn from, with --missing for items that cannot be checked any"
            + " more, or leave out --plan and --key",
        message);
    Files.writeString(gradings, table + "i901,a02,C,2025-03-02T11:00:00Z,Q1\n");
    assertMessage(
        planFile
            + " must be a plan of the gradings in the table; give the table it was made for, or"
            + " leave out --plan and --key (lot L002 (assessor a02, 2025-03) must have the 201"
            + " gradings it was planned for, got 202; make the plan again)",
        () -> report(draw, verdicts, null));
    Files.writeString(gradings, table.replace("2025-0", "2024-0"));
    message =
        assertThrows(BadInputException.class, () -> report(draw, verdicts, null)).getMessage();
    assertTrue(message.startsWith(planFile + " must be a plan of the gradings"), message);
  }
}
