package org.assay.estimate;

import org.assay.data.Blindness;

/**
 * Random checks that are alike in everything a rate can ask for, and how many there are.
 *
 * @param assessor code of the assessor in the gradings
 * @param period code of the period in which the grading was made
 * @param unit code of the unit in the gradings, 0 when they have none
 * @param stream code of the stream in the gradings, 0 when they have none
 * @param stratum code of the stratum of the design, see {@link CheckCounts#strata()}
 * @param blindness whether the check was blind
 * @param probability recorded inclusion probability in (0, 1]
 * @param reference code of the reference grade, {@link #PENDING} without a verdict
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
    double probability,
    int reference,
    int grade,
    long count) {
  /** Reference of a selection that waits for its verdict. */
  public static final int PENDING = -1;

  /**
   * Whether the verdict is still to come.
   *
   * @return true for a selection without a verdict
   */
  public boolean isPending() {
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
        probability,
        reference,
        grade,
        otherCount);
  }
}
