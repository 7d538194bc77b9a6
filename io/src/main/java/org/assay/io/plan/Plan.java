package org.assay.io.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.assay.data.Gradings;
import org.assay.data.Gradings.Attribute;
import org.assay.data.Periods;
import org.assay.data.Periods.PeriodKind;
import org.assay.io.BadInputException;
import org.assay.io.Shown;
import org.assay.io.policy.Policy;
import org.assay.io.policy.WorkCalendar;
import org.assay.plan.Design;
import org.assay.plan.QaLevel;

/**
 * A plan: for every unit and assessor how many checks show the QA levels, and the numbers at which
 * to stop.
 *
 * @param format {@value #FORMAT}
 * @param date the plan is for the periods that hold this date
 * @param by column that divides lots further; null for undivided ones
 * @param checksPerHour what an officer does in an hour
 * @param gradingsDigest of the gradings in its lots, see {@link PlanDigests#gradings}; null in
 *     plans of earlier versions
 * @param exposure what the checks mean for the QA officers; null without an exposure ceiling
 * @param lots by scope, then by unit or assessor, then by stratum
 */
public record Plan(
    int format,
    LocalDate date,
    Attribute by,
    double checksPerHour,
    @JsonInclude(JsonInclude.Include.NON_NULL) String gradingsDigest,
    Exposure exposure,
    List<PlannedLot> lots) {
  /** Version of the file format. */
  public static final int FORMAT = 1;

  /** Checks an officer does in an hour unless told otherwise: two minutes per check. */
  public static final double USUAL_CHECKS_PER_HOUR = 30;

  /**
   * What to plan for.
   *
   * @param levels names of the QA levels; empty for all
   * @param date the plan is for the periods that hold this date; empty for that of the last grading
   * @param by column that divides lots further; empty for undivided ones
   * @param design kind of plan
   * @param checksPerHour what an officer does in an hour, above 0
   * @param excluded items that must not be drawn: the lots are the rest
   * @param officers QA officers there are; empty when not known
   */
  public record Options(
      Set<String> levels,
      Optional<LocalDate> date,
      Optional<Attribute> by,
      Design design,
      double checksPerHour,
      ExclusionList excluded,
      OptionalInt officers) {
    /** Everything in the policy, in the last period, as truncated plans. */
    public static final Options USUAL =
        new Options(
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Design.TRUNCATED_SEQUENTIAL,
            USUAL_CHECKS_PER_HOUR);

    /**
     * Without exclusions, and without a number of officers.
     *
     * @param levels names of the QA levels; empty for all
     * @param date in the periods to plan for
     * @param by column that divides lots further
     * @param design kind of plan
     * @param checksPerHour what an officer does in an hour
     */
    public Options(
        Set<String> levels,
        Optional<LocalDate> date,
        Optional<Attribute> by,
        Design design,
        double checksPerHour) {
      this(levels, date, by, design, checksPerHour, ExclusionList.NONE, OptionalInt.empty());
    }

    /**
     * The same without some items.
     *
     * @param items that must not be drawn
     * @return new options
     */
    public Options withExcluded(ExclusionList items) {
      return new Options(levels, date, by, design, checksPerHour, items, officers);
    }

    /**
     * The same for a number of QA officers.
     *
     * @param number at least 1
     * @return new options
     */
    public Options withOfficers(int number) {
      return new Options(levels, date, by, design, checksPerHour, excluded, OptionalInt.of(number));
    }
  }

  /**
   * Makes a plan.
   *
   * @param policy its levels
   * @param gradings the lots
   * @param options what to plan for
   * @return the plan
   * @throws BadInputException if an option does not fit the policy or the gradings
   */
  public static Plan of(Policy policy, Gradings gradings, Options options) {
    if (!(options.checksPerHour > 0 && options.checksPerHour < Double.POSITIVE_INFINITY)) {
      throw new BadInputException(
          "checks per hour must be above 0 and finite, got " + options.checksPerHour);
    }
    List<QaLevel> levels = levels(policy, options.levels);
    LocalDate date = options.date.orElseGet(() -> Lot.lastDate(gradings, policy.zone()));
    List<Lot> lots =
        Lot.find(
            gradings,
            policy.zone(),
            Optional.of(date),
            options.by,
            levels.stream().map(Lot.Reach::of).toList(),
            options.excluded.rows(gradings));
    if (lots.isEmpty()) {
      throw new BadInputException("nothing is left to plan for: every grading is excluded");
    }
    // each lot's plan takes seconds and needs nothing of the others
    List<PlannedLot> planned =
        IntStream.range(0, lots.size())
            .parallel()
            .mapToObj(i -> planned(i, lots.get(i), levels, options.design, policy, gradings, date))
            .toList();
    return new Plan(
        FORMAT,
        date,
        options.by.orElse(null),
        options.checksPerHour,
        PlanDigests.gradings(gradings, lots),
        policy
            .exposureCeiling()
            .map(ceiling -> Exposure.of(ceiling, options.officers, gradings, lots, planned))
            .orElse(null),
        planned);
  }

  private static PlannedLot planned(
      int index,
      Lot lot,
      List<QaLevel> levels,
      Design design,
      Policy policy,
      Gradings gradings,
      LocalDate date) {
    return new PlannedLot(
        String.format(Locale.ROOT, "L%03d", index + 1),
        lot.scope(),
        lot.who(),
        lot.stratum(),
        lot.kind(),
        lot.period(),
        lot.rows().size(),
        lot.excluded(),
        byGrade(lot, gradings),
        workingDays(lot.kind(), policy, date),
        levels.stream()
            .filter(level -> level.scope() == lot.scope() && level.period() == lot.kind())
            .map(level -> PlannedLevel.of(level, lot.rows().size(), design))
            .toList());
  }

  private static List<Long> byGrade(Lot lot, Gradings gradings) {
    long[] counts = new long[gradings.scheme().size()];
    lot.rows().forEach(row -> counts[gradings.grade().get(row)]++);
    return Arrays.stream(counts).boxed().toList();
  }

  private static Integer workingDays(PeriodKind kind, Policy policy, LocalDate date) {
    WorkCalendar calendar = policy.calendar().orElse(WorkCalendar.WEEKDAYS);
    return kind == PeriodKind.ALL
        ? null
        : (int) Periods.days(kind, date).filter(calendar::isWorkingDay).count();
  }

  private static List<QaLevel> levels(Policy policy, Set<String> names) {
    List<String> known = policy.levels().stream().map(QaLevel::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new BadInputException(
            "the level must be one of " + known + ", got " + Shown.quoted(name));
      }
    }
    return policy.levels().stream()
        .filter(level -> names.isEmpty() || names.contains(level.name()))
        .toList();
  }

  /** Whether items were left out of the lots when the plan was made. */
  boolean isMadeWithout() {
    return lots.stream().anyMatch(lot -> lot.excluded() > 0);
  }

  /** Lots of the plan's kind in the gradings without some items. */
  List<Lot> lotsWith(Gradings gradings, Policy policy, ExclusionList excluded) {
    return Lot.find(
        gradings,
        policy.zone(),
        Optional.of(date),
        Optional.ofNullable(by),
        lots.stream().map(lot -> new Lot.Reach(lot.scope(), lot.kind())).toList(),
        excluded.rows(gradings));
  }

  /** The lots of one level, in every period, divided and reduced as the plan is. */
  List<Lot> everyLotOf(QaLevel level, Gradings gradings, Policy policy, ExclusionList excluded) {
    return Lot.find(
        gradings,
        policy.zone(),
        Optional.empty(),
        Optional.ofNullable(by),
        List.of(Lot.Reach.of(level)),
        (isMadeWithout() ? excluded : ExclusionList.NONE).rows(gradings));
  }

  /**
   * The gradings of the planned lots, which must be those the plan was made for.
   *
   * @param excluded left out when the plan was made without items, else still in the lots
   * @return one per planned lot, in the same order
   */
  List<Lot> lotsIn(Gradings gradings, Policy policy, ExclusionList excluded) {
    List<Lot> found = lotsWith(gradings, policy, isMadeWithout() ? excluded : ExclusionList.NONE);
    var same = new ArrayList<Lot>();
    for (PlannedLot planned : lots) {
      Lot lot =
          found.stream()
              .filter(planned::isSame)
              .findFirst()
              .orElseThrow(() -> changed(planned, 0, 0));
      if (lot.rows().size() != planned.gradings() || lot.excluded() != planned.excluded()) {
        throw changed(planned, lot.rows().size(), lot.excluded());
      }
      same.add(lot);
    }
    return same;
  }

  private static BadInputException changed(PlannedLot lot, int now, int excluded) {
    String place = "lot " + lot.id() + " (" + Shown.plain(lot.name()) + ", " + lot.period() + ")";
    return new BadInputException(
        lot.excluded() == excluded
            ? place
                + " must have the "
                + lot.gradings()
                + " gradings it was planned for, got "
                + now
                + "; make the plan again"
            : place
                + " must be without the "
                + lot.excluded()
                + " gradings that were excluded when it was planned, got "
                + excluded
                + " excluded; name the same lists with --exclude");
  }
}
