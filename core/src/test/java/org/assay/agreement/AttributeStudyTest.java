package org.assay.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.assay.agreement.AttributeStudy.Appraiser;
import org.assay.agreement.AttributeStudy.Disagreement;
import org.assay.agreement.AttributeStudy.Ends;
import org.assay.agreement.AttributeStudy.ItemErrors;
import org.assay.agreement.AttributeStudy.Matched;
import org.assay.data.GradingScheme;
import org.assay.data.Gradings;
import org.assay.result.Undefined;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributeStudyTest {
  private static final GradingScheme SCHEME = GradingScheme.ordered("pass", "fail");

  /** Grades by item; in a text, a letter a trial: p or f, the assessors apart by blanks. */
  private static Gradings table(List<String> items) {
    Gradings.Builder builder = Gradings.builder(SCHEME);
    for (int item = 0; item < items.size(); item++) {
      String[] assessors = items.get(item).split(" ");
      for (int a = 0; a < assessors.length; a++) {
        for (char trial : assessors[a].toCharArray()) {
          if (trial != '-') {
            builder.add("i" + item, "a" + a, trial == 'p' ? "pass" : "fail");
          }
        }
      }
    }
    return builder.build();
  }

  private static AttributeStudy study(List<String> items, String standard) {
    int[] codes = standard.chars().map(c -> c == '-' ? -1 : c == 'p' ? 0 : 1).toArray();
    return AttributeStudy.of(table(items), codes, Ends.TWO_SIDED, 0.95);
  }

  private static String counts(Matched matched) {
    return matched.matched() + " of " + matched.inspected();
  }

  /**
   * Fifteen essays of Minitab's example of ordered grades: matched of 15, exact 95 % limits in per
   * cent, one-sided at the end (documentation of Attribute Agreement Analysis, essay data).
   */
  @ParameterizedTest
  @CsvSource({
    "8, 26.59, 78.73",
    "13, 59.54, 98.34",
    "14, 68.05, 99.83",
    "15, 81.90, 100.00",
    "6, 16.34, 67.71"
  })
  void limitsOfMinitab(int matched, double lower, double upper) {
    Matched m = Matched.of(matched, 15, Ends.ONE_SIDED_AT_THE_END, 0.95);
    assertEquals(lower, 100 * m.interval().lower(), 0.005);
    assertEquals(upper, 100 * m.interval().upper(), 0.005);
    assertEquals(
        matched == 15 ? "clopperPearson, one-sided at the end" : "clopperPearson",
        m.interval().method());
  }

  /** At an end ours is .025^(1/15), theirs .05^(1/15); without items nothing is known. */
  @Test
  void endsAndNothing() {
    double ours = Matched.of(15, 15, Ends.TWO_SIDED, 0.95).interval().lower();
    assertEquals(Math.pow(0.025, 1 / 15.0), ours, 1e-12);
    Matched none = Matched.of(0, 15, Ends.ONE_SIDED_AT_THE_END, 0.95);
    assertEquals(1 - Math.pow(0.05, 1 / 15.0), none.interval().upper(), 1e-12);
    assertEquals(0, none.interval().lower());
    Matched nothing = Matched.of(0, 0, Ends.ONE_SIDED_AT_THE_END, 0.95);
    assertEquals(1, nothing.interval().width());
  }

  /** Two assessors, two trials, six items; every count by hand. */
  @Test
  void allFourQuestions() {
    List<String> items = List.of("pp pp", "ff ff", "pf pp", "ff pp", "pp ff", "ff ff");
    AttributeStudy study = study(items, "pfpppf");
    Appraiser first = study.appraisers().get(0);
    assertEquals("5 of 6", counts(first.within()));
    assertEquals("6 of 6", counts(study.appraisers().get(1).within()));
    assertEquals("4 of 6", counts(first.againstStandard()));
    assertEquals("5 of 6", counts(study.appraisers().get(1).againstStandard()));
    assertEquals("3 of 6", counts(study.between()));
    assertEquals("3 of 6", counts(study.allAgainstStandard()));
    assertEquals(new Disagreement(1, 4, 0, 2, 1, 6), first.disagreement());
    assertEquals(
        List.of(new ItemErrors(3, 4, 2), new ItemErrors(4, 4, 2), new ItemErrors(2, 4, 1)),
        study.items());
  }

  /**
   * Kappas by hand: trials pfpfpf and pfffpf, standard pfpppf; with the standard the mean of the
   * trials' Scott's pi.
   */
  @Test
  void kappas() {
    List<String> items = List.of("pp", "ff", "pf", "ff", "pp", "ff");
    AttributeStudy study = study(items, "pfpppf");
    Appraiser only = study.appraisers().get(0);
    double passes = 5 / 12.0; // of both trials
    double chance = passes * passes + (1 - passes) * (1 - passes);
    double within = (5 / 6.0 - chance) / (1 - chance);
    assertEquals(within, only.withinKappa().all().value().value(), 1e-12);
    assertEquals(within, only.withinKappa().byGrade().get(0).value().value(), 1e-12); // two grades
    double one = pi(5, 7); // three passes, and four of the standard
    double two = pi(4, 6); // two
    assertEquals((one + two) / 2, only.standardKappa().all().value(), 1e-12);
    // Two grades: tau-b is the phi coefficient of the table.
    double phiOne = (3 * 2 - 1 * 0) / Math.sqrt(4 * 2 * 3 * 3);
    double phiTwo = (2 * 2 - 2 * 0) / Math.sqrt(4 * 2 * 2 * 4);
    assertEquals((phiOne + phiTwo) / 2, only.standardKappa().order().value(), 1e-12);
    assertTrue(only.withinOrder().value() > 0.5);
  }

  // Scott's pi of six pairs with so many alike and so many passes on both sides.
  private static double pi(int alike, int passes) {
    double p = passes / 12.0;
    double chance = p * p + (1 - p) * (1 - p);
    return (alike / 6.0 - chance) / (1 - chance);
  }

  /** Trials may be missing, standards too, and nobody needs to repeat. */
  @Test
  void anUnbalancedStudy() {
    AttributeStudy study = study(List.of("p p", "f -", "pp f", "fff ff"), "p--f");
    Appraiser first = study.appraisers().get(0);
    assertEquals("2 of 2", counts(first.within()));
    assertEquals("2 of 2", counts(first.againstStandard()));
    assertEquals("2 of 3", counts(study.between()));
    assertEquals("2 of 2", counts(study.allAgainstStandard()));
    assertEquals("1 of 1", counts(study.appraisers().get(1).within()));
    AttributeStudy none = study(List.of("p p", "f p"), "--");
    assertEquals("0 of 0", counts(none.allAgainstStandard()));
    assertEquals(Undefined.NO_PAIRS, none.allKappa().all().undefined());
    assertEquals("0 of 0", counts(none.appraisers().get(0).within()));
    assertEquals(Undefined.NOT_APPLICABLE, none.appraisers().get(0).withinOrder().undefined());
  }

  /** Trials are in the order of their times, whatever the order of the rows. */
  @Test
  void trialsAreInOrderOfTime() {
    Gradings.Builder late = Gradings.builder(SCHEME).withTime();
    Gradings.Builder early = Gradings.builder(SCHEME).withTime();
    int[] standard = new int[12];
    for (int i = 0; i < 12; i++) {
      standard[i] = i % 2;
      int second = i % 3 == 0 ? 1 : 0;
      late.add("i" + i, "a", second, 2);
      late.add("i" + i, "a", i % 2, 1);
      early.add("i" + i, "a", i % 2, 1);
      early.add("i" + i, "a", second, 2);
    }
    assertEquals(
        AttributeStudy.of(early.build(), standard, Ends.TWO_SIDED, 0.95),
        AttributeStudy.of(late.build(), standard, Ends.TWO_SIDED, 0.95));
  }

  @Test
  void standardsAreOfTheScheme() {
    Gradings gradings = table(List.of("p", "f"));
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> AttributeStudy.of(gradings, new int[] {0, 2}, Ends.TWO_SIDED, 0.95));
    assertEquals("standard of item 1 must be in [-1, 1], got 2", e.getMessage());
    e =
        assertThrows(
            IllegalArgumentException.class,
            () -> AttributeStudy.of(gradings, new int[1], Ends.TWO_SIDED, 0.95));
    assertEquals("standard must have one entry per item, 2, got 1", e.getMessage());
  }

  /** With k assessors and no errors everything matches, and every kappa is 1. */
  @Test
  void perfection() {
    AttributeStudy study =
        study(
            IntStream.range(0, 20).mapToObj(i -> i % 2 == 0 ? "ppp ppp" : "fff fff").toList(),
            "pf".repeat(10));
    assertEquals("20 of 20", counts(study.allAgainstStandard()));
    assertEquals(1, study.betweenKappa().all().value().value());
    assertEquals(1, study.allKappa().all().value());
    assertEquals(1, study.allKappa().order().value());
    assertEquals(1, study.betweenOrder().value(), 1e-12);
    assertEquals(List.of(), study.items());
  }
}
