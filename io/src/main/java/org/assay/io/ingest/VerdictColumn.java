package org.assay.io.ingest;

/** The columns of verdicts. */
enum VerdictColumn implements Table.Column {
  ITEM_ID(null),
  REVIEWER_ID(null),
  GRADE(null),
  CHECKED_AT(null),
  VERDICT_ID("Verdicts have no ids: duplicates are told by grading, QA officer and time."),
  GRADING_ID("Verdicts name items, not gradings: a verdict checks all gradings of its item."),
  ASSESSOR_ID(
      "Verdicts do not name the assessor: one that names no grading checks all assessors of its item."),
  SELECTION_METHOD(
      "It is not recorded how gradings were selected: no check supports a claim about all gradings."),
  INCLUSION_PROBABILITY(
      "Inclusion probabilities are not recorded: no check supports a claim about all gradings."),
  STRATUM_ID("The strata of the selection are not recorded: it is taken to be of one stratum."),
  BLIND("It is not recorded whether checks were blind: no rate is one of blind checks."),
  SUPERSEDES("Corrections are unknown: a corrected verdict counts beside the one it corrects.");

  private final String without;

  VerdictColumn(String without) {
    this.without = without;
  }

  @Override
  public String without() {
    return without;
  }
}
