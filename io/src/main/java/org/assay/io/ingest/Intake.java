package org.assay.io.ingest;

import java.util.List;
import org.assay.data.Gradings;
import org.assay.data.Verdicts;

/**
 * What was read: the rows that can be used, and the account of all rows.
 *
 * @param gradings the gradings used, with their times
 * @param verdicts the verdicts used and the selections that wait for one; empty without a file
 * @param ledger rows in = rows used + rows pending + rows excluded, for each table
 * @param losses the excluded rows that no other row accounts for: how many, whose, and why
 */
public record Intake(Gradings gradings, Verdicts verdicts, Ledger ledger, Losses losses) {
  /**
   * Stands in {@link Verdicts#checkedAt} for a time that is not recorded: later than every other.
   */
  public static final long UNTIMED = Long.MAX_VALUE - 1;

  private static final String NO_FILE = "(in memory)";

  /**
   * Tables that did not come from files: every row is used, none is lost.
   *
   * @param gradings the gradings
   * @param verdicts on them, and the selections that wait for theirs
   * @return the tables with their account
   */
  public static Intake inMemory(Gradings gradings, Verdicts verdicts) {
    return new Intake(
        gradings,
        verdicts,
        new Ledger(
            TableLedger.complete(GradingColumn.TABLE.name(), NO_FILE, gradings.size(), 0),
            TableLedger.complete(
                VerdictColumn.TABLE.name(), NO_FILE, verdicts.size(), verdicts.pending().size())),
        new Losses(
            complete(GradingColumn.TABLE.name(), gradings.size()),
            complete(VerdictColumn.TABLE.name(), verdicts.size() + verdicts.pending().size())));
  }

  private static TableLosses complete(String table, long rows) {
    return new TableLosses(table, rows, 0, List.of(), List.of(), LostTimes.NONE);
  }
}
