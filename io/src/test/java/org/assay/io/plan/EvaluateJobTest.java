package org.assay.io.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.assay.io.BadInputException;
import org.assay.io.policy.PolicyReader;
import org.assay.plan.Design;
import org.assay.plan.Evaluation.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From a draw and verdicts to decisions. */
class EvaluateJobTest extends PlanFixture {
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

  /** The chance holds for a rate, and the sentence says which: that of the checks so far. */
  @Test
  void saysForWhichRateChecksDecide() throws IOException {
    Draw draw = Draw.of(plan(Plan.Options.USUAL), policy, read(), Draw.Options.of("seed", false));
    LevelState open =
        evaluate(draw, filled(draw.pickList(), item -> item.endsWith("17") || item.endsWith("67")))
            .states()
            .stream()
            .filter(s -> s.isOpen() && s.state().errors() > 0)
            .findFirst()
            .orElseThrow();
    double seen = (double) open.state().errors() / open.state().checked();
    assertEquals(seen, open.assumedRate(), 0.5 / (open.lot().gradings() - open.state().checked()));
    assertTrue(
        open.sentence().matches(".*more decide with 70, 80, 90 % chance if the rate is [0-9.]+ %"),
        open::sentence);
  }

  /** Of a second sample a plan in stages may know already that it ends in a rejection. */
  @Test
  void saysWhenNoAcceptanceIsPossibleAnyMore() throws IOException {
    Draw draw =
        Draw.of(plan(options(Design.DOUBLE)), policy, read(), Draw.Options.of("seed", true));
    List<String> all = filled(draw.pickList(), item -> true).lines().toList();
    boolean isSaid = false;
    for (int rows = 1; rows < all.size(); rows++) {
      PlanStatus status = evaluate(draw, String.join("\n", all.subList(0, rows + 1)) + "\n");
      for (LevelState s : status.states()) {
        boolean isPast =
            s.isOpen()
                && s.state().errors() > s.plan().boundary().acceptAt(s.level().maximumChecks());
        assertEquals(isPast, s.isOpen() && !s.canAccept(), s::sentence);
        assertEquals(isPast, s.sentence().startsWith("it cannot be accepted any more"));
        isSaid |= isPast;
      }
      if (status.isDecided()) {
        break;
      }
    }
    assertTrue(isSaid);
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
            + ",r01,C,2025-04-01T09:00:00Z,\n";
    PlanStatus status = evaluate(draw, gap);
    assertTrue(status.nextItems().contains(lines.get(1).split(",")[0]));
    assertTrue(status.states().stream().anyMatch(s -> s.state().checked() == 0));
    String summary = StatusFiles.summary(status);
    assertTrue(summary.contains("Verdicts on items that were not drawn, not used: 1."), summary);
    assertTrue(
        summary.contains(
            "Further verdicts on a drawn grading; which counts is the policy's reference rule: 1."),
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
  @EnumSource(value = Design.class, mode = EnumSource.Mode.EXCLUDE, names = "WALD")
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
      String half = state(draw, header + String.join("\n", first) + "\n");
      resume = Optional.of(Files.writeString(temp.resolve("state.json"), half));
      PlanStatus resumed = evaluate(draw, header + String.join("\n", rest) + "\n");
      resume = Optional.empty();
      PlanStatus whole = evaluate(draw, String.join("\n", all) + "\n");
      assertEquals(StatusFiles.csv(whole), StatusFiles.csv(resumed));
      assertEquals(whole.nextItems(), resumed.nextItems());
      assertTrue(
          StatusFiles.summary(resumed)
              .contains("Verdict rows of an earlier evaluation among all that were read: 58."));
    }
  }

  @Test
  void refusesAnotherState() throws IOException {
    Draw draw = Draw.of(plan(Plan.Options.USUAL), policy, read(), Draw.Options.of("seed", false));
    String verdicts = filled(draw.pickList(), item -> false);
    Path state = Files.writeString(temp.resolve("state.json"), state(draw, verdicts));
    resume = Optional.of(state);
    Draw other = Draw.of(plan(Plan.Options.USUAL), policy, read(), Draw.Options.of("other", false));
    assertMessage(
        "the state must be of the same draw as the key, but it was written with another key",
        () -> evaluate(other, verdicts));
    Files.writeString(state, Files.readString(state).replace("\"L002\"", "\"L009\""));
    assertMessage(
        state
            + " was changed since assay evaluate wrote it; evaluate all verdicts together without"
            + " --resume, with --state for a new one",
        () -> evaluate(draw, verdicts));
    Files.writeString(
        state, Files.readString(state).replaceFirst("\"seal\" : \"[^\"]*\"", "\"seal\" : null"));
    assertMessage(
        "the state must be of the same plan, but its lots and levels differ",
        () -> evaluate(draw, verdicts));
    Files.writeString(state, "{\"format\": 1, \"verdicts\": [], \"levels\": []}");
    assertMessage(
        state
            + " is a state of format 1, which kept the first verdict on each grading and cannot say"
            + " which counts by the policy's reference rule; evaluate all verdicts together without"
            + " --resume, with --state for a new one",
        () -> evaluate(draw, verdicts));
    Files.writeString(state, "{}");
    String message =
        assertThrows(BadInputException.class, () -> evaluate(draw, verdicts)).getMessage();
    assertTrue(message.startsWith(state + " must be a state "), message);
  }

  @Test
  void everyDesignAcceptsWithoutErrorsAndRejectsWithNothingElse() throws IOException {
    for (Design design : Arrays.stream(Design.values()).filter(Design::hasEnd).toList()) {
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
        Draw.of(plan(options(Design.ALWAYS_VALID)), policy, read(), Draw.Options.of("seed", false));
    String few =
        filled(draw.pickList(), item -> false).lines().limit(31).reduce("", (a, b) -> a + b + "\n");
    LevelState first = evaluate(draw, few).states().get(0);
    assertEquals(Decision.CONTINUE, first.state().decision());
    assertTrue(first.upperBound().orElseThrow() < 1);
    assertEquals(0, first.lowerBound().orElseThrow());
  }

  /** Both lots of "bad" are accepted at p just below 0.05, so that Holm at 0.05 leaves neither. */
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

  /** What the pick-list kept from being a formula comes back as it went out. */
  @Test
  void idsThatLookLikeFormulasComeBack() throws IOException {
    Files.writeString(gradings, Files.readString(gradings).replace("\ni", "\n-i"));
    Draw draw = Draw.of(plan(Plan.Options.USUAL), policy, read(), Draw.Options.of("seed", true));
    assertTrue(draw.pickList().contains("\n'-i"), draw::pickList);
    PlanStatus status =
        evaluate(draw, filled(draw.pickList(), item -> false)); // as the spreadsheet left them
    assertEquals(List.of(), status.nextItems());
    assertEquals(0, status.excluded());
  }

  /** A grade that is put right after the draw must not turn a REJECT into an ACCEPT. */
  @Test
  void refusesWhatWasChangedAfterTheDraw() throws IOException {
    Draw draw = Draw.of(plan(Plan.Options.USUAL), policy, read(), Draw.Options.of("seed", false));
    String verdicts = filled(draw.pickList(), item -> true);
    assertTrue(evaluate(draw, verdicts).states().stream().anyMatch(s -> !s.isOpen()));
    String item = draw.pickList().lines().skip(1).findFirst().orElseThrow().split(",")[0];
    String before = Files.readString(gradings);
    String row =
        before.lines().filter(line -> line.startsWith(item + ",")).findFirst().orElseThrow();
    Files.writeString(gradings, before.replace(row, row.replace(",C,", ",A,")));
    String message =
        assertThrows(BadInputException.class, () -> evaluate(draw, verdicts)).getMessage();
    assertTrue(message.startsWith("the grading of item \"" + item + "\" by "), message);
    assertTrue(message.contains("was changed after it was drawn"), message);
    Path missing = Files.writeString(temp.resolve("missing.txt"), item + "\n");
    evaluate(draw, verdicts, missing);
    Files.writeString(gradings, before);
    String key = draw.key();
    Path file = Files.writeString(temp.resolve("key.csv"), key.replaceFirst(",no,", ",yes,"));
    assertMessage(
        file
            + " was changed since assay draw wrote it; give it as it was, or draw again with the same"
            + " seed into another file",
        () -> KeyFile.read(file));
    policy =
        PolicyReader.parse(POLICY.replace("\"counts\": \"any\"", "\"counts\": [[\"A\", \"B\"]]"));
    assertMessage(
        "the policy counts other errors than when "
            + temp.resolve("key.csv")
            + " was drawn; give the policy as it was drawn, or plan and draw again",
        () -> evaluate(draw, verdicts));
  }

  @Test
  void refusesFilesThatDoNotBelongTogether() throws IOException {
    Draw draw = Draw.of(plan(Plan.Options.USUAL), policy, read(), Draw.Options.of("seed", false));
    String verdicts = filled(draw.pickList(), item -> false);
    plan(options(Design.SINGLE));
    assertMessage(
        planFile
            + " is not the plan that "
            + temp.resolve("key.csv")
            + " was drawn for: it was changed or made again since; give the plan as it was drawn, or"
            + " draw again",
        () -> evaluate(draw, verdicts));
    isSealed = false;
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
