package org.assay.io.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assay.data.Gradings.Attribute;
import org.assay.draw.SeedCommitment;
import org.assay.draw.Tickets;
import org.assay.plan.Design;
import org.assay.plan.SequentialPlan;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** From gradings to a plan and a draw. */
class PlanToDecisionTest extends PlanFixture {
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
      for (Design design : Arrays.stream(Design.values()).filter(Design::hasEnd).toList()) {
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
                  Design.TRUNCATED_SEQUENTIAL,
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
      assertEquals("item_id,reviewer_id,grade,checked_at,draw", list.get(0));
      assertEquals(draw.items(), list.size() - 1);
      assertEquals(list.size(), new HashSet<>(list).size(), "an item stands once");
      assertFalse(draw.pickList().contains("a01"));
      assertTrue(list.stream().skip(1).allMatch(line -> line.matches(".*,,,,[b-z]{12}")));
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
}
