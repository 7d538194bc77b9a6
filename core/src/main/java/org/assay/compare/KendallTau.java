package org.assay.compare;

import org.assay.count.ConfusionMatrix;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/**
 * Kendall's tau-b: do two series of ordered grades put the items in the same order?
 *
 * <pre>{@code
 * tau-b = (concordant - discordant) / sqrt((pairs - ties of the rows) (pairs - ties of the columns))
 * }</pre>
 *
 * over pairs of items. <b>Edges.</b> Undefined (TOO_FEW_ITEMS) below two items, and (NO_VARIATION)
 * when a side has one grade only. <b>Cost.</b> O(grades²), from counts. <b>Agrees with</b> R {@code
 * cor(method = "kendall")}. <b>Source.</b> Kendall (1945), Biometrika 33, 239-251.
 */
public final class KendallTau {
  private KendallTau() {}

  /**
   * The coefficient of a table.
   *
   * @param pairs items by the grades of both series, grades in order of their codes
   * @return in [-1, 1]
   */
  public static Outcome of(ConfusionMatrix pairs) {
    int k = pairs.grades();
    double[] columnBelow = new double[k]; // items in earlier rows, by column
    double[] columns = new double[k];
    double concordant = 0;
    double discordant = 0;
    double items = 0;
    double rowTies = 0;
    for (int r = 0; r < k; r++) {
      double lower = 0; // of earlier rows, in columns to the left
      double higher = 0; // in columns to the right
      for (int c = 1; c < k; c++) {
        higher += columnBelow[c];
      }
      double row = 0;
      for (int c = 0; c < k; c++) {
        double n = pairs.count(r, c);
        concordant += n * lower;
        discordant += n * higher;
        lower += columnBelow[c];
        higher -= c + 1 < k ? columnBelow[c + 1] : 0;
        row += n;
      }
      for (int c = 0; c < k; c++) {
        columnBelow[c] += pairs.count(r, c);
        columns[c] += pairs.count(r, c);
      }
      rowTies += row * (row - 1) / 2;
      items += row;
    }
    if (items < 2) {
      return Outcome.undefined(Undefined.TOO_FEW_ITEMS);
    }
    double columnTies = 0;
    for (double n : columns) {
      columnTies += n * (n - 1) / 2;
    }
    double all = items * (items - 1) / 2;
    if (rowTies >= all || columnTies >= all) {
      return Outcome.undefined(Undefined.NO_VARIATION);
    }
    double tau = (concordant - discordant) / Math.sqrt((all - rowTies) * (all - columnTies));
    return Outcome.of(Math.max(-1, Math.min(1, tau)));
  }
}
