package org.assay.io.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assay.data.Gradings;
import org.assay.data.Selection.SelectionMethod;
import org.assay.data.Selections;
import org.assay.data.Selections.Blindness;
import org.assay.data.Verdicts;

/**
 * The gradings a plan has looked at or asks for now, and how each was selected.
 *
 * <p><b>Which.</b> The checks of a lot are the beginning of its draw. A plan that has decided has
 * looked at the gradings up to the first one without a verdict; an open one asks for everything up
 * to its next look, and what of that has no verdict is pending. The rest of the draw, the reserve,
 * was never issued: it is neither a check nor pending.
 *
 * <p><b>With which probability.</b> The key records the probability of the whole draw, reserve
 * included; with it, 40 clean checks of a lot of 200 of which 100 were drawn would stand for 80
 * gradings. The true one is
 *
 * <pre>{@code gradings looked at / gradings in the lot}</pre>
 *
 * <p>Where lots overlap (a unit's and its assessors'), a grading is looked at when any of its lots
 * looks at it. All lots share one order of tickets, so among the gradings that are in the same lots
 * those looked at are the first ones of that order, however many each lot contributes: given their
 * number, a simple random sample. Such a class of gradings is a stratum, and the probability is the
 * share of it that was looked at. With a single lot the class is the lot.
 *
 * <p>When to stop depends on what was found. The probability does not allow for that; the bounds of
 * the plan's levels do, and so do the limits of rates over {@link #stopped} strata.
 */
final class LookedAt {
  private final Gradings gradings;
  private final int[] classOf; // by grading; 0 outside of all lots
  private final List<String> names = new ArrayList<>(List.of("")); // by class
  private final List<Boolean> stops = new ArrayList<>(List.of(false)); // by class
  private final BitSet lookedAt = new BitSet();
  private final Map<Integer, List<Double>> recorded = new HashMap<>(); // drawn grading -> in key
  private final double[] probability; // by class

  private LookedAt(
      Gradings gradings, List<Lot> lots, List<PlannedLot> planned, DrawnRows drawn, int[] until) {
    this.gradings = gradings;
    this.classOf = new int[gradings.size()];
    for (int lot = 0; lot < lots.size(); lot++) {
      classify(
          lots.get(lot),
          planned.get(lot).name() + ", " + planned.get(lot).period(),
          planned.get(lot).stopsByFindings());
      for (KeyRow row : drawn.of(planned.get(lot).id())) {
        int grading = drawn.grading(row);
        recorded.computeIfAbsent(grading, g -> new ArrayList<>()).add(row.inclusionProbability());
        if (row.order() <= until[lot]) {
          lookedAt.set(grading);
        }
      }
    }
    this.probability = probabilities();
  }

  /**
   * Finds them.
   *
   * @param lots of the plan, in its order
   * @param drawn the key, grading by grading
   * @param states where the levels of the lots stand
   */
  static LookedAt of(
      Gradings gradings, List<Lot> lots, Plan plan, DrawnRows drawn, List<LevelState> states) {
    int[] until = new int[lots.size()];
    for (int lot = 0; lot < until.length; lot++) {
      String id = plan.lots().get(lot).id();
      until[lot] =
          states.stream()
              .filter(s -> s.lot().id().equals(id))
              .mapToInt(s -> s.isOpen() ? s.nextLook() : s.state().checked())
              .max()
              .orElse(0);
    }
    return new LookedAt(gradings, lots, plan.lots(), drawn, until);
  }

  // Parts each class into the gradings that are in this lot, too, and the others.
  private void classify(Lot lot, String name, boolean lotStops) {
    Map<Integer, Integer> inLot = new HashMap<>();
    for (int row : lot.rows()) {
      Integer own =
          inLot.computeIfAbsent(
              classOf[row],
              before -> {
                names.add(before == 0 ? name : names.get(before) + "; " + name);
                stops.add(lotStops || stops.get(before));
                return names.size() - 1;
              });
      classOf[row] = own;
    }
  }

  private double[] probabilities() {
    long[] all = new long[names.size()];
    long[] seen = new long[names.size()];
    for (int row = 0; row < classOf.length; row++) {
      all[classOf[row]]++;
      seen[classOf[row]] += lookedAt.get(row) ? 1 : 0;
    }
    double[] shares = new double[all.length];
    for (int c = 0; c < all.length; c++) {
      shares[c] = seen[c] == 0 ? 0 : (double) seen[c] / all[c];
    }
    return shares;
  }

  /**
   * The strata whose number of checks depends on what was found.
   *
   * @return by grading, 0 outside of them
   */
  int[] stopped() {
    return Arrays.stream(classOf).map(c -> stops.get(c) && probability[c] > 0 ? c : 0).toArray();
  }

  /**
   * The verdicts with the selections of the plan.
   *
   * <p>A row on a drawn grading takes its selection from the plan unless it has another of its own:
   * a random method with another probability than the key's, or a method that is not random. (A row
   * without a method reads as CONVENIENCE without a probability.) On a grading that the plan has
   * not looked at it has none. Gradings looked at without such a verdict are pending, of unknown
   * blindness, so that they stand in every denominator.
   */
  Verdicts select(Verdicts verdicts) {
    Selections own = verdicts.selections();
    BitSet blindDue = blindWithoutVerdict(verdicts);
    Selections.Builder selections = Selections.builder();
    BitSet checked = new BitSet();
    for (int v = 0; v < own.size(); v++) {
      if (isOfPlan(own, v)) {
        add(selections, own.grading(v), own.blindness(v));
        checked.set(own.grading(v));
      } else {
        copy(own, v, selections);
      }
    }
    Selections.Builder pending = others(verdicts.pending());
    lookedAt.stream()
        .filter(grading -> !checked.get(grading))
        .forEach(grading -> add(pending, grading, Blindness.UNKNOWN));
    lookedAt.stream()
        .filter(grading -> checked.get(grading) && blindDue.get(grading))
        .forEach(grading -> add(pending, grading, Blindness.BLIND));
    long[] times = new long[verdicts.size()];
    for (int v = 0; v < times.length; v++) {
      times[v] = verdicts.checkedAt(v);
    }
    return Verdicts.of(
        gradings,
        selections.build(),
        verdicts.reviewer(),
        verdicts.reference(),
        times,
        pending.build(),
        others(verdicts.unresolved()).build());
  }

  // What was seen with the grade does not stand for a blind verdict that is due.
  private BitSet blindWithoutVerdict(Verdicts verdicts) {
    BitSet due = new BitSet();
    for (Selections rows : List.of(verdicts.pending(), verdicts.unresolved())) {
      for (int row = 0; row < rows.size(); row++) {
        if (rows.blindness(row) == Blindness.BLIND && isOfPlan(rows, row)) {
          due.set(rows.grading(row));
        }
      }
    }
    return due;
  }

  private Selections.Builder others(Selections all) {
    Selections.Builder others = Selections.builder();
    for (int row = 0; row < all.size(); row++) {
      if (!isOfPlan(all, row)) {
        copy(all, row, others);
      }
    }
    return others;
  }

  private boolean isOfPlan(Selections own, int row) {
    List<Double> inKey = recorded.get(own.grading(row));
    double p = own.inclusionProbability(row);
    SelectionMethod method = own.method(row);
    if (inKey == null || !method.isRandom() && method != SelectionMethod.CONVENIENCE) {
      return false;
    }
    return p == 0 || inKey.stream().anyMatch(key -> Math.abs(p - key) <= 1e-9 * key);
  }

  private void add(Selections.Builder selections, int grading, Blindness blind) {
    if (lookedAt.get(grading)) {
      int of = classOf[grading];
      selections.add(grading, SelectionMethod.SRS, probability[of], names.get(of), blind);
    } else {
      selections.add(grading, SelectionMethod.CONVENIENCE, 0, "", blind);
    }
  }

  private static void copy(Selections from, int row, Selections.Builder to) {
    to.add(
        from.grading(row),
        from.method(row),
        from.inclusionProbability(row),
        from.stratum().id(row),
        from.blindness(row),
        from.isItem(row));
  }
}
