package org.assay.latent;

import java.util.Arrays;
import org.assay.data.Codes;
import org.assay.data.Gradings;
import org.assay.internal.Check;

/**
 * Gradings item by item, as latent models walk over them: for each item who gave which grade.
 *
 * <p>Every row counts, also a second reading of an item by the same assessor. The gradings of an
 * item are sorted, so that the order of the rows changes nothing, to the last bit.
 *
 * <p><b>Cost.</b> Two passes over the columns; 4 bytes per grading and 4 per item. Immutable and
 * thread-safe.
 */
public final class ItemGradings {
  /** In place of a known grade: the item has none. */
  public static final int UNKNOWN = -1;

  private static final int MOST_CELLS = 1 << 27; // of all matrices together: a double each

  private final int assessors;
  private final int grades;
  private final int[] start; // start[i]..start[i + 1]: positions of item i
  private final int[] codes; // assessor * grades + grade
  private final int[] known; // by item; null when none is known

  private ItemGradings(int assessors, int grades, int[] start, int[] codes, int[] known) {
    this.assessors = assessors;
    this.grades = grades;
    this.start = start;
    this.codes = codes;
    this.known = known;
  }

  /**
   * Gradings as columns.
   *
   * @param item code of the item of each grading, below {@code items}
   * @param assessor code of the assessor, below {@code assessors}; same length
   * @param grade code of the grade, below {@code grades}; same length
   * @param items number of items, also of those that nobody graded
   * @param assessors number of assessors, at least 1
   * @param grades number of grades, at least 2
   * @return the gradings by item
   * @throws IllegalArgumentException if the columns differ in length or a code is out of range
   */
  public static ItemGradings of(
      Codes item, Codes assessor, Codes grade, int items, int assessors, int grades) {
    Check.atLeast("assessors", 1, assessors);
    Check.atLeast("grades", 2, grades);
    Check.rows("grading", "item", grade.size(), item.size());
    Check.rows("grading", "assessor", grade.size(), assessor.size());
    Check.range("assessors * grades^2", 1, MOST_CELLS, (long) assessors * grades * grades);
    if (grade.size() > 0) {
      Check.index("item", item.max(), items, "items");
      Check.index("assessor", assessor.max(), assessors, "assessors");
      Check.index("grade", grade.max(), grades, "grades");
    }
    int[] start = new int[items + 1];
    for (int row = 0; row < item.size(); row++) {
      start[item.get(row) + 1]++;
    }
    for (int i = 0; i < items; i++) {
      start[i + 1] += start[i];
    }
    int[] codes = new int[item.size()];
    for (int row = 0; row < codes.length; row++) {
      codes[start[item.get(row)]++] = assessor.get(row) * grades + grade.get(row);
    }
    System.arraycopy(start, 0, start, 1, items); // each begins where the one before it ended
    start[0] = 0;
    for (int i = 0; i < items; i++) {
      if (start[i + 1] - start[i] > 1) {
        Arrays.sort(codes, start[i], start[i + 1]);
      }
    }
    return new ItemGradings(assessors, grades, start, codes, null);
  }

  /**
   * All gradings of a table.
   *
   * @param gradings each row counts; under a scheme of at least 2 grades
   * @return the gradings by item
   */
  public static ItemGradings of(Gradings gradings) {
    return of(
        gradings.item().codes(),
        gradings.assessor().codes(),
        gradings.grade(),
        gradings.item().ids().size(),
        Math.max(1, gradings.assessor().ids().size()),
        gradings.scheme().size());
  }

  /**
   * The gradings of items that two assessors or more graded: those of one assessor say nothing of a
   * latent reference but its prevalences. Items are numbered anew, in their order.
   *
   * @param gradings each row counts; under a scheme of at least 2 grades
   * @return the gradings by item; perhaps none
   */
  public static ItemGradings shared(Gradings gradings) {
    Codes items = gradings.item().codes();
    Codes assessors = gradings.assessor().codes();
    int[] first = new int[gradings.item().ids().size()]; // assessor; -2 where there are several
    Arrays.fill(first, -1);
    int size = 0;
    for (int row = 0; row < gradings.size(); row++) {
      int item = items.get(row);
      boolean isNew = first[item] == -1;
      boolean isOther = !isNew && first[item] != assessors.get(row);
      first[item] = isNew ? assessors.get(row) : isOther ? -2 : first[item];
    }
    int[] number = new int[first.length];
    int shared = 0;
    for (int i = 0; i < first.length; i++) {
      number[i] = first[i] == -2 ? shared++ : -1;
    }
    int[] item = new int[gradings.size()];
    int[] assessor = new int[gradings.size()];
    int[] grade = new int[gradings.size()];
    for (int row = 0; row < gradings.size(); row++) {
      if (number[items.get(row)] >= 0) {
        item[size] = number[items.get(row)];
        assessor[size] = assessors.get(row);
        grade[size++] = gradings.grade().get(row);
      }
    }
    return of(
        Codes.of(Arrays.copyOf(item, size)),
        Codes.of(Arrays.copyOf(assessor, size)),
        Codes.of(Arrays.copyOf(grade, size)),
        shared,
        Math.max(1, gradings.assessor().ids().size()),
        gradings.scheme().size());
  }

  /**
   * The same gradings with items whose right grade is known.
   *
   * @param known code of the right grade by item, or {@link #UNKNOWN}; copied
   * @return a view with them
   * @throws IllegalArgumentException if there is not one per item, or a code is out of range
   */
  public ItemGradings withKnown(int[] known) {
    Check.rows("item", "known", items(), known.length);
    for (int grade : known) {
      if (grade != UNKNOWN) {
        Check.index("known", grade, grades, "grades");
      }
    }
    boolean any = Arrays.stream(known).anyMatch(grade -> grade != UNKNOWN);
    return new ItemGradings(assessors, grades, start, codes, any ? known.clone() : null);
  }

  /** Other grades in the same places, those of an item sorted again; nothing is known then. */
  ItemGradings withCodes(int[] others) {
    for (int i = 0; i < items(); i++) {
      if (start[i + 1] - start[i] > 1) {
        Arrays.sort(others, start[i], start[i + 1]);
      }
    }
    return new ItemGradings(assessors, grades, start, others, known);
  }

  /**
   * Number of items.
   *
   * @return at least 0; some may have no grading
   */
  public int items() {
    return start.length - 1;
  }

  /**
   * Number of items that somebody graded.
   *
   * @return at most {@link #items}
   */
  public int gradedItems() {
    int graded = 0;
    for (int i = 0; i < items(); i++) {
      graded += start[i + 1] > start[i] ? 1 : 0;
    }
    return graded;
  }

  /**
   * Number of assessors.
   *
   * @return at least 1
   */
  public int assessors() {
    return assessors;
  }

  /**
   * Number of grades, K.
   *
   * @return at least 2
   */
  public int grades() {
    return grades;
  }

  /**
   * Number of gradings.
   *
   * @return at least 0
   */
  public int size() {
    return codes.length;
  }

  /**
   * Position of the first grading of an item.
   *
   * @param item in [0, items)
   * @return at most {@link #to}
   */
  public int from(int item) {
    return start[item];
  }

  /**
   * Position after the last grading of an item.
   *
   * @param item in [0, items)
   * @return at least {@link #from}
   */
  public int to(int item) {
    return start[item + 1];
  }

  /**
   * Who graded.
   *
   * @param position in [0, size)
   * @return code of the assessor
   */
  public int assessor(int position) {
    return codes[position] / grades;
  }

  /**
   * Which grade it was.
   *
   * @param position in [0, size)
   * @return code of the grade
   */
  public int grade(int position) {
    return codes[position] % grades;
  }

  /**
   * The right grade of an item, if it is known.
   *
   * @param item in [0, items)
   * @return its code, or {@link #UNKNOWN}
   */
  public int known(int item) {
    return known == null ? UNKNOWN : known[item];
  }

  /** Whether the right grade of any item is known. */
  boolean anyKnown() {
    return known != null;
  }

  /** assessor * grades + grade by position; not a copy. */
  int[] codes() {
    return codes;
  }

  /** First position by item, and the end; not a copy. */
  int[] start() {
    return start;
  }
}
