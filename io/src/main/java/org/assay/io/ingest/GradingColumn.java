package org.assay.io.ingest;

/** The columns of gradings. */
enum GradingColumn implements Table.Column {
  ITEM_ID(null),
  ASSESSOR_ID(null),
  GRADE(null),
  GRADED_AT(null),
  GRADING_ID(
      "Gradings have no ids: duplicates are told by item, assessor, time and round, corrections"
          + " cannot be followed, and a verdict cannot name one of several gradings of an item."),
  UNIT_ID("Everything is one unit: units cannot be told apart."),
  STREAM_ID(
      "Streams are unknown: a change in what arrives cannot be told from a change in grading."),
  STRATUM_ID("Everything is one stratum: rates are not weighted to the strata of the population."),
  LOT_ID("Lots are unknown: gradings cannot be judged lot by lot."),
  SCHEME_VERSION(
      "The scheme version is not recorded: all gradings are taken to be under the policy's scheme."),
  ROUND("Rounds are unknown: a first and a second grading are told apart by their time only."),
  SUPERSEDES("Corrections are unknown: a corrected grading counts beside the one it corrects.");

  private final String without;

  GradingColumn(String without) {
    this.without = without;
  }

  @Override
  public String without() {
    return without;
  }
}
