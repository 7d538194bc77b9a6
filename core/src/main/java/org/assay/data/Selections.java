package org.assay.data;

import java.util.Arrays;
import org.assay.internal.Check;

/**
 * Gradings selected for a check, as columns: which, how, with what probability, from which stratum,
 * and whether blind.
 *
 * <p>Immutable by convention; thread-safe for reading.
 */
public final class Selections {
  private static final SelectionMethod[] METHODS = SelectionMethod.values();
  private static final Blindness[] BLINDNESS = Blindness.values();

  private final int[] grading;
  private final byte[] method;
  private final double[] probability;
  private final byte[] blindness;
  private final IdColumn stratum;

  private Selections(
      int[] grading, byte[] method, double[] probability, byte[] blindness, IdColumn stratum) {
    this.grading = grading;
    this.method = method;
    this.probability = probability;
    this.blindness = blindness;
    this.stratum = stratum;
  }

  /**
   * Selections over columns that are there already.
   *
   * @param grading rows of the gradings in {@link Gradings}, one a selection, not copied
   * @param method places in {@link SelectionMethod}, one a selection, not copied
   * @param probability in (0, 1], or 0 where not recorded, one a selection, not copied
   * @param blindness places in {@link Blindness}, one a selection, not copied
   * @param stratum strata of the design, "" for none, one a selection
   * @return the selections
   * @throws IllegalArgumentException if the columns differ in length or a value is out of its range
   */
  public static Selections of(
      int[] grading, byte[] method, double[] probability, byte[] blindness, IdColumn stratum) {
    Check.rows("selection", "method", grading.length, method.length);
    Check.rows("selection", "probability", grading.length, probability.length);
    Check.rows("selection", "blindness", grading.length, blindness.length);
    Check.rows("selection", "stratum", grading.length, stratum.size());
    for (int row = 0; row < grading.length; row++) {
      Check.atLeast("grading", 0, grading[row]);
      Check.index("method", method[row], METHODS.length, "methods");
      Check.closedUnit("probability", probability[row]);
      Check.index("blindness", blindness[row], BLINDNESS.length, "kinds");
    }
    return new Selections(grading, method, probability, blindness, stratum);
  }

  /**
   * A new empty builder.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Number of selections.
   *
   * @return at least 0
   */
  public int size() {
    return grading.length;
  }

  /**
   * The grading that was selected.
   *
   * @param row in [0, size)
   * @return its row in {@link Gradings}
   */
  public int grading(int row) {
    return grading[row];
  }

  /**
   * How it was selected.
   *
   * @param row in [0, size)
   * @return the method
   */
  public SelectionMethod method(int row) {
    return METHODS[method[row]];
  }

  /**
   * Whether the selection supports a claim about the population: a random method with a recorded
   * probability.
   *
   * @param row in [0, size)
   * @return true for a random method with a probability
   */
  public boolean isRandom(int row) {
    return METHODS[method[row]].isRandom() && probability[row] > 0;
  }

  /**
   * Probability with which the design selected the grading.
   *
   * @param row in [0, size)
   * @return in (0, 1], or 0 when not recorded
   */
  public double inclusionProbability(int row) {
    return probability[row];
  }

  /**
   * Whether the check was blind.
   *
   * @param row in [0, size)
   * @return BLIND, NON_BLIND or UNKNOWN
   */
  public Blindness blindness(int row) {
    return BLINDNESS[blindness[row]];
  }

  /**
   * Strata of the sampling design.
   *
   * @return one a selection, "" where none was recorded
   */
  public IdColumn stratum() {
    return stratum;
  }

  /** Collects selections row by row. Not thread-safe. */
  public static final class Builder {
    private int[] grading = new int[16];
    private byte[] method = new byte[16];
    private double[] probability = new double[16];
    private byte[] blindness = new byte[16];
    private final IdColumn.Builder stratum = new IdColumn.Builder();
    private int size;

    private Builder() {}

    /**
     * Appends a selection.
     *
     * @param gradingRow row of the grading in {@link Gradings}, at least 0
     * @param how the method
     * @param inclusionProbability in (0, 1], or 0 when not recorded
     * @param stratumId stratum of the design, "" for none
     * @param blind whether the check was blind
     * @return this
     */
    public Builder add(
        int gradingRow,
        SelectionMethod how,
        double inclusionProbability,
        String stratumId,
        Blindness blind) {
      Check.atLeast("gradingRow", 0, gradingRow);
      Check.closedUnit("inclusionProbability", inclusionProbability);
      if (size == grading.length) {
        int grown = size + (size >> 1) + 16;
        grading = Arrays.copyOf(grading, grown);
        method = Arrays.copyOf(method, grown);
        probability = Arrays.copyOf(probability, grown);
        blindness = Arrays.copyOf(blindness, grown);
      }
      grading[size] = gradingRow;
      method[size] = (byte) how.ordinal();
      probability[size] = inclusionProbability;
      blindness[size] = (byte) blind.ordinal();
      stratum.add(stratumId);
      size++;
      return this;
    }

    /**
     * Number of rows so far.
     *
     * @return at least 0
     */
    public int size() {
      return size;
    }

    /**
     * The selections. The builder must not be used afterwards.
     *
     * @return the columns
     */
    public Selections build() {
      return new Selections(
          Arrays.copyOf(grading, size),
          Arrays.copyOf(method, size),
          Arrays.copyOf(probability, size),
          Arrays.copyOf(blindness, size),
          stratum.build());
    }
  }
}
