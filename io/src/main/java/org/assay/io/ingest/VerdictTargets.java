package org.assay.io.ingest;

import java.util.stream.IntStream;
import org.assay.data.Dictionary;
import org.assay.data.IdColumn;

/**
 * Works out which gradings a verdict checks.
 *
 * <p>A grading id names one grading. Without it, the verdict checks every grading of its item (by
 * the assessor, if one is named) that stood when the check was made. In either case a grading made
 * later, or by the QA officer themself, is not checked by it.
 */
final class VerdictTargets {
  private final GradingTable gradings;
  private final GradingIndex index;
  private final Corrections corrections;
  private final IntList candidates = new IntList();
  private final String[] assessors; // ids by code

  VerdictTargets(GradingTable gradings, GradingIndex index, Corrections corrections) {
    this.gradings = gradings;
    this.index = index;
    this.corrections = corrections;
    Dictionary ids = gradings.assessor().ids();
    this.assessors = IntStream.range(0, ids.size()).mapToObj(ids::id).toArray(String[]::new);
  }

  /** Items of the gradings. */
  IdColumn items() {
    return gradings.item();
  }

  /** Why a verdict checks nothing, and the column that says so. */
  record Miss(Reason reason, VerdictColumn column) {}

  /**
   * Finds the gradings.
   *
   * @param item id of the item
   * @param gradingId id of the grading, "" when not named
   * @param assessor id of the assessor, "" when not named
   * @param reviewer id of the QA officer, "" when not known yet
   * @param checkedAt when the check was made; the largest value for a selection that is pending
   * @param found where the rows are put
   * @return null, or why there are none
   */
  Miss find(
      String item,
      String gradingId,
      String assessor,
      String reviewer,
      long checkedAt,
      IntList found) {
    candidates.clear();
    if (gradingId.isEmpty()) {
      index.byItem(item, candidates);
    } else {
      int row = index.byId(gradingId);
      if (row < 0) {
        return new Miss(Reason.UNKNOWN_GRADING, VerdictColumn.GRADING_ID);
      }
      candidates.add(row);
      if (!gradings.item().id(row).equals(item)) {
        return new Miss(Reason.UNKNOWN_GRADING, VerdictColumn.ITEM_ID);
      }
    }
    if (candidates.size() == 0) {
      return new Miss(Reason.UNKNOWN_GRADING, VerdictColumn.ITEM_ID);
    }
    return choose(!gradingId.isEmpty(), assessor, reviewer, checkedAt, found);
  }

  private Miss choose(
      boolean named, String assessor, String reviewer, long checkedAt, IntList found) {
    boolean byAssessor = false;
    boolean inTime = false;
    int before = found.size();
    for (int c = 0; c < candidates.size(); c++) {
      int row = candidates.get(c);
      String gradedBy = assessors[gradings.assessor().codes().get(row)];
      if (!assessor.isEmpty() && !assessor.equals(gradedBy)) {
        continue;
      }
      byAssessor = true;
      if (gradings.gradedAt(row) > checkedAt || !named && !corrections.standsAt(row, checkedAt)) {
        continue;
      }
      inTime = true;
      if (!reviewer.equals(gradedBy)) {
        found.add(row);
      }
    }
    if (found.size() > before) {
      return null;
    }
    if (!byAssessor) {
      return new Miss(Reason.UNKNOWN_GRADING, VerdictColumn.ASSESSOR_ID);
    }
    return inTime
        ? new Miss(Reason.SELF_REVIEW, VerdictColumn.REVIEWER_ID)
        : new Miss(Reason.VERDICT_BEFORE_GRADING, VerdictColumn.CHECKED_AT);
  }
}
