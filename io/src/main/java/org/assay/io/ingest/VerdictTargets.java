package org.assay.io.ingest;

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

  VerdictTargets(GradingTable gradings, GradingIndex index, Corrections corrections) {
    this.gradings = gradings;
    this.index = index;
    this.corrections = corrections;
  }

  /** Items of the gradings. */
  IdColumn items() {
    return gradings.item();
  }

  /** Why a verdict checks nothing, and the column that says so. */
  record Miss(Reason reason, VerdictColumn column) {
    private static final Miss GRADING = new Miss(Reason.UNKNOWN_GRADING, VerdictColumn.GRADING_ID);
    private static final Miss ITEM = new Miss(Reason.UNKNOWN_GRADING, VerdictColumn.ITEM_ID);
    private static final Miss ASSESSOR =
        new Miss(Reason.UNKNOWN_GRADING, VerdictColumn.ASSESSOR_ID);
    private static final Miss SELF = new Miss(Reason.SELF_REVIEW, VerdictColumn.REVIEWER_ID);
    private static final Miss TIME =
        new Miss(Reason.VERDICT_BEFORE_GRADING, VerdictColumn.CHECKED_AT);
  }

  /**
   * Finds the gradings of the rows of a batch. All ids are looked up first, column by column.
   *
   * @param batch the rows; hears which of them check nothing
   * @param found takes the gradings
   */
  void find(VerdictBatch batch, CheckedGradings.Builder found) {
    Dictionary assessors = gradings.assessor().ids();
    int[] item = batch.codes(VerdictColumn.ITEM_ID, gradings.item().ids());
    int[] assessor = batch.codes(VerdictColumn.ASSESSOR_ID, assessors);
    int[] reviewer = batch.codes(VerdictColumn.REVIEWER_ID, assessors);
    IdColumn ids = gradings.column(GradingColumn.GRADING_ID);
    int[] gradingId = ids == null ? null : batch.codes(VerdictColumn.GRADING_ID, ids.ids());
    for (int i = 0; i < batch.size(); i++) {
      boolean named = !batch.isEmpty(i, VerdictColumn.GRADING_ID);
      int by = batch.isEmpty(i, VerdictColumn.ASSESSOR_ID) ? GradingIndex.ANYONE : assessor[i];
      candidates.clear();
      Miss miss =
          named ? byId(gradingId == null ? -1 : gradingId[i], item[i]) : byItem(item[i], by);
      batch.miss(
          i, miss != null ? miss : choose(named, by, reviewer[i], batch.checkedAt(i), found));
      found.endVerdict();
    }
  }

  private Miss byId(int gradingId, int item) {
    int row = index.byId(gradingId);
    if (row < 0) {
      return Miss.GRADING;
    }
    candidates.add(row);
    return gradings.item().codes().get(row) == item ? null : Miss.ITEM;
  }

  private Miss byItem(int item, int assessor) {
    index.byItem(item, assessor, candidates);
    return candidates.size() > 0 ? null : Miss.ITEM;
  }

  private Miss choose(
      boolean named, int assessor, int reviewer, long checkedAt, CheckedGradings.Builder found) {
    boolean byAssessor = false;
    boolean inTime = false;
    int before = found.size();
    for (int c = 0; c < candidates.size(); c++) {
      int row = candidates.get(c);
      int gradedBy = gradings.assessor().codes().get(row);
      if (assessor != GradingIndex.ANYONE && assessor != gradedBy) {
        continue;
      }
      byAssessor = true;
      if (gradings.gradedAt(row) > checkedAt || !named && !corrections.standsAt(row, checkedAt)) {
        continue;
      }
      inTime = true;
      if (reviewer != gradedBy) {
        found.add(row);
      }
    }
    if (found.size() > before) {
      return null;
    }
    if (!byAssessor) {
      return Miss.ASSESSOR;
    }
    return inTime ? Miss.SELF : Miss.TIME;
  }
}
