package org.assay.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assay.count.ConfusionCube;
import org.assay.count.WeightedConfusion;
import org.assay.data.Gradings;
import org.assay.data.Selections;
import org.assay.data.Verdicts;
import org.assay.estimate.AssessorMatrix.Claims;
import org.assay.estimate.AssessorMatrix.Frame;
import org.assay.estimate.ReferenceMatrix.ReferenceKind;
import org.assay.internal.Check;
import org.assay.result.Outcome;

/**
 * The confusion matrices of a team against one kind of reference, and of all of it together.
 *
 * <p><b>Cost.</b> One pass over the cells that occur; limits when a share is asked for, about 25
 * microseconds each. An assessor without a check has an empty matrix, whose shares are undefined.
 * Immutable and thread-safe.
 */
public final class AssessorMatrices {
  private final List<AssessorMatrix> matrices;
  private final AssessorMatrix team;
  private final TeamRows rows;
  private final TeamRows columns;

  private AssessorMatrices(
      List<MatrixSums> people, MatrixSums team, ReferenceKind kind, Claims claims, double level) {
    this.rows = new TeamRows(team, people, true);
    this.columns = new TeamRows(team, people, false);
    Frame frame =
        new Frame(
            kind,
            claims,
            Check.openUnit("confidenceLevel", level),
            (matrix, reference, grade, byReference) ->
                (byReference ? rows : columns).shrunken(matrix.sums(), reference, grade));
    this.matrices = people.stream().map(own -> new AssessorMatrix(own, frame)).toList();
    this.team = new AssessorMatrix(team, frame);
  }

  /**
   * Matrices against QA verdicts, from random checks with their weights.
   *
   * @param cells random checks and unresolved selections of the whole table
   * @param weights of the same table; checks of its basis count
   * @param assessors number of assessors, at least 0
   * @param grades number of grades K, at least 1
   * @param confidenceLevel of the limits, in (0, 1)
   * @return one matrix per assessor
   */
  public static AssessorMatrices ofChecks(
      List<CheckCell> cells,
      CheckWeights weights,
      int assessors,
      int grades,
      double confidenceLevel) {
    Check.atLeast("assessors", 0, assessors);
    Check.atLeast("grades", 1, grades);
    Map<Integer, List<CheckCell>> groups = DesignRates.groups(cells, CheckCell::assessor);
    List<MatrixSums> people =
        IntStream.range(0, assessors)
            .parallel()
            .mapToObj(a -> sums(groups.getOrDefault(a, List.of()), weights, grades))
            .toList();
    return new AssessorMatrices(
        people,
        sums(cells, weights, grades),
        ReferenceKind.QA_VERDICTS,
        Claims.BOTH,
        confidenceLevel);
  }

  private static MatrixSums sums(List<CheckCell> cells, CheckWeights weights, int grades) {
    var builder = new MatrixSums.Builder(grades);
    for (CheckCell c : cells) {
      double w = weights.factor(c) / c.probability();
      if (!(w > 0)) {
        continue; // no check of the basis stands for it
      }
      if (!c.isOf(weights.basis())) {
        builder.seen(c.grade(), w);
      } else if (c.pending()) {
        builder.addUnresolved(c.grade(), w, c.count());
      } else if (c.cluster() == CheckCell.ALONE) {
        builder.add(c.reference(), c.grade(), w, c.count());
      } else {
        builder.addOfItem(c.cluster(), c.reference(), c.grade(), w, c.count());
      }
    }
    return builder.build();
  }

  /**
   * Matrices from counts in which every grading stands for as much: a consensus, or gradings of
   * known items.
   *
   * @param cube counts by assessor; periods and strata are added up
   * @param kind of its reference grades
   * @param claims what may be said from how the gradings were chosen
   * @param confidenceLevel of the limits, in (0, 1)
   * @return one matrix per assessor
   */
  public static AssessorMatrices of(
      ConfusionCube cube, ReferenceKind kind, Claims claims, double confidenceLevel) {
    return of(cube, (stratum, grade) -> 1, kind, claims, confidenceLevel);
  }

  /** For how many gradings a check stands. */
  @FunctionalInterface
  public interface CubeWeight {
    /**
     * The weight of a check.
     *
     * @param stratum code of the stratum in the cube
     * @param grade code of the grade given
     * @return above 0 and finite
     */
    double of(int stratum, int grade);
  }

  /**
   * Matrices from a cube whose strata are those of a sampling design.
   *
   * @param cube counts by assessor and stratum; periods are added up
   * @param weight 1 / inclusion probability, by stratum and grade given
   * @param kind of its reference grades
   * @param claims what may be said from how the gradings were chosen
   * @param confidenceLevel of the limits, in (0, 1)
   * @return one matrix per assessor
   */
  public static AssessorMatrices of(
      ConfusionCube cube,
      CubeWeight weight,
      ReferenceKind kind,
      Claims claims,
      double confidenceLevel) {
    List<MatrixSums> people =
        IntStream.range(0, cube.assessors())
            .parallel()
            .mapToObj(
                a -> {
                  var own = new MatrixSums.Builder(cube.grades());
                  cube.forEach(
                      a,
                      (period, stratum, reference, grade, count) ->
                          own.add(
                              reference,
                              grade,
                              Check.positive("weight", weight.of(stratum, grade)),
                              count));
                  return own.build();
                })
            .toList();
    return new AssessorMatrices(
        people, together(people, cube.grades()), kind, claims, confidenceLevel);
  }

  /**
   * Matrices from pairs that each stand for a number of gradings.
   *
   * @param tables one per assessor, at least one, all of the same grades
   * @param kind of the reference grades
   * @param claims what may be said from how the gradings were chosen
   * @param confidenceLevel of the limits, in (0, 1)
   * @return one matrix per table
   */
  public static AssessorMatrices ofWeighted(
      List<WeightedConfusion> tables, ReferenceKind kind, Claims claims, double confidenceLevel) {
    Check.atLeast("tables", 1, tables.size());
    int grades = tables.get(0).grades();
    List<MatrixSums> people = new ArrayList<>();
    for (WeightedConfusion table : tables) {
      var own = new MatrixSums.Builder(grades);
      table.forEach((weight, reference, grade, count) -> own.add(reference, grade, weight, count));
      people.add(own.build());
    }
    return new AssessorMatrices(people, together(people, grades), kind, claims, confidenceLevel);
  }

  private static MatrixSums together(List<MatrixSums> people, int grades) {
    var all = new MatrixSums.Builder(grades);
    people.forEach(all::add);
    return all.build();
  }

  /**
   * What the verdicts of a table count where their selection supports no claim: the first verdict
   * of each grading, however it was chosen.
   *
   * @param verdicts of a table
   * @param confidenceLevel of the limits, in (0, 1)
   * @return counts; shares of reference grades given a grade only where every selection was random
   */
  public static AssessorMatrices counted(Verdicts verdicts, double confidenceLevel) {
    Gradings gradings = verdicts.gradings();
    Selections selections = verdicts.selections();
    ConfusionCube cube =
        ConfusionCube.create(gradings.assessor().ids().size(), 1, 1, gradings.scheme().size());
    boolean[] seen = new boolean[gradings.size()];
    boolean isRandom = true;
    for (int row = 0; row < verdicts.size(); row++) {
      int grading = selections.grading(row);
      isRandom &= selections.method(row).isRandom();
      if (!seen[grading]) {
        seen[grading] = true;
        cube.add(
            gradings.assessor().codes().get(grading),
            0,
            0,
            verdicts.reference().get(row),
            gradings.grade().get(grading));
      }
    }
    return of(
        cube,
        ReferenceKind.QA_VERDICTS,
        isRandom ? Claims.REFERENCE_GIVEN_GRADE : Claims.COUNTS,
        confidenceLevel);
  }

  /**
   * Number of assessors.
   *
   * @return at least 0
   */
  public int assessors() {
    return matrices.size();
  }

  /**
   * The matrix of an assessor.
   *
   * @param assessor code
   * @return empty without a check
   */
  public AssessorMatrix of(int assessor) {
    return matrices.get(Check.index("assessor", assessor, matrices.size(), "assessors"));
  }

  /**
   * The matrix of all together.
   *
   * @return drawn towards nothing: its shrunken shares are close to its own
   */
  public AssessorMatrix team() {
    return team;
  }

  /**
   * How many checks the likeness of people is worth in a row: a row with as many checks of its own
   * is drawn half way to the team's.
   *
   * @param reference code of the reference grade
   * @return in [1, 9999]; undefined UNUSED_GRADE where nobody has a check with it
   */
  public Outcome concentration(int reference) {
    return rows.concentration(requireGrade("reference", reference, team.grades()));
  }

  static int requireGrade(String name, int code, int grades) {
    return Check.index(name, code, grades, "grades");
  }

  /**
   * All matrices in the order of the codes.
   *
   * @return unmodifiable
   */
  public List<AssessorMatrix> all() {
    return new ArrayList<>(matrices);
  }
}
