package org.assay.io.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assay.io.ingest.TableLedger;
import org.assay.result.Conclusion.State;

/**
 * A report in a few numbers, for programs: the states of the levels and what became of the rows.
 * All of it, and everything else, is in {@code report.json}.
 *
 * @param report the page for people
 * @param first what the report says first
 * @param states how many levels of units and assessors there are by state
 * @param levels each of them
 * @param gradings what became of the rows of gradings
 * @param verdicts the same of verdicts; null without such a table
 */
public record RunSummary(
    String report,
    List<String> first,
    Map<State, Long> states,
    List<Level> levels,
    Rows gradings,
    Rows verdicts) {
  /**
   * A level of somebody or something in a period.
   *
   * @param level name in the policy
   * @param member unit or assessor
   * @param period label
   * @param state PASS, FAIL or NOT_DEMONSTRATED
   */
  public record Level(String level, String member, String period, State state) {}

  /**
   * The rows of a table.
   *
   * @param in rows after the header
   * @param used those in the figures
   * @param pending selections that wait for their verdict
   * @param excluded those that cannot be used
   */
  public record Rows(long in, long used, long pending, long excluded) {
    static Rows of(TableLedger ledger) {
      return new Rows(
          ledger.rowsIn(), ledger.rowsUsed(), ledger.rowsPending(), ledger.rowsExcluded());
    }
  }

  /**
   * The summary of a report.
   *
   * @param result the report made
   * @return the summary
   */
  public static RunSummary of(ReportJob.Result result) {
    ReportModel report = result.report();
    Map<State, Long> states = new TreeMap<>();
    for (State state : State.values()) {
      states.put(state, report.levels().stream().filter(l -> l.state() == state).count());
    }
    TableLedger verdicts = report.arrived().ledger().verdicts();
    return new RunSummary(
        result.folder().resolve("index.html").toString(),
        report.first(),
        states,
        report.levels().stream()
            .map(l -> new Level(l.level(), l.member(), l.period(), l.state()))
            .toList(),
        Rows.of(report.arrived().ledger().gradings()),
        verdicts.isPresent() ? Rows.of(verdicts) : null);
  }

  /**
   * The summary as text.
   *
   * @return JSON, a line feed at its end
   */
  public String json() {
    return new String(ReportFiles.json(this), StandardCharsets.UTF_8);
  }
}
