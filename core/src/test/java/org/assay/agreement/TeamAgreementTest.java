package org.assay.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.assay.agreement.TeamAgreement.CoefficientHypothesis;
import org.assay.agreement.TeamAgreement.Comparisons;
import org.assay.agreement.TeamAgreement.LeaveOneOut;
import org.assay.agreement.TeamAgreement.Row;
import org.assay.count.ConfusionMatrix;
import org.assay.count.PairTables;
import org.assay.count.PeerPatterns;
import org.assay.count.RatingPatterns;
import org.assay.result.Undefined;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TeamAgreementTest {
  private static final TeamAgreement TEAM = TeamAgreement.standard(3);

  /** Items graded by three of six assessors; the last one guesses. */
  private static void team(long seed, int items, PairTables pairs, PeerPatterns peers) {
    var random = new SplittableRandom(seed);
    for (int i = 0; i < items; i++) {
      int truth = random.nextInt(3);
      int[] who = random.ints(0, 6).distinct().limit(3).toArray();
      int[] grade = new int[3];
      for (int r = 0; r < 3; r++) {
        grade[r] = who[r] < 5 && random.nextInt(5) > 0 ? truth : random.nextInt(3);
      }
      pairs.add(who, grade);
      peers.add(who, grade);
    }
  }

  @Nested
  class Pairs {
    @Test
    void everyRowIsKappaOfItsTable() {
      PairTables tables = PairTables.create(3);
      team(51, 800, tables, PeerPatterns.create(3));
      Comparisons all = TEAM.pairs(tables);
      assertEquals(15, all.rows().size());
      for (Row row : all.rows()) {
        AgreementEstimate kappa = CohenKappa.of(tables.table(row.first(), row.second()));
        assertEquals(kappa.value(), row.kappa().value());
        assertEquals(kappa.standardError(), row.kappa().standardError());
        double p = row.test().pValue().value();
        assertTrue(row.adjusted().value() >= p);
        assertEquals(row.second() < 5, row.adjusted().value() < .001, row.toString());
      }
    }

    @Test
    void fewCommonItemsAreOmittedAndCounted() {
      PairTables tables = PairTables.create(3);
      team(52, 100, tables, PeerPatterns.create(3));
      Comparisons all = TEAM.withMinimumItems(20).pairs(tables);
      Comparisons every = TEAM.withMinimumItems(1).pairs(tables);
      assertEquals(15, every.rows().size());
      assertEquals(15, all.rows().size() + all.omitted());
      assertTrue(all.omitted() > 0);
      assertTrue(all.rows().stream().allMatch(row -> row.kappa().diagnostics().items() >= 20));
    }

    @Test
    void againstTheLevelAskedFor() {
      PairTables tables = PairTables.create(3);
      team(53, 3000, tables, PeerPatterns.create(3));
      Comparisons below =
          TEAM.withHypothesis(0.55, CoefficientHypothesis.Alternative.LESS).pairs(tables);
      for (Row row : below.rows()) {
        assertEquals(row.second() == 5, row.adjusted().value() < .05, row.toString());
      }
    }
  }

  @Nested
  class Rest {
    /** With one other on every item, the rest is that other. */
    @Test
    void oneOtherGivesCohenKappa() {
      var random = new SplittableRandom(54);
      PeerPatterns peers = PeerPatterns.create(3);
      ConfusionMatrix table = ConfusionMatrix.create(3);
      for (int i = 0; i < 200; i++) {
        int a = random.nextInt(3);
        int b = random.nextInt(3) > 0 ? a : random.nextInt(3);
        peers.add(new int[] {0, 1}, new int[] {a, b});
        table.add(a, b);
      }
      peers.add(new int[] {0}, new int[] {2}); // nobody to compare with
      List<Row> rows = TEAM.againstRest(peers).rows();
      AgreementEstimate kappa = CohenKappa.of(table);
      assertEquals(2, rows.size());
      for (Row row : rows) {
        assertEquals(TeamAgreement.ALL_OTHERS, row.second());
        assertEquals(200, row.kappa().diagnostics().items());
        assertEquals(kappa.value().value(), row.kappa().value().value(), 1e-14);
        assertEquals(kappa.standardError().value(), row.kappa().standardError().value(), 1e-14);
      }
    }

    /** Three graders an item: the standard error against 400 fresh teams' scatter, within 12 %. */
    @Test
    void standardErrorIsThatOfTheItems() {
      double sum = 0;
      double squares = 0;
      double errors = 0;
      int runs = 400; // the scatter of 400 has a relative standard error of 3.5 %
      for (int run = 0; run < runs; run++) {
        PeerPatterns peers = PeerPatterns.create(3);
        team(1000 + run, 300, PairTables.create(3), peers);
        AgreementEstimate kappa = TEAM.againstRest(peers).rows().get(0).kappa();
        sum += kappa.value().value();
        squares += kappa.value().value() * kappa.value().value();
        errors += kappa.standardError().value();
      }
      double scatter = Math.sqrt((squares - sum * sum / runs) / (runs - 1));
      assertEquals(1, errors / runs / scatter, 0.12);
    }

    @Test
    void theOneWhoGuessesStandsApart() {
      PeerPatterns peers = PeerPatterns.create(3);
      team(55, 2000, PairTables.create(3), peers);
      for (Row row : TEAM.againstRest(peers).rows()) {
        assertEquals(row.first() == 5, row.kappa().value().value() < 0.1, row.toString());
      }
    }
  }

  @Test
  void againstTheReference() {
    ConfusionMatrix good = ConfusionMatrix.of(new long[][] {{30, 1, 0}, {2, 28, 1}, {0, 1, 33}});
    ConfusionMatrix few = ConfusionMatrix.of(new long[][] {{3, 1, 0}, {2, 2, 1}, {0, 1, 3}});
    Comparisons all =
        TEAM.againstReference(3, a -> a == 0 ? good : a == 1 ? few : ConfusionMatrix.create(3));
    assertEquals(1, all.rows().size());
    assertEquals(1, all.omitted()); // the third has nothing to compare
    assertEquals(CohenKappa.of(good).value(), all.rows().get(0).kappa().value());
  }

  @Nested
  class LeavingOneOut {
    /** Against counting the others' gradings from the start. */
    @Test
    void equalsCountingWithout() {
      var random = new SplittableRandom(56);
      PeerPatterns peers = PeerPatterns.create(3);
      RatingPatterns[] without = new RatingPatterns[5];
      for (int a = 0; a < 5; a++) {
        without[a] = RatingPatterns.create(3);
      }
      for (int i = 0; i < 300; i++) {
        int[] who = random.ints(random.nextInt(1, 5), 0, 5).toArray(); // also repeats
        int[] grade = random.ints(who.length, 0, 3).toArray();
        peers.add(who, grade);
        for (int a = 0; a < 5; a++) {
          int[] counts = new int[3];
          for (int r = 0; r < who.length; r++) {
            counts[grade[r]] += who[r] == a ? 0 : 1;
          }
          without[a].add(counts);
        }
      }
      PatternCoefficient fleiss = FleissKappa.with(Weights.identity(3));
      double whole = fleiss.estimate(peers.items()).value().value();
      List<LeaveOneOut> left = LeaveOneOut.of(fleiss, peers);
      assertEquals(5, left.size());
      for (LeaveOneOut one : left) {
        double expected = fleiss.estimate(without[one.assessor()]).value().value();
        assertEquals(expected, one.without().value(), 1e-12);
        assertEquals(whole - expected, one.influence().value(), 1e-12);
      }
    }

    @Test
    void leavingOutTheGuesserHelps() {
      PeerPatterns peers = PeerPatterns.create(3);
      team(57, 1000, PairTables.create(3), peers);
      for (LeaveOneOut one : LeaveOneOut.of(GwetAc.with(Weights.identity(3)), peers)) {
        assertEquals(one.assessor() == 5, one.influence().value() < 0, one.toString());
      }
    }

    @Test
    void nobodyLeftToCompare() {
      PeerPatterns peers = PeerPatterns.create(3);
      peers.add(new int[] {0, 1}, new int[] {0, 1});
      peers.add(new int[] {0, 1}, new int[] {2, 2});
      for (LeaveOneOut one : LeaveOneOut.of(FleissKappa.with(Weights.identity(3)), peers)) {
        assertEquals(Undefined.NO_PAIRS, one.without().reason().orElseThrow());
        assertEquals(Undefined.NO_PAIRS, one.influence().reason().orElseThrow());
      }
    }
  }

  @Nested
  class Messages {
    @Test
    void otherGrades() {
      var e = assertThrows(IllegalArgumentException.class, () -> TEAM.pairs(PairTables.create(4)));
      assertEquals("weights must have the grades of the data, 4, got 3", e.getMessage());
    }

    @Test
    void noMinimum() {
      var e = assertThrows(IllegalArgumentException.class, () -> TEAM.withMinimumItems(0));
      assertEquals("minimumItems must be >= 1, got 0", e.getMessage());
    }
  }
}
