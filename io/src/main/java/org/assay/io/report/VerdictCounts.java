package org.assay.io.report;

import java.util.function.Predicate;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections;
import org.assay.data.Selections.Blindness;
import org.assay.data.Verdicts;

/**
 * Verdicts, and the errors among them, by how they were selected and who checked: one pass,
 * whatever is asked.
 */
final class VerdictCounts {
  private static final int BLINDNESS = Blindness.values().length;
  private static final int KINDS = SelectionMethod.values().length * BLINDNESS * 2;

  private final int reviewers;
  private final long[] checked; // [kind * reviewers + reviewer]
  private final long[] errors;

  /** How verdicts were selected; random with a recorded probability or not. */
  record Kind(SelectionMethod method, Blindness blindness, boolean isRandom) {}

  /** How many there are, and how many of them found an error. */
  record Count(long checked, long errors) {}

  VerdictCounts(Verdicts verdicts) {
    this.reviewers = verdicts.reviewer().ids().size();
    this.checked = new long[KINDS * reviewers];
    this.errors = new long[checked.length];
    Selections selections = verdicts.selections();
    for (int row = 0; row < verdicts.size(); row++) {
      int kind = selections.method(row).ordinal() * BLINDNESS + selections.blindness(row).ordinal();
      kind = 2 * kind + (selections.isRandom(row) ? 1 : 0);
      kind = kind * reviewers + verdicts.reviewer().codes().get(row);
      checked[kind]++;
      errors[kind] += verdicts.isError(row) ? 1 : 0;
    }
  }

  /** The verdicts of some kinds. */
  Count count(Predicate<Kind> which) {
    return count(0, reviewers, which);
  }

  /** One QA officer's verdicts of some kinds. */
  Count count(int reviewer, Predicate<Kind> which) {
    return count(reviewer, reviewer + 1, which);
  }

  private Count count(int from, int to, Predicate<Kind> which) {
    long checks = 0;
    long found = 0;
    for (int kind = 0; kind < KINDS; kind++) {
      if (which.test(kind(kind))) {
        for (int reviewer = from; reviewer < to; reviewer++) {
          checks += checked[kind * reviewers + reviewer];
          found += errors[kind * reviewers + reviewer];
        }
      }
    }
    return new Count(checks, found);
  }

  private static Kind kind(int code) {
    return new Kind(
        SelectionMethod.values()[code / 2 / BLINDNESS],
        Blindness.values()[code / 2 % BLINDNESS],
        code % 2 == 1);
  }
}
