package org.assay.estimate;

import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;

/**
 * Random checks that are alike in everything a rate can ask for, and how many there are.
 *
 * @param assessor code of the assessor in the gradings
 * @param period code of the period in which the grading was made
 * @param unit code of the unit in the gradings, 0 when they have none
 * @param stream code of the stream in the gradings, 0 when they have none
 * @param stratum code of the stratum of the design, see {@link CheckColumns#labelled}
 * @param blindness whether the check was blind
 * @param method how the design selects
 * @param cluster number of the item that was drawn, where one verdict checks several gradings of
 *     it; {@link #ALONE} where the grading itself was drawn
 * @param probability recorded inclusion probability in (0, 1]
 * @param reference code of the reference grade, {@link #PENDING} without a usable verdict
 * @param grade code of the grade
 * @param count number of checks, at least 1
 */
public record CheckCell(
    int assessor,
    int period,
    int unit,
    int stream,
    int stratum,
    Blindness blindness,
    SelectionMethod method,
    int cluster,
    double probability,
    int reference,
    int grade,
    long count) {
  /** Reference of a selection without a usable verdict. */
  public static final int PENDING = -1;

  /** Cluster of a grading that was drawn itself. */
  public static final int ALONE = -1;

  /**
   * Whether the cell tells something of a basis: a verdict of the kind the rates stand on, or a
   * selection whose verdict may yet be one.
   *
   * @param basis the checks to use
   * @return true for checks and unresolved selections of the basis; false for what was checked, or
   *     will be, in another way
   */
  public boolean isOf(Blindness basis) {
    return blindness == basis || (pending() && blindness == Blindness.UNKNOWN);
  }

  /**
   * Whether no verdict can be used: it is still to come, or could not be read.
   *
   * @return true for an unresolved selection
   */
  public boolean pending() {
    return reference == PENDING;
  }

  /** Compares everything but the counts. */
  int compareKey(CheckCell other) {
    int order = Integer.compare(assessor, other.assessor);
    order = order != 0 ? order : Integer.compare(period, other.period);
    order = order != 0 ? order : Integer.compare(unit, other.unit);
    order = order != 0 ? order : Integer.compare(stream, other.stream);
    order = order != 0 ? order : Integer.compare(stratum, other.stratum);
    order = order != 0 ? order : blindness.compareTo(other.blindness);
    order = order != 0 ? order : method.compareTo(other.method);
    order = order != 0 ? order : Integer.compare(cluster, other.cluster);
    order = order != 0 ? order : Integer.compare(reference, other.reference);
    order = order != 0 ? order : Integer.compare(grade, other.grade);
    return order != 0 ? order : Double.compare(probability, other.probability);
  }

  /** The same checks in another period. */
  CheckCell in(int other) {
    return other == period ? this : with(other, count);
  }

  /** The same with more of them. */
  CheckCell plus(long more) {
    return with(period, count + more);
  }

  private CheckCell with(int otherPeriod, long otherCount) {
    return new CheckCell(
        assessor,
        otherPeriod,
        unit,
        stream,
        stratum,
        blindness,
        method,
        cluster,
        probability,
        reference,
        grade,
        otherCount);
  }
}
