package org.assay.io.plan;

/**
 * A drawn grading.
 *
 * @param lot id of the planned lot
 * @param order place in the lot's order of checking, from 1
 * @param item item
 * @param assessor assessor
 * @param number 1, or more when the assessor graded the item again
 * @param stratum what the probability refers to: the lot in words
 * @param inclusionProbability of the whole draw: gradings drawn / gradings in the lot
 * @param excluded whether nobody may be shown it; it counts as an error without a verdict
 * @param digest of the grading as it was drawn, see {@link PlanDigests#grading}; empty in keys of
 *     earlier versions
 */
record KeyRow(
    String lot,
    int order,
    String item,
    String assessor,
    int number,
    String stratum,
    double inclusionProbability,
    boolean excluded,
    String digest) {
  String id() {
    return GradingIds.id(item, assessor, number);
  }
}
