package org.assay.needs;

/**
 * A mix-up that most people make in many of the checks that could show it: a matter of the
 * guideline, not of a person.
 *
 * @param reference code of the reference grade
 * @param grade code of the grade given
 * @param found how often it was found, of everybody
 * @param checked checks with this reference grade, or, where the sample was chosen by the grade
 *     given, with this grade
 * @param shareAtLeast lower limit of its share, above the share asked for
 * @param adjusted smallest false-discovery rate at which it is named
 * @param breadth how many people make it
 */
public record GuidelineNeed(
    int reference,
    int grade,
    long found,
    long checked,
    double shareAtLeast,
    double adjusted,
    Breadth breadth) {

  /**
   * Of the people who were checked where the mix-up could show, those who make it.
   *
   * @param people who could be compared
   * @param above of them, whose share, drawn towards that of all as far as differences are chance,
   *     is at least the share asked for
   */
  public record Breadth(long people, long above) {}
}
