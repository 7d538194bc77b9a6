package org.assay.simulate;

import java.util.HashSet;
import java.util.List;
import org.assay.internal.Check;

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
}
