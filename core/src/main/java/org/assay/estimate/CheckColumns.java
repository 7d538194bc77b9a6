package org.assay.estimate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assay.count.Labelled;
import org.assay.data.Codes;
import org.assay.data.Dictionary;
import org.assay.data.Gradings;
import org.assay.data.Gradings.Attribute;
import org.assay.data.IdColumn;
import org.assay.data.Periods;
import org.assay.data.Selections;

/**
 * The columns that {@link CheckCounts} are counted from, and the labels of their codes.
 *
 * <p>Immutable; counting is for one thread at a time.
 */
public final class CheckColumns {
  private final ReferenceChecks checks;
  private final Periods periods;
  private final Codes assessor;
  private final Codes grade;
  private final long[] gradedAt; // null when not recorded, as are the next two
  private final Codes unit;
  private final Codes stream;
  private final Dictionary strata = new Dictionary();
  private final int[][] stratumCodes; // by source, own to strata
  private int lastPeriod; // rows usually come in order of time

  /**
   * The columns of checks.
   *
   * @param checks each grading once
   * @param periods calendar of the gradings; a grading without a time falls into the first period
   */
  public CheckColumns(ReferenceChecks checks, Periods periods) {
    Gradings gradings = gradings(checks);
    this.checks = checks;
    this.periods = periods;
    this.assessor = gradings.assessor().codes();
    this.grade = gradings.grade();
    this.gradedAt = gradings.gradedAt().orElse(null);
    this.unit = gradings.attribute(Attribute.UNIT).map(IdColumn::codes).orElse(null);
    this.stream = gradings.attribute(Attribute.STREAM).map(IdColumn::codes).orElse(null);
    this.stratumCodes = Arrays.stream(checks.sources()).map(this::codes).toArray(int[][]::new);
  }

  private static Gradings gradings(ReferenceChecks checks) {
    return checks.verdicts().gradings();
  }

  private int[] codes(Selections selections) {
    Dictionary own = selections.stratum().ids();
    int[] codes = new int[own.size()];
    for (int c = 0; c < codes.length; c++) {
      codes[c] = strata.add(own.id(c));
    }
    return codes;
  }

  private static int size(Gradings gradings, Attribute attribute) {
    return gradings.attribute(attribute).map(column -> column.ids().size()).orElse(1);
  }

  /**
   * Numbers of codes.
   *
   * @return the shape of accumulators of these columns
   */
  public CheckCounts.Shape shape() {
    Gradings gradings = gradings(checks);
    return new CheckCounts.Shape(
        gradings.assessor().ids().size(),
        periods.size(),
        size(gradings, Attribute.UNIT),
        size(gradings, Attribute.STREAM),
        Math.max(1, strata.size()),
        checks.clusters(),
        gradings.scheme().size());
  }

  /**
   * Counts some of the checks.
   *
   * @param from first check
   * @param to check after the last, at most the size of the checks
   * @param counts of this shape; they are added to
   */
  public void count(int from, int to, CheckCounts counts) {
    for (int check = from; check < to; check++) {
      Selections selections = checks.selections(check);
      int row = checks.row(check);
      int g = selections.grading(row);
      lastPeriod = gradedAt == null ? 0 : periods.code(gradedAt[g], lastPeriod);
      long place =
          counts.place(
              lastPeriod,
              unit == null ? 0 : unit.get(g),
              stream == null ? 0 : stream.get(g),
              stratumCodes[checks.source(check)][selections.stratum().codes().get(row)]);
      int kind = counts.kind(selections.blindness(row).ordinal(), selections.method(row).ordinal());
      counts.add(
          assessor.get(g),
          counts.key(place, kind, checks.cluster(check), checks.reference(check), grade.get(g)),
          selections.inclusionProbability(row),
          1);
    }
  }

  /**
   * Counts with the labels of their codes, to be put together with those of other tables.
   *
   * @param counts of this shape; kept, not copied
   * @return ids of assessors, units, streams and strata, drawn items, names of periods and grades
   */
  public Labelled<CheckCounts> labelled(CheckCounts counts) {
    Gradings gradings = gradings(checks);
    return Labelled.of(
        counts,
        List.of(
            ids(gradings.assessor().ids()),
            periods.labels(),
            attribute(Attribute.UNIT),
            attribute(Attribute.STREAM),
            strata.size() == 0 ? List.of("") : ids(strata),
            items(),
            IntStream.range(0, gradings.scheme().size())
                .mapToObj(gradings.scheme()::grade)
                .toList()));
  }

  private List<String> items() {
    String[] items = new String[checks.clusters()];
    for (int check = 0; check < checks.size(); check++) {
      int cluster = checks.cluster(check);
      if (cluster != CheckCell.ALONE && items[cluster] == null) {
        items[cluster] = gradings(checks).item().id(checks.grading(check));
      }
    }
    return List.of(items);
  }

  private List<String> attribute(Attribute attribute) {
    return gradings(checks)
        .attribute(attribute)
        .map(column -> ids(column.ids()))
        .orElse(List.of(""));
  }

  private static List<String> ids(Dictionary ids) {
    return IntStream.range(0, ids.size()).mapToObj(ids::id).toList();
  }
}
