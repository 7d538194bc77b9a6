package org.assay.io.ingest;

import java.util.List;
import org.assay.data.Selections.Blindness;
import org.assay.io.table.Table;

/** The columns of verdicts. */
enum VerdictColumn implements Table.Column {
  ITEM_ID(Kind.ID, null),
  REVIEWER_ID(
      Kind.ID,
      "QA officers are not named: a check of their own grading cannot be told, nor one officer from"
          + " another."),
  GRADE(Kind.WORD, null),
  CHECKED_AT(
      Kind.TIME,
      "Times of checks are not recorded: verdicts count as later than all gradings, one after the"
          + " other in the order of the table."),
  VERDICT_ID(Kind.ID, "Verdicts have no ids: duplicates are told by grading, QA officer and time."),
  GRADING_ID(
      Kind.ID, "Verdicts name items, not gradings: a verdict checks all gradings of its item."),
  ASSESSOR_ID(
      Kind.ID,
      "Verdicts do not name the assessor: one that names no grading checks all assessors of its item."),
  SELECTION_METHOD(
      Kind.WORD,
      "It is not recorded how gradings were selected: no check supports a claim about all gradings."),
  INCLUSION_PROBABILITY(
      Kind.NUMBER,
      "Inclusion probabilities are not recorded: no check supports a claim about all gradings."),
  STRATUM_ID(
      Kind.ID, "The strata of the selection are not recorded: it is taken to be of one stratum."),
  BLIND(
      Kind.YES_OR_NO,
      "It is not recorded whether checks were blind: no rate is one of blind checks."),
  SUPERSEDES(
      Kind.ID, "Corrections are unknown: a corrected verdict counts beside the one it corrects.");

  static final Table TABLE = new Table("verdicts", List.of(values()));

  private final Kind kind;
  private final String without;

  VerdictColumn(Kind kind, String without) {
    this.kind = kind;
    this.without = without;
  }

  @Override
  public String without() {
    return without;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public List<String> alsoCalled() {
    return switch (this) {
      case ITEM_ID, ASSESSOR_ID -> GradingColumn.valueOf(name()).alsoCalled();
      case REVIEWER_ID -> List.of("reviewer", "officer", "checker", "auditor", "qa");
      case GRADE -> List.of("truth", "reference", "verdict", "gold", "answer", "label");
      case CHECKED_AT -> List.of("time", "timestamp", "date", "datetime", "reviewed_at");
      case SELECTION_METHOD -> List.of("selection", "method", "sampling");
      case INCLUSION_PROBABILITY -> List.of("probability", "sampling_rate");
      case STRATUM_ID -> List.of("stratum");
      default -> List.of();
    };
  }

  @Override
  public String word(boolean value) {
    return (value ? Blindness.BLIND : Blindness.NON_BLIND).name();
  }
}
