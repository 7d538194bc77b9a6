package org.assay.estimate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.assay.data.Blindness;
import org.assay.data.ErrorClass;
import org.assay.estimate.DesignSample.Part;

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
    DesignSample sample = new DesignSample();
    for (CheckCell c : cells) {
      sample.add(c.stratum(), c.probability(), part(c, errors, basis), c.count());
    }
    return sample.rate();
  }

  private static Part part(CheckCell c, ErrorClass errors, Blindness basis) {
    if (!isUsable(c, basis)) {
      return Part.UNREAD;
    }
    if (!errors.isPossible(c.grade())) {
      return Part.NEVER_AN_ERROR;
    }
    return errors.counts(c.reference(), c.grade()) ? Part.ERROR : Part.CLEAN;
  }

  /**
   * How often a condition holds within a domain that the check itself reveals, such as one
   * reference grade.
   *
   * @param cells of one scope
   * @param basis the checks to use
   * @param domain what the rate is about
   * @param error what is counted
   * @return the rate in the population of the domain
   */
  public static DesignRate within(
      List<CheckCell> cells,
      Blindness basis,
      Predicate<CheckCell> domain,
      Predicate<CheckCell> error) {
    DesignSample sample = new DesignSample();
    for (CheckCell c : cells) {
      Part part =
          !isUsable(c, basis)
              ? Part.UNREAD
              : !domain.test(c) ? Part.OUTSIDE : error.test(c) ? Part.ERROR : Part.CLEAN;
      sample.add(c.stratum(), c.probability(), part, c.count());
    }
    return sample.rate();
  }

  private static boolean isUsable(CheckCell c, Blindness basis) {
    return !c.isPending() && c.blindness() == basis;
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
      if (cells.stream().anyMatch(c -> !c.isPending() && c.blindness() == candidate)) {
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
    return cells.stream()
        .collect(Collectors.groupingBy(by::applyAsInt, TreeMap::new, Collectors.toList()));
  }
}
