package org.assay.io.plan;

import java.util.List;
import java.util.Locale;
import org.assay.data.Periods.PeriodKind;
import org.assay.plan.Design;
import org.assay.plan.QaLevel;

/**
 * A lot and the plans of its levels, which share one sample.
 *
 * @param id short name, as the key has it
 * @param scope whose gradings they are
 * @param who unit or assessor
 * @param stratum stream or stratum when the plan is by one; empty otherwise
 * @param kind kind of period
 * @param period its label
 * @param gradings number of gradings, without the excluded ones
 * @param excluded gradings that were left out: the lot is the rest
 * @param byGrade its gradings by the grade given, in the order of the scheme
 * @param workingDays of its period; null when that has no end
 * @param levels at least one
 */
public record PlannedLot(
    String id,
    QaLevel.Scope scope,
    String who,
    String stratum,
    PeriodKind kind,
    String period,
    long gradings,
    long excluded,
    List<Long> byGrade,
    Integer workingDays,
    List<PlannedLevel> levels) {
  public PlannedLot {
    byGrade = List.copyOf(byGrade);
    levels = List.copyOf(levels);
  }

  /** The most checks any of the levels can need. */
  int maximumChecks() {
    return levels.stream().mapToInt(PlannedLevel::maximumChecks).max().orElseThrow();
  }

  /** Checks that accept every level when none finds an error. */
  int checksWithoutErrors() {
    return levels.stream().mapToInt(PlannedLevel::checksWithoutErrors).max().orElseThrow();
  }

  /** The largest of the levels' expected checks at their acceptable rates. */
  double averageChecks() {
    return levels.stream().mapToDouble(PlannedLevel::averageChecks).max().orElseThrow();
  }

  /** Whether the number of checks depends on what they find: not in plans of one sample. */
  boolean stopsByFindings() {
    return levels.stream().anyMatch(level -> level.design() != Design.SINGLE);
  }

  /** The level that needs most checks. */
  String largestLevel() {
    return levels.stream()
        .filter(level -> level.maximumChecks() == maximumChecks())
        .findFirst()
        .orElseThrow()
        .level();
  }

  /** Whose gradings they are, in words. */
  String name() {
    String whose = scope.name().toLowerCase(Locale.ROOT) + (who.isEmpty() ? "" : " " + who);
    return stratum.isEmpty() ? whose : whose + ", " + stratum;
  }

  boolean isSame(Lot lot) {
    return scope == lot.scope()
        && kind == lot.kind()
        && period.equals(lot.period())
        && who.equals(lot.who())
        && stratum.equals(lot.stratum());
  }
}
