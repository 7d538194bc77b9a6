package org.assay.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.assay.agreement.CohenKappa;
import org.assay.agreement.FleissKappa;
import org.assay.agreement.KrippendorffAlpha;
import org.assay.count.ConfusionCube;
import org.assay.count.ConfusionMatrix;
import org.assay.count.RatingPatterns;
import org.assay.data.Codes;
import org.junit.jupiter.api.Test;

/** What is timed side by side gives the same numbers. */
class ComparedAgreeTest {
  private static final int GRADES = 4;
  private static final int ASSESSORS = 20;
  private final Team team = new Team(20_000, ASSESSORS, 5, 3, GRADES);

  private static long[] flat(ConfusionMatrix matrix) {
    return Arrays.stream(matrix.toArray()).flatMapToLong(Arrays::stream).toArray();
  }

  @Test
  void pairCounts() throws Exception {
    long[] counts = Plain.pairs(team.reference, team.grade, GRADES);
    assertArrayEquals(
        counts, flat(ConfusionMatrix.create(GRADES).addAll(team.references(), team.grades())));
    var collected = Plain.collect(team.reference, team.grade, GRADES);
    var frequency = Plain.frequency(team.reference, team.grade, GRADES);
    for (int c = 0; c < counts.length; c++) {
      assertEquals(counts[c], collected.getOrDefault(c, 0L));
      assertEquals(counts[c], frequency.getCount(c));
    }
    try (DuckDb db = new DuckDb(team, 1)) {
      assertArrayEquals(counts, db.pairs(GRADES));
      assertArrayEquals(
          Plain.cube(team.assessor, team.reference, team.grade, ASSESSORS, GRADES),
          db.cube(ASSESSORS, GRADES));
    }
  }

  @Test
  void cohenKappa() {
    long[] counts = Plain.pairs(team.reference, team.grade, GRADES);
    double kappa =
        CohenKappa.of(ConfusionMatrix.create(GRADES).addAll(team.references(), team.grades()))
            .value()
            .value();
    assertEquals(Plain.cohenKappa(counts, GRADES), kappa, 1e-12);
    assertEquals(Dkpro.cohenKappa(Dkpro.pairs(team.reference, team.grade)), kappa, 1e-12);
  }

  @Test
  void cubes() {
    ConfusionCube cube =
        ConfusionCube.create(ASSESSORS, 5, 3, GRADES)
            .addAll(
                team.assessors(), team.periods(), team.strata(), team.references(), team.grades());
    long[] counts = Plain.cube(team, ASSESSORS, 5, 3, GRADES);
    int c = 0;
    for (int a = 0; a < ASSESSORS; a++) {
      for (int p = 0; p < 5; p++) {
        for (int s = 0; s < 3; s++) {
          for (long n : flat(cube.slice(a, p, s))) {
            assertEquals(counts[c++], n);
          }
        }
      }
    }
  }

  @Test
  void fleissKappaOfItemsInOrderAndShuffled() {
    RatingPatterns patterns = RatingPatterns.create(GRADES).addItems(team.grades(), 5);
    double kappa = FleissKappa.of(patterns).value().value();
    assertEquals(Plain.fleissKappa(team.grade, 5, GRADES), kappa, 1e-12);
    assertEquals(Dkpro.fleissKappa(Dkpro.items(team.grade, 5)), kappa, 1e-12);
    Codes items = Codes.of(Team.itemsInOrder(team.grade.length, 5));
    assertEquals(
        kappa,
        FleissKappa.of(RatingPatterns.create(GRADES).addRuns(items, team.grades()))
            .value()
            .value());
    int[] shuffled = Team.itemsShuffled(team.grade.length, 5);
    assertEquals(
        4_000,
        RatingPatterns.create(GRADES).addAll(Codes.of(shuffled), team.grades()).snapshot().items());
  }

  @Test
  void krippendorffAlphaOfItems() {
    RatingPatterns patterns = RatingPatterns.create(GRADES).addItems(team.grades(), 5);
    assertEquals(
        Dkpro.krippendorffAlpha(Dkpro.items(team.grade, 5)),
        KrippendorffAlpha.of(patterns).value().value(),
        1e-12);
  }
}
