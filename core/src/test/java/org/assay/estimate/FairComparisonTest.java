package org.assay.estimate;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.assay.data.ErrorClass;
import org.assay.data.GradingScheme;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;
import org.assay.estimate.FairComparison.Person;
import org.assay.estimate.FairComparison.Reversal;
import org.assay.result.Undefined;
import org.junit.jupiter.api.Test;

class FairComparisonTest {
  private static final ErrorClass ANY = ErrorClass.any(GradingScheme.ordered("A", "B"));

  /** Checks of an assessor in a stream, all of reference A. */
  private static void add(
      List<CheckCell> cells, int assessor, int stream, double pi, long errors, long clean) {
    for (int grade = 0; grade < 2; grade++) {
      long n = grade == 0 ? clean : errors;
      if (n > 0) {
        cells.add(
            new CheckCell(
                assessor,
                0,
                0,
                stream,
                assessor * 2 + stream,
                Blindness.BLIND,
                SelectionMethod.STRATIFIED,
                CheckCell.ALONE,
                pi,
                0,
                grade,
                n));
      }
    }
  }

  private static FairComparison compare(List<CheckCell> cells) {
    return FairComparison.of(cells, CheckWeights.of(cells, Blindness.BLIND), ANY, 0.95);
  }

  private static double value(MatrixShare share) {
    return share.value().value();
  }

  /** Of two kinds of work: 1 in 100 wrong, 1 in 10 wrong; two people have mostly the easy one. */
  private static List<CheckCell> team(long easy, long hard) {
    List<CheckCell> cells = new ArrayList<>();
    for (int a = 0; a < 2; a++) {
      add(cells, a, 0, 1, 8, 792);
      add(cells, a, 1, 1, 20, 180);
    }
    add(cells, 2, 0, 1, easy, 200 - easy);
    add(cells, 2, 1, 1, hard, 800 - hard);
    return cells;
  }

  @Test
  void sameSharesInOtherWork() {
    FairComparison f = compare(team(2, 80));
    Person third = f.people().get(2);
    double team = 138.0 / 3000;
    assertAll(
        () -> assertEquals(team, f.team().value(), 1e-15),
        () -> assertEquals(0.082, value(third.crude()), 1e-15),
        () -> assertEquals((0.2 * 16 / 1600 + 0.8 * 40 / 400), third.expected().value(), 1e-15),
        () -> assertEquals(team, value(third.indirect()), 1e-12),
        () -> assertEquals((1800 * 0.01 + 1200 * 0.1) / 3000, value(third.direct()), 1e-12),
        () -> assertEquals(team, third.indirect().shrunken().value(), 1e-12),
        () -> assertEquals(0, f.dispersion().variance()),
        () -> assertTrue(third.limits().lower() < team && team < third.limits().upper()),
        () -> assertTrue(third.limits().lowerAll() < third.limits().lower()),
        () -> assertTrue(third.limits().upperAll() > third.limits().upper()));
  }

  /** The third is the best at both kinds of work, and has the highest crude rate. */
  @Test
  void theOrderTurnsRound() {
    FairComparison f = compare(team(1, 56));
    Person third = f.people().get(2);
    assertEquals(0.057, value(third.crude()), 1e-15);
    assertTrue(value(third.indirect()) < value(f.people().get(0).indirect()));
    assertTrue(value(third.direct()) < value(f.people().get(0).direct()));
    assertEquals(2, f.reversedPairs());
    assertEquals(List.of(new Reversal(0, 2), new Reversal(1, 2)), f.reversals(9));
    assertEquals(1, f.reversals(1).size());
    assertEquals(
        List.of(0, 1, 2), f.people().stream().map(Person::assessor).toList()); // nobody is ranked
  }

  /** Half the gradings of the hard work were checked by the others: each check counts twice. */
  @Test
  void weightsCount() {
    List<CheckCell> cells = new ArrayList<>();
    add(cells, 0, 0, 1, 8, 792);
    add(cells, 0, 1, 0.5, 20, 180);
    add(cells, 1, 0, 1, 2, 198);
    add(cells, 1, 1, 1, 80, 720);
    Person first = compare(cells).people().get(0);
    assertEquals((8 + 40) / 1200.0, value(first.crude()), 1e-15);
    assertEquals((800 * 0.01 + 400 * 0.1) / 1200, first.expected().value(), 1e-15);
  }

  @Test
  void tooFewChecks() {
    List<CheckCell> cells = team(2, 80);
    add(cells, 3, 0, 1, 3, 37);
    Person newcomer = compare(cells).people().get(3);
    assertAll(
        () -> assertEquals(3.0 / 40, value(newcomer.crude()), 1e-15),
        () -> assertEquals(Undefined.TOO_FEW_ITEMS, newcomer.indirect().value().undefined()),
        () -> assertEquals(Undefined.TOO_FEW_ITEMS, newcomer.direct().value().undefined()),
        () -> assertNull(newcomer.limits()));
  }

  @Test
  void workThatSomebodyNeverHad() {
    List<CheckCell> cells = team(2, 80);
    add(cells, 3, 0, 1, 4, 396);
    Person fourth = compare(cells).people().get(3);
    assertEquals(0.01, fourth.expected().value(), 1e-15);
    assertEquals(Undefined.TOO_FEW_ITEMS, fourth.direct().value().undefined()); // 35 % not seen
  }

  @Test
  void peopleWhoDifferWidenTheFunnel() {
    List<CheckCell> cells = new ArrayList<>();
    for (int a = 0; a < 10; a++) {
      add(cells, a, 0, 1, a % 2 == 0 ? 50 : 150, a % 2 == 0 ? 950 : 850);
    }
    FairComparison f = compare(cells);
    assertTrue(f.dispersion().variance() > 0.001);
    Person first = f.people().get(0);
    assertTrue(first.limits().lower() < 0.05 && first.limits().upper() > 0.15);
    double shrunken = first.indirect().shrunken().value();
    assertTrue(shrunken > value(first.indirect()) && shrunken < 0.06);
  }

  @Test
  void nothing() {
    FairComparison none = compare(List.of());
    assertEquals(List.of(), none.people());
    assertEquals(Undefined.TOO_FEW_ITEMS, none.team().undefined());
  }

  /**
   * Ten people alike in 300 checks of two kinds of work each: how many stand outside the limits for
   * one look. Of 4,000 at nominal 5 %, exact limits joined between whole numbers leave out 5 % at
   * most; the chance of a count outside 120 to 260 is below 1e-6 for shares of 3.5 to 5.5 %.
   */
  @Test
  void funnelOfPeopleWhoAreAlike() {
    var random = new SplittableRandom(7);
    int outside = 0;
    for (int t = 0; t < 400; t++) {
      List<CheckCell> cells = new ArrayList<>();
      for (int a = 0; a < 10; a++) {
        for (int stream = 0; stream < 2; stream++) {
          long n = a % 2 == stream ? 200 : 100;
          long errors = 0;
          for (int i = 0; i < n; i++) {
            errors += random.nextDouble() < (stream == 0 ? 0.03 : 0.12) ? 1 : 0;
          }
          add(cells, a, stream, 1, errors, n - errors);
        }
      }
      for (Person p : compare(cells).people()) {
        double y = value(p.indirect());
        outside += y < p.limits().lower() || y > p.limits().upper() ? 1 : 0;
      }
    }
    int found = outside;
    assertTrue(found >= 120 && found <= 260, () -> found + " of 4,000");
  }
}
