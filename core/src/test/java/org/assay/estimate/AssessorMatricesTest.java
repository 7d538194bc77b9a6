package org.assay.estimate;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.assay.count.ConfusionCube;
import org.assay.data.GradingScheme;
import org.assay.data.Gradings;
import org.assay.data.Selection;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;
import org.assay.data.Verdicts;
import org.assay.estimate.AssessorMatrix.Claims;
import org.assay.estimate.ReferenceMatrix.ReferenceKind;
import org.assay.interval.ProportionInterval;
import org.assay.result.Undefined;
import org.junit.jupiter.api.Test;

class AssessorMatricesTest {
  private static CheckCell cell(
      int assessor, int stratum, double pi, int reference, int grade, long count) {
    return cell(assessor, stratum, CheckCell.ALONE, pi, reference, grade, count);
  }

  private static CheckCell cell(
      int assessor, int stratum, int item, double pi, int reference, int grade, long count) {
    return new CheckCell(
        assessor,
        0,
        0,
        0,
        stratum,
        Blindness.BLIND,
        SelectionMethod.STRATIFIED,
        item,
        pi,
        reference,
        grade,
        count);
  }

  private static AssessorMatrices matrices(List<CheckCell> cells, int assessors, int grades) {
    return AssessorMatrices.ofChecks(
        cells, CheckWeights.of(cells, Blindness.BLIND), assessors, grades, 0.95);
  }

  private static AssessorMatrices counts(ConfusionCube cube) {
    return AssessorMatrices.of(cube, ReferenceKind.CONSENSUS, Claims.BOTH, 0.95);
  }

  private static double value(MatrixShare share) {
    return share.value().value();
  }

  /** 100 graded A and 20 graded B, ten of each checked: rows need the weights 10 and 2. */
  private static List<CheckCell> chosenByGrade() {
    return List.of(
        cell(0, 0, 0.1, 0, 0, 9),
        cell(0, 0, 0.1, 1, 0, 1),
        cell(0, 1, 0.5, 1, 1, 8),
        cell(0, 1, 0.5, 0, 1, 2));
  }

  @Test
  void rowsAreWeighted() {
    AssessorMatrix own = matrices(chosenByGrade(), 2, 2).of(0);
    assertAll(
        () -> assertEquals(4.0 / 94, value(own.gradeGivenReference(0, 1)), 1e-15),
        () -> assertEquals(10.0 / 26, value(own.gradeGivenReference(1, 0)), 1e-15),
        () -> assertEquals(1.0 / 10, value(own.referenceGivenGrade(1, 0)), 1e-15),
        () -> assertEquals(2.0 / 10, value(own.referenceGivenGrade(0, 1)), 1e-15),
        () -> assertEquals(2, own.count(0, 1)),
        () -> assertEquals(20, own.gradings()));
    // the column has one weight, so that its limits are those of 1 in 10
    var limits = ProportionInterval.MID_P.of(1, 10, 0.95);
    assertEquals(limits.lower(), own.referenceGivenGrade(1, 0).interval().lower(), 1e-10);
    assertEquals(limits.upper(), own.referenceGivenGrade(1, 0).interval().upper(), 1e-10);
  }

  @Test
  void ratesAreWeighted() {
    GradingScheme scheme =
        GradingScheme.ordered("A", "B").withSeverity(new double[][] {{0, 1}, {4, 0}});
    MatrixRates rates = matrices(chosenByGrade(), 1, 2).of(0).rates(scheme);
    assertAll(
        () -> assertEquals(14.0 / 120, value(rates.error()), 1e-15),
        () -> assertEquals(10.0 / 120, value(rates.overGrading()), 1e-15), // A stands first
        () -> assertEquals(4.0 / 120, value(rates.underGrading()), 1e-15),
        () -> assertEquals((10 + 4.0 / 4) / 120, value(rates.severity()), 1e-15));
    MatrixRates unordered =
        matrices(chosenByGrade(), 1, 2).of(0).rates(GradingScheme.unordered("A", "B"));
    assertEquals(Undefined.NOT_APPLICABLE, unordered.overGrading().value().undefined());
  }

  /**
   * Cohen (1960), p. 45; standard error of Fleiss, Cohen and Everitt (1969) as in CohenKappaTest.
   */
  @Test
  void kappaOfEqualWeights() {
    long[][] table = {{88, 14, 18}, {10, 40, 10}, {2, 6, 12}};
    ConfusionCube cube = ConfusionCube.create(1, 1, 1, 3);
    for (int r = 0; r < 3; r++) {
      for (int g = 0; g < 3; g++) {
        cube.add(0, 0, 0, r, g, table[r][g]);
      }
    }
    MatrixRates rates = counts(cube).of(0).rates(GradingScheme.ordered("1", "2", "3"));
    assertEquals(29.0 / 59, rates.kappa().value(), 1e-15);
    assertEquals(0.0510018156, rates.kappaError().value(), 1e-9);
  }

  /** m = .2, Q = 12.5, 1 / (A + 1) = (12.5 - 2) / 198. */
  @Test
  void shrunkenByMoments() {
    ConfusionCube cube = ConfusionCube.create(3, 1, 1, 2);
    for (int a = 0; a < 3; a++) {
      cube.add(a, 0, 0, 0, 1, 10L * (a + 1));
      cube.add(a, 0, 0, 0, 0, 90 - 10L * a);
    }
    AssessorMatrices team = counts(cube);
    double concentration = 198 / 10.5 - 1;
    assertEquals(concentration, team.concentration(0).value(), 1e-9);
    MatrixShare share = team.of(0).gradeGivenReference(0, 1);
    assertEquals(0.1, value(share), 1e-15);
    assertEquals(
        (10 + 0.2 * concentration) / (100 + concentration), share.shrunken().value(), 1e-12);
    assertEquals(Undefined.UNUSED_GRADE, team.concentration(1).undefined());
  }

  @Test
  void peopleWhoAreAlikeAreOne() {
    ConfusionCube cube = ConfusionCube.create(4, 1, 1, 2);
    for (int a = 0; a < 4; a++) {
      cube.add(a, 0, 0, 0, 1, 5);
      cube.add(a, 0, 0, 0, 0, 95);
    }
    assertEquals(9999, counts(cube).concentration(0).value(), 1e-6);
  }

  @Test
  void shrunkenRowsSumToOne() {
    var random = new SplittableRandom(4);
    List<CheckCell> cells = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      int grade = random.nextInt(4);
      cells.add(
          cell(
              random.nextInt(5),
              grade,
              0.05 * (1 + grade),
              random.nextInt(3) > 0 ? grade : random.nextInt(4),
              grade,
              random.nextLong(1, 20)));
    }
    AssessorMatrices team = matrices(cells, 5, 4);
    for (int a = 0; a < 5; a++) {
      for (int k = 0; k < 4; k++) {
        double row = 0;
        double column = 0;
        for (int l = 0; l < 4; l++) {
          row += team.of(a).gradeGivenReference(k, l).shrunken().value();
          column += team.of(a).referenceGivenGrade(l, k).shrunken().value();
        }
        assertEquals(1, row, 1e-12);
        assertEquals(1, column, 1e-12);
      }
    }
  }

  @Test
  void cubeWithWeightsIsTheSame() {
    ConfusionCube cube = ConfusionCube.create(1, 1, 2, 2);
    cube.add(0, 0, 0, 0, 0, 9);
    cube.add(0, 0, 0, 1, 0, 1);
    cube.add(0, 0, 1, 1, 1, 8);
    cube.add(0, 0, 1, 0, 1, 2);
    AssessorMatrix own =
        AssessorMatrices.of(
                cube,
                (stratum, grade) -> stratum == 0 ? 10 : 2,
                ReferenceKind.QA_VERDICTS,
                Claims.BOTH,
                0.95)
            .of(0);
    AssessorMatrix checks = matrices(chosenByGrade(), 1, 2).of(0);
    for (int r = 0; r < 2; r++) {
      for (int g = 0; g < 2; g++) {
        assertEquals(checks.gradeGivenReference(r, g), own.gradeGivenReference(r, g));
        assertEquals(checks.referenceGivenGrade(r, g), own.referenceGivenGrade(r, g));
      }
    }
    assertEquals(own.sums().weight, matrices(chosenByGrade(), 1, 2).team().sums().weight);
  }

  /** The one with grade B that is open could be any reference: 3 of 20 at most, of weights 2. */
  @Test
  void whatIsUnresolvedCountsAtItsWorst() {
    List<CheckCell> cells = new ArrayList<>(chosenByGrade().subList(0, 2));
    cells.add(cell(0, 1, 0.5, 1, 1, 7));
    cells.add(cell(0, 1, 0.5, 0, 1, 2));
    AssessorMatrix without = matrices(cells, 1, 2).of(0);
    cells.add(cell(0, 1, 0.5, CheckCell.PENDING, 1, 1));
    AssessorMatrix with = matrices(cells, 1, 2).of(0);
    MatrixShare open = with.referenceGivenGrade(0, 1);
    assertEquals(2.0 / 9, value(open), 1e-15);
    assertEquals(ProportionInterval.MID_P.of(3, 10, 0.95).upper(), open.interval().upper(), 1e-10);
    assertEquals(ProportionInterval.MID_P.of(2, 10, 0.95).lower(), open.interval().lower(), 1e-10);
    assertEquals(1, with.unresolved());
    MatrixShare row = with.gradeGivenReference(0, 1);
    assertEquals(value(without.gradeGivenReference(0, 1)), value(row), 1e-15);
    assertTrue(row.interval().upper() > without.gradeGivenReference(0, 1).interval().upper());
  }

  /** Two gradings of an item that was drawn are one check of twice the weight. */
  @Test
  void gradingsOfADrawnItem() {
    AssessorMatrix own =
        matrices(
                List.of(cell(0, 0, 5, 0.5, 1, 0, 2), cell(0, 0, CheckCell.ALONE, 0.5, 0, 0, 6)),
                1,
                2)
            .of(0);
    assertEquals(3, own.count(1, 0) + 1);
    assertEquals(16 + 6 * 4, own.sums().weightSquares, 1e-12);
    assertEquals(4.0 / 16, value(own.referenceGivenGrade(1, 0)), 1e-15);
  }

  @Test
  void nobodyAndNothing() {
    AssessorMatrices team = matrices(chosenByGrade(), 2, 3);
    AssessorMatrix unchecked = team.of(1);
    assertAll(
        () -> assertEquals(0, unchecked.gradings()),
        () ->
            assertEquals(
                Undefined.UNUSED_GRADE, unchecked.gradeGivenReference(0, 0).value().undefined()),
        () ->
            assertEquals(
                Undefined.UNUSED_GRADE, team.of(0).gradeGivenReference(2, 0).value().undefined()),
        () -> assertEquals(0.0, value(team.of(0).gradeGivenReference(0, 2))), // never given
        () -> assertTrue(team.of(0).gradeGivenReference(0, 2).interval().upper() > 0.02),
        () ->
            assertEquals(
                Undefined.NO_PAIRS,
                unchecked.rates(GradingScheme.ordered("A", "B", "C")).error().value().undefined()),
        () -> assertThrows(IllegalArgumentException.class, () -> team.of(2)),
        () ->
            assertThrows(
                IllegalArgumentException.class,
                () -> unchecked.rates(GradingScheme.ordered("A", "B"))));
  }

  @Test
  void withoutProbabilitiesOnlyWhatNeedsNone() {
    Gradings.Builder gradings = Gradings.builder(GradingScheme.ordered("A", "B"));
    for (int i = 0; i < 4; i++) {
      gradings.add("i" + i, "a1", i < 3 ? "A" : "B");
    }
    Verdicts.Builder random = Verdicts.builder(gradings.build());
    Verdicts.Builder targeted = Verdicts.builder(gradings.build());
    for (int i = 0; i < 4; i++) {
      random.add(i, "q1", i == 0 ? 1 : 0, i, selection(SelectionMethod.SRS));
      targeted.add(i, "q1", i == 0 ? 1 : 0, i, selection(SelectionMethod.TARGETED));
    }
    random.add(0, "q2", 0, 9, selection(SelectionMethod.SRS)); // not counted again
    AssessorMatrix srs = AssessorMatrices.counted(random.build(), 0.95).of(0);
    AssessorMatrix chosen = AssessorMatrices.counted(targeted.build(), 0.95).of(0);
    assertAll(
        () -> assertEquals(1, srs.count(1, 0)),
        () -> assertEquals(4, srs.gradings()),
        () -> assertEquals(1.0 / 3, value(srs.referenceGivenGrade(1, 0)), 1e-15),
        () ->
            assertEquals(
                Undefined.NOT_IDENTIFIED, srs.gradeGivenReference(1, 0).value().undefined()),
        () -> assertNull(srs.gradeGivenReference(1, 0).interval()),
        () -> assertEquals(1, chosen.count(1, 0)),
        () ->
            assertEquals(
                Undefined.NOT_IDENTIFIED, chosen.referenceGivenGrade(1, 0).value().undefined()),
        () ->
            assertEquals(
                Undefined.NOT_IDENTIFIED,
                srs.rates(GradingScheme.ordered("A", "B")).error().value().undefined()));
  }

  private static Selection selection(SelectionMethod method) {
    return new Selection(method, 0, "", Blindness.BLIND, false);
  }
}
