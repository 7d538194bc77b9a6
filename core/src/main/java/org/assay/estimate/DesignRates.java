package org.assay.estimate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
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
    return of(cells, errors(errors, basis));
  }

  /**
   * A rate, whatever it is about.
   *
   * @param cells of one scope
   * @param parts what a cell is to the rate
   * @return the rate in the population of the scope
   */
  public static DesignRate of(List<CheckCell> cells, Function<CheckCell, Part> parts) {
    return sample(cells, parts).rate();
  }

  static DesignSample sample(List<CheckCell> cells, Function<CheckCell, Part> parts) {
    DesignSample sample = new DesignSample();
    for (CheckCell c : cells) {
      sample.add(c.stratum(), c.probability(), parts.apply(c), c.count());
    }
    return sample;
  }

  /**
   * What cells are to the rate of an error class.
   *
   * @param errors which mix-ups count
   * @param basis the checks to use
   * @return the part of a cell
   */
  public static Function<CheckCell, Part> errors(ErrorClass errors, Blindness basis) {
    return c ->
        !isUsable(c, basis)
            ? Part.UNREAD
            : !errors.isPossible(c.grade())
                ? Part.NEVER_AN_ERROR
                : errors.counts(c.reference(), c.grade()) ? Part.ERROR : Part.CLEAN;
  }

  /**
   * What cells are to the rate of a condition within a domain that the check itself reveals, such
   * as one reference grade.
   *
   * @param basis the checks to use
   * @param domain what the rate is about
   * @param error what is counted
   * @return the part of a cell
   */
  public static Function<CheckCell, Part> domain(
      Blindness basis, Predicate<CheckCell> domain, Predicate<CheckCell> error) {
    return c ->
        !isUsable(c, basis)
            ? Part.UNREAD
            : !domain.test(c) ? Part.OUTSIDE : error.test(c) ? Part.ERROR : Part.CLEAN;
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
