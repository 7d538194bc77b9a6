package org.assay.latent;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.assay.count.ConfusionCube;
import org.assay.data.GradingScheme;
import org.assay.estimate.AssessorMatrices;
import org.assay.estimate.AssessorMatrix.Claims;
import org.assay.estimate.MatrixShare;
import org.assay.estimate.ReferenceMatrix;
import org.assay.estimate.ReferenceMatrix.ReferenceKind;
import org.assay.latent.Identification.Verdict;
import org.assay.result.Undefined;
import org.junit.jupiter.api.Test;

class ThreeReferencesTest {
  private static final GradingScheme SCHEME = GradingScheme.ordered("A", "B");

  private static AssessorMatrices empty(int assessors) {
    return AssessorMatrices.of(
        ConfusionCube.create(assessors, 1, 1, 2), ReferenceKind.CONSENSUS, Claims.BOTH, 0.95);
  }

  /** Items of two grades, each graded by everybody with these chances of an error. */
  private static ItemGradings gradings(int items, double... errors) {
    var random = new SplittableRandom(2);
    int n = items * errors.length;
    int[] item = new int[n];
    int[] assessor = new int[n];
    int[] grade = new int[n];
    for (int i = 0; i < n; i++) {
      item[i] = i / errors.length;
      assessor[i] = i % errors.length;
      int right = item[i] % 3 == 0 ? 1 : 0;
      grade[i] = random.nextDouble() < errors[assessor[i]] ? 1 - right : right;
    }
    return Readings.of(item, assessor, grade, items, errors.length, 2);
  }

  /** Everything known: shares are counts, and their errors those of shares. */
  @Test
  void knownItemsAreCounted() {
    ItemGradings data = gradings(600, 0.1, 0.2, 0.3);
    int[] known = new int[600];
    Arrays.setAll(known, i -> i % 3 == 0 ? 1 : 0);
    LatentFit fit = LatentReference.of(data.withKnown(known)).fit();
    CellErrors errors = CellErrors.of(fit, 0.95);
    LatentMatrix m = LatentMatrix.of(fit, fit, errors, 1);
    double wrong = m.count(0, 1);
    double given = wrong + m.count(1, 1);
    double p = wrong / given;
    assertAll(
        () -> assertEquals(600, m.gradings(), 1e-9),
        () -> assertEquals(wrong / 400, m.gradeGivenReference(0, 1).value().value(), 1e-12),
        () -> assertEquals(p, m.referenceGivenGrade(0, 1).value().value(), 1e-12),
        () ->
            assertEquals(
                Math.sqrt(p * (1 - p) / given * 600 / 599),
                errors.inverse(1, 0, 1).sandwich().value(),
                1e-9),
        () ->
            assertEquals(
                (wrong + m.count(1, 0)) / 600, m.rates(SCHEME).error().value().value(), 1e-12),
        () ->
            assertEquals(
                m.count(1, 0) / 600, m.rates(SCHEME).overGrading().value().value(), 1e-12));
    double chance = (400 * (600 - given) + 200 * given) / 360_000;
    double observed = 1 - (wrong + m.count(1, 0)) / 600;
    assertEquals((observed - chance) / (1 - chance), m.rates(SCHEME).kappa().value(), 1e-12);
  }

  @Test
  void sideBySide() {
    ItemGradings data = gradings(900, 0.05, 0.1, 0.25);
    ThreeReferences three = ThreeReferences.of(empty(3), empty(3), data, 0.95);
    List<ReferenceMatrix> own = three.of(2);
    assertEquals(
        List.of(ReferenceKind.CONSENSUS, ReferenceKind.CONSENSUS, ReferenceKind.LATENT),
        own.stream().map(ReferenceMatrix::kind).toList());
    MatrixShare cell = own.get(2).gradeGivenReference(0, 1);
    assertTrue(cell.interval().contains(0.25)); // 5 % of seeds would not; this one does
    assertTrue(cell.effectiveChecks() < 600 && cell.effectiveChecks() > 50);
    MatrixShare inverse = own.get(2).referenceGivenGrade(0, 1);
    double byBayes = 2 * 0.25 / (2 * 0.25 + 0.75);
    assertTrue(inverse.interval().contains(byBayes));
    assertTrue(three.convergence().converged());
    assertEquals(Verdict.IDENTIFIED, three.identification().verdict());
  }

  @Test
  void twoDoNotTellWhoIsRight() {
    ThreeReferences two = ThreeReferences.of(empty(2), empty(2), gradings(50, 0.1, 0.1), 0.95);
    assertEquals(Verdict.NOT_IDENTIFIED, two.identification().verdict());
    ReferenceMatrix latent = two.of(0).get(2);
    assertAll(
        () ->
            assertEquals(
                Undefined.NOT_IDENTIFIED, latent.gradeGivenReference(0, 1).value().undefined()),
        () ->
            assertEquals(
                Undefined.NOT_IDENTIFIED, latent.referenceGivenGrade(0, 1).value().undefined()),
        () ->
            assertEquals(
                Undefined.NOT_IDENTIFIED, latent.rates(SCHEME).error().value().undefined()));
  }

  /** Three who share items, and two who share others: only the two have no matrices. */
  @Test
  void groupsApart() {
    int[] item = new int[300 + 40];
    int[] assessor = new int[340];
    int[] grade = new int[340];
    var random = new SplittableRandom(8);
    for (int i = 0; i < 340; i++) {
      item[i] = i < 300 ? i / 3 : 100 + (i - 300) / 2;
      assessor[i] = i < 300 ? i % 3 : 3 + i % 2;
      grade[i] = random.nextInt(8) == 0 ? 1 - item[i] % 2 : item[i] % 2;
    }
    ItemGradings data = Readings.of(item, assessor, grade, 120, 5, 2);
    ThreeReferences three = ThreeReferences.of(empty(5), empty(5), data, 0.95);
    assertEquals(List.of(List.of(0, 1, 2), List.of(3, 4)), three.identification().groups());
    assertTrue(((LatentMatrix) three.of(0).get(2)).isDetermined());
    assertFalse(((LatentMatrix) three.of(4).get(2)).isDetermined());
  }

  @Test
  void otherAssessors() {
    ItemGradings data = gradings(10, 0.1, 0.1);
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> ThreeReferences.of(empty(3), empty(2), data, 0.95));
    assertEquals(
        "matrices must be of the same assessors: verdicts have 3, consensus 2, gradings 2",
        e.getMessage());
    LatentFit fit = LatentReference.of(data).fit();
    LatentFit other = LatentReference.of(gradings(10, 0.1, 0.1)).fit();
    CellErrors errors = CellErrors.of(fit, 0.95);
    assertThrows(IllegalArgumentException.class, () -> LatentMatrix.of(fit, other, errors, 0));
  }
}
