package org.assay.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.assay.internal.Risk;

/**
 * Lowers the cost of a plan that keeps its promises by shifting single numbers of its card.
 *
 * <p>Prices reach only the plans on the convex hull of what is possible; between two of them some
 * of the promised risk is left unused. Here a step of the acceptance or rejection number is moved
 * by one check, up to three at a time: effects of single moves are added to guess which
 * combinations help, and the best guesses are run exactly.
 */
final class BoundaryPolish {
  private static final int MOST_MOVES = 64;
  private static final int VERIFIED = 24;
  private static final int ROUNDS = 50;

  private final Promise promise;
  private final ToDoubleFunction<Boundary> cost;

  BoundaryPolish(Promise promise, ToDoubleFunction<Boundary> cost) {
    this.promise = promise;
    this.cost = cost;
  }

  /** Sets one number after n checks. */
  private record Move(boolean accepting, int n, int number) {}

  private record Effect(double cost, double reject, double accept) {
    Effect plus(Effect other) {
      return new Effect(cost + other.cost, reject + other.reject, accept + other.accept);
    }

    Effect minus(Effect other) {
      return new Effect(cost - other.cost, reject - other.reject, accept - other.accept);
    }
  }

  private record Guess(List<Move> moves, Effect effect) {}

  Boundary best(Boundary plan) {
    Boundary current = plan;
    Effect effect = effect(current);
    for (int round = 0; round < ROUNDS; round++) {
      boolean better = false;
      for (Guess guess : guesses(current, effect)) {
        Boundary candidate = moved(current, guess.moves);
        Effect exact = effect(candidate);
        if (keeps(exact) && exact.cost < effect.cost - 1e-9) {
          current = candidate;
          effect = exact;
          better = true;
          break;
        }
      }
      if (!better) {
        break;
      }
    }
    return current;
  }

  private Effect effect(Boundary plan) {
    return new Effect(
        cost.applyAsDouble(plan),
        BoundaryRun.of(plan, promise.lot(), promise.acceptable()).reject(),
        BoundaryRun.of(plan, promise.lot(), promise.unacceptable()).accept());
  }

  private boolean keeps(Effect effect) {
    return Risk.isAtMost(effect.reject, promise.producerRisk())
        && Risk.isAtMost(effect.accept, promise.consumerRisk());
  }

  private List<Guess> guesses(Boundary plan, Effect effect) {
    List<Move> moves = moves(plan);
    List<Effect> deltas =
        moves.stream().map(m -> effect(moved(plan, List.of(m))).minus(effect)).toList();
    var guesses = new ArrayList<Guess>();
    for (int i = 0; i < moves.size(); i++) {
      Effect one = effect.plus(deltas.get(i));
      add(guesses, effect, one, moves.get(i));
      for (int j = i + 1; j < moves.size(); j++) {
        Effect two = one.plus(deltas.get(j));
        add(guesses, effect, two, moves.get(i), moves.get(j));
        for (int k = j + 1; k < moves.size(); k++) {
          Effect three = two.plus(deltas.get(k));
          add(guesses, effect, three, moves.get(i), moves.get(j), moves.get(k));
        }
      }
    }
    guesses.sort(Comparator.comparingDouble(g -> g.effect.cost));
    return guesses.subList(0, Math.min(VERIFIED, guesses.size()));
  }

  private void add(List<Guess> guesses, Effect now, Effect then, Move... moves) {
    if (keeps(then) && then.cost < now.cost) {
      guesses.add(new Guess(List.of(moves), then));
    }
  }

  // Wherever a number steps, the step may come one check sooner or later.
  private static List<Move> moves(Boundary plan) {
    var moves = new ArrayList<Move>();
    for (int n = 1; n < plan.maximum() - 1 && moves.size() < MOST_MOVES; n++) {
      if (plan.acceptAt(n) < plan.acceptAt(n + 1)) {
        moves.add(new Move(true, n, plan.acceptAt(n + 1)));
        moves.add(new Move(true, n + 1, plan.acceptAt(n)));
      }
      if (plan.rejectAt(n) <= n && plan.rejectAt(n) < plan.rejectAt(n + 1)) {
        moves.add(new Move(false, n, plan.rejectAt(n + 1)));
        moves.add(new Move(false, n + 1, plan.rejectAt(n)));
      }
    }
    return moves;
  }

  private static Boundary moved(Boundary plan, List<Move> moves) {
    int[] accept = new int[plan.maximum() + 1];
    int[] reject = new int[plan.maximum() + 1];
    Arrays.setAll(accept, plan::acceptAt);
    Arrays.setAll(reject, plan::rejectAt);
    for (Move move : moves) {
      (move.accepting ? accept : reject)[move.n] = move.number;
    }
    return new Boundary(accept, reject);
  }
}
