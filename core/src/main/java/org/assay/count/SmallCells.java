package org.assay.count;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.assay.internal.Check;

/**
 * A table of counts that may be published: small counts are left out, and as many others that they
 * cannot be worked out from the totals.
 *
 * <p><b>Primary.</b> Counts from 1 to the threshold less 1. Counts of 0 are shown: nobody is in
 * them. <b>Complementary.</b> Who knows the totals of rows and columns knows of each count left out
 * between which limits it lies; further counts are left out, the smallest of its row and column
 * first, until the limits of every small count are at least the threshold less 1 apart. The limits
 * are those of the integer flow that the totals allow, so that nothing can be inferred that they do
 * not say. Where a table has too few counts to hide a small one behind, everything is left out.
 *
 * <p><b>Cost.</b> A flow for each small count: for tables of people, not of thousands of grades.
 *
 * <p><b>Source.</b> Cox (1980), JASA 75, 377-385, for the limits by flow; Willenborg and de Waal
 * (2001), Elements of Statistical Disclosure Control, chapter 6.
 *
 * @param threshold counts below it are small, at least 2
 * @param counts rows by columns; null where left out
 * @param primary counts left out because they are small
 * @param complementary counts left out for the sake of those
 */
public record SmallCells(int threshold, List<List<Long>> counts, int primary, int complementary) {

  public SmallCells {
    Check.atLeast("threshold", 2, threshold);
    counts = counts.stream().map(SmallCells::copy).toList();
  }

  // List.copyOf refuses null.
  private static List<Long> copy(List<Long> row) {
    return Collections.unmodifiableList(new ArrayList<>(row));
  }

  /**
   * Leaves out what is small.
   *
   * @param table counts, whose totals are published, too
   * @param threshold counts below it are small, at least 2
   * @return the table that may be published
   */
  public static SmallCells of(ConfusionTable table, int threshold) {
    Check.atLeast("threshold", 2, threshold);
    long[][] counts =
        table.counts().stream()
            .map(row -> row.stream().mapToLong(Long::longValue).toArray())
            .toArray(long[][]::new);
    boolean[][] out = new boolean[counts.length][counts.length];
    int primary = 0;
    for (int r = 0; r < counts.length; r++) {
      for (int c = 0; c < counts.length; c++) {
        out[r][c] = counts[r][c] > 0 && counts[r][c] < threshold;
        primary += out[r][c] ? 1 : 0;
      }
    }
    int all = primary;
    for (int r = 0; r < counts.length; r++) {
      for (int c = 0; c < counts.length; c++) {
        if (counts[r][c] > 0 && counts[r][c] < threshold) {
          all += protect(counts, out, r, c, threshold - 1);
        }
      }
    }
    List<List<Long>> shown = new ArrayList<>();
    for (int r = 0; r < counts.length; r++) {
      List<Long> row = new ArrayList<>();
      for (int c = 0; c < counts.length; c++) {
        row.add(out[r][c] ? null : (Long) counts[r][c]);
      }
      shown.add(row);
    }
    return new SmallCells(threshold, shown, primary, all - primary);
  }

  private static int protect(long[][] counts, boolean[][] out, int r, int c, long room) {
    int more = 0;
    while (room(counts, out, r, c, room) < room) {
      int before = more;
      more += leaveOut(counts, out, r, c);
      if (more == before) {
        break; // everything is left out
      }
    }
    return more;
  }

  // The smallest count that is shown: in the row of the small one, else in its column, else
  // anywhere in rows and columns that have something left out already, else anywhere.
  private static int leaveOut(long[][] counts, boolean[][] out, int r, int c) {
    int[] inRow = smallest(counts, out, r, -1);
    int[] inColumn = smallest(counts, out, -1, c);
    if (inRow == null && inColumn == null) {
      int[] any = smallest(counts, out, -1, -1);
      if (any == null) {
        return 0;
      }
      out[any[0]][any[1]] = true;
      return 1;
    }
    int n = 0;
    for (int[] cell : new int[][] {inRow, inColumn}) {
      if (cell != null) {
        out[cell[0]][cell[1]] = true;
        n++;
      }
    }
    if (inRow != null && inColumn != null && !out[inColumn[0]][inRow[1]]) {
      out[inColumn[0]][inRow[1]] = true; // the fourth corner, without which the others say it
      n++;
    }
    return n;
  }

  // Counts above 0 come first: one of 0 hides less.
  private static int[] smallest(long[][] counts, boolean[][] out, int row, int column) {
    int[] best = null;
    for (int r = 0; r < counts.length; r++) {
      for (int c = 0; c < counts.length; c++) {
        if (!out[r][c]
            && (row < 0 || r == row)
            && (column < 0 || c == column)
            && (best == null || size(counts[r][c]) < size(counts[best[0]][best[1]]))) {
          best = new int[] {r, c};
        }
      }
    }
    return best;
  }

  private static long size(long count) {
    return count == 0 ? Long.MAX_VALUE : count;
  }

  // How far apart the limits of a count are that the totals leave, up to what is asked for.
  private static long room(long[][] counts, boolean[][] out, int r, int c, long asked) {
    long up = flow(counts, out, r, c, true, asked);
    long down = flow(counts, out, r, c, false, Math.min(asked, counts[r][c]));
    return up + down;
  }

  // By how much a count can rise, or fall, while rows and columns keep their totals: a flow of
  // changes from its column back to its row, or the other way, over the other counts left out. Each
  // of these can rise without a limit and fall to 0.
  private static long flow(long[][] counts, boolean[][] out, int r, int c, boolean up, long asked) {
    int k = counts.length;
    long[][] change = new long[k][k];
    long sum = 0;
    while (sum < asked) {
      int[] from = path(counts, out, change, r, c, up);
      int end = up ? r : k + c;
      if (from[end] < 0) {
        break;
      }
      long least = asked - sum;
      for (int at = end; from[at] != at; at = from[at]) {
        least = Math.min(least, capacity(counts, change, from[at], at, k));
      }
      for (int at = end; from[at] != at; at = from[at]) {
        int row = Math.min(from[at], at);
        int column = Math.max(from[at], at) - k;
        change[row][column] += from[at] < k ? least : -least; // from a row it rises
      }
      sum += least;
    }
    return sum;
  }

  private static long capacity(long[][] counts, long[][] change, int from, int to, int k) {
    return from < k ? Long.MAX_VALUE : counts[to][from - k] + change[to][from - k];
  }

  // Breadth first from the column (or the row) of the count; each node's predecessor, -1 unreached.
  private static int[] path(
      long[][] counts, boolean[][] out, long[][] change, int r, int c, boolean up) {
    int k = counts.length;
    int[] from = new int[2 * k];
    Arrays.fill(from, -1);
    var queue = new ArrayDeque<Integer>();
    int start = up ? k + c : r;
    from[start] = start;
    queue.add(start);
    while (!queue.isEmpty()) {
      int at = queue.remove();
      for (int i = 0; i < k; i++) {
        int row = at < k ? at : i;
        int column = at < k ? i : at - k;
        int next = at < k ? k + i : i;
        boolean isOther = row != r || column != c;
        if (out[row][column]
            && isOther
            && from[next] < 0
            && capacity(counts, change, at, next, k) > 0) {
          from[next] = at;
          queue.add(next);
        }
      }
    }
    return from;
  }
}
