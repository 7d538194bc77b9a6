package org.assay.io.ingest;

/** Why a row was excluded. */
public enum Reason {
  /** The row is broken. */
  FIELD_COUNT("The row has more or fewer fields than the header."),
  /** A required field is empty. */
  MISSING_FIELD("A required field is empty."),
  /** Bytes that are not UTF-8, or a control character. */
  UNREADABLE_TEXT("A field holds bytes that are not UTF-8, or a control character."),
  /** Something like #N/A. */
  SPREADSHEET_ERROR("A field holds an error of a spreadsheet, such as #N/A, in place of a value."),
  /** Not a grade of the scheme. */
  UNKNOWN_GRADE("The grade is not one of the scheme's grades."),
  /** Another version of the scheme. */
  OTHER_SCHEME_VERSION("The grading was made under another version of the scheme."),
  /** Not a time. */
  BAD_TIME(
      "The time is not ISO 8601 with an offset or Z, or a local time that exists in the policy's"
          + " zone."),
  /** Not a probability. */
  BAD_PROBABILITY("The inclusion probability is not a number above 0 and at most 1."),
  /** Not a selection method. */
  UNKNOWN_SELECTION_METHOD("The selection method is not one of the known methods."),
  /** Not a value of blind. */
  UNKNOWN_BLIND_VALUE("The value of blind is not BLIND, NON_BLIND or UNKNOWN."),
  /** Later than the report looks. */
  AFTER_AS_OF("It happened after the as-of time."),
  /** The same row again. */
  EXACT_DUPLICATE("The row repeats another row; the first of them is used."),
  /** The same event told differently. */
  CONFLICTING_DUPLICATE(
      "The row tells the same event as another row, differently; neither is used."),
  /** Replaced by a correction. */
  SUPERSEDED("A later row corrects this one."),
  /** A correction of a grading that was already checked. */
  CORRECTED_AFTER_CHECK(
      "The row corrects a grading that was selected for a check; the grading counts as it stood."),
  /** No such grading. */
  UNKNOWN_GRADING("No grading that is used answers to the item, grading or assessor named."),
  /** Checked before it was graded. */
  VERDICT_BEFORE_GRADING("The verdict is older than the grading."),
  /** Checked by the assessor. */
  SELF_REVIEW("The QA officer checked a grading of their own."),
  /** A verdict on more gradings than a design can mean. */
  TOO_MANY_GRADINGS(
      "The verdict names no single grading, and its item has more gradings than the policy lets one"
          + " verdict check."),
  /** A selection that has its verdict. */
  SELECTION_CHECKED("The selection has its verdict in another row.");

  private final String sentence;

  Reason(String sentence) {
    this.sentence = sentence;
  }

  /**
   * Whether what the row had to say is lost: it cannot be used, and no other row accounts for it.
   *
   * @return false for repeats, corrected rows, corrections set aside, selections that have their
   *     verdict, and rows of another time or version of the scheme
   */
  public boolean isLoss() {
    return switch (this) {
      case OTHER_SCHEME_VERSION,
          AFTER_AS_OF,
          EXACT_DUPLICATE,
          SUPERSEDED,
          CORRECTED_AFTER_CHECK,
          SELECTION_CHECKED ->
          false;
      default -> true;
    };
  }

  /**
   * The reason in words.
   *
   * @return one sentence
   */
  public String sentence() {
    return sentence;
  }
}
