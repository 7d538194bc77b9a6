package org.assay.io.doctor;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assay.io.ingest.TableLedger;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What can and cannot be concluded from a data set.
 *
 * @param policy file that was read; null where a starter policy stands in for it
 * @param tables what became of the rows of each table
 * @param answers one per question, in the order of {@link Question}
 * @param warnings what looks wrong although it can be read, with what to do
 * @param improvements columns that are not there, with what could be concluded with them
 */
public record Diagnosis(
    String policy,
    List<Table> tables,
    List<Answer> answers,
    List<String> warnings,
    List<String> improvements) {

  public Diagnosis {
    tables = List.copyOf(tables);
    answers = List.copyOf(answers);
    warnings = List.copyOf(warnings);
    improvements = List.copyOf(improvements);
  }

  /** What people ask of gradings. */
  public enum Question {
    /** Agreement, which needs no verdicts. */
    AGREEMENT("Do assessors agree with one another?"),
    /** Error rates. */
    RATES("How many gradings are wrong?"),
    /** PASS, FAIL. */
    LEVELS("Are the QA levels met?"),
    /** Training needs. */
    PEOPLE("Who needs support?"),
    /** Charts by week. */
    DRIFT("Has somebody's grading changed?");

    private final String words;

    Question(String words) {
      this.words = words;
    }

    /**
     * The question.
     *
     * @return with its question mark
     */
    public String words() {
      return words;
    }
  }

  /** Whether a question can be answered. */
  public enum Can {
    /** It can. */
    YES,
    /** For some, or with a reservation. */
    PARTLY,
    /** It cannot. */
    NO
  }

  /**
   * Whether a question can be answered.
   *
   * @param question which
   * @param can whether
   * @param found why, with numbers
   * @param toDo what to add to get more; empty when nothing is missing
   */
  public record Answer(Question question, Can can, String found, List<String> toDo) {
    public Answer {
      toDo = List.copyOf(toDo);
    }
  }

  /**
   * What became of the rows of a table.
   *
   * @param ledger the account of all rows
   * @param share share of them that is lost
   * @param causes why rows are excluded, the likeliest cause of most rows first: sentences with
   *     what stood there and what to do
   */
  public record Table(TableLedger ledger, double share, List<String> causes) {
    public Table {
      causes = List.copyOf(causes);
    }
  }

  /**
   * Whether a row of a table is excluded.
   *
   * @return false when every row is used or pending
   */
  public boolean excludesRows() {
    return tables.stream().anyMatch(table -> table.ledger().rowsExcluded() > 0);
  }

  /**
   * The diagnosis for programs.
   *
   * @return JSON, a line feed at its end
   */
  public String json() {
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    return new String(mapper.writeValueAsBytes(this), StandardCharsets.UTF_8).replace("\r\n", "\n")
        + "\n";
  }
}
