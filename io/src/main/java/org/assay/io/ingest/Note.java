package org.assay.io.ingest;

/**
 * Something the reader should know about rows that were used or are pending.
 *
 * @param kind what it is about
 * @param sentence the same in words
 * @param rows how many rows it concerns
 */
public record Note(Kind kind, String sentence, long rows) {
  Note(Kind kind, long rows) {
    this(kind, kind.sentence, rows);
  }

  /** The kinds of notes. */
  public enum Kind {
    /** A local time in the hour that the end of summer time repeats. */
    AMBIGUOUS_TIME(
        "The local time occurs twice because summer time ended; the earlier of the two was taken."),
    /** A correction of something that is not there. */
    SUPERSEDES_NOTHING(
        "The row corrects a row that is not there; it was used as a row of its own."),
    /** No unit recorded. */
    NO_UNIT("No unit is recorded; the row counts for the unit without a name."),
    /** No stream recorded. */
    NO_STREAM("No stream is recorded; the row counts for the stream without a name."),
    /** No stratum recorded. */
    NO_STRATUM("No stratum is recorded; the row counts for the stratum without a name."),
    /** No selection method recorded. */
    NO_SELECTION_METHOD(
        "No selection method is recorded; the check finds errors but enters no rate."),
    /** A random method without its probability. */
    NO_PROBABILITY(
        "The selection was random but its probability is not recorded; the check enters no rate."),
    /** Not recorded whether blind. */
    BLINDNESS_UNKNOWN(
        "It is not recorded whether the check was blind; it is not counted as blind."),
    /** One verdict for several gradings of an item. */
    CHECKS_SEVERAL("The verdict names no single grading; it checks all gradings of its item."),
    /** Ids that a spreadsheet has shortened. */
    SHORTENED_ID(
        "The id is a number such as 1.23E+15, as spreadsheets write long numbers; ids that were"
            + " different may have become the same."),
    /** Ids of a pick-list that a spreadsheet has changed. */
    RESTORED_ID(
        "A spreadsheet had changed the id; it was put back as it was drawn, by the column draw of"
            + " the pick-list."),
    /** A word, a time or a number that was read without regard to white space, form or case. */
    READ_AS(
        "White space at the ends, the form of letters in Unicode, a decimal comma or, where it is"
            + " clear, the case of letters was not regarded."),
    /** Something an annotation tool exported that is no grading. */
    LEFT_OUT(
        "The export has no grade there: the item was skipped, or its annotation withdrawn; it is"
            + " not one of the rows."),
    /** A date without a time of day. */
    DATE_ALONE(
        "A date alone is recorded: a grading counts as made when the day begins, a check as made"
            + " when it ends."),
    /** A verdict without the time it was reached. */
    NO_TIME_OF_CHECK(
        "The time of the check is not recorded; the verdict counts as later than all gradings."),
    /** Dates far from all others. */
    FAR_DATE("Some dates are far from all others."),
    /** A verdict reached after the as-of time. */
    CHECKED_AFTER_AS_OF("The verdict was reached after the as-of time; it is counted as pending.");

    private final String sentence;

    Kind(String sentence) {
      this.sentence = sentence;
    }

    /**
     * The note in words.
     *
     * @return one sentence
     */
    public String sentence() {
      return sentence;
    }
  }
}
