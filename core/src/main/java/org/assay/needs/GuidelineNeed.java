package org.assay.needs;

/**
 * A mix-up that most people make in many of the items that could show it: a matter of the
 * guideline, not of a person.
 *
 * @param reference code of the reference grade
 * @param grade code of the grade given
 * @param found how often it was found, of everybody
 * @param checked checks with this reference grade
 * @param share of this grade where that is the reference grade
 * @param adjusted smallest false-discovery rate at which it is named
 * @param breadth how many people make it
 */
public record GuidelineNeed(
    int reference,
    int grade,
    long found,
    long checked,
    Share share,
    double adjusted,
    Breadth breadth) {

  /**
   * A share of the population, weighted by the design.
   *
   * @param estimate in [0, 1]
   * @param atLeast lower limit, above the share asked for
   * @param confidence of the limit, one-sided; allows for every mix-up looked at
   */
  public record Share(double estimate, double atLeast, double confidence) {}

  /**
   * Of the people who were checked where the mix-up could show, those who make it.
   *
   * @param people who could be compared
   * @param above of them, whose share, drawn towards that of all as far as differences are chance,
   *     is at least the share asked for
   */
  public record Breadth(long people, long above) {}
}
