package org.assay.estimate;

import java.util.Arrays;
import java.util.List;
import org.assay.data.Blindness;
import org.assay.data.ErrorClass;
import org.assay.estimate.DesignSample.Selected;
import org.assay.estimate.DesignSample.Stratum;

/**
 * The random checks of one scope, laid out for many rates on one basis: what does not depend on the
 * question is summed up once, and a rate is one pass over flat columns in order of strata.
 *
 * <p>A rate is that of a {@link DesignSample} to which the cells are added one after the other, to
 * the last bit. Cost: O(cells), to build and for each rate; 20 bytes a cell that may be used and
 * about 100 a stratum. Immutable and thread-safe.
 */
public final class DesignScope {
  private final StrataIndex strata = new StrataIndex();
  private final Selected[] selected; // by number of the stratum
  private final WeightingClasses classes = new WeightingClasses();
  private final int[] starts; // first check of each stratum, and the end of the last
  private final char[] references; // of the checks that may be used
  private final char[] grades;
  private final double[] weights; // 1 / inclusion probability
  private final long[] counts;

  private DesignScope(List<CheckCell> cells, Blindness basis) {
    int[] numbers = new int[cells.size()]; // of the strata, by cell
    for (int i = 0; i < numbers.length; i++) {
      int code = cells.get(i).stratum();
      boolean again = i > 0 && code == cells.get(i - 1).stratum();
      numbers[i] = again ? numbers[i - 1] : strata.add(code);
    }
    this.selected = new Selected[strata.size()];
    Arrays.setAll(selected, s -> new Selected());
    int[] next = new int[strata.size() + 1];
    for (int i = 0; i < numbers.length; i++) {
      CheckCell c = cells.get(i);
      boolean isRead = isRead(c, basis);
      selected[numbers[i]].add(c.count(), DesignSample.weight(c.probability()), isRead);
      next[numbers[i] + 1] += isRead ? 1 : 0;
    }
    for (Selected s : selected) {
      classes.add(s.totals);
    }
    Arrays.parallelPrefix(next, Integer::sum);
    this.starts = next.clone();
    int checks = starts[strata.size()];
    this.references = new char[checks];
    this.grades = new char[checks];
    this.weights = new double[checks];
    this.counts = new long[checks];
    for (int i = 0; i < numbers.length; i++) {
      CheckCell c = cells.get(i);
      if (isRead(c, basis)) {
        int at = next[numbers[i]]++;
        references[at] = (char) c.reference();
        grades[at] = (char) c.grade();
        weights[at] = DesignSample.weight(c.probability());
        counts[at] = c.count();
      }
    }
  }

  private static boolean isRead(CheckCell c, Blindness basis) {
    return !c.isPending() && c.blindness() == basis;
  }

  /**
   * Lays cells out.
   *
   * @param cells of one scope: an assessor, a unit, a stream, a period
   * @param basis the checks to use; the others, and the pending ones, only say how many gradings
   *     their stratum has
   * @return the scope
   */
  public static DesignScope of(List<CheckCell> cells, Blindness basis) {
    return new DesignScope(cells, basis);
  }

  /**
   * How often an error of a class happens.
   *
   * @param errors which mix-ups count
   * @return the rate in the population of the scope
   */
  public DesignRate rate(ErrorClass errors) {
    return rate(RateParts.errors(errors));
  }

  /**
   * A rate, whatever it is about.
   *
   * @param parts what a check is to the rate
   * @return the rate in the population of the scope
   */
  public DesignRate rate(RateParts parts) {
    DesignRate.Sums sums = new DesignRate.Sums(classes);
    Stratum sum = new Stratum();
    for (int s = 0; s < selected.length; s++) {
      sums.add(sumUp(s, parts, sum));
    }
    return new DesignRate(sums);
  }

  /** Number of strata. */
  int strata() {
    return selected.length;
  }

  /** Which strata of this those of a part of it are. */
  int[] numbersOf(DesignScope part) {
    int[] numbers = new int[part.strata()];
    Arrays.setAll(numbers, s -> strata.of(part.strata.code(s)));
    return numbers;
  }

  /** Sums of a stratum for a rate, which take the place of those in {@code sum}. */
  Stratum sumUp(int number, RateParts parts, Stratum sum) {
    sum.clear(selected[number]);
    for (int i = starts[number]; i < starts[number + 1]; i++) {
      sum.add(parts.of(references[i], grades[i]), weights[i], counts[i]);
    }
    return sum;
  }
}
