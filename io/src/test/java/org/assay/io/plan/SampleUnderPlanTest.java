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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assay.data.Gradings.Attribute;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections;
import org.assay.data.Verdicts;
import org.assay.io.BadInputException;
import org.assay.io.ingest.Note;
import org.assay.io.ingest.TableLedger;
import org.assay.io.policy.PolicyReader;
import org.assay.io.report.LevelPart;
import org.assay.io.report.ReportModel;
import org.assay.plan.Design;
import org.assay.plan.QaLevel;
import org.assay.result.Conclusion.State;
import org.junit.jupiter.api.Test;

/** The sample of a report under a plan is what was looked at, of the lots it was drawn from. */
class SampleUnderPlanTest extends ReportPlanFixture {
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
}
