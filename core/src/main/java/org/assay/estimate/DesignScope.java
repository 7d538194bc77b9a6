package org.assay.estimate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.assay.data.ErrorClass;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections.Blindness;
import org.assay.estimate.DesignSample.Part;
import org.assay.estimate.RateSums.Stratum;
import org.assay.estimate.SamplingFrame.ScopeFrame;

/**
 * The random checks of one scope, laid out for many rates on one basis: what does not depend on the
 * question is summed up once, and a rate is one pass over flat columns in order of strata.
 *
 * <p>Cost: O(cells log cells) to build, O(cells) for each rate; 32 bytes per cell and about 60 per
 * stratum. Immutable and thread-safe.
 */
public final class DesignScope {
  /** How a selection is read for a rate. */
  private enum Kind {
    CHECK,
    UNRESOLVED,
    UNREAD
  }

  private static final double CHANCE = 1.645; // 1 in 20
  private static final double UNLIKELY = 3.3; // standard deviations; 1 in 2,000

  private final StrataIndex strata = new StrataIndex();
  private final CheckWeights.Units[] units; // by number of the stratum
  private final int[] starts; // first row of each stratum, and the end of the last
  private final char[] references; // of checks
  private final char[] grades;
  private final Kind[] kinds;
  private final int[] clusters;
  private final double[] weights;
  private final long[] counts;
  private final Claim claim;
  private final long unread;

  /** What share of the scope the checks speak of, and how it was sampled. */
  record Claim(double gradings, double covered, boolean isSimple, double hidden, Fit fit) {}

  /** How recorded probabilities and the gradings of the scope go together. */
  public enum Fit {
    /** Within chance, or not known. */
    AGREE,
    /** Fewer gradings are accounted for than there are: some could not be selected. */
    SOME_NOT_SELECTABLE,
    /** More gradings are accounted for than there are. */
    SOME_NOT_IN_TABLE
  }

  private DesignScope(
      List<CheckCell> unordered, CheckWeights weighing, Optional<ScopeFrame> frame) {
    CheckCell[] cells = unordered.toArray(new CheckCell[0]);
    int[] numbers = new int[cells.length];
    for (int i = 0; i < cells.length; i++) {
      numbers[i] = strata.add(cells[i].stratum());
    }
    Integer[] order = new Integer[cells.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        Comparator.<Integer>comparingInt(i -> numbers[i])
            .thenComparingInt(i -> cells[i].cluster()));
    this.units = new CheckWeights.Units[strata.size()];
    Arrays.setAll(units, s -> weighing.units(strata.code(s)));
    this.starts = new int[strata.size() + 1];
    this.references = new char[cells.length];
    this.grades = new char[cells.length];
    this.kinds = new Kind[cells.length];
    this.clusters = new int[cells.length];
    this.weights = new double[cells.length];
    this.counts = new long[cells.length];
    long others = 0;
    for (int at = 0; at < order.length; at++) {
      CheckCell c = cells[order[at]];
      starts[numbers[order[at]] + 1] = at + 1;
      kinds[at] =
          !c.isOf(weighing.basis()) ? Kind.UNREAD : c.pending() ? Kind.UNRESOLVED : Kind.CHECK;
      references[at] = kinds[at] == Kind.CHECK ? (char) c.reference() : 0;
      grades[at] = (char) c.grade();
      clusters[at] = c.cluster();
      weights[at] = weighing.factor(c) * DesignSample.weight(c.probability());
      counts[at] = c.count();
      others += kinds[at] == Kind.UNREAD ? c.count() : 0;
    }
    this.unread = others;
    Claim claimed = claim(cells, weighing, frame);
    if (claimed.fit() == Fit.AGREE && frame.isPresent() && isAllRead(cells, frame.get())) {
      // Whatever the probabilities were: nothing is left that a check could stand for.
      Arrays.fill(weights, 1);
      claimed = new Claim(claimed.gradings(), 1, true, 0, Fit.AGREE);
    }
    this.claim = claimed;
  }

  private boolean isAllRead(CheckCell[] cells, ScopeFrame frame) {
    long read = 0;
    for (int at = 0; at < cells.length; at++) {
      if (kinds[at] != Kind.CHECK || clusters[at] != CheckCell.ALONE) {
        return false;
      }
      read += counts[at];
    }
    return read > 0 && read == frame.gradings() && frame.outside() == 0;
  }

  private Claim claim(CheckCell[] cells, CheckWeights weighing, Optional<ScopeFrame> frame) {
    double selected = 0; // gradings accounted for by the probabilities
    double variance = 0;
    double represented = 0;
    boolean isFixed = true;
    boolean isPps = false;
    for (CheckCell c : cells) {
      double a = DesignSample.weight(c.probability());
      selected += c.count() * a;
      variance += c.count() * a * (a - 1);
      represented += weighing.factor(c) > 0 ? c.count() * a : 0;
      isFixed &=
          c.cluster() == CheckCell.ALONE
              && (c.method() == SelectionMethod.SRS
                  || c.method() == SelectionMethod.STRATIFIED
                  || c.method() == SelectionMethod.CENSUS);
      isPps |= c.method() == SelectionMethod.PPS;
    }
    double read = selected == 0 ? 0 : represented / selected;
    if (frame.isEmpty()) {
      return new Claim(selected, read, false, 0, Fit.AGREE);
    }
    double listed = frame.get().gradings();
    double outside = frame.get().outside();
    double chance = UNLIKELY * Math.sqrt(variance) + 1e-6 * listed;
    Fit fit = Fit.AGREE;
    double gradings = listed;
    if (cells.length > 0 && listed > selected + chance && !isPps) {
      fit = Fit.SOME_NOT_SELECTABLE;
      gradings = Math.rint(selected);
      outside += listed - gradings;
    } else if (listed < selected - chance) {
      fit = Fit.SOME_NOT_IN_TABLE;
      gradings = Math.rint(selected);
    }
    boolean simple = isFixed && read == 1 && strata.size() == 1 && isOneWeight();
    double share = gradings == 0 ? 0 : gradings / (gradings + outside);
    // What rare selections may stand for: all that the others leave, and what chance hides of it.
    double hidden =
        isPps
            ? Math.min(gradings, Math.max(0, gradings - selected + CHANCE * Math.sqrt(variance)))
            : 0;
    return new Claim(gradings, read * share, simple, hidden, fit);
  }

  // Up to the last bits: factors and probabilities are quotients.
  private boolean isOneWeight() {
    for (double w : weights) {
      if (Math.abs(w - weights[0]) > 1e-9 * weights[0]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Lays out the cells of a whole table.
   *
   * @param cells random checks and unresolved selections
   * @param basis the checks to use; the others only say how many gradings their stratum has
   * @return the scope, of which it is not known how many gradings it has beside the selected
   */
  public static DesignScope of(List<CheckCell> cells, Blindness basis) {
    return new DesignScope(cells, CheckWeights.of(cells, basis), Optional.empty());
  }

  /**
   * Lays out cells of one scope.
   *
   * @param cells of an assessor, a unit, a stream, a period
   * @param weights of the whole table that the cells are of
   * @param frame the gradings of the scope
   * @return the scope
   * @throws IllegalArgumentException if a cell is not of that table
   */
  public static DesignScope of(List<CheckCell> cells, CheckWeights weights, ScopeFrame frame) {
    return new DesignScope(cells, weights, Optional.of(frame));
  }

  /**
   * How the recorded probabilities and the gradings of the scope go together.
   *
   * @return AGREE when the gradings are not known
   */
  public Fit fit() {
    return claim.fit();
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
    RateSums sums = new RateSums();
    Stratum sum = new Stratum();
    for (int s = 0; s < units.length; s++) {
      sums.add(sumUp(s, parts, sum));
      for (int at = starts[s], end; at < starts[s + 1]; at = end) {
        end = endOfUnit(s, at);
        bound(parts, at, end, sums);
      }
    }
    if (claim.hidden() > 1) {
      sums.high.couldAdd(claim.hidden(), claim.hidden());
    }
    return new DesignRate(sums, claim, unread);
  }

  /** Number of strata. */
  int strata() {
    return units.length;
  }

  /** Which strata of this those of a part of it are. */
  int[] numbersOf(DesignScope part) {
    int[] numbers = new int[part.strata()];
    Arrays.setAll(numbers, s -> strata.of(part.strata.code(s)));
    return numbers;
  }

  /** Sums of the checks of a stratum for a rate, which take the place of those in {@code sum}. */
  Stratum sumUp(int number, RateParts parts, Stratum sum) {
    sum.clear(units[number]);
    for (int at = starts[number], end; at < starts[number + 1]; at = end) {
      end = endOfUnit(number, at);
      if (clusters[at] == CheckCell.ALONE) {
        if (kinds[at] == Kind.CHECK && weights[at] > 0) {
          sum.add(parts.of(references[at], grades[at]), weights[at], counts[at]);
        }
      } else {
        addItem(parts, at, end, sum);
      }
    }
    return sum;
  }

  // A row, or all rows of a drawn item.
  private int endOfUnit(int stratum, int at) {
    int end = at + 1;
    while (clusters[at] != CheckCell.ALONE
        && end < starts[stratum + 1]
        && clusters[end] == clusters[at]) {
      end++;
    }
    return end;
  }

  private void addItem(RateParts parts, int from, int to, Stratum sum) {
    long wrong = 0;
    long right = 0;
    double wrongWeight = 0;
    double rightWeight = 0;
    double heaviest = 1;
    for (int at = from; at < to; at++) {
      if (kinds[at] != Kind.CHECK) {
        continue;
      }
      Part part = parts.of(references[at], grades[at]);
      heaviest = Math.max(heaviest, weights[at]);
      if (part == Part.ERROR) {
        wrong += counts[at];
        wrongWeight += counts[at] * weights[at];
      } else if (part != Part.OUTSIDE) {
        right += counts[at];
        rightWeight += counts[at] * weights[at];
      }
    }
    sum.addItem(wrong, wrongWeight, right, rightWeight, heaviest);
  }

  // What a row, or a drawn item, adds to the evidence on both sides.
  private void bound(RateParts parts, int from, int to, RateSums sums) {
    boolean alone = clusters[from] == CheckCell.ALONE;
    double could = 0;
    double heaviest = 1;
    double highWeight = 0;
    double lowWeight = 0;
    double knownWeight = 0;
    for (int at = from; at < to; at++) {
      double w = weights[at];
      if (w == 0) {
        continue;
      }
      boolean isCheck = kinds[at] == Kind.CHECK;
      Part own = isCheck ? parts.of(references[at], grades[at]) : null;
      Part high = isCheck ? own : parts.highest(grades[at]);
      boolean possible = high == Part.ERROR || own == Part.CLEAN;
      could += possible ? w * (alone ? 1 : counts[at]) : 0;
      heaviest = Math.max(heaviest, w);
      if (kinds[at] == Kind.UNREAD) {
        continue;
      }
      Part low = isCheck ? own : parts.lowest(grades[at]);
      sums.unresolved += isCheck ? 0 : counts[at];
      sums.isWhole &= high != Part.OUTSIDE && low != Part.OUTSIDE;
      if (alone) {
        enter(sums.high, high, w, counts[at]);
        enter(sums.low, low, w, counts[at]);
        enter(sums.known, isCheck ? own : Part.OUTSIDE, w, counts[at]);
      } else {
        highWeight += count(sums.high, high, w, counts[at]);
        lowWeight += count(sums.low, low, w, counts[at]);
        knownWeight += count(sums.known, isCheck ? own : Part.OUTSIDE, w, counts[at]);
      }
    }
    square(sums.high, highWeight, heaviest);
    square(sums.low, lowWeight, heaviest);
    square(sums.known, knownWeight, heaviest);
    if (could > 0) {
      sums.high.couldAdd(could, heaviest);
    }
  }

  private static void enter(RateSums.Evidence evidence, Part part, double w, long count) {
    if (part != Part.OUTSIDE) {
      evidence.add(count, w, part == Part.ERROR);
    }
  }

  // Adds all but the squares, which are those of the item; gives back the weight of the errors.
  private static double count(RateSums.Evidence evidence, Part part, double w, long count) {
    if (part == Part.OUTSIDE) {
      return 0;
    }
    evidence.checked += count;
    evidence.domain += count * w;
    if (part != Part.ERROR) {
      return 0;
    }
    evidence.errors += count;
    evidence.errorWeight += count * w;
    return count * w;
  }

  private static void square(RateSums.Evidence evidence, double weight, double w) {
    evidence.errorSquares += weight * weight;
    evidence.errorFirsts += weight * weight / w;
  }

  /** What a rate is about: what a check is to it, by its reference grade and the grade given. */
  @FunctionalInterface
  public interface RateParts {
    /**
     * What a check is to the rate.
     *
     * @param reference code of the reference grade
     * @param grade code of the grade
     * @return ERROR, CLEAN, NEVER_AN_ERROR or OUTSIDE
     */
    Part of(int reference, int grade);

    /**
     * What a selection without a reference grade is to the rate when its verdict is the one that
     * makes the rate highest.
     *
     * @param grade code of the grade
     * @return ERROR wherever an error is possible; OUTSIDE by default
     */
    default Part highest(int grade) {
      return Part.OUTSIDE;
    }

    /**
     * What a selection without a reference grade is to the rate when its verdict is the one that
     * makes the rate lowest.
     *
     * @param grade code of the grade
     * @return CLEAN wherever that is possible; OUTSIDE by default
     */
    default Part lowest(int grade) {
      return Part.OUTSIDE;
    }

    /**
     * How often an error of a class happens.
     *
     * @param errors which mix-ups count
     * @return the parts
     */
    static RateParts errors(ErrorClass errors) {
      return new RateParts() {
        @Override
        public Part of(int reference, int grade) {
          return errors.counts(reference, grade) ? Part.ERROR : lowest(grade);
        }

        @Override
        public Part highest(int grade) {
          return errors.isPossible(grade) ? Part.ERROR : Part.NEVER_AN_ERROR;
        }

        @Override
        public Part lowest(int grade) {
          return errors.isPossible(grade) ? Part.CLEAN : Part.NEVER_AN_ERROR;
        }
      };
    }

    /**
     * How often a grade is given where another is the reference.
     *
     * @param reference code of the reference grade the rate is about
     * @param grade code of the grade that is counted
     * @return the parts
     */
    static RateParts gradeGivenReference(int reference, int grade) {
      return new RateParts() {
        @Override
        public Part of(int r, int g) {
          return r != reference ? Part.OUTSIDE : g == grade ? Part.ERROR : Part.CLEAN;
        }

        @Override
        public Part highest(int g) {
          return g == grade ? Part.ERROR : Part.OUTSIDE;
        }

        @Override
        public Part lowest(int g) {
          return g == grade ? Part.OUTSIDE : Part.CLEAN;
        }
      };
    }

    /**
     * How often another grade is the reference where one was given.
     *
     * @param reference code of the reference grade that is counted
     * @param grade code of the grade the rate is about
     * @return the parts
     */
    static RateParts referenceGivenGrade(int reference, int grade) {
      return new RateParts() {
        @Override
        public Part of(int r, int g) {
          return g != grade ? Part.OUTSIDE : r == reference ? Part.ERROR : Part.CLEAN;
        }

        @Override
        public Part highest(int g) {
          return g == grade ? Part.ERROR : Part.OUTSIDE;
        }

        @Override
        public Part lowest(int g) {
          return g == grade ? Part.CLEAN : Part.OUTSIDE;
        }
      };
    }
  }
}
