package org.assay.data;

import java.util.Arrays;
import org.assay.data.Selection.SelectionMethod;
import org.assay.internal.Check;

/**
 * Gradings selected for a check, as columns: which, how, with what probability, from which stratum,
 * whether blind, and whether the unit that was drawn is the grading or its item.
 *
 * <p>Where the item was drawn, there is one row for each of its gradings that the check covers.
 * Their errors go together, so the item, not the grading, is the unit of observation: the rows with
 * {@link #isItem} whose gradings have the same item are one drawn unit.
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
  private final boolean[] item; // null where no row is of an item

  private Selections(
      int[] grading,
      byte[] method,
      double[] probability,
      byte[] blindness,
      IdColumn stratum,
      boolean[] item) {
    this.grading = grading;
    this.method = method;
    this.probability = probability;
    this.blindness = blindness;
    this.stratum = stratum;
    this.item = item;
  }

  /**
   * Selections of single gradings, over columns that are there already.
   *
   * @param grading rows of the gradings in {@link Gradings}, one per selection, not copied
   * @param method places in {@link SelectionMethod}, one per selection, not copied
   * @param probability in (0, 1], or 0 where not recorded, one per selection, not copied
   * @param blindness places in {@link Blindness}, one per selection, not copied
   * @param stratum strata of the design, "" for none, one per selection
   * @return the selections
   * @throws IllegalArgumentException if the columns differ in length or a value is out of its range
   */
  public static Selections of(
      int[] grading, byte[] method, double[] probability, byte[] blindness, IdColumn stratum) {
    return checked(new Selections(grading, method, probability, blindness, stratum, null));
  }

  /**
   * Selections of gradings or of items, over columns that are there already.
   *
   * @param grading rows of the gradings in {@link Gradings}, one per selection, not copied
   * @param method places in {@link SelectionMethod}, one per selection, not copied
   * @param probability in (0, 1], or 0 where not recorded, one per selection, not copied
   * @param blindness places in {@link Blindness}, one per selection, not copied
   * @param stratum strata of the design, "" for none, one per selection
   * @param item whether the item of the grading was drawn, one per selection, not copied
   * @return the selections
   * @throws IllegalArgumentException if the columns differ in length or a value is out of its range
   */
  public static Selections of(
      int[] grading,
      byte[] method,
      double[] probability,
      byte[] blindness,
      IdColumn stratum,
      boolean[] item) {
    Check.rows("selection", "item", grading.length, item.length);
    return checked(new Selections(grading, method, probability, blindness, stratum, item));
  }

  private static Selections checked(Selections s) {
    int size = s.grading.length;
    Check.rows("selection", "method", size, s.method.length);
    Check.rows("selection", "probability", size, s.probability.length);
    Check.rows("selection", "blindness", size, s.blindness.length);
    Check.rows("selection", "stratum", size, s.stratum.size());
    for (int row = 0; row < size; row++) {
      Check.atLeast("grading", 0, s.grading[row]);
      Check.index("method", s.method[row], METHODS.length, "methods");
      Check.closedUnit("probability", s.probability[row]);
      Check.index("blindness", s.blindness[row], BLINDNESS.length, "kinds");
    }
    return s;
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
   * @return one per selection, "" where none was recorded
   */
  public IdColumn stratum() {
    return stratum;
  }

  /**
   * Whether the unit that was drawn is the item: one check covers several of its gradings, each
   * with a row of its own here.
   *
   * @param row in [0, size)
   * @return false where the grading itself was drawn
   */
  public boolean isItem(int row) {
    return item != null && item[row];
  }

  /** Collects selections row by row. Not thread-safe. */
  public static final class Builder {
    private int[] grading = new int[16];
    private byte[] method = new byte[16];
    private double[] probability = new double[16];
    private byte[] blindness = new byte[16];
    private final IdColumn.Builder stratum = new IdColumn.Builder();
    private boolean[] item = new boolean[16];
    private boolean anyItem;
    private int size;

    private Builder() {}

    /**
     * Appends a selection of a grading.
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
      return add(gradingRow, how, inclusionProbability, stratumId, blind, false);
    }

    /**
     * Appends a selection of a grading or of its item.
     *
     * @param gradingRow row of the grading in {@link Gradings}, at least 0
     * @param how the method
     * @param inclusionProbability in (0, 1], or 0 when not recorded
     * @param stratumId stratum of the design, "" for none
     * @param blind whether the check was blind
     * @param ofItem whether the item was drawn, see {@link Selections#isItem}
     * @return this
     */
    public Builder add(
        int gradingRow,
        SelectionMethod how,
        double inclusionProbability,
        String stratumId,
        Blindness blind,
        boolean ofItem) {
      Check.atLeast("gradingRow", 0, gradingRow);
      Check.closedUnit("inclusionProbability", inclusionProbability);
      if (size == grading.length) {
        int grown = size + (size >> 1) + 16;
        grading = Arrays.copyOf(grading, grown);
        method = Arrays.copyOf(method, grown);
        probability = Arrays.copyOf(probability, grown);
        blindness = Arrays.copyOf(blindness, grown);
        item = Arrays.copyOf(item, grown);
      }
      grading[size] = gradingRow;
      method[size] = (byte) how.ordinal();
      probability[size] = inclusionProbability;
      blindness[size] = (byte) blind.ordinal();
      item[size] = ofItem;
      anyItem |= ofItem;
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
          stratum.build(),
          anyItem ? Arrays.copyOf(item, size) : null);
    }
  }

  /** Whether the QA officer could see the grade that was checked. UNKNOWN is not BLIND. */
  public enum Blindness {
    /** The grade was hidden. */
    BLIND,
    /** The grade was visible. */
    NON_BLIND,
    /** Not recorded. */
    UNKNOWN
  }
}
