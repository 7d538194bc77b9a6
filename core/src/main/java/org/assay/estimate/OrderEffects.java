package org.assay.estimate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.assay.compare.Multiplicity;
import org.assay.data.Verdicts;
import org.assay.internal.Check;

/**
 * Do QA officers find as many errors in the second half of a working day as in the first?
 *
 * <p>A day of an officer is cut in the middle of its checks, in order of their times; the middle
 * one of an odd number belongs to the first half. Days with fewer than {@value #LEAST_A_DAY} random
 * checks, and days whose middle falls between checks of the same time (dates without times), are
 * left out. Halves are compared within strata of officer and case mix, exactly ({@link
 * OddsComparison}): the group is the second half.
 *
 * <p><b>What it cannot tell.</b> Tiredness from work that comes in the order of its difficulty,
 * where the order of a pick-list was not drawn.
 *
 * <p><b>Cost.</b> O(n log n) for n verdicts. Immutable and thread-safe.
 *
 * @param all second halves of everybody's days beside first ones
 * @param officers each officer with such days, by code; p-values are adjusted by Holm's method
 * @param days working days of officers that were cut
 * @param confidence of the limits
 */
public record OrderEffects(OddsComparison all, List<Row> officers, long days, double confidence) {
  /** Shorter days are left out. */
  public static final int LEAST_A_DAY = 8;

  public OrderEffects {
    officers = List.copyOf(officers);
  }

  /**
   * An officer's days.
   *
   * @param officer code of the officer
   * @param secondHalf second halves beside first ones
   * @param adjusted p-value adjusted for the number of officers
   */
  public record Row(int officer, OddsComparison secondHalf, double adjusted) {}

  /**
   * Compares the halves of working days.
   *
   * @param verdicts with times of checks
   * @param zone whose midnights bound a day
   * @param confidence in (0, 1), for example 0.95
   * @return everybody's halves, and each officer's
   */
  public static OrderEffects of(Verdicts verdicts, ZoneId zone, double confidence) {
    Check.openUnit("confidence", confidence);
    return new Halves(verdicts, zone).effects(confidence);
  }

  private static final class Halves {
    private final Verdicts verdicts;
    private final ZoneId zone;
    private final OfficerChecks checks;
    private final List<Integer> rows;
    private final StratifiedErrors errors = new StratifiedErrors();
    private final Set<Integer> officers = new TreeSet<>();
    private long days;

    Halves(Verdicts verdicts, ZoneId zone) {
      this.verdicts = verdicts;
      this.zone = zone;
      this.checks = new OfficerChecks(verdicts);
      this.rows = checks.random();
      rows.sort(checks.byOfficerAndTime());
      for (int from = 0, to; from < rows.size(); from = to) {
        to = from + 1;
        while (to < rows.size() && isSameDay(rows.get(from), rows.get(to))) {
          to++;
        }
        cut(from, to);
      }
    }

    private boolean isSameDay(int a, int b) {
      return checks.officer(a) == checks.officer(b) && day(a).equals(day(b));
    }

    private LocalDate day(int row) {
      return Instant.ofEpochMilli(verdicts.checkedAt(row)).atZone(zone).toLocalDate();
    }

    private void cut(int from, int to) {
      int middle = from + (to - from + 1) / 2; // first of the second half
      if (to - from < LEAST_A_DAY
          || verdicts.checkedAt(rows.get(middle - 1)) == verdicts.checkedAt(rows.get(middle))) {
        return;
      }
      days++;
      for (int i = from; i < to; i++) {
        int row = rows.get(i);
        int officer = checks.officer(row);
        officers.add(officer);
        // The stratum holds the officer, the group the half: 2 officer + half.
        errors.add(
            checks.caseMix(row) * checks.officers() + officer,
            2 * officer + (i < middle ? 0 : 1),
            verdicts.isError(row));
      }
    }

    OrderEffects effects(double confidence) {
      List<OddsComparison> own = new ArrayList<>();
      for (int officer : officers) {
        own.add(errors.compare(g -> g == 2 * officer + 1, g -> g == 2 * officer, confidence));
      }
      double[] adjusted =
          Multiplicity.HOLM.adjust(own.stream().mapToDouble(OddsComparison::pValue).toArray());
      List<Row> each = new ArrayList<>();
      int i = 0;
      for (int officer : officers) {
        each.add(new Row(officer, own.get(i), adjusted[i]));
        i++;
      }
      return new OrderEffects(
          errors.compare(g -> g % 2 == 1, g -> g % 2 == 0, confidence), each, days, confidence);
    }
  }
}
