package org.assay.io;

import org.assay.result.Undefined;

/** Why there is no number, in words: the one place that has them for pages and terminals. */
public final class UndefinedWords {
  private UndefinedWords() {}

  /**
   * The reason as the end of a sentence.
   *
   * @param reason why
   * @return without capital and full stop, such as {@code no item has two ratings}
   */
  public static String of(Undefined reason) {
    return switch (reason) {
      case NO_VARIATION -> "only one grade occurs, so agreement beyond chance cannot be stated";
      case NO_PAIRS -> "no item has two ratings";
      case TOO_FEW_ITEMS -> "there are too few items";
      case UNUSED_GRADE -> "the grade was never given";
      case NOT_IDENTIFIED -> "the data do not determine it";
      case ZERO_VARIANCE -> "nothing varies, so that there is nothing to compare with";
      case NOT_APPLICABLE -> "it does not exist for such data";
    };
  }

  /**
   * The same of a reason by its name, as models have it.
   *
   * @param code name of the reason
   * @return the reason in words
   */
  public static String of(String code) {
    return of(Undefined.valueOf(code));
  }
}
