package org.assay.simulate;

import org.assay.internal.Check;

/**
 * Rows that every real export has and that must be accounted for: each is one more row beside the
 * clean ones, so the counts are exact.
 *
 * @param exactDuplicates gradings that stand twice
 * @param conflictingDuplicates gradings that stand again with another grade
 * @param unknownGrades gradings with a grade outside the scheme
 * @param unknownGrade the grade they carry
 * @param formulaItems gradings of items whose id begins with =, harmless until a spreadsheet opens
 *     an export
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
