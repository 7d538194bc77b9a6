package org.assay.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.assay.simulate.Team.Clutter;

/**
 * What really happened in a simulated year: errors among all ordinary gradings, which no sample
 * shows. Seeded and overlap items, extra copies and other {@link Clutter} are not part of it.
 *
 * @param cells one for each assessor and calendar quarter with gradings, sorted by both
 */
public record Truth(List<Cell> cells) {
  /**
   * Counts of one assessor in one quarter.
   *
   * @param assessor pseudonym
   * @param quarter local calendar quarter, for example {@code 2025-Q1}
   * @param gradings number of gradings
   * @param errors those that differ from the reference grade
   * @param critical those that are critical errors
   */
  public record Cell(String assessor, String quarter, long gradings, long errors, long critical) {
    /**
     * Share of errors.
     *
     * @return errors over gradings
     */
    public double errorRate() {
      return (double) errors / gradings;
    }

    /**
     * Share of critical errors.
     *
     * @return critical errors over gradings
     */
    public double criticalRate() {
      return (double) critical / gradings;
    }
  }

  public Truth {
    cells = List.copyOf(cells);
  }

  /**
   * Counts of everybody in the whole time.
   *
   * @return one cell with assessor and quarter {@code all}
   */
  public Cell overall() {
    return sum("all", "all", cells);
  }

  /**
   * Counts of an assessor in the whole time.
   *
   * @param assessor pseudonym
   * @return one cell with quarter {@code all}
   */
  public Cell assessor(String assessor) {
    return sum(assessor, "all", cells.stream().filter(c -> c.assessor.equals(assessor)).toList());
  }

  /**
   * Counts of everybody in a quarter.
   *
   * @param quarter for example {@code 2025-Q1}
   * @return one cell with assessor {@code all}
   */
  public Cell quarter(String quarter) {
    return sum("all", quarter, cells.stream().filter(c -> c.quarter.equals(quarter)).toList());
  }

  /**
   * The assessors with gradings.
   *
   * @return pseudonyms, sorted
   */
  public List<String> assessors() {
    return cells.stream().map(Cell::assessor).distinct().sorted().toList();
  }

  /**
   * The quarters with gradings.
   *
   * @return quarters, sorted
   */
  public List<String> quarters() {
    return cells.stream().map(Cell::quarter).distinct().sorted().toList();
  }

  private static Cell sum(String assessor, String quarter, List<Cell> cells) {
    long gradings = 0;
    long errors = 0;
    long critical = 0;
    for (Cell c : cells) {
      gradings += c.gradings;
      errors += c.errors;
      critical += c.critical;
    }
    return new Cell(assessor, quarter, gradings, errors, critical);
  }

  /** Counts rows as they are made. */
  static final class Counter {
    private final TreeMap<String, TreeMap<String, long[]>> counts = new TreeMap<>();

    void add(String assessor, String quarter, boolean error, boolean critical) {
      long[] c =
          counts
              .computeIfAbsent(assessor, a -> new TreeMap<>())
              .computeIfAbsent(quarter, q -> new long[3]);
      c[0]++;
      c[1] += error ? 1 : 0;
      c[2] += critical ? 1 : 0;
    }

    Truth truth() {
      List<Cell> cells = new ArrayList<>();
      counts.forEach(
          (assessor, quarters) ->
              quarters.forEach(
                  (quarter, c) -> cells.add(new Cell(assessor, quarter, c[0], c[1], c[2]))));
      return new Truth(cells);
    }
  }
}
