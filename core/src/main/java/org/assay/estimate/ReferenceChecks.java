package org.assay.estimate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.assay.data.Codes;
import org.assay.data.Selections;
import org.assay.data.Selections.Blindness;
import org.assay.data.Verdicts;
import org.assay.data.Verdicts.ReferenceRule;

/**
 * The random checks of a table of verdicts with each grading once: of several verdicts on a grading
 * a {@link ReferenceRule} says which is its reference. The others say how well reviewers agree, and
 * enter no rate: counted again they would make a sample look larger than it is.
 *
 * <p>A grading that was selected and has no usable verdict is here, too, without a reference: it
 * stays in every denominator. Selections by other methods, or without a recorded probability, are
 * not here.
 *
 * <p>Cost: O(n log n) for n verdicts, 20 bytes per grading checked. Immutable and thread-safe.
 */
public final class ReferenceChecks {
  private final Verdicts verdicts;
  private final Selections[] sources; // verdicts, pending, unresolved
  private final byte[] source; // of each check
  private final int[] row; // in its source
  private final int[] reference; // PENDING without one
  private final int[] cluster;
  private final int clusters;
  private final long further;

  private ReferenceChecks(Verdicts verdicts, ReferenceRule rule) {
    this.verdicts = verdicts;
    this.sources =
        new Selections[] {verdicts.selections(), verdicts.pending(), verdicts.unresolved()};
    long[] keys = keys();
    int[] rows = new int[keys.length];
    byte[] from = new byte[keys.length];
    int[] references = new int[keys.length];
    Choice choice = new Choice(verdicts, rule);
    int size = 0;
    long repeats = 0;
    for (int start = 0, end; start < keys.length; start = end) {
      end = start + 1;
      while (end < keys.length && keys[end] >>> 32 == keys[start] >>> 32) {
        end++;
      }
      int read = start; // verdicts come before what has none
      while (read < end && place(keys[read]) < verdicts.size()) {
        read++;
      }
      int chosen = read > start ? choice.of(keys, start, read) : place(keys[start]);
      int blind = rule == ReferenceRule.FIRST_BLIND ? unresolvedBlind(keys, read, end) : -1;
      boolean waits = read == start;
      if (!waits && blind >= 0 && selected(chosen) != Blindness.BLIND) {
        chosen = blind; // what was seen with the grade does not stand for the blind verdict
        waits = true;
      }
      references[size] = waits ? CheckCell.PENDING : choice.reference();
      from[size] = sourceOf(chosen);
      rows[size] = rowIn(chosen);
      repeats += Math.max(0, read - start - 1);
      size++;
    }
    this.source = Arrays.copyOf(from, size);
    this.row = Arrays.copyOf(rows, size);
    this.reference = Arrays.copyOf(references, size);
    this.further = repeats;
    this.cluster = new int[size];
    this.clusters = numberClusters();
  }

  // Grading in the upper half, place among all sources in the lower; sorted.
  private long[] keys() {
    int most = Arrays.stream(sources).mapToInt(Selections::size).sum();
    long[] keys = new long[most];
    int n = 0;
    int before = 0;
    for (Selections selections : sources) {
      for (int i = 0; i < selections.size(); i++) {
        if (selections.isRandom(i)) {
          keys[n++] = (long) selections.grading(i) << 32 | before + i;
        }
      }
      before += selections.size();
    }
    keys = Arrays.copyOf(keys, n);
    Arrays.sort(keys);
    return keys;
  }

  // A selection for a blind check among those without a usable verdict; -1 without one.
  private int unresolvedBlind(long[] keys, int from, int to) {
    for (int i = from; i < to; i++) {
      if (selected(place(keys[i])) == Blindness.BLIND) {
        return place(keys[i]);
      }
    }
    return -1;
  }

  private Blindness selected(int place) {
    return sources[sourceOf(place)].blindness(rowIn(place));
  }

  private static int place(long key) {
    return (int) key;
  }

  private byte sourceOf(int place) {
    int before = 0;
    for (byte s = 0; ; s++) {
      before += sources[s].size();
      if (place < before) {
        return s;
      }
    }
  }

  private int rowIn(int place) {
    int in = place;
    for (int s = 0; in >= sources[s].size(); s++) {
      in -= sources[s].size();
    }
    return in;
  }

  private int numberClusters() {
    Codes items = verdicts.gradings().item().codes();
    Map<Integer, Integer> numbers = new HashMap<>();
    for (int i = 0; i < cluster.length; i++) {
      cluster[i] =
          selections(i).isItem(row[i])
              ? numbers.computeIfAbsent(items.get(grading(i)), item -> numbers.size())
              : CheckCell.ALONE;
    }
    return numbers.size();
  }

  /**
   * Chooses the references.
   *
   * @param verdicts with what was selected and has none
   * @param rule which of several verdicts counts
   * @return each selected grading once, in the order of the gradings
   */
  public static ReferenceChecks of(Verdicts verdicts, ReferenceRule rule) {
    return new ReferenceChecks(verdicts, rule);
  }

  /**
   * The verdicts the checks are of.
   *
   * @return the table
   */
  public Verdicts verdicts() {
    return verdicts;
  }

  /** The tables selections stand in. */
  Selections[] sources() {
    return sources;
  }

  /** Which of them a check's selection stands in. */
  int source(int check) {
    return source[check];
  }

  /**
   * Number of gradings checked, or selected to be.
   *
   * @return at least 0
   */
  public int size() {
    return row.length;
  }

  /**
   * Verdicts that are not the reference of their grading because another is.
   *
   * @return at least 0
   */
  public long furtherVerdicts() {
    return further;
  }

  /**
   * The table the selection of a check stands in.
   *
   * @param check in [0, size)
   * @return the selections of the verdicts, or those without one
   */
  public Selections selections(int check) {
    return sources[source[check]];
  }

  /**
   * The row of a check in {@link #selections}.
   *
   * @param check in [0, size)
   * @return at least 0
   */
  public int row(int check) {
    return row[check];
  }

  /**
   * The grading.
   *
   * @param check in [0, size)
   * @return its row in the gradings
   */
  public int grading(int check) {
    return selections(check).grading(row[check]);
  }

  /**
   * The reference grade.
   *
   * @param check in [0, size)
   * @return its code; {@link CheckCell#PENDING} for an unresolved selection
   */
  public int reference(int check) {
    return reference[check];
  }

  /**
   * The drawn item, where one verdict checks several gradings of it.
   *
   * @param check in [0, size)
   * @return its number in [0, {@link #clusters()}), or {@link CheckCell#ALONE}
   */
  public int cluster(int check) {
    return cluster[check];
  }

  /**
   * Number of items that were drawn as such.
   *
   * @return at least 0
   */
  public int clusters() {
    return clusters;
  }

  /** Chooses among the verdicts on one grading. */
  private static final class Choice {
    private final Verdicts verdicts;
    private final ReferenceRule rule;
    private int reference;

    Choice(Verdicts verdicts, ReferenceRule rule) {
      this.verdicts = verdicts;
      this.rule = rule;
    }

    /** The reference grade of the grading chosen for last. */
    int reference() {
      return reference;
    }

    /** The row that stands for the grading: its blindness and probability are taken. */
    int of(long[] keys, int start, int end) {
      int[] rows = new int[end - start];
      Arrays.setAll(rows, i -> place(keys[start + i]));
      sortByTime(rows);
      int row =
          switch (rule) {
            case FIRST -> rows[0];
            case LAST -> rows[rows.length - 1];
            case FIRST_BLIND, MAJORITY, ADJUDICATED -> firstBlind(rows);
          };
      reference =
          switch (rule) {
            case FIRST, LAST, FIRST_BLIND -> grade(row);
            case MAJORITY -> majority(rows);
            case ADJUDICATED -> adjudicated(rows);
          };
      return row;
    }

    private int grade(int row) {
      return verdicts.reference().get(row);
    }

    // Few verdicts: insertion, stable.
    private void sortByTime(int[] rows) {
      for (int i = 1; i < rows.length; i++) {
        int moved = rows[i];
        int at = i;
        while (at > 0 && verdicts.checkedAt(rows[at - 1]) > verdicts.checkedAt(moved)) {
          rows[at] = rows[at - 1];
          at--;
        }
        rows[at] = moved;
      }
    }

    private int firstBlind(int[] rows) {
      for (int row : rows) {
        if (verdicts.selections().blindness(row) == Blindness.BLIND) {
          return row;
        }
      }
      return rows[0];
    }

    private int majority(int[] rows) {
      for (int row : rows) {
        long votes = Arrays.stream(rows).filter(r -> grade(r) == grade(row)).count();
        if (2 * votes > rows.length) {
          return grade(row);
        }
      }
      return CheckCell.PENDING;
    }

    private int adjudicated(int[] rows) {
      boolean alike = Arrays.stream(rows).allMatch(r -> grade(r) == grade(rows[0]));
      return alike || rows.length > 2 ? grade(rows[rows.length - 1]) : CheckCell.PENDING;
    }
  }
}
