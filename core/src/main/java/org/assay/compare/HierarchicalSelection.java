package org.assay.compare;

import java.util.Arrays;
import org.assay.internal.Check;
import org.assay.internal.Risk;

/**
 * False-discovery control in two steps: first whole families of hypotheses (people), then the
 * hypotheses (mix-ups) of those families that were selected.
 *
 * <pre>{@code
 * families  R of J selected by Benjamini and Hochberg at q
 * level     q R / J, q / J when none is selected
 * within    each selected family by Benjamini and Hochberg at that level
 * }</pre>
 *
 * <p><b>Promise.</b> The expected share of wrong ones among the selected families is at most q, and
 * so is the expected mean, over the selected families, of the share of wrong ones among the
 * hypotheses selected in each (0 in a family where none is); if no hypothesis of any family holds,
 * the chance that anything is selected is at most q. For families that are independent, or depend
 * positively; the same within a family.
 *
 * <p>Which hypotheses a family has may depend on the level, if it is settled by what the tests are
 * conditional on: hypotheses that could not be rejected at it are left out beforehand.
 *
 * <p>Immutable and thread-safe. <b>Cost.</b> O(J log J).
 *
 * <p><b>Source.</b> Benjamini and Bogomolov (2014), JRSS B 76, 297-318; Benjamini and Hochberg
 * (1995), JRSS B 57, 289-300.
 */
public final class HierarchicalSelection {
  private final double falseDiscoveryRate;
  private final double[] adjusted;
  private final double[] familyWise;
  private final int selected;

  private HierarchicalSelection(double[] pValues, double falseDiscoveryRate) {
    this.falseDiscoveryRate = Check.openUnit("falseDiscoveryRate", falseDiscoveryRate);
    this.adjusted = Multiplicity.BENJAMINI_HOCHBERG.adjust(pValues);
    this.familyWise = Multiplicity.HOLM.adjust(pValues);
    this.selected =
        (int) Arrays.stream(adjusted).filter(p -> Risk.isAtMost(p, falseDiscoveryRate)).count();
  }

  /**
   * Selects families.
   *
   * @param pValues one of each family for the hypothesis that all of its hypotheses are false, in
   *     [0, 1]
   * @param falseDiscoveryRate q in (0, 1)
   * @return the selection
   * @throws IllegalArgumentException if a value is out of its range
   */
  public static HierarchicalSelection of(double[] pValues, double falseDiscoveryRate) {
    return new HierarchicalSelection(pValues, falseDiscoveryRate);
  }

  /**
   * Whether a family is selected.
   *
   * @param family its place, from 0
   * @return true when its adjusted p-value is at most the false-discovery rate
   */
  public boolean isSelected(int family) {
    return Risk.isAtMost(adjusted[family], falseDiscoveryRate);
  }

  /**
   * Smallest false-discovery rate at which a family is selected.
   *
   * @param family its place, from 0
   * @return in [0, 1]
   */
  public double adjusted(int family) {
    return adjusted[family];
  }

  /**
   * Smallest chance of any wrong selection at which a family is selected still (Holm).
   *
   * @param family its place, from 0
   * @return in [0, 1], at least {@link #adjusted}
   */
  public double familyWise(int family) {
    return familyWise[family];
  }

  /**
   * Number of families selected.
   *
   * @return R
   */
  public int selected() {
    return selected;
  }

  /**
   * Number of families.
   *
   * @return J
   */
  public int families() {
    return adjusted.length;
  }

  /**
   * The level within each selected family, at which its limits are to be taken, too.
   *
   * @return q max(R, 1) / J; q without families
   */
  public double level() {
    return falseDiscoveryRate * Math.max(1, selected) / Math.max(1, adjusted.length);
  }

  /**
   * Selects within a selected family.
   *
   * @param pValues of its hypotheses, in [0, 1]
   * @return by hypothesis, its p-value adjusted within the family; selected are those of at most
   *     {@link #level}
   */
  public double[] within(double[] pValues) {
    return Multiplicity.BENJAMINI_HOCHBERG.adjust(pValues);
  }
}
