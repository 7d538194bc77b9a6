package org.assay.simulate;

import org.assay.simulate.Team.Clutter;

/** Kinds of rows that do not belong; each attaches to an ordinary, unchecked grading. */
enum ClutterKind {
  EXACT_DUPLICATE,
  CONFLICTING_DUPLICATE,
  UNKNOWN_GRADE,
  FORMULA_ITEM,
  EARLY_VERDICT,
  SELF_REVIEW;

  int count(Clutter clutter) {
    return switch (this) {
      case EXACT_DUPLICATE -> clutter.exactDuplicates();
      case CONFLICTING_DUPLICATE -> clutter.conflictingDuplicates();
      case UNKNOWN_GRADE -> clutter.unknownGrades();
      case FORMULA_ITEM -> clutter.formulaItems();
      case EARLY_VERDICT -> clutter.earlyVerdicts();
      case SELF_REVIEW -> clutter.selfReviews();
    };
  }
}
