package org.assay.io.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import org.assay.data.Gradings;
import org.assay.draw.ExposureCeiling;
import org.assay.draw.Viewings;

/**
 * What a plan means for those who check: reviewer-days under the exposure ceiling of the policy.
 *
 * <p>A lot's sample has about the grades of the lot, so n checks show n N_g / N items of grade g
 * and take max(n / perDay, n N_g / (N byGrade_g)) reviewer-days. Over all lots a grading that
 * several of them draw counts once, because it has one ticket in all of them.
 *
 * @param perDay items an officer may be shown in a day
 * @param byGrade the same by grade, in the order of the scheme
 * @param officers QA officers there are; null when not known
 * @param viewingsWithoutErrors expected items by grade over all lots when no check finds an error
 * @param viewingsAtMost expected items by grade over all lots when every plan runs to its end
 */
public record Exposure(
    int perDay,
    List<Integer> byGrade,
    Integer officers,
    List<Double> viewingsWithoutErrors,
    List<Double> viewingsAtMost) {

  /** Whether a number of checks can be made in the period of a lot. */
  enum Fit {
    /** All that the plan may need. */
    YES,
    /** What it needs when it finds no error, but not all it may need. */
    WITHOUT_ERRORS,
    /** Not even that: the level cannot be shown in the period. */
    NO
  }

  static Exposure of(
      ExposureCeiling ceiling,
      OptionalInt officers,
      Gradings gradings,
      List<Lot> lots,
      List<PlannedLot> planned) {
    return new Exposure(
        ceiling.perDay(),
        ceiling.byGrade(),
        officers.isPresent() ? officers.getAsInt() : null,
        viewings(gradings, lots, planned, PlannedLot::checksWithoutErrors),
        viewings(gradings, lots, planned, PlannedLot::maximumChecks));
  }

  private static List<Double> viewings(
      Gradings gradings, List<Lot> lots, List<PlannedLot> planned, ToIntFunction<PlannedLot> n) {
    Viewings viewings = Viewings.of(gradings.size());
    for (int i = 0; i < lots.size(); i++) {
      double share = (double) n.applyAsInt(planned.get(i)) / planned.get(i).gradings();
      viewings.draw(lots.get(i).rows().stream().mapToInt(row -> row), Math.min(1, share));
    }
    double[] byGrade = viewings.byGrade(gradings.grade(), gradings.scheme().size());
    return Arrays.stream(byGrade).boxed().toList();
  }

  private ExposureCeiling ceiling() {
    return new ExposureCeiling(perDay, byGrade);
  }

  /** Reviewer-days of that many checks of a lot. */
  long reviewerDays(PlannedLot lot, int checks) {
    return ceiling()
        .reviewerDays(
            lot.byGrade().stream()
                .mapToDouble(n -> (double) n * checks / lot.gradings())
                .toArray());
  }

  /** Officers who make that many checks of a lot in its period; 1 when that has no end. */
  long officersFor(PlannedLot lot, int checks) {
    return lot.workingDays() == null ? 1 : people(reviewerDays(lot, checks), lot.workingDays());
  }

  /** Whether the officers there are can make a level's checks in the period of its lot. */
  Fit fit(PlannedLot lot, int withoutErrors, int maximum) {
    if (lot.workingDays() == null) {
      return Fit.YES;
    }
    long days = (long) officers * lot.workingDays();
    return reviewerDays(lot, maximum) <= days
        ? Fit.YES
        : reviewerDays(lot, withoutErrors) <= days ? Fit.WITHOUT_ERRORS : Fit.NO;
  }

  /** The fields of a row of the plan's table. */
  static List<String> fields(Exposure exposure, PlannedLot lot, int withoutErrors, int maximum) {
    if (exposure == null) {
      return List.of("", "", "", "", "");
    }
    return List.of(
        Long.toString(exposure.reviewerDays(lot, withoutErrors)),
        Long.toString(exposure.reviewerDays(lot, maximum)),
        lot.workingDays() == null ? "" : lot.workingDays().toString(),
        Long.toString(exposure.officersFor(lot, maximum)),
        exposure.officers == null
            ? ""
            : exposure.fit(lot, withoutErrors, maximum).name().toLowerCase(Locale.ROOT));
  }

  /** What the ceiling means for the whole plan, as text. */
  String summary(Plan plan) {
    long least = days(viewingsWithoutErrors);
    long most = days(viewingsAtMost);
    var text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "At the exposure ceiling all lots together take about %,d reviewer-days if no check"
                + " finds an error, at most about %,d; items drawn for several lots count once.\n",
            least,
            most));
    plan.lots().stream()
        .filter(lot -> lot.workingDays() != null)
        .mapToInt(PlannedLot::workingDays)
        .min()
        .ifPresent(
            shortest ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        "In the %,d working days of the shortest period that is %,d to %,d QA"
                            + " officers.\n",
                        shortest,
                        people(least, shortest),
                        people(most, shortest))));
    if (officers != null) {
      misfits(plan).forEach(line -> text.append(line).append('\n'));
    }
    return text.toString();
  }

  private static long people(long reviewerDays, int workingDays) {
    long each = Math.max(1, workingDays);
    return (reviewerDays + each - 1) / each;
  }

  private long days(List<Double> viewings) {
    return ceiling().reviewerDays(viewings.stream().mapToDouble(Double::doubleValue).toArray());
  }

  // The levels that the officers cannot show, one line each.
  private List<String> misfits(Plan plan) {
    var lines = new ArrayList<String>();
    for (PlannedLot lot : plan.lots()) {
      for (PlannedLevel level : lot.levels()) {
        Fit fit = fit(lot, level.checksWithoutErrors(), level.maximumChecks());
        if (fit != Fit.YES) {
          lines.add(
              String.format(
                  Locale.ROOT,
                  "%s, %s: %s with %,d QA officers, who have %,d reviewer-days in %s; it takes"
                      + " %,d to %,d.",
                  lot.id(),
                  level.level(),
                  fit == Fit.NO ? "cannot be shown" : "can be shown only while few errors come",
                  officers,
                  (long) officers * lot.workingDays(),
                  lot.period(),
                  reviewerDays(lot, level.checksWithoutErrors()),
                  reviewerDays(lot, level.maximumChecks())));
        }
      }
    }
    return lines;
  }
}
