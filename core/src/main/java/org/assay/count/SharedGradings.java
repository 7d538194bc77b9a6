package org.assay.count;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.assay.data.Codes;
import org.assay.data.Gradings;
import org.assay.internal.Check;

/**
 * The gradings of items that were graded more than once, item by item: what agreement among
 * assessors is counted from.
 *
 * <p>An assessor counts once for an item beside others, by the first grading; the first and the
 * next grading of an item by the same assessor are a repeat. First is by time, and by row where
 * times are equal or not recorded.
 *
 * <p><b>Cost.</b> One index over the items, 4 bytes per row and 4 per item; then O(r²) for an item
 * with r gradings. Immutable and thread-safe.
 */
public final class SharedGradings {
  private final int assessors;
  private final int grades;
  private final Codes assessor;
  private final Codes grade;
  private final int[] rows; // by item, by assessor, in order of time
  private final int[] end; // position after the last row of each item that is shared
  private final long items;
  private final long gradings;

  private SharedGradings(Gradings table, IntPredicate included) {
    this.assessors = table.assessor().ids().size();
    this.grades = table.scheme().size();
    this.assessor = table.assessor().codes();
    this.grade = table.grade();
    long[] at = table.gradedAt().orElse(null);
    RowIndex ofItem = RowIndex.of(table.item().codes(), table.item().ids().size());
    int[] order = new int[table.size()];
    int[] ends = new int[table.item().ids().size()];
    int size = 0;
    int shared = 0;
    long all = 0;
    long every = 0;
    for (int item = 0; item < ends.length; item++) {
      int from = size;
      for (int i = ofItem.from(item); i < ofItem.to(item); i++) {
        int row = ofItem.row(i);
        if (included.test(row)) {
          size = insert(order, from, size, row, at);
        }
      }
      all += size > from ? 1 : 0;
      every += size - from;
      if (size - from > 1) {
        ends[shared++] = size;
      } else {
        size = from;
      }
    }
    this.rows = Arrays.copyOf(order, size);
    this.end = Arrays.copyOf(ends, shared);
    this.items = all;
    this.gradings = every;
  }

  /**
   * The shared gradings of a table.
   *
   * @param gradings each row once
   * @return a view
   */
  public static SharedGradings of(Gradings gradings) {
    return of(gradings, row -> true);
  }

  /**
   * The shared gradings of a part of a table: a unit, a stream, a period.
   *
   * @param gradings each row once
   * @param included whether a row belongs to the part
   * @return a view
   */
  public static SharedGradings of(Gradings gradings, IntPredicate included) {
    return new SharedGradings(gradings, included);
  }

  // An item has few gradings, so that a sort by insertion is the fastest.
  private int insert(int[] order, int from, int size, int row, long[] at) {
    int place = size;
    while (place > from && isBefore(row, order[place - 1], at)) {
      order[place] = order[place - 1];
      place--;
    }
    order[place] = row;
    return size + 1;
  }

  private boolean isBefore(int row, int other, long[] at) {
    int order = Integer.compare(assessor.get(row), assessor.get(other));
    return order != 0 ? order < 0 : at != null && at[row] < at[other];
  }

  /** Takes the gradings of an item. */
  @FunctionalInterface
  private interface ItemTaker {
    void take(int from, int to);
  }

  private void forEachItem(ItemTaker taker) {
    int from = 0;
    for (int to : end) {
      taker.take(from, to);
      from = to;
    }
  }

  private boolean isFirst(int from, int at) {
    return at == from || assessor.get(rows[at]) != assessor.get(rows[at - 1]);
  }

  /**
   * Items by count vector, each assessor once per item.
   *
   * @return items that two assessors or more graded
   */
  public RatingPatterns patterns() {
    RatingPatterns patterns = RatingPatterns.create(grades);
    int[] counts = new int[grades];
    forEachItem(
        (from, to) -> {
          Arrays.fill(counts, 0);
          int different = 0;
          for (int i = from; i < to; i++) {
            if (isFirst(from, i)) {
              counts[grade.get(rows[i])]++;
              different++;
            }
          }
          if (different > 1) {
            patterns.add(counts);
          }
        });
    return patterns;
  }

  /**
   * Items by assessor, each once per item.
   *
   * @param most refuses more assessors than this: a row has a place for each of them
   * @return items that two assessors or more graded, a column per assessor
   * @throws IllegalArgumentException if there are more assessors
   */
  public RatingRows rows(int most) {
    Check.range("assessors", 1, most, assessors);
    RatingRows table = RatingRows.create(assessors, grades);
    int[] row = new int[assessors];
    forEachItem(
        (from, to) -> {
          Arrays.fill(row, RatingRows.MISSING);
          int different = 0;
          for (int i = from; i < to; i++) {
            if (isFirst(from, i)) {
              row[assessor.get(rows[i])] = grade.get(rows[i]);
              different++;
            }
          }
          if (different > 1) {
            table.add(row);
          }
        });
    return table;
  }

  /**
   * The grade tables of all pairs of assessors, each once per item.
   *
   * @return pairs that have an item in common
   */
  public PairTables pairs() {
    PairTables pairs = PairTables.create(grades);
    forEachItem((from, to) -> pairs.add(firsts(from, to, true), firsts(from, to, false)));
    return pairs;
  }

  /**
   * Each assessor beside the others, each once per item.
   *
   * @return items that two assessors or more graded
   */
  public PeerPatterns peers() {
    PeerPatterns peers = PeerPatterns.create(grades);
    forEachItem(
        (from, to) -> {
          int[] who = firsts(from, to, true);
          if (who.length > 1) {
            peers.add(who, firsts(from, to, false));
          }
        });
    return peers;
  }

  private int[] firsts(int from, int to, boolean who) {
    int[] found = new int[to - from];
    int n = 0;
    for (int i = from; i < to; i++) {
      if (isFirst(from, i)) {
        found[n++] = who ? assessor.get(rows[i]) : grade.get(rows[i]);
      }
    }
    return Arrays.copyOf(found, n);
  }

  /**
   * How each assessor graded an item that was repeated: the first grading beside the next.
   *
   * @return by assessor; the first grading stands in the place of the reference grade, and periods
   *     and strata are one each
   */
  public ConfusionCube repeats() {
    ConfusionCube repeats = ConfusionCube.create(assessors, 1, 1, grades);
    forEachItem(
        (from, to) -> {
          for (int i = from; i + 1 < to; i++) {
            int own = assessor.get(rows[i]);
            if (isFirst(from, i) && assessor.get(rows[i + 1]) == own) {
              repeats.add(own, 0, 0, grade.get(rows[i]), grade.get(rows[i + 1]));
            }
          }
        });
    return repeats;
  }

  /**
   * How each assessor graded an item beside the grade that most of the others gave it: nobody's own
   * grade counts for the reference, which would make them look better than they are. An item whose
   * others do not prefer one grade says nothing about the assessor. Each assessor counts once per
   * item.
   *
   * @return by assessor; periods and strata are one each
   */
  public ConfusionCube consensus() {
    ConfusionCube consensus = ConfusionCube.create(assessors, 1, 1, grades);
    int[] votes = new int[grades];
    forEachItem(
        (from, to) -> {
          int[] who = firsts(from, to, true);
          int[] given = firsts(from, to, false);
          for (int g : given) {
            votes[g]++;
          }
          for (int i = 0; i < who.length; i++) {
            votes[given[i]]--;
            int mode = mode(votes, given);
            if (mode >= 0) {
              consensus.add(who[i], 0, 0, mode, given[i]);
            }
            votes[given[i]]++;
          }
          for (int g : given) {
            votes[g] = 0;
          }
        });
    return consensus;
  }

  // The grade with most votes; -1 where there is no vote, or two have as many.
  private static int mode(int[] votes, int[] candidates) {
    int best = -1;
    boolean isTied = false;
    for (int g : candidates) {
      if (votes[g] > 0 && g != best) {
        isTied = best >= 0 && (votes[g] == votes[best] || isTied && votes[g] < votes[best]);
        best = best < 0 || votes[g] > votes[best] ? g : best;
      }
    }
    return isTied ? -1 : best;
  }

  /**
   * Number of assessors of the table.
   *
   * @return at least 0; some may share no item
   */
  public int assessors() {
    return assessors;
  }

  /**
   * Number of items, shared or not.
   *
   * @return at least 0
   */
  public long items() {
    return items;
  }

  /**
   * Number of gradings, of shared items or not.
   *
   * @return at least 0
   */
  public long gradings() {
    return gradings;
  }
}
