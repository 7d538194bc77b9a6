package org.assay.simulate;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;
import org.assay.simulate.QaDesign.RandomChecks;
import org.assay.simulate.QaDesign.ReviewerProfile;
import org.assay.simulate.QaDesign.TargetedChecks;

/** Selects gradings and checks them. */
final class QaOffice {
  private final Team team;
  private final QaDesign design;
  private final int grades;

  QaOffice(Team team) {
    this.team = team;
    this.design = team.checks();
    this.grades = team.grading().grades().size();
  }

  /** Random checks of one assessor's week, stratified by assigned grade. */
  void random(int assessor, int week, List<Row> rows, List<Review> reviews) {
    RandomChecks own = team.assessors().get(assessor).checks();
    RandomChecks checks = own == null ? design.random() : own;
    Set<Integer> planted = plantedErrors(assessor, checks);
    Draws draws = Draws.of(team.seed(), Draws.Purpose.RANDOM_CHECKS, assessor, week);
    int slot = weeksBefore(assessor, week) * grades * checks.perStratum();
    int[] stratum = new int[rows.size()];
    for (int grade = 0; grade < grades; grade++) {
      int size = 0;
      for (int i = 0; i < stratum.length; i++) {
        if (rows.get(i).grade == grade) {
          stratum[size++] = i;
        }
      }
      int n = Math.min(checks.perStratum(), size);
      draws.sampleToFront(stratum, size, n);
      // The first of a sample in random order are blind, which keeps the share in every stratum.
      int blind = (int) (n * checks.blindShare() + draws.uniform());
      for (int i = 0; i < n; i++) {
        Row row = rows.get(stratum[i]);
        boolean isBlind = i < blind;
        int verdict;
        ReviewerProfile reviewer = reviewer(draws);
        if (planted == null) {
          verdict = verdict(draws, row, isBlind, reviewer);
        } else {
          row.reference =
              planted.contains(slot + grade * checks.perStratum() + i)
                  ? neighbour(draws, row.grade)
                  : row.grade;
          verdict = row.reference;
        }
        reviews.add(
            review(
                draws,
                row,
                SelectionMethod.STRATIFIED,
                (double) n / size,
                isBlind,
                reviewer.id(),
                verdict));
      }
    }
  }

  /** Targeted checks of the team's week among gradings not checked yet. */
  void targeted(int week, List<Row> rows, List<Review> reviews) {
    TargetedChecks checks = design.targeted();
    Draws draws = Draws.of(team.seed(), Draws.Purpose.TARGETED_CHECKS, 0, week);
    int[] risky = new int[rows.size()];
    int size = 0;
    for (int i = 0; i < risky.length; i++) {
      Row row = rows.get(i);
      boolean looksRisky = row.hard || draws.chance(checks.easyChance());
      if (looksRisky && !row.checked && team.assessors().get(row.assessor).checks() == null) {
        risky[size++] = i;
      }
    }
    int n = Math.min(checks.perWeek(), size);
    draws.sampleToFront(risky, size, n);
    Arrays.sort(risky, 0, n);
    for (int i = 0; i < n; i++) {
      Row row = rows.get(risky[i]);
      boolean blind = draws.chance(checks.blindShare());
      ReviewerProfile reviewer = reviewer(draws);
      int verdict = verdict(draws, row, blind, reviewer);
      reviews.add(review(draws, row, SelectionMethod.TARGETED, 0, blind, reviewer.id(), verdict));
    }
  }

  /** The verdict on a seeded item: its reference, a second after the grading. */
  Review seeded(Row row) {
    row.checked = true;
    return new Review(
        row,
        SelectionMethod.SEEDED,
        0,
        Blindness.BLIND,
        team.seeded().panel(),
        row.reference,
        row.time + 1000);
  }

  private Review review(
      Draws draws,
      Row row,
      SelectionMethod method,
      double probability,
      boolean blind,
      String reviewer,
      int verdict) {
    row.checked = true;
    double days =
        design.lagMedianDays()
            * StrictMath.exp(design.lagSpread() * draws.normal())
            * (row.hard ? design.hardLagFactor() : 1);
    long seconds = 1 + (long) (days * 86_400);
    return new Review(
        row,
        method,
        probability,
        blind ? Blindness.BLIND : Blindness.NON_BLIND,
        reviewer,
        verdict,
        row.time + 1000 * seconds);
  }

  private ReviewerProfile reviewer(Draws draws) {
    return design.reviewers().get(draws.index(design.reviewers().size()));
  }

  // The QA officer's own grade, a visible wrong grade accepted now and then, adjudication when the
  // two still differ.
  private int verdict(Draws draws, Row row, boolean blind, ReviewerProfile reviewer) {
    boolean correct = draws.chance(row.hard ? reviewer.hardCorrect() : reviewer.easyCorrect());
    int own = correct ? row.reference : neighbour(draws, row.reference);
    if (!blind && row.grade != row.reference && draws.chance(reviewer.deference())) {
      return row.grade;
    }
    boolean overruled = own != row.grade && draws.chance(design.adjudicationCorrect());
    return overruled ? row.reference : own;
  }

  private int neighbour(Draws draws, int grade) {
    if (grade == 0) {
      return 1;
    }
    return grade == grades - 1 || draws.chance(0.5) ? grade - 1 : grade + 1;
  }

  private int weeksBefore(int assessor, int week) {
    int weeks = 0;
    for (int w = 1; w < week; w++) {
      weeks += team.assessors().get(assessor).works(w) ? 1 : 0;
    }
    return weeks;
  }

  // Places of the planted errors among all checks of an assessor, or null when left to chance.
  private Set<Integer> plantedErrors(int assessor, RandomChecks checks) {
    if (checks.plantedErrors() == null) {
      return null;
    }
    int weeks = weeksBefore(assessor, team.calendar().weeks() + 1);
    int[] places = new int[weeks * grades * checks.perStratum()];
    if (checks.plantedErrors() > places.length) {
      throw new IllegalArgumentException(
          "plantedErrors must be at most the "
              + places.length
              + " checks, got "
              + checks.plantedErrors());
    }
    Arrays.setAll(places, i -> i);
    Draws.of(team.seed(), Draws.Purpose.PLANTED_ERRORS, assessor, 0)
        .sampleToFront(places, places.length, checks.plantedErrors());
    Set<Integer> chosen = new HashSet<>();
    for (int i = 0; i < checks.plantedErrors(); i++) {
      chosen.add(places[i]);
    }
    return chosen;
  }
}
