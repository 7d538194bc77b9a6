package org.assay.io.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What would settle the states that are NOT DEMONSTRATED, over all levels, members and periods.
 *
 * <p>One sample serves several levels: of a member and period the most that any level there needs
 * is counted. A check that only everything left would take is not asked of anybody and is in no
 * sum.
 *
 * @param all over all periods
 * @param last in the last period of each kind alone
 * @param checksPerHour behind the hours
 * @param chance with which the checks settle each state at the rate assumed for it
 * @param sentences the same in words
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FurtherTotals(
    Part all, Part last, double checksPerHour, double chance, List<String> sentences) {

  /**
   * Sums.
   *
   * @param open states that are NOT DEMONSTRATED
   * @param settled of them, those that further checks within the lot settle
   * @param waiting those between which and a state only due verdicts stand
   * @param everything those that nothing less than everything left settles
   * @param nothing those that nothing settles within the lot
   * @param planned those on checks of a plan that asks for no more, or is of another level or lot
   * @param together those that are shown by themselves, but not among all states of their level
   * @param checks further checks, per member and period the most that any level needs
   * @param viewings expected gradings to be viewed: one drawn for several lots is viewed once
   * @param hours for the viewings
   * @param reviewerDays for the viewings at the exposure ceiling; null without one
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Part(
      long open,
      long settled,
      long waiting,
      long everything,
      long nothing,
      long planned,
      long together,
      long checks,
      double viewings,
      double hours,
      Long reviewerDays) {}
}
