package org.assay.io.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assay.data.Gradings;
import org.assay.io.BadInputException;
import org.assay.io.Shown;

/** The rows of a key beside the gradings they were drawn from, each of which must be in its lot. */
final class DrawnRows {
  private final Map<String, List<KeyRow>> byLot = new HashMap<>();
  private final Map<String, Integer> gradingOf = new HashMap<>(); // by id

  /**
   * Finds the gradings.
   *
   * @param key what was drawn
   * @param plan the plan
   * @param lots its lots, in its order
   * @throws BadInputException if a drawn grading is not among those of its lot
   */
  DrawnRows(List<KeyRow> key, Plan plan, List<Lot> lots, Gradings gradings) {
    key.forEach(row -> byLot.computeIfAbsent(row.lot(), lot -> new ArrayList<>()).add(row));
    var ids = new GradingIds(gradings);
    for (int lot = 0; lot < lots.size(); lot++) {
      PlannedLot planned = plan.lots().get(lot);
      Set<String> wanted = new HashSet<>();
      of(planned.id()).forEach(row -> wanted.add(row.id()));
      Set<String> there = new HashSet<>();
      for (int row : lots.get(lot).rows()) {
        String id = ids.id(row);
        if (wanted.contains(id)) {
          there.add(id);
          gradingOf.put(id, row);
        }
      }
      for (KeyRow row : of(planned.id())) {
        if (!there.contains(row.id())) {
          throw absent(row, planned);
        }
      }
    }
  }

  private static BadInputException absent(KeyRow row, PlannedLot lot) {
    return new BadInputException(
        "the key must be of the gradings in the table, but check "
            + row.order()
            + " of lot "
            + lot.id()
            + " is item "
            + Shown.quoted(row.item())
            + " by "
            + Shown.quoted(row.assessor())
            + (row.number() == 1 ? "" : " (grading " + row.number() + ")")
            + ", which is not among the gradings of "
            + Shown.plain(lot.name())
            + ", "
            + lot.period()
            + "; give the table the plan was drawn from, with --missing for items that cannot be"
            + " checked any more, or leave out --plan and --key");
  }

  /** The rows of a lot. */
  List<KeyRow> of(String lot) {
    return byLot.getOrDefault(lot, List.of());
  }

  /** The drawn grading. */
  int grading(KeyRow row) {
    return gradingOf.get(row.id());
  }
}
