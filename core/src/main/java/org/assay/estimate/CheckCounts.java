package org.assay.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assay.data.Blindness;
import org.assay.data.Codes;
import org.assay.data.Dictionary;
import org.assay.data.Gradings;
import org.assay.data.Gradings.Attribute;
import org.assay.data.IdColumn;
import org.assay.data.Periods;
import org.assay.data.ReferenceRule;
import org.assay.data.SelectionMethod;
import org.assay.data.Selections;
import org.assay.data.Verdicts;

/**
 * Counts the random checks of a table of verdicts, each grading once, and the selections without a
 * usable verdict, by everything a design-weighted rate can ask for: assessor, period, unit, stream,
 * stratum, blindness, method, drawn item, inclusion probability, reference grade and grade.
 *
 * <p>What is counted is said by {@link ReferenceChecks}: checks selected by other methods, or by a
 * random one without a recorded probability, support no claim about the population.
 *
 * <p>State is {@code long} counts, the probability being a part of the key, so {@link #merge} is
 * exact: any split of the rows over accumulators, merged in any order, gives identical cells.
 * {@link #add} is O(1). Not thread-safe; use one a thread and merge.
 */
public final class CheckCounts {
  private static final Blindness[] BLINDNESS = Blindness.values();

  private static final SelectionMethod[] METHODS = SelectionMethod.values();

  private final ReferenceChecks checks;
  private final Periods periods;
  private final Codes assessor;
  private final Codes grade;
  private final long[] gradedAt; // null when not recorded, as are the next two
  private final Codes unit;
  private final Codes stream;
  private final Dictionary strata = new Dictionary();
  private final int[][] stratumCodes; // by source, own to strata
  private final int[] radix; // of all that is part of a key, but the assessor
  private final CellTable[] counts; // by assessor: small tables, each read in order soon
  private int lastPeriod; // rows usually come in order of time

  private CheckCounts(ReferenceChecks checks, Periods periods) {
    Verdicts verdicts = checks.verdicts();
    Gradings gradings = verdicts.gradings();
    this.checks = checks;
    this.periods = periods;
    this.assessor = gradings.assessor().codes();
    this.grade = gradings.grade();
    this.gradedAt = gradings.gradedAt().orElse(null);
    this.unit = gradings.attribute(Attribute.UNIT).map(IdColumn::codes).orElse(null);
    this.stream = gradings.attribute(Attribute.STREAM).map(IdColumn::codes).orElse(null);
    this.stratumCodes = Arrays.stream(checks.sources()).map(this::codes).toArray(int[][]::new);
    this.radix =
        new int[] {
          periods.size(),
          size(gradings, Attribute.UNIT),
          size(gradings, Attribute.STREAM),
          Math.max(1, strata.size()),
          BLINDNESS.length,
          METHODS.length,
          checks.clusters() + 1,
          gradings.scheme().size() + 1,
          gradings.scheme().size()
        };
    long codes = 1;
    for (int r : radix) {
      codes = Math.multiplyExact(codes, r);
    }
    this.counts = new CellTable[gradings.assessor().ids().size()];
    Arrays.setAll(counts, assessor -> new CellTable());
  }

  private static int size(Gradings gradings, Attribute attribute) {
    return gradings.attribute(attribute).map(column -> column.ids().size()).orElse(1);
  }

  private int[] codes(Selections selections) {
    Dictionary own = selections.stratum().ids();
    int[] codes = new int[own.size()];
    for (int c = 0; c < codes.length; c++) {
      codes[c] = strata.add(own.id(c));
    }
    return codes;
  }

  /**
   * An empty accumulator.
   *
   * @param checks that will be added
   * @param periods calendar of the gradings; a grading without a time falls into the first period
   * @return the accumulator
   * @throws ArithmeticException if the combinations of all codes, those of the assessors apart,
   *     exceed 2^63 - 1
   */
  public static CheckCounts create(ReferenceChecks checks, Periods periods) {
    return new CheckCounts(checks, periods);
  }

  /**
   * Counts every check and every unresolved selection.
   *
   * @param checks each grading once
   * @param periods calendar of the gradings
   * @return the accumulator
   */
  public static CheckCounts of(ReferenceChecks checks, Periods periods) {
    CheckCounts counts = create(checks, periods);
    for (int check = 0; check < checks.size(); check++) {
      counts.add(check);
    }
    return counts;
  }

  /**
   * Counts every check and every unresolved selection, the reference of a grading being its first
   * blind verdict.
   *
   * @param verdicts what was checked
   * @param periods calendar of the gradings
   * @return the accumulator
   */
  public static CheckCounts of(Verdicts verdicts, Periods periods) {
    return of(ReferenceChecks.of(verdicts, ReferenceRule.FIRST_BLIND), periods);
  }

  /**
   * Counts a check, or an unresolved selection.
   *
   * @param check in [0, size of the checks)
   */
  public void add(int check) {
    Selections selections = checks.selections(check);
    int row = checks.row(check);
    int g = selections.grading(row);
    lastPeriod = gradedAt == null ? 0 : periods.code(gradedAt[g], lastPeriod);
    int stratum = stratumCodes[checks.source(check)][selections.stratum().codes().get(row)];
    long codes = lastPeriod;
    codes = codes * radix[1] + (unit == null ? 0 : unit.get(g));
    codes = codes * radix[2] + (stream == null ? 0 : stream.get(g));
    codes = codes * radix[3] + stratum;
    codes = codes * radix[4] + selections.blindness(row).ordinal();
    codes = codes * radix[5] + selections.method(row).ordinal();
    codes = codes * radix[6] + checks.cluster(check) + 1;
    codes = codes * radix[7] + checks.reference(check) + 1;
    codes = codes * radix[8] + grade.get(g);
    counts[assessor.get(g)].add(codes, selections.inclusionProbability(row), 1);
  }

  /**
   * Adds the counts of another accumulator, which is unchanged.
   *
   * @param other made for the same checks and periods
   * @return this
   */
  public CheckCounts merge(CheckCounts other) {
    if (other == this || other.checks != checks || other.periods != periods) {
      throw new IllegalArgumentException(
          "other must be another accumulator of the same checks and periods");
    }
    for (int a = 0; a < counts.length; a++) {
      counts[a].add(other.counts[a]);
    }
    return this;
  }

  /**
   * Strata of the design, of checked and pending selections alike.
   *
   * @return the ids of the codes in the cells
   */
  public Dictionary strata() {
    return strata;
  }

  /**
   * The cells that were counted.
   *
   * @return sorted by assessor, period, unit, stream, stratum, blindness, method, cluster,
   *     reference, grade and probability
   */
  public List<CheckCell> snapshot() {
    List<CheckCell> cells = new ArrayList<>();
    for (int a = 0; a < counts.length; a++) {
      int of = a;
      counts[a].forEach(
          (codes, probability, count) -> cells.add(cell(of, codes, probability, count)));
    }
    return cells;
  }

  /**
   * The same cells by a coarser calendar.
   *
   * @param cells as {@link #snapshot} gives them
   * @param periods code of the coarser period by period, see {@link Periods#within}
   * @return the cells that counting by the coarser calendar gives, in the same order
   */
  public static List<CheckCell> coarser(List<CheckCell> cells, int[] periods) {
    List<CheckCell> moved = new ArrayList<>(cells.size());
    for (CheckCell c : cells) {
      moved.add(c.in(periods[c.period()]));
    }
    moved.sort(CheckCell::compareKey); // a merge: each period of an assessor is sorted already
    List<CheckCell> merged = new ArrayList<>(cells.size());
    for (CheckCell c : moved) {
      int last = merged.size() - 1;
      if (last >= 0 && merged.get(last).compareKey(c) == 0) {
        merged.set(last, merged.get(last).plus(c.count()));
      } else {
        merged.add(c);
      }
    }
    return merged;
  }

  private CheckCell cell(int of, long codes, double probability, long count) {
    int[] digits = new int[radix.length];
    long rest = codes;
    for (int d = radix.length - 1; d > 0; d--) {
      digits[d] = (int) (rest % radix[d]);
      rest /= radix[d];
    }
    return new CheckCell(
        of,
        (int) rest,
        digits[1],
        digits[2],
        digits[3],
        BLINDNESS[digits[4]],
        METHODS[digits[5]],
        digits[6] - 1,
        probability,
        digits[7] - 1,
        digits[8],
        count);
  }
}
