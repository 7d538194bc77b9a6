package org.assay.estimate;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.assay.data.GradingScheme;
import org.assay.interval.WeightedShare;
import org.assay.interval.WeightedShare.Sums;
import org.assay.result.Outcome;
import org.assay.result.Undefined;

/**
 * The confusion matrix of one assessor, or of all, from checks that each stand for a number of
 * gradings.
 *
 * <pre>{@code
 * P(g | r) = sum of w over checks with reference r and grade g / sum of w over those with r
 * P(r | g) = the same over those with g
 * }</pre>
 *
 * Where gradings are chosen for a check by the grade they were given, shares of one reference grade
 * are wrong without the weights. Limits are those of {@link WeightedShare}: one more error is
 * thought as heavy as the heaviest selection with that grade, so that a cell without a count has
 * the limit that its own stratum allows. Selections without a usable verdict count at their worst
 * in the limits and not at all in the shares. All of it is about the way of working behind the
 * gradings: there is no finite population correction.
 *
 * <p>Where {@link Claims} do not allow a share it is undefined, NOT_IDENTIFIED. Only cells that
 * occur are kept: 28 bytes for each, and 32 for each grade. Limits are computed when they are asked
 * for. Immutable and thread-safe.
 */
public final class AssessorMatrix implements ReferenceMatrix {
  /** What may be said from how the gradings were chosen. */
  public enum Claims {
    /** Chosen at random with known probabilities: everything. */
    BOTH,
    /** Chosen at random, but with unknown probabilities: shares of what was given as one grade. */
    REFERENCE_GIVEN_GRADE,
    /** Chosen in another way: counts, and nothing about the gradings that were not chosen. */
    COUNTS
  }

  /** How shares are drawn towards the team's. */
  interface Shrinkage {
    Outcome shrunken(AssessorMatrix matrix, int reference, int grade, boolean byReference);
  }

  private final MatrixSums sums;
  private final Frame frame;

  /** What is common to the matrices of a team. */
  record Frame(ReferenceKind kind, Claims claims, double confidence, Shrinkage shrinkage) {}

  AssessorMatrix(MatrixSums sums, Frame frame) {
    this.sums = sums;
    this.frame = frame;
  }

  MatrixSums sums() {
    return sums;
  }

  @Override
  public ReferenceKind kind() {
    return frame.kind;
  }

  /**
   * What may be said.
   *
   * @return from how the gradings were chosen
   */
  public Claims claims() {
    return frame.claims;
  }

  @Override
  public int grades() {
    return sums.grades;
  }

  @Override
  public double gradings() {
    return sums.checks;
  }

  /**
   * Selections without a usable verdict.
   *
   * @return at least 0
   */
  public long unresolved() {
    return sums.unresolved;
  }

  /**
   * Visits the cells that occur, by reference grade, then by grade.
   *
   * @param visitor receives codes and count
   */
  public void forEach(CellVisitor visitor) {
    for (int i = 0; i < sums.keys.length; i++) {
      visitor.visit(sums.keys[i] / sums.grades, sums.keys[i] % sums.grades, sums.counts[i]);
    }
  }

  /** Takes cells. */
  @FunctionalInterface
  public interface CellVisitor {
    /**
     * Takes a cell.
     *
     * @param reference code of the reference grade
     * @param grade code of the grade given
     * @param count at least 1
     */
    void visit(int reference, int grade, long count);
  }

  @Override
  public double count(int reference, int grade) {
    int at = sums.find(reference, grade);
    return at < 0 ? 0 : sums.counts[at];
  }

  @Override
  public MatrixShare gradeGivenReference(int reference, int grade) {
    int at = sums.find(reference, grade);
    if (frame.claims != Claims.BOTH) {
      return MatrixShare.undefined(Undefined.NOT_IDENTIFIED);
    }
    Sums made = sums.of(at, reference, true);
    double could = sums.pending(grade);
    double squares = sums.pendingSquares(grade);
    Sums high = plus(made, could, squares, could, squares);
    Sums low = plus(made, 0, 0, sums.pendingWeight - could, sums.pendingSquares - squares);
    return share(made, low, high, sums.heaviest(grade), sums.heaviestBut(grade))
        .with(frame.shrinkage.shrunken(this, reference, grade, true));
  }

  @Override
  public MatrixShare referenceGivenGrade(int reference, int grade) {
    int at = sums.find(reference, grade);
    if (frame.claims == Claims.COUNTS) {
      return MatrixShare.undefined(Undefined.NOT_IDENTIFIED);
    }
    Sums made = sums.of(at, grade, false);
    double could = sums.pending(grade);
    double squares = sums.pendingSquares(grade);
    double heaviest = sums.heaviest(grade);
    return share(
            made,
            plus(made, 0, 0, could, squares),
            plus(made, could, squares, could, squares),
            heaviest,
            heaviest)
        .with(frame.shrinkage.shrunken(this, reference, grade, false));
  }

  private static Sums plus(Sums sums, double in, double inSquares, double all, double squares) {
    return all == 0
        ? sums
        : new Sums(
            sums.inside() + in,
            sums.all() + all,
            sums.insideSquares() + inSquares,
            sums.insideAll() + inSquares,
            sums.allSquares() + squares);
  }

  // The share is that of the checks made; only the limits know of what is unresolved.
  private MatrixShare share(Sums made, Sums low, Sums high, double inside, double beside) {
    if (!(made.all() > 0)) {
      return MatrixShare.undefined(Undefined.UNUSED_GRADE);
    }
    return new MatrixShare(
        Outcome.of(made.share()),
        WeightedShare.of(low, high, inside, beside, frame.confidence),
        Outcome.undefined(Undefined.NOT_APPLICABLE),
        made.effectiveChecks());
  }

  @Override
  public MatrixRates rates(GradingScheme scheme) {
    if (scheme.size() != sums.grades) {
      throw new IllegalArgumentException(
          "scheme must have the grades of the matrix, " + sums.grades + ", got " + scheme.size());
    }
    MatrixShare none =
        frame.claims != Claims.BOTH
            ? MatrixShare.undefined(Undefined.NOT_IDENTIFIED)
            : sums.checks == 0 ? MatrixShare.undefined(Undefined.NO_PAIRS) : null;
    if (none != null) {
      return new MatrixRates(none, none, none, none, none.value(), none.value());
    }
    int k = sums.grades;
    MatrixShare noOrder = MatrixShare.undefined(Undefined.NOT_APPLICABLE);
    double most = scheme.largestSeverity();
    boolean ordered = scheme.isOrdered();
    SparseKappa kappa = SparseKappa.of(sums);
    return new MatrixRates(
        rate(key -> key / k == key % k ? 0 : 1, g -> true),
        ordered ? rate(key -> key % k < key / k ? 1 : 0, g -> g < k - 1) : noOrder,
        ordered ? rate(key -> key % k > key / k ? 1 : 0, g -> g > 0) : noOrder,
        rate(key -> most == 0 ? 0 : scheme.severity(key / k, key % k) / most, g -> true),
        kappa.value(),
        kappa.standardError());
  }

  private MatrixShare rate(IntToDoubleFunction value, IntPredicate canCount) {
    double inside = 0;
    double insideSquares = 0;
    double insideAll = 0;
    for (int i = 0; i < sums.keys.length; i++) {
      double y = value.applyAsDouble(sums.keys[i]);
      inside += y * sums.weights[i];
      insideSquares += y * y * sums.squares[i];
      insideAll += y * sums.squares[i];
    }
    Sums made = new Sums(inside, sums.weight, insideSquares, insideAll, sums.weightSquares);
    double could = 0;
    double squares = 0;
    double heaviest = 0;
    for (int grade : sums.used) {
      if (canCount.test(grade)) {
        could += sums.pending(grade);
        squares += sums.pendingSquares(grade);
        heaviest = Math.max(heaviest, sums.heaviest(grade));
      }
    }
    return share(
        made,
        plus(made, 0, 0, sums.pendingWeight, sums.pendingSquares),
        plus(made, could, squares, sums.pendingWeight, sums.pendingSquares),
        heaviest > 0 ? heaviest : sums.heaviestBut(-1),
        sums.heaviestBut(-1));
  }

  @Override
  public String toString() {
    return frame.kind + ", " + sums.checks + " checks, " + Arrays.toString(sums.counts);
  }
}
