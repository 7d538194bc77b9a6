package org.assay.io.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.assay.data.Gradings;
import org.assay.data.Gradings.Attribute;
import org.assay.draw.SeedCommitment;
import org.assay.draw.Tickets;
import org.assay.io.BadInputException;
import org.assay.io.ingest.Ingest;
import org.assay.io.ingest.IngestOptions;
import org.assay.io.policy.Policy;
import org.assay.io.policy.PolicyReader;
import org.assay.plan.Decision;
import org.assay.plan.SequentialPlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From gradings to a plan, a draw and a decision, with two assessors and 700 gradings. */
class PlanToDecisionTest {
  private static final String POLICY =
      """
      {"scheme": {"grades": ["A", "B", "C"]},
       "levels": [
        {"name": "any", "counts": "any", "acceptable": 0.02, "unacceptable": 0.1,
         "producerRisk": 0.05, "consumerRisk": 0.05, "scope": "assessor", "period": "month"},
        {"name": "bad", "counts": [["A", "C"]], "acceptable": 0.001, "unacceptable": 0.05,
         "producerRisk": 0.05, "consumerRisk": 0.05, "scope": "assessor", "period": "month"},
        {"name": "unit", "counts": "any", "acceptable": 0.02, "unacceptable": 0.05,
         "producerRisk": 0.05, "consumerRisk": 0.1, "scope": "unit", "period": "month"}]}
      """;

  @TempDir Path temp;
  private Path gradings;
  private Policy policy;
  private Path planFile;
  private Optional<Path> resume = Optional.empty();
  private Optional<Together> together = Optional.empty();

  @BeforeEach
  void files() throws IOException {
    var rows = new StringBuilder("item_id,assessor_id,grade,graded_at,stream_id\n");
    for (int i = 0; i < 700; i++) {
      String id = i == 5 ? "=i5" : "i" + i;
      String assessor = i % 7 < 5 ? "a01" : "a02";
      rows.append(id + "," + assessor + ",C,2025-03-0" + (1 + i % 9) + "T10:00:00Z,Q" + i % 2);
      rows.append('\n');
    }
    rows.append("i0,a02,C,2025-03-02T11:00:00Z,Q1\n"); // an item of two assessors
    rows.append("i0,a01,B,2025-03-03T11:00:00Z,Q1\n"); // and again by the same one
    rows.append("i900,a01,C,2025-02-01T11:00:00Z,Q1\n"); // another month
    gradings = Files.writeString(temp.resolve("gradings.csv"), rows);
    policy = PolicyReader.parse(POLICY);
    planFile = temp.resolve("plan.json");
  }

  private Gradings read() {
    return Ingest.read(IngestOptions.of(gradings, policy)).gradings();
  }

  private Plan plan(Plan.Options options) throws IOException {
    Plan plan = Plan.of(policy, read(), options);
    Files.writeString(planFile, PlanFiles.json(plan));
    return plan;
  }

  @Nested
  class Planning {
    @Test
    void hasALotForEveryUnitAndAssessorInTheLastMonth() throws IOException {
      Plan plan = plan(Plan.Options.USUAL);
      assertEquals(
          List.of(
              "L001 assessor a01 2025-03 501",
              "L002 assessor a02 2025-03 201",
              "L003 unit 2025-03 702"),
          plan.lots().stream()
              .map(l -> l.id() + " " + l.name() + " " + l.period() + " " + l.gradings())
              .toList());
      assertEquals(2, plan.lots().get(0).levels().size());
      assertEquals(LocalDate.of(2025, 3, 9), plan.date());
    }

    @Test
    void keepsBothPromisesAndChecksNoMoreThanTheSinglePlan() throws IOException {
      Plan truncated = plan(Plan.Options.USUAL);
      Plan single = plan(options(Design.SINGLE));
      for (int i = 0; i < 3; i++) {
        for (int l = 0; l < truncated.lots().get(i).levels().size(); l++) {
          PlannedLevel level = truncated.lots().get(i).levels().get(l);
          PlannedLevel fixed = single.lots().get(i).levels().get(l);
          for (PlannedLevel plan : List.of(level, fixed)) {
            assertTrue(plan.achievedProducerRisk() <= plan.producerRisk(), plan::toString);
            assertTrue(plan.achievedConsumerRisk() <= plan.consumerRisk(), plan::toString);
            assertTrue(plan.checksWithoutErrors() <= plan.averageChecks() + 1e-9, plan::toString);
            assertTrue(plan.averageChecks() <= plan.maximumChecks() + 1e-9, plan::toString);
          }
          assertTrue(level.averageChecks() <= fixed.averageChecks(), level::toString);
        }
      }
    }

    @Test
    void comesBackFromItsFileWithTheSameNumbers() throws IOException {
      for (Design design : Design.values()) {
        Plan plan = plan(options(design));
        Plan again = PlanFiles.read(planFile);
        assertEquals(plan, again);
        PlannedLot lot = again.lots().get(2);
        PlannedLevel level = lot.levels().get(0);
        SequentialPlan restored = level.plan(lot.gradings());
        assertEquals(level.achievedProducerRisk(), restored.producerRisk(), 0);
        assertEquals(level.achievedConsumerRisk(), restored.consumerRisk(), 0);
        assertEquals(level.maximumChecks(), restored.boundary().maximum());
      }
    }

    @Test
    void saysFullInspectionWhereALotIsTooSmall() throws IOException {
      Plan plan =
          plan(
              new Plan.Options(
                  Set.of("unit"),
                  Optional.of(LocalDate.of(2025, 2, 3)),
                  Optional.empty(),
                  Design.TRUNCATED,
                  30));
      PlannedLot lot = plan.lots().get(0);
      assertEquals(1, lot.gradings());
      assertEquals(1, lot.maximumChecks());
      assertTrue(lot.levels().get(0).reason(1).startsWith("Full inspection: the lot is too small"));
      assertTrue(PlanFiles.csv(plan).contains(",yes,"));
      assertTrue(PlanFiles.summary(plan).contains("1 lot is too small"));
    }

    @Test
    void dividesLotsByAColumn() throws IOException {
      Plan plan =
          plan(
              new Plan.Options(
                  Set.of("any"),
                  Optional.empty(),
                  Optional.of(Attribute.STREAM),
                  Design.SINGLE,
                  30));
      assertEquals(
          List.of("assessor a01, Q0", "assessor a01, Q1", "assessor a02, Q0", "assessor a02, Q1"),
          plan.lots().stream().map(PlannedLot::name).toList());
      assertEquals(702, plan.lots().stream().mapToLong(PlannedLot::gradings).sum());
    }

    @Test
    void theSampleOfALotIsThatOfItsLargestLevel() throws IOException {
      PlannedLot lot = plan(Plan.Options.USUAL).lots().get(0);
      assertEquals(
          Math.max(lot.levels().get(0).maximumChecks(), lot.levels().get(1).maximumChecks()),
          lot.maximumChecks());
      String csv = PlanFiles.csv(plan(Plan.Options.USUAL));
      assertTrue(csv.contains("One sample serves all levels of the lot"), csv);
    }

    @Test
    void namesWhatDoesNotFit() {
      assertMessage(
          "the level must be one of [any, bad, unit], got \"none\"",
          () ->
              plan(
                  new Plan.Options(
                      Set.of("none"), Optional.empty(), Optional.empty(), Design.SINGLE, 30)));
      assertMessage(
          "the date must be in a period with gradings, 2025-02 to 2025-03, got 2024-01-01",
          () ->
              plan(
                  new Plan.Options(
                      Set.of(),
                      Optional.of(LocalDate.of(2024, 1, 1)),
                      Optional.empty(),
                      Design.SINGLE,
                      30)));
      assertMessage(
          "checks per hour must be above 0 and finite, got 0.0",
          () ->
              plan(
                  new Plan.Options(
                      Set.of(), Optional.empty(), Optional.empty(), Design.SINGLE, 0)));
      assertMessage(
          "the gradings have no column for STRATUM, by which the plan is to be made",
          () ->
              plan(
                  new Plan.Options(
                      Set.of(),
                      Optional.empty(),
                      Optional.of(Attribute.STRATUM),
                      Design.SINGLE,
                      30)));
    }
  }

  @Nested
  class Drawing {
    @Test
    void theListIsBlindAndTheKeyTellsAll() throws IOException {
      Plan plan = plan(Plan.Options.USUAL);
      Draw draw = Draw.of(plan, policy, read(), Draw.Options.of("seed", false));
      List<String> list = draw.pickList().lines().toList();
      assertEquals("item_id,reviewer_id,grade,checked_at", list.get(0));
      assertEquals(draw.items(), list.size() - 1);
      assertEquals(list.size(), new HashSet<>(list).size(), "an item stands once");
      assertFalse(draw.pickList().contains("a01"));
      assertTrue(list.stream().skip(1).allMatch(line -> line.endsWith(",,,")));
      List<KeyRow> key = key(draw);
      assertEquals(plan.lots().stream().mapToInt(PlannedLot::maximumChecks).sum(), key.size());
      for (KeyRow row : key) {
        PlannedLot lot = lot(plan, row);
        assertEquals(
            (double) lot.maximumChecks() / lot.gradings(), row.inclusionProbability(), 1e-14);
      }
      assertTrue(draw.key().contains(SeedCommitment.of("seed")));
      assertFalse(draw.key().contains("\n=") || draw.key().contains(",="), "no formulas");
    }

    @Test
    void ordersEachLotByTicketsAnybodyCanCompute() throws IOException {
      Plan plan = plan(Plan.Options.USUAL);
      var tickets = new Tickets("seed");
      KeyRow last = null;
      for (KeyRow row : key(Draw.of(plan, policy, read(), Draw.Options.of("seed", true)))) {
        if (last != null && last.lot().equals(row.lot())) {
          assertEquals(last.order() + 1, row.order());
          assertTrue(
              Long.compareUnsigned(ticket(tickets, last), ticket(tickets, row)) < 0, row::toString);
        }
        last = row;
      }
    }

    private static long ticket(Tickets tickets, KeyRow row) {
      return tickets.ticket(row.item() + "\t" + row.assessor() + "\t" + row.number());
    }

    @Test
    void overlappingLotsShareTheirChecks() throws IOException {
      Plan plan = plan(Plan.Options.USUAL);
      int apart = plan.lots().stream().mapToInt(PlannedLot::checksWithoutErrors).sum();
      assertTrue(
          Draw.of(plan, policy, read(), Draw.Options.of("seed", false)).items() < 0.8 * apart);
    }

    @Test
    void theSameSeedDrawsTheSame() throws IOException {
      Plan plan = plan(Plan.Options.USUAL);
      assertEquals(
          Draw.of(plan, policy, read(), Draw.Options.of("7", true)),
          Draw.of(plan, policy, read(), Draw.Options.of("7", true)));
      assertFalse(
          Draw.of(plan, policy, read(), Draw.Options.of("7", true))
              .pickList()
              .equals(Draw.of(plan, policy, read(), Draw.Options.of("8", true)).pickList()));
    }

    @Test
    void refusesOtherGradings() throws IOException {
      Plan plan = plan(Plan.Options.USUAL);
      Files.writeString(
          gradings, Files.readString(gradings) + "i901,a02,C,2025-03-02T11:00:00Z,Q1\n");
      assertMessage(
          "lot L002 (assessor a02, 2025-03) must have the 201 gradings it was planned for, got 202;"
              + " make the plan again",
          () -> Draw.of(plan, policy, read(), Draw.Options.of("seed", false)));
      assertMessage(
          "the seed must not be blank",
          () -> Draw.of(plan, policy, read(), Draw.Options.of(" ", false)));
    }
  }

  @Nested
  class Evaluating {
    @Test
    void acceptsWhenTheFirstListFindsNoError() throws IOException {
      Draw draw = Draw.of(plan(Plan.Options.USUAL), policy, read(), Draw.Options.of("seed", false));
      PlanStatus status = evaluate(draw, filled(draw.pickList(), item -> false));
      assertTrue(status.isDecided());
      assertEquals(5, status.count(Decision.ACCEPT));
      assertEquals(List.of(), status.nextItems());
      for (LevelState s : status.states()) {
        assertTrue(s.upperBound().orElseThrow() <= s.level().unacceptable(), s::sentence);
      }
      assertTrue(
          StatusFiles.summary(status)
              .contains("ACCEPT: 5, REJECT: 0, CONTINUE: 0. Items to check next: 0."));
    }

    @Test
    void rejectsWhereEverythingIsWrong() throws IOException {
      Draw draw = Draw.of(plan(Plan.Options.USUAL), policy, read(), Draw.Options.of("seed", false));
      PlanStatus status = evaluate(draw, filled(draw.pickList(), item -> true));
      assertEquals(5, status.count(Decision.REJECT));
      for (LevelState s : status.states()) {
        assertTrue(s.lowerBound().orElseThrow() > s.level().acceptable(), s::sentence);
      }
      assertTrue(StatusFiles.csv(status).contains(",REJECT,"));
    }

    @Test
    void listsWhatToCheckNextUntilAllIsDecided() throws IOException {
      Draw draw = Draw.of(plan(Plan.Options.USUAL), policy, read(), Draw.Options.of("seed", false));
      Predicate<String> wrong = item -> item.endsWith("17") || item.endsWith("67");
      String verdicts = filled(draw.pickList(), wrong);
      PlanStatus status = evaluate(draw, verdicts);
      int rounds = 0;
      while (!status.isDecided()) {
        assertFalse(status.nextItems().isEmpty());
        for (String item : status.nextItems()) {
          assertFalse(verdicts.contains("\n" + item + ","), "checked again: " + item);
        }
        String next = filled(status.list().csv(), wrong);
        verdicts += next.substring(next.indexOf('\n') + 1);
        status = evaluate(draw, verdicts);
        rounds++;
      }
      assertTrue(rounds >= 1);
      assertEquals(List.of(), status.nextItems());
    }

    @Test
    void waitsAtTheFirstGapAndCountsWhatItDoesNotUse() throws IOException {
      Draw draw = Draw.of(plan(Plan.Options.USUAL), policy, read(), Draw.Options.of("seed", false));
      String verdicts = filled(draw.pickList(), item -> false);
      List<String> lines = verdicts.lines().toList();
      String second = lines.get(2).replace("T09", "T11").replace("r01", "r02");
      String other =
          Files.readString(gradings)
              .lines()
              .skip(1)
              .map(l -> l.split(",")[0])
              .filter(item -> !item.equals("i0") && !draw.key().contains("," + item + ","))
              .findFirst()
              .orElseThrow();
      String gap =
          lines.get(0)
              + "\n"
              + String.join("\n", lines.subList(2, lines.size()))
              + "\n"
              + second
              + "\n"
              + other
              + ",r01,C,2025-04-01T09:00:00Z\n";
      PlanStatus status = evaluate(draw, gap);
      assertTrue(status.nextItems().contains(lines.get(1).split(",")[0]));
      assertTrue(status.states().stream().anyMatch(s -> s.state().checked() == 0));
      String summary = StatusFiles.summary(status);
      assertTrue(summary.contains("Verdicts on items that were not drawn, not used: 1."), summary);
      assertTrue(
          summary.contains("Second verdicts on a drawn grading, of which the earliest counts: 1."),
          summary);
    }

    @Test
    void aMissingItemCountsAsAnError() throws IOException {
      Draw draw = Draw.of(plan(Plan.Options.USUAL), policy, read(), Draw.Options.of("seed", false));
      Path gone = temp.resolve("gone.txt");
      String first = key(draw).get(0).item();
      Files.writeString(gone, first + "\n\n");
      PlanStatus status = evaluate(draw, filled(draw.pickList(), item -> false), gone);
      assertEquals(1, status.states().get(0).missing());
      assertEquals(1, status.states().get(0).state().errors());
      Files.writeString(gone, "i-none\n");
      assertMessage(
          "a missing item must have been drawn, got \"i-none\"",
          () -> evaluate(draw, filled(draw.pickList(), item -> false), gone));
    }

    /** Verdicts in two parts, the first one with a gap, are the same as all at once. */
    @ParameterizedTest
    @EnumSource(Design.class)
    void resumesToTheSameAnswerWithEveryDesign(Design design) throws IOException {
      Draw draw = Draw.of(plan(options(design)), policy, read(), Draw.Options.of("seed", true));
      for (String ending : List.of("nothing", "7", "17")) {
        List<String> all = filled(draw.pickList(), item -> item.endsWith(ending)).lines().toList();
        String header = all.get(0) + "\n";
        List<String> first = new ArrayList<>(all.subList(1, 60));
        first.remove(20);
        List<String> rest = new ArrayList<>(all.subList(60, all.size()));
        rest.add(all.get(21));
        resume = Optional.empty();
        PlanStatus half = evaluate(draw, header + String.join("\n", first) + "\n");
        resume = Optional.of(Files.writeString(temp.resolve("state.json"), half.state()));
        PlanStatus resumed = evaluate(draw, header + String.join("\n", rest) + "\n");
        resume = Optional.empty();
        PlanStatus whole = evaluate(draw, String.join("\n", all) + "\n");
        assertEquals(StatusFiles.csv(whole), StatusFiles.csv(resumed));
        assertEquals(whole.state(), resumed.state());
        assertEquals(whole.nextItems(), resumed.nextItems());
        assertTrue(StatusFiles.summary(resumed).contains("of an earlier evaluation: 58."));
      }
    }

    @Test
    void refusesAnotherState() throws IOException {
      Draw draw = Draw.of(plan(Plan.Options.USUAL), policy, read(), Draw.Options.of("seed", false));
      String verdicts = filled(draw.pickList(), item -> false);
      Path state = Files.writeString(temp.resolve("state.json"), evaluate(draw, verdicts).state());
      resume = Optional.of(state);
      Draw other =
          Draw.of(plan(Plan.Options.USUAL), policy, read(), Draw.Options.of("other", false));
      String message =
          assertThrows(BadInputException.class, () -> evaluate(other, verdicts)).getMessage();
      assertTrue(message.startsWith("the state must be of the same draw as the key, but"), message);
      Files.writeString(state, Files.readString(state).replace("\"L002\"", "\"L009\""));
      assertMessage(
          "the state must be of the same plan, but its lots and levels differ",
          () -> evaluate(draw, verdicts));
      Files.writeString(state, "{}");
      message = assertThrows(BadInputException.class, () -> evaluate(draw, verdicts)).getMessage();
      assertTrue(message.startsWith(state + " must be a state "), message);
    }

    @Test
    void everyDesignAcceptsWithoutErrorsAndRejectsWithNothingElse() throws IOException {
      for (Design design : Design.values()) {
        Draw draw = Draw.of(plan(options(design)), policy, read(), Draw.Options.of("seed", true));
        PlanStatus good = evaluate(draw, filled(draw.pickList(), item -> false));
        PlanStatus bad = evaluate(draw, filled(draw.pickList(), item -> true));
        assertEquals(5, good.count(Decision.ACCEPT), design::toString);
        assertEquals(5, bad.count(Decision.REJECT), design::toString);
        for (int i = 0; i < 5; i++) {
          LevelState s = good.states().get(i);
          assertTrue(s.upperBound().orElseThrow() <= s.level().unacceptable(), s::sentence);
          LevelState b = bad.states().get(i);
          assertTrue(b.lowerBound().orElseThrow() >= b.level().acceptable() - 0.001, b::sentence);
        }
      }
    }

    @Test
    void aPlanInTwoSamplesAsksForTheFirstOneFirst() throws IOException {
      Plan plan = plan(options(Design.DOUBLE));
      Draw draw = Draw.of(plan, policy, read(), Draw.Options.of("seed", false));
      PlanStatus status =
          evaluate(
              draw,
              filled(draw.pickList(), item -> false)
                  .lines()
                  .limit(2)
                  .reduce("", (a, b) -> a + b + "\n"));
      LevelState first = status.states().get(0);
      assertEquals(first.level().checksWithoutErrors(), first.nextLook());
      assertTrue(first.nextLook() < first.level().maximumChecks());
    }

    @Test
    void anAlwaysValidPlanHasBoundsAtAnyTime() throws IOException {
      Draw draw =
          Draw.of(
              plan(options(Design.ALWAYS_VALID)), policy, read(), Draw.Options.of("seed", false));
      String few =
          filled(draw.pickList(), item -> false)
              .lines()
              .limit(31)
              .reduce("", (a, b) -> a + b + "\n");
      LevelState first = evaluate(draw, few).states().get(0);
      assertEquals(Decision.CONTINUE, first.state().decision());
      assertTrue(first.upperBound().orElseThrow() < 1);
      assertEquals(0, first.lowerBound().orElseThrow());
    }

    /**
     * Both lots of "bad" are accepted at p just below 0.05, so that Holm at 0.05 leaves neither.
     */
    @Test
    void judgesAllLotsTogether() throws IOException {
      Draw draw = Draw.of(plan(Plan.Options.USUAL), policy, read(), Draw.Options.of("seed", false));
      String verdicts = filled(draw.pickList(), item -> false);
      together = Optional.of(new Together(Together.Method.HOLM, 0.05));
      PlanStatus holm = evaluate(draw, verdicts);
      for (int i = 0; i < 5; i++) {
        LevelState s = holm.states().get(i);
        double p = s.acceptancePValue();
        assertTrue(p > 0 && p <= s.level().consumerRisk(), s::toString);
        boolean alone = s.level().level().equals("unit");
        Together.Judged judged = holm.together().get(i);
        assertTrue(alone ? judged.accept() == p : judged.accept() >= p);
        assertEquals(
            judged.accept() <= 0.05 ? Decision.ACCEPT : Decision.CONTINUE, judged.decision());
      }
      String summary = StatusFiles.summary(holm);
      assertTrue(
          summary.contains(
              "All lots of \"bad\" together (2): ACCEPT 0, REJECT 0, with the chance of any wrong one"
                  + " at most 5 % for each of the two (Holm, p-values at the end of each plan)."),
          summary);
      together = Optional.of(new Together(Together.Method.E_BH, 0.2));
      PlanStatus ebh = evaluate(draw, verdicts);
      assertTrue(StatusFiles.summary(ebh).contains("(e-BH, e-values valid at any look)"));
      assertEquals(Decision.ACCEPT, ebh.together().get(0).decision());
      assertTrue(ebh.together().get(0).accept() >= 5, "two of two at least 1 / 0.2");
      assertTrue(StatusFiles.csv(ebh).contains(",e-value (e-BH),"));
    }

    @Test
    void refusesFilesThatDoNotBelongTogether() throws IOException {
      Draw draw = Draw.of(plan(Plan.Options.USUAL), policy, read(), Draw.Options.of("seed", false));
      String verdicts = filled(draw.pickList(), item -> false);
      plan(options(Design.SINGLE));
      String message =
          assertThrows(BadInputException.class, () -> evaluate(draw, verdicts)).getMessage();
      assertTrue(message.startsWith("the key must have the "), message);
      Files.writeString(planFile, "{\"format\": 1, \"other\": 2}");
      message = assertThrows(BadInputException.class, () -> evaluate(draw, verdicts)).getMessage();
      assertTrue(message.startsWith(planFile + " must be a plan written by assay plan"), message);
      plan(Plan.Options.USUAL);
      Files.writeString(
          planFile,
          Files.readString(planFile)
              .replace("\"unacceptableCount\" : 51", "\"unacceptableCount\" : 0"));
      message = assertThrows(BadInputException.class, () -> evaluate(draw, verdicts)).getMessage();
      assertTrue(
          message.startsWith("the plan of lot L001 must be as assay plan wrote it: "), message);
      plan(Plan.Options.USUAL);
      policy =
          PolicyReader.parse(
              POLICY.replace("0.02, \"unacceptable\": 0.1", "0.03, \"unacceptable\": 0.1"));
      assertMessage(
          "the policy's level \"any\" must be the one that was planned for, but its rates or risks"
              + " have changed",
          () -> evaluate(draw, verdicts));
      Path other = Files.writeString(temp.resolve("other.csv"), "a,b\n1,2\n");
      message = assertThrows(BadInputException.class, () -> KeyFile.read(other)).getMessage();
      assertTrue(message.startsWith(other + ": line 2 is not of a key"), message);
    }
  }

  private static Plan.Options options(Design design) {
    return new Plan.Options(Set.of(), Optional.empty(), Optional.empty(), design, 30);
  }

  private List<KeyRow> key(Draw draw) throws IOException {
    return KeyFile.read(Files.writeString(temp.resolve("key.csv"), draw.key()));
  }

  private static PlannedLot lot(Plan plan, KeyRow row) {
    return plan.lots().stream().filter(l -> l.id().equals(row.lot())).findFirst().orElseThrow();
  }

  // The QA officer grades every item A where it is to be wrong, else C as nearly all gradings are.
  private static String filled(String pickList, Predicate<String> wrong) {
    var lines = new ArrayList<String>(pickList.lines().toList());
    for (int i = 1; i < lines.size(); i++) {
      String item = lines.get(i).split(",")[0].replace("'=", "=");
      lines.set(i, item + ",r01," + (wrong.test(item) ? "A" : "C") + ",2025-04-01T09:00:00Z");
    }
    return String.join("\n", lines) + "\n";
  }

  private PlanStatus evaluate(Draw draw, String verdicts) throws IOException {
    return evaluate(draw, verdicts, null);
  }

  private PlanStatus evaluate(Draw draw, String verdicts, Path missing) throws IOException {
    Path file = Files.writeString(temp.resolve("verdicts.csv"), verdicts);
    Path key = Files.writeString(temp.resolve("key.csv"), draw.key());
    return new EvaluateJob(
            IngestOptions.of(gradings, policy).withVerdicts(file),
            planFile,
            key,
            Optional.ofNullable(missing),
            resume,
            together,
            Optional.empty())
        .run();
  }

  private interface Action {
    void run() throws IOException;
  }

  private static void assertMessage(String message, Action action) {
    assertEquals(message, assertThrows(BadInputException.class, action::run).getMessage());
  }
}
