package org.assay.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * A plan of a published standard.
 *
 * <p>Under reduced inspection the last rejection number can be more than one above the acceptance
 * number: errors in between accept the lot and send inspection back to normal.
 *
 * @param codeLetter sample size code letter the lot has
 * @param sampleSizes items of each stage, as printed; a sample as large as the lot means all of it
 * @param acceptanceNumbers of each stage, from the start; -1 when the stage cannot accept
 * @param rejectionNumbers of each stage, from the start
 */
public record StandardPlan(
    String codeLetter,
    List<Long> sampleSizes,
    List<Long> acceptanceNumbers,
    List<Long> rejectionNumbers) {
  public StandardPlan {
    sampleSizes = List.copyOf(sampleSizes);
    acceptanceNumbers = List.copyOf(acceptanceNumbers);
    rejectionNumbers = List.copyOf(rejectionNumbers);
  }

  /**
   * The plan as far as accepting and rejecting goes.
   *
   * @return with the last acceptance number just below the rejection number
   */
  public StagedPlan asStaged() {
    var accept = new ArrayList<Long>(acceptanceNumbers);
    int last = accept.size() - 1;
    accept.set(last, rejectionNumbers.get(last) - 1);
    return new StagedPlan(sampleSizes, accept, rejectionNumbers);
  }
}
