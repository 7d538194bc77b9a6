package org.assay.estimate;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.assay.data.Codes;
import org.assay.data.Gradings;
import org.assay.data.Gradings.Attribute;
import org.assay.data.IdColumn;
import org.assay.data.Selections;
import org.assay.internal.Check;

/**
 * Which gradings the design could select, as far as the tables tell.
 *
 * <p>Where every random selection names the stratum that its grading has, the strata of the
 * gradings are those of the design, and a stratum of which nothing was ever selected is outside of
 * it. Where strata are not recorded so, nothing is known to be outside; {@link DesignScope} then
 * compares the recorded probabilities with the number of gradings.
 *
 * <p>Cost: one pass over the checks and one over the gradings, 2 bits per grading. Immutable and
 * thread-safe.
 */
public final class SamplingFrame {
  private final BitSet outside;
  private final BitSet notSampled;

  private SamplingFrame(BitSet outside, BitSet notSampled) {
    this.outside = outside;
    this.notSampled = notSampled;
  }

  /**
   * Finds what could be selected.
   *
   * @param checks each selected grading once
   * @param declared whether the grading of a row was declared not to be sampled
   * @return the frame
   */
  public static SamplingFrame of(ReferenceChecks checks, IntPredicate declared) {
    Gradings gradings = checks.verdicts().gradings();
    BitSet notSampled = new BitSet();
    for (int row = 0; row < gradings.size(); row++) {
      if (declared.test(row)) {
        notSampled.set(row);
      }
    }
    BitSet outside = new BitSet();
    Optional<IdColumn> strata = gradings.attribute(Attribute.STRATUM);
    if (strata.isPresent() && checks.size() > 0) {
      Codes stratum = strata.get().codes();
      BitSet selected = selectedStrata(checks, strata.get());
      for (int row = 0; !selected.isEmpty() && row < gradings.size(); row++) {
        if (!selected.get(stratum.get(row)) && !notSampled.get(row)) {
          outside.set(row);
        }
      }
    }
    return new SamplingFrame(outside, notSampled);
  }

  // Codes of the strata with a selection; none when the design's strata are not the gradings'.
  private static BitSet selectedStrata(ReferenceChecks checks, IdColumn strata) {
    BitSet selected = new BitSet();
    for (int i = 0; i < checks.size(); i++) {
      Selections selections = checks.selections(i);
      int stratum = strata.codes().get(checks.grading(i));
      if (!selections.stratum().id(checks.row(i)).equals(strata.ids().id(stratum))) {
        return new BitSet();
      }
      selected.set(stratum);
    }
    return selected;
  }

  /**
   * Whether a grading is known to lie outside of the design, without that having been declared.
   *
   * @param grading its row
   * @return true in a stratum of which nothing was selected
   */
  public boolean isOutside(int grading) {
    return outside.get(grading);
  }

  /**
   * Whether a grading was declared not to be sampled.
   *
   * @param grading its row
   * @return true when no claim is to be about it
   */
  public boolean isNotSampled(int grading) {
    return notSampled.get(grading);
  }

  /**
   * The gradings of a scope, as the table of gradings has them: those that the design could select,
   * and the others. What was declared not to be sampled is in neither.
   *
   * @param gradings in strata of which something was selected; all, when strata are not recorded
   * @param outside in strata of which nothing was ever selected
   */
  public record ScopeFrame(long gradings, long outside) {
    public ScopeFrame {
      Check.atLeast("gradings", 0, gradings);
      Check.atLeast("outside", 0, outside);
    }

    /**
     * With the gradings that were lost from the scope: nobody could check them.
     *
     * @param share of the gradings received that were lost, in [0, 1)
     * @return the same gradings, and gradings x share / (1 - share) more outside, rounded up
     */
    public ScopeFrame withLostShare(double share) {
      double lost = (gradings + outside) * share / Math.max(1e-9, 1 - share);
      return withLost((long) Math.ceil(lost - 1e-6));
    }

    /**
     * With gradings that were lost from the scope.
     *
     * @param lost their number, at least 0
     * @return the same gradings, and that many more outside
     */
    public ScopeFrame withLost(long lost) {
      return new ScopeFrame(gradings, outside + Check.atLeast("lost", 0, lost));
    }
  }
}
