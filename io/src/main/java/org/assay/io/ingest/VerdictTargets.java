package org.assay.io.ingest;

import java.util.HashSet;
import java.util.Set;
import org.assay.data.Dictionary;
import org.assay.data.IdColumn;
import org.assay.io.table.FormulaGuard;

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
  private final int most; // gradings that one verdict may check
  private final IntList candidates = new IntList();
  private final IntList chosen = new IntList();
  private final Set<Integer> crowded = new HashSet<>(); // items with too many gradings, met so far

  VerdictTargets(GradingTable gradings, GradingIndex index, Corrections corrections, int most) {
    this.gradings = gradings;
    this.index = index;
    this.corrections = corrections;
    this.most = most;
  }

  /** What is checked. */
  GradingTable gradings() {
    return gradings;
  }

  /** Why a verdict checks nothing, and the column that says so. */
  record Miss(Reason reason, VerdictColumn column) {
    private static final Miss GRADING = new Miss(Reason.UNKNOWN_GRADING, VerdictColumn.GRADING_ID);
    private static final Miss ITEM = new Miss(Reason.UNKNOWN_GRADING, VerdictColumn.ITEM_ID);
    private static final Miss ASSESSOR =
        new Miss(Reason.UNKNOWN_GRADING, VerdictColumn.ASSESSOR_ID);
    private static final Miss SELF = new Miss(Reason.SELF_REVIEW, VerdictColumn.REVIEWER_ID);
    private static final Miss MANY = new Miss(Reason.TOO_MANY_GRADINGS, VerdictColumn.ITEM_ID);
    private static final Miss TIME =
        new Miss(Reason.VERDICT_BEFORE_GRADING, VerdictColumn.CHECKED_AT);
  }

  /**
   * Finds the gradings of the rows of a batch. All ids are looked up first, column by column.
   *
   * @param batch the rows; is told which of them check nothing
   * @param found takes the gradings
   * @param strays takes the rows that cannot be used, where it is known what they are about
   */
  void find(VerdictBatch batch, CheckedGradings.Builder found, Strays strays) {
    Dictionary assessors = gradings.assessor().ids();
    int[] item = codes(batch, VerdictColumn.ITEM_ID, gradings.item().ids());
    int[] assessor = codes(batch, VerdictColumn.ASSESSOR_ID, assessors);
    int[] reviewer = codes(batch, VerdictColumn.REVIEWER_ID, assessors);
    IdColumn ids = gradings.column(GradingColumn.GRADING_ID);
    int[] gradingId = ids == null ? null : codes(batch, VerdictColumn.GRADING_ID, ids.ids());
    for (int i = 0; i < batch.size(); i++) {
      boolean named = !batch.isEmpty(i, VerdictColumn.GRADING_ID);
      int by = batch.isEmpty(i, VerdictColumn.ASSESSOR_ID) ? GradingIndex.ANYONE : assessor[i];
      candidates.clear();
      Miss miss =
          named ? byId(gradingId == null ? -1 : gradingId[i], item[i]) : byItem(item[i], by);
      if (miss == null || batch.isStray(i)) {
        Miss none = choose(named, by, reviewer[i], batch.checkedAt(i));
        miss = miss == null ? none : miss;
      }
      if (miss == null && !batch.isStray(i)) {
        for (int c = 0; c < chosen.size(); c++) {
          found.add(chosen.get(c));
        }
      } else if (batch.canBeLost(i)) {
        stray(batch.first() + i, named, by, miss, strays);
      }
      batch.miss(i, miss);
      found.endVerdict();
    }
  }

  // An id that is not there as it stands may be one that a pick-list or a key kept from being taken
  // for a formula.
  private static int[] codes(VerdictBatch batch, VerdictColumn column, Dictionary ids) {
    int[] codes = batch.codes(column, ids);
    for (int i = 0; i < batch.size(); i++) {
      if (codes[i] < 0 && !batch.isEmpty(i, column)) {
        String shown = batch.text(i, column);
        String original = FormulaGuard.original(shown);
        codes[i] = original.equals(shown) ? -1 : ids.code(original).orElse(-1);
      }
    }
    return codes;
  }

  // What a row that cannot be used is about: what it would check, or the grading it names, or the
  // gradings of its item and assessor.
  private void stray(int row, boolean named, int by, Miss miss, Strays strays) {
    IntList about = chosen;
    boolean crowd = miss != null && miss.reason() == Reason.TOO_MANY_GRADINGS;
    if (miss != null && !crowd) {
      about = candidates;
      if (!named) {
        about = new IntList();
        for (int c = 0; c < candidates.size(); c++) {
          int gradedBy = gradings.assessor().codes().get(candidates.get(c));
          if (by == GradingIndex.ANYONE || by == gradedBy) {
            about.add(candidates.get(c));
          }
        }
      }
    }
    if (crowd && !crowded.add(gradings.item().codes().get(about.get(0)))) {
      int first = about.get(0); // the item's others are there already
      about = new IntList();
      about.add(first);
    }
    if (about.size() > 0) {
      strays.add(row, about);
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

  private Miss choose(boolean named, int assessor, int reviewer, long checkedAt) {
    boolean byAssessor = false;
    boolean inTime = false;
    chosen.clear();
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
        chosen.add(row);
      }
    }
    if (chosen.size() > most) {
      return Miss.MANY;
    }
    if (chosen.size() > 0) {
      return null;
    }
    if (!byAssessor) {
      return Miss.ASSESSOR;
    }
    return inTime ? Miss.SELF : Miss.TIME;
  }
}
