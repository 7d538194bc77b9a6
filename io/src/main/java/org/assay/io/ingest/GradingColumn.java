package org.assay.io.ingest;

import java.util.List;
import org.assay.io.table.Table;

/** The columns of gradings. */
enum GradingColumn implements Table.Column {
  ITEM_ID(Kind.ID, null),
  ASSESSOR_ID(Kind.ID, null),
  GRADE(Kind.WORD, null),
  GRADED_AT(
      Kind.TIME,
      "Times of grading are not recorded: there are no periods, no drift and no order of gradings,"
          + " and an item that its assessor graded again cannot be told from a duplicate row."),
  GRADING_ID(
      Kind.ID,
      "Gradings have no ids: duplicates are told by item, assessor, time and round, corrections"
          + " cannot be followed, and a verdict cannot name one of several gradings of an item."),
  UNIT_ID(Kind.ID, "Everything is one unit: units cannot be told apart."),
  STREAM_ID(
      Kind.ID,
      "Streams are unknown: a change in what arrives cannot be told from a change in grading."),
  STRATUM_ID(
      Kind.ID,
      "Everything is one stratum: rates are not weighted to the strata of the population."),
  LOT_ID(Kind.ID, "Lots are unknown: gradings cannot be judged lot by lot."),
  SCHEME_VERSION(
      Kind.WORD,
      "The scheme version is not recorded: all gradings are taken to be under the policy's scheme."),
  ROUND(
      Kind.ID,
      "Rounds are unknown: a first and a second grading are told apart by their time only."),
  SUPERSEDES(
      Kind.ID, "Corrections are unknown: a corrected grading counts beside the one it corrects.");

  static final Table TABLE = new Table("gradings", List.of(values()));

  private final Kind kind;
  private final String without;

  GradingColumn(Kind kind, String without) {
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
      case ITEM_ID ->
          List.of("item", "question", "task", "task_id", "document", "image", "record", "id");
      case ASSESSOR_ID ->
          List.of("assessor", "worker", "rater", "annotator", "grader", "coder", "user", "judge");
      case GRADE -> List.of("answer", "label", "rating", "category", "class", "code", "score");
      case GRADED_AT -> List.of("time", "timestamp", "date", "datetime", "created_at");
      case UNIT_ID -> List.of("unit", "team", "group", "department");
      case STREAM_ID -> List.of("stream", "queue", "channel", "source");
      case STRATUM_ID -> List.of("stratum");
      case LOT_ID -> List.of("lot", "batch");
      default -> List.of();
    };
  }
}
