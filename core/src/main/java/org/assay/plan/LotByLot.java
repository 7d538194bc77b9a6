package org.assay.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.assay.internal.Check;

/** Schemes that let the lots before decide how much of this one is checked. */
public final class LotByLot {
  private LotByLot() {}

  /**
   * Chain sampling ChSP-1: accept at no error, and at one error when the i lots before had none.
   *
   * <pre>{@code
   * Pa = P(0) + P(1) P(0)^i
   * }</pre>
   *
   * <p><b>Source.</b> Dodge (1955), Industrial Quality Control 11(4), 10-13.
   *
   * @param model how errors are distributed
   * @param sampleSize n of each lot
   * @param previous i, at least 1
   * @param rate error rate of every lot
   * @return probability of acceptance
   */
  public static double chainAcceptance(
      ErrorModel model, long sampleSize, int previous, double rate) {
    Check.range("sampleSize", 1, model.largestSample(), sampleSize);
    Check.atLeast("previous", 1, previous);
    var errors = model.errors(sampleSize, model.quality(rate));
    double none = errors.mass(0);
    return none + errors.mass(1) * Math.pow(none, previous);
  }

  /**
   * A skip-lot plan at one quality.
   *
   * @param accept long-run probability that a lot is accepted, inspected or not
   * @param inspected long-run share of lots that are inspected
   */
  public record SkipLot(double accept, double inspected) {}

  /**
   * Skip-lot plan SkSP-2: after i lots accepted in a row inspect only a fraction f of the lots,
   * until one is rejected.
   *
   * <pre>{@code
   * F  = f / (f + (1 - f) P^i)              share of lots inspected
   * Pa = (f P + (1 - f) P^i) / (f + (1 - f) P^i)
   * }</pre>
   *
   * <p><b>Source.</b> Perry (1973), Journal of Quality Technology 5, 123-130.
   *
   * @param reference P, probability that the reference plan accepts a lot, in [0, 1]
   * @param clearance i, at least 1
   * @param fraction f, in (0, 1)
   * @return long-run behaviour
   */
  public static SkipLot skip(double reference, int clearance, double fraction) {
    Check.closedUnit("reference", reference);
    Check.atLeast("clearance", 1, clearance);
    Check.openUnit("fraction", fraction);
    double skips = (1 - fraction) * Math.pow(reference, clearance);
    return new SkipLot(
        (fraction * reference + skips) / (fraction + skips), fraction / (fraction + skips));
  }

  /**
   * The switching rules of MIL-STD-105E as a state machine over the lots of a stream.
   *
   * <ul>
   *   <li>normal to tightened: 2 of 5 or fewer consecutive lots rejected;
   *   <li>tightened to normal: 5 consecutive lots accepted;
   *   <li>tightened to discontinued: 5 lots rejected in all while tightened;
   *   <li>normal to reduced: 10 consecutive lots accepted, and the caller says that the other
   *       conditions hold (few errors in those lots, steady production, agreement);
   *   <li>reduced to normal: a lot rejected, or errors between acceptance and rejection number, or
   *       the caller says that production is irregular.
   * </ul>
   *
   * <p>Only lots on original inspection count. Immutable: {@link #after} gives the next state.
   */
  public static final class SwitchingRules {
    private static final int WINDOW = 5;
    private static final int FOR_REDUCED = 10;
    private static final int FOR_NORMAL = 5;
    private static final int TO_STOP = 5;

    /** What the rules can say. */
    public enum State {
      /** Normal inspection. */
      NORMAL,
      /** Tightened inspection. */
      TIGHTENED,
      /** Reduced inspection. */
      REDUCED,
      /** No inspection until something has been done about quality. */
      DISCONTINUED
    }

    /** The result of a lot. */
    public enum LotResult {
      /** Accepted. */
      ACCEPTED,
      /** Accepted under reduced inspection with errors above the acceptance number. */
      ACCEPTED_BETWEEN,
      /** Rejected. */
      REJECTED
    }

    private final State state;
    private final int history; // normal: the last WINDOW - 1 lots, newest in bit 0, 1 is rejected
    private final int accepted; // consecutive, at most FOR_REDUCED
    private final int rejected; // while tightened

    private SwitchingRules(State state, int history, int accepted, int rejected) {
      this.state = state;
      this.history = history;
      this.accepted = accepted;
      this.rejected = rejected;
    }

    /**
     * The start of a stream.
     *
     * @return normal inspection, nothing seen
     */
    public static SwitchingRules start() {
      return new SwitchingRules(State.NORMAL, 0, 0, 0);
    }

    /**
     * How the next lot is inspected.
     *
     * @return the state
     */
    public State state() {
      return state;
    }

    /**
     * The state after a lot.
     *
     * @param lot its result
     * @param reducedAllowed whether the other conditions for reduced inspection hold
     * @return the next state; discontinued stays so
     */
    public SwitchingRules after(LotResult lot, boolean reducedAllowed) {
      return switch (state) {
        case NORMAL -> afterNormal(lot == LotResult.REJECTED, reducedAllowed);
        case TIGHTENED -> afterTightened(lot == LotResult.REJECTED);
        case REDUCED -> lot == LotResult.ACCEPTED && reducedAllowed ? this : start();
        case DISCONTINUED -> this;
      };
    }

    private SwitchingRules afterNormal(boolean isRejected, boolean reducedAllowed) {
      if (isRejected && history != 0) {
        return new SwitchingRules(State.TIGHTENED, 0, 0, 0);
      }
      int kept = (history << 1 | (isRejected ? 1 : 0)) & (1 << WINDOW - 1) - 1;
      int row = isRejected ? 0 : Math.min(FOR_REDUCED, accepted + 1);
      return row == FOR_REDUCED && reducedAllowed
          ? new SwitchingRules(State.REDUCED, 0, 0, 0)
          : new SwitchingRules(State.NORMAL, kept, row, 0);
    }

    private SwitchingRules afterTightened(boolean isRejected) {
      if (isRejected) {
        return rejected + 1 == TO_STOP
            ? new SwitchingRules(State.DISCONTINUED, 0, 0, 0)
            : new SwitchingRules(State.TIGHTENED, 0, 0, rejected + 1);
      }
      return accepted + 1 == FOR_NORMAL
          ? start()
          : new SwitchingRules(State.TIGHTENED, 0, accepted + 1, rejected);
    }

    private SwitchingRules withoutStop() {
      return new SwitchingRules(state, history, accepted, 0);
    }

    /**
     * Long-run probability that a lot is accepted when normal and tightened plans alternate by the
     * rules, without reduced inspection and without an end.
     *
     * <p>By the stationary distribution of the state machine itself; equals the formula of Stephens
     * and Larson (1967) for the same rules, which takes the two plans' stays as renewals:
     *
     * <pre>{@code
     * Pa = (a PN + b PT) / (a + b), a = (2 - PN^4) / ((1 - PN) (1 - PN^4)), b = (1 - PT^5) / ((1 - PT) PT^5)
     * }</pre>
     *
     * @param normal probability that the normal plan accepts a lot, in (0, 1)
     * @param tightened probability that the tightened plan accepts it, in (0, 1)
     * @return in (0, 1)
     */
    public static double longRunAcceptance(double normal, double tightened) {
      Check.openUnit("normal", normal);
      Check.openUnit("tightened", tightened);
      double lotsNormal = expectedStay(start(), normal);
      double lotsTightened = expectedStay(new SwitchingRules(State.TIGHTENED, 0, 0, 0), tightened);
      return (lotsNormal * normal + lotsTightened * tightened) / (lotsNormal + lotsTightened);
    }

    // Expected number of lots until the severity changes: a first-step system over the states that
    // can be reached, solved by sweeping it backwards from acceptance runs until it settles.
    private static double expectedStay(SwitchingRules from, double accept) {
      Map<Memory, Integer> index = new HashMap<>();
      var order = new java.util.ArrayList<SwitchingRules>();
      Deque<SwitchingRules> open = new ArrayDeque<>();
      open.add(from);
      while (!open.isEmpty()) {
        SwitchingRules s = open.remove();
        if (s.state != from.state || index.putIfAbsent(s.memory(), order.size()) != null) {
          continue;
        }
        order.add(s);
        open.add(s.after(LotResult.ACCEPTED, false).withoutStop());
        open.add(s.after(LotResult.REJECTED, false).withoutStop());
      }
      int n = order.size();
      double[][] matrix = new double[n][n + 1];
      for (int i = 0; i < n; i++) {
        matrix[i][i] += 1;
        matrix[i][n] = 1;
        for (LotResult lot : new LotResult[] {LotResult.ACCEPTED, LotResult.REJECTED}) {
          SwitchingRules next = order.get(i).after(lot, false).withoutStop();
          if (next.state == from.state) {
            matrix[i][index.get(next.memory())] -= lot == LotResult.ACCEPTED ? accept : 1 - accept;
          }
        }
      }
      return solveFirst(matrix);
    }

    private record Memory(int history, int accepted) {}

    // What the next states depend on without reduced inspection.
    private Memory memory() {
      return new Memory(history, state == State.TIGHTENED ? accepted : 0);
    }

    // First unknown of a system whose matrix is weakly diagonally dominant: no pivoting needed.
    private static double solveFirst(double[][] matrix) {
      int n = matrix.length;
      for (int k = n - 1; k > 0; k--) {
        for (int i = 0; i < k; i++) {
          double factor = matrix[i][k] / matrix[k][k];
          for (int j = 0; j <= k; j++) {
            matrix[i][j] -= factor * matrix[k][j];
          }
          matrix[i][n] -= factor * matrix[k][n];
        }
      }
      return matrix[0][n] / matrix[0][0];
    }
  }
}
