package org.assay.estimate;

import java.util.Arrays;
import org.assay.data.Codes;
import org.assay.data.Selections.Blindness;
import org.assay.data.Verdicts;

/**
 * One reference grade per item, for questions about items that several graded: the standard of a
 * study, the wrong grades that two share.
 *
 * <p>It is the last blind verdict on any grading of the item, however that was selected: a seeded
 * item's known grade, an adjudication, or the one check there was. Verdicts in sight of a grade do
 * not count, since they may repeat that grade's error.
 */
public final class ItemReferences {
  private ItemReferences() {}

  /**
   * The references.
   *
   * @param verdicts of any selection
   * @return by code of the item a code of the scheme, or {@link IndependenceScreen#NO_REFERENCE}
   */
  public static int[] of(Verdicts verdicts) {
    Codes item = verdicts.gradings().item().codes();
    int[] reference = new int[verdicts.gradings().item().ids().size()];
    Arrays.fill(reference, IndependenceScreen.NO_REFERENCE);
    long[] at = new long[reference.length];
    for (int row = 0; row < verdicts.size(); row++) {
      int i = item.get(verdicts.selections().grading(row));
      boolean isLater =
          reference[i] == IndependenceScreen.NO_REFERENCE || verdicts.checkedAt(row) >= at[i];
      if (verdicts.selections().blindness(row) == Blindness.BLIND && isLater) {
        reference[i] = verdicts.reference().get(row);
        at[i] = verdicts.checkedAt(row);
      }
    }
    return reference;
  }
}
