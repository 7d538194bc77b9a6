package org.assay.needs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assay.data.ErrorClass;
import org.assay.data.GradingScheme;
import org.assay.data.Selections.Blindness;
import org.assay.estimate.CheckCell;
import org.assay.estimate.DesignScope;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The numbers of {@link TrainingNeeds}, by hand. */
class NeedFiguresTest {
  private static final GradingScheme SCHEME =
      GradingScheme.ordered("A", "B", "C")
          .withSeverity(new double[][] {{0, 1, 2}, {1, 0, 3}, {2, 1, 0}});
  private static final NeedOptions OPTIONS = NeedOptions.usual().withSeverity(SCHEME);

  /** Person 0 gives C for B 10 times in 100, the two others twice in 100 each. */
  private static Cells three() {
    return new Cells().row(0, 1, 2, 10, 100).row(1, 1, 2, 2, 100).row(2, 1, 2, 2, 100);
  }

  @Nested
  class OneStratum {
    private final TrainingNeeds needs = TrainingNeeds.of(three().list(), 3, OPTIONS);
    private final PeerComparison first = needs.comparisons().get(0);

    /** P(X at least 10), 14 errors in 300 checks, 100 of them own: exact fractions, Python. */
    private static final double TAIL = 0.0032938220455020224;

    @Test
    void pValues() {
      assertEquals(TAIL / .8, first.tested().pValue(), 1e-12);
      assertEquals(3 * TAIL / .8, first.tested().adjusted(), 1e-12);
      assertEquals(TAIL, first.boundaries().get(0).tested().pValue(), 1e-12);
      assertEquals(3 * TAIL, first.boundaries().get(0).tested().adjusted(), 1e-12);
      assertEquals(1, needs.comparisons().get(1).tested().pValue());
    }

    @Test
    void effects() {
      Excess e = first.boundaries().get(0).excess();
      assertEquals(2, e.expected(), 1e-15);
      assertEquals(10 * 196 / (4.0 * 90), e.oddsRatio().value(), 1e-12);
      assertTrue(e.oddsRatioAtLeast() > 1 && e.oddsRatioAtLeast() < e.oddsRatio().value());
      assertEquals(3 * 8 / 100.0, first.boundaries().get(0).severityExcess(), 1e-15);
      assertEquals(3 * 8 / 100.0, first.severityExcess(), 1e-15);
    }

    /** Variance of the multiples: (64 + 16 + 16 less chance) / (4 + 36 + 36). */
    @Test
    void shrinkage() {
      double chance = 2 + 6 + 6 + (4 + 12 + 12) / 4.0; // expected, and its own variance
      double v = (64 + 16 + 16 - chance) / (4 + 36 + 36);
      assertEquals(2 * (1 + v * 10) / (1 + v * 2), first.all().shrunken(), 1e-12);
    }

    @Test
    void words() {
      assertEquals(Evidence.STRONG, first.tested().evidence());
      assertEquals(Evidence.NOT_DISTINGUISHABLE, needs.comparisons().get(1).tested().evidence());
      assertEquals(6, needs.possible()); // all errors and one mix-up of each
    }
  }

  /** Two strata: the law of the sum, by exact fractions (Python). */
  @Test
  void twoStreams() {
    Cells cells = three();
    cells.add(0, 0, 1, 1, 1, 35).add(0, 0, 1, 1, 2, 5);
    cells.add(1, 0, 1, 1, 1, 76).add(1, 0, 1, 1, 2, 4);
    PeerComparison first = TrainingNeeds.of(cells.list(), 3, OPTIONS).comparisons().get(0);
    assertEquals(0.0013061116200677166 / .8, first.tested().pValue(), 1e-12);
    assertEquals(2 + 2, first.all().expected(), 1e-12);
    double odds = (10 * 196 / 300.0 + 5 * 76 / 120.0) / (4 * 90 / 300.0 + 4 * 35 / 120.0);
    assertEquals(odds, first.all().oddsRatio().value(), 1e-12);
  }

  /** Nearly a million checks each: 3 % more errors are beyond chance, and not worth a name. */
  @Test
  void smallEffectsAreNotNamed() {
    Cells cells = new Cells();
    for (int person = 0; person < 4; person++) {
      cells.row(person, 1, 2, person == 0 ? 51_500 : 50_000, 900_000);
    }
    PeerComparison first = TrainingNeeds.of(cells.list(), 3, OPTIONS).comparisons().get(0);
    assertEquals(Evidence.SMALL, first.tested().evidence());
    assertFalse(first.named());
    assertEquals(List.of(), first.boundaries());
    assertTrue(first.all().oddsRatioAtLeast() > 1);
    PeerComparison named =
        TrainingNeeds.of(cells.list(), 3, OPTIONS.withLeastEffect(1)).comparisons().get(0);
    assertEquals(Evidence.STRONG, named.tested().evidence());
  }

  /** Ten of a hundred err twice as often: some are named beyond what Holm allows. */
  @Test
  void moderateEvidence() {
    Cells cells = new Cells();
    for (int person = 0; person < 40; person++) {
      cells.row(person, 1, 2, person < 20 ? 22 + person % 10 : 8, 200);
    }
    List<PeerComparison> all = TrainingNeeds.of(cells.list(), 3, OPTIONS).comparisons();
    assertTrue(all.stream().anyMatch(c -> c.tested().evidence() == Evidence.MODERATE));
    for (PeerComparison c : all) {
      assertEquals(c.named(), c.tested().adjusted() <= .05, c.toString());
      c.boundaries().forEach(b -> assertTrue(b.tested().adjusted() <= .05, b.toString()));
      assertTrue(!c.above() || c.named());
    }
  }

  @Nested
  class OfEverybody {
    /** Everybody gives C for B in about 15 %. */
    @Test
    void guideline() {
      Cells cells = new Cells();
      for (int person = 0; person < 6; person++) {
        cells.row(person, 1, 2, 14 + person % 3, 100).row(person, 0, 1, 1, 100);
      }
      TrainingNeeds needs = TrainingNeeds.of(cells.list(), 3, OPTIONS);
      assertEquals(1, needs.guideline().size());
      GuidelineNeed g = needs.guideline().get(0);
      assertEquals(List.of(1, 2), List.of(g.reference(), g.grade()));
      assertEquals(90, g.found());
      assertEquals(600, g.checked());
      assertEquals(new GuidelineNeed.Breadth(6, 6), g.breadth());
      assertEquals(.15, g.share().estimate(), 1e-12);
      assertTrue(g.share().atLeast() > .05 && g.share().atLeast() < .15);
      assertFalse(needs.comparisons().stream().anyMatch(PeerComparison::named));
    }

    /** One of six makes it in most cases: 10 % of all checks, and a personal matter. */
    @Test
    void oneIsNotEverybody() {
      Cells cells = new Cells();
      for (int person = 0; person < 6; person++) {
        cells.row(person, 1, 2, person == 3 ? 60 : 0, 100);
      }
      TrainingNeeds needs = TrainingNeeds.of(cells.list(), 3, OPTIONS);
      assertEquals(List.of(), needs.guideline());
      assertTrue(needs.comparisons().get(3).named());
    }
  }

  @Nested
  class OfCohorts {
    private static final Map<Integer, Integer> HALVES = Map.of(0, 7, 1, 7, 2, 7, 3, 8, 4, 8, 5, 8);

    private List<PeerComparison> cohorts(long... wrong) {
      Cells cells = new Cells();
      for (int person = 0; person < 6; person++) {
        cells.row(person, 1, 2, wrong[person], 200);
      }
      return TrainingNeeds.of(cells.list(), 3, OPTIONS.withCohorts(HALVES)).cohorts();
    }

    @Test
    void allOfACohort() {
      PeerComparison seven = cohorts(20, 22, 21, 5, 4, 6).get(0);
      assertEquals(7, seven.code());
      assertTrue(seven.named());
      assertEquals(63, seven.all().found());
      assertEquals(15, seven.all().expected(), 1e-12);
      assertEquals(1, seven.boundaries().size());
    }

    /** One member makes all the difference: that is not the cohort. */
    @Test
    void oneMemberIsNoCohort() {
      assertFalse(cohorts(53, 5, 5, 5, 4, 6).get(0).named());
    }
  }

  @Nested
  class OfTheTeam {
    /** The first has 10 of 300 checks wrong in C for B; with the others' share it would be 2. */
    @Test
    void fall() {
      List<CheckCell> cells = three().list();
      DesignScope team = DesignScope.of(cells, Blindness.BLIND);
      DesignScope own =
          DesignScope.of(cells.stream().filter(c -> c.assessor() == 0).toList(), Blindness.BLIND);
      Excess e =
          TrainingNeeds.of(cells, 3, OPTIONS).comparisons().get(0).boundaries().get(0).excess();
      ErrorClass mixUp = ErrorClass.pairs(SCHEME, List.of(List.of("B", "C")));
      TeamEffect t = TeamEffect.of(team, own, mixUp, e, 1, .95).orElseThrow();
      assertEquals(10 / 300.0, t.contribution(), 1e-12);
      assertEquals(8 / 300.0, t.fall(), 1e-12);
      // Clopper-Pearson for 10 of 100: .0490047 to .1762226
      assertEquals((4.90047 - 2) / 300, t.lower(), 1e-7);
      assertEquals((17.62226 - 2) / 300, t.upper(), 1e-7);
      assertTrue(t.shrunken() > 0 && t.shrunken() < t.fall());
    }

    @Test
    void nothingToFall() {
      List<CheckCell> cells = three().list();
      DesignScope team = DesignScope.of(cells, Blindness.BLIND);
      Excess none = new Excess(0, 100, 2, 1, org.assay.result.Outcome.of(0), 0, .95);
      assertEquals(
          Optional.empty(), TeamEffect.of(team, team, ErrorClass.any(SCHEME), none, 1, .95));
    }
  }

  @Test
  void arguments() {
    var effect =
        assertThrows(IllegalArgumentException.class, () -> NeedOptions.usual().withLeastEffect(.9));
    assertEquals("leastEffect must be at least 1 and finite, got 0.9", effect.getMessage());
    var severity =
        assertThrows(IllegalArgumentException.class, () -> TrainingNeeds.of(List.of(), 4, OPTIONS));
    assertTrue(severity.getMessage().contains("severity"), severity.getMessage());
  }
}
