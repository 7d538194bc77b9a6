package org.assay.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assay.count.CountAccumulator;
import org.assay.count.CountAccumulator.Recoding;
import org.assay.data.Periods;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;
import org.assay.data.Verdicts;
import org.assay.data.Verdicts.ReferenceRule;
import org.assay.internal.Check;
import org.assay.internal.StateReader;
import org.assay.internal.StateWriter;

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
 * {@link #add} is O(1). Not thread-safe; use one per thread and merge.
 *
 * <p><b>State</b> (version 1): numbers of assessors, periods, units, streams, strata, drawn items
 * and grades; the number of cells; and for each, in the order of {@link #snapshot}, its codes (of
 * blindness and method by their place in {@link Blindness} and {@link SelectionMethod}, of the
 * drawn item and the reference grade plus 1), the probability as a real, and the count.
 */
public final class CheckCounts implements CountAccumulator<CheckCounts> {
  private static final String KIND = "CheckCounts";
  private static final int VERSION = 1;

  private static final Blindness[] BLINDNESS = Blindness.values();

  private static final SelectionMethod[] METHODS = SelectionMethod.values();

  private final Shape shape;
  private final long[] radix; // of all that is part of a key, but the assessor
  private final CellTable[] counts; // by assessor: small tables, each read in order soon

  /**
   * How many codes there are.
   *
   * @param assessors at least 0
   * @param periods at least 1, as the following
   * @param units number of units
   * @param streams number of streams
   * @param strata strata of the design
   * @param clusters items that were drawn where one verdict checks several gradings, at least 0
   * @param grades of the scheme
   */
  public record Shape(
      int assessors, int periods, int units, int streams, int strata, int clusters, int grades) {
    public Shape {
      Check.atLeast("assessors", 0, assessors);
      Check.atLeast("periods", 1, periods);
      Check.atLeast("units", 1, units);
      Check.atLeast("streams", 1, streams);
      Check.atLeast("strata", 1, strata);
      Check.atLeast("clusters", 0, clusters);
      Check.atLeast("grades", 1, grades);
    }
  }

  private CheckCounts(Shape shape) {
    this.shape = shape;
    this.radix =
        new long[] {
          shape.periods,
          shape.units,
          shape.streams,
          shape.strata,
          BLINDNESS.length,
          METHODS.length,
          shape.clusters + 1L,
          shape.grades + 1L,
          shape.grades
        };
    long codes = 1;
    for (long r : radix) {
      codes = Math.multiplyExact(codes, r);
    }
    this.counts = new CellTable[shape.assessors];
    Arrays.setAll(counts, assessor -> new CellTable());
  }

  /**
   * An empty accumulator.
   *
   * @param shape numbers of codes
   * @return the accumulator
   * @throws ArithmeticException if the combinations of all codes, those of the assessors apart,
   *     exceed 2^63 - 1
   */
  public static CheckCounts create(Shape shape) {
    return new CheckCounts(shape);
  }

  /**
   * Counts every check and every unresolved selection.
   *
   * @param checks each grading once
   * @param periods calendar of the gradings; a grading without a time falls into the first period
   * @return the accumulator
   */
  public static CheckCounts of(ReferenceChecks checks, Periods periods) {
    var columns = new CheckColumns(checks, periods);
    CheckCounts counts = create(columns.shape());
    columns.count(0, checks.size(), counts);
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
   * Reads a state.
   *
   * @param state what {@link #state} gave
   * @return an accumulator of the same content
   * @throws IllegalArgumentException if it is no such state, see {@link
   *     org.assay.count.Accumulator}
   */
  public static CheckCounts ofState(byte[] state) {
    var in = new StateReader(state, KIND, VERSION);
    CheckCounts counts =
        create(
            new Shape(
                in.integer(),
                in.integer(),
                in.integer(),
                in.integer(),
                in.integer(),
                in.integer(),
                in.integer()));
    Blindness[] blindness = names(in).map(Blindness::valueOf).toArray(Blindness[]::new);
    SelectionMethod[] methods =
        names(in).map(SelectionMethod::valueOf).toArray(SelectionMethod[]::new);
    for (long n = in.number(); n > 0; n--) {
      counts.add(
          new CheckCell(
              in.integer(),
              in.integer(),
              in.integer(),
              in.integer(),
              in.integer(),
              blindness[Check.index("blindness", in.integer(), blindness.length, "kinds")],
              methods[Check.index("method", in.integer(), methods.length, "methods")],
              in.integer() - 1,
              in.real(),
              in.integer() - 1,
              in.integer(),
              in.number()));
    }
    in.end();
    return counts;
  }

  @Override
  public byte[] state() {
    List<CheckCell> cells = snapshot();
    var out =
        new StateWriter(KIND, VERSION)
            .number(shape.assessors)
            .number(shape.periods)
            .number(shape.units)
            .number(shape.streams)
            .number(shape.strata)
            .number(shape.clusters)
            .number(shape.grades);
    write(out, BLINDNESS);
    write(out, METHODS);
    out.number(cells.size());
    for (CheckCell c : cells) {
      out.number(c.assessor()).number(c.period()).number(c.unit()).number(c.stream());
      out.number(c.stratum()).number(c.blindness().ordinal()).number(c.method().ordinal());
      out.number(c.cluster() + 1L).real(c.probability());
      out.number(c.reference() + 1L).number(c.grade()).number(c.count());
    }
    return out.end();
  }

  private static void write(StateWriter out, Enum<?>[] words) {
    out.number(words.length);
    for (Enum<?> word : words) {
      out.text(word.name());
    }
  }

  private static Stream<String> names(StateReader in) {
    List<String> names = new ArrayList<>();
    for (int n = in.integer(); n > 0; n--) {
      names.add(in.text());
    }
    return names.stream();
  }

  /**
   * Counts checks that are alike.
   *
   * @param cell its codes within the shape
   */
  public void add(CheckCell cell) {
    Check.index("assessor", cell.assessor(), shape.assessors, "assessors");
    Check.index("period", cell.period(), shape.periods, "periods");
    Check.index("unit", cell.unit(), shape.units, "units");
    Check.index("stream", cell.stream(), shape.streams, "streams");
    Check.index("stratum", cell.stratum(), shape.strata, "strata");
    Check.range("cluster", CheckCell.ALONE, shape.clusters - 1L, cell.cluster());
    Check.range("reference", CheckCell.PENDING, shape.grades - 1L, cell.reference());
    Check.index("grade", cell.grade(), shape.grades, "grades");
    add(
        cell.assessor(),
        key(
            place(cell.period(), cell.unit(), cell.stream(), cell.stratum()),
            kind(cell.blindness().ordinal(), cell.method().ordinal()),
            cell.cluster(),
            cell.reference(),
            cell.grade()),
        cell.probability(),
        Check.atLeast("count", 0, cell.count()));
  }

  /** The part of a key that says where a grading was made. */
  long place(int period, int unit, int stream, int stratum) {
    return ((period * radix[1] + unit) * radix[2] + stream) * radix[3] + stratum;
  }

  /** The part of a key that says how it was checked. */
  int kind(int blindness, int method) {
    return blindness * METHODS.length + method;
  }

  /** A key from its parts. */
  long key(long place, int kind, int cluster, int reference, int grade) {
    long key = place * BLINDNESS.length * METHODS.length + kind;
    key = key * radix[6] + cluster + 1;
    key = key * radix[7] + reference + 1;
    return key * radix[8] + grade;
  }

  void add(int assessor, long key, double probability, long times) {
    counts[assessor].add(key, probability, times);
  }

  @Override
  public CheckCounts merge(CheckCounts other) {
    requireSameShape(other);
    for (int a = 0; a < counts.length; a++) {
      counts[a].add(other.counts[a]);
    }
    return this;
  }

  @Override
  public CheckCounts subtract(CheckCounts other) {
    requireSameShape(other);
    for (int a = 0; a < counts.length; a++) {
      if (!counts[a].contains(other.counts[a])) {
        throw new IllegalArgumentException(
            "other must be a slice of this: it has more checks of assessor " + a);
      }
    }
    for (int a = 0; a < counts.length; a++) {
      counts[a].subtract(other.counts[a]);
    }
    return this;
  }

  private void requireSameShape(CheckCounts other) {
    if (other.counts == counts) {
      throw new IllegalArgumentException("other must be another accumulator, got this one");
    }
    if (!other.shape.equals(shape)) {
      throw new IllegalArgumentException(
          "other must have the same shape: this has " + shape + ", other has " + other.shape);
    }
  }

  @Override
  public CheckCounts copy() {
    return create(shape).merge(this);
  }

  @Override
  public List<Axis> axes() {
    return List.of(
        new Axis("assessor", shape.assessors),
        new Axis("period", shape.periods),
        new Axis("unit", shape.units),
        new Axis("stream", shape.streams),
        new Axis("stratum", shape.strata),
        new Axis("cluster", shape.clusters),
        new Axis("grade", shape.grades));
  }

  @Override
  public CheckCounts recode(List<Recoding> codes) {
    Recoding.requireOf(axes(), codes);
    Recoding cluster = codes.get(5);
    Recoding grade = codes.get(6);
    CheckCounts recoded =
        create(
            new Shape(
                codes.get(0).size(),
                codes.get(1).size(),
                codes.get(2).size(),
                codes.get(3).size(),
                codes.get(4).size(),
                cluster.size(),
                grade.size()));
    for (CheckCell c : snapshot()) {
      recoded.add(
          new CheckCell(
              codes.get(0).of(c.assessor()),
              codes.get(1).of(c.period()),
              codes.get(2).of(c.unit()),
              codes.get(3).of(c.stream()),
              codes.get(4).of(c.stratum()),
              c.blindness(),
              c.method(),
              c.cluster() == CheckCell.ALONE ? CheckCell.ALONE : cluster.of(c.cluster()),
              c.probability(),
              c.pending() ? CheckCell.PENDING : grade.of(c.reference()),
              grade.of(c.grade()),
              c.count()));
    }
    return recoded;
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

  @Override
  public boolean equals(Object o) {
    return o instanceof CheckCounts other
        && shape.equals(other.shape)
        && snapshot().equals(other.snapshot());
  }

  @Override
  public int hashCode() {
    return snapshot().hashCode();
  }

  @Override
  public String toString() {
    return "CheckCounts " + shape;
  }
}
