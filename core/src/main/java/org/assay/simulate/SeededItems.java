package org.assay.simulate;

import java.util.List;
import org.assay.internal.Check;

/**
 * Items with a reference agreed beforehand, graded once by each of several assessors.
 *
 * @param items number of items
 * @param weeks when they are graded
 * @param assessors who grades them; somebody away in an item's week grades it in the next week of
 *     work
 * @param stream stream id they arrive under
 * @param prevalence share of each reference grade
 * @param hardShare share of hard items
 * @param panel reviewer id of their verdicts
 * @param copies who takes grades over from whom
 */
public record SeededItems(
    int items,
    Weeks weeks,
    List<String> assessors,
    String stream,
    List<Double> prevalence,
    double hardShare,
    String panel,
    List<Copying> copies) {

  /**
   * An assessor who takes over another's grade now and then.
   *
   * @param from whose grade; must stand before {@code to} in the list of assessors
   * @param to who takes it over
   * @param chance probability, item by item
   */
  public record Copying(String from, String to, double chance) {
    public Copying {
      Check.closedUnit("chance", chance);
    }
  }

  public SeededItems {
    Check.atLeast("items", 0, items);
    Valid.required("weeks", weeks);
    assessors = Valid.orEmpty(assessors);
    prevalence = Valid.distribution("prevalence", prevalence);
    Check.closedUnit("hardShare", hardShare);
    Valid.id("panel", panel);
    copies = Valid.orEmpty(copies);
    for (Copying c : copies) {
      int from = assessors.indexOf(c.from);
      if (from < 0 || from >= assessors.indexOf(c.to)) {
        throw new IllegalArgumentException(
            "copies must lead from one of the assessors to a later one, got " + c);
      }
    }
  }
}
