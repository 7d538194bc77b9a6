package org.assay.estimate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.assay.data.Codes;
import org.assay.data.Gradings;
import org.assay.data.Gradings.Attribute;
import org.assay.data.IdColumn;
import org.assay.internal.HypergeometricSum;

/** Counts the wrong grades that two assessors share, pair by pair, within strata of difficulty. */
final class SharedErrors {
  private static final int MOST_WRONG = 2; // others, told apart: none, one, more
  private static final int[] OTHERS = {1, 4}; // from where more others are told apart

  private final Gradings gradings;
  private final int grades;
  private final Codes stream; // null when not recorded
  private final TreeMap<Long, Counter> counters = new TreeMap<>();

  /**
   * A pair of assessors.
   *
   * @param items that both graded and that have a reference
   * @param shared of them, with the same wrong grade of both
   * @param law of the shared, if the two grade independently within strata
   */
  record PairCount(int first, int second, long items, long shared, HypergeometricSum law) {}

  /** Tables of a pair by stratum: items, and by grade those of the first, the second and both. */
  private static final class Counter {
    private final Map<Integer, long[]> strata = new TreeMap<>();
    private long items;
  }

  SharedErrors(Gradings gradings, int[] reference) {
    this.gradings = gradings;
    this.grades = gradings.scheme().size();
    this.stream = gradings.attribute(Attribute.STREAM).map(IdColumn::codes).orElse(null);
    long[] at = gradings.gradedAt().orElse(null);
    Codes item = gradings.item().codes();
    List<Integer> rows = new ArrayList<>();
    IntStream.range(0, gradings.size()).filter(r -> reference[item.get(r)] >= 0).forEach(rows::add);
    Comparator<Integer> byItem = Comparator.comparingInt(item::get);
    rows.sort(at == null ? byItem : byItem.thenComparingLong(row -> at[row])); // stable
    for (int from = 0, to; from < rows.size(); from = to) {
      to = from + 1;
      while (to < rows.size() && item.get(rows.get(to)) == item.get(rows.get(from))) {
        to++;
      }
      count(firsts(rows.subList(from, to)), reference[item.get(rows.get(from))]);
    }
  }

  // The first grading of each assessor, by code of the assessor.
  private NavigableMap<Integer, Integer> firsts(List<Integer> rows) {
    var first = new TreeMap<Integer, Integer>();
    rows.forEach(row -> first.putIfAbsent(gradings.assessor().codes().get(row), row));
    return first;
  }

  private void count(NavigableMap<Integer, Integer> rowOf, int reference) {
    int wrong = 0;
    for (int row : rowOf.values()) {
      wrong += gradings.grade().get(row) == reference ? 0 : 1;
    }
    for (Map.Entry<Integer, Integer> one : rowOf.entrySet()) {
      for (Map.Entry<Integer, Integer> other : rowOf.tailMap(one.getKey(), false).entrySet()) {
        int a = gradings.grade().get(one.getValue());
        int b = gradings.grade().get(other.getValue());
        int others = wrong - (a == reference ? 0 : 1) - (b == reference ? 0 : 1);
        Counter counter =
            counters.computeIfAbsent(
                (long) one.getKey() << 32 | other.getKey(), pair -> new Counter());
        long[] table =
            counter.strata.computeIfAbsent(
                stratum(one.getValue(), reference, rowOf.size() - 2, others),
                s -> new long[1 + 3 * grades]);
        counter.items++;
        table[0]++;
        if (a != reference) {
          table[1 + 3 * a]++;
        }
        if (b != reference) {
          table[2 + 3 * b]++;
        }
        if (a == b && a != reference) {
          table[3 + 3 * a]++;
        }
      }
    }
  }

  private int stratum(int row, int reference, int others, int wrong) {
    int many = 0;
    while (many < OTHERS.length && others >= OTHERS[many]) {
      many++;
    }
    int key = stream == null ? 0 : stream.get(row);
    key = key * grades + reference;
    key = key * (OTHERS.length + 1) + many;
    return key * (MOST_WRONG + 1) + Math.min(MOST_WRONG, wrong);
  }

  /** Every pair with a common item, by codes. */
  List<PairCount> pairs() {
    List<PairCount> pairs = new ArrayList<>();
    counters.forEach(
        (key, counter) -> {
          var law = new HypergeometricSum();
          long shared = 0;
          for (long[] table : counter.strata.values()) {
            for (int g = 0; g < grades; g++) {
              law.add(table[0], table[1 + 3 * g], table[2 + 3 * g]);
              shared += table[3 + 3 * g];
            }
          }
          pairs.add(new PairCount((int) (key >> 32), (int) (long) key, counter.items, shared, law));
        });
    return pairs;
  }
}
