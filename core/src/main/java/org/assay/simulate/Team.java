package org.assay.simulate;

import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import org.assay.data.ErrorClass;
import org.assay.data.GradingScheme;
import org.assay.internal.Check;
import org.assay.simulate.QaDesign.RandomChecks;
import org.assay.simulate.ShiftCalendar.Weeks;

/**
 * Everything that a simulation is made from. The records of this package are the fields of the
 * parameter file; weeks count from 1, probabilities lie in [0, 1].
 *
 * @param seed start of all randomness; the same seed gives the same rows
 * @param unit unit id of every grading
 * @param calendar when the team works
 * @param grading how the typical assessor grades
 * @param streams routes by which items arrive; their shares sum to 1
 * @param assessors the people
 * @param boundaryChanges cells in which an assessor differs from the typical one
 * @param mixChanges changes in what arrives
 * @param extraGradings single gradings at given moments
 * @param checks what QA checks
 * @param seeded items with a reference agreed beforehand, or null
 * @param overlaps items graded by several assessors
 * @param clutter rows that do not belong, or null
 */
public record Team(
    long seed,
    String unit,
    ShiftCalendar calendar,
    GradingModel grading,
    List<ItemStream> streams,
    List<AssessorProfile> assessors,
    List<BoundaryChange> boundaryChanges,
    List<MixChange> mixChanges,
    List<ExtraGrading> extraGradings,
    QaDesign checks,
    SeededItems seeded,
    List<OverlapItems> overlaps,
    Clutter clutter) {

  public Team {
    Valid.id("unit", unit);
    Valid.required("calendar", calendar);
    Valid.required("grading", grading);
    Valid.required("checks", checks);
    streams = Valid.orEmpty(streams);
    assessors = Valid.orEmpty(assessors);
    boundaryChanges = Valid.orEmpty(boundaryChanges);
    mixChanges = Valid.orEmpty(mixChanges);
    extraGradings = Valid.orEmpty(extraGradings);
    overlaps = Valid.orEmpty(overlaps);
    clutter = clutter == null ? Clutter.NONE : clutter;
    Check.atLeast("number of assessors", 1, assessors.size());
    Valid.distribution("shares of streams", streams.stream().map(ItemStream::share).toList());

    List<String> grades = grading.grades();
    List<String> people = assessors.stream().map(AssessorProfile::id).toList();
    List<String> routes = streams.stream().map(ItemStream::id).toList();
    different("assessor ids", people);
    different("stream ids", routes);
    for (ItemStream s : streams) {
      Valid.size("prevalence", s.prevalence(), grades.size(), "grades");
    }
    for (AssessorProfile a : assessors) {
      if (!a.shares().isEmpty()) {
        Valid.size("shares", a.shares(), streams.size(), "streams");
      }
    }
    for (BoundaryChange c : boundaryChanges) {
      Valid.oneOf("assessor of a boundary change", c.assessor(), people);
      Valid.oneOf("reference of a boundary change", c.reference(), grades);
      Valid.oneOf("grade of a boundary change", c.grade(), grades);
    }
    for (MixChange c : mixChanges) {
      Valid.size("shares of a mix change", c.shares(), streams.size(), "streams");
    }
    for (ExtraGrading e : extraGradings) {
      Valid.oneOf("assessor of an extra grading", e.assessor(), people);
      int week = calendar.week(e.millis());
      if (week < 1
          || week > calendar.weeks()
          || !assessors.get(people.indexOf(e.assessor())).works(week)) {
        throw new IllegalArgumentException(
            "an extra grading must fall into a week in which its assessor works, got " + e);
      }
    }
    if (seeded != null) {
      seeded.assessors().forEach(a -> Valid.oneOf("assessor of seeded items", a, people));
      Valid.oneOf("stream of seeded items", seeded.stream(), routes);
      Valid.size("prevalence of seeded items", seeded.prevalence(), grades.size(), "grades");
    }
    for (OverlapItems o : overlaps) {
      o.assessors().forEach(a -> Valid.oneOf("assessor of overlap items", a, people));
      Valid.oneOf("stream of overlap items", o.stream(), routes);
    }
    if (grades.contains(clutter.unknownGrade())) {
      throw new IllegalArgumentException(
          "unknownGrade must not be one of " + grades + ", got " + clutter.unknownGrade());
    }
  }

  private static void different(String name, List<String> ids) {
    if (new HashSet<>(ids).size() < ids.size()) {
      throw new IllegalArgumentException(name + " must differ, got " + ids);
    }
  }

  /**
   * The same team with another seed.
   *
   * @param newSeed start of all randomness
   * @return a new team
   */
  public Team withSeed(long newSeed) {
    return new Team(
        newSeed,
        unit,
        calendar,
        grading,
        streams,
        assessors,
        boundaryChanges,
        mixChanges,
        extraGradings,
        checks,
        seeded,
        overlaps,
        clutter);
  }

  /**
   * The same team without rows that do not belong.
   *
   * @return a new team
   */
  public Team withoutClutter() {
    return new Team(
        seed,
        unit,
        calendar,
        grading,
        streams,
        assessors,
        boundaryChanges,
        mixChanges,
        extraGradings,
        checks,
        seeded,
        overlaps,
        null);
  }

  /**
   * An assessor: how much they grade, when, from which streams, and how often they err.
   *
   * @param id pseudonym
   * @param gradingsPerWeek mean of the Poisson number of gradings in a week
   * @param errorFactor factor on every error probability of the {@link GradingModel}
   * @param active weeks between joining and leaving; null for all
   * @param absences weeks without work
   * @param shares share of each stream; empty for the team's
   * @param checks random checks of this assessor when they differ from the team's, else null; the
   *     assessor is then never picked for targeted checks
   */
  public record AssessorProfile(
      String id,
      double gradingsPerWeek,
      double errorFactor,
      Weeks active,
      List<Weeks> absences,
      List<Double> shares,
      RandomChecks checks) {

    public AssessorProfile {
      Valid.id("assessor id", id);
      Check.positive("gradingsPerWeek", gradingsPerWeek);
      Check.finite("errorFactor", errorFactor);
      if (errorFactor < 0) {
        throw new IllegalArgumentException("errorFactor must be >= 0, got " + errorFactor);
      }
      absences = Valid.orEmpty(absences);
      shares =
          shares == null || shares.isEmpty() ? List.of() : Valid.distribution("shares", shares);
    }

    /**
     * Whether the assessor works in a week.
     *
     * @param week counted from 1
     * @return true when active and not absent
     */
    public boolean works(int week) {
      return (active == null || active.contains(week))
          && absences.stream().noneMatch(a -> a.contains(week));
    }
  }

  /**
   * A route by which items arrive.
   *
   * @param id stream id
   * @param share share of the stream in what arrives for an assessor without shares of their own
   * @param prevalence share of each reference grade
   * @param hardShare share of hard items
   */
  public record ItemStream(String id, double share, List<Double> prevalence, double hardShare) {
    public ItemStream {
      Valid.id("stream id", id);
      Check.closedUnit("share", share);
      prevalence = Valid.distribution("prevalence", prevalence);
      Check.closedUnit("hardShare", hardShare);
    }
  }

  /**
   * One more grading at a given moment, for example in the hour that a clock change repeats.
   *
   * @param assessor who
   * @param at when, inside the simulated weeks
   */
  public record ExtraGrading(String assessor, OffsetDateTime at) {
    public ExtraGrading {
      Valid.required("assessor", assessor);
      Valid.required("at", at);
    }

    long millis() {
      return at.toInstant().toEpochMilli();
    }
  }

  /**
   * Items graded independently by several assessors, for agreement.
   *
   * @param stream stream id the items come from
   * @param perWeek items per week
   * @param assessors who grades them, in weeks in which all of them work
   */
  public record OverlapItems(String stream, int perWeek, List<String> assessors) {
    public OverlapItems {
      Check.atLeast("perWeek", 0, perWeek);
      assessors = Valid.orEmpty(assessors);
      Check.atLeast("number of assessors", 2, assessors.size());
    }
  }

  /**
   * A change in what arrives while nobody changes how they grade.
   *
   * @param weeks when
   * @param shares share of each stream in these weeks, for assessors without shares of their own
   */
  public record MixChange(Weeks weeks, List<Double> shares) {
    public MixChange {
      Valid.required("weeks", weeks);
      shares = Valid.distribution("shares", shares);
    }
  }

  /**
   * One cell of one assessor's confusion matrix that differs from the typical assessor's: a
   * boundary that is confused, for the whole year or for some weeks (drift). What the cell gains or
   * loses, the correct grade loses or gains.
   *
   * @param assessor who
   * @param reference reference grade
   * @param grade grade given instead
   * @param weeks when; null for always
   * @param easy P(grade | reference) for easy items
   * @param hard the same for hard items
   */
  public record BoundaryChange(
      String assessor, String reference, String grade, Weeks weeks, double easy, double hard) {

    public BoundaryChange {
      Check.closedUnit("easy", easy);
      Check.closedUnit("hard", hard);
      if (Valid.required("reference", reference).equals(Valid.required("grade", grade))) {
        throw new IllegalArgumentException("grade must differ from reference, got " + grade);
      }
    }
  }

  /**
   * Rows that every real export has and that must be accounted for: each is one more row beside the
   * clean ones, so the counts are exact.
   *
   * @param exactDuplicates gradings that stand twice
   * @param conflictingDuplicates gradings that stand again with another grade
   * @param unknownGrades gradings with a grade outside the scheme
   * @param unknownGrade the grade they carry
   * @param formulaItems gradings of items whose id begins with =, harmless until a spreadsheet
   *     opens an export
   * @param earlyVerdicts verdicts dated before their grading
   * @param selfReviews verdicts by the assessor who graded
   */
  public record Clutter(
      int exactDuplicates,
      int conflictingDuplicates,
      int unknownGrades,
      String unknownGrade,
      int formulaItems,
      int earlyVerdicts,
      int selfReviews) {

    /** No such rows. */
    public static final Clutter NONE = new Clutter(0, 0, 0, "X", 0, 0, 0);

    public Clutter {
      Check.atLeast("exactDuplicates", 0, exactDuplicates);
      Check.atLeast("conflictingDuplicates", 0, conflictingDuplicates);
      Check.atLeast("unknownGrades", 0, unknownGrades);
      Valid.id("unknownGrade", unknownGrade);
      Check.atLeast("formulaItems", 0, formulaItems);
      Check.atLeast("earlyVerdicts", 0, earlyVerdicts);
      Check.atLeast("selfReviews", 0, selfReviews);
    }
  }

  /**
   * Items with a reference agreed beforehand, graded once by each of several assessors.
   *
   * @param items number of items
   * @param weeks when they are graded
   * @param assessors who grades them; somebody away in an item's week grades it in the next week of
   *     work
   * @param stream stream id they arrive under
   * @param prevalence share of each reference grade
   * @param hardShare share of hard items
   * @param panel reviewer id of their verdicts
   * @param copies who takes grades over from whom
   */
  public record SeededItems(
      int items,
      Weeks weeks,
      List<String> assessors,
      String stream,
      List<Double> prevalence,
      double hardShare,
      String panel,
      List<Copying> copies) {

    /**
     * An assessor who takes over another's grade now and then.
     *
     * @param from whose grade; must stand before {@code to} in the list of assessors
     * @param to who takes it over
     * @param chance probability, item by item
     */
    public record Copying(String from, String to, double chance) {
      public Copying {
        Check.closedUnit("chance", chance);
      }
    }

    public SeededItems {
      Check.atLeast("items", 0, items);
      Valid.required("weeks", weeks);
      assessors = Valid.orEmpty(assessors);
      prevalence = Valid.distribution("prevalence", prevalence);
      Check.closedUnit("hardShare", hardShare);
      Valid.id("panel", panel);
      copies = Valid.orEmpty(copies);
      for (Copying c : copies) {
        int from = assessors.indexOf(c.from);
        if (from < 0 || from >= assessors.indexOf(c.to)) {
          throw new IllegalArgumentException(
              "copies must lead from one of the assessors to a later one, got " + c);
        }
      }
    }
  }

  /**
   * How the typical assessor grades: the probability of each grade given the reference grade, for
   * easy and for hard items. Whether an item is hard shows in no file.
   *
   * @param grades labels in order
   * @param critical the critical mix-ups, at least one, each [reference grade, assigned grade]
   * @param easy K x K, easy[reference][grade]; each row sums to 1
   * @param hard the same for hard items
   */
  public record GradingModel(
      List<String> grades,
      List<List<String>> critical,
      List<List<Double>> easy,
      List<List<Double>> hard) {

    public GradingModel {
      grades = List.copyOf(Valid.required("grades", grades));
      Check.atLeast("number of grades", 2, grades.size());
      grades.forEach(g -> Valid.id("grade", g));
      critical = Valid.orEmpty(critical);
      Check.atLeast("number of critical mix-ups", 1, critical.size());
      easy = matrix("easy", easy, grades.size());
      hard = matrix("hard", hard, grades.size());
    }

    private static List<List<Double>> matrix(String name, List<List<Double>> rows, int k) {
      Valid.size(name, Valid.required(name, rows), k, "grades");
      for (List<Double> row : rows) {
        Valid.distribution("a row of " + name, row);
        Valid.size("a row of " + name, row, k, "grades");
      }
      return rows.stream().map(List::copyOf).toList();
    }

    /**
     * The scheme of the grades.
     *
     * @return ordered grades with scores 1..K
     */
    public GradingScheme scheme() {
      return GradingScheme.ordered(grades.toArray(String[]::new));
    }

    /**
     * The critical mix-ups.
     *
     * @return the class of the listed pairs
     */
    public ErrorClass criticalErrors() {
      return ErrorClass.pairs(scheme(), critical);
    }
  }
}
