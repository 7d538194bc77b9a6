package org.assay.io.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.assay.data.Codes;
import org.assay.data.Gradings;
import org.assay.data.Gradings.Attribute;
import org.assay.data.IdColumn;
import org.assay.data.Periods;
import org.assay.data.Periods.PeriodKind;
import org.assay.io.BadInputException;
import org.assay.plan.QaLevel;

/**
 * The gradings of one unit or assessor (and stratum) in one period.
 *
 * @param scope whose
 * @param kind kind of period
 * @param period its label
 * @param who unit or assessor; empty when gradings have no units
 * @param stratum empty when lots are not by stratum
 * @param from first millisecond of the period
 * @param to first millisecond after it
 * @param rows of {@link Gradings}, rising, without the excluded ones
 * @param excluded gradings that were left out
 */
record Lot(
    QaLevel.Scope scope,
    PeriodKind kind,
    String period,
    String who,
    String stratum,
    long from,
    long to,
    List<Integer> rows,
    int excluded) {

  private static final int ALL = -1; // periods

  /** For whom and for how long a level holds. */
  record Reach(QaLevel.Scope scope, PeriodKind kind) {
    static Reach of(QaLevel level) {
      return new Reach(level.scope(), level.period());
    }
  }

  private record Group(int period, String who, String stratum) {}

  private static final Comparator<Group> ORDER =
      Comparator.comparingInt(Group::period)
          .thenComparing(Group::who)
          .thenComparing(Group::stratum);

  /**
   * The lots of all reaches, in the periods that hold a date.
   *
   * @param date in the periods; empty for all periods
   * @param by column that divides lots further; empty for undivided ones
   * @param excluded rows to leave out; a lot of which nothing is left is none
   */
  static List<Lot> find(
      Gradings gradings,
      ZoneId zone,
      Optional<LocalDate> date,
      Optional<Attribute> by,
      List<Reach> reaches,
      BitSet excluded) {
    Optional<IdColumn> strata = by.map(attribute -> column(gradings, attribute));
    var lots = new ArrayList<Lot>();
    Set<Reach> distinct = new LinkedHashSet<>(reaches);
    for (Reach reach : distinct) {
      Optional<IdColumn> who =
          reach.scope == QaLevel.Scope.ASSESSOR
              ? Optional.of(gradings.assessor())
              : gradings.attribute(Attribute.UNIT);
      Periods periods = periods(gradings, reach.kind, zone);
      int wanted = date.isPresent() ? wanted(periods, date.get(), zone) : ALL;
      Codes codes = codes(gradings, periods);
      Map<Group, IntStream.Builder> groups = new TreeMap<>(ORDER);
      for (int row = 0; row < gradings.size(); row++) {
        if (wanted == ALL || codes.get(row) == wanted) {
          int r = row;
          var group =
              new Group(
                  codes.get(row),
                  who.map(c -> c.id(r)).orElse(""),
                  strata.map(c -> c.id(r)).orElse(""));
          groups.computeIfAbsent(group, g -> IntStream.builder()).add(row);
        }
      }
      groups.forEach(
          (group, all) -> {
            int[] rows = all.build().toArray();
            List<Integer> rest =
                Arrays.stream(rows).filter(row -> !excluded.get(row)).boxed().toList();
            if (!rest.isEmpty()) {
              lots.add(
                  new Lot(
                      reach.scope,
                      reach.kind,
                      periods.label(group.period),
                      group.who,
                      group.stratum,
                      periods.start(group.period),
                      periods.end(group.period),
                      rest,
                      rows.length - rest.size()));
            }
          });
    }
    return lots;
  }

  private static IdColumn column(Gradings gradings, Attribute attribute) {
    return gradings
        .attribute(attribute)
        .orElseThrow(
            () ->
                new BadInputException(
                    "the gradings have no column for "
                        + attribute
                        + ", by which the plan is to be made"));
  }

  private static Periods periods(Gradings gradings, PeriodKind kind, ZoneId zone) {
    return gradings
        .gradedAt()
        .map(at -> Periods.holding(kind, zone, at))
        .orElseGet(() -> withoutTimes(kind));
  }

  private static Periods withoutTimes(PeriodKind kind) {
    if (kind != PeriodKind.ALL) {
      throw new BadInputException(
          "the gradings have no column graded_at, and a level of the policy is by "
              + kind.name().toLowerCase(Locale.ROOT)
              + "; add the column, or make the period of the level \"all\"");
    }
    return Periods.all();
  }

  private static Codes codes(Gradings gradings, Periods periods) {
    return gradings
        .gradedAt()
        .map(periods::codes)
        .orElseGet(() -> Codes.of(new byte[gradings.size()]));
  }

  private static int wanted(Periods periods, LocalDate date, ZoneId zone) {
    try {
      return periods.code(date.atTime(12, 0).atZone(zone).toInstant().toEpochMilli());
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          "the date must be in a period with gradings, "
              + periods.label(0)
              + " to "
              + periods.label(periods.size() - 1)
              + ", got "
              + date,
          e);
    }
  }

  /** The local date of the last grading; any date where times are not recorded. */
  static LocalDate lastDate(Gradings gradings, ZoneId zone) {
    if (gradings.gradedAt().isEmpty()) {
      return LocalDate.EPOCH; // only the period of everything is left, which holds it
    }
    long last = Arrays.stream(gradings.gradedAt().orElseThrow()).max().orElseThrow();
    return Instant.ofEpochMilli(last).atZone(zone).toLocalDate();
  }
}
