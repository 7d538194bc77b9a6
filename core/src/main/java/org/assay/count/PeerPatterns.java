package org.assay.count;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assay.count.CountAccumulator.Recoding;
import org.assay.data.Codes;
import org.assay.internal.Check;
import org.assay.internal.StateReader;
import org.assay.internal.StateWriter;

/**
 * What each assessor graded items beside what the others gave the same items: enough to compare
 * every assessor with the rest, and to leave any one of them out.
 *
 * <p>An item counts once for the whole team, by its count vector, and once for each assessor who
 * graded it, by the count vectors of that assessor and of the rest. Memory is O(assessors x
 * distinct patterns). Adding an item with r gradings is O(r² + r K).
 *
 * <p>State is {@code long} counts: {@link #merge} is exact, and any split of the items over
 * accumulators, merged in any order, gives the same content; {@link #subtract} takes a slice out
 * again. Not thread-safe; use one per thread and merge.
 *
 * <p><b>State</b> (version 1): K; the items by count vector and then the views, each as the number
 * of distinct vectors and for each in ascending order its numbers and its count. A view is the code
 * of the assessor, K own counts and K of the rest.
 */
public final class PeerPatterns implements CountAccumulator<PeerPatterns> {
  private static final String KIND = "PeerPatterns";
  private static final int VERSION = 1;

  private final int grades;
  private final RatingPatterns items;
  private final VectorCounts views; // assessor, K own counts, K counts of the rest
  private final int[] view;
  private final int[] whole;

  private PeerPatterns(int grades) {
    this.grades = grades;
    this.items = RatingPatterns.create(grades);
    this.view = new int[1 + 2 * grades];
    this.views = new VectorCounts(view.length);
    this.whole = new int[grades];
  }

  /**
   * No items yet.
   *
   * @param grades number of grades K, at least 1
   * @return the accumulator
   */
  public static PeerPatterns create(int grades) {
    return new PeerPatterns(Check.atLeast("grades", 1, grades));
  }

  /**
   * Reads a state.
   *
   * @param state what {@link #state} gave
   * @return an accumulator of the same content
   * @throws IllegalArgumentException if it is no such state, see {@link Accumulator}
   */
  public static PeerPatterns ofState(byte[] state) {
    var in = new StateReader(state, KIND, VERSION);
    PeerPatterns peers = create(in.integer());
    StatePart.read(in, peers.grades, 0, peers.items::add);
    StatePart.read(in, peers.view.length, 0, peers.views::add);
    in.end();
    return peers;
  }

  @Override
  public byte[] state() {
    var out = new StateWriter(KIND, VERSION).number(grades);
    StatePart.write(out, items.snapshot(), 0);
    StatePart.write(out, views.snapshot(), 0);
    return out.end();
  }

  /** The size of the assessors is that of the codes which occur. */
  @Override
  public List<Axis> axes() {
    DistinctVectors all = views.snapshot(); // ascending by assessor
    int assessors = all.size() == 0 ? 0 : all.vector(all.size() - 1)[0] + 1;
    return List.of(new Axis("assessor", assessors), new Axis("grade", grades));
  }

  /**
   * {@inheritDoc}
   *
   * <p>Assessors who become one are seen beside each other as before.
   */
  @Override
  public PeerPatterns recode(List<Recoding> codes) {
    Recoding.requireOf(axes(), codes);
    Recoding grade = codes.get(1);
    PeerPatterns recoded = create(grade.size());
    recoded.items.merge(items.recode(List.of(grade)));
    DistinctVectors all = views.snapshot();
    for (int v = 0; v < all.size(); v++) {
      int[] from = all.vector(v);
      int[] to = new int[recoded.view.length];
      to[0] = codes.get(0).of(from[0]);
      for (int g = 0; g < grades; g++) {
        to[1 + grade.of(g)] += from[1 + g];
        to[1 + grade.size() + grade.of(g)] += from[1 + grades + g];
      }
      recoded.views.add(to, all.count(v));
    }
    return recoded;
  }

  @Override
  public PeerPatterns copy() {
    return create(grades).merge(this);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof PeerPatterns other && Arrays.equals(state(), other.state());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(state());
  }

  /**
   * Adds an item.
   *
   * @param assessors code of the assessor of each grading
   * @param grade one per grading, codes of the grades
   * @throws IllegalArgumentException if the lengths differ or a code is outside; nothing is counted
   *     then
   */
  public void add(int[] assessors, int[] grade) {
    Columns.requireSameLength(assessors, grade);
    addAll(null, Codes.of(assessors), Codes.of(grade), 0, grade.length);
  }

  /**
   * Adds the items of columns in one pass.
   *
   * @param item one per grading; all gradings of an item stand together, as in columns sorted by
   *     item; null when all rows are of one item
   * @param assessor one per grading
   * @param grade one per grading
   * @param from first row
   * @param to row after the last; a range must not cut an item in two
   * @return this
   */
  public PeerPatterns addAll(Codes item, Codes assessor, Codes grade, int from, int to) {
    Check.range("to", 0, Math.min(assessor.size(), grade.size()), to);
    Check.range("from", 0, to, from);
    for (int row = from; row < to; row++) {
      Check.atLeast("assessor", 0, assessor.get(row));
      Check.index("grade", grade.get(row), grades, "grades");
    }
    for (int start = from; start < to; ) {
      int end = start + 1;
      while (end < to && (item == null || item.get(end) == item.get(start))) {
        end++;
      }
      addItem(assessor, grade, start, end);
      start = end;
    }
    return this;
  }

  private void addItem(Codes assessor, Codes grade, int start, int end) {
    Arrays.fill(whole, 0);
    for (int row = start; row < end; row++) {
      whole[grade.get(row)]++;
    }
    items.add(whole);
    for (int row = start; row < end; row++) {
      int own = assessor.get(row);
      if (!stands(assessor, own, start, row)) {
        view[0] = own;
        Arrays.fill(view, 1, 1 + grades, 0);
        System.arraycopy(whole, 0, view, 1 + grades, grades);
        for (int other = row; other < end; other++) {
          if (assessor.get(other) == own) {
            view[1 + grade.get(other)]++;
            view[1 + grades + grade.get(other)]--;
          }
        }
        views.add(view, 1);
      }
    }
  }

  private static boolean stands(Codes assessor, int code, int from, int to) {
    for (int row = from; row < to; row++) {
      if (assessor.get(row) == code) {
        return true;
      }
    }
    return false;
  }

  /**
   * Adds the items of another accumulator, which is unchanged.
   *
   * @param other same number of grades
   * @return this
   */
  @Override
  public PeerPatterns merge(PeerPatterns other) {
    items.merge(other.items); // checks the shape
    views.merge(other.views);
    return this;
  }

  /**
   * Takes out the items of a slice that was merged before.
   *
   * @param other same number of grades, nothing more often than here
   * @return this
   * @throws IllegalArgumentException if a count would become negative; nothing is changed then
   */
  @Override
  public PeerPatterns subtract(PeerPatterns other) {
    items.subtract(other.items); // checks the shape
    try {
      views.subtract(other.views);
    } catch (IllegalArgumentException e) {
      items.merge(other.items);
      throw e;
    }
    return this;
  }

  /**
   * Number of grades, K.
   *
   * @return at least 1
   */
  public int grades() {
    return grades;
  }

  /**
   * The items by count vector, all assessors together.
   *
   * @return a copy
   */
  public RatingPatterns items() {
    return RatingPatterns.create(grades).merge(items);
  }

  /**
   * Visits every assessor with an item, ascending by code.
   *
   * @param visitor receives each assessor's views
   */
  public void forEach(AssessorVisitor visitor) {
    DistinctVectors all = views.snapshot();
    for (int start = 0; start < all.size(); ) {
      int assessor = all.vector(start)[0];
      var own = new ArrayList<int[]>();
      int end = start;
      for (; end < all.size() && all.vector(end)[0] == assessor; end++) {
        own.add(Arrays.copyOfRange(all.vector(end), 1, 1 + 2 * grades));
      }
      long[] counts = new long[own.size()];
      for (int v = 0; v < counts.length; v++) {
        counts[v] = all.count(start + v);
      }
      visitor.visit(assessor, new DistinctVectors(2 * grades, own.toArray(int[][]::new), counts));
      start = end;
    }
  }

  /** Takes assessors. */
  @FunctionalInterface
  public interface AssessorVisitor {
    /**
     * Takes an assessor.
     *
     * @param assessor code
     * @param views what the assessor and the others gave the assessor's items: K counts of the
     *     assessor's own gradings of an item, then K counts of the others'
     */
    void visit(int assessor, DistinctVectors views);
  }
}
