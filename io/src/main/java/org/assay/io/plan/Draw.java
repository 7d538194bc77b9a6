package org.assay.io.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import org.assay.data.Gradings;
import org.assay.draw.Drawn;
import org.assay.draw.Draws;
import org.assay.draw.Frame;
import org.assay.draw.SeedCommitment;
import org.assay.io.BadInputException;
import org.assay.io.policy.Policy;

/**
 * What was drawn for a plan.
 *
 * <p>Each lot gets a simple random sample of the most gradings its plan can need, by tickets of the
 * seed and the grading's item, assessor and number. A grading has one ticket in all lots, so that
 * lots that overlap share their checks, and the pick-list, which is in the order of the tickets,
 * follows the order of every lot. The list begins with the checks that accept every lot when none
 * finds an error; the rest is in reserve.
 *
 * @param pickList CSV for the QA officers
 * @param key CSV to be kept from them
 * @param commitment to be published before the checks; the seed after them
 * @param items items on the pick-list
 * @param gradings drawn gradings in the key, the reserve included
 */
public record Draw(String pickList, String key, String commitment, int items, int gradings) {
  /**
   * Draws the gradings of a plan.
   *
   * @param plan the plan
   * @param policy its time zone
   * @param gradings those the plan was made for
   * @param seed text, hard to guess
   * @param reserve whether the pick-list has the reserve too
   * @return the draw
   * @throws BadInputException if the gradings are not those of the plan, or there is no seed
   */
  public static Draw of(Plan plan, Policy policy, Gradings gradings, String seed, boolean reserve) {
    if (seed.isBlank()) {
      throw new BadInputException("the seed must not be blank");
    }
    var ids = new GradingIds(gradings);
    List<Lot> lots = plan.lotsIn(gradings, policy);
    var key = new ArrayList<KeyRow>();
    var first = new LinkedHashMap<String, String>(); // grading -> item
    for (int i = 0; i < lots.size(); i++) {
      PlannedLot planned = plan.lots().get(i);
      var rowOf = new LinkedHashMap<String, Integer>();
      lots.get(i).rows().forEach(row -> rowOf.put(ids.id(row), row));
      Frame frame = Frame.of(List.copyOf(rowOf.keySet()));
      int listed = reserve ? planned.maximumChecks() : planned.checksWithoutErrors();
      for (Drawn drawn : Draws.simple(frame, planned.maximumChecks(), seed)) {
        int row = rowOf.get(drawn.id());
        key.add(keyRow(planned, drawn, ids, row));
        if (drawn.order() <= listed) {
          first.put(drawn.id(), ids.item(row));
        }
      }
    }
    var items = new LinkedHashSet<String>();
    for (Drawn drawn : Draws.simple(Frame.of(List.copyOf(first.keySet())), first.size(), seed)) {
      items.add(first.get(drawn.id()));
    }
    String commitment = SeedCommitment.of(seed);
    return new Draw(
        PickList.csv(items), KeyFile.csv(key, commitment), commitment, items.size(), key.size());
  }

  private static KeyRow keyRow(PlannedLot lot, Drawn drawn, GradingIds ids, int row) {
    return new KeyRow(
        lot.id(),
        drawn.order(),
        ids.item(row),
        ids.assessor(row),
        ids.number(row),
        lot.name() + ", " + lot.period(),
        drawn.inclusionProbability(),
        false);
  }
}
