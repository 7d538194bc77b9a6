package org.assay.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.assay.data.ErrorClass;
import org.assay.data.Selections.Blindness;

/**
 * Rates from the cells of random checks. Each stands on the checks of one {@link Blindness} alone;
 * the others, and the pending ones, only say how many gradings their stratum has.
 */
public final class DesignRates {
  private DesignRates() {}

  /**
   * How often an error of a class happens.
   *
   * @param cells of one scope: an assessor, a unit, a stream, a period
   * @param errors which mix-ups count
   * @param basis the checks to use
   * @return the rate in the population of the scope
   */
  public static DesignRate of(List<CheckCell> cells, ErrorClass errors, Blindness basis) {
    return DesignScope.of(cells, basis).rate(errors);
  }

  /**
   * The checks a report stands on: the blind ones when there are any, else those whose blindness
   * was not recorded, else those made in sight of the grade.
   *
   * @param cells of everything
   * @return the basis; BLIND when there is no check at all
   */
  public static Blindness basis(List<CheckCell> cells) {
    for (Blindness candidate : List.of(Blindness.BLIND, Blindness.UNKNOWN, Blindness.NON_BLIND)) {
      if (cells.stream().anyMatch(c -> !c.pending() && c.blindness() == candidate)) {
        return candidate;
      }
    }
    return Blindness.BLIND;
  }

  /**
   * Splits cells by one of their codes.
   *
   * @param cells in any order
   * @param by for example {@code CheckCell::assessor}
   * @return cells by code, ascending, each group in the order of {@code cells}
   */
  public static Map<Integer, List<CheckCell>> groups(
      List<CheckCell> cells, ToIntFunction<CheckCell> by) {
    Map<Integer, List<CheckCell>> groups = new TreeMap<>();
    List<CheckCell> last = null; // cells of one group usually come together
    int lastCode = 0;
    for (CheckCell c : cells) {
      int code = by.applyAsInt(c);
      if (last == null || code != lastCode) {
        last = groups.computeIfAbsent(code, key -> new ArrayList<>());
        lastCode = code;
      }
      last.add(c);
    }
    return groups;
  }
}
