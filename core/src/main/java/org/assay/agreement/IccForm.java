package org.assay.agreement;

/**
 * The six intraclass correlations of Shrout and Fleiss (1979), with the names of McGraw and Wong
 * (1996).
 *
 * <p>The first number says which raters: 1 other raters for every item; 2 the same raters, a sample
 * of those that might rate (their levels count as disagreement); 3 the same raters, the only ones
 * of interest (their levels do not count). The second says whose reliability: that of one rating,
 * or of the mean of the k ratings.
 */
public enum IccForm {
  /** ICC(1,1); McGraw and Wong ICC(1): one-way, single rating. */
  ICC_1_1("ICC(1)", false),
  /** ICC(2,1); McGraw and Wong ICC(A,1): two-way, absolute agreement, single rating. */
  ICC_2_1("ICC(A,1)", false),
  /** ICC(3,1); McGraw and Wong ICC(C,1): two-way, consistency, single rating. */
  ICC_3_1("ICC(C,1)", false),
  /** ICC(1,k); McGraw and Wong ICC(k): one-way, mean of k ratings. */
  ICC_1_K("ICC(k)", true),
  /** ICC(2,k); McGraw and Wong ICC(A,k): two-way, absolute agreement, mean of k ratings. */
  ICC_2_K("ICC(A,k)", true),
  /**
   * ICC(3,k); McGraw and Wong ICC(C,k): two-way, consistency, mean of k ratings; Cronbach's alpha.
   */
  ICC_3_K("ICC(C,k)", true);

  private final String mcGrawWong;
  private final boolean average;

  IccForm(String mcGrawWong, boolean average) {
    this.mcGrawWong = mcGrawWong;
    this.average = average;
  }

  /**
   * The name of McGraw and Wong.
   *
   * @return for example {@code ICC(A,1)}
   */
  public String mcGrawWong() {
    return mcGrawWong;
  }

  /**
   * Whether it is the reliability of the mean of all raters.
   *
   * @return false for that of a single rating
   */
  public boolean isAverage() {
    return average;
  }

  IccForm single() {
    return switch (this) {
      case ICC_1_1, ICC_1_K -> ICC_1_1;
      case ICC_2_1, ICC_2_K -> ICC_2_1;
      case ICC_3_1, ICC_3_K -> ICC_3_1;
    };
  }
}
