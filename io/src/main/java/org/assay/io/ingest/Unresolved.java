package org.assay.io.ingest;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections;
import org.assay.data.Selections.Blindness;

/**
 * Random selections whose verdict exists but cannot be used, and which no usable or pending row of
 * the same grading stands for. They stay in the denominators.
 *
 * <p>What of their selection cannot be read either is taken so that nothing is lost: an unreadable
 * method is random when there is a probability, or when that cannot be read; an unreadable
 * probability is the smallest of the usable random selections of its stratum, or of the table; an
 * unreadable word for blind is BLIND when any usable random selection is.
 */
final class Unresolved {
  private final VerdictTable table;
  private final VerdictTable strays;
  private final BitSet covered = new BitSet(); // gradings with a random row that stays
  private final BitSet coveredBlind = new BitSet();
  private final Map<String, Double> leastOfStratum = new HashMap<>();
  private final int[] methods = new int[SelectionMethod.values().length];
  private double least = Double.POSITIVE_INFINITY;
  private final BitSet unresolved = new BitSet(); // gradings
  private final Map<Integer, Integer> rowOf =
      new TreeMap<>(); // by grading; strays after the others
  private long excluded;

  private Unresolved(VerdictTable table, VerdictTable strays) {
    this.table = table;
    this.strays = strays;
  }

  /**
   * Finds them.
   *
   * @param table the good rows
   * @param marks those of them that are left out
   * @param strays the others
   */
  static Unresolved of(VerdictTable table, RowMarks marks, VerdictTable strays) {
    var found = new Unresolved(table, strays);
    IntList candidates = found.candidates(marks);
    if (candidates.size() > 0) {
      found.look(marks);
      found.collect(candidates, true);
      found.collect(candidates, false);
      found.count(candidates);
    }
    return found;
  }

  // Contradictory rows, and rows that could not be used in the first place.
  private IntList candidates(RowMarks marks) {
    var candidates = new IntList();
    for (int row = 0; marks.any() && row < table.size(); row++) {
      if (marks.reason(row) == Reason.CONFLICTING_DUPLICATE) {
        candidates.add(row);
      }
    }
    for (int row = 0; row < strays.size(); row++) {
      candidates.add(table.size() + row);
    }
    return candidates;
  }

  private void look(RowMarks marks) {
    for (int row = 0; row < table.size(); row++) {
      if (marks.isMarked(row) || !table.isRandom(row)) {
        continue;
      }
      boolean blind = table.blindness(row) == Blindness.BLIND.ordinal();
      for (int i = table.checked().from(row); i < table.checked().to(row); i++) {
        covered.set(table.checked().get(i));
        if (blind) {
          coveredBlind.set(table.checked().get(i));
        }
      }
      methods[table.method(row)]++;
      least = Math.min(least, table.probability(row));
      leastOfStratum.merge(table.stratum(row), table.probability(row), Math::min);
    }
  }

  // Of several rows on a grading the one that weighs most, in whatever order they come.
  private boolean isHeavier(int row, int grading) {
    int other = rowOf.get(grading);
    boolean sameBlindness = blindness(row) == blindness(other);
    return sameBlindness && probability(row) < probability(other);
  }

  private void collect(IntList candidates, boolean blind) {
    BitSet accounted = blind ? coveredBlind : covered;
    for (int c = 0; c < candidates.size(); c++) {
      int row = candidates.get(c);
      if (isRandom(row) && (blindness(row) == Blindness.BLIND.ordinal()) == blind) {
        CheckedGradings checked = of(row).checked();
        for (int i = checked.from(at(row)); i < checked.to(at(row)); i++) {
          int grading = checked.get(i);
          if (!accounted.get(grading) && (!unresolved.get(grading) || isHeavier(row, grading))) {
            unresolved.set(grading);
            rowOf.put(grading, row);
          }
        }
      }
    }
  }

  private void count(IntList candidates) {
    for (int c = 0; c < candidates.size(); c++) {
      int row = candidates.get(c);
      CheckedGradings checked = of(row).checked();
      boolean stays = false;
      for (int i = checked.from(at(row)); i < checked.to(at(row)) && isRandom(row); i++) {
        stays |= unresolved.get(checked.get(i));
      }
      excluded += stays ? 1 : 0;
    }
  }

  private VerdictTable of(int row) {
    return row < table.size() ? table : strays;
  }

  private int at(int row) {
    return row < table.size() ? row : row - table.size();
  }

  private boolean isRandom(int row) {
    return of(row).mayBeRandom(at(row)) && probability(row) > 0;
  }

  private double probability(int row) {
    double probability = of(row).probability(at(row));
    if (!Double.isNaN(probability)) {
      return probability;
    }
    double smallest = leastOfStratum.getOrDefault(of(row).stratum(at(row)), least);
    return smallest <= 1 ? smallest : 0;
  }

  private int blindness(int row) {
    int blindness = of(row).blindness(at(row));
    if (blindness < VerdictTable.UNREADABLE_BLINDNESS) {
      return blindness;
    }
    return (coveredBlind.isEmpty() ? Blindness.UNKNOWN : Blindness.BLIND).ordinal();
  }

  private int method(int row) {
    int method = of(row).method(at(row));
    if (method < VerdictTable.NO_METHOD) {
      return method;
    }
    int most = SelectionMethod.SRS.ordinal();
    for (int m = 0; m < methods.length; m++) {
      most = methods[m] > methods[most] ? m : most;
    }
    return most;
  }

  /** Rows of the gradings, before any is left out. */
  BitSet gradings() {
    return unresolved;
  }

  /** Number of excluded rows whose selection stays. */
  long excludedRows() {
    return excluded;
  }

  /** The selections, in the order of their gradings. */
  Selections selections(int[] keptGradings) {
    Selections.Builder selections = Selections.builder();
    rowOf.forEach(
        (grading, row) ->
            selections.add(
                Rows.place(grading, keptGradings, table.gradings()),
                SelectionMethod.values()[method(row)],
                probability(row),
                of(row).stratum(at(row)),
                Blindness.values()[blindness(row)],
                of(row).checked().count(at(row)) > 1));
    return selections.build();
  }
}
