package org.assay.io.report;

import java.util.List;
import org.assay.estimate.MatrixShare;
import org.assay.estimate.ReferenceMatrix.ReferenceKind;
import org.assay.result.Undefined;

/** Who gives which grade for which. Parts of {@link ReportModel}. */
public final class MatrixPart {
  private MatrixPart() {}

  /**
   * Confusion matrices.
   *
   * @param sentences what they stand on, and what they cannot say
   * @param team of all together, against QA verdicts; null without a verdict
   * @param people of each assessor with a verdict, against QA verdicts, in the order of ids
   * @param beside each assessor against each kind of reference, in the order of ids
   */
  public record Matrices(
      List<String> sentences, Matrix team, List<Matrix> people, List<Beside> beside) {}

  /**
   * A matrix against QA verdicts.
   *
   * @param assessor id; null for all together
   * @param checked checks with a verdict
   * @param unresolved selections without a usable verdict: they count at their worst in the limits
   * @param cells those that occur, by reference grade, then by grade; of all together every cell of
   *     a scheme with at most 12 grades
   */
  public record Matrix(String assessor, long checked, long unresolved, List<Cell> cells) {}

  /**
   * A cell.
   *
   * @param reference reference grade
   * @param grade grade given
   * @param count checks, not weighted
   * @param gradeGivenReference share of this grade where that is the reference
   * @param referenceGivenGrade share of that reference where this grade was given
   */
  public record Cell(
      String reference,
      String grade,
      long count,
      Share gradeGivenReference,
      Share referenceGivenGrade) {}

  /**
   * A share of the population, from weighted checks.
   *
   * @param value in [0, 1]; null when undefined
   * @param lower limit; null where there are no limits
   * @param upper limit; null where there are no limits
   * @param shrunken drawn towards the team's share, as far as people are alike there; null where
   *     that has no meaning
   * @param undefined why there is no value; null when there is one
   */
  public record Share(
      Double value, Double lower, Double upper, Double shrunken, Undefined undefined) {
    static Share of(MatrixShare share) {
      boolean limits = share.interval() != null;
      return new Share(
          share.value().number(),
          limits ? share.interval().lower() : null,
          limits ? share.interval().upper() : null,
          share.shrunken().number(),
          share.value().undefined());
    }
  }

  /**
   * One assessor against one kind of reference.
   *
   * @param assessor id of the assessor
   * @param reference kind of reference
   * @param gradings that have one
   * @param error share that differs from it
   * @param overGrading share above it: before it in the scheme
   * @param underGrading share below it
   * @param severity mean severity, relative to the worst mix-up of the scheme
   * @param kappa Cohen's; null when undefined
   * @param kappaError its standard error; null when undefined
   */
  public record Beside(
      String assessor,
      ReferenceKind reference,
      double gradings,
      Share error,
      Share overGrading,
      Share underGrading,
      Share severity,
      Double kappa,
      Double kappaError) {}
}
